//! The made-up city surveyed twice by people who do not know its numbers, with the truth of who is who.
//!
//! The second time places are called by short names or new ones, lie some metres
//! aside, are entered twice, are gone; and beside some there is now another that
//! is called almost the same. Programs that link surveys are held against it.

use std::sync::Arc;

use super::dice::Dice;
use super::facility::Facility;
use super::file::SurveyFile;
use super::{City, Plan, Recipe, city};
use crate::model::Catalogue;

/// What became of a facility between two surveys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nothing but what receivers differ by.
    Unchanged,
    /// Entered some tens of metres aside.
    Moved,
    /// Called otherwise.
    Renamed,
    /// Called by a short name.
    Abbreviated,
    /// Entered twice.
    Duplicated,
    /// Gone, with another beside it that is called almost the same.
    Neighbour,
    /// Only the second survey has it.
    New,
    /// Only the first survey has it.
    Gone,
}

/// How often each happens in a thousand facilities, in their order; the last takes the rest.
const OFTEN: [(Change, u32); 7] = [
    (Change::Unchanged, 200),
    (Change::Moved, 200),
    (Change::Renamed, 100),
    (Change::Abbreviated, 200),
    (Change::Duplicated, 90),
    (Change::Neighbour, 90),
    (Change::New, 50),
];

/// What tells a place from the one beside it: the first and the second survey's.
const BESIDE: [[&str; 2]; 6] =
    [["东门", "西门"], ["1号", "2号"], ["一期", "二期"], ["A区", "B区"], ["北侧", "南侧"], ["地上", "地下"]];

/// Millionths of a degree that receivers differ by, and that the entered place lies aside, each way.
const JITTER: i64 = 50;
const ASIDE: [i64; 2] = [150, 450];

/// One type, surveyed twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resurvey {
    /// Id of the type.
    pub name: String,
    /// The first survey, as CSV.
    pub before: String,
    /// The second.
    pub after: String,
    /// Every row of the second.
    pub truth: Vec<Who>,
}

/// Who a row of the second survey is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    /// The row, as a spreadsheet shows it.
    pub row: u32,
    /// Its row in the first survey; none where that has it not.
    pub before: Option<u32>,
    /// What became of it.
    pub change: Change,
}

/// Both surveys of every type that has places of its own, less those of people.
pub fn resurveys(plan: &Plan, catalogue: &Catalogue, recipe: &Recipe) -> Vec<Resurvey> {
    let city = Arc::new(city(plan, catalogue, recipe));
    let stands_alone = |number: &usize| {
        let of = catalogue.types.get(*number);
        of.is_some_and(|of| !of.personal && of.part_of.is_empty() && of.property("latitude").is_some())
    };
    let types = (0..catalogue.types.len()).filter(stands_alone);
    types.filter_map(|number| Writing::new(&city, number).all()).collect()
}

/// Both surveys of a type while they are written.
struct Writing<'a> {
    city: Arc<City<'a>>,
    facility_type: usize,
    files: [SurveyFile<'a>; 2],
    texts: [String; 2],
    /// Rows so far, that of the headers first.
    rows: [u32; 2],
    truth: Vec<Who>,
}

impl<'a> Writing<'a> {
    fn new(city: &Arc<City<'a>>, facility_type: usize) -> Self {
        let files = [0, 1].map(|round| SurveyFile::new(Arc::clone(city), facility_type, round));
        let city = Arc::clone(city);
        Self { city, facility_type, files, texts: Default::default(), rows: [1, 1], truth: Vec::new() }
    }

    fn all(mut self) -> Option<Resurvey> {
        for (file, text) in self.files.iter().zip(&mut self.texts) {
            file.sheet()?.unnumbered_headers(text);
        }
        let city = Arc::clone(&self.city);
        for number in 0..city.counts.get(self.facility_type).copied().unwrap_or_default() {
            self.facility(&city.facility(self.facility_type, number)?);
        }
        let name = city.catalogue.types.get(self.facility_type)?.id.to_string();
        let [before, after] = self.texts;
        Some(Resurvey { name, before, after, truth: self.truth })
    }

    fn facility(&mut self, facility: &Facility<'a>) {
        let mut dice = facility.dice("again");
        let change = OFTEN.get(dice.slot(&OFTEN.map(|(_, often)| often))).map_or(Change::Gone, |one| one.0);
        let beside = dice.pick(&BESIDE).copied().unwrap_or_default();
        let numbered = dice.happens(500);
        let name = |given: bool, short: bool| self.city.called(facility, given, short, numbered);
        let (long, short, other) = (name(false, false), name(false, true), name(true, false));
        let marked =
            |mark: &str| if change == Change::Neighbour { format!("{long}{mark}") } else { long.clone() };
        let first = (change != Change::New).then(|| self.row(0, facility, &marked(beside[0]), [0, 0]));
        let aside =
            if matches!(change, Change::Moved | Change::Neighbour) { aside(&mut dice) } else { [0, 0] };
        let called = match change {
            Change::Renamed => other,
            Change::Abbreviated => short.clone(),
            _ => marked(beside[1]),
        };
        let before = first.filter(|_| change != Change::Neighbour);
        if change != Change::Gone {
            self.again(facility, &called, [aside, jitter(&mut dice)], (before, change));
        }
        if change == Change::Duplicated {
            self.again(facility, &short, [aside, jitter(&mut dice)], (before, change));
        }
    }

    fn again(
        &mut self,
        facility: &Facility<'a>,
        name: &str,
        [aside, jitter]: [[i64; 2]; 2],
        (before, change): (Option<u32>, Change),
    ) {
        let row = self.row(1, facility, name, [aside[0] + jitter[0], aside[1] + jitter[1]]);
        self.truth.push(Who { row, before, change });
    }

    /// Writes a row of a survey, and gives its number.
    fn row(&mut self, round: usize, facility: &Facility<'a>, name: &str, aside: [i64; 2]) -> u32 {
        let truths = self.city.truths(facility, round);
        let at = |axis: usize| i32::try_from(i64::from(facility.place.position[axis]) + aside[axis]).ok();
        if let Some(sheet) = self.files.get(round).and_then(SurveyFile::sheet) {
            sheet.unnumbered_row(&mut self.texts[round], facility, &truths, name, [at(0), at(1)]);
        }
        self.rows[round] += 1;
        self.rows[round]
    }
}

fn jitter(dice: &mut Dice) -> [i64; 2] {
    [0, 0].map(|_: i64| dice.between(-JITTER, JITTER))
}

fn aside(dice: &mut Dice) -> [i64; 2] {
    [0, 0].map(|_: i64| dice.between(ASIDE[0], ASIDE[1]) * if dice.happens(500) { 1 } else { -1 })
}

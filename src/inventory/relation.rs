//! What always holds between numbers of one facility tightens them.
//!
//! Accessible bays are some of all bays: 3 accessible ones mean at least 3 in
//! all. Each relation is applied once, in the order of the catalogue, before
//! anything is evaluated. Recorded values that break one are a conflict.

use hashbrown::HashMap;

use super::column::{Dictionary, Draft, NOWHERE};
use super::{Cell, Status};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::{FacilityType, Property, Relation};
use crate::quantity::{Interval, Rational};

/// The columns of a type while they are being resolved.
pub(super) struct Drafts {
    pub(super) columns: Vec<Option<Draft>>,
    /// What each property is where nothing is recorded.
    pub(super) blanks: Vec<Cell>,
    pub(super) facilities: usize,
}

pub(super) fn apply(
    facility_type: &FacilityType,
    drafts: &mut Drafts,
    place: impl Fn(u32) -> Place,
) -> Vec<Diagnostic> {
    let mut broken = Vec::new();
    for relation in &facility_type.relations {
        if let Some(mut terms) = Terms::of(relation, drafts) {
            for facility in 0..drafts.facilities {
                if !terms.tighten(facility) {
                    broken.push(diagnostic(facility_type, relation, &terms, facility, &place));
                    terms.contradict(facility_type, facility);
                }
            }
            terms.put_back(drafts);
        }
    }
    broken
}

/// The columns of a relation, taken out while they change.
struct Terms {
    /// Property, its sign in `sum of terms <= 0`, and its column.
    columns: Vec<(usize, bool, Draft, Dictionary<Cell>)>,
    equal: bool,
    /// What was made of codes that came before: surveys repeat themselves. Nothing where they contradict each other.
    known: HashMap<Vec<u32>, Option<Vec<u32>>>,
    /// The codes of the facility at hand.
    codes: Vec<u32>,
}

impl Terms {
    /// `None` where no term was ever surveyed, so that there is nothing to learn.
    fn of(relation: &Relation, drafts: &mut Drafts) -> Option<Self> {
        let left = relation.left.iter().map(|property| (*property, true));
        let both: Vec<_> = left.chain(relation.right.iter().map(|property| (*property, false))).collect();
        let surveyed =
            |(property, _): &(usize, bool)| drafts.columns.get(*property).is_some_and(Option::is_some);
        if !both.iter().any(surveyed) {
            return None;
        }
        let columns = both.into_iter().filter_map(|(property, plus)| {
            let blank = drafts.blanks.get(property)?.clone();
            let column = drafts.columns.get_mut(property)?.take();
            let column = column.unwrap_or_else(|| empty(&blank, drafts.facilities));
            let mut dictionary = Dictionary::starting_with(blank);
            column.cells.iter().for_each(|cell| {
                dictionary.code(cell.clone());
            });
            Some((property, plus, column, dictionary))
        });
        Some(Self {
            columns: columns.collect(),
            equal: relation.equal,
            known: HashMap::new(),
            codes: Vec::new(),
        })
    }

    /// Narrows every term by the others; false where nothing is left of one.
    fn tighten(&mut self, facility: usize) -> bool {
        self.codes.clear();
        self.codes.extend(self.columns.iter().map(|(_, _, column, _)| code(column, facility)));
        if !self.known.contains_key(&self.codes) {
            let codes = self.codes.clone();
            let narrowed = self.narrowed_codes(&codes);
            self.known.insert(codes, narrowed);
        }
        let narrowed = self.known.get(&self.codes).and_then(Option::as_ref);
        for ((.., column, _), code) in self.columns.iter_mut().zip(narrowed.into_iter().flatten()) {
            if let Some(place) = column.codes.get_mut(facility) {
                *place = *code;
            }
        }
        narrowed.is_some()
    }

    /// The codes of what is left of each term.
    fn narrowed_codes(&mut self, codes: &[u32]) -> Option<Vec<u32>> {
        let values: Vec<Interval> =
            self.columns.iter().zip(codes).map(|((.., cells), code)| number(cells.get(*code))).collect();
        let narrowed: Vec<Interval> =
            (0..values.len()).map(|term| self.narrowed(&values, term)).collect::<Option<_>>()?;
        let terms = self.columns.iter_mut().zip(codes).zip(values.into_iter().zip(narrowed));
        Some(terms.map(|(((.., cells), code), (old, new))| narrower(cells, *code, old, new)).collect())
    }

    /// What the other terms leave of one: `x <= -(sum of the others)`, signs considered.
    fn narrowed(&self, values: &[Interval], term: usize) -> Option<Interval> {
        let signed = |(number, value): (usize, &Interval)| if self.plus(number) { *value } else { -*value };
        let others = values.iter().enumerate().filter(|(number, _)| *number != term);
        let rest =
            others.map(signed).fold(Interval::exact(Rational::from_integer(0)), |sum, value| sum + value);
        let limit = Interval::new(if self.equal { (-rest).low() } else { None }, (-rest).high())?;
        let limit = if self.plus(term) { limit } else { -limit };
        values.get(term)?.intersect(limit)
    }

    /// Makes what is recorded a conflict, and forgets what was concluded of the rest.
    fn contradict(&mut self, facility_type: &FacilityType, facility: usize) {
        for (property, _, column, cells) in &mut self.columns {
            let status = match cells.get(code(column, facility)).status {
                Status::Known => Status::Conflict,
                unknown => unknown,
            };
            let property = facility_type.properties.get(*property);
            if let Some((property, place)) = property.zip(column.codes.get_mut(facility)) {
                *place = cells.code(Cell::unknown(property, status));
            }
        }
    }

    fn plus(&self, term: usize) -> bool {
        self.columns.get(term).is_some_and(|(_, plus, ..)| *plus)
    }

    fn put_back(self, drafts: &mut Drafts) {
        for (property, _, mut column, dictionary) in self.columns {
            column.cells = dictionary.into_values();
            if let Some(place) = drafts.columns.get_mut(property) {
                *place = Some(column);
            }
        }
    }
}

/// The code of a cell with another number; one in conflict stays as it is.
fn narrower(cells: &mut Dictionary<Cell>, code: u32, old: Interval, new: Interval) -> u32 {
    let cell = cells.get(code);
    if old == new || cell.status == Status::Conflict {
        return code;
    }
    let status = cell.status;
    cells.code(Cell { status, value: new.into() })
}

fn code(column: &Draft, facility: usize) -> u32 {
    column.codes.get(facility).copied().unwrap_or_default()
}

fn number(cell: &Cell) -> Interval {
    cell.number().unwrap_or(Interval::UNBOUNDED)
}

fn empty(blank: &Cell, facilities: usize) -> Draft {
    Draft { cells: vec![blank.clone()], codes: vec![0; facilities], origins: vec![NOWHERE; facilities] }
}

fn diagnostic(
    facility_type: &FacilityType,
    relation: &Relation,
    terms: &Terms,
    facility: usize,
    place: impl Fn(u32) -> Place,
) -> Diagnostic {
    let row = terms
        .columns
        .iter()
        .find_map(|(_, _, column, _)| column.origins.get(facility).copied().filter(|row| *row != NOWHERE));
    let in_words = |label: fn(&Property) -> &str| {
        let sum = |properties: &[usize]| {
            let terms = properties.iter().filter_map(|number| facility_type.properties.get(*number));
            terms.map(label).collect::<Vec<_>>().join(" + ")
        };
        let sign = if relation.equal { "=" } else { "≤" };
        format!("{} {sign} {}", sum(&relation.left), sum(&relation.right))
    };
    Diagnostic::new(Code::RelationBroken, row.map(place).unwrap_or_default())
        .with("relation_zh", in_words(|property| &property.label.zh))
        .with("relation_en", in_words(|property| &property.label.en))
}

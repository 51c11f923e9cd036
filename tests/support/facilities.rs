//! Facilities made up by the thousand, and what the shipped standards say of them.

use std::sync::{Arc, OnceLock};

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::Builder;
use barrierfree::locale::{Language, Locale};
use barrierfree::model::{Finding, Observed, Origin, Outcome, Record, SurveyTable, day_number};
use barrierfree::project::Library;
use barrierfree::quantity::{Interval, Rational};
use jiff::civil::{Date, date};

/// What is recorded of a facility.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Known {
    Count(u32),
    /// Thousandths of the canonical unit.
    Milli(u32),
    /// A fraction.
    Ratio(u32, u32),
    Word(&'static str),
    Yes,
    Day(Date),
}

/// A facility: properties and what is recorded of them.
pub(crate) type Made = Vec<(&'static str, Known)>;

/// What ships, read once.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        Library::load(None).unwrap_or_else(|failure| panic!("{}", failure.say(&Locale::new(Language::En))))
    })
}

/// The findings of one requirement about facilities of a type, in their order.
pub(crate) fn findings(requirement: &str, standard: &str, kind: &str, made: &[Made]) -> Vec<Finding> {
    let scope = Scope { standards: vec![standard.into()], all_findings: true, ..Scope::default() };
    judged(&scope, kind, made).into_iter().filter(|one| one.duty.id.as_str() == requirement).collect()
}

/// All findings about facilities of a type.
pub(crate) fn judged(scope: &Scope, kind: &str, made: &[Made]) -> Vec<Finding> {
    let library = library();
    let (number, facility_type) = library.catalogue.facility_type(kind).expect("a type");
    let mut builder = Builder::new(Arc::clone(&library.catalogue));
    builder.table(SurveyTable {
        file: "made-up".into(),
        sheet: None,
        facility_type: number,
        headers: Vec::new(),
        crs: None,
    });
    let observed = |(id, known): &(&'static str, Known)| {
        let (number, property) = facility_type.property(id).expect("a property");
        let exact = |value: Rational| Observed::Number(Interval::exact(value).into());
        let observed = match *known {
            Known::Count(count) => Observed::Number(Interval::exact(i128::from(count)).into()),
            Known::Milli(value) => exact(Rational::new(i128::from(value), 1_000)),
            Known::Ratio(above, below) => exact(Rational::new(i128::from(above), i128::from(below))),
            Known::Word(word) => Observed::Category(property.value(word).expect("a value")),
            Known::Yes => Observed::Flag(true),
            Known::Day(day) => exact(day_number(day)),
        };
        (number, observed.into())
    };
    for (row, made) in (2..).zip(made) {
        builder.push(Record {
            origin: Origin { table: 0, row },
            facility_type: number,
            id: Some(format!("{row:07}").into()),
            observed_on: Some(date(2026, 1, 1)),
            known_at: None,
            position: None,
            written: None,
            values: made.iter().map(observed).collect(),
        });
    }
    let (inventory, _) = builder.build(date(2026, 6, 1));
    run(scope, &inventory, &library.program).1
}

/// A table of the law: so many of a whole require so many of a part.
pub(crate) struct Tier {
    pub(crate) requirement: &'static str,
    pub(crate) standard: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) whole: &'static str,
    pub(crate) part: &'static str,
    pub(crate) given: Made,
}

impl Tier {
    /// Compares what is required of every whole up to `most` with a number computed another way.
    pub(crate) fn agrees(&self, most: u32, required: impl Fn(u32) -> Option<u32>) {
        let made = |whole| {
            let counts = [(self.whole, Known::Count(whole)), (self.part, Known::Count(0))];
            self.given.iter().copied().chain(counts).collect()
        };
        let made: Vec<Made> = (0..=most).map(made).collect();
        let findings = findings(self.requirement, self.standard, self.kind, &made);
        assert_eq!(findings.len(), made.len(), "{}", self.requirement);
        for (whole, finding) in (0..=most).zip(findings) {
            let expected = required(whole).map(|number| Interval::exact(i128::from(number)));
            let what = format!("{} of {whole}", self.requirement);
            assert_eq!(finding.required(), expected, "{what}");
            assert_eq!(finding.shortfall(), expected, "{what}");
            let outcome = if expected.is_none() { Outcome::Inapplicable } else { Outcome::Failed };
            assert_eq!(finding.outcome, outcome, "{what}");
        }
    }
}

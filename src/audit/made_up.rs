//! The inventory of a case: its subject, the facilities beside it, an earlier round.

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::inventory::{Builder, Inventory};
use crate::model::{
    Catalogue, Complete, FacilityType, Kind, Observed, Origin, Property, Record, SurveyTable, day_number,
};
use crate::quantity::Interval;
use crate::standard::pack::{CONFLICT, Case, Given, Standard, UNKNOWN};

/// The id of the subject of a case.
pub(super) const SUBJECT: &str = "case";

/// How long ago an earlier round was; longer than any trend looks back.
const ROUND: i32 = 400;

/// Makes the inventory of a case whose subject is of a type, or an area.
pub(super) fn inventory(
    catalogue: &Arc<Catalogue>,
    standard: &Standard,
    case: &Case,
    subject: Option<usize>,
    remembered: &[usize],
) -> Inventory {
    let today = case.as_of.unwrap_or(jiff::civil::date(2026, 1, 1));
    let mut made = Made { builder: Builder::new(Arc::clone(catalogue)), catalogue, today, rows: 2 };
    for kind in remembered {
        made.builder.remember(*kind);
    }
    if let Some(kind) = subject {
        made.facility(kind, SUBJECT, &case.given, case.earlier.as_deref());
    }
    for (nth, other) in case.others.iter().enumerate() {
        if let Some((kind, _)) = catalogue.facility_type(&other.facility_type) {
            made.facility(kind, &other.id(nth), &other.given, other.earlier.as_deref());
        }
    }
    for day in [today, made.earlier()] {
        let complete = |name: &String| Complete {
            facility_type: name.as_str().into(),
            jurisdiction: standard.jurisdiction.clone(),
            on: day,
        };
        case.complete.iter().map(complete).for_each(|one| made.builder.complete(one));
    }
    made.builder.build(today).0
}

/// Makes an inventory of facilities of one type, in the order of what is given of each; nothing contradicts.
pub(super) fn facilities(
    catalogue: &Arc<Catalogue>,
    kind: usize,
    today: Date,
    given: &[Vec<(String, Given)>],
) -> Inventory {
    let mut made = Made { builder: Builder::new(Arc::clone(catalogue)), catalogue, today, rows: 1 };
    for (number, given) in given.iter().enumerate() {
        made.facility(kind, &format!("{number:08}"), given, None);
    }
    made.builder.build(today).0
}

struct Made<'a> {
    builder: Builder,
    catalogue: &'a Catalogue,
    today: Date,
    /// How many rows of a day see each facility.
    rows: u32,
}

impl Made<'_> {
    fn earlier(&self) -> Date {
        self.today.checked_sub(ROUND.days()).unwrap_or(Date::MIN)
    }

    /// A facility as the rows of one day see it; they differ where the case wants a conflict.
    fn facility(
        &mut self,
        kind: usize,
        id: &str,
        given: &[(String, Given)],
        earlier: Option<&[(String, Given)]>,
    ) {
        let Some(facility_type) = self.catalogue.types.get(kind) else { return };
        let table = SurveyTable {
            file: "case".into(),
            sheet: None,
            facility_type: kind,
            headers: Vec::new(),
            crs: None,
        };
        let table = self.builder.table(table);
        let rounds = [Some((given, self.today)), earlier.map(|earlier| (earlier, self.earlier()))];
        for (values, day) in rounds.into_iter().flatten() {
            for row in 1..=self.rows {
                self.builder.push(Record {
                    origin: Origin { table, row },
                    facility_type: kind,
                    id: Some(id.into()),
                    observed_on: Some(day),
                    known_at: None,
                    position: position(values),
                    written: None,
                    values: observations(facility_type, values, row),
                });
            }
        }
    }
}

fn observations(
    facility_type: &FacilityType,
    given: &[(String, Given)],
    row: u32,
) -> Vec<(usize, Arc<Observed>)> {
    let values = given.iter().filter_map(|(name, given)| {
        let (property, found) = facility_type.property(name)?;
        Some((property, observed(found, given, row)?.into()))
    });
    values.collect()
}

/// Longitude and latitude, where both are given.
fn position(given: &[(String, Given)]) -> Option<(f64, f64)> {
    let degrees = |wanted: &str| {
        let (_, value) = given.iter().find(|(name, _)| name == wanted)?;
        let Given::Number(value) = value else { return None };
        value.single().and_then(fraction)
    };
    Some((degrees("longitude")?, degrees("latitude")?))
}

#[expect(clippy::cast_precision_loss, reason = "a position is a float")]
fn fraction(value: crate::quantity::Rational) -> Option<f64> {
    Some(*value.numer() as f64 / *value.denom() as f64).filter(|value| value.is_finite())
}

fn observed(property: &Property, given: &Given, row: u32) -> Option<Observed> {
    Some(match given {
        Given::Flag(flag) => Observed::Flag(*flag),
        Given::Number(value) => Observed::Number((*value).into()),
        Given::Text(text) if text == UNKNOWN => Observed::Unknown,
        Given::Text(text) if text == CONFLICT => contradicting(property, row),
        Given::Text(text) => match property.kind {
            Kind::Category => Observed::Category(property.value(text)?),
            Kind::Date => Observed::Number(Interval::exact(day_number(text.parse().ok()?)).into()),
            _ => Observed::Text(text.as_str().into()),
        },
    })
}

/// A value that is another one in another row.
fn contradicting(property: &Property, row: u32) -> Observed {
    match property.kind {
        Kind::Boolean => Observed::Flag(row == 1),
        Kind::Category => Observed::Category(row as usize - 1),
        Kind::Text => Observed::Text(row.to_string().into()),
        _ => Observed::Number(Interval::exact(i128::from(row)).into()),
    }
}

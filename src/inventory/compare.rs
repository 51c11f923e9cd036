//! Two states of an inventory side by side: what is new, what was not seen again, what is recorded otherwise.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Cell, Facility, Inventory, Status, Value};
use crate::model::{
    Adcode, Altered, Compared, FEWEST_PEOPLE, FacilityType, Fate, FateCount, Fates, Observed, Recorded,
    Source,
};
use crate::quantity::Truth;

/// What is compared: an earlier state and a later one of one catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// The earlier one.
    pub before: &'a Inventory,
    /// The later one.
    pub after: &'a Inventory,
    /// Whom the later one has not seen after this day is unseen, though it knows of it.
    pub since: Option<Date>,
    /// Where facilities belong that do not say.
    pub usual: Option<&'a Adcode>,
}

/// Areas in the order they are counted in: who belongs nowhere comes last.
type Areas = BTreeMap<(bool, Option<Adcode>), Fates>;

/// A facility by its number on either side, one of them at least.
type Pair = (Option<usize>, Option<usize>);

/// What became of the facilities: counts by type and area, and each that is not the same as before, less those of people.
pub fn compare(sides: Sides<'_>) -> (Vec<FateCount>, Vec<Compared>) {
    let (mut counts, mut facilities) = (Vec::new(), Vec::new());
    for (number, of) in sides.after.catalogue.types.iter().enumerate() {
        let mut areas = Areas::new();
        for pair in sides.pairs(number) {
            let (area, compared) = sides.compared(number, of, pair);
            areas.entry((area.is_none(), area)).or_default().add(compared.as_ref().map(|one| one.fate));
            facilities.extend(compared.filter(|_| !of.personal));
        }
        counts.extend(counted(of, areas));
    }
    (counts, facilities)
}

/// One small count of people withholds those of all areas: what is left when others are counted is a count too.
fn counted(of: &FacilityType, areas: Areas) -> impl Iterator<Item = FateCount> {
    let is_few = |count: u64| count > 0 && i128::from(count) < FEWEST_PEOPLE;
    let few = of.personal && areas.values().any(|fates| fates.all().into_iter().any(is_few));
    let id = of.id.clone();
    areas.into_iter().map(move |((_, jurisdiction), fates)| FateCount {
        facility_type: id.clone(),
        jurisdiction,
        counts: (!few).then_some(fates),
    })
}

impl Sides<'_> {
    /// The facilities of a type on both sides; each side has them in the order of their ids.
    fn pairs(self, number: usize) -> Vec<Pair> {
        let [before, after] = [self.before, self.after]
            .map(|one| one.tables.get(number).map_or(&[][..], |table| &table.facilities));
        let (mut pairs, mut left, mut right) = (Vec::new(), 0, 0);
        loop {
            let order = match (before.get(left), after.get(right)) {
                (None, None) => return pairs,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(one), Some(other)) => one.id.cmp(&other.id),
            };
            pairs.push((
                (order != Ordering::Greater).then_some(left),
                (order != Ordering::Less).then_some(right),
            ));
            left += usize::from(order != Ordering::Greater);
            right += usize::from(order != Ordering::Less);
        }
    }

    /// Where a facility belongs, and what became of it; nothing where it is as it was.
    fn compared(
        self,
        number: usize,
        of: &FacilityType,
        (left, right): Pair,
    ) -> (Option<Adcode>, Option<Compared>) {
        let facility = |side: &'_ Inventory, at: Option<usize>| -> Option<Facility> {
            side.tables.get(number)?.facilities.get(at?).cloned()
        };
        let (before, after) = (facility(self.before, left), facility(self.after, right));
        let last = after.as_ref().or(before.as_ref());
        let area = last.and_then(|one| one.jurisdiction.clone()).or_else(|| self.usual.cloned());
        let changes = match (left, right) {
            (Some(left), Some(right)) => self.changes(number, of, [left, right]),
            _ => Vec::new(),
        };
        let moved = before.as_ref().zip(after.as_ref()).and_then(|(one, other)| moved(one, other));
        let is_unseen = after.as_ref().is_none_or(|one| self.since.is_some_and(|day| one.seen <= day));
        let fate = match (&before, &after) {
            (None, _) => Some(Fate::New),
            _ if is_unseen => Some(Fate::Unseen),
            _ => (!changes.is_empty() || moved.is_some()).then_some(Fate::Changed),
        };
        let id = of.property("id").map(|(id, _)| id);
        let row =
            |side: &Inventory, at: Option<usize>| source(side, id?, side.tables.get(number)?.last_row(at?)?);
        let compared = fate.zip(last).map(|(fate, last)| Compared {
            facility_type: of.id.clone(),
            id: last.id.clone(),
            name: last.name.clone().or_else(|| before.as_ref()?.name.clone()),
            jurisdiction: area.clone(),
            fate,
            seen: [before.as_ref().map(|one| one.seen), after.as_ref().map(|one| one.seen)],
            rows: [row(self.before, left), row(self.after, right)],
            moved,
            changes,
        });
        (area, compared)
    }

    /// What is recorded otherwise; what the later side does not speak of has not changed.
    fn changes(self, number: usize, of: &FacilityType, at: [usize; 2]) -> Vec<Altered> {
        let sides = [(self.before, at[0]), (self.after, at[1])];
        let one = |(index, property): (usize, &crate::model::Property)| {
            let values = sides
                .map(|(side, at)| recorded(side.tables.get(number).and_then(|table| table.cell(index, at))));
            let is_change = values[1] != Recorded::Nothing && values[0] != values[1];
            let cell = |(side, at): (&Inventory, usize)| {
                source(side, index, side.tables.get(number)?.rows(index, at).next()?)
            };
            is_change.then(|| Altered { property: property.id.clone(), values, cells: sides.map(cell) })
        };
        of.properties.iter().enumerate().filter_map(one).collect()
    }
}

/// The cell of a property in a row named by number.
fn source(side: &Inventory, property: usize, row: u32) -> Option<Source> {
    let origin = side.origin(row)?;
    let columns = side.columns(origin.table, [property])?;
    Some(Source { columns: Arc::new(columns), row: origin.row, statuses: Vec::new() })
}

fn moved(before: &Facility, after: &Facility) -> Option<[(f64, f64); 2]> {
    let (one, other) = (before.position?, after.position?);
    let bits = |(x, y): (f64, f64)| (x.to_bits(), y.to_bits());
    (bits(one) != bits(other)).then_some([one, other])
}

fn recorded(cell: Option<&Cell>) -> Recorded {
    let Some(cell) = cell else { return Recorded::Nothing };
    match cell.status {
        Status::NotSurveyed => Recorded::Nothing,
        Status::Conflict => Recorded::Conflict,
        Status::RecordedUnknown => Recorded::Value(Observed::Unknown),
        Status::NotApplicable => Recorded::Value(Observed::NotApplicable),
        Status::Known => Recorded::Value(match &cell.value {
            Value::Number(Some(interval)) => Observed::Number(interval.clone()),
            Value::Flag(truth) => Observed::Flag(*truth == Truth::True),
            Value::Category(Some(index)) => Observed::Category(*index),
            Value::Text(Some(text)) => Observed::Text(text.clone()),
            Value::Number(None) | Value::Category(None) | Value::Text(None) => Observed::Unknown,
        }),
    }
}

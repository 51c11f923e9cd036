//! Facilities of which anything may be known, badly known, contradicted or unknown.

use std::collections::BTreeMap;
use std::sync::Arc;

use barrierfree::inventory::{Builder, Inventory};
use barrierfree::model::{
    Catalogue, Complete, FacilityType, Kind, Observed, Origin, Property, Record, SurveyTable, day_number,
};
use barrierfree::quantity::{Interval, Rational};
use jiff::civil::{Date, date};

use super::Dice;

/// The day everything is looked at.
pub(crate) const AS_OF: Date = date(2026, 6, 1);

const PLACES: [&str; 5] = ["150800", "230881", "411200", "120000", "999901"];

/// Rows of one facility type.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    facility_type: usize,
    pub(crate) records: Vec<Record>,
    /// Whether there are no others, and earlier states are known.
    whole: bool,
}

impl Facts {
    /// So many facilities of a type; each has its id as name.
    pub(crate) fn new(dice: &mut Dice, catalogue: &Catalogue, facility_type: usize, count: usize) -> Self {
        let of = &catalogue.types[facility_type];
        let mut records = Vec::new();
        for number in 0..count {
            records.push(record(dice, facility_type, of, number));
            if dice.happens(15) {
                records.push(record(dice, facility_type, of, number));
            }
        }
        for (row, record) in (2..).zip(&mut records) {
            record.origin.row = row;
        }
        Self { facility_type, records, whole: dice.happens(50) }
    }

    pub(crate) fn inventory(&self, catalogue: &Arc<Catalogue>) -> Inventory {
        let mut builder = Builder::new(Arc::clone(catalogue));
        builder.table(SurveyTable {
            file: "made-up".into(),
            sheet: None,
            facility_type: self.facility_type,
            headers: Vec::new(),
            crs: None,
        });
        self.records.iter().for_each(|record| builder.push(record.clone()));
        builder.remember(self.facility_type);
        let complete = |place: &&str| Complete {
            facility_type: catalogue.types[self.facility_type].id.clone(),
            jurisdiction: (**place).into(),
            on: date(2024, 1, 1),
        };
        PLACES.iter().filter(|_| self.whole).for_each(|place| builder.complete(complete(place)));
        builder.build(AS_OF).0
    }

    /// The same facilities with more known of some properties, and nothing changed that was known.
    pub(crate) fn refined(&self, dice: &mut Dice, catalogue: &Catalogue) -> Self {
        self.refined_where(dice, catalogue, &|_, _| true)
    }

    /// The same where only some properties of a record are learnt.
    pub(crate) fn refined_where(
        &self,
        dice: &mut Dice,
        catalogue: &Catalogue,
        is_learnt: &dyn Fn(&Record, usize) -> bool,
    ) -> Self {
        let of = &catalogue.types[self.facility_type];
        let mut rows: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        self.records.iter().for_each(|record| *rows.entry(record.id.as_deref()).or_default() += 1);
        let mut refined = self.clone();
        for record in &mut refined.records {
            // A later row takes the place of an earlier one: that is news, not more of the same.
            if rows.get(&record.id.as_deref()) == Some(&1) {
                refine(dice, of, record, is_learnt);
            }
        }
        refined
    }
}

fn record(dice: &mut Dice, facility_type: usize, of: &FacilityType, number: usize) -> Record {
    let name: Arc<str> = format!("{number:06}").into();
    let mut values = Vec::new();
    for (property, found) in of.properties.iter().enumerate() {
        match found.id.as_str() {
            "name" => values.push((property, Observed::Text(name.clone()).into())),
            _ if dice.happens(30) => {}
            "jurisdiction" => values.extend(dice.one_of(&PLACES).map(|place| (property, text(place).into()))),
            "parent" => values.push((property, text(&format!("{:06}", dice.below(3))).into())),
            _ => values.push((property, observed(dice, found).into())),
        }
    }
    let days = [date(2026, 1, 1), date(2026, 1, 2), date(2024, 6, 1)];
    let observed_on = if dice.happens(70) { dice.one_of(&days).copied() } else { None };
    let origin = Origin { table: 0, row: 0 };
    let steps = f64::from(u32::try_from(dice.below(8)).expect("few"));
    let position = dice.happens(70).then_some((107.4 + steps / 10_000.0, 40.7));
    let (known_at, written) = (None, None);
    Record { origin, facility_type, id: Some(name), observed_on, known_at, position, written, values }
}

fn text(text: &str) -> Observed {
    Observed::Text(text.into())
}

fn observed(dice: &mut Dice, property: &Property) -> Observed {
    match dice.below(20) {
        0 => Observed::Unknown,
        1 => Observed::NotApplicable,
        _ => match property.kind {
            Kind::Boolean => Observed::Flag(dice.happens(60)),
            Kind::Category => Observed::Category(dice.below(property.values.len())),
            Kind::Text => text(["甲", "乙", "A"][dice.below(3)]),
            Kind::Date => Observed::Number(Interval::exact(day(dice)).into()),
            _ => Observed::Number(interval(dice, dice_number).into()),
        },
    }
}

fn dice_number(dice: &mut Dice) -> Rational {
    dice.number()
}

fn day(dice: &mut Dice) -> Rational {
    day_number(date(2010, 1, 1)) + Rational::from(i128::try_from(dice.below(6000)).expect("small"))
}

/// One value mostly; else a range, at times without an end.
fn interval(dice: &mut Dice, of: fn(&mut Dice) -> Rational) -> Interval {
    let (a, b) = (of(dice), of(dice));
    let (low, high) = (a.min(b), a.max(b));
    match dice.below(10) {
        0..=5 => Interval::exact(a),
        6 => Interval::new(Some(low), None).expect("in order"),
        7 => Interval::new(None, Some(high)).expect("in order"),
        _ => Interval::new(Some(low), Some(high)).expect("in order"),
    }
}

fn refine(
    dice: &mut Dice,
    of: &FacilityType,
    record: &mut Record,
    is_learnt: &dyn Fn(&Record, usize) -> bool,
) {
    for (property, found) in of.properties.iter().enumerate() {
        let is_fixed = matches!(found.id.as_str(), "name" | "jurisdiction");
        if is_fixed || !dice.happens(40) || !is_learnt(record, property) {
            continue;
        }
        match record.values.iter_mut().find(|(number, _)| *number == property) {
            Some((_, value)) => *value = narrowed(dice, found, value).into(),
            None => record.values.push((property, narrowed(dice, found, &Observed::Unknown).into())),
        }
    }
}

/// Something that was possible before.
fn narrowed(dice: &mut Dice, property: &Property, value: &Observed) -> Observed {
    let before = match value {
        Observed::Number(interval) => **interval,
        Observed::Unknown | Observed::NotApplicable => match observed(dice, property) {
            Observed::Number(_) => property.unsurveyed,
            known => return known,
        },
        known => return known.clone(),
    };
    let inside = |value: &Rational| before.contains(Interval::exact(*value));
    let tried = [dice.number(), dice.number()].into_iter().filter(inside);
    let ends = [before.low(), before.high()].into_iter().flatten();
    let mut all: Vec<Rational> = tried.chain(ends).collect();
    all.sort();
    match (all.first(), all.last()) {
        (Some(first), Some(last)) if dice.happens(50) => {
            Observed::Number(Interval::new(Some(*first), Some(*last)).expect("in order").into())
        }
        (Some(_), Some(_)) => Observed::Number(Interval::exact(all[dice.below(all.len())]).into()),
        _ => Observed::Number(before.into()),
    }
}

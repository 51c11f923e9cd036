//! One property's rules, looked up and checked against its kind and bounds.

use super::raw::{Raw, RawRule, RawWhen};
use super::resolve::Mistakes;
use super::rule::{Band, Choice, Form, PropertyRecipe, Rule, When};
use crate::city::dice::key_of;
use crate::city::{MICRO, micro};
use crate::model::{FacilityType, Kind, Property};
use crate::quantity::{Interval, Unit};

/// Rules found for a property, and where.
pub(super) struct Found<'a> {
    pub(super) rules: &'a [RawRule],
    pub(super) at: String,
    /// Written for a kind of property, so they bend to its bounds.
    pub(super) by_kind: bool,
}

/// Everything a form may refer to.
struct Looking<'a> {
    facility_type: &'a FacilityType,
    property: &'a Property,
    bounds: (i64, i64),
    at: &'a str,
    by_kind: bool,
}

/// What to throw for a property.
pub(super) fn property(
    raw: &Raw,
    found: Option<Found>,
    facility_type: &FacilityType,
    property: &Property,
    mistakes: &mut Mistakes,
) -> PropertyRecipe {
    let bounds = limits(property.bounds);
    let rules = found.map_or_else(
        || without_rules(property),
        |Found { rules, at, by_kind }| {
            let looking = Looking { facility_type, property, bounds, at: &at, by_kind };
            rules.iter().map(|rule| looking.rule(rule, raw.defaults.improves, mistakes)).collect()
        },
    );
    PropertyRecipe { key: key_of(property.id.as_str()), rules, bounds }
}

/// Bounds in millionths; an end that is missing is as far as numbers go.
fn limits(bounds: Interval) -> (i64, i64) {
    (bounds.low().map_or(i64::MIN, micro), bounds.high().map_or(i64::MAX, micro))
}

/// Categories are all alike, anything else stays blank.
fn without_rules(property: &Property) -> Vec<Rule> {
    if property.kind != Kind::Category {
        return Vec::new();
    }
    let choices = (0..property.values.len()).map(|value| Choice { weight: 1, value }).collect();
    vec![Rule { when: None, form: Form::Weights(choices), improves: 0 }]
}

impl Looking<'_> {
    fn rule(&self, raw: &RawRule, default_improves: u32, mistakes: &mut Mistakes) -> Rule {
        let forms = raw.forms();
        for form in forms.iter().filter(|form| !fits(self.property.kind, form)) {
            mistakes.note(self.at, &format!("`{form}` does not suit `{}`", self.property.id));
        }
        if forms.len() > 1 {
            mistakes.note(self.at, &format!("only one of `{}` can be used", forms.join("`, `")));
        }
        let form = if forms.is_empty() { Form::Blank } else { self.form(raw, mistakes) };
        let by_default = if self.property.kind == Kind::Boolean { default_improves } else { 0 };
        let when = raw.when.as_ref().and_then(|when| self.when(when, mistakes));
        Rule { when, form, improves: raw.improves.unwrap_or(by_default) }
    }

    fn form(&self, raw: &RawRule, mistakes: &mut Mistakes) -> Form {
        let bands = |bands: &Option<Vec<[i64; 3]>>| bands.iter().flatten().map(band).collect::<Vec<Band>>();
        match self.property.kind {
            Kind::Boolean => Form::Chance(raw.chance.unwrap_or_default()),
            Kind::Category => Form::Weights(self.choices(raw, mistakes)),
            Kind::Text => Form::Texts(raw.texts.clone().unwrap_or_default()),
            Kind::Date => match self.base(raw, mistakes) {
                Some(base) => Form::DaysAfter(bands(&raw.days_after), base),
                None => Form::DaysBefore(bands(&raw.days_before)),
            },
            Kind::Ratio if raw.one_to.is_some() => Form::OneTo(bands(&raw.one_to)),
            _ => self.number(raw, bands(&raw.bands), mistakes),
        }
    }

    fn number(&self, raw: &RawRule, bands: Vec<Band>, mistakes: &mut Mistakes) -> Form {
        let of = self.base(raw, mistakes);
        let unit = self.unit(raw, of.is_some(), mistakes);
        let bands = if of.is_none() {
            bands.into_iter().map(|band| self.within_bounds(band, unit, mistakes)).collect()
        } else {
            bands
        };
        Form::Number { bands, unit, of }
    }

    /// Size of the rule's unit; of a share it is a ratio whatever the property is.
    fn unit(&self, raw: &RawRule, share: bool, mistakes: &mut Mistakes) -> i64 {
        let Some(name) = &raw.unit else { return MICRO };
        let dimension = if share { Kind::Ratio.dimension() } else { self.property.kind.dimension() };
        let found = Unit::find(name).filter(|unit| Some(unit.dimension) == dimension);
        if found.is_none() {
            let known = Unit::all().iter().filter(|unit| Some(unit.dimension) == dimension);
            mistakes.unknown(self.at, name, known.map(|unit| unit.symbol));
        }
        found.map_or(MICRO, |unit| micro(unit.factor()))
    }

    /// A range for a kind bends to the bounds of each property; one for the property has to keep them.
    fn within_bounds(&self, band: Band, unit: i64, mistakes: &mut Mistakes) -> Band {
        let (lowest, highest) = (self.bounds.0.saturating_add(unit - 1) / unit, self.bounds.1 / unit);
        if lowest <= band.low && band.low <= band.high && band.high <= highest {
            return band;
        }
        if !self.by_kind {
            mistakes.note(self.at, &format!("{} to {} is outside the bounds", band.low, band.high));
        }
        let (low, high) = (band.low.max(lowest), band.high.min(highest));
        // Nothing but an edge left: the kind's usual size says nothing here.
        let (low, high) = if low < high { (low, high) } else { (lowest, highest) };
        Band { low, high, ..band }
    }

    fn choices(&self, raw: &RawRule, mistakes: &mut Mistakes) -> Vec<Choice> {
        let weights = raw.weights.iter().flatten();
        weights
            .filter_map(|(name, &weight)| {
                Some(Choice { weight, value: self.value(self.property, name, mistakes)? })
            })
            .collect()
    }

    fn value(&self, of: &Property, name: &str, mistakes: &mut Mistakes) -> Option<usize> {
        let value = of.value(name);
        if value.is_none() {
            mistakes.unknown(self.at, name, of.values.iter().map(|value| &*value.id));
        }
        value
    }

    fn base(&self, raw: &RawRule, mistakes: &mut Mistakes) -> Option<usize> {
        raw.of.as_ref().and_then(|name| self.other(name, mistakes)).map(|(index, _)| index)
    }

    fn other(&self, name: &str, mistakes: &mut Mistakes) -> Option<(usize, &Property)> {
        let other = self.facility_type.property(name);
        if other.is_none() {
            let known = self.facility_type.properties.iter().map(|property| property.id.as_str());
            mistakes.unknown(self.at, name, known);
        }
        other
    }

    fn when(&self, raw: &RawWhen, mistakes: &mut Mistakes) -> Option<When> {
        let (property, other) = self.other(&raw.property, mistakes)?;
        let is = raw.is.iter().filter_map(|name| self.value(other, name, mistakes)).collect();
        Some(When { property, is })
    }
}

fn fits(kind: Kind, form: &str) -> bool {
    match kind {
        Kind::Boolean => form == "chance",
        Kind::Category => form == "weights",
        Kind::Text => form == "texts",
        Kind::Date => matches!(form, "days_before" | "days_after"),
        Kind::Ratio => matches!(form, "bands" | "one_to"),
        _ => form == "bands",
    }
}

fn band(&[weight, low, high]: &[i64; 3]) -> Band {
    Band { weight: u32::try_from(weight).unwrap_or_default(), low, high }
}

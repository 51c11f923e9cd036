//! Words that what is said of standards has in common.

use crate::locale::Message;
use crate::model::{PropertyId, Sample, SampleValue, Span, TypeId};
use crate::quantity::{Interval, Rational};
use crate::report::Context;
use crate::report::amount::{self, Scale};
use crate::report::table::grid::wrap;

impl Context<'_> {
    /// A number of a property, with its unit.
    pub(super) fn number(self, of: &TypeId, property: &PropertyId, value: Rational) -> String {
        let found =
            self.catalogue.facility_type(of.as_str()).and_then(|(_, of)| of.property(property.as_str()));
        let unit = found.and_then(|(_, found)| found.unit.clone());
        let scale = Scale::of(unit.as_ref(), of, std::slice::from_ref(property), self);
        amount::amount(Interval::exact(value), &scale, self)
    }

    /// A facility made up to show something: `停车场种类：广场、面向公众：是`.
    pub(super) fn sample(self, of: &TypeId, sample: &[Sample]) -> String {
        let one = |sample: &Sample| {
            let name = self.property(of, &sample.property);
            let message = Message::new("standard-sample").with("name", name);
            self.locale.say(&message.with("value", self.value(of, sample)))
        };
        self.list(&sample.iter().map(one).collect::<Vec<_>>())
    }

    fn value(self, of: &TypeId, sample: &Sample) -> String {
        match &sample.value {
            SampleValue::Flag(flag) => self.text(if *flag { "standard-yes" } else { "standard-no" }),
            SampleValue::Number(number) => {
                let single = number.single().map(|number| self.number(of, &sample.property, number));
                single.unwrap_or_else(|| number.to_string())
            }
            SampleValue::Word(word) => {
                let found = self.catalogue.facility_type(of.as_str());
                let property = found.and_then(|(_, of)| of.property(sample.property.as_str()));
                let value =
                    property.and_then(|(_, found)| found.values.iter().find(|value| *value.id == **word));
                value.map_or_else(|| word.to_string(), |value| self.label(&value.label).to_owned())
            }
        }
    }

    /// Where the amounts differ: `总车位数 101 个起`; nothing where they differ throughout.
    pub(super) fn stretch(self, of: &TypeId, span: &Span) -> String {
        let (Some(driver), Some(from)) = (&span.driver, span.from) else { return String::new() };
        let number = |value: Rational| amount::amount(Interval::exact(value), &Scale::Number(None), self);
        let key = match (span.to, span.only) {
            (Some(_), Some(_)) => "standard-span-some",
            (Some(to), None) if to == from => "standard-span-one",
            (Some(_), None) => "standard-span",
            (None, _) => "standard-span-from",
        };
        let message = Message::new(key).with("name", self.property(of, driver)).with("from", number(from));
        let message = message.with("to", span.to.map(number).unwrap_or_default());
        self.locale.say(&message.with("only", span.only.map(amount::count).unwrap_or_default()))
    }
}

/// Lines of a text of which all but the first stand further in.
pub(super) fn hanging(text: &str, by: usize, width: usize) -> Vec<String> {
    let lines = wrap(text, width.saturating_sub(by));
    lines.into_iter().map(|line| format!("{:by$}{line}", "")).collect()
}

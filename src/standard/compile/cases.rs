//! The examples of a requirement must speak of properties that exist.

use super::Compiler;
use crate::locale::Message;
use crate::model::{FacilityType, Kind, Property};
use crate::standard::mistake::{Mistake, Problem, suggestion};
use crate::standard::pack::{CONFLICT, Case, Given, RequirementText, UNKNOWN};
use crate::standard::program::Body;

impl Compiler<'_> {
    pub(super) fn check_cases(&mut self, text: &RequirementText, bodies: &[(usize, Body)]) {
        let catalogue = self.catalogue;
        for case in &text.cases {
            let wanted = case.subject.as_deref();
            let types = bodies.iter().filter_map(|(number, _)| catalogue.types.get(*number));
            let found = types.clone().find(|one| wanted.is_none_or(|wanted| one.id.as_str() == wanted));
            match found {
                Some(facility_type) => self.check_case(case, facility_type, text),
                None if bodies.is_empty() => {}
                None => {
                    let message =
                        Message::new("mistake-unknown-type").with("name", wanted.unwrap_or_default());
                    self.in_case(case, message, None);
                }
            }
        }
    }

    fn check_case(&mut self, case: &Case, facility_type: &FacilityType, text: &RequirementText) {
        for (name, given) in &case.given {
            let known = facility_type.properties.iter().map(|property| property.id.as_str());
            match facility_type.property(name) {
                None => {
                    let message = Message::new("mistake-unknown-property").with("name", name);
                    self.in_case(case, message.with("type", &facility_type.id), suggestion(name, known));
                }
                Some((_, property)) if !fits(property, given) => {
                    self.in_case(case, Message::new("mistake-not-a-value").with("name", name), None);
                }
                Some(_) => {}
            }
        }
        for (name, _) in &case.checks {
            let known = || text.checks.iter().map(|check| check.id.value.as_str());
            if !known().any(|id| id == name) {
                let message = Message::new("mistake-unknown-check").with("name", name);
                self.in_case(case, message, suggestion(name, known()));
            }
        }
    }

    fn in_case(&mut self, case: &Case, message: Message, help: Option<Message>) {
        let problem = Problem::Meaning(message);
        self.mistakes.push(Mistake { file: case.file, span: case.span.clone(), problem, help });
    }
}

fn fits(property: &Property, given: &Given) -> bool {
    match (property.kind, given) {
        (_, Given::Text(text)) if text == UNKNOWN || text == CONFLICT => true,
        (Kind::Boolean, Given::Flag(_)) | (Kind::Text, Given::Text(_)) => true,
        (Kind::Category, Given::Text(text)) => property.value(text).is_some(),
        (Kind::Date, Given::Text(text)) => text.parse::<jiff::civil::Date>().is_ok(),
        (kind, Given::Number(value)) if kind != Kind::Date => {
            kind.dimension().is_some() && property.bounds.contains(*value)
        }
        _ => false,
    }
}

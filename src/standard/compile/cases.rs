//! The examples of a requirement must speak of properties that exist.

use super::Compiler;
use crate::locale::Message;
use crate::model::{FacilityType, Kind, Property};
use crate::standard::mistake::{Mistake, Problem, suggestion};
use crate::standard::pack::{CONFLICT, Case, Given, RequirementText, UNKNOWN};
use crate::standard::program::{Areas, Body};

impl Compiler<'_> {
    pub(super) fn check_cases(
        &mut self,
        text: &RequirementText,
        bodies: &[(usize, Body)],
        areas: Option<&Areas>,
    ) {
        let catalogue = self.catalogue;
        for case in &text.cases {
            let wanted = case.subject.as_deref();
            let types = bodies.iter().filter_map(|(number, _)| catalogue.types.get(*number));
            let found = types.clone().find(|one| wanted.is_none_or(|wanted| one.id.as_str() == wanted));
            match found {
                Some(facility_type) => self.check_given(case, facility_type),
                None if areas.is_some() => self.check_given(case, self.area),
                None if bodies.is_empty() => {}
                None => {
                    let wanted = wanted.unwrap_or_default();
                    self.in_case(
                        case,
                        wanted,
                        Message::new("mistake-not-a-subject").with("name", wanted),
                        None,
                    );
                }
            }
            self.check_others(case);
            self.check_checks(case, text);
        }
    }

    fn check_given(&mut self, case: &Case, facility_type: &FacilityType) {
        self.check_values(case, facility_type, &case.given);
        self.check_values(case, facility_type, case.earlier.as_deref().unwrap_or_default());
    }

    fn check_others(&mut self, case: &Case) {
        let catalogue = self.catalogue;
        let known = || catalogue.types.iter().map(|one| one.id.as_str());
        let named = case.others.iter().map(|other| &other.facility_type).chain(&case.complete);
        for name in named.filter(|name| catalogue.facility_type(name).is_none()) {
            let message = Message::new("mistake-unknown-type").with("name", name);
            self.in_case(case, name, message, suggestion(name, known()));
        }
        for other in &case.others {
            if let Some((_, found)) = catalogue.facility_type(&other.facility_type) {
                self.check_values(case, found, &other.given);
                self.check_values(case, found, other.earlier.as_deref().unwrap_or_default());
            }
        }
    }

    fn check_values(&mut self, case: &Case, facility_type: &FacilityType, values: &[(String, Given)]) {
        for (name, given) in values {
            let known = facility_type.properties.iter().map(|property| property.id.as_str());
            match facility_type.property(name) {
                None => {
                    let message = Message::new("mistake-unknown-property").with("name", name);
                    let message = message.with("type", &facility_type.id);
                    self.in_case(case, name, message, suggestion(name, known));
                }
                Some((_, property)) if !fits(property, given) => {
                    self.in_case(case, name, Message::new("mistake-not-a-value").with("name", name), None);
                }
                Some(_) => {}
            }
        }
    }

    fn check_checks(&mut self, case: &Case, text: &RequirementText) {
        for (name, _) in &case.checks {
            let known = || text.checks.iter().map(|check| check.id.value.as_str());
            if !known().any(|id| id == name) {
                let message = Message::new("mistake-unknown-check").with("name", name);
                self.in_case(case, name, message, suggestion(name, known()));
            }
        }
    }

    /// Notes a mistake at a name of a case, or at the whole case where that is not found.
    fn in_case(&mut self, case: &Case, name: &str, message: Message, help: Option<Message>) {
        let place = case.names.iter().find(|(known, _)| known == name).map(|(_, span)| span.clone());
        let (problem, span) = (Problem::Meaning(message), place.unwrap_or_else(|| case.span.clone()));
        self.mistakes.push(Mistake { file: case.file, span, problem, help });
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

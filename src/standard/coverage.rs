//! A document from its first clause to its last: what is examined, and what is not.

use super::program::{Program, Requirement};
use crate::model::{Catalogue, Clause, ClauseStatus, Coverage};
use crate::quantity::Rational;
use crate::quantity::written::{self, Conventions, is_numeral};

/// Every clause of a standard, by its index in the program, in the order of the document.
pub fn coverage(program: &Program, catalogue: &Catalogue, standard: usize) -> Option<Coverage> {
    let of = program.standards.get(standard)?;
    let mut clauses = of.unexamined.clone();
    let mut own: Vec<&Requirement> =
        program.requirements.iter().filter(|one| one.standard == standard).collect();
    // A clause has its number and title from the requirement of its own id, whichever file comes first.
    own.sort_by_key(|one| one.duty.id.as_str() != one.duty.id.clause().as_str());
    for requirement in own {
        let duty = &requirement.duty;
        match clauses.iter_mut().find(|clause| clause.id == duty.id.clause()) {
            Some(clause) => clause.requirements.push(duty.id.clone()),
            None => clauses.push(checked(requirement)),
        }
    }
    clauses.sort_by_cached_key(|clause| (place(&clause.number, catalogue), clause.id.clone()));
    Some(Coverage { standard: of.id.clone(), title: of.title.clone(), clauses })
}

fn checked(requirement: &Requirement) -> Clause {
    let duty = &requirement.duty;
    Clause {
        id: duty.id.clause(),
        number: duty.clause.clone(),
        status: ClauseStatus::Checked,
        text: duty.title.clone(),
        requirements: vec![duty.id.clone()],
    }
}

/// Where a clause stands in its document: in the body or behind it, and the numbers down to it.
pub(super) type Place = (usize, Vec<Rational>);

/// Where a clause stands that is numbered like this; of several, the first.
pub(super) fn place(number: &str, catalogue: &Catalogue) -> Place {
    let first = number.split(['、', '；', ',', ';']).next().unwrap_or_default();
    let behind = catalogue.after_body.iter().position(|mark| first.starts_with(mark.as_str()));
    (behind.map_or(0, |nth| nth + 1), numbers(first))
}

/// The numbers in a text, in figures or Chinese numerals: `四16` is two of them.
fn numbers(text: &str) -> Vec<Rational> {
    let letters: Vec<char> = text.chars().collect();
    let is_one =
        |a: &char, b: &char| a.is_ascii_digit() == b.is_ascii_digit() && is_numeral(*a) && is_numeral(*b);
    letters.chunk_by(is_one).filter_map(|word| value(&word.iter().collect::<String>())).collect()
}

fn value(text: &str) -> Option<Rational> {
    let plain = Conventions { counters: &[], about: None };
    written::read(text, &plain).ok().filter(|read| read.unit.is_none())?.interval.single()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_stand_as_the_document_has_them() {
        let catalogue =
            Catalogue { after_body: vec!["附件".into(), "末段".into()], ..Catalogue::default() };
        let order = [
            "前言",
            "一(一)",
            "一(三)第二段",
            "二",
            "二(一)2、四(一)26",
            "二(一)10",
            "二(二)1",
            "三(十)1",
            "三(十二)1",
            "四16其余、17",
            "四18",
            "附件2",
            "附件24",
            "末段",
        ];
        let places: Vec<Place> = order.iter().map(|number| place(number, &catalogue)).collect();
        assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
        let codes = ["2.9.5", "2.9.10", "2.10.1", "第二十二条", "第二十四条第二款", "第一百零五条"];
        assert!(codes.map(|number| place(number, &catalogue)).is_sorted_by(|one, next| one < next));
    }
}

//! The list of what no requirement examines must agree with the requirements, and with the document's order.

use super::Compiler;
use crate::locale::Message;
use crate::model::{Clause, RequirementId};
use crate::standard::coverage::place;
use crate::standard::pack::{ClauseText, Packs};

impl Compiler<'_> {
    pub(super) fn check_coverage(&mut self) {
        let packs = self.packs;
        for group in packs.clauses.chunk_by(|a, b| a.0 == b.0) {
            let clauses: Vec<&ClauseText> = group.iter().map(|(_, clause)| clause).collect();
            for (nth, clause) in clauses.iter().enumerate() {
                let before = clauses.get(..nth).unwrap_or_default();
                self.check_clause(clause, before);
            }
        }
    }

    fn check_clause(&mut self, clause: &ClauseText, before: &[&ClauseText]) {
        let id = &clause.id;
        if before.iter().any(|other| other.id.value == id.value) {
            self.wrong(id, Message::new("mistake-duplicate-clause").with("name", &id.value), None);
        }
        let examines = |requirement: &&str| RequirementId::from(*requirement).clause().as_str() == id.value;
        if let Some(requirement) = self.packs.ids().find(examines) {
            let message = Message::new("mistake-clause-examined").with("name", &id.value);
            self.wrong(id, message.with("requirement", requirement), None);
        }
        let stands = |clause: &ClauseText| place(&clause.number.value, self.catalogue);
        if let Some(last) = before.last().filter(|last| stands(clause) < stands(last)) {
            let message = Message::new("mistake-clause-order").with("name", &id.value);
            self.wrong(&clause.number, message.with("before", &last.id.value), None);
        }
    }
}

/// The clauses of a standard that no requirement examines.
pub(super) fn unexamined(packs: &Packs, standard: usize) -> Vec<Clause> {
    let own = packs.clauses.iter().filter(|(of, _)| *of == standard);
    let clause = |clause: &ClauseText| Clause {
        id: clause.id.value.as_str().into(),
        number: clause.number.value.as_str().into(),
        status: clause.status,
        text: clause.reason.clone(),
        requirements: Vec::new(),
    };
    own.map(|(_, text)| clause(text)).collect()
}

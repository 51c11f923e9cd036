//! Keeps what repeats in a list once: texts and duties, named by number.

use std::collections::HashMap;

use serde::Serialize;

use super::View;
use crate::model::Duty;

/// A text, by its place in the list of all texts.
pub(super) type Text = usize;

/// A duty, in words.
#[derive(Serialize)]
pub(super) struct DutyRow {
    id: String,
    title: String,
    clause: String,
    strength: String,
    responsible: String,
    deadline: String,
    caveats: Vec<String>,
    /// Of the caveats the one that stands in the list too.
    unverified: Option<String>,
}

/// Every text once.
#[derive(Default)]
pub(super) struct Texts {
    pub(super) list: Vec<String>,
    places: HashMap<String, Text>,
}

impl Texts {
    pub(super) fn add(&mut self, text: String) -> Text {
        if let Some(place) = self.places.get(&text) {
            return *place;
        }
        self.list.push(text.clone());
        self.places.insert(text, self.list.len() - 1);
        self.list.len() - 1
    }
}

/// Every duty once.
pub(super) struct Duties<'a> {
    view: &'a View<'a>,
    pub(super) rows: Vec<DutyRow>,
    places: HashMap<String, usize>,
}

impl<'a> Duties<'a> {
    pub(super) fn new(view: &'a View<'a>) -> Self {
        Self { view, rows: Vec::new(), places: HashMap::new() }
    }

    pub(super) fn add(&mut self, duty: &Duty) -> usize {
        if let Some(place) = self.places.get(duty.id.as_str()) {
            return *place;
        }
        self.rows.push(self.row(duty));
        self.places.insert(duty.id.to_string(), self.rows.len() - 1);
        self.rows.len() - 1
    }

    fn row(&self, duty: &Duty) -> DutyRow {
        let context = self.view.context;
        DutyRow {
            id: duty.id.to_string(),
            title: context.label(&duty.title).to_owned(),
            clause: context.citation(duty),
            strength: context.strength(&duty.obligation),
            responsible: context.responsible(duty),
            deadline: context.deadline(duty, self.view.run.plan.as_of),
            caveats: context.caveats(duty, &self.view.run.plan),
            unverified: context.unverified(duty),
        }
    }
}

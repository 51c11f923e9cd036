//! The handbook: a page for each requirement, and the ways to find it.
//!
//! The program and the findings of its own cases go in, pages come out, as HTML
//! that opens by double click or as Markdown. It is for people who know the law
//! and not the program: what is asked is said in words made from what is
//! evaluated, and the line is drawn by two of the cases.

mod cases;
mod example;
mod html;
mod index;
mod markdown;
mod page;
mod related;
mod requirement;

use super::Context;
use crate::model::Finding;
use crate::parallel;
use crate::standard::pack::Standard;
use crate::standard::program::{Program, Requirement};
use page::{Link, Page};
use related::Related;

/// Stands at the beginning of every file written here.
pub const MARK: &str = "barrierfree handbook";

/// What pages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For reading and printing.
    Html,
    /// For repositories and wikis.
    Markdown,
}

/// What the pages are made from.
pub struct Handbook<'a> {
    /// The language, and the names of things.
    pub context: Context<'a>,
    /// Every requirement.
    pub program: &'a Program,
    /// What came of each case of each requirement.
    pub findings: &'a [Vec<Option<Finding>>],
    /// The requirements that have a page, by number.
    pub chosen: &'a [usize],
}

/// Names and texts of all pages; `index` is the first.
pub fn pages(handbook: &Handbook<'_>, format: Format) -> Vec<(String, String)> {
    let related = Related::of(handbook);
    let all = index::pages(handbook);
    let requirements = parallel::in_parallel(handbook.chosen.len(), |nth| {
        requirement::page(handbook, nth, &related).map(|page| handbook.file(&page, format))
    });
    let indexes = all.iter().map(|page| handbook.file(page, format));
    indexes.chain(requirements.into_iter().flatten()).collect()
}

impl<'a> Handbook<'a> {
    fn file(&self, page: &Page, format: Format) -> (String, String) {
        match format {
            Format::Html => (format!("{}.html", page.stem), html::render(page, self.context)),
            Format::Markdown => (format!("{}.md", page.stem), markdown::render(page, self.context)),
        }
    }

    fn requirement(&self, number: usize) -> Option<&'a Requirement> {
        self.program.requirements.get(number)
    }

    fn standard(&self, requirement: &Requirement) -> Option<&'a Standard> {
        self.program.standards.get(requirement.standard)
    }

    /// The requirements with a page, each with its number.
    fn chosen(&self) -> impl Iterator<Item = (usize, &'a Requirement)> {
        self.chosen.iter().filter_map(|number| Some((*number, self.requirement(*number)?)))
    }
}

/// A way to a requirement's page.
fn link(requirement: &Requirement, text: impl Into<String>) -> Link {
    Link::to(stem(requirement.duty.id.as_str()), text)
}

/// The file name of a requirement's page: its id, with `_` for what file names should not have.
pub(super) fn stem(id: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.');
    id.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect()
}

#[cfg(test)]
pub(super) mod tests;

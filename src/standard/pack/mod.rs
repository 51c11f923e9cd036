//! A standard as its TOML files say it, before names are resolved.
//!
//! A pack is a folder: `pack.toml` says what the standard is and where it
//! binds, `coverage.toml` what no requirement examines, every other file holds
//! requirements. Reading goes on after a mistake,
//! so that an author sees all of them at once.

mod aggregate;
mod case;
mod coverage;
mod fields;
mod kinds;
mod requirement;
mod standard;

use super::mistake::{Mistake, Mistakes, Problem};

pub(super) use aggregate::{AggregateText, FigureText};
pub use case::{CONFLICT, Case, Given, Other, UNKNOWN};
pub(super) use coverage::ClauseText;
pub(crate) use fields::{Fields, Text};
pub(super) use kinds::{AreasText, KindsText, SubjectText};
pub(super) use requirement::{BindingRow, CheckText, RequirementText, TestText};
pub(super) use standard::ParameterText;
pub use standard::{Area, Level, Standard};

/// The files of all packs that are read together, and what they say.
#[derive(Debug, Default)]
pub(super) struct Packs {
    pub(super) standards: Vec<Standard>,
    /// Index of the standard, and the requirement as written.
    pub(super) requirements: Vec<(usize, RequirementText)>,
    /// Index of the standard, and a word it uses without defining it.
    pub(super) parameters: Vec<(usize, ParameterText)>,
    /// Index of the standard, and a clause that no requirement examines.
    pub(super) clauses: Vec<(usize, ClauseText)>,
}

/// A file of a pack.
#[derive(Debug, Clone, Copy)]
pub struct PackFile<'a> {
    /// Folder of the pack.
    pub pack: &'a str,
    /// Name to show, with the folder.
    pub name: &'a str,
    /// The TOML text.
    pub text: &'a str,
}

/// Reads packs, collecting every mistake on the way.
pub(super) fn read(files: &[PackFile<'_>], mistakes: &mut Mistakes) -> Packs {
    let mut packs = Packs::default();
    let mut sorted: Vec<&PackFile<'_>> = files.iter().collect();
    sorted.sort_by_key(|file| (file.pack, !file.name.ends_with("pack.toml"), file.name));
    for group in sorted.chunk_by(|a, b| a.pack == b.pack) {
        read_pack(group, &mut packs, mistakes);
    }
    packs
}

fn read_pack(files: &[&PackFile<'_>], packs: &mut Packs, mistakes: &mut Mistakes) {
    let number = packs.standards.len();
    for (nth, file) in files.iter().enumerate() {
        read_text(file.name, file.text, mistakes, |fields| {
            if nth == 0 {
                packs.standards.push(standard::read(fields, files));
                let parameters = standard::parameters(fields).into_iter();
                packs.parameters.extend(parameters.map(|parameter| (number, parameter)));
            }
            if coverage::is_coverage(file) {
                let clauses = coverage::read(fields).into_iter();
                packs.clauses.extend(clauses.map(|clause| (number, clause)));
            } else {
                let requirements = requirement::read_all(fields).into_iter();
                packs.requirements.extend(requirements.map(|requirement| (number, requirement)));
            }
        });
    }
}

/// Reads a TOML text field by field, collecting every mistake on the way.
pub(crate) fn read_text<T>(
    name: &str,
    text: &str,
    mistakes: &mut Mistakes,
    read: impl FnOnce(&mut Fields<'_>) -> T,
) -> T {
    mistakes.files.push((name.to_owned(), text.to_owned()));
    let place = mistakes.files.len() - 1;
    let (root, errors) = toml::de::DeTable::parse_recoverable(text);
    mistakes.list.extend(errors.iter().map(|error| syntax(place, error)));
    let mut fields = Fields::new(place, text, &root, &mut mistakes.list);
    let result = read(&mut fields);
    fields.done();
    result
}

fn syntax(file: usize, error: &toml::de::Error) -> Mistake {
    let message = match error.message() {
        "duplicate key" => crate::locale::Message::new("mistake-toml-twice"),
        what => crate::locale::Message::new("mistake-toml").with("what", what),
    };
    Mistake { file, span: error.span().unwrap_or(0..0), problem: Problem::Meaning(message), help: None }
}

//! Writes the handbook of the standards, and the cases others can run.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use super::{Failure, Library, files};
use crate::audit::{judge_cases, suites};
use crate::locale::{Locale, Message};
use crate::model::StandardId;
use crate::report::Context;
use crate::report::docs::{self, Format, Handbook, MARK};
use crate::report::standard::conformance;

/// Bytes at the beginning of a file in which it says who wrote it.
const HEAD: u64 = 4096;

/// Writes a page for each requirement of some standards, or for some requirements; all where none is named.
///
/// Gives the number of pages and the name of the first. A file that was not
/// written here is never overwritten.
pub fn write_docs(
    folder: &Path,
    ids: &[String],
    format: Format,
    library: &Library,
    locale: &Locale,
) -> Result<(usize, String), Failure> {
    let chosen = chosen(ids, library)?;
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    let findings = judge_cases(&library.program, &library.catalogue, &chosen);
    let handbook = Handbook { context, program: &library.program, findings: &findings, chosen: &chosen };
    let pages = docs::pages(&handbook, format);
    write_own(folder, &pages, MARK)?;
    Ok((pages.len(), pages.first().map(|(name, _)| name.clone()).unwrap_or_default()))
}

/// Writes the conformance suite of some standards or requirements, of all where none is named.
///
/// Gives the number of files.
pub fn write_conformance(folder: &Path, ids: &[String], library: &Library) -> Result<usize, Failure> {
    let suites = suites(&library.program, &library.catalogue, &chosen(ids, library)?);
    let files = conformance::files(&suites, &library.program, &library.catalogue);
    write_own(folder, &files, conformance::FORMAT)?;
    Ok(files.len())
}

/// The numbers of the requirements that are named, by their own ids or those of their standards.
fn chosen(ids: &[String], library: &Library) -> Result<Vec<usize>, Failure> {
    let all = library.program.requirements.iter().enumerate();
    let of = |number: usize| library.standards().get(number).map(|standard| standard.id.as_str());
    for id in ids {
        let is_standard = library.standard(&StandardId::from(id.as_str())).is_ok();
        if !is_standard && !library.program.requirements.iter().any(|one| one.duty.id.as_str() == id) {
            return Err(Failure::unknown_requirement(id, &library.program));
        }
    }
    let is_named = |id: &str| ids.iter().any(|wanted| wanted == id);
    let chosen = all.filter(|(_, one)| {
        ids.is_empty() || is_named(one.duty.id.as_str()) || of(one.standard).is_some_and(is_named)
    });
    Ok(chosen.map(|(number, _)| number).collect())
}

/// Writes files that carry a mark, unless one of them would take the place of a file without it.
fn write_own(folder: &Path, pages: &[(String, String)], mark: &str) -> Result<(), Failure> {
    let strange = pages.iter().map(|(name, _)| folder.join(name)).find(|path| is_strange(path, mark));
    if let Some(path) = strange {
        return Err(Failure::Input(Message::new("failure-not-ours").with("file", path.display())));
    }
    files::write_folder(folder, |open| {
        pages.iter().try_for_each(|(name, text)| open(name)?.write_all(text.as_bytes()))
    })
}

/// Whether a file is there that does not carry the mark.
fn is_strange(path: &Path, mark: &str) -> bool {
    let Ok(file) = File::open(path) else { return path.exists() };
    let mut head = Vec::new();
    let read = file.take(HEAD).read_to_end(&mut head);
    read.is_err() || !String::from_utf8_lossy(&head).contains(mark)
}

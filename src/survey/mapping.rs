//! A survey file to records: the way in.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::merged::Merged;
use super::names::Names;
use super::profile::{Profile, SheetRule};
use super::reader::{self, Book, Given, Hints, ReadError, SheetName};
use super::rules::Rules;
use super::sheet::{Sheet, Top};
use super::sink::Sink;
use super::voice::Voice;
use crate::diagnostic::{Code, Place};
use crate::model::{Catalogue, Complete, SheetUse, nearest, plain};
use crate::survey::voice::NONE;

/// What a file is read by.
#[derive(Debug, Clone, Copy)]
pub struct Intake<'a> {
    /// What can be observed, and how surveyors write it.
    pub catalogue: &'a Catalogue,
    /// Its names, ready to be looked up; made once for any number of files.
    pub names: &'a Names,
    /// What somebody who knows the file says about it.
    pub profile: Option<&'a Profile>,
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileUse {
    /// What each sheet and column became.
    pub sheets: Vec<SheetUse>,
    /// Rows below the headers that hold something.
    pub rows: u64,
    /// What the profile declares to be complete.
    pub complete: Vec<Complete>,
}

/// Reads a file, or files that belong together, and gives its records and diagnostics to the sink, row by row.
///
/// Each sheet is read twice, first its top to find the headers, so that memory
/// does not grow with the file. A sheet or file nothing could be used of shows
/// in the result and is no error; an error is a file that is no table at all.
pub fn read<'g>(
    file: &str,
    given: impl Into<Given<'g>>,
    intake: &Intake,
    sink: &mut dyn Sink,
) -> Result<FileUse, ReadError> {
    let unnamed = Profile::default();
    let profile = intake.profile.unwrap_or(&unnamed);
    let (tags, feed) = intake.names.tags();
    let hints = Hints { tags: Arc::clone(tags), feed: Arc::clone(feed), ..profile.hints.clone() };
    let mut book = reader::open(file, given, &hints)?;
    let names = if book.is_tagged() { intake.names.tagged() } else { intake.names };
    let tagged = book.is_tagged();
    let rules = Rules { catalogue: intake.catalogue, profile, names, tagged, draws: false, crs: None };
    let place = Place { file: Arc::from(file), ..Place::default() };
    rules.remarks(&place, book.sheets(), sink);
    if book.links() > 0 {
        let links = vec![("links", book.links().to_string())];
        Voice::new(&place, false).say_with(sink, Code::LinkNotFollowed, None, None, links);
    }
    let mut result = FileUse { complete: profile.complete.clone(), ..FileUse::default() };
    for (index, sheet, mut rule) in rules.sheets(book.sheets()) {
        rule.header_row = book.header_row().or(rule.header_row);
        let place = Place { sheet, ..place.clone() };
        let crs = book.crs(index);
        let rules = Rules { draws: book.draws(index), crs: crs.as_deref(), ..rules };
        let used = read_sheet(&mut book, index, (rules, &rule), place, sink)?;
        result.rows += used.rows;
        result.sheets.push(used);
    }
    Ok(result)
}

fn read_sheet(
    book: &mut Book,
    index: usize,
    (rules, rule): (Rules, &SheetRule),
    place: Place,
    sink: &mut dyn Sink,
) -> Result<SheetUse, ReadError> {
    let mut top = Top::new(rule, Merged::new(book.merges(index)));
    book.rows(index, &mut |row| top.push(row))?;
    let mut sheet = Sheet::open(rules, place, rule, top, sink);
    if sheet.has_header() {
        let looked = book.look(index, &mut |row| {
            sheet.row(row, sink);
            ControlFlow::Continue(())
        });
        sheet.hand_over(sink);
        looked?;
    }
    Ok(SheetUse { encoding: book.encoding(index).map(Arc::from), ..sheet.close(sink) })
}

impl Rules<'_> {
    /// The sheets to read: index, name and what the profile says about each.
    pub(super) fn sheets(&self, names: &[SheetName]) -> Vec<(usize, Option<Arc<str>>, SheetRule)> {
        let chosen = names.iter().enumerate();
        let chosen = chosen.filter_map(|(index, sheet)| Some((index, sheet.name.clone(), self.rule(sheet)?)));
        chosen.collect()
    }

    /// What the profile says about a sheet; hidden ones are read where it names them.
    fn rule(&self, sheet: &SheetName) -> Option<SheetRule> {
        let rules = &self.profile.sheets;
        let by_name = sheet.name.as_ref().and_then(|name| rules.iter().find(|rule| rule.is_called(name)));
        let for_any = rules.iter().find(|rule| rule.name.is_none() || sheet.name.is_none());
        match by_name {
            Some(rule) => Some(rule.clone()),
            None if sheet.hidden || self.is_aside(sheet) => None,
            None if rules.is_empty() => Some(SheetRule::default()),
            None => for_any.cloned(),
        }
    }

    /// Whether a sheet holds no survey, by its name.
    fn is_aside(&self, sheet: &SheetName) -> bool {
        let aside = &self.catalogue.workbook.aside;
        sheet.name.as_ref().is_some_and(|name| aside.contains(&plain(name)))
    }

    /// What is to be said about the file before its rows.
    pub(super) fn remarks(&self, place: &Place, sheets: &[SheetName], sink: &mut dyn Sink) {
        let voice = Voice::new(place, false);
        let is_unread =
            |sheet: &&SheetName| sheet.hidden && !self.is_aside(sheet) && self.rule(sheet).is_none();
        for sheet in sheets.iter().filter(is_unread) {
            let place = Place { sheet: sheet.name.clone(), ..place.clone() };
            Voice::new(&place, false).say(sink, Code::HiddenSheet, None, None);
        }
        self.missing_sheets(&voice, sheets, sink);
    }

    fn missing_sheets(&self, voice: &Voice, sheets: &[SheetName], sink: &mut dyn Sink) {
        let known: Vec<&Arc<str>> = sheets.iter().filter_map(|sheet| sheet.name.as_ref()).collect();
        let missing = |rule: &&SheetRule| !known.is_empty() && !known.iter().any(|name| rule.is_called(name));
        for wanted in self.profile.sheets.iter().filter(missing).filter_map(|rule| rule.name.as_ref()) {
            let close = nearest(wanted, known.iter().map(|name| &***name)).unwrap_or(NONE).to_owned();
            voice.say_with(sink, Code::SheetMissing, None, Some(wanted), vec![("nearest", close)]);
        }
    }
}

impl SheetRule {
    fn is_called(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|wanted| plain(wanted) == plain(name))
    }
}

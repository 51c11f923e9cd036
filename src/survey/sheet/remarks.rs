//! What is to be said about a sheet as a whole, and about rows before they are records.

use std::sync::Arc;

use super::Sheet;
use crate::diagnostic::Code;
use crate::locale::Bilingual;
use crate::model::{header_key, nearest, plain_end};
use crate::quantity::is_decimal;
use crate::survey::reader::{Row, RowProblem};
use crate::survey::sink::Sink;
use crate::survey::type_choice::candidates;
use crate::survey::value::text_of;
use crate::survey::voice::NONE;
use crate::survey::voice::Voice;

/// Types a message lists before it stops.
const MOST_LISTED: usize = 5;

impl Sheet<'_> {
    /// What is missing before the first row.
    pub(super) fn opening_remarks(&self, is_empty: bool, sink: &mut dyn Sink) {
        // The sheets a new workbook comes with are empty, and not worth a word.
        if self.header.is_none() && !(is_empty && self.place.sheet.is_some()) {
            self.voice().say(sink, Code::NoHeader, None, None);
        }
        self.missing_columns(sink);
        self.unknown_type(sink);
    }

    /// What was missing in all rows together.
    pub(super) fn closing_remarks(&self, sink: &mut dyn Sink) {
        if self.header.is_some() && self.rows == 0 && self.earlier.is_none() {
            self.voice().say(sink, Code::NoRows, None, None);
        }
        self.remarks_on_places(sink);
        if self.unvisited > 0 {
            let rows = vec![("rows", self.unvisited.to_string())];
            self.voice().say_with(sink, Code::NotVisited, None, None, rows);
        }
        if self.undated > 0 {
            let rows = vec![("rows", self.undated.to_string())];
            self.voice().say_with(sink, Code::NoObservationDate, None, None, rows);
        }
        self.merged_cells(sink);
    }

    /// Columns in use in which merged values were carried down.
    fn merged_cells(&self, sink: &mut dyn Sink) {
        for (at, rows) in self.merged.carried().filter(|(at, _)| self.is_used(*at)) {
            let column = self.header.as_ref().and_then(|header| header.name(at));
            let rows = vec![("rows", rows.to_string())];
            self.voice().say_with(sink, Code::MergedCells, column, None, rows);
        }
    }

    /// Columns of the profile that are not there.
    fn missing_columns(&self, sink: &mut dyn Sink) {
        let Some(header) = &self.header else { return };
        for wanted in self.rules.profile.headers() {
            if header.column(wanted).is_none() {
                let close = nearest(wanted, header.names.iter().map(|name| &**name)).unwrap_or(NONE);
                let args = vec![("nearest", close.to_owned())];
                self.voice().say_with(sink, Code::ColumnMissing, Some(&Arc::from(wanted)), None, args);
            }
        }
    }

    /// Nothing says what type the rows are of.
    fn unknown_type(&self, sink: &mut dyn Sink) {
        let Some(header) = self.header.as_ref().filter(|_| !self.choice.is_known()) else { return };
        let candidates = candidates(self.rules, header);
        let listed = |label: fn(&Bilingual) -> &String, joint: &str| {
            let types = candidates.iter().filter_map(|index| self.rules.catalogue.types.get(*index));
            let labels: Vec<_> = types.take(MOST_LISTED).map(|one| label(&one.label).as_str()).collect();
            if labels.is_empty() { NONE.to_owned() } else { labels.join(joint) }
        };
        let args = vec![
            ("candidates_zh", listed(|label| &label.zh, "、")),
            ("candidates_en", listed(|label| &label.en, ", ")),
        ];
        self.voice().say_with(sink, Code::SheetTypeUnknown, None, None, args);
    }

    /// Says what a row that cannot be used suffers from.
    pub(super) fn is_broken(&self, row: &Row, sink: &mut dyn Sink) -> bool {
        let (code, arg) = match &row.problem {
            Some(RowProblem::TooWide { columns }) => (Code::RowTooWide, ("columns", columns.to_string())),
            Some(RowProblem::Unreadable { why }) => (Code::UnreadableRow, ("why", why.key().to_owned())),
            Some(RowProblem::BadText { .. } | RowProblem::SaidTwice { .. }) | None => return false,
        };
        Voice::at_row(&self.place, row.number, false).say_with(sink, code, None, None, vec![arg]);
        true
    }

    /// Whether the first words of a row, or words merged into it, say that it is a total; says so.
    pub(super) fn is_total(&self, row: &Row, sink: &mut dyn Sink) -> bool {
        let of_kind = |merged: bool| {
            let cells =
                row.cells.iter().enumerate().filter(move |(at, _)| self.merged.is_filled(*at) == merged);
            let words = cells.filter_map(|(_, cell)| Some(self.word(&text_of(cell)?)));
            words.filter(|word| !is_decimal(word))
        };
        let mut telling = of_kind(true).chain(of_kind(false).take(1));
        let is_total = telling.any(|word| self.is_called_total(&word));
        if is_total {
            Voice::at_row(&self.place, row.number, false).say(sink, Code::TotalRow, None, None);
        }
        is_total
    }

    /// The key of a text; nothing where its end says that it is no total.
    fn word(&self, text: &str) -> String {
        let totals = &self.rules.catalogue.vocabulary.totals;
        let ends_so = |end: char| totals.iter().any(|word| word.ends_with(end));
        if plain_end(text).is_some_and(|end| !ends_so(end)) { String::new() } else { header_key(text) }
    }

    fn is_called_total(&self, text: &str) -> bool {
        let is_called = |word: &String| text == *word || !word.is_ascii() && text.ends_with(word.as_str());
        self.rules.catalogue.vocabulary.totals.iter().any(is_called)
    }

    /// Whether all a row holds is one cell over more than half of the named columns, which is a
    /// heading or a remark; says so.
    pub(super) fn is_heading(&self, row: &Row, sink: &mut dyn Sink) -> bool {
        let Some((left, width)) = self.merged.across() else { return false };
        let names = self.header.iter().flat_map(|header| header.names.iter().enumerate());
        let all: Vec<usize> = names.filter(|(_, name)| !name.is_empty()).map(|(at, _)| at).collect();
        let under = |at: &&usize| (left..left + width as usize).contains(at);
        let is_heading = all.iter().filter(under).count() * 2 > all.len();
        if is_heading {
            Voice::at_row(&self.place, row.number, false).say(sink, Code::HeadingRow, None, None);
        }
        is_heading
    }

    /// The type column of a row says nothing that is known.
    ///
    /// What it says is repeated only where it is like a type of no people: in a row that is out of
    /// step it may be a name.
    pub(super) fn unknown_row_type(&self, row: &Row, written: Option<&str>, sink: &mut dyn Sink) {
        let column = self.choice.column.and_then(|column| self.header.as_ref()?.name(column));
        let labels = |personal: bool| {
            let types = self.rules.catalogue.types.iter().filter(move |one| one.personal || !personal);
            types.flat_map(|one| [&*one.label.zh, &one.label.en])
        };
        let close = nearest(written.unwrap_or_default(), labels(false));
        let harmless =
            close.is_some_and(|close| labels(true).all(|label| label != close)) && !self.is_of_people();
        let close = close.unwrap_or(NONE);
        let is_written = if written.is_some() { "yes" } else { "no" };
        let args = vec![("nearest", close.to_owned()), ("written", is_written.to_owned())];
        let voice = Voice::at_row(&self.place, row.number, !harmless);
        voice.say_with(sink, Code::UnknownType, column, written, args);
    }
}

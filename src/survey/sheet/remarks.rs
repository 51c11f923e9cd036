//! What is to be said about a sheet as a whole, and about rows before they are records.

use std::sync::Arc;

use super::Sheet;
use crate::diagnostic::Code;
use crate::locale::Bilingual;
use crate::model::{header_key, nearest};
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
        if self.header.is_some() && self.rows == 0 {
            self.voice().say(sink, Code::NoRows, None, None);
        }
        if self.undated > 0 {
            let rows = vec![("rows", self.undated.to_string())];
            self.voice().say_with(sink, Code::NoObservationDate, None, None, rows);
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
            Some(RowProblem::BadText { .. }) | None => return false,
        };
        Voice::at_row(&self.place, row.number, false).say_with(sink, code, None, None, vec![arg]);
        true
    }

    /// Whether the first words of a row say that it is a total; says so.
    pub(super) fn is_total(&self, row: &Row, sink: &mut dyn Sink) -> bool {
        let texts = row.cells.iter().filter_map(text_of);
        let Some(first) = texts.map(|text| header_key(&text)).find(|text| !is_decimal(text)) else {
            return false;
        };
        let is_called = |word: &String| first == *word || !word.is_ascii() && first.ends_with(word.as_str());
        let is_total = self.rules.catalogue.vocabulary.totals.iter().any(is_called);
        if is_total {
            Voice::at_row(&self.place, row.number, false).say(sink, Code::TotalRow, None, None);
        }
        is_total
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

//! Where the values behind a finding stand.

use crate::locale::Message;
use crate::model::{Finding, Source};
use crate::report::Context;
use crate::report::safe::visible;

/// The cells of one row that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) struct Citation<'a> {
    /// File name as given.
    pub(in crate::report) file: &'a str,
    /// Sheet name, for workbooks.
    pub(in crate::report) sheet: Option<&'a str>,
    /// Row, counted from 1.
    pub(in crate::report) row: u32,
    /// Headers of the columns; a constant of the profile has none.
    pub(in crate::report) columns: Vec<&'a str>,
    /// How the values are known, each way once.
    pub(in crate::report) statuses: Vec<&'a str>,
}

/// The sources of a finding, one per row of a file, in the order they are named.
pub(in crate::report) fn citations(finding: &Finding) -> Vec<Citation<'_>> {
    let mut rows: Vec<Citation<'_>> = Vec::new();
    for source in &finding.sources {
        match rows.iter_mut().find(|row| row.is_of(source)) {
            Some(row) => row.add(source),
            None => rows.push(Citation::of(source)),
        }
    }
    rows
}

impl<'a> Citation<'a> {
    fn of(source: &'a Source) -> Self {
        let columns = &source.columns;
        let (file, sheet) = (&columns.file, columns.sheet.as_deref());
        let mut row = Self { file, sheet, row: source.row, columns: Vec::new(), statuses: Vec::new() };
        row.add(source);
        row
    }

    fn is_of(&self, source: &Source) -> bool {
        self.row == source.row
            && (self.file, self.sheet) == (&*source.columns.file, source.columns.sheet.as_deref())
    }

    fn add(&mut self, source: &'a Source) {
        for header in &source.columns.headers {
            if !self.columns.contains(&&**header) {
                self.columns.push(header);
            }
        }
        for status in &source.statuses {
            if !self.statuses.contains(&&**status) {
                self.statuses.push(status);
            }
        }
    }
}

impl Context<'_> {
    /// File and sheet.
    pub(in crate::report) fn file(self, file: &str, sheet: Option<&str>) -> String {
        let Some(sheet) = sheet else { return visible(file).into_owned() };
        let place = Message::new("report-sheet").with("file", visible(file)).with("sheet", visible(sheet));
        self.locale.say(&place)
    }

    /// A place in a file.
    pub(in crate::report) fn at(self, file: &str, cells: &str) -> String {
        self.locale.say(&Message::new("report-at").with("file", file).with("cells", cells))
    }

    /// Row and columns, the way a surveyor finds them.
    pub(in crate::report) fn cells(self, row: u32, columns: &str) -> String {
        let key = if columns.is_empty() { "report-row" } else { "report-cells" };
        self.locale.say(&Message::new(key).with("row", row).with("columns", columns))
    }

    /// The columns of a citation, in a list, and how their values are known.
    pub(in crate::report) fn columns(self, citation: &Citation<'_>) -> String {
        let names: Vec<_> = citation.columns.iter().map(|column| visible(column).into_owned()).collect();
        let columns = self.list(&names);
        if citation.statuses.is_empty() {
            return columns;
        }
        let statuses: Vec<_> = citation.statuses.iter().map(|status| self.status(status)).collect();
        let message = Message::new("report-evidence").with("columns", columns);
        self.locale.say(&message.with("status", self.list(&statuses)))
    }

    /// How a value is known; a catalogue of one's own may have further ways.
    fn status(self, status: &str) -> String {
        let key = format!("report-status-{status}");
        if self.locale.has(&key) { self.text(&key) } else { visible(status).into_owned() }
    }

    /// Everything a finding rests on, one place per row of a file.
    pub(in crate::report) fn sources(self, finding: &Finding) -> Vec<String> {
        let say = |citation: &Citation<'_>| {
            let file = self.file(citation.file, citation.sheet);
            self.at(&file, &self.cells(citation.row, &self.columns(citation)))
        };
        citations(finding).iter().map(say).collect()
    }
}

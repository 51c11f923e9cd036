//! Text to records: the quoting rules of RFC 4180, read as spreadsheets read them.
//!
//! Written here because rows must be numbered as a spreadsheet numbers them
//! (blank lines count), a separator may be full-width, a row must not outgrow
//! memory, and a quotation mark that is never closed must be told: the usual
//! parsers do none of this.

use std::mem::{replace, take};
use std::ops::ControlFlow;

use super::{Cell, MAX_COLUMNS, Row, RowProblem, Why};

/// As many bytes of text as are kept of one row: far above what sheets hold
/// (32,767 characters a cell), so that the outline of a district fits too.
const ROW_BYTES: usize = 16 << 20;

/// What is passed each row; one that it leaves where it is lends its memory to the next.
pub(super) type EachLent<'e> = dyn FnMut(&mut Row) -> ControlFlow<()> + 'e;

/// Texts whose memory is kept, and the most bytes of one.
const SPARE_TEXTS: usize = 1024;
const SPARE_BYTES: usize = 1024;

/// Splits text into records; fed piece by piece.
#[derive(Default)]
pub(super) struct Records {
    delimiter: char,
    /// Records to pass over that no spreadsheet counts.
    skip: u32,
    number: u32,
    state: State,
    after_return: bool,
    cell: String,
    cells: Vec<Cell>,
    /// Texts of rows before, to be written over.
    spare: Vec<String>,
    columns: u32,
    bytes: usize,
    bad: Vec<u32>,
    /// Whether anything so far was no text.
    doubtful: bool,
}

/// Where in a cell the next letter falls.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    Plain,
    Quoted,
    /// After a quotation mark that ends the quote or is the first of two.
    Closing,
}

impl Records {
    /// Begins at the first row, after as many uncounted records as said.
    pub(super) fn new(delimiter: char, skip: u32) -> Self {
        Self { delimiter, skip, ..Self::default() }
    }

    /// Takes a piece of text and hands up the rows that end in it.
    pub(super) fn feed(&mut self, mut text: &str, each: &mut EachLent<'_>) -> ControlFlow<()> {
        self.doubtful |= text.contains('\u{FFFD}');
        loop {
            let (plain, rest) = text.split_at(self.run(text));
            self.plain(plain);
            let mut letters = rest.chars();
            let Some(letter) = letters.next() else { return ControlFlow::Continue(()) };
            self.act(letter, each)?;
            text = letters.as_str();
        }
    }

    /// Hands up what stands after the last line break.
    pub(super) fn finish(mut self, each: &mut EachLent<'_>) -> ControlFlow<()> {
        let open = self.state == State::Quoted;
        if self.state == State::Start && self.columns == 0 {
            return ControlFlow::Continue(());
        }
        self.end_cell();
        self.end_row(open, each)
    }

    /// How many bytes are nothing but content; nearly all tables need no look at letters.
    fn run(&self, text: &str) -> usize {
        let run = match u8::try_from(self.delimiter).ok().filter(u8::is_ascii) {
            Some(delimiter) if self.state != State::Quoted => {
                let acts = |byte: &u8| matches!(byte, b'"' | 0 | b'\n' | b'\r') || *byte == delimiter;
                text.as_bytes().iter().position(acts)
            }
            _ => text.find(|letter| self.acts(letter)),
        };
        run.unwrap_or(text.len())
    }

    /// Whether a letter is more than content where it stands.
    fn acts(&self, letter: char) -> bool {
        match letter {
            '"' | '\0' => true,
            _ if self.state == State::Quoted => false,
            '\n' | '\r' => true,
            letter => letter == self.delimiter,
        }
    }

    fn plain(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.after_return = false;
        if self.state != State::Quoted {
            self.state = State::Plain;
        }
        self.push(text);
    }

    fn act(&mut self, letter: char, each: &mut EachLent<'_>) -> ControlFlow<()> {
        let after_return = take(&mut self.after_return);
        match letter {
            '"' => self.quotation_mark(),
            // No spreadsheet has it, so it is as good as undecodable.
            '\0' => {
                self.doubtful = true;
                self.plain("\u{FFFD}");
            }
            '\n' if after_return => {}
            '\n' | '\r' => {
                self.after_return = letter == '\r';
                self.end_cell();
                return self.end_row(false, each);
            }
            _ => self.end_cell(),
        }
        ControlFlow::Continue(())
    }

    fn quotation_mark(&mut self) {
        self.state = match self.state {
            State::Start => State::Quoted,
            State::Quoted => State::Closing,
            State::Closing => {
                self.push("\"");
                State::Quoted
            }
            State::Plain => {
                self.push("\"");
                State::Plain
            }
        };
    }

    fn push(&mut self, text: &str) {
        self.bytes = self.bytes.saturating_add(text.len());
        if self.bytes <= ROW_BYTES && self.columns < MAX_COLUMNS {
            self.cell.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        self.state = State::Start;
        let text = replace(&mut self.cell, self.spare.pop().unwrap_or_default());
        if self.doubtful && text.contains('\u{FFFD}') {
            self.bad.push(self.columns);
        }
        if text.trim().is_empty() {
            self.keep(text);
            self.cells.extend((self.columns < MAX_COLUMNS).then_some(Cell::Empty));
        } else if self.columns < MAX_COLUMNS {
            self.cells.push(Cell::Text(text));
        }
        self.columns = self.columns.saturating_add(1);
    }

    /// Keeps the memory of a text that has been read, unless it is uncommonly large.
    fn keep(&mut self, mut text: String) {
        if text.capacity() <= SPARE_BYTES && self.spare.len() < SPARE_TEXTS {
            text.clear();
            self.spare.push(text);
        }
    }

    fn end_row(&mut self, open: bool, each: &mut EachLent<'_>) -> ControlFlow<()> {
        let problem = self.problem(open);
        let cells = take(&mut self.cells);
        (self.columns, self.bytes) = (0, 0);
        if self.skip > 0 {
            self.skip -= 1;
            return ControlFlow::Continue(());
        }
        self.number = self.number.saturating_add(1);
        let mut row = Row { number: self.number, cells, problem, place: None };
        let next = if row.holds_something() { each(&mut row) } else { ControlFlow::Continue(()) };
        for cell in row.cells.drain(..) {
            if let Cell::Text(text) = cell {
                self.keep(text);
            }
        }
        self.cells = row.cells;
        next
    }

    /// What is wrong with the row that ends here, the worst first.
    fn problem(&mut self, open: bool) -> Option<RowProblem> {
        let columns = take(&mut self.bad);
        if open {
            Some(RowProblem::Unreadable { why: Why::UnclosedQuote })
        } else if self.bytes > ROW_BYTES {
            Some(RowProblem::Unreadable { why: Why::TooLong })
        } else if self.columns > MAX_COLUMNS {
            Some(RowProblem::TooWide { columns: self.columns })
        } else {
            (!columns.is_empty()).then_some(RowProblem::BadText { columns })
        }
    }
}

#[cfg(test)]
mod tests;

//! Text to records: the quoting rules of RFC 4180, read as spreadsheets read them.
//!
//! Written here because rows must be numbered as a spreadsheet numbers them
//! (blank lines count), a separator may be full-width, a row must not outgrow
//! memory, and a quotation mark that is never closed must be told: the usual
//! parsers do none of this.

use std::mem::take;
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
pub(super) struct Records {
    delimiter: char,
    /// Of each byte, whether it may be more than content outside of quotes.
    telling: [bool; 256],
    /// Records to pass over that no spreadsheet counts.
    skip: u32,
    number: u32,
    state: State,
    after_return: bool,
    cell: String,
    /// The cells of the row before, as far as they are not yet those of this one.
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
        let mut telling = [false; 256];
        let mut utf8 = [0; 4];
        // Of a letter that is not ASCII the first byte tells where to look.
        let first = delimiter.encode_utf8(&mut utf8).as_bytes().first().copied();
        for byte in [b'"', 0, b'\n', b'\r'].into_iter().chain(first) {
            telling[usize::from(byte)] = true;
        }
        Self {
            delimiter,
            telling,
            skip,
            number: 0,
            state: State::Start,
            after_return: false,
            cell: String::new(),
            cells: Vec::new(),
            spare: Vec::new(),
            columns: 0,
            bytes: 0,
            bad: Vec::new(),
            doubtful: false,
        }
    }

    /// Takes a piece of text and hands up the rows that end in it.
    pub(super) fn feed(&mut self, mut text: &str, each: &mut EachLent<'_>) -> ControlFlow<()> {
        self.doubtful |= text.contains('\u{FFFD}');
        loop {
            text = self.plain_cells(text);
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

    /// Takes the cells that begin and end in the text and hold nothing but content, which are nearly
    /// all there are; gives what follows.
    fn plain_cells<'t>(&mut self, mut text: &'t str) -> &'t str {
        while self.state == State::Start && self.columns < MAX_COLUMNS {
            let Some((cell, rest)) = self.parted(text) else { break };
            if self.bytes.saturating_add(cell.len()) > ROW_BYTES {
                break;
            }
            self.after_return = false;
            self.bytes += cell.len();
            self.put(cell);
            text = rest;
        }
        text
    }

    /// What stands before the next separator and behind it, where nothing else but content comes before.
    fn parted<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let end = text.bytes().position(|byte| self.telling[usize::from(byte)])?;
        let (cell, rest) = text.split_at_checked(end)?;
        Some((cell, rest.strip_prefix(self.delimiter)?))
    }

    /// How many bytes are nothing but content.
    fn run(&self, text: &str) -> usize {
        text.find(|letter| self.acts(letter)).unwrap_or(text.len())
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
        let mut text = take(&mut self.cell);
        self.put(&text);
        if text.capacity() <= SPARE_BYTES {
            text.clear();
            self.cell = text;
        }
    }

    /// Writes a cell over the one the row before has there.
    fn put(&mut self, text: &str) {
        if self.doubtful && text.contains('\u{FFFD}') {
            self.bad.push(self.columns);
        }
        if self.columns < MAX_COLUMNS {
            let index = self.columns as usize;
            if self.cells.len() <= index {
                self.cells.push(Cell::Empty);
            }
            if let Some(place) = self.cells.get_mut(index) {
                write_over(place, text, &mut self.spare);
            }
        }
        self.columns = self.columns.saturating_add(1);
    }

    fn end_row(&mut self, open: bool, each: &mut EachLent<'_>) -> ControlFlow<()> {
        let problem = self.problem(open);
        let columns = self.columns.min(MAX_COLUMNS) as usize;
        self.cells.drain(columns..).for_each(|cell| keep(cell, &mut self.spare));
        (self.columns, self.bytes) = (0, 0);
        if self.skip > 0 {
            self.skip -= 1;
            return ControlFlow::Continue(());
        }
        self.number = self.number.saturating_add(1);
        let mut row = Row { number: self.number, cells: take(&mut self.cells), problem, place: None };
        let next = if row.holds_something() { each(&mut row) } else { ControlFlow::Continue(()) };
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

/// Writes a text, or nothing but space, over a cell.
fn write_over(cell: &mut Cell, text: &str, spare: &mut Vec<String>) {
    // Spaces end with U+3000, in UTF-8 E3 80 80.
    let is_content = |first: u8| first.is_ascii_graphic() || first > 0xE3;
    let is_blank = !text.bytes().next().is_some_and(is_content) && text.trim().is_empty();
    match cell {
        Cell::Text(old) if !is_blank && old.capacity() <= SPARE_BYTES => {
            old.clear();
            old.push_str(text);
        }
        _ => {
            keep(take(cell), spare);
            if !is_blank {
                let mut new = spare.pop().unwrap_or_default();
                new.push_str(text);
                *cell = Cell::Text(new);
            }
        }
    }
}

/// Keeps the memory of a text that has been read, unless it is uncommonly large.
fn keep(cell: Cell, spare: &mut Vec<String>) {
    if let Cell::Text(mut text) = cell
        && text.capacity() <= SPARE_BYTES
        && spare.len() < SPARE_TEXTS
    {
        text.clear();
        spare.push(text);
    }
}

#[cfg(test)]
mod tests;

//! The rows of one sheet, repeated as often as they say.

use std::ops::ControlFlow;

use super::super::{Cell, Each, MAX_COLUMNS, Merge, ReadError, Row};
use super::cell;
use super::xml::{Element, Node, Xml};

/// As many rows as a spreadsheet can have.
const MAX_ROWS: u32 = 1 << 20;

/// Cells that are there only because a row or cell with content says that it is
/// repeated; long text counts as several.
const COPIES: u64 = 1 << 20;
const LONG: usize = 64;

/// As many bytes of text as one row may hold.
const ROW_BYTES: usize = 16 << 20;

const ROW: &str = "table:table-row";
const CELL: &str = "table:table-cell";
const COVERED: &str = "table:covered-table-cell";

/// Hands up rows.
pub(super) struct Rows<'e, 'f> {
    /// Rows so far, from 1.
    number: u32,
    copies: u64,
    each: &'e mut Each<'f>,
}

impl<'e, 'f> Rows<'e, 'f> {
    pub(super) fn new(each: &'e mut Each<'f>) -> Self {
        Self { number: 0, copies: 0, each }
    }

    /// Reads the sheet that has just begun.
    pub(super) fn read(&mut self, xml: &mut Xml) -> Result<ControlFlow<()>, ReadError> {
        let table = xml.depth;
        while let Some(node) = xml.next()? {
            if xml.depth < table {
                break;
            }
            if let Some(element) = begins(&node, ROW) {
                let times = element.times("table:number-rows-repeated");
                let row = self.row(xml)?;
                if self.hand_up(row, times)?.is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn hand_up(&mut self, mut row: Row, times: u32) -> Result<ControlFlow<()>, ReadError> {
        let from = self.number;
        self.number = self.number.saturating_add(times);
        let Some(last) = row.cells.iter().rposition(|cell| *cell != Cell::Empty) else {
            return Ok(if row.problem.is_some() { self.one(row, from) } else { ControlFlow::Continue(()) });
        };
        row.cells.truncate(last + 1);
        let numbers = from.min(MAX_ROWS)..self.number.min(MAX_ROWS);
        self.copied(numbers.len().saturating_sub(1), row.cells.iter().map(weight).sum())?;
        for number in numbers {
            if self.one(row.clone(), number).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn one(&mut self, row: Row, before: u32) -> ControlFlow<()> {
        (self.each)(Row { number: before.saturating_add(1), ..row })
    }

    /// A row whose number is not known yet.
    fn row(&mut self, xml: &mut Xml) -> Result<Row, ReadError> {
        let depth = xml.depth;
        let mut row = Row { number: 0, cells: Vec::new(), problem: None, place: None };
        let (mut column, mut bytes) = (0_u32, 0);
        while let Some(node) = xml.next()? {
            if xml.depth < depth {
                break;
            }
            if let Some(element) = begins(&node, CELL).or_else(|| begins(&node, COVERED)) {
                let times = element.times("table:number-columns-repeated");
                let cell = cell::read(element, xml)?;
                bytes += weight(&cell) * LONG;
                if bytes > ROW_BYTES {
                    return Err(oversized());
                }
                self.place(&mut row, column, times, &cell)?;
                column = column.saturating_add(times);
            }
        }
        Ok(row)
    }

    fn place(&mut self, row: &mut Row, column: u32, times: u32, cell: &Cell) -> Result<(), ReadError> {
        if *cell == Cell::Empty {
            return Ok(());
        }
        let end = column.saturating_add(times);
        let columns = column..end.min(MAX_COLUMNS);
        self.copied(columns.len().saturating_sub(1), weight(cell))?;
        columns.for_each(|column| row.put(column, cell.clone()));
        if end > MAX_COLUMNS {
            row.put(end - 1, Cell::Empty);
        }
        Ok(())
    }

    fn copied(&mut self, rows: usize, cells: usize) -> Result<(), ReadError> {
        self.copies = self.copies.saturating_add(rows as u64 * cells as u64);
        if self.copies > COPIES { Err(oversized()) } else { Ok(()) }
    }
}

/// How many cells a cell counts for.
fn weight(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) | Cell::Error(text) => 1 + text.len() / LONG,
        _ => 1,
    }
}

fn oversized() -> ReadError {
    ReadError::Oversized { part: super::CONTENT.to_owned() }
}

/// The merged cells of the sheet that has just begun.
pub(super) fn merges(xml: &mut Xml) -> Result<Vec<Merge>, ReadError> {
    let table = xml.depth;
    let (mut merges, mut row, mut next, mut column) = (Vec::new(), 0_u32, 0_u32, 0_u32);
    while let Some(node) = xml.next()? {
        if xml.depth < table {
            break;
        }
        if let Some(element) = begins(&node, ROW) {
            (row, column) = (next, 0);
            next = row.saturating_add(element.times("table:number-rows-repeated"));
        } else if let Some(element) = begins(&node, CELL).or_else(|| begins(&node, COVERED)) {
            merges.extend(merge(element, (row, column)));
            column = column.saturating_add(element.times("table:number-columns-repeated"));
            xml.leave(xml.depth)?;
        }
    }
    Ok(merges)
}

fn merge(element: &Element, (row, column): (u32, u32)) -> Option<Merge> {
    let to = |from: u32, name: &str| from.saturating_add(element.times(name) - 1);
    let last = (to(row, "table:number-rows-spanned"), to(column, "table:number-columns-spanned"));
    Merge::between((row, column), last)
}

fn begins<'n>(node: &'n Node, name: &str) -> Option<&'n Element> {
    match node {
        Node::Start(element) if element.name == name => Some(element),
        _ => None,
    }
}

//! Workbooks: sheets of cells, streamed row by row.

use std::io::{BufReader, Seek as _};
use std::mem::take;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    DataRef, Reader as _, SheetType, SheetVisible, Xlsx, XlsxCellFormulaMetadataRecord, XlsxError,
};

use super::{Cell, Each, Merge, NO_CACHED_VALUE, ReadError, Row, SheetName, Source, serial};

/// No survey has more sheets, and each of them is read.
const SHEETS: usize = 1_024;

/// A workbook whose archive has been inspected.
pub(super) struct Workbook<'a> {
    book: Xlsx<BufReader<Box<dyn Source + 'a>>>,
    /// Whether any of its sheets has merged cells: they are told behind the last row.
    merges: bool,
}

type Record<'b> = XlsxCellFormulaMetadataRecord<'b>;

impl<'a> Workbook<'a> {
    /// Reads everything but the sheets.
    pub(super) fn open(mut source: Box<dyn Source + 'a>, merges: bool) -> Result<Self, ReadError> {
        source.rewind()?;
        let book = guarded(|| Xlsx::new(BufReader::new(source)));
        book.map(|book| Self { book, merges }).map_err(|error| damaged("workbook.xml", &error))
    }

    /// The sheets that have rows.
    pub(super) fn sheets(&self) -> Result<Vec<SheetName>, ReadError> {
        let tables = self.book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let sheets: Vec<_> = tables
            .map(|sheet| SheetName {
                name: Some(sheet.name.as_str().into()),
                hidden: sheet.visible != SheetVisible::Visible,
            })
            .collect();
        match sheets.len() {
            0 => Err(ReadError::Empty),
            count if count > SHEETS => Err(ReadError::Oversized { part: "workbook.xml".to_owned() }),
            _ => Ok(sheets),
        }
    }

    /// The merged cells of a sheet.
    pub(super) fn merges(&mut self, sheet: &str) -> Vec<Merge> {
        if !self.merges {
            return Vec::new();
        }
        let ranges = guarded(|| self.book.merge_cells_by_sheet_name(sheet)).unwrap_or_default();
        ranges.iter().filter_map(|range| Merge::between(range.start, range.end)).collect()
    }

    /// Hands up every row of a sheet.
    pub(super) fn rows(&mut self, sheet: &str, each: &mut Each<'_>) -> Result<(), ReadError> {
        let from_1904 = self.book.has_1904_epoch();
        let cells = guarded(|| self.book.worksheet_cells_reader(sheet));
        let mut cells = cells.map_err(|error| damaged(sheet, &error))?;
        let mut rows = Rows { row: None, last: 0, doubt: false, each };
        loop {
            let flow = match guarded(|| cells.next_cell_with_formula_metadata()) {
                Ok(Some(record)) => rows.place(record.pos, cell(record, from_1904)),
                Ok(None) => return rows.end(Ok(())),
                Err(error) if ends_the_sheet(&error) => return rows.end(Err(damaged(sheet, &error))),
                Err(_) => rows.damaged_cell(),
            };
            if flow.is_break() {
                return Ok(());
            }
        }
    }
}

/// Gathers cells into rows.
struct Rows<'e, 'f> {
    row: Option<Row>,
    last: u32,
    /// A cell could not be read; its place is lost, so that it stood in the
    /// row before it, in the row after it or in a row between.
    doubt: bool,
    each: &'e mut Each<'f>,
}

impl Rows<'_, '_> {
    fn place(&mut self, (row, column): (u32, u32), cell: Cell) -> ControlFlow<()> {
        let number = row.saturating_add(1);
        if self.row.as_ref().is_none_or(|open| open.number != number) {
            self.flush()?;
            self.row = Some(Row { number, cells: Vec::new(), problem: None, place: None });
        }
        let doubt = take(&mut self.doubt);
        if let Some(row) = &mut self.row {
            if doubt {
                row.doubt();
            }
            row.put(column, cell);
        }
        ControlFlow::Continue(())
    }

    fn damaged_cell(&mut self) -> ControlFlow<()> {
        self.doubt = true;
        if let Some(row) = &mut self.row {
            row.doubt();
        }
        ControlFlow::Continue(())
    }

    fn flush(&mut self) -> ControlFlow<()> {
        let Some(row) = self.row.take() else { return ControlFlow::Continue(()) };
        self.last = row.number;
        if row.holds_something() { (self.each)(row) } else { ControlFlow::Continue(()) }
    }

    /// The last row, and one more where all that is left is a damaged cell.
    fn end(mut self, outcome: Result<(), ReadError>) -> Result<(), ReadError> {
        if self.row.is_none() && self.doubt {
            let number = self.last.saturating_add(1);
            let mut row = Row { number, cells: Vec::new(), problem: None, place: None };
            row.doubt();
            self.row = Some(row);
        }
        match self.flush() {
            ControlFlow::Continue(()) => outcome,
            ControlFlow::Break(()) => Ok(()),
        }
    }
}

fn cell(record: Record<'_>, from_1904: bool) -> Cell {
    match record.value {
        DataRef::Empty if record.formula.is_some() => Cell::Error(NO_CACHED_VALUE.to_owned()),
        DataRef::Empty => Cell::Empty,
        DataRef::Float(value) if !value.is_finite() => Cell::Error(value.to_string()),
        DataRef::Float(value) => Cell::Number(value),
        #[expect(clippy::cast_precision_loss, reason = "sheets store doubles, so no digit is there to lose")]
        DataRef::Int(value) => Cell::Number(value as f64),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text.to_owned()),
        DataRef::Bool(flag) => Cell::Flag(flag),
        DataRef::DateTime(time) if !time.as_f64().is_finite() => Cell::Error(time.as_f64().to_string()),
        DataRef::DateTime(time) if time.is_duration() => Cell::Number(time.as_f64()),
        DataRef::DateTime(time) => serial::date(time.as_f64(), from_1904),
        DataRef::DateTimeIso(text) => serial::iso(&text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

/// Errors after which there is nothing more to read, unlike those of one cell.
fn ends_the_sheet(error: &XlsxError) -> bool {
    matches!(
        error,
        XlsxError::Io(_)
            | XlsxError::Zip(_)
            | XlsxError::Xml(_)
            | XlsxError::XmlEof(_)
            | XlsxError::Encoding(_)
            | XlsxError::NotAWorksheet(_)
    )
}

/// Calls the workbook library, which computes with unchecked numbers from the
/// file: `<dimension ref="C3:A1">` and cells like `A99999999999` overflow, and
/// that is a panic where overflow is checked. A file must not stop the program.
fn guarded<T>(call: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, XlsxError> {
    let broken = |_| Err(XlsxError::XmlEof("a number out of bounds"));
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(broken)
}

fn damaged(part: &str, error: &XlsxError) -> ReadError {
    match error {
        XlsxError::FileNotFound(missing) => {
            ReadError::Damaged { part: missing.clone(), why: error.to_string() }
        }
        _ => ReadError::Damaged { part: part.to_owned(), why: error.to_string() },
    }
}

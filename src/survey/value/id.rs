//! Identifiers and administrative codes.

use std::sync::Arc;

use super::{Doubt, text_of};
use crate::diagnostic::Code;
use crate::model::{Adcode, plain};
use crate::survey::reader::Cell;

/// Spreadsheets keep fifteen digits of a number; ids beyond have lost some.
const EXACT: f64 = 1e15;

/// The surveyor's id; `None` where the cell is blank.
pub(in crate::survey) fn identifier(cell: &Cell) -> Result<Option<Arc<str>>, Doubt> {
    let Some(text) = text_of(cell) else { return Ok(None) };
    let damaged = match cell {
        Cell::Number(number) => !number.is_finite() || number.abs() >= EXACT,
        Cell::Text(_) => is_exponent(&text),
        Cell::Date(_) => true,
        Cell::Error(error) => return Err(Doubt::formula(error)),
        Cell::Empty | Cell::Flag(_) => false,
    };
    if damaged { Err(Code::DamagedId.into()) } else { Ok(Some(Arc::from(&*text))) }
}

/// Six digits of GB/T 2260; `None` where the cell is none.
pub(in crate::survey) fn adcode(cell: &Cell) -> Option<Arc<str>> {
    Adcode::parse(&text_of(cell)?).map(|code| Arc::from(code.as_str()))
}

/// `1.2E+17`, as a spreadsheet exports a long id.
fn is_exponent(text: &str) -> bool {
    if text.is_ascii() && !text.contains('+') {
        return false;
    }
    let text = plain(text);
    let Some((number, power)) = text.split_once("e+") else { return false };
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    figures(&number.replacen('.', "", 1)) && figures(power)
}

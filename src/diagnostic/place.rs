//! Where in a file something is.

use std::sync::Arc;

/// A file, and as much of sheet, row and column as is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// File name as given.
    pub file: Arc<str>,
    /// Sheet name, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Row, counted from 1 as the spreadsheet shows it.
    pub row: Option<u32>,
    /// Header of the column.
    pub column: Option<Arc<str>>,
}

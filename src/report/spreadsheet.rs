//! A table of text for spreadsheets: UTF-8 with a byte order mark and CRLF, as Excel and WPS want it.

use std::io::{Error, Result, Write};

use super::safe;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The full-width ones are folded by Chinese spreadsheets as one types.
const STARTS_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table that is being written, row by row.
pub(crate) struct Spreadsheet<W: Write>(csv::Writer<W>);

impl<W: Write> Spreadsheet<W> {
    /// Begins with its headers.
    pub(crate) fn begin<H: AsRef<[u8]>>(mut out: W, headers: impl IntoIterator<Item = H>) -> Result<Self> {
        out.write_all(BYTE_ORDER_MARK)?;
        let table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        let mut begun = Self(table);
        begun.row(headers)?;
        Ok(begun)
    }

    /// Writes a row.
    pub(crate) fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> Result<()> {
        self.0.write_record(cells).map_err(cause)
    }

    /// Writes the rest.
    pub(crate) fn end(mut self) -> Result<()> {
        self.0.flush()
    }
}

/// What the system said, so that a full disk is still known for one.
fn cause(error: csv::Error) -> Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => Error::other(format!("{other:?}")),
    }
}

/// Text that no spreadsheet takes for a formula.
pub(crate) fn text(cell: &str) -> String {
    let cell = safe::visible_lines(cell);
    if cell.starts_with(STARTS_A_FORMULA) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_start_of_a_formula_is_defused_and_nothing_else() {
        for start in STARTS_A_FORMULA {
            assert!(text(&format!("{start}1")).starts_with('\''), "{start}");
        }
        assert_eq!(text("1-2"), "1-2");
    }

    #[test]
    fn a_reader_that_went_away_is_known_for_one() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> Result<usize> {
                Err(std::io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
        // The mark goes straight through, so it comes by another way.
        let mut table = Spreadsheet(csv::WriterBuilder::new().buffer_capacity(1).from_writer(Gone));
        let refused = table.row(["a", "b"]).and_then(|()| table.end());
        assert_eq!(refused.expect_err("nobody reads").kind(), std::io::ErrorKind::BrokenPipe);
    }
}

//! Compound files: the old `.xls` and `.et`, and every workbook behind a password.

use std::io;

use super::{ReadError, Source, decode};

/// What the directory of a password-protected workbook names.
const ENCRYPTED: &str = "EncryptedPackage";

/// Why this compound file is not read.
pub(super) fn refusal(source: &mut dyn Source) -> io::Result<ReadError> {
    let name: Vec<u8> = ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let encrypted = contains(source, &name)?;
    Ok(if encrypted { ReadError::PasswordProtected } else { ReadError::OldWorkbook })
}

/// Whether the bytes are anywhere in the source. The directory may lie
/// anywhere, and searching needs no trust in the offsets of a broken file.
fn contains(source: &mut dyn Source, wanted: &[u8]) -> io::Result<bool> {
    source.rewind()?;
    let mut window = Vec::new();
    loop {
        let old = window.len();
        decode::fill(source, 1 << 16, &mut window)?;
        if window.windows(wanted.len()).any(|found| found == wanted) {
            return Ok(true);
        }
        if window.len() == old {
            return Ok(false);
        }
        window.drain(..window.len().saturating_sub(wanted.len()));
    }
}

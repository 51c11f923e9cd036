//! Strings of old workbooks: one or two bytes a letter, and cut at any place
//! where a record is full.

use encoding_rs::{Encoding, GB18030, WINDOWS_1252};

/// Bytes of a record and of the records that continue it.
pub(super) struct Bytes<'a> {
    now: &'a [u8],
    later: std::vec::IntoIter<&'a [u8]>,
}

/// How the letters of a workbook are stored.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Since 1997: UTF-16, or its low bytes where all high ones are zero.
    Wide,
    /// Before: bytes in the code page of the workbook.
    Paged(&'static Encoding),
}

impl<'a> Bytes<'a> {
    pub(super) fn new(first: &'a [u8], later: Vec<&'a [u8]>) -> Self {
        Self { now: first, later: later.into_iter() }
    }

    /// A number of so many bytes, the lowest first.
    pub(super) fn number(&mut self, count: usize) -> Option<u32> {
        let mut sum = 0;
        for place in 0..count {
            let (byte, rest) = self.filled()?.split_first()?;
            sum |= u32::from(*byte) << (8 * place);
            self.now = rest;
        }
        Some(sum)
    }

    /// A string after its length, which has so many bytes.
    pub(super) fn text(&mut self, length: usize, letters: Letters) -> Option<String> {
        let count = self.number(length)? as usize;
        let Letters::Paged(encoding) = letters else { return self.rich(count) };
        let bytes = self.now.get(..count)?;
        Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
    }

    /// A string with its flags, and with fonts and pronunciation behind it.
    fn rich(&mut self, count: usize) -> Option<String> {
        let flags = self.number(1)?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? as usize };
        let spoken = if flags & 4 == 0 { 0 } else { self.number(4)? as usize };
        let text = self.letters(count, flags & 1 == 1)?;
        self.skip(runs.saturating_mul(4).saturating_add(spoken))?;
        Some(text)
    }

    /// Where letters go on in the next record, that begins with their width.
    fn letters(&mut self, mut count: usize, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        while count > 0 {
            if self.now.is_empty() {
                let (flags, rest) = self.filled()?.split_first()?;
                (wide, self.now) = (flags & 1 == 1, rest);
            }
            let width = if wide { 2 } else { 1 };
            let most = count.min(self.now.len() / width);
            let (bytes, rest) = self.now.split_at_checked(most * width).filter(|_| most > 0)?;
            units.extend(bytes.chunks_exact(width).map(unit));
            self.now = rest;
            count -= most;
        }
        Some(String::from_utf16_lossy(&units))
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let now = self.filled()?;
            let most = count.min(now.len());
            self.now = now.get(most..)?;
            count -= most;
        }
        Some(())
    }

    /// What is left of this record, or else the next one.
    fn filled(&mut self) -> Option<&'a [u8]> {
        while self.now.is_empty() {
            self.now = self.later.next()?;
        }
        Some(self.now)
    }
}

fn unit(bytes: &[u8]) -> u16 {
    bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u16::from(*byte))
}

/// The encoding of a code page; what is not named is Chinese, as most files are that do not say.
pub(super) fn code_page(number: u32) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis",
        949 => "euc-kr",
        950 => "big5",
        874 | 1250..=1258 => &format!("windows-{number}"),
        65_001 => "utf-8",
        0x8000 | 0x8001 => return WINDOWS_1252,
        _ => return GB18030,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(GB18030)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_string_goes_on_in_the_next_record_in_another_width() {
        let first = [3, 0, 0, b'a'];
        let later = vec![&[1, 0x2D, 0x4E, b'c', 0, 9][..]];
        let mut bytes = Bytes::new(&first, later);
        assert_eq!(bytes.text(2, Letters::Wide).as_deref(), Some("a中c"));
        assert_eq!(bytes.number(1), Some(9));
        assert_eq!(bytes.number(1), None);
    }

    #[test]
    fn fonts_and_pronunciation_are_passed_over() {
        let first = [1, 0, 0b1100, 1, 0, 2, 0, 0, 0, b'a', 1, 2, 3, 4];
        let mut bytes = Bytes::new(&first, vec![&[5, 6, 7]]);
        assert_eq!(bytes.text(2, Letters::Wide).as_deref(), Some("a"));
        assert_eq!(bytes.number(1), Some(7));
    }

    #[test]
    fn a_string_that_promises_more_than_is_there_is_none() {
        let mut bytes = Bytes::new(&[255, 255, 1, 0x2D], vec![&[]]);
        assert_eq!(bytes.text(2, Letters::Wide), None);
    }

    #[test]
    fn old_strings_are_in_their_code_page() {
        let gbk = [4, 0, 0xD6, 0xD0, 0xCE, 0xC4];
        assert_eq!(Bytes::new(&gbk, vec![]).text(2, Letters::Paged(code_page(936))).as_deref(), Some("中文"));
        assert_eq!(code_page(1251).name(), "windows-1251");
        assert_eq!(code_page(0).name(), "gb18030");
    }
}

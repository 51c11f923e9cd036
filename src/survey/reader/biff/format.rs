//! Number formats: which numbers are days.

use super::super::{Cell, serial};

/// What the numbers under a format are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// Numbers.
    #[default]
    Number,
    /// Days, or times of day.
    Day,
    /// Hours, minutes or seconds that may exceed a day.
    Duration,
}

impl Format {
    /// A format that every spreadsheet knows by its number.
    pub(super) fn built_in(number: u32) -> Self {
        match number {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Self::Day,
            46 => Self::Duration,
            _ => Self::Number,
        }
    }

    /// A format by its code: `yyyy"年"m"月"`, `[h]:mm`, `0.00_ `.
    pub(super) fn of(code: &str) -> Self {
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                '\\' | '_' | '*' => _ = letters.next(),
                '"' => _ = letters.find(|letter| *letter == '"'),
                ';' => return Self::Number,
                '[' => {
                    let inner: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    if is_clock(&inner) {
                        return Self::Duration;
                    }
                }
                'g' if letters.as_str().to_ascii_lowercase().starts_with("eneral") => return Self::Number,
                'y' | 'm' | 'd' | 'h' | 's' => return Self::Day,
                _ => {}
            }
        }
        Self::Number
    }

    /// What a number under this format means.
    pub(super) fn cell(self, number: f64, from_1904: bool) -> Cell {
        match self {
            _ if !number.is_finite() => Cell::Error(number.to_string()),
            Self::Day => serial::date(number, from_1904),
            Self::Number | Self::Duration => Cell::Number(number),
        }
    }
}

/// `h`, `mm`, `ss` in brackets, and neither a colour nor a language.
fn is_clock(inner: &str) -> bool {
    let inner = inner.to_ascii_lowercase();
    matches!(inner.as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_numbers_by_their_format() {
        for code in ["yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d;@", "m/d/yy h:mm", "[Red]d-mmm-yy", "hh:mm"]
        {
            assert_eq!(Format::of(code), Format::Day, "{code}");
        }
        for code in ["General", "0.00_d", "0\"days\"", "\\d0", "#,##0;[Red]-#,##0", "[Red]0", "@", "0.00E+00"]
        {
            assert_eq!(Format::of(code), Format::Number, "{code}");
        }
        assert_eq!(Format::of("[h]:mm:ss"), Format::Duration);
        assert_eq!((Format::built_in(14), Format::built_in(0)), (Format::Day, Format::Number));
    }
}

//! The table beside the points (dBASE), in UTF-8.

use std::collections::BTreeSet;
use std::io::{Result, Write};

use super::written;
use crate::export::{Layer, Value};
use crate::model::Kind;

/// The most bytes of a name and of a text.
const NAME: usize = 10;
const TEXT: usize = 254;

/// Digits of a whole number that programs read as one, and bytes of any other.
const WHOLE: usize = 18;
pub(super) const REAL: usize = 24;

/// Decimals told of numbers that have some; programs read what is written.
const DECIMALS: u8 = 15;

/// Says that a text was cut.
const CUT: &str = "…";

/// Takes a value that is not whole in the table, with the number of its field.
type Lost<'l> = dyn FnMut(usize, &str) -> Result<()> + 'l;

/// The form of the table of a layer.
pub(super) struct Table {
    fields: Vec<Field>,
    rows: usize,
}

struct Field {
    name: String,
    kind: u8,
    width: usize,
}

impl Table {
    /// Goes through the layer to find how wide its texts are.
    pub(super) fn measure(layer: &Layer<'_>) -> Self {
        let mut names = BTreeSet::new();
        let field = |field: &crate::export::Field<'_>| Field::new(short(field.name, &mut names), field.kind);
        let mut fields: Vec<Field> = layer.fields.iter().map(field).collect();
        let mut rows = 0;
        for row in layer.rows() {
            rows += 1;
            for (field, value) in fields.iter_mut().zip(&row.values) {
                if let Value::Text(text) = value {
                    field.width = field.width.max(text.len().min(TEXT));
                }
            }
        }
        Self { fields, rows }
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|field| field.name.as_str())
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// Bytes of a row.
    pub(super) fn width(&self) -> usize {
        1 + self.fields.iter().map(|field| field.width).sum::<usize>()
    }

    /// What comes before the first of so many rows. The day of the last change is always the same.
    pub(super) fn header(&self, out: &mut dyn Write, count: usize) -> Result<()> {
        let (count, first) = (u32::try_from(count).unwrap_or(u32::MAX), 32 * (self.fields.len() + 1) + 1);
        let mut header = vec![3, 100, 1, 1];
        header.extend(count.to_le_bytes());
        header.extend(u16::try_from(first).unwrap_or(u16::MAX).to_le_bytes());
        header.extend(u16::try_from(self.width()).unwrap_or(u16::MAX).to_le_bytes());
        header.resize(32, 0);
        out.write_all(&header)?;
        for field in &self.fields {
            let mut bytes = field.name.as_bytes().to_vec();
            bytes.resize(11, 0);
            bytes.extend([field.kind, 0, 0, 0, 0, u8::try_from(field.width).unwrap_or(u8::MAX)]);
            bytes.push(if field.width == REAL && field.kind == b'N' { DECIMALS } else { 0 });
            bytes.resize(32, 0);
            out.write_all(&bytes)?;
        }
        out.write_all(&[0x0D])
    }

    pub(super) fn row(&self, out: &mut dyn Write, values: &[Value], lost: &mut Lost<'_>) -> Result<()> {
        let mut bytes = vec![b' '];
        for (number, (field, value)) in self.fields.iter().zip(values).enumerate() {
            let text = field.text(value);
            if text.len() <= field.width {
                field.put(&mut bytes, &text);
            } else {
                lost(number, &text)?;
                field.put(&mut bytes, &if field.kind == b'C' { cut(&text) } else { String::new() });
            }
        }
        out.write_all(&bytes)
    }
}

impl Field {
    fn new(name: String, kind: Kind) -> Self {
        let (kind, width) = match kind {
            Kind::Count => (b'N', WHOLE),
            Kind::Boolean => (b'L', 1),
            Kind::Date => (b'D', 8),
            Kind::Text | Kind::Category => (b'C', 1),
            _ => (b'N', REAL),
        };
        // A day is a text too, and needs no more room than it has here.
        Self { name, kind, width }
    }

    fn text(&self, value: &Value) -> String {
        let text = written(value).unwrap_or_default();
        if self.kind == b'D' { text.replace('-', "") } else { text }
    }

    /// Numbers stand on the right, everything else on the left.
    fn put(&self, bytes: &mut Vec<u8>, text: &str) {
        let blank = vec![b' '; self.width.saturating_sub(text.len())];
        let right = self.kind == b'N';
        bytes.extend(if right { &blank[..] } else { text.as_bytes() });
        bytes.extend(if right { text.as_bytes() } else { &blank[..] });
    }
}

/// As much of a text as there is room for, whole letters only.
fn cut(text: &str) -> String {
    format!("{}{CUT}", beginning(text, TEXT - CUT.len()))
}

/// The whole letters among the first bytes of a text.
fn beginning(text: &str, most: usize) -> &str {
    (0..=most.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}

/// A name of ten bytes that no other field has.
fn short(name: &str, taken: &mut BTreeSet<String>) -> String {
    let cut = |room: usize| beginning(name, room).to_owned();
    let numbered = (1..).map(|number: u32| {
        let number = number.to_string();
        format!("{}{number}", cut(NAME - number.len()))
    });
    let free =
        std::iter::once(cut(NAME)).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_to_ten_bytes_and_stay_apart() {
        let mut taken = BTreeSet::new();
        let names = ["accessible_spaces", "accessible_marked", "id", "accessible_route"];
        let short = names.map(|name| short(name, &mut taken));
        assert_eq!(short, ["accessible", "accessibl1", "id", "accessibl2"]);
    }

    #[test]
    fn a_text_is_cut_between_letters_and_says_so() {
        let text = "障".repeat(100);
        assert_eq!(cut(&text), format!("{}…", "障".repeat(83)));
    }
}

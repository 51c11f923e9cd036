//! One JSON object, written field by field; long lists by many hands.

use std::io::{Result, Write};

use serde::Serialize;

use crate::parallel::in_turn;

/// Items turned into text at a time by one thread.
const CHUNK: usize = 512;

/// An object that is being written.
pub(super) struct Object<'a> {
    out: &'a mut dyn Write,
    /// What stands before the next field.
    mark: &'static str,
}

impl<'a> Object<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, mark: "{" }
    }

    /// Writes a field whole.
    pub(super) fn field(&mut self, name: &str, value: &impl Serialize) -> Result<()> {
        self.name(name)?;
        Ok(serde_json::to_writer(&mut *self.out, value)?)
    }

    /// Writes a list whose items are turned into text while it is written; never more than a few of them are held.
    ///
    /// What one thread needs for all of its items is made by `with`.
    pub(super) fn list<I: Sync, W>(
        &mut self,
        name: &str,
        items: &[I],
        with: impl Fn() -> W + Sync,
        item: impl Fn(&mut W, &I, &mut Vec<u8>) -> Result<()> + Sync,
    ) -> Result<()> {
        self.name(name)?;
        let chunks: Vec<&[I]> = items.chunks(CHUNK).collect();
        let text = |number: usize| text(chunks.get(number).copied().unwrap_or_default(), with(), &item);
        let mut mark: &[u8] = b"[";
        in_turn(chunks.len(), text, |text| {
            self.out.write_all(std::mem::replace(&mut mark, b","))?;
            self.out.write_all(&text?)
        })?;
        self.out.write_all(if items.is_empty() { b"[]" } else { b"]" })
    }

    pub(super) fn end(self) -> Result<()> {
        self.out.write_all(b"}\n")
    }

    fn name(&mut self, name: &str) -> Result<()> {
        write!(self.out, "{}\"{name}\":", std::mem::replace(&mut self.mark, ","))
    }
}

/// Some items, with commas between them.
fn text<I, W>(
    items: &[I],
    mut with: W,
    item: impl Fn(&mut W, &I, &mut Vec<u8>) -> Result<()>,
) -> Result<Vec<u8>> {
    let mut text = Vec::new();
    for (number, one) in items.iter().enumerate() {
        if number > 0 {
            text.push(b',');
        }
        item(&mut with, one, &mut text)?;
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_any_length_are_json() {
        for length in [0, 1, 2, CHUNK, CHUNK + 1, 50 * CHUNK] {
            let items: Vec<usize> = (0..length).collect();
            let mut bytes = Vec::new();
            let mut object = Object::new(&mut bytes);
            object.field("version", &"1").expect("memory takes everything");
            let text = |(): &mut (), item: &usize, out: &mut Vec<u8>| write!(out, "{}", item + 1);
            object.list("items", &items, || (), text).expect("memory takes everything");
            object.end().expect("memory takes everything");
            let expected = serde_json::json!({ "version": "1", "items": (1..=length).collect::<Vec<_>>() });
            assert_eq!(serde_json::from_slice::<serde_json::Value>(&bytes).expect("JSON"), expected);
        }
    }
}

//! Elements one after the other, and how deep they lie.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::ReadError;
use super::damaged;

/// A part of the archive as a string of nodes.
pub(super) struct Xml<'z> {
    reader: Reader<BufReader<Box<dyn Read + 'z>>>,
    buffer: Vec<u8>,
    /// Elements that are open, the last one begun included.
    pub(super) depth: usize,
}

/// What comes next.
pub(super) enum Node {
    /// An element begins.
    Start(Element),
    /// Text, in pieces.
    Text(String),
    /// An element ends.
    End,
}

/// An element and its attributes, names with their usual prefixes.
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl<'z> Xml<'z> {
    pub(super) fn new(part: impl Read + 'z) -> Self {
        let mut reader = Reader::from_reader(BufReader::new(Box::new(part) as Box<dyn Read + 'z>));
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next node; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node>, ReadError> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| damaged(&error))?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    Node::Start(element(&start)?)
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End
                }
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => Node::Text(letter(&name)?),
                Event::Eof if self.depth > 0 => return Err(damaged(&"cut off")),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Passes over what is left of the element at this depth.
    pub(super) fn leave(&mut self, depth: usize) -> Result<(), ReadError> {
        while self.depth >= depth && self.next()?.is_some() {}
        Ok(())
    }
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// How often, by an attribute that says so; once where it does not.
    pub(super) fn times(&self, name: &str) -> u32 {
        let written = self.attribute(name).and_then(|times| times.trim().parse().ok());
        written.unwrap_or(1).max(1)
    }
}

fn element(start: &BytesStart) -> Result<Element, ReadError> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| damaged(&error))?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| damaged(&error))?;
        attributes.push((attribute.key.into_inner().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.name().into_inner().to_owned(), attributes })
}

/// `&amp;`, `&#20013;` and their like.
fn letter(name: &quick_xml::events::BytesRef) -> Result<String, ReadError> {
    if let Some(letter) = name.resolve_char_ref().map_err(|error| damaged(&error))? {
        return Ok(letter.to_string());
    }
    let known = quick_xml::escape::resolve_xml_entity(name).ok_or_else(|| damaged(&"an unknown entity"))?;
    Ok(known.to_owned())
}

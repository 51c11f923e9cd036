//! The tags and texts of a KML file, one after the other.
//!
//! A pull parser that is in the tree already; the crates made for KML build the
//! whole document in memory. Definitions of entities are refused, so that none
//! can be expanded, and nothing outside the file is ever fetched.

use std::io::{self, BufRead, Read};

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::ReadError;
use super::super::columns::FEATURE_BYTES;
use super::super::decode::Decoded;

/// Tags in tags.
const DEEPEST: usize = 128;

/// Tags and texts as they come.
pub(in crate::survey::reader) struct Xml<'s> {
    reader: Reader<Metered<Decoded<'s>>>,
    buffer: Vec<u8>,
    depth: usize,
    /// All that the tag just opened says, where that is asked for.
    attributes: Option<Vec<(String, String)>>,
}

/// One of them.
pub(in crate::survey::reader) enum Tag {
    /// A tag opens, with what its `name` and `id` say.
    Open {
        tag: String,
        name: Option<String>,
        id: Option<String>,
    },
    /// One closes.
    Close(String),
    Text(String),
    End,
}

impl<'s> Xml<'s> {
    pub(in crate::survey::reader) fn new(mut letters: Decoded<'s>) -> Result<Self, ReadError> {
        pass_declaration(&mut letters)?;
        let mut reader = Reader::from_reader(Metered { inner: letters, left: 0 });
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0, attributes: None })
    }

    /// The same, keeping what each tag says until the next.
    pub(in crate::survey::reader) fn with_attributes(letters: Decoded<'s>) -> Result<Self, ReadError> {
        Ok(Self { attributes: Some(Vec::new()), ..Self::new(letters)? })
    }

    /// What the tag just opened says under a key.
    pub(in crate::survey::reader) fn attribute(&self, key: &str) -> Option<&str> {
        let found = self.attributes.iter().flatten().find(|(name, _)| name == key)?;
        Some(found.1.as_str())
    }

    /// Bytes read so far.
    pub(in crate::survey::reader) fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// What comes next.
    pub(in crate::survey::reader) fn next(&mut self) -> Result<Tag, ReadError> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().left = FEATURE_BYTES;
            let event = self.reader.read_event_into(&mut self.buffer).map_err(damaged)?;
            let tag = match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if let Some(kept) = &mut self.attributes {
                        *kept = attributes(&start);
                    }
                    open(&start)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Tag::Close(end.local_name().as_ref().to_string())
                }
                Event::Text(text) => Tag::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Tag::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Tag::Text(entity(&reference)),
                Event::DocType(_) => return Err(ReadError::DocumentType),
                Event::Eof => return if self.depth == 0 { Ok(Tag::End) } else { Err(ReadError::Truncated) },
                _ => continue,
            };
            return if self.depth > DEEPEST { Err(too_much()) } else { Ok(tag) };
        }
    }

    /// The text in the tag just opened, to its end; that of tags in it too.
    pub(in crate::survey::reader) fn text(&mut self) -> Result<String, ReadError> {
        let (outside, mut text) = (self.depth.saturating_sub(1), String::new());
        loop {
            match self.next()? {
                Tag::Text(more) if text.len() + more.len() <= FEATURE_BYTES => text.push_str(&more),
                Tag::Text(_) => return Err(too_much()),
                Tag::Close(_) if self.depth == outside => return Ok(text.trim().to_owned()),
                Tag::Open { .. } => text.push(' '),
                _ => {}
            }
        }
    }

    /// Passes over the tag just opened and all in it.
    pub(in crate::survey::reader) fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }
}

fn open(start: &BytesStart<'_>) -> Tag {
    let value = |key: &str| {
        let found = start.attributes().flatten().find(|one| one.key.local_name().as_ref() == key)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    };
    Tag::Open { tag: start.local_name().as_ref().to_string(), name: value("name"), id: value("id") }
}

fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    let value = |one: quick_xml::events::attributes::Attribute<'_>| {
        let value = one.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        Some((one.key.local_name().as_ref().to_string(), value))
    };
    start.attributes().flatten().filter_map(value).collect()
}

/// One of the five entities of XML, or a letter by its number; others stay as they are written.
fn entity(reference: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    let name = reference.xml10_content();
    resolve_predefined_entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

/// The declaration names the encoding the bytes were in before they became text.
fn pass_declaration(letters: &mut Decoded<'_>) -> io::Result<()> {
    let start = letters.fill_buf()?;
    let spaces = start.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let rest = start.get(spaces..).unwrap_or_default();
    let end = rest.windows(2).position(|two| two == b"?>").filter(|_| rest.starts_with(b"<?xml"));
    letters.consume(spaces + end.map_or(0, |end| end + 2));
    Ok(())
}

fn damaged(error: quick_xml::Error) -> ReadError {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => too_much(),
        quick_xml::Error::Io(error) => ReadError::Io(io::Error::new(error.kind(), error.to_string())),
        error => ReadError::Damaged { part: "XML".to_owned(), why: error.to_string() },
    }
}

pub(in crate::survey::reader) fn too_much() -> ReadError {
    ReadError::Oversized { part: "KML".to_owned() }
}

/// Gives so many bytes and no more, so that one text cannot fill the memory.
struct Metered<R> {
    inner: R,
    left: usize,
}

impl<R: BufRead> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.inner.consume(count);
    }
}

impl<R: BufRead> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

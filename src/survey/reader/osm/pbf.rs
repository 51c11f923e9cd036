//! The binary format: blocks of elements, each packed by itself.
//!
//! A small reader of its own: of the format is needed what a screen shows, and
//! the limits have to be ours.

use std::io::{BufReader, Read, Seek as _};
use std::ops::ControlFlow;

use flate2::bufread::ZlibDecoder;

use super::super::{ReadError, Source};
use super::block::Block;
use super::element::{Elements, Look, Take};
use super::protobuf::{Broken, Message, Result};

/// The most bytes of a header and of a block, as the format has it.
const HEADER: u32 = 64 << 10;
const BLOCK: u64 = 32 << 20;

/// What a reader has to know to read a file; who wants more than this cannot be read.
const KNOWN: [&[u8]; 2] = [b"OsmSchema-V0.6", b"DenseNodes"];

pub(super) struct Pbf<'a> {
    source: Box<dyn Source + 'a>,
}

/// A block as it lies there.
struct Blob {
    kind: Vec<u8>,
    bytes: Vec<u8>,
}

impl<'a> Pbf<'a> {
    pub(super) fn new(source: Box<dyn Source + 'a>) -> Self {
        Self { source }
    }
}

impl Elements for Pbf<'_> {
    fn walk(&mut self, look: Look<'_>, take: &mut Take<'_>) -> std::result::Result<(), ReadError> {
        self.source.rewind()?;
        let mut file = BufReader::with_capacity(1 << 18, &mut *self.source);
        let mut number = 0_u64;
        while let Some(blob) = blob(&mut file, number)? {
            number += 1;
            let bytes = unpacked(&blob.bytes, number)?;
            let damaged = |Broken| damaged(number);
            match blob.kind.as_slice() {
                b"OSMHeader" => known(&bytes).map_err(damaged)?.map_or(Ok(()), Err)?,
                b"OSMData" => {
                    let block = Block::read(&bytes).map_err(damaged)?;
                    if block.walk(look, take).map_err(damaged)? == ControlFlow::Break(()) {
                        break;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The next block; none at the end of the file.
fn blob(file: &mut impl Read, number: u64) -> std::result::Result<Option<Blob>, ReadError> {
    let mut length = Vec::new();
    file.take(4).read_to_end(&mut length)?;
    let Ok(length) = <[u8; 4]>::try_from(length.as_slice()) else {
        return if length.is_empty() { Ok(None) } else { Err(ReadError::Truncated) };
    };
    let length = u32::from_be_bytes(length);
    if length > HEADER {
        return Err(damaged(number));
    }
    let header = exactly(file, u64::from(length))?;
    let (kind, size) = header_of(&header).map_err(|Broken| damaged(number))?;
    if size > BLOCK {
        return Err(oversized(number));
    }
    Ok(Some(Blob { kind, bytes: exactly(file, size)? }))
}

/// The kind of a block, and its length as it lies there.
fn header_of(header: &[u8]) -> Result<(Vec<u8>, u64)> {
    let (mut kind, mut size) = (Vec::new(), 0);
    Message(header).each(|number, field| {
        match number {
            1 => kind = field.bytes()?.to_vec(),
            3 => size = field.number()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok((kind, size))
}

fn exactly(file: &mut impl Read, count: u64) -> std::result::Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    file.take(count).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == count { Ok(bytes) } else { Err(ReadError::Truncated) }
}

/// What is in a block.
fn unpacked(blob: &[u8], number: u64) -> std::result::Result<Vec<u8>, ReadError> {
    let mut message = Message(blob);
    while let Some((field, value)) = message.next().map_err(|Broken| damaged(number))? {
        let packed = match field {
            1 | 3 => value.bytes().map_err(|Broken| damaged(number))?,
            4 => return Err(needs("LZMA")),
            5 => return Err(needs("BZIP2")),
            6 => return Err(needs("LZ4")),
            7 => return Err(needs("ZSTD")),
            _ => continue,
        };
        let mut bytes = Vec::new();
        let read = match field {
            1 => packed.take(BLOCK + 1).read_to_end(&mut bytes),
            _ => ZlibDecoder::new(packed).take(BLOCK + 1).read_to_end(&mut bytes),
        };
        read.map_err(|_| damaged(number))?;
        return if bytes.len() as u64 > BLOCK { Err(oversized(number)) } else { Ok(bytes) };
    }
    Ok(Vec::new())
}

/// What of the things a reader has to know this one does not.
fn known(header: &[u8]) -> Result<Option<ReadError>> {
    let mut unknown = None;
    Message(header).each(|number, field| {
        if number == 4 && !KNOWN.contains(&field.bytes()?) {
            unknown = Some(needs(&String::from_utf8_lossy(field.bytes()?)));
        }
        Ok(())
    })?;
    Ok(unknown)
}

fn needs(what: &str) -> ReadError {
    ReadError::Needs { what: what.to_owned() }
}

fn damaged(number: u64) -> ReadError {
    ReadError::Damaged { part: format!("OSM #{number}"), why: "no block".to_owned() }
}

fn oversized(number: u64) -> ReadError {
    ReadError::Oversized { part: format!("OSM #{number}") }
}

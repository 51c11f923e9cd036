//! A file packed by gzip, or one part of a zip archive, as if it lay unpacked.
//!
//! Nothing is written to disk and nothing held: going back begins to unpack
//! anew. Before that it is unpacked once into nothing, so that its size is
//! known, its checksum right, and no surprise left.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::read::{DeflateDecoder, MultiGzDecoder};

use super::archive::{RATIO, SMALL, TOTAL};
use super::{ReadError, Source};

/// How the bytes are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Deflate,
    Stored,
}

/// Where packed bytes lie in a source, and how they are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) start: u64,
    pub(super) length: u64,
    pub(super) packing: Packing,
}

/// The unpacked bytes.
pub(super) struct Unpacked<'a> {
    extent: Extent,
    position: u64,
    stream: Stream<'a>,
}

type Packed<'a> = io::Take<Box<dyn Source + 'a>>;

enum Stream<'a> {
    Gzip(Box<MultiGzDecoder<Packed<'a>>>),
    Deflate(Box<DeflateDecoder<Packed<'a>>>),
    Stored(Packed<'a>),
    /// While it is begun anew.
    None,
}

impl<'a> Unpacked<'a> {
    /// The part of a source; of an archive that has been inspected.
    pub(super) fn new(mut source: Box<dyn Source + 'a>, extent: Extent) -> io::Result<Self> {
        source.seek(SeekFrom::Start(extent.start))?;
        let stream = extent.packing.stream(source.take(extent.length));
        Ok(Self { extent, position: 0, stream })
    }

    /// A whole file packed by gzip, looked through before anything in it is trusted.
    pub(super) fn gzip(mut source: Box<dyn Source + 'a>) -> Result<Self, ReadError> {
        let length = source.seek(SeekFrom::End(0))?;
        let mut unpacked = Self::new(source, Extent { start: 0, length, packing: Packing::Gzip })?;
        let mut buffer = vec![0; 1 << 16];
        loop {
            let count = unpacked.read(&mut buffer).map_err(broken)?;
            let size = unpacked.position;
            if size > TOTAL || size > SMALL && size / RATIO > length {
                return Err(ReadError::Oversized { part: "gzip".to_owned() });
            }
            if count == 0 {
                break;
            }
        }
        unpacked.rewind()?;
        Ok(unpacked)
    }

    fn restart(&mut self) -> io::Result<()> {
        let mut source = match std::mem::replace(&mut self.stream, Stream::None) {
            Stream::Gzip(stream) => stream.into_inner().into_inner(),
            Stream::Deflate(stream) => stream.into_inner().into_inner(),
            Stream::Stored(stream) => stream.into_inner(),
            Stream::None => return Err(io::ErrorKind::Other.into()),
        };
        source.seek(SeekFrom::Start(self.extent.start))?;
        self.stream = self.extent.packing.stream(source.take(self.extent.length));
        self.position = 0;
        Ok(())
    }
}

impl Packing {
    fn stream(self, packed: Packed<'_>) -> Stream<'_> {
        match self {
            Self::Gzip => Stream::Gzip(Box::new(MultiGzDecoder::new(packed))),
            Self::Deflate => Stream::Deflate(Box::new(DeflateDecoder::new(packed))),
            Self::Stored => Stream::Stored(packed),
        }
    }
}

impl Read for Unpacked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match &mut self.stream {
            Stream::Gzip(stream) => stream.read(buffer),
            Stream::Deflate(stream) => stream.read(buffer),
            Stream::Stored(stream) => stream.read(buffer),
            Stream::None => Ok(0),
        }?;
        self.position += count as u64;
        Ok(count)
    }
}

/// Goes to a place counted from the start; backwards by unpacking anew.
impl Seek for Unpacked<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let SeekFrom::Start(to) = to else { return Err(io::ErrorKind::Unsupported.into()) };
        if to < self.position {
            self.restart()?;
        }
        let ahead = to - self.position;
        io::copy(&mut self.by_ref().take(ahead), &mut io::sink())?;
        Ok(self.position)
    }
}

/// A stream that ends too early was cut off; any other trouble is damage.
fn broken(error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => ReadError::Truncated,
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            ReadError::Damaged { part: "gzip".to_owned(), why: error.to_string() }
        }
        _ => ReadError::Io(error),
    }
}

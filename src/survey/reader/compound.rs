//! Compound files: small file systems in a file, as old workbooks, and new
//! ones behind a password, are.
//!
//! Sectors are chained by a table that a broken file may tie into rings, so
//! that no chain is followed for longer than there are sectors.

use std::io::SeekFrom;

use super::{Foreign, ReadError, Source, decode};

/// More than a sheet of 65,536 rows of sixty columns needs several times over.
const LARGEST: u64 = 256 << 20;

/// Chains end with this; all numbers from [`RESERVED`] on are no sectors.
const END: u32 = 0xFFFF_FFFE;
const RESERVED: u32 = 0xFFFF_FFFA;

/// Smaller streams lie in sectors of 64 bytes inside the root's stream.
const SMALL: u64 = 4_096;
const SMALL_SECTOR: u64 = 64;

/// A compound file of which the directory is known.
pub(super) struct Compound<'s> {
    source: &'s mut dyn Source,
    /// Bytes of the file.
    length: u64,
    sector: u64,
    chains: Vec<u32>,
    small_chains: Vec<u32>,
    /// What lies at the root, and the root itself first.
    entries: Vec<Entry>,
}

/// A line of the directory.
struct Entry {
    name: String,
    start: u32,
    bytes: u64,
    /// Left and right neighbour, first child.
    links: [u32; 3],
}

impl<'s> Compound<'s> {
    /// Reads the table of chains and the directory.
    pub(super) fn open(source: &'s mut dyn Source) -> Result<Self, ReadError> {
        let head = decode::head(source, 512)?;
        let length = source.seek(SeekFrom::End(0))?;
        let shift = number(&head, 30, 2).ok_or(ReadError::Truncated)?;
        let sector = if shift == 12 { 4_096 } else { 512 };
        let (chains, small_chains, entries) = Default::default();
        let mut file = Self { source, length, sector, chains, small_chains, entries };
        file.chains = file.table(&head)?;
        file.small_chains = numbers(&file.chain(short(&head, 60), file.length)?);
        file.entries = file.directory(short(&head, 48))?;
        Ok(file)
    }

    /// The bytes of the first of these streams that is there.
    pub(super) fn stream(&mut self, names: &[&str]) -> Result<Option<Vec<u8>>, ReadError> {
        let called =
            |name: &&str| self.entries.iter().skip(1).find(|one| one.name.eq_ignore_ascii_case(name));
        let Some(&Entry { start, bytes, .. }) = names.iter().find_map(called) else { return Ok(None) };
        if bytes > LARGEST {
            return Err(ReadError::Oversized { part: "Workbook".to_owned() });
        }
        let whole = if bytes < SMALL { self.small(start, bytes)? } else { self.chain(start, bytes)? };
        Ok(Some(whole))
    }

    /// What the file is when it holds no workbook.
    pub(super) fn foreign(&self) -> ReadError {
        let has = |name: &str| self.entries.iter().any(|one| one.name.eq_ignore_ascii_case(name));
        let what = match () {
            () if has("EncryptedPackage") || has("EncryptionInfo") => return ReadError::PasswordProtected,
            () if has("WordDocument") => Foreign::Word,
            () if has("PowerPoint Document") => Foreign::Slides,
            () => Foreign::Wps,
        };
        ReadError::NotATable { what }
    }

    /// Which sector follows which.
    fn table(&mut self, head: &[u8]) -> Result<Vec<u32>, ReadError> {
        let mut places = numbers(head.get(76..).unwrap_or_default());
        let mut next = short(head, 68);
        let mut steps = 0;
        while next < RESERVED {
            steps += 1;
            self.limit(steps)?;
            let mut more = numbers(&self.sector(next)?);
            next = more.pop().unwrap_or(END);
            places.extend(more);
        }
        let mut chains = Vec::new();
        for place in places.into_iter().filter(|place| *place < RESERVED) {
            self.limit(chains.len() as u64 * 4 / self.sector)?;
            chains.extend(numbers(&self.sector(place)?));
        }
        Ok(chains)
    }

    /// The root and what lies in it; what lies deeper belongs to embedded documents.
    fn directory(&mut self, start: u32) -> Result<Vec<Entry>, ReadError> {
        let bytes = self.chain(start, self.length)?;
        let mut all: Vec<Option<Entry>> = bytes.chunks_exact(128).map(entry).collect();
        let mut take = |at: u32| all.get_mut(usize::try_from(at).ok()?)?.take();
        let root = take(0).ok_or_else(|| damaged("directory"))?;
        let [.., child] = root.links;
        let (mut found, mut open) = (vec![root], vec![child]);
        while let Some(at) = open.pop() {
            if let Some(entry) = take(at) {
                let [left, right, _] = entry.links;
                open.extend([left, right]);
                found.push(entry);
            }
        }
        Ok(found)
    }

    /// The sectors of a chain, up to so many bytes; fewer where the chain ends early.
    fn chain(&mut self, mut at: u32, most: u64) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let mut steps = 0;
        while at < RESERVED && (bytes.len() as u64) < most {
            steps += 1;
            self.limit(steps)?;
            bytes.extend(self.sector(at)?);
            at = self.chains.get(at as usize).copied().ok_or_else(|| damaged("sectors"))?;
        }
        bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// The same in the small sectors.
    fn small(&mut self, mut at: u32, most: u64) -> Result<Vec<u8>, ReadError> {
        let (start, length) = self.entries.first().map_or((END, 0), |root| (root.start, root.bytes));
        let room = self.chain(start, length)?;
        let mut bytes = Vec::new();
        while at < RESERVED && (bytes.len() as u64) < most {
            let from = usize::try_from(u64::from(at) * SMALL_SECTOR).unwrap_or(usize::MAX);
            let piece = room.get(from..).filter(|rest| !rest.is_empty()).ok_or(ReadError::Truncated)?;
            bytes.extend(piece.iter().take(64));
            at = self.small_chains.get(at as usize).copied().ok_or_else(|| damaged("small sectors"))?;
        }
        bytes.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// One sector; the last of a file may be short.
    fn sector(&mut self, at: u32) -> Result<Vec<u8>, ReadError> {
        let start = (u64::from(at) + 1) * self.sector;
        if start >= self.length {
            return Err(ReadError::Truncated);
        }
        self.source.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        decode::fill(self.source, self.sector, &mut bytes)?;
        Ok(bytes)
    }

    /// No chain is longer than the file.
    fn limit(&self, steps: u64) -> Result<(), ReadError> {
        if steps > self.length / self.sector + 1 { Err(damaged("a ring of sectors")) } else { Ok(()) }
    }
}

/// A stream, a storage or the root; `None` for an unused line.
fn entry(line: &[u8]) -> Option<Entry> {
    let units = line.as_chunks().0.iter().take(32).map(|pair| u16::from_le_bytes(*pair));
    let units: Vec<u16> = units.take_while(|unit| *unit != 0).collect();
    let kind = number(line, 66, 1)?;
    let entry = Entry {
        name: String::from_utf16_lossy(&units),
        start: short(line, 116),
        bytes: u64::from(short(line, 120)),
        links: [68, 72, 76].map(|at| short(line, at)),
    };
    (kind != 0).then_some(entry)
}

/// A number of up to four bytes.
fn number(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + count)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

fn short(bytes: &[u8], at: usize) -> u32 {
    number(bytes, at, 4).unwrap_or(END)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

fn damaged(why: &str) -> ReadError {
    ReadError::Damaged { part: "Workbook".to_owned(), why: why.to_owned() }
}

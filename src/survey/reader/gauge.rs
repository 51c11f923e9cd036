//! How much of a workbook would be held in memory.
//!
//! Sheets stream, so that their size costs time only, as long as a tag comes
//! along now and then. Shared strings, styles and lists of parts are held
//! whole, and a style is held once per format that uses it: a few megabytes of
//! repeated tags would unfold into terabytes.

/// Measures one part while it is inflated.
pub(super) struct Gauge {
    limits: Limits,
    tags: u64,
    run: u64,
    longest: u64,
    head: Vec<u8>,
    /// The end of the last chunk, and whether merged cells were met.
    seam: Vec<u8>,
    merges: bool,
}

/// How a sheet begins to tell which of its cells are merged.
const MERGES: &[u8] = b"mergeCells";

/// What a part may hold.
struct Limits {
    bytes: u64,
    tags: u64,
    /// Of tags times the longest of them.
    copies: u64,
    strings: bool,
    /// From one tag to the next.
    run: u64,
}

/// Several times what the largest workbook of survey data needs.
const STRINGS: Limits =
    Limits { bytes: 512 << 20, tags: 64 << 20, copies: u64::MAX, strings: true, run: u64::MAX };

/// Spreadsheets stop at 65,490 cell formats, which come to some ten megabytes.
const LISTS: Limits =
    Limits { bytes: 32 << 20, tags: 2 << 20, copies: 1 << 30, strings: false, run: u64::MAX };

/// Sheets are not held, nor are pictures and the rest.
const STREAMED: Limits =
    Limits { bytes: u64::MAX, tags: u64::MAX, copies: u64::MAX, strings: false, run: RUN };

/// Tables of text have no tags; how long a row may be who reads them knows.
const TABLES: Limits = Limits { run: u64::MAX, ..STREAMED };

/// From one tag to the next. A cell has at most 32,767 letters; pictures have
/// this byte everywhere by chance.
const RUN: u64 = 16 << 20;

/// As much of a part as its root tag may need.
const HEAD: usize = 4_096;

impl Gauge {
    /// The measure for a part of that name.
    pub(super) fn of(part: &str) -> Self {
        let name = part.to_lowercase().replace('\\', "/");
        let file = name.rsplit('/').next().unwrap_or_default();
        let limits = match file {
            "sharedstrings.xml" => STRINGS,
            "styles.xml" | "theme1.xml" => LISTS,
            file if file.starts_with("workbook") => LISTS,
            _ if file.rsplit('.').next() == Some("rels") => LISTS,
            _ if matches!(file.rsplit('.').next(), Some("txt" | "csv")) => TABLES,
            _ => STREAMED,
        };
        Self { limits, tags: 0, run: 0, longest: 0, head: Vec::new(), seam: Vec::new(), merges: false }
    }

    /// Takes the next bytes, and the number of bytes with them; false when it is too much.
    pub(super) fn take(&mut self, chunk: &[u8], bytes: u64) -> bool {
        if self.limits.bytes == u64::MAX {
            self.look(chunk);
            let tail = chunk.iter().rev().position(|byte| *byte == b'<');
            self.run = tail.map_or(self.run + chunk.len() as u64, |tail| tail as u64);
            return self.run <= self.limits.run;
        }
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(chunk.iter().take(room));
        self.count(chunk);
        let copies = self.tags.saturating_mul(self.longest);
        bytes <= self.limits.bytes && self.tags <= self.limits.tags && copies <= self.limits.copies
    }

    /// Whether the part, now complete, promises no more strings than it has
    /// tags. Room is made for as many as promised before the first is read.
    pub(super) fn keeps_its_promise(&self) -> bool {
        !self.limits.strings || self.promised().is_some_and(|strings| strings <= self.tags)
    }

    /// Whether the part speaks of merged cells.
    pub(super) fn merges(&self) -> bool {
        self.merges
    }

    /// Looks for merged cells, also where two chunks meet.
    fn look(&mut self, chunk: &[u8]) {
        let ends = |most: usize| chunk.get(chunk.len().saturating_sub(most)..).unwrap_or_default();
        self.seam.extend(chunk.iter().take(MERGES.len()));
        let met = |bytes: &[u8]| memchr::memmem::find(bytes, MERGES).is_some();
        self.merges = self.merges || met(&self.seam) || met(chunk);
        self.seam.clear();
        self.seam.extend(ends(MERGES.len()));
    }

    fn count(&mut self, chunk: &[u8]) {
        let mut pieces = chunk.split(|byte| *byte == b'<').map(|piece| piece.len() as u64);
        self.run += pieces.next().unwrap_or_default();
        self.longest = self.longest.max(self.run);
        for piece in pieces {
            self.tags += 1;
            self.run = piece;
            self.longest = self.longest.max(piece);
        }
    }

    /// The number of strings the root tag promises; `None` where a root tag of
    /// shared strings is not what the part begins with.
    fn promised(&self) -> Option<u64> {
        let head = String::from_utf8_lossy(&self.head);
        let head = head.trim_start_matches('\u{FEFF}').trim_start();
        let head = head.strip_prefix("<?xml").map_or(Some(head), |rest| Some(rest.split_once("?>")?.1))?;
        let (root, _) = head.trim_start().strip_prefix('<')?.split_once('>')?;
        let name = root.split([' ', '\t', '\r', '\n', '/']).next()?;
        (name.rsplit(':').next() == Some("sst")).then_some(())?;
        let Some((_, promise)) = root.split_once("uniqueCount") else { return Some(0) };
        let digits = promise.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let digits = digits.get(..end)?;
        if digits.is_empty() { Some(0) } else { digits.parse().ok() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(part: &str) -> bool {
        let mut gauge = Gauge::of("xl/sharedStrings.xml");
        gauge.take(part.as_bytes(), part.len() as u64) && gauge.keeps_its_promise()
    }

    #[test]
    fn a_promise_of_strings_is_held_against_the_part() {
        let root = "<?xml version=\"1.0\"?>\n<sst xmlns=\"x\" uniqueCount=";
        assert!(strings(&format!("{root}\"2\"><si><t>a</t></si><si/></sst>")));
        assert!(strings("<x:sst><x:si/></x:sst>"));
        assert!(!strings(&format!("{root}\"99999999999999\"></sst>")));
        assert!(!strings(&format!("{root} '99999999999999999999999'></sst>")));
        assert!(!strings("<!-- <sst> --><sst uniqueCount=\"99999999\"/>"));
    }

    #[test]
    fn a_long_format_under_many_styles_is_too_much() {
        let mut gauge = Gauge::of("xl/styles.xml");
        assert!(gauge.take(&b"<xf/>".repeat(10_000), 50_000));
        assert!(!gauge.take(&b"f".repeat(1 << 20), 2 << 20));
    }

    #[test]
    fn a_long_table_of_text_needs_no_tags() {
        let fits = |part: &str| Gauge::of(part).take(&vec![b','; 17 << 20], 17 << 20);
        assert!(fits("stop_times.txt") && fits("media/a.csv"));
        assert!(!fits("xl/worksheets/sheet1.xml"));
    }

    #[test]
    fn sheets_and_pictures_are_not_held() {
        assert!(Gauge::of("xl/worksheets/sheet1.xml").take(b"<", u64::MAX));
        assert!(!Gauge::of("xl\\SharedStrings.xml").take(b"<", u64::MAX));
    }
}

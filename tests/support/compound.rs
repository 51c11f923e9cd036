//! Compound files, as old workbooks are, put together by hand.

const SECTOR: usize = 512;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;
const FREE: u32 = 0xFFFF_FFFF;

/// Streams of 4,096 bytes and more at the root of a compound file.
///
/// One sector holds the chains, the next ones the directory, then the streams lie one after the other.
pub(crate) fn file(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let directory = (streams.len() + 1).div_ceil(4);
    let mut chains = vec![TABLE];
    chain(&mut chains, directory);
    let mut entries = entry("Root Entry", 5, END, 0, 1);
    let mut content = Vec::new();
    for (place, (name, bytes)) in streams.iter().enumerate() {
        assert!(bytes.len() >= 4_096, "small streams lie elsewhere");
        let next = if place + 1 < streams.len() { place + 2 } else { usize::MAX };
        entries.extend(entry(name, 2, number(chains.len()), number(bytes.len()), number(next)));
        chain(&mut chains, bytes.len().div_ceil(SECTOR));
        content.extend(padded(bytes));
    }
    assert!(chains.len() <= SECTOR / 4, "one sector of chains");
    chains.resize(SECTOR / 4, FREE);
    let chains: Vec<u8> = chains.into_iter().flat_map(u32::to_le_bytes).collect();
    [head(), chains, padded(&entries), content].concat()
}

fn head() -> Vec<u8> {
    let mut head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    head.resize(24, 0);
    head.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    head.resize(44, 0);
    // Sectors of chains, first of the directory, the least of a stream, and no small or far sectors.
    head.extend([1, 1, 0, 4_096, END, 0, END, 0, 0].into_iter().flat_map(u32::to_le_bytes));
    head.resize(SECTOR, 0xFF);
    head
}

/// A line of the directory: the first is the root and has a child, the others a right neighbour.
fn entry(name: &str, kind: u8, start: u32, bytes: u32, next: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = u8::try_from(entry.len() + 2).expect("a short name");
    entry.resize(64, 0);
    entry.extend([length, 0, kind, 1]);
    let links = if kind == 5 { [FREE, FREE, next] } else { [FREE, next, FREE] };
    entry.extend(links.into_iter().flat_map(u32::to_le_bytes));
    entry.resize(116, 0);
    entry.extend([start, bytes, 0].into_iter().flat_map(u32::to_le_bytes));
    entry
}

/// One more chain of so many sectors, that follow each other.
fn chain(chains: &mut Vec<u32>, sectors: usize) {
    let from = number(chains.len());
    let to = from + number(sectors);
    chains.extend((from + 1..=to).map(|next| if next == to { END } else { next }));
}

fn padded(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes.resize(bytes.len().next_multiple_of(SECTOR), 0);
    bytes
}

/// No neighbour where it is beyond all numbers.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(FREE)
}

//! Ordinary files, taken apart where that lets changes in.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::change::{self, Dice, below, one};
use super::{json, xml};
use crate::support::compound;
use crate::support::feature_seeds::feature_seeds;
use crate::support::old_workbook::{OldWorkbook, cell, label, number, record, wide};
use crate::support::opendocument;
use crate::support::workbook::Handmade;

/// An ordinary file.
pub(super) struct Seed {
    pub(super) name: String,
    content: Content,
}

enum Content {
    Bytes(Vec<u8>),
    /// Packed by gzip.
    Packed(Vec<u8>),
    /// An archive of these parts.
    Parts(Vec<(String, Vec<u8>)>),
    /// An old workbook of these records.
    Records(Vec<u8>),
}

/// The files of the folder, and some made here.
pub(super) fn all() -> Vec<Seed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/seeds");
    let files = fs::read_dir(folder).expect("the seeds").map(|file| file.expect("a seed").path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|end| end != "md")).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
        Seed::of(name, fs::read(path).expect("a seed"))
    };
    let made = [workbook(), open_document(), old_workbook(), workbook_of_1995()];
    let features = feature_seeds().into_iter().map(|(name, bytes)| Seed::of(name, bytes));
    files.iter().map(read).chain(made).chain(features).collect()
}

impl Seed {
    fn of(name: &str, bytes: Vec<u8>) -> Self {
        let content = match &bytes[..] {
            [b'P', b'K', ..] => Content::Parts(unpacked(bytes)),
            [0x1F, 0x8B, ..] => Content::Packed(gunzipped(&bytes)),
            _ => Content::Bytes(bytes),
        };
        Self { name: name.to_owned(), content }
    }

    /// The file as it is.
    pub(super) fn bytes(&self) -> Vec<u8> {
        match &self.content {
            Content::Bytes(bytes) => bytes.clone(),
            Content::Packed(bytes) => gzipped(bytes),
            Content::Parts(parts) => packed(parts, CompressionMethod::Deflated),
            Content::Records(stream) => compound_of(stream.clone()),
        }
    }

    /// The file, changed.
    pub(super) fn changed(&self, seeds: &[Seed], dice: &mut Dice) -> Vec<u8> {
        let other = one(dice, seeds);
        if below(dice, 12) == 0 {
            let mut bytes = self.bytes();
            change::bytes(&mut bytes, &other.raw(), dice);
            return bytes;
        }
        match &self.content {
            Content::Bytes(bytes) => changed_text(bytes.clone(), other, dice),
            Content::Packed(bytes) => gzipped(&changed_text(bytes.clone(), other, dice)),
            Content::Parts(parts) => changed_parts(parts.clone(), other, dice),
            Content::Records(stream) => {
                let mut stream = stream.clone();
                records(&mut stream, dice);
                compound_of(stream)
            }
        }
    }

    /// Bytes to splice in.
    fn raw(&self) -> Vec<u8> {
        match &self.content {
            Content::Bytes(bytes) | Content::Packed(bytes) | Content::Records(bytes) => bytes.clone(),
            Content::Parts(parts) => parts.last().map(|(_, bytes)| bytes.clone()).unwrap_or_default(),
        }
    }
}

/// Bytes are changed, or what the markup is made of.
fn changed_text(mut bytes: Vec<u8>, other: &Seed, dice: &mut Dice) -> Vec<u8> {
    match (below(dice, 3), bytes.first()) {
        (1.., Some(b'<')) => xml::change(&mut bytes, dice),
        (1.., Some(b'{' | b'[')) => json::change(&mut bytes, dice),
        _ => change::bytes(&mut bytes, &other.raw(), dice),
    }
    bytes
}

/// One or two parts are changed, or one is left out or there twice.
fn changed_parts(mut parts: Vec<(String, Vec<u8>)>, other: &Seed, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=below(dice, 2) {
        let at = below(dice, parts.len());
        match below(dice, 16) {
            0 => drop(parts.remove(at)),
            1 => {
                let name = one(dice, &parts).0.clone();
                parts[at].0 = name;
            }
            2..=5 => change::bytes(&mut parts[at].1, &other.raw(), dice),
            _ => xml::change(&mut parts[at].1, dice),
        }
        if parts.is_empty() {
            break;
        }
    }
    packed(&parts, *one(dice, &[CompressionMethod::Stored, CompressionMethod::Deflated]))
}

/// Bytes are changed, or whole records are left out, repeated or moved.
fn records(stream: &mut Vec<u8>, dice: &mut Dice) {
    if below(dice, 3) > 0 {
        change::bytes(stream, &[], dice);
    }
    let places = places(stream);
    if places.len() < 3 {
        return;
    }
    let at = below(dice, places.len() - 2);
    let (from, to) = (places[at], places[at + 1]);
    match below(dice, 4) {
        0 => drop(stream.drain(from..to)),
        1 => drop(stream.splice(from..from, stream[from..to].repeat(1 + below(dice, 40)))),
        2 => stream[from..places[at + 2]].rotate_left(to - from),
        _ => {}
    }
}

/// Where records begin.
fn places(stream: &[u8]) -> Vec<usize> {
    let mut at = 0;
    let mut places = Vec::new();
    while let Some([_, _, low, high]) = stream.get(at..).and_then(|rest| rest.first_chunk::<4>()) {
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        if at + 4 + length > stream.len() {
            break;
        }
        places.push(at);
        at += 4 + length;
    }
    places
}

fn compound_of(mut stream: Vec<u8>) -> Vec<u8> {
    // As much as one sector of chains can hold.
    stream.resize(stream.len().clamp(4_096, 60_000), 0);
    compound::file(&[("Workbook", stream)])
}

fn packed(parts: &[(String, Vec<u8>)], how: CompressionMethod) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(how);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // A second part of one name is refused by the writer, and left out.
        if zip.start_file(name.as_str(), options).is_ok() {
            zip.write_all(content).expect("its content");
        }
    }
    zip.finish().expect("an archive").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    GzEncoder::new(bytes, Compression::fast()).read_to_end(&mut packed).expect("packed");
    packed
}

fn gunzipped(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut unpacked).expect("a packed seed");
    unpacked
}

fn unpacked(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let count = zip.len();
    let part = |at: usize| {
        let mut part = zip.by_index(at).expect("a part");
        let (name, mut content) = (part.name().expect("a name").into_owned(), Vec::new());
        part.read_to_end(&mut content).expect("its content");
        (name, content)
    };
    (0..count).map(part).collect()
}

fn workbook() -> Seed {
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>总车位数</t></is></c>\
        <c r=\"C1\" t=\"str\"><v>调查日期</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>120</v></c>\
        <c r=\"C2\" s=\"1\"><f>1+1</f><v>45000</v></c></row><row r=\"3\"><c r=\"B3\" t=\"e\"><v>#N/A</v></c>\
        <c r=\"C3\" t=\"b\"><v>1</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells><sheetData>";
    let strings = "<sst count=\"2\" uniqueCount=\"2\"><si><t>名称</t></si><si><r><t>人民</t></r><r><t>广场</t></r></si></sst>";
    Seed::of("made.xlsx", Handmade::sheet(cells).strings(strings).bytes())
}

fn open_document() -> Seed {
    let rows = [
        opendocument::row(&["街道", "名称", "总车位数"]),
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-rows-spanned=\"2\" office:value-type=\"string\">\
         <text:p>甲<text:s text:c=\"3\"/>街</text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"2024-05-01\"/>\
         <table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"120\"/></table:table-row>"
            .to_owned(),
        "<table:table-row table:number-rows-repeated=\"1048500\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            .to_owned(),
    ];
    Seed::of("made.ods", opendocument::sheet(&rows.concat()))
}

fn old_workbook() -> Seed {
    let strings = [&[2, 0, 0, 0, 2, 0, 0, 0][..], &wide("名称"), &wide("总车位数")].concat();
    let styles = [
        record(0x041E, &[&[200, 0][..], &wide("yyyy\"年\"m\"月\"")].concat()),
        record(0x00E0, &[0, 0, 200, 0]),
    ];
    let cells = [
        cell(0x00FD, 0, 0, &[0, 0, 0, 0]),
        cell(0x00FD, 0, 1, &[1, 0, 0, 0]),
        label(1, 0, "人民广场"),
        number(1, 1, 120.0),
        cell(0x027E, 2, 1, &(30 << 2 | 2_u32).to_le_bytes()),
        cell(0x0006, 2, 0, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]),
        record(0x0207, &wide("图书馆")),
        record(0x00BD, &[3, 0, 1, 0, 0, 0, 30, 0, 0, 0, 0, 0, 31, 0, 0, 0, 2, 0]),
        record(0x00E5, &[1, 0, 2, 0, 3, 0, 0, 0, 0, 0]),
    ];
    let book = OldWorkbook::sheet(&cells).global(record(0x00FC, &strings)).global(styles.concat());
    Seed { name: "made.xls".to_owned(), content: Content::Records(book.stream()) }
}

fn workbook_of_1995() -> Seed {
    let cells =
        [cell(0x0204, 0, 0, b"\x04\0name"), cell(0x0204, 0, 1, b"\x0C\0total spaces"), number(1, 1, 12.5)];
    let book = OldWorkbook::of_1995(&cells).global(record(0x0042, &[0xA8, 0x03]));
    Seed { name: "made-1995.xls".to_owned(), content: Content::Records(book.stream()) }
}

//! Whatever the bytes are, reading ends and nothing panics.

use std::io::{Cursor, Read as _, Write as _};

use barrierfree::survey::reader::{self, Hints};
use encoding_rs::GBK;
use proptest::collection::vec;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{open, rows};
use crate::support::feature_seeds::feature_seeds;
use crate::support::workbook::{Handmade, written};

fn exhaust(bytes: &[u8]) {
    let Ok(mut book) = open("设施.xlsx", bytes) else { return };
    for sheet in 0..book.sheets().len() {
        let _ = rows(&mut book, sheet);
    }
}

fn change(bytes: &mut [u8], changes: &[(prop::sample::Index, u8)]) {
    for (at, byte) in changes {
        if let Some(place) = bytes.get_mut(at.index(bytes.len().max(1))) {
            *place = *byte;
        }
    }
}

/// A workbook again, with one of its parts changed inside the archive.
fn repacked(part: &str, edit: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let strings = "<sst count=\"1\" uniqueCount=\"1\"><si><r><t>富</t></r></si></sst>";
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><f>1+1</f><v>45000</v></c>\
                 <c r=\"C1\" t=\"b\"><v>1</v></c><c r=\"D1\" t=\"e\"><v>#N/A</v></c></row>";
    let bytes = Handmade::sheet(cells).strings(strings).bytes();
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its content");
        if name == part {
            edit(&mut content);
        }
        to.start_file(name, SimpleFileOptions::default()).expect("a part");
        to.write_all(&content).expect("its content");
    }
    to.finish().expect("an archive").into_inner()
}

const PARTS: [&str; 5] = [
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_end(bytes in vec(any::<u8>(), 0..3_000), start in prop::sample::select(vec![
        &b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xEF\xBB\xBF", b"\xFF\xFE", b"sep=",
    ])) {
        exhaust(&[start, &bytes].concat());
    }

    #[test]
    fn random_text_keeps_every_letter(text in "[a,;\"\n\r，名|\t ]{0,200}") {
        let hints = Hints { encoding: Some("utf-8".to_owned()), delimiter: Some(','), ..Hints::default() };
        if let Ok(mut book) = reader::open("a.csv", Box::new(Cursor::new(text.as_bytes())), &hints) {
            let (rows, outcome) = rows(&mut book, 0);
            prop_assert!(outcome.is_ok());
            let letters = |text: &str| text.chars().filter(|letter| "a名".contains(*letter)).count();
            let kept: usize = rows.iter().map(|row| letters(&super::cells(row))).sum();
            prop_assert_eq!(kept, letters(&text));
        }
    }

    #[test]
    fn changed_text_files_end(changes in vec(any::<(prop::sample::Index, u8)>(), 0..20)) {
        let mut bytes = GBK.encode(&"编号,名称,备注\n1,图书馆,\"门窄,\n坡陡\"\n".repeat(5)).0.into_owned();
        change(&mut bytes, &changes);
        exhaust(&bytes);
    }

    #[test]
    fn changed_workbooks_end(changes in vec(any::<(prop::sample::Index, u8)>(), 0..8)) {
        let mut bytes = written(&[("表", &[&["名称", "宽度"], &["甲", "900"]])]);
        change(&mut bytes, &changes);
        exhaust(&bytes);
    }

    #[test]
    fn changed_files_of_features_end(
        seed in prop::sample::select(feature_seeds()),
        changes in vec(any::<(prop::sample::Index, u8)>(), 0..6),
        cut in proptest::option::of(any::<prop::sample::Index>()),
    ) {
        let (_, mut bytes) = seed;
        change(&mut bytes, &changes);
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        exhaust(&bytes);
    }

    #[test]
    fn workbooks_with_a_changed_part_end(
        part in prop::sample::select(PARTS.to_vec()),
        changes in vec(any::<(prop::sample::Index, u8)>(), 1..6),
        cut in any::<prop::sample::Index>(),
    ) {
        exhaust(&repacked(part, |content| change(content, &changes)));
        exhaust(&repacked(part, |content| content.truncate(cut.index(content.len()))));
    }
}

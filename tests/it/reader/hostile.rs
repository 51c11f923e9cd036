//! Workbooks that are broken, or meant to break the reader.

use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use barrierfree::survey::reader::ReadError;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{open, refusal, rows};
use crate::support::workbook::{Handmade, written};

/// A workbook with a second sheet that is one text, repeated.
fn bomb(text: &str, bytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new_append(Cursor::new(Handmade::sheet("").bytes())).expect("a workbook");
    zip.start_file("xl/worksheets/sheet2.xml", SimpleFileOptions::default().large_file(true))
        .expect("a part");
    let piece = text.repeat((1 << 20) / text.len());
    for _ in 0..bytes / piece.len() {
        zip.write_all(piece.as_bytes()).expect("more of it");
    }
    zip.finish().expect("an archive").into_inner()
}

/// Refuses within seconds and names the part.
fn refuses(bytes: &[u8]) {
    let start = Instant::now();
    let error = refusal("a.xlsx", bytes);
    assert!(matches!(error, ReadError::Oversized { ref part } if part.ends_with("sheet2.xml")), "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn a_bomb_of_zeros_is_refused_long_before_it_is_unfolded() {
    let bytes = bomb("\0", 2 << 30);
    assert!(bytes.len() < 4 << 20);
    refuses(&bytes);
}

#[test]
fn a_bomb_of_tags_is_refused_by_its_ratio() {
    refuses(&bomb("<row/>", 100 << 20));
}

#[test]
fn parts_that_share_bytes_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("[Content_Types].xml", "spreadsheetml.sheet.main"), ("xl/a.xml", "a")] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.shallow_copy_file("xl/a.xml", "xl/b.xml").expect("a second name");
    let bytes = zip.finish().expect("an archive").into_inner();
    assert!(matches!(refusal("a.xlsx", &bytes), ReadError::Damaged { .. }));
}

#[test]
fn an_archive_in_an_archive_is_not_unfolded() {
    let inner = bomb("<row/>", 1 << 24);
    let bytes = Handmade::sheet("").part("xl/embeddings/a.xlsx", &inner).bytes();
    assert!(open("a.xlsx", &bytes).is_ok());
}

#[test]
fn a_workbook_cut_anywhere_is_refused_and_never_half_read() {
    let table: Vec<Vec<String>> = (0..50).map(|row| vec![format!("设施{row}"), row.to_string()]).collect();
    let table: Vec<Vec<&str>> = table.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let table: Vec<&[&str]> = table.iter().map(Vec::as_slice).collect();
    let bytes = written(&[("表", &table)]);
    for end in (4..bytes.len()).step_by(37).chain([bytes.len() - 1]) {
        let error = refusal("a.xlsx", bytes.get(..end).unwrap_or_default());
        assert!(matches!(error, ReadError::Truncated), "cut at {end} of {}: {error:?}", bytes.len());
    }
}

#[test]
fn a_changed_byte_in_a_part_is_found_by_its_checksum() {
    let mut bytes = written(&[("表", &[&["名称", "宽度"], &["甲", "900"]])]);
    let at = bytes.windows(24).position(|name| name == b"xl/worksheets/sheet1.xml").expect("the sheet") + 60;
    if let Some(byte) = bytes.get_mut(at) {
        *byte ^= 0x55;
    }
    let error = refusal("a.xlsx", &bytes);
    assert!(
        matches!(error, ReadError::Damaged { ref part, .. } if part.ends_with("sheet1.xml")),
        "{error:?}"
    );
}

#[test]
fn a_promise_of_more_strings_than_there_is_memory_is_refused() {
    let bytes = Handmade::sheet("").strings("<sst uniqueCount=\"99999999999999\"></sst>").bytes();
    assert!(matches!(refusal("a.xlsx", &bytes), ReadError::Damaged { .. }));
}

#[test]
fn styles_that_unfold_in_memory_are_refused() {
    let format = "0".repeat(1 << 20);
    let styles = format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{format}\"/></numFmts><cellXfs>{}</cellXfs></styleSheet>",
        "<xf numFmtId=\"200\"/>".repeat(100_000)
    );
    let bytes = Handmade::sheet("").part("xl/styles.xml", styles.as_bytes()).bytes();
    assert!(matches!(refusal("a.xlsx", &bytes), ReadError::Oversized { .. }));
}

#[test]
fn parts_that_are_missing_or_no_xml_are_named() {
    for (part, content) in [
        ("_rels/.rels", &b"<Relationships/>"[..]),
        ("xl/workbook.xml", b"<workbook><sheets>"),
        ("xl/_rels/workbook.xml.rels", b"\xFF\xFE"),
        ("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row><c><v>1</"),
        ("xl/worksheets/sheet1.xml", b""),
    ] {
        let bytes = Handmade::sheet("<row/>").part(part, content).bytes();
        let error = refusal("a.xlsx", &bytes);
        assert!(matches!(error, ReadError::Damaged { .. }), "{part}: {error:?}");
    }
}

#[test]
fn rows_before_the_damage_are_handed_up_before_the_error() {
    let sheet = b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\">";
    let bytes = Handmade::sheet("").part("xl/worksheets/sheet1.xml", sheet).bytes();
    let (rows, outcome) = rows(&mut open("a.xlsx", &bytes).expect("a workbook"), 0);
    assert_eq!(rows.len(), 1);
    assert!(matches!(outcome, Err(ReadError::Damaged { .. })));
}

#[test]
fn places_that_overflow_do_not_stop_the_program() {
    for sheet in [
        "<worksheet><dimension ref=\"C3:A1\"/><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"99999999999\"><c><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"A4294967295\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row r=\"4294967295\"></row><row><c><v>1</v></c></row></sheetData></worksheet>",
    ] {
        let bytes = Handmade::sheet("").part("xl/worksheets/sheet1.xml", sheet.as_bytes()).bytes();
        let _ = rows(&mut open("a.xlsx", &bytes).expect("a workbook"), 0);
    }
}

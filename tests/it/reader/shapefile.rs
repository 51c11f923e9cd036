//! Shapefiles, whole and with parts missing, broken or in another encoding.

use std::io::Cursor;

use barrierfree::survey::reader::{
    self, Book, GeometryFault, Given, Hints, ReadError, RowProblem, Source, Why,
};

use super::{plain, read, refusal, rows};
use crate::support::shapefile::{lots, parts, point, shapes, table, zipped};

fn beside(files: Vec<(&str, Vec<u8>)>) -> Result<Book<'static>, ReadError> {
    let source = |bytes| Box::new(Cursor::new(bytes)) as Box<dyn Source>;
    let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), source(bytes))).collect();
    reader::open("lots.shp", Given::Files(files), &Hints::default())
}

/// The lots, less a part.
fn without(ending: &str) -> Vec<(&'static str, Vec<u8>)> {
    lots().into_iter().filter(|(name, _)| !name.ends_with(ending)).collect()
}

/// The lots with another content of a part.
fn with(ending: &str, content: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let part = |(name, bytes): (&'static str, Vec<u8>)| {
        (name, if name.ends_with(ending) { content.to_vec() } else { bytes })
    };
    lots().into_iter().map(part).collect()
}

#[test]
fn drawings_without_their_table_name_what_is_missing() {
    let shapes = lots().swap_remove(0).1;
    assert!(matches!(refusal("lots.shp", &shapes), ReadError::PartMissing { part } if part == ".dbf"));
    let Err(ReadError::PartMissing { part }) = beside(without(".dbf")) else { panic!("no table") };
    assert_eq!(part, "lots.dbf");
    let zip = zipped(&without(".dbf"));
    assert!(matches!(refusal("a.zip", &zip), ReadError::PartMissing { .. }));
}

#[test]
fn broken_parts_say_so_and_what_stands_before_is_read() {
    let broken = |ending: &str, content: Vec<u8>| {
        let mut book = beside(with(ending, &content))?;
        let (read, outcome) = rows(&mut book, 0);
        outcome.map(|()| read.len())
    };
    let (drawn, table) = (lots()[0].1.clone(), lots()[1].1.clone());
    assert!(matches!(broken(".shp", Vec::new()), Err(ReadError::Damaged { .. })));
    assert!(matches!(broken(".shp", drawn[..60].to_vec()), Err(ReadError::Truncated)));
    assert!(matches!(broken(".shp", drawn[..drawn.len() - 2].to_vec()), Err(ReadError::Truncated)));
    assert!(matches!(broken(".dbf", table[..20].to_vec()), Err(ReadError::Truncated)));
    assert!(matches!(broken(".dbf", table[..table.len() - 9].to_vec()), Err(ReadError::Truncated)));
    let mut narrow = table.clone();
    narrow[10] = 3;
    assert!(matches!(broken(".dbf", narrow), Err(ReadError::Damaged { .. })));
    let mut book = beside(with(".shp", &drawn[..drawn.len() - 2])).expect("a table");
    assert_eq!(plain(&rows(&mut book, 0).0), ["0 名称|capacity|seen", "1 甲|=51|=2026-05-01"]);
    // The index is not needed, whatever is in it.
    let mut book = beside([lots(), vec![("lots.shx", vec![7; 3])]].concat()).expect("a shapefile");
    assert_eq!(rows(&mut book, 0).0.len(), 3);
}

#[test]
fn drawings_that_lie_about_themselves_cost_their_place_only() {
    let mut crowded = parts(3, &[&[(1.0, 2.0), (3.0, 4.0)]]);
    crowded[40] = 200;
    let drawings = [
        crowded,
        parts(5, &[&[(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]]),
        parts(3, &[&[(0.0, 0.0), (8.0, 0.0)]]),
        point(f64::NAN, 2.0),
        31_u32.to_le_bytes().to_vec(),
    ];
    let rows: [&[&[u8]]; 5] = [&[b"a"], &[b"b"], &[b"c"], &[b"d"], &[b"e"]];
    let files = vec![("a.shp", shapes(&drawings)), ("a.dbf", table(0, &[(b"name", b'C', 4)], &rows))];
    let mut book = beside(files).expect("a shapefile");
    let (read, outcome) = super::rows(&mut book, 0);
    outcome.expect("all rows");
    let places: Vec<_> = read.iter().skip(1).map(|row| row.place.expect("drawn")).collect();
    let (ats, faults): (Vec<_>, Vec<_>) = places.iter().map(|place| (place.at, place.fault)).unzip();
    let (nan, unknown) = (Some(GeometryFault::NotANumber), Some(GeometryFault::UnknownKind));
    assert_eq!(ats, [None, Some((2.0, 2.0)), Some((4.0, 0.0)), None, None]);
    assert_eq!(faults, [nan, None, None, nan, unknown]);
}

#[test]
fn a_drawing_beyond_measure_is_passed_over() {
    let mut huge = shapes(&[]);
    huge.extend([0, 0, 0, 1, 0, 0x80, 0, 0]);
    huge.resize(huge.len() + (16 << 20), 0);
    huge.extend(&shapes(&[point(1.0, 2.0)])[100..]);
    let rows: [&[&[u8]]; 2] = [&[b"a"], &[b"b"]];
    let table = table(0, &[(b"name", b'C', 4)], &rows);
    let mut book = beside(vec![("a.shp", huge), ("a.dbf", table)]).expect("a shapefile");
    let read = super::rows(&mut book, 0).0;
    assert_eq!(read[2].place.and_then(|place| place.at), Some((1.0, 2.0)));
    let mut vast = shapes(&[]);
    vast.extend([0, 0, 0, 1, 0x40, 0, 0, 0]);
    let mut book = beside(with(".shp", &vast)).expect("a shapefile");
    assert!(matches!(super::rows(&mut book, 0).1, Err(ReadError::Truncated)));
    assert!(!matches!(read[1].problem, Some(RowProblem::Unreadable { why: Why::DamagedCell })));
}

#[test]
fn rows_have_their_place_in_the_system_that_is_named() {
    for mut book in [
        beside(lots()).expect("a shapefile"),
        super::open("lots.zip", zipped(&lots())).expect("the same, packed"),
    ] {
        assert_eq!((book.draws(0), book.encoding(0), book.header_row()), (true, Some("gb18030"), Some(0)));
        assert!(book.crs(0).is_some_and(|name| name.contains("CGCS2000_3_Degree_GK_Zone_39")));
        let (read, outcome) = rows(&mut book, 0);
        outcome.expect("all rows");
        assert_eq!(plain(&read), ["0 名称|capacity|seen", "1 甲|=51|=2026-05-01", "2 乙||"]);
        assert_eq!(read[1].place.and_then(|place| place.at), Some((39_448_438.0, 4_418_000.0)));
        assert_eq!(read[2].place, None);
    }
}

#[test]
fn the_encoding_is_the_profiles_the_pages_the_bytes_or_found() {
    let named = |language, page: Option<&str>, text: &[u8]| {
        let row: &[&[u8]] = &[text];
        let mut files = vec![("a.shp", shapes(&[point(1.0, 2.0)]))];
        files.push(("a.dbf", table(language, &[(b"name", b'C', 30)], &[row])));
        files.extend(page.map(|page| ("a.cpg", page.into())));
        let mut book = beside(files).expect("a shapefile");
        plain(&rows(&mut book, 0).0)[1].clone()
    };
    let gbk = encoding_rs::GBK.encode("无障碍").0.into_owned();
    let big5 = encoding_rs::BIG5.encode("無障礙").0.into_owned();
    let utf8 = "无障碍".as_bytes();
    for page in ["GBK", "936", "ANSI 936", "OEM 936", "CP936", "cp936\n"] {
        assert_eq!(named(0x57, Some(page), &gbk), "1 无障碍", "{page}");
    }
    for page in ["UTF-8", "65001", "utf8", "\u{FEFF}UTF-8"] {
        assert_eq!(named(0x4D, Some(page), utf8), "1 无障碍", "{page}");
    }
    assert_eq!(named(0x78, None, &big5), "1 無障礙");
    // Programs write a western byte, or none, whatever the text is.
    for language in [0, 0x03, 0x57] {
        assert_eq!(named(language, None, &gbk), "1 无障碍", "{language}");
        assert_eq!(named(language, None, utf8), "1 无障碍", "{language}");
    }
    assert_eq!(named(0x4D, None, utf8), "1 无障碍", "text that is UTF-8 beyond doubt");
    assert_eq!(named(0, Some("klingon"), &gbk), "1 无障碍");
}

#[test]
fn a_table_alone_is_a_table_and_deleted_rows_are_gone() {
    let mut bytes = lots()[1].1.clone();
    assert_eq!(plain(&read("lots.dbf", &bytes)).len(), 3);
    let first = usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    bytes[first] = b'*';
    assert_eq!(plain(&read("lots.dbf", &bytes)), ["0 名称|capacity|seen", "2 乙||"]);
}

#[test]
fn several_in_one_archive_are_sheets_and_names_may_be_of_any_machine() {
    let again = lots().into_iter().map(|(name, bytes)| (format!("区/{name}").replace("lots", "B"), bytes));
    let again: Vec<_> = again.map(|(name, bytes)| (name.to_uppercase(), bytes)).collect();
    let mut all = lots();
    all.extend(again.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())));
    let mut book = super::open("a.zip", zipped(&all)).expect("two shapefiles");
    let names: Vec<_> = book.sheets().iter().filter_map(|sheet| sheet.name.clone()).collect();
    assert_eq!(names.iter().map(|name| &**name).collect::<Vec<_>>(), ["lots", "B"]);
    assert_eq!(rows(&mut book, 1).0.len(), 3);
    assert_eq!(rows(&mut book, 0).0.len(), 3);
}

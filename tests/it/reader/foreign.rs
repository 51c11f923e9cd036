//! Files that are no table, whatever their name says.

use std::io::{Cursor, Write as _};

use barrierfree::locale::{Language, Locale};
use barrierfree::survey::reader::{Fault, Foreign, ReadError};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{plain, read, refusal};
use crate::support::compound;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

fn types(kind: &str) -> Vec<u8> {
    archive(&[("[Content_Types].xml", &format!("<Types><Override ContentType=\"{kind}\"/></Types>"))])
}

#[test]
fn compound_files_are_told_by_what_lies_in_them() {
    let refused = |streams: &[&str]| {
        let streams: Vec<_> = streams.iter().map(|name| (*name, vec![0; 5_000])).collect();
        refusal("a.xls", &compound::file(&streams))
    };
    assert!(matches!(refused(&["EncryptionInfo", "EncryptedPackage"]), ReadError::PasswordProtected));
    for (streams, expected) in [
        (&["WordDocument", "1Table"][..], Foreign::Word),
        (&["PowerPoint Document"], Foreign::Slides),
        (&["ETExtData", "Contents"], Foreign::Wps),
        (&["Workbook"], Foreign::OldWorkbook),
    ] {
        let error = refused(streams);
        assert!(matches!(error, ReadError::NotATable { what } if what == expected), "{streams:?}: {error:?}");
    }
}

#[test]
fn what_is_no_table_is_named() {
    let cases: Vec<(Foreign, Vec<u8>)> = vec![
        (Foreign::Pdf, b"%PDF-1.7\n".to_vec()),
        (Foreign::GeoPackage, b"SQLite format 3\0\x10\0".to_vec()),
        (Foreign::Image, b"\x89PNG\r\n\x1A\n".to_vec()),
        (Foreign::Image, b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec()),
        (Foreign::Archive, b"Rar!\x1A\x07\x01\0".to_vec()),
        (Foreign::Json, b"\xEF\xBB\xBF {\"type\": \"FeatureCollection\"}".to_vec()),
        (Foreign::Json, b"[[\n\"a\", 1]]".to_vec()),
        (Foreign::Geometry, br#"{"type": "Point", "coordinates": [1, 2]}"#.to_vec()),
        (Foreign::TopoJson, br#"{"type": "Topology", "objects": {}, "arcs": []}"#.to_vec()),
        (Foreign::Parquet, b"PAR1\x15\x04".to_vec()),
        (Foreign::Tiff, b"II*\0\x08\0\0\0".to_vec()),
        (Foreign::Tiff, b"MM\0+\0\x08\0\0".to_vec()),
        (Foreign::Shapefile, b"PROJCS[\"CGCS2000_3_Degree_GK_Zone_39\",GEOGCS[\"a\"]]".to_vec()),
        (Foreign::Html, b"\r\n<HTML><body><table><tr><td>1</td></tr></table>".to_vec()),
        (Foreign::Html, "<html><table>".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        (Foreign::Xml, b"<?xml version=\"1.0\"?><Workbook/>".to_vec()),
        (Foreign::Kml, b"<?xml version=\"1.0\"?><kml/>".to_vec()),
        (Foreign::Kml, archive(&[("doc.kml", "<kml/>")])),
        (Foreign::Archive, archive(&[("a.geojson", "{}")])),
        (Foreign::Archive, archive(&[("照片/一.jpg", "")])),
        (Foreign::Archive, archive(&[])),
        (Foreign::OpenDocument, archive(&[("mimetype", "application/vnd.oasis.opendocument.text")])),
        (Foreign::Numbers, archive(&[("Index/Document.iwa", ""), ("preview.jpg", "")])),
        (Foreign::Ofd, archive(&[("OFD.xml", ""), ("Doc_0/Document.xml", "")])),
        (Foreign::Access, b"\0\x01\0\0Standard ACE DB\0".to_vec()),
        (Foreign::OldWorkbook, b"\x09\x04\x06\0\0\0\x10\0".to_vec()),
        (Foreign::Xlsb, types("application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
        (
            Foreign::Word,
            types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        ),
        (
            Foreign::Slides,
            types("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        ),
        (Foreign::Binary, (0..=255).cycle().take(4_000).map(|byte: u8| byte.wrapping_mul(167)).collect()),
    ];
    for (expected, bytes) in cases {
        let error = refusal("设施.csv", &bytes);
        assert!(
            matches!(error, ReadError::NotATable { what } if what == expected),
            "{expected:?}: {error:?}"
        );
    }
}

#[test]
fn a_name_does_not_make_a_file() {
    assert_eq!(
        plain(&read("a.xlsx", "名称,宽\n甲,1\n".as_bytes())),
        ["1 名称|宽", "2 甲|=1".replace('=', "").as_str()]
    );
    let noise: Vec<u8> = (0..=255).cycle().take(4_000).map(|byte: u8| byte.wrapping_mul(167)).collect();
    assert!(matches!(refusal("a.xlsx", &noise), ReadError::Damaged { .. }));
}

#[test]
fn every_refusal_says_what_to_do_in_both_languages() {
    let part = || "p".to_owned();
    let mut errors = vec![
        ReadError::Io(std::io::ErrorKind::Other.into()),
        ReadError::Empty,
        ReadError::PasswordProtected,
        ReadError::Truncated,
        ReadError::Damaged { part: part(), why: part() },
        ReadError::Oversized { part: part() },
        ReadError::UnknownEncoding { name: part() },
        ReadError::UnsafeName { part: part() },
        ReadError::DocumentType,
    ];
    let mistake = |fault: &Fault| ReadError::NotJson { fault: *fault, line: 3, column: 7 };
    errors.extend(Fault::ALL.iter().map(mistake));
    errors.extend(Foreign::ALL.iter().map(|what| ReadError::NotATable { what: *what }));
    for language in [Language::Zh, Language::En] {
        let locale = Locale::new(language);
        for error in &errors {
            let words = locale.say(&error.message());
            assert!(locale.has(&error.message().key) && !words.contains('{'), "{error}: {words}");
        }
    }
}

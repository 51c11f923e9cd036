//! Files packed by gzip or zip: unpacked as they are read, and never to disk.

use std::io::{Cursor, Read as _, Write as _};

use barrierfree::survey::reader::{Foreign, ReadError};
use flate2::Compression;
use flate2::read::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{open, plain, read, refusal, rows};
use crate::support::workbook::written;

const MAP: &str =
    "<kml><Placemark><name>甲</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    GzEncoder::new(bytes, Compression::default()).read_to_end(&mut packed).expect("packed");
    packed
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

#[test]
fn a_packed_file_is_read_as_what_is_in_it() {
    assert_eq!(plain(&read("a.csv.gz", &gzip("名称,宽\n甲,1\n".as_bytes()))), ["1 名称|宽", "2 甲|1"]);
    assert_eq!(plain(&read("a.gz", &gzip(b"[{\"a\":1}]"))), ["0 a", "1 =1"]);
    assert_eq!(plain(&read("a.gz", &gzip(MAP.as_bytes()))), ["0 name", "1 甲"]);
    let parts = [gzip("名称,宽\n".as_bytes()), gzip("甲,1\n".as_bytes())].concat();
    assert_eq!(plain(&read("a.csv.gz", &parts)), ["1 名称|宽", "2 甲|1"]);
}

#[test]
fn what_is_packed_twice_or_inside_a_package_has_to_be_unpacked() {
    for bytes in [gzip(&gzip(b"a,b\n")), gzip(&written(&[("表", &[&["名称"]])]))] {
        assert!(matches!(refusal("a.gz", &bytes), ReadError::NotATable { what: Foreign::Archive }));
    }
}

#[test]
fn a_package_that_is_cut_changed_or_a_bomb_is_refused() {
    let bytes = gzip("名称,宽\n甲,1\n".repeat(1_000).as_bytes());
    assert!(matches!(refusal("a.gz", &bytes[..bytes.len() / 2]), ReadError::Truncated));
    let mut changed = bytes.clone();
    let last = changed.len() - 6;
    changed[last] ^= 0x55;
    assert!(
        matches!(refusal("a.gz", &changed), ReadError::Damaged { .. }),
        "{:?}",
        refusal("a.gz", &changed)
    );
    let bomb = gzip(&vec![b'a'; 100 << 20]);
    assert!(matches!(refusal("a.gz", &bomb), ReadError::Oversized { .. }));
}

#[test]
fn a_packed_map_is_read() {
    let bytes = archive(&[("files/a.png", ""), ("doc.kml", MAP), ("other.kml", MAP)]);
    let mut book = open("a.kmz", &bytes).expect("a map");
    for _ in 0..2 {
        assert_eq!(plain(&rows(&mut book, 0).0), ["0 name", "1 甲"]);
    }
    assert_eq!((book.links(), book.crs(0).as_deref()), (1, Some("OGC:CRS84")));
}

#[test]
fn a_map_with_a_name_that_leads_out_is_refused() {
    for name in ["../doc.kml", "a/../../doc.kml", "/etc/doc.kml", "C:\\doc.kml", "..\\doc.kml"] {
        let error = refusal("a.kmz", &archive(&[(name, MAP)]));
        assert!(matches!(error, ReadError::UnsafeName { ref part } if part == name), "{name}: {error:?}");
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("doc.kml", "/etc/passwd", SimpleFileOptions::default()).expect("a link");
    let bytes = zip.finish().expect("an archive").into_inner();
    assert!(matches!(refusal("a.kmz", &bytes), ReadError::UnsafeName { .. }));
}

#[test]
fn a_map_that_unfolds_beyond_measure_is_refused() {
    let bytes = archive(&[("doc.kml", &" ".repeat(200 << 20))]);
    assert!(matches!(refusal("a.kmz", &bytes), ReadError::Oversized { .. }));
}

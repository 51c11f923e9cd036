//! Shapefiles made by hand, a part at a time.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A table with these fields (name, kind, width) and rows, in bytes as they are to stand there.
pub(crate) fn table(language: u8, fields: &[(&[u8], u8, u8)], rows: &[&[&[u8]]]) -> Vec<u8> {
    let width = 1 + fields.iter().map(|(.., width)| u16::from(*width)).sum::<u16>();
    let first = u16::try_from(32 + 32 * fields.len() + 1).expect("few fields");
    let count = u32::try_from(rows.len()).expect("few rows");
    let mut bytes = vec![3, 124, 5, 1];
    bytes.extend(count.to_le_bytes());
    bytes.extend(first.to_le_bytes());
    bytes.extend(width.to_le_bytes());
    bytes.resize(32, 0);
    bytes[29] = language;
    for (name, kind, width) in fields {
        let mut field = [0; 32];
        field[..name.len()].copy_from_slice(name);
        (field[11], field[16]) = (*kind, *width);
        bytes.extend(field);
    }
    bytes.push(0x0D);
    for row in rows {
        bytes.push(b' ');
        for (cell, (.., width)) in row.iter().zip(fields) {
            let mut cell = cell.to_vec();
            cell.resize(usize::from(*width), b' ');
            bytes.extend(cell);
        }
    }
    bytes.push(0x1A);
    bytes
}

/// Drawings of these contents, one after the other.
pub(crate) fn shapes(contents: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = vec![0; 100];
    bytes[..4].copy_from_slice(&9994_u32.to_be_bytes());
    for (number, content) in (1_u32..).zip(contents) {
        bytes.extend(number.to_be_bytes());
        bytes.extend(u32::try_from(content.len() / 2).expect("short").to_be_bytes());
        bytes.extend(content);
    }
    bytes
}

/// A point.
pub(crate) fn point(x: f64, y: f64) -> Vec<u8> {
    [&1_u32.to_le_bytes()[..], &x.to_le_bytes(), &y.to_le_bytes()].concat()
}

/// Lines (3) or rings (5), with so many points told as there are.
pub(crate) fn parts(kind: u32, parts: &[&[(f64, f64)]]) -> Vec<u8> {
    let total: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = kind.to_le_bytes().to_vec();
    bytes.extend([0; 32]);
    bytes.extend(u32::try_from(parts.len()).expect("few").to_le_bytes());
    bytes.extend(u32::try_from(total).expect("few").to_le_bytes());
    let mut first = 0_u32;
    for part in parts {
        bytes.extend(first.to_le_bytes());
        first += u32::try_from(part.len()).expect("few");
    }
    for (x, y) in parts.iter().copied().flatten() {
        bytes.extend(x.to_le_bytes());
        bytes.extend(y.to_le_bytes());
    }
    bytes
}

/// An archive of these files.
pub(crate) fn zipped(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

/// Two lots of a table in GBK, their drawings and their system.
pub(crate) fn lots() -> Vec<(&'static str, Vec<u8>)> {
    let name = encoding_rs::GBK.encode("名称").0.into_owned();
    let cells = ["甲", "乙"].map(|text| encoding_rs::GBK.encode(text).0.into_owned());
    let fields: [(&[u8], u8, u8); 3] = [(&name, b'C', 20), (b"capacity", b'N', 8), (b"seen", b'D', 8)];
    let rows: [&[&[u8]]; 2] = [&[&cells[0], b"51", b"20260501"], &[&cells[1], b"********", b"00000000"]];
    let system =
        "PROJCS[\"CGCS2000_3_Degree_GK_Zone_39\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\"]]";
    vec![
        ("lots.shp", shapes(&[point(39_448_438.0, 4_418_000.0), 0_u32.to_le_bytes().to_vec()])),
        ("lots.dbf", table(0x4D, &fields, &rows)),
        ("lots.prj", system.into()),
    ]
}

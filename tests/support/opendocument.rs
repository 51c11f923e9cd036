//! Open Document spreadsheets put together by hand.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: &str = "urn:oasis:names:tc:opendocument:xmlns";
const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// A spreadsheet of these `<table:table>` elements.
pub(crate) fn tables(tables: &str) -> Vec<u8> {
    content(&format!("<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"))
}

/// A spreadsheet with one sheet of these `<table:table-row>` elements.
pub(crate) fn sheet(rows: &str) -> Vec<u8> {
    tables(&format!("<table:table table:name=\"调查表\">{rows}</table:table>"))
}

/// A row of cells of text, empty where the text is.
pub(crate) fn row(texts: &[&str]) -> String {
    let cell = |text: &&str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    format!("<table:table-row>{}</table:table-row>", texts.iter().map(cell).collect::<String>())
}

/// A spreadsheet with what lies in its document element.
pub(crate) fn content(inner: &str) -> Vec<u8> {
    let names = ["office", "table", "text", "style"];
    let names: String = names.map(|name| format!(" xmlns:{name}=\"{NAMES}:{name}:1.0\"")).concat();
    parts(&[
        ("mimetype", KIND),
        ("content.xml", &format!("<office:document-content{names}>{inner}</office:document-content>")),
    ])
}

/// An archive.
pub(crate) fn parts(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

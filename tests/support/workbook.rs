//! Workbooks for tests: as Excel writes them, and part by part by hand.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// A workbook as Excel writes it: sheets by name, rows of cells. What reads as
/// a number is written as one, and what is empty is left out.
pub(crate) fn written(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a sheet name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
                match text.parse::<f64>() {
                    Ok(number) if number.is_finite() => sheet.write(row, column, number),
                    _ => sheet.write(row, column, *text),
                }
                .expect("a cell");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// A workbook put together by hand, for what no spreadsheet would write.
#[derive(Default)]
pub(crate) struct Handmade {
    sheets: Vec<(String, bool, String)>,
    strings: Option<String>,
    since_1904: bool,
    others: Vec<(String, Vec<u8>)>,
}

impl Handmade {
    /// A workbook with one sheet of these `<row>` elements.
    pub(crate) fn sheet(rows: &str) -> Self {
        Self::default().and_sheet("调查表", rows)
    }

    /// One more sheet.
    pub(crate) fn and_sheet(mut self, name: &str, rows: &str) -> Self {
        self.sheets.push((name.to_owned(), false, rows.to_owned()));
        self
    }

    /// One more sheet, hidden.
    pub(crate) fn and_hidden_sheet(mut self, name: &str, rows: &str) -> Self {
        self.sheets.push((name.to_owned(), true, rows.to_owned()));
        self
    }

    /// Shared strings: the whole part after the XML declaration.
    pub(crate) fn strings(mut self, part: &str) -> Self {
        self.strings = Some(part.to_owned());
        self
    }

    /// Days counted from 1904, as old Macs did.
    pub(crate) fn since_1904(mut self) -> Self {
        self.since_1904 = true;
        self
    }

    /// One more part, or another one in the place of a usual one.
    pub(crate) fn part(mut self, name: &str, content: &[u8]) -> Self {
        self.others.push((name.to_owned(), content.to_vec()));
        self
    }

    /// The file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in self.parts() {
            zip.start_file(name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(&content).expect("its content");
        }
        zip.finish().expect("an archive").into_inner()
    }

    /// Every part of the file, the ones put in by hand instead of the usual.
    fn parts(&self) -> Vec<(String, Vec<u8>)> {
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), content_types()),
            (
                "_rels/.rels".to_owned(),
                relations(&[("office", "officeDocument", "xl/workbook.xml".to_owned())]),
            ),
            ("xl/workbook.xml".to_owned(), self.workbook()),
            ("xl/_rels/workbook.xml.rels".to_owned(), self.workbook_relations()),
            ("xl/styles.xml".to_owned(), styles()),
        ];
        parts.extend(self.strings.iter().map(|part| ("xl/sharedStrings.xml".to_owned(), xml(part))));
        parts.extend((1..).zip(&self.sheets).map(|(number, (.., rows))| {
            let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
            (format!("xl/worksheets/sheet{number}.xml"), xml(&sheet))
        }));
        parts.retain(|(name, _)| self.others.iter().all(|(other, _)| other != name));
        parts.extend(self.others.iter().cloned());
        parts
    }

    fn workbook(&self) -> Vec<u8> {
        let sheets = (1..).zip(&self.sheets).map(|(number, (name, hidden, _))| {
            let state = if *hidden { "state=\"hidden\" " } else { "" };
            format!("<sheet name=\"{name}\" sheetId=\"{number}\" {state}r:id=\"s{number}\"/>")
        });
        let days = if self.since_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        let sheets: String = sheets.collect();
        xml(&format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{days}<sheets>{sheets}</sheets></workbook>"
        ))
    }

    fn workbook_relations(&self) -> Vec<u8> {
        let ids: Vec<String> = (1..=self.sheets.len()).map(|number| format!("s{number}")).collect();
        let sheets = (1..).zip(&ids);
        let sheets: Vec<_> = sheets
            .map(|(number, id)| (id.as_str(), "worksheet", format!("worksheets/sheet{number}.xml")))
            .collect();
        relations(&sheets)
    }
}

fn xml(content: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{content}").into_bytes()
}

fn relations(all: &[(&str, &str, String)]) -> Vec<u8> {
    let each = all.iter().map(|(id, kind, target)| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    });
    let each: String = each.collect();
    xml(&format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{each}</Relationships>"))
}

fn content_types() -> Vec<u8> {
    xml(&format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/></Types>"
    ))
}

/// Style 0 is general, 1 a day, 2 a duration.
fn styles() -> Vec<u8> {
    xml(&format!(
        "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
         <xf numFmtId=\"46\"/></cellXfs></styleSheet>"
    ))
}

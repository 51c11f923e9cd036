//! What bytes look like from the outside.

/// Files that are no table, or no table this tool reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// A page description.
    Pdf,
    /// A text document.
    Word,
    /// A slide show.
    Slides,
    /// A workbook of Excel's binary format.
    Xlsb,
    /// A text, drawing or other document of the Open Document format.
    OpenDocument,
    /// A workbook from before 1995.
    OldWorkbook,
    /// A document of WPS Office in a format of its own.
    Wps,
    /// A spreadsheet of Apple Numbers.
    Numbers,
    /// A page description of the Chinese standard.
    Ofd,
    /// A database of Microsoft Access.
    Access,
    /// Files packed into one.
    Archive,
    /// A part of a shapefile that is neither its drawings nor its table.
    Shapefile,
    /// An `SQLite` database that is no `GeoPackage`.
    GeoPackage,
    /// JSON in which no list of objects is.
    Json,
    /// A geometry in `GeoJSON` that says nothing of a facility.
    Geometry,
    /// `TopoJSON`.
    TopoJson,
    /// KML or KMZ without a placemark.
    Kml,
    /// A table in Parquet.
    Parquet,
    /// A TIFF picture, `GeoTIFF` included.
    Tiff,
    /// A picture.
    Image,
    /// A web page, often named `.xls`.
    Html,
    /// Other XML, the spreadsheets of 2003 included.
    Xml,
    /// No text, and nothing known.
    Binary,
}

impl Foreign {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Pdf,
        Self::Word,
        Self::Slides,
        Self::Xlsb,
        Self::OpenDocument,
        Self::OldWorkbook,
        Self::Wps,
        Self::Numbers,
        Self::Ofd,
        Self::Access,
        Self::Archive,
        Self::Shapefile,
        Self::GeoPackage,
        Self::Json,
        Self::Geometry,
        Self::TopoJson,
        Self::Kml,
        Self::Parquet,
        Self::Tiff,
        Self::Image,
        Self::Html,
        Self::Xml,
        Self::Binary,
    ];

    /// The name in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "word",
            Self::Slides => "slides",
            Self::Xlsb => "xlsb",
            Self::OpenDocument => "opendocument",
            Self::OldWorkbook => "old-workbook",
            Self::Wps => "wps",
            Self::Numbers => "numbers",
            Self::Ofd => "ofd",
            Self::Access => "access",
            Self::Archive => "archive",
            Self::Shapefile => "shapefile",
            Self::GeoPackage => "geopackage",
            Self::Json => "json",
            Self::Geometry => "geometry",
            Self::TopoJson => "topojson",
            Self::Kml => "kml",
            Self::Parquet => "parquet",
            Self::Tiff => "tiff",
            Self::Image => "image",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Binary => "binary",
        }
    }
}

/// What the first bytes of a file look like.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// A zip archive, as every `.xlsx` is.
    Zip,
    /// A file packed by gzip.
    Gzip,
    /// A compound file: old workbooks, and new ones behind a password.
    Compound,
    /// The drawings of a shapefile, without its table.
    Shapes,
    /// The table of a shapefile.
    Table,
    /// An extract of `OpenStreetMap` in its binary format.
    OsmPbf,
    /// Something known that is no table.
    Foreign(Foreign),
    /// Nothing known, so perhaps text.
    Text,
}

/// Tells by the first bytes.
pub(super) fn looks(head: &[u8]) -> Looks {
    if let [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] | [b'P', b'K', 7, 8, ..] = head {
        return Looks::Zip;
    }
    if let [0x1F, 0x8B, 8, ..] = head {
        return Looks::Gzip;
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Looks::Compound;
    }
    match head {
        [0, 0, 0x27, 0x0A, ..] => Looks::Shapes,
        // The length of a header, and then its kind.
        [0, 0, 0, _, 0x0A, 9, b'O', b'S', b'M', ..] => Looks::OsmPbf,
        // Version, then year, month and day of the last change.
        [0x03 | 0x83, _, 1..=12, 1..=31, ..] => Looks::Table,
        _ => binary(head).map_or(Looks::Text, Looks::Foreign),
    }
}

/// Known beginnings that no text has.
fn binary(head: &[u8]) -> Option<Foreign> {
    Some(match head {
        [b'%', b'P', b'D', b'F', b'-', ..] => Foreign::Pdf,
        // Workbooks of Excel 2, 3 and 4 begin with the record that says so.
        [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0, ..] => Foreign::OldWorkbook,
        [0, 1, 0, 0, b'S', b't', b'a', b'n', b'd', b'a', b'r', b'd', b' ', ..] => Foreign::Access,
        [b'R', b'a', b'r', b'!', 0x1A, ..] | [b'7', b'z', 0xBC, 0xAF, ..] => Foreign::Archive,
        [b'P', b'A', b'R', b'1', ..] => Foreign::Parquet,
        [b'I', b'I', b'*' | b'+', 0, ..] | [b'M', b'M', 0, b'*' | b'+', ..] => Foreign::Tiff,
        _ if head.starts_with(b"SQLite format 3\0") => Foreign::GeoPackage,
        _ if image(head) => Foreign::Image,
        _ => return None,
    })
}

fn image(head: &[u8]) -> bool {
    matches!(
        head,
        [0x89, b'P', b'N', b'G', ..]
            | [0xFF, 0xD8, 0xFF, ..]
            | [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..]
            | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
            | [_, _, _, _, b'f', b't', b'y', b'p', b'h' | b'm' | b'a', ..]
            | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..]
    )
}

/// Tells what a text is when it is not made of lines and separators.
pub(super) fn document(text: &str) -> Option<Foreign> {
    // Text sequences begin each record with a control character.
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{1E}');
    if json(text) {
        return Some(Foreign::Json);
    }
    if ["PROJCS[\"", "GEOGCS[\""].iter().any(|start| text.starts_with(start)) {
        return Some(Foreign::Shapefile);
    }
    if !text.starts_with('<') {
        return None;
    }
    let start: String = text.chars().take(2_000).collect::<String>().to_lowercase();
    let web = ["<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<script", "<div"];
    match () {
        () if web.iter().any(|tag| start.starts_with(tag)) => Some(Foreign::Html),
        () if start.contains("<kml") => Some(Foreign::Kml),
        () if start.starts_with("<?xml") && start.contains("<html") => Some(Foreign::Html),
        () if start.starts_with("<?xml") || start.starts_with("<!doctype") => Some(Foreign::Xml),
        () => None,
    }
}

/// Whether XML or JSON lists elements of `OpenStreetMap`.
pub(super) fn is_osm(text: &str) -> bool {
    let start: String = text.chars().take(OSM_START).collect();
    let elements = start.find("\"elements\"").and_then(|at| start.get(..at));
    start.contains("<osm ")
        || start.contains("<osm>")
        || elements.is_some_and(|before| before.contains("\"osm3s\""))
}

/// As many letters as may stand before the first element.
const OSM_START: usize = 4_096;

/// An opening bracket followed by what only JSON has there.
fn json(text: &str) -> bool {
    let mut letters = text.chars().filter(|letter| !letter.is_whitespace());
    matches!(
        (letters.next(), letters.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[' | ']'))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_only_resembles_something_stays_text() {
        for text in [
            "BM编号,名称",
            "<id>,<name>",
            "PK,名称",
            "{类型},名称",
            "[1],2",
            "GIF,JPG",
            "0\t\n\n",
            "\n\n\n\n",
        ] {
            assert_eq!(looks(text.as_bytes()), Looks::Text, "{text}");
            assert_eq!(document(text), None, "{text}");
        }
    }
}

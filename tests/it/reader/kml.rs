//! Maps in KML, and maps that mean harm.

use barrierfree::survey::reader::{Foreign, GeometryFault, ReadError};
use encoding_rs::GBK;

use super::{open, plain, read, refusal, rows};

fn kml(inner: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>城区</name>{inner}</Document></kml>"
    )
}

fn point(name: &str, rest: &str) -> String {
    format!(
        "<Placemark id=\"{name}1\"><name>{name}</name>{rest}<Point><coordinates> 116.4,39.9,0 </coordinates></Point></Placemark>"
    )
}

#[test]
fn placemarks_are_rows_and_what_they_say_columns() {
    let data = "<ExtendedData><Data name=\"zcw\"><displayName>总车位数</displayName><value>50</value></Data>\
                <Data name=\"备注\"><value><![CDATA[门窄 & 坡陡]]></value></Data>\
                <SchemaData schemaUrl=\"#s\"><SimpleData name=\"wza\">3</SimpleData></SchemaData></ExtendedData>";
    let html = "<description><![CDATA[<b>入口</b><br>有<script>alert(1)</script>坡道]]></description><styleUrl>#a</styleUrl>";
    let bytes = kml(&point("甲", &format!("{html}{data}")));
    let rows = read("a.csv", bytes.as_bytes());
    assert_eq!(
        plain(&rows),
        ["0 name|description|总车位数|备注|wza|id", "1 甲|入口 有 坡道|50|门窄 & 坡陡|3|甲1"]
    );
    assert_eq!(rows[1].place.and_then(|place| place.at), Some((116.4, 39.9)));
    let book = open("a.kml", &bytes).expect("a map");
    assert_eq!((book.crs(0).as_deref(), book.draws(0)), (Some("OGC:CRS84"), true));
}

#[test]
fn folders_are_sheets() {
    let inner = format!(
        "{}<Folder><name>公厕</name>{}{}</Folder><Folder><name>停车场</name><Folder><name>东区</name>{}</Folder></Folder>",
        point("甲", ""),
        point("乙", ""),
        point("丙", ""),
        point("丁", "")
    );
    let mut book = open("a.kml", kml(&inner)).expect("a map");
    let names: Vec<_> =
        book.sheets().iter().map(|sheet| sheet.name.as_deref().unwrap_or("").to_owned()).collect();
    assert_eq!(names, ["", "公厕", "停车场/东区"]);
    for _ in 0..2 {
        assert_eq!(plain(&rows(&mut book, 1).0), ["0 name|id", "1 乙|乙1", "2 丙|丙1"]);
        assert_eq!(plain(&rows(&mut book, 2).0), ["0 name|id", "1 丁|丁1"]);
    }
}

#[test]
fn lines_and_areas_have_a_place() {
    let of = |geometry: &str| {
        let bytes = kml(&format!("<Placemark><name>甲</name>{geometry}</Placemark>"));
        read("a.kml", bytes.as_bytes()).pop().and_then(|row| row.place)
    };
    let ring = |points: &str| format!("<LinearRing><coordinates>{points}</coordinates></LinearRing>");
    let line = of("<LineString><coordinates>0,0 4,0</coordinates></LineString>").expect("a line");
    assert_eq!((line.at, line.fault), (Some((2.0, 0.0)), None));
    let area = format!(
        "<MultiGeometry><Polygon><outerBoundaryIs>{}</outerBoundaryIs></Polygon></MultiGeometry>",
        ring("0,0 4,0 4,4 0,4 0,0")
    );
    assert_eq!(of(&area).and_then(|place| place.at), Some((2.0, 2.0)));
    let bow =
        of(&format!("<Polygon><outerBoundaryIs>{}</outerBoundaryIs></Polygon>", ring("0,0 2,2 2,0 0,2 0,0")));
    assert_eq!(bow.and_then(|place| place.fault), Some(GeometryFault::CrossesItself));
    assert_eq!(
        of("<Point><coordinates>甲,2</coordinates></Point>").and_then(|place| place.fault),
        Some(GeometryFault::NotANumber)
    );
    assert_eq!(of("<Point><coordinates/></Point>"), None);
}

#[test]
fn a_map_in_another_encoding_is_read() {
    let text = kml(&point("人民医院", "")).replace("UTF-8", "GB2312");
    assert_eq!(
        plain(&read("a.kml", &GBK.encode(&text).0)).last().map(String::as_str),
        Some("1 人民医院|人民医院1")
    );
}

#[test]
fn links_to_other_maps_are_counted_and_not_followed() {
    let link =
        "<NetworkLink><name>远处</name><Link><href>http://example.org/a.kml</href></Link></NetworkLink>";
    let book = open("a.kml", kml(&format!("{link}{}", point("甲", "")))).expect("a map");
    assert_eq!(book.links(), 1);
    assert!(matches!(refusal("a.kml", kml(link).as_bytes()), ReadError::NotATable { what: Foreign::Kml }));
}

#[test]
fn definitions_of_entities_are_refused_and_unknown_ones_stay() {
    let text = kml(&point("甲", ""))
        .replace("<kml", "<!DOCTYPE kml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><kml");
    assert!(matches!(refusal("a.kml", text.as_bytes()), ReadError::DocumentType));
    let text = kml(&point("甲", "<address>&a; &amp; &#x4E2D;</address>"));
    assert_eq!(plain(&read("a.kml", text.as_bytes())).last().map(String::as_str), Some("1 甲|&a; & 中|甲1"));
}

#[test]
fn a_map_cut_anywhere_ends_and_keeps_what_stands_before() {
    let text = kml(&format!("{}{}", point("甲", ""), point("乙", "")));
    let starts = text.char_indices().map(|(at, _)| at).filter(|at| *at > 100);
    for end in starts {
        if let Ok(mut book) = open("a.kml", &text.as_bytes()[..end]) {
            let (rows, outcome) = rows(&mut book, 0);
            assert!(outcome.is_err() && rows.len() > 1, "{end}");
        }
    }
}

#[test]
fn tags_in_tags_without_end_are_refused() {
    for tag in ["<Folder>", "<Style>", "<Placemark><MultiGeometry>"] {
        let error = refusal("a.kml", kml(&tag.repeat(100_000)).as_bytes());
        assert!(matches!(error, ReadError::Oversized { .. }), "{tag}: {error:?}");
    }
    let folder = |n| format!("<Folder><name>{n}</name>{}</Folder>", point("甲", ""));
    let folders = (0..300).map(folder).collect::<Vec<_>>().concat();
    assert!(matches!(refusal("a.kml", kml(&folders).as_bytes()), ReadError::Oversized { .. }));
    let long = format!("<description>{}</description>", "长".repeat(6 << 20));
    assert!(matches!(refusal("a.kml", kml(&point("甲", &long)).as_bytes()), ReadError::Oversized { .. }));
}

//! Small files of features in every format that is read, and some that just miss one:
//! where to begin when files are to be broken at random.

use std::io::{Cursor, Read as _, Write as _};

use barrierfree::geopackage::{self, Layer};
use flate2::Compression;
use flate2::read::GzEncoder;
use rusqlite::Connection;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{feed, openstreetmap, shapefile};

const COLLECTION: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},
"features":[{"type":"Feature","id":"a","properties":{"名称":"东停车场","总车位数":51,"有":true,"层":{"地下":[1,2]}},"geometry":{"type":"Point","coordinates":[116.4,39.9,5]}},
{"type":"Feature","properties":{"名称":"\u897f\n"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[1,1]]]}},
{"type":"Feature","properties":null,"geometry":null}]}"#;

const LINES: &str = "{\"type\":\"Feature\",\"properties\":{\"名称\":\"甲\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]}}\n{\"名称\":\"乙\"}\n";

const ESRI: &str = r#"{"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":102100,"latestWkid":3857},
"fields":[{"name":"CAP","alias":"总车位数"},{"name":"DAY","type":"esriFieldTypeDate"}],
"features":[{"attributes":{"CAP":51,"DAY":1714521600000},"geometry":{"rings":[[[0,0],[0,4],[4,4],[0,0]]]}},{"attributes":{"CAP":null},"geometry":{"x":"NaN","y":1}}]}"#;

const LISTS: &str = r#"{"状态":"ok","数据":{"停车场":[{"编号":1,"位置":{"lat":39.9,"lng":"116.4"}}],"坡道":[{"坡度":"1:12"},{"坡度":-1e999}]}}"#;

const AREAS: &str = r#"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4490"}},"features":[
{"type":"Feature","properties":{"adcode":"999901","name":"甲区","level":"county","parent":{"adcode":999900}},"geometry":{"type":"Polygon","coordinates":[[[107.2,40.6],[107.5,40.6],[107.5,40.9],[107.2,40.6]]]}},
{"type":"Feature","properties":{"adcode":999902},"geometry":{"type":"MultiPolygon","coordinates":[[[[107.5,40.6],[107.8,40.6],[107.8,40.9],[107.5,40.9],[107.5,40.6]],[[107.6,40.7],[107.7,40.7],[107.7,40.8],[107.6,40.7]]]]}}]}"#;

const ARRAYS: &str = r#"[{"设施类型":"停车场","名称":"甲","x":4506000.5,"y":39448438.25,"坐标系":"EPSG:4527","总车位数":"约51","调查日期":"2024年5月1日"},{"名称":"乙","x":"107°23′15″E","y":"40°45′N","总车位数":[1]}]"#;

const KML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml><Document><name>区</name><Folder><name>停车场</name><Placemark id=\"a\"><name>甲 &amp; &#x4E2D;</name>\
<description><![CDATA[<b>门窄</b>&nbsp;]]></description><ExtendedData><Data name=\"a\"><displayName>总车位数</displayName><value>51</value></Data>\
<SchemaData><SimpleData name=\"b\">1</SimpleData></SchemaData></ExtendedData><MultiGeometry><Point><coordinates>116.4,39.9</coordinates></Point>\
<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark></Folder><NetworkLink/></Document></kml>";

/// A name for each seed, and its bytes.
pub(crate) fn feature_seeds() -> Vec<(&'static str, Vec<u8>)> {
    let sequence: Vec<String> = LINES.lines().map(|line| format!("\u{1E}{line}\n")).collect();
    vec![
        ("geojson", COLLECTION.into()),
        ("geojson-gbk", encoding_rs::GBK.encode(COLLECTION).0.into_owned()),
        ("geojson-lines", LINES.into()),
        ("geojson-sequence", sequence.concat().into_bytes()),
        ("esri-json", ESRI.into()),
        ("json-lists", LISTS.into()),
        ("json-array", b"[{\"a\":1},{\"b\":[{\"c\":null}]},null]".to_vec()),
        ("areas-geojson", AREAS.into()),
        ("positions-json", ARRAYS.into()),
        ("topojson", br#"{"type":"Topology","objects":{},"arcs":[]}"#.to_vec()),
        ("kml", KML.into()),
        ("kmz", zipped("doc.kml", KML)),
        ("kmz-slip", zipped("../doc.kml", KML)),
        ("feed.zip", feed::zipped(&feed::TABLES)),
        ("osm.pbf", openstreetmap::pbf(&openstreetmap::map(), true, false)),
        ("packed.osm.pbf", openstreetmap::pbf(&openstreetmap::map(), false, true)),
        ("map.osm", openstreetmap::xml(&openstreetmap::map()).into_bytes()),
        ("overpass-json", openstreetmap::overpass(&openstreetmap::map()).into_bytes()),
        ("geojson.gz", packed(COLLECTION)),
        ("csv.gz", packed("名称,总车位数\n甲,51\n")),
        ("shapefile.zip", shapefile::zipped(&shapefile::lots())),
        ("lots.dbf", shapefile::lots().swap_remove(1).1),
        ("lots.gpkg", database()),
    ]
}

/// A `GeoPackage` with a layer of two lots.
fn database() -> Vec<u8> {
    let mut db = Connection::open_in_memory().expect("a database");
    geopackage::create(&db).expect("a GeoPackage");
    let columns = [("名称".to_owned(), "TEXT"), ("总车位数".to_owned(), "INTEGER")];
    let mut layer = Layer::create(&db, "停车场", &columns).expect("a layer");
    layer.add(1, Some((107.4, 40.75)), &[&"甲", &51]).expect("a row");
    layer.add(2, None, &[&"乙", &"14-17"]).expect("a row");
    layer.finish("停车场", "2026-05-01T00:00:00.000Z", std::iter::empty()).expect("the rest");
    db.serialize(rusqlite::MAIN_DB).expect("bytes").to_vec()
}

fn zipped(name: &str, content: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).expect("a part");
    zip.write_all(content.as_bytes()).expect("its content");
    zip.finish().expect("an archive").into_inner()
}

fn packed(text: &str) -> Vec<u8> {
    let mut packed = Vec::new();
    GzEncoder::new(text.as_bytes(), Compression::default()).read_to_end(&mut packed).expect("packed");
    packed
}

//! Small extracts of OpenStreetMap, in the three ways they are written.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};

/// An element: kind, id, tags, and its place (longitude, latitude) or members (kind, id).
pub(crate) struct Element {
    pub(crate) kind: &'static str,
    pub(crate) id: i64,
    pub(crate) tags: Vec<(&'static str, &'static str)>,
    pub(crate) at: (f64, f64),
    pub(crate) members: Vec<(&'static str, i64)>,
}

/// The day all of it was changed, as seconds and as a text.
const SECONDS: i64 = 1_714_550_400;
const TIME: &str = "2024-05-01T08:00:00Z";

fn node(id: i64, at: (f64, f64), tags: &[(&'static str, &'static str)]) -> Element {
    Element { kind: "node", id, tags: tags.to_vec(), at, members: Vec::new() }
}

/// A stop, a crossing, a toilet, a lot that is a way, a school that is a relation of it and of a node.
pub(crate) fn map() -> Vec<Element> {
    let way = |id, nodes: &[i64], tags: &[(&'static str, &'static str)]| Element {
        kind: "way",
        id,
        tags: tags.to_vec(),
        at: (0.0, 0.0),
        members: nodes.iter().map(|node| ("node", *node)).collect(),
    };
    let school = [("type", "multipolygon"), ("amenity", "school"), ("name", "第一小学")];
    vec![
        node(1, (107.4, 40.75), &[("highway", "bus_stop"), ("name", "公园"), ("wheelchair", "limited")]),
        node(2, (107.41, 40.75), &[("highway", "crossing"), ("kerb", "lowered"), ("tactile_paving", "yes")]),
        node(
            3,
            (107.42, 40.75),
            &[("amenity", "toilets"), ("wheelchair", "yes"), ("check_date", "2023-07-01")],
        ),
        node(10, (107.0, 40.0), &[]),
        node(11, (107.2, 40.0), &[]),
        node(-12, (107.2, 40.1), &[("colour", "red")]),
        way(
            100,
            &[10, 11, -12, 10],
            &[
                ("amenity", "parking"),
                ("capacity", "120"),
                ("capacity:disabled", "yes"),
                ("surface", "asphalt"),
            ],
        ),
        way(101, &[10, 11], &[("building", "yes")]),
        Element {
            kind: "relation",
            id: 1000,
            tags: school.to_vec(),
            at: (0.0, 0.0),
            members: vec![("way", 101), ("node", 1), ("relation", 7)],
        },
    ]
}

/// The format in XML.
pub(crate) fn xml(map: &[Element]) -> String {
    let one = |element: &Element| {
        let Element { kind, id, tags, at: (lon, lat), members } = element;
        let place = if *kind == "node" { format!(" lon=\"{lon}\" lat=\"{lat}\"") } else { String::new() };
        let member = |(of, id): &(&str, i64)| match *kind {
            "way" => format!("<nd ref=\"{id}\"/>"),
            _ => format!("<member type=\"{of}\" ref=\"{id}\" role=\"\"/>"),
        };
        let members = members.iter().map(member).collect::<Vec<_>>().concat();
        let tags: Vec<String> =
            tags.iter().map(|(key, value)| format!("<tag k=\"{key}\" v=\"{value}\"/>")).collect();
        let tags = tags.concat();
        format!("<{kind} id=\"{id}\" timestamp=\"{TIME}\"{place}>{members}{tags}</{kind}>\n")
    };
    let elements = map.iter().map(one).collect::<Vec<_>>().concat();
    format!("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n{elements}</osm>\n")
}

/// What the Overpass API answers.
pub(crate) fn overpass(map: &[Element]) -> String {
    let one = |element: &Element| {
        let tags: serde_json::Map<_, _> =
            element.tags.iter().map(|(key, value)| ((*key).to_owned(), json!(value))).collect();
        let mut out = json!({ "type": element.kind, "id": element.id, "timestamp": TIME, "tags": tags });
        let ids: Vec<Value> = element.members.iter().map(|(_, id)| json!(id)).collect();
        let members = element.members.iter().map(|(of, id)| json!({ "type": of, "ref": id, "role": "" }));
        match element.kind {
            "node" => (out["lon"], out["lat"]) = (json!(element.at.0), json!(element.at.1)),
            "way" => out["nodes"] = Value::Array(ids),
            _ => out["members"] = members.collect(),
        }
        out
    };
    let elements: Vec<Value> = map.iter().map(one).collect();
    format!(
        "{{\"version\": 0.6, \"generator\": \"Overpass API\", \"osm3s\": {{\"copyright\": \"ODbL\"}}, \"elements\": {}}}",
        Value::Array(elements)
    )
}

/// The binary format, one block of each kind; nodes as columns or one by one.
pub(crate) fn pbf(map: &[Element], dense: bool, packed: bool) -> Vec<u8> {
    let features = [field(4, b"OsmSchema-V0.6"), field(4, b"DenseNodes")].concat();
    let mut file = blob(b"OSMHeader", &features, packed);
    for kind in ["node", "way", "relation"] {
        let of_kind: Vec<&Element> = map.iter().filter(|element| element.kind == kind).collect();
        file.extend(blob(b"OSMData", &block(&of_kind, dense), packed));
    }
    file
}

/// A block as it lies in a file.
pub(crate) fn blob(kind: &[u8], bytes: &[u8], packed: bool) -> Vec<u8> {
    let blob = if packed {
        let mut out = ZlibEncoder::new(Vec::new(), Compression::default());
        out.write_all(bytes).expect("memory");
        [number(2, bytes.len() as u64), field(3, &out.finish().expect("memory"))].concat()
    } else {
        field(1, bytes)
    };
    let header = [field(1, kind), number(3, blob.len() as u64)].concat();
    let length = u32::try_from(header.len()).expect("a short header").to_be_bytes();
    [&length[..], &header, &blob].concat()
}

fn block(elements: &[&Element], dense: bool) -> Vec<u8> {
    let mut texts = vec![""];
    let mut text = |text: &'static str| {
        texts.iter().position(|known| *known == text).unwrap_or_else(|| {
            texts.push(text);
            texts.len() - 1
        }) as u64
    };
    let tags: Vec<Vec<(u64, u64)>> = elements
        .iter()
        .map(|one| one.tags.iter().map(|(key, value)| (text(key), text(value))).collect())
        .collect();
    let all_nodes = elements.iter().all(|element| element.kind == "node");
    let group: Vec<u8> = if dense && all_nodes {
        field(2, &columns(elements, &tags))
    } else {
        elements.iter().zip(&tags).flat_map(|(one, tags)| element(one, tags)).collect()
    };
    let texts: Vec<u8> = texts.iter().flat_map(|text| field(1, text.as_bytes())).collect();
    [field(1, &texts), field(2, &group)].concat()
}

fn columns(nodes: &[&Element], tags: &[Vec<(u64, u64)>]) -> Vec<u8> {
    let (lon, lat): (Vec<i64>, Vec<i64>) = nodes.iter().map(|node| units(node.at)).unzip();
    let said: Vec<u8> = tags
        .iter()
        .flat_map(|tags| tags.iter().flat_map(|(key, value)| [*key, *value]).chain([0]))
        .flat_map(varint)
        .collect();
    let info = field(2, &deltas(&vec![SECONDS; nodes.len()]));
    let ids: Vec<i64> = nodes.iter().map(|node| node.id).collect();
    [
        field(1, &deltas(&ids)),
        field(5, &info),
        field(8, &deltas(&lat)),
        field(9, &deltas(&lon)),
        field(10, &said),
    ]
    .concat()
}

fn element(element: &Element, tags: &[(u64, u64)]) -> Vec<u8> {
    let id = if element.kind == "node" { zigzag(element.id) } else { element.id.cast_unsigned() };
    let list = |numbers: Vec<u64>| numbers.into_iter().flat_map(varint).collect::<Vec<u8>>();
    let said = [
        number(1, id),
        field(2, &list(tags.iter().map(|tag| tag.0).collect())),
        field(3, &list(tags.iter().map(|tag| tag.1).collect())),
        field(4, &number(2, SECONDS.cast_unsigned())),
    ];
    let members = deltas(&element.members.iter().map(|member| member.1).collect::<Vec<_>>());
    let kinds = element
        .members
        .iter()
        .map(|(kind, _)| ["node", "way", "relation"].iter().position(|one| one == kind));
    let (lon, lat) = units(element.at);
    let (at, own) = match element.kind {
        "node" => (1, [number(8, zigzag(lat)), number(9, zigzag(lon))].concat()),
        "way" => (3, field(8, &members)),
        _ => (
            4,
            [field(9, &members), field(10, &list(kinds.map(|kind| kind.unwrap_or(0) as u64).collect()))]
                .concat(),
        ),
    };
    field(at, &[said.concat(), own].concat())
}

#[expect(clippy::cast_possible_truncation, reason = "degrees in units of a hundred billionths")]
fn units((lon, lat): (f64, f64)) -> (i64, i64) {
    ((lon * 1e7).round() as i64, (lat * 1e7).round() as i64)
}

fn deltas(numbers: &[i64]) -> Vec<u8> {
    let before = [0].iter().chain(numbers);
    numbers.iter().zip(before).flat_map(|(number, before)| varint(zigzag(number - before))).collect()
}

fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7F {
        bytes.push(u8::try_from(number & 0x7F).expect("seven bits") | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).expect("seven bits"));
    bytes
}

fn number(at: u64, number: u64) -> Vec<u8> {
    [varint(at << 3), varint(number)].concat()
}

pub(crate) fn field(at: u64, bytes: &[u8]) -> Vec<u8> {
    [varint(at << 3 | 2), varint(bytes.len() as u64), bytes.to_vec()].concat()
}

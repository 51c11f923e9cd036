//! A layer as `GeoJSON` (RFC 7946): a feature for each facility, without geometry where it has no place.

use std::io::{Result, Write};

use serde_json::{Map, json};

use super::{Layer, Row, Value};

/// Writes a layer, a line for each facility.
pub fn write(layer: &Layer<'_>, out: &mut dyn Write) -> Result<()> {
    let name = serde_json::to_string(layer.of.id.as_str())?;
    write!(out, "{{\"type\":\"FeatureCollection\",\"name\":{name},\"features\":[")?;
    for (number, row) in layer.rows().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &feature(layer, row))?;
    }
    out.write_all(b"\n]}\n")
}

fn feature(layer: &Layer<'_>, row: Row) -> serde_json::Value {
    let place = row.place.map(|(x, y)| json!({ "type": "Point", "coordinates": [x, y] }));
    let values = layer.fields.iter().zip(row.values);
    let properties: Map<_, _> =
        values.map(|(field, value)| (field.name.to_owned(), written(value))).collect();
    json!({ "type": "Feature", "geometry": place, "properties": properties })
}

fn written(value: Value) -> serde_json::Value {
    match value {
        Value::Nothing => serde_json::Value::Null,
        Value::Whole(number) => number.into(),
        Value::Real(number) => number.into(),
        Value::Flag(flag) => flag.into(),
        Value::Text(text) => text.into(),
    }
}

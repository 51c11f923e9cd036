//! A layer as KML: a placemark for each facility, its values as data of declared types.
//!
//! KML knows neither days nor nothing: days are texts, and what is nothing is
//! not there. A whole number has 32 bits; one beyond them stands in the table beside.

use std::io::{Result, Write};

use quick_xml::escape::escape;

use super::{Field, Layer, Row, Sidecar, Value};
use crate::locale::Language;
use crate::model::Kind;

/// The column that is the name of the placemark.
const NAME: &str = "name";

/// Writes a layer.
pub fn write<W: Write>(
    layer: &Layer<'_>,
    language: Language,
    out: &mut dyn Write,
    sidecar: &mut Sidecar<W>,
) -> Result<()> {
    let id = layer.of.id.as_str();
    let title = escape(layer.of.label.text(language));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(
        out,
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document id=\"{id}\"><name>{title}</name>"
    )?;
    writeln!(out, "<Schema name=\"{id}\" id=\"{id}-fields\">")?;
    for field in &layer.fields {
        sidecar.field(layer, *field, field.name, field.kind == Kind::Date)?;
        if field.name != NAME {
            writeln!(out, "<SimpleField name=\"{}\" type=\"{}\"/>", field.name, kind(*field))?;
        }
    }
    writeln!(out, "</Schema>")?;
    for (number, row) in layer.rows().enumerate() {
        placemark(layer, number + 1, &row, out, sidecar)?;
    }
    writeln!(out, "</Document></kml>")
}

fn placemark<W: Write>(
    layer: &Layer<'_>,
    number: usize,
    row: &Row,
    out: &mut dyn Write,
    sidecar: &mut Sidecar<W>,
) -> Result<()> {
    write!(out, "<Placemark>")?;
    let values = || layer.fields.iter().zip(&row.values);
    if let Some((_, Value::Text(name))) = values().find(|(field, _)| field.name == NAME) {
        write!(out, "<name>{}</name>", text(name))?;
    }
    write!(out, "<ExtendedData><SchemaData schemaUrl=\"#{}-fields\">", layer.of.id)?;
    for (field, value) in values().filter(|(field, _)| field.name != NAME) {
        let written = match value {
            Value::Nothing => continue,
            Value::Whole(whole) if i32::try_from(*whole).is_err() => {
                sidecar.value(layer, number, field.name, &whole.to_string())?;
                continue;
            }
            Value::Whole(whole) => whole.to_string(),
            Value::Real(number) => number.to_string(),
            Value::Flag(flag) => u8::from(*flag).to_string(),
            Value::Text(words) => text(words),
        };
        write!(out, "<SimpleData name=\"{}\">{written}</SimpleData>", field.name)?;
    }
    write!(out, "</SchemaData></ExtendedData>")?;
    if let Some((x, y)) = row.place {
        write!(out, "<Point><coordinates>{x},{y}</coordinates></Point>")?;
    }
    writeln!(out, "</Placemark>")
}

/// Text as XML has it, without what XML cannot hold.
fn text(text: &str) -> String {
    let allowed = |letter: &char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r');
    escape(text.chars().filter(allowed).collect::<String>()).into_owned()
}

fn kind(field: Field<'_>) -> &'static str {
    match field.kind {
        Kind::Count => "int",
        Kind::Boolean => "bool",
        Kind::Date | Kind::Text | Kind::Category => "string",
        _ => "double",
    }
}

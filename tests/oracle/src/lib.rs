//! Two readers of CQL2 text side by side: ours and the public `cql2` crate.
//!
//! A text goes in, what each makes of it comes out as CQL2 JSON, with the one
//! difference taken out that has no meaning: JSON does not tell `5` from `5.0`
//! or `0` from `-0.0`; we write whole numbers without a point, `cql2` writes
//! every number as the float it keeps.

use serde_json::{Value, json};

/// What our reader makes of a text.
pub fn ours(text: &str) -> Result<Value, String> {
    let expr = barrierfree::standard::cql::parse(text).map_err(|errors| format!("{errors:?}"))?;
    Ok(as_floats(expr.to_json()))
}

/// What the public reader makes of it.
pub fn theirs(text: &str) -> Result<Value, String> {
    let expr = cql2::parse_text(text).map_err(|error| error.to_string())?;
    let json = expr.to_value().map_err(|error| error.to_string())?;
    Ok(as_floats(json))
}

fn as_floats(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64().map(|number| number + 0.0)),
        Value::Array(items) => items.into_iter().map(as_floats).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, as_floats(value))).collect(),
        other => other,
    }
}

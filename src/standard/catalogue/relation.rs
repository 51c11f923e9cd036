//! Reads `accessible_spaces <= total_spaces` and `a + b = c`.

use crate::model::{Property, Relation};

/// A relation in the words of the properties it holds between.
pub(super) fn parse(text: &str, properties: &[Property]) -> Result<Relation, String> {
    let found = ["<=", ">=", "="].iter().find_map(|sign| Some((*sign, text.split_once(sign)?)));
    let Some((sign, (left, right))) = found else {
        return Err(format!("`{text}` has none of <=, >=, ="));
    };
    let (left, right) = (sum(left, properties)?, sum(right, properties)?);
    let (left, right) = if sign == ">=" { (right, left) } else { (left, right) };
    Ok(Relation { left, right, equal: sign == "=" })
}

fn sum(text: &str, properties: &[Property]) -> Result<Vec<usize>, String> {
    text.split('+').map(str::trim).map(|id| number(id, properties)).collect()
}

fn number(id: &str, properties: &[Property]) -> Result<usize, String> {
    let is_it = |property: &Property| property.id.as_str() == id && property.kind.dimension().is_some();
    properties.iter().position(is_it).ok_or_else(|| format!("`{id}` is no number of this type"))
}

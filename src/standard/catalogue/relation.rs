//! Reads `accessible_spaces <= total_spaces` and `a + b = c`.

use crate::locale::Message;
use crate::model::{Property, Relation};
use crate::standard::mistake::suggestion;

/// What is wrong with a relation, and what was probably meant.
type Wrong = Box<(Message, Option<Message>)>;

/// A relation in the words of the properties it holds between.
pub(super) fn parse(text: &str, properties: &[Property]) -> Result<Relation, Wrong> {
    let found = ["<=", ">=", "="].iter().find_map(|sign| Some((*sign, text.split_once(sign)?)));
    let Some((sign, (left, right))) = found else {
        return Err(Box::new((Message::new("mistake-relation-sign").with("name", text), None)));
    };
    let (left, right) = (sum(left, properties)?, sum(right, properties)?);
    let (left, right) = if sign == ">=" { (right, left) } else { (left, right) };
    Ok(Relation { left, right, equal: sign == "=" })
}

fn sum(text: &str, properties: &[Property]) -> Result<Vec<usize>, Wrong> {
    text.split('+').map(str::trim).map(|id| number(id, properties)).collect()
}

fn number(id: &str, properties: &[Property]) -> Result<usize, Wrong> {
    let is_number = |property: &&Property| property.kind.dimension().is_some();
    let found = properties.iter().position(|property| property.id.as_str() == id && is_number(&property));
    found.ok_or_else(|| {
        let known = properties.iter().filter(is_number).map(|property| property.id.as_str());
        Box::new((Message::new("mistake-relation-name").with("name", id), suggestion(id, known)))
    })
}

//! The file of a new project, in which every key is explained.

use std::fmt::Write as _;

use super::Entry;
use crate::locale::{Locale, Message};

/// The lines of every key: what it is for, and its value; one that is not set is left out by a `#`.
pub(in crate::project) fn template(entries: &[Entry], locale: &Locale) -> String {
    let mut text = comment(&locale.text("config-head"));
    for entry in entries {
        let _ = write!(
            text,
            "\n{}",
            comment(&locale.say(&Message::new(format!("config-key-{}", entry.key.replace('_', "-")))))
        );
        let _ = match &entry.value {
            Some(value) if entry.key != "complete" => writeln!(text, "{} = {value}", entry.key),
            _ => writeln!(text, "{}", example(entry.key)),
        };
    }
    text
}

fn comment(text: &str) -> String {
    text.lines().fold(String::new(), |all, line| all + "# " + line + "\n")
}

/// How a key is written that has no value yet.
fn example(key: &str) -> &'static str {
    match key {
        "jurisdiction" => "#jurisdiction = \"\"",
        "boundaries" => "#boundaries = \"boundaries.geojson\"",
        "map_number" => "#map_number = \"\"",
        "packs" => "#packs = \"standards\"",
        _ => "#[[complete]]\n#type = \"\"\n#jurisdiction = \"\"\n#on = 2026-01-01",
    }
}

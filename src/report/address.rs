//! Files and ids as addresses that other programs understand.

use std::fmt::Write as _;

use crate::model::{Duty, Run, StandardId, Subject};

/// What our own names begin with; no program looks anything up under it.
const NAMES: &str = "urn:x-barrierfree";

/// A file as a URI reference: relative to where the audit ran, unless it was given from the root.
pub(super) fn of_file(file: &str) -> String {
    let slashes = file.replace('\\', "/");
    let path = slashes.strip_prefix("./").unwrap_or(&slashes);
    if path.starts_with('/') { format!("file://{}", escaped(path)) } else { escaped(path) }
}

/// A facility or an area.
pub(super) fn of_subject(subject: &Subject) -> String {
    format!("{NAMES}:{}:{}", escaped(subject.facility_type.as_str()), escaped(subject.id.as_str()))
}

/// A requirement.
pub(super) fn of_requirement(duty: &Duty) -> String {
    format!("{NAMES}:requirement:{}", escaped(duty.id.as_str()))
}

/// A standard.
pub(super) fn of_standard(standard: &StandardId) -> String {
    format!("{NAMES}:standard:{}", escaped(standard.as_str()))
}

/// What was found on the day of the run, by the key of the finding.
pub(super) fn of_finding(key: &str, run: &Run) -> String {
    format!("{NAMES}:finding:{key}:{}", run.plan.as_of)
}

/// This program.
pub(super) fn of_program(run: &Run) -> String {
    format!("{NAMES}:program:{}", escaped(&run.plan.engine))
}

/// Everything but letters, digits and a few signs as bytes in hexadecimal.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                escaped.push(char::from(byte));
            }
            _ => drop(write!(escaped, "%{byte:02X}")),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_relative_addresses_unless_given_from_the_root() {
        assert_eq!(of_file("./surveys/停.csv"), "surveys/%E5%81%9C.csv");
        assert_eq!(of_file("surveys\\a b.csv"), "surveys/a%20b.csv");
        assert_eq!(of_file("/data/a:b#1.csv"), "file:///data/a%3Ab%231.csv");
    }
}

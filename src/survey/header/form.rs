//! Exports of field surveys by ODK and `KoBo`: what their own columns mean.
//!
//! Such a table has a column for each question, named by the groups around it
//! (`group-question`, `group/question`), and some that the server added. What
//! of these is an id, a whole, a day or a place is told here, unless another
//! column of the table says it by a name of the catalogue.

use super::block::Names;

/// A column the server adds, by which such an export is known, and what parts groups from questions there.
const SERVERS: [(&str, char); 2] = [("key", '-'), ("_index", '/')];

/// What else one of them has: of a repeat, or of a submission.
const WITH: [&str; 5] = ["parent_key", "submissiondate", "_parent_index", "_uuid", "_submission_time"];

/// The columns of servers that mean a property, the most telling first.
const MEANINGS: [(&str, &[&str]); 5] = [
    ("id", &["key", "_id"]),
    ("parent", &["parent_key", "_submission__id"]),
    ("observed_on", &["today", "end", "submissiondate", "_submission_time"]),
    ("longitude", &["longitude", "*_longitude"]),
    ("latitude", &["latitude", "*_latitude"]),
];

/// Adds to the names of each column the question without its groups, and what a column of the server means.
pub(super) fn explain(columns: &mut [Names], is_known: impl Fn(&str, &str) -> bool) {
    let whole: Vec<String> = columns
        .iter()
        .map(|names| names.first().map(|name| name.trim().to_lowercase()).unwrap_or_default())
        .collect();
    let has = |name: &str| whole.iter().any(|one| one == name);
    let Some((_, joint)) = SERVERS.iter().find(|(name, _)| has(name) && WITH.iter().any(|with| has(with)))
    else {
        return;
    };
    for names in columns.iter_mut() {
        let question =
            names.first().and_then(|name| name.rsplit_once(*joint)).map(|(_, question)| question.to_owned());
        names.extend(question.filter(|question| !is_place(&whole, question)));
    }
    for (property, of_servers) in MEANINGS {
        let said = columns.iter().flatten().any(|name| is_known(name, property));
        let found =
            of_servers.iter().find_map(|wanted| whole.iter().position(|name| is_it(name, wanted, *joint)));
        if let (false, Some(names)) = (said, found.and_then(|at| columns.get_mut(at))) {
            names.push(property.to_owned());
        }
    }
}

/// Whether a question asks for a place, which has columns of its own behind.
fn is_place(columns: &[String], question: &str) -> bool {
    let latitude = format!("_{}_latitude", question.trim().to_lowercase());
    columns.iter().any(|name| name.ends_with(&latitude))
}

/// Whether a column is the one of that name, in whatever group; behind a star stands how it ends.
fn is_it(name: &str, wanted: &str, joint: char) -> bool {
    let leaf = name.rsplit(joint).next().unwrap_or_default();
    name == wanted || leaf == wanted || wanted.strip_prefix('*').is_some_and(|end| leaf.ends_with(end))
}

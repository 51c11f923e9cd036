//! Documents from their first clause to their last, for the terminal and for programs.

use std::io::{Result, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::locale::{Bilingual, Locale, Message};
use crate::model::{Clause, ClauseId, ClauseStatus, Coverage, RequirementId, StandardId};
use crate::report::amount::length;
use crate::report::table::grid::{Grid, wrap};

/// Grows when a key changes its meaning or goes away.
const VERSION: &str = "1";

/// Writes documents one after the other, for a terminal of so many columns.
pub fn table(documents: &[Coverage], locale: &Locale, width: usize, out: &mut dyn Write) -> Result<()> {
    for (nth, document) in documents.iter().enumerate() {
        if nth > 0 {
            writeln!(out)?;
        }
        for line in lines(document, locale, width) {
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    Ok(())
}

fn lines(document: &Coverage, locale: &Locale, width: usize) -> Vec<String> {
    let mut lines = wrap(&format!("{}  {}", document.standard, document.title.text(locale.language)), width);
    lines.extend(wrap(&counts(document, locale), width));
    let heads = ["coverage-clause", "coverage-text"].map(|key| locale.text(key));
    let mut grid = Grid::new(heads.to_vec());
    let widest = document.clauses.iter().map(|clause| clause.id.as_str().len()).max().unwrap_or_default();
    for clause in &document.clauses {
        let (mark, id) = (mark(clause.status), clause.id.as_str());
        let text = clause.text.text(locale.language).to_owned();
        grid.add(vec![format!("{mark} {id:widest$}  {}", clause.number), text]);
    }
    lines.extend(grid.lines(width));
    lines
}

/// How many clauses there are, and of each kind, with its mark.
fn counts(document: &Coverage, locale: &Locale) -> String {
    let of = |status| document.clauses.iter().filter(|clause| clause.status == status).count();
    let one = |status: ClauseStatus| {
        let name = locale.text(&format!("clause-{}", super::key(status)));
        Some(of(status))
            .filter(|count| *count > 0)
            .map(|count| format!("{} {name} {}", mark(status), length(count)))
    };
    let counts: Vec<String> = ClauseStatus::ALL.into_iter().filter_map(one).collect();
    let message = Message::new("standard-covered").with("clauses", document.clauses.len());
    locale.say(&message.with("counts", counts.join("  ")))
}

fn mark(status: ClauseStatus) -> char {
    match status {
        ClauseStatus::Checked => '●',
        ClauseStatus::Metadata => '·',
        ClauseStatus::NotCheckable => '–',
        ClauseStatus::Retired => '×',
    }
}

/// Writes documents as one JSON document, whose shape [`schema`] publishes.
pub fn json(documents: &[Coverage], out: &mut dyn Write) -> Result<()> {
    let standards = documents.iter().map(document).collect();
    serde_json::to_writer(&mut *out, &CoverageDocument { schema_version: VERSION.to_owned(), standards })?;
    writeln!(out)
}

/// The JSON schema of the document.
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(CoverageDocument).to_value()
}

/// What becomes of every clause of some standards.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CoverageDocument {
    /// Version of this shape.
    schema_version: String,
    /// The standards.
    standards: Vec<StandardRow>,
}

/// A standard from its first clause to its last.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StandardRow {
    /// Its id.
    standard: StandardId,
    /// Its full title.
    title: Bilingual,
    /// Its clauses, each once, in the order of the document.
    clauses: Vec<ClauseRow>,
}

/// A clause, and what becomes of it.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ClauseRow {
    /// Its stable id.
    id: ClauseId,
    /// As the document numbers it.
    clause: String,
    /// What becomes of it.
    status: ClauseStatus,
    /// What it asks where it is checked, else why it is not.
    reason: Bilingual,
    /// The requirements that examine it.
    requirements: Vec<RequirementId>,
}

fn document(coverage: &Coverage) -> StandardRow {
    let row = |clause: &Clause| ClauseRow {
        id: clause.id.clone(),
        clause: clause.number.to_string(),
        status: clause.status,
        reason: clause.text.clone(),
        requirements: clause.requirements.clone(),
    };
    StandardRow {
        standard: coverage.standard.clone(),
        title: coverage.title.clone(),
        clauses: coverage.clauses.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::*;
    use crate::locale::Language;

    fn sample() -> Coverage {
        let both = |zh: &str, en: &str| Bilingual { zh: zh.into(), en: en.into() };
        let clause = |id: &str, number: &str, status, text, requirements: &[&str]| Clause {
            id: id.into(),
            number: number.into(),
            status,
            text,
            requirements: requirements.iter().map(|id| (*id).into()).collect(),
        };
        Coverage {
            standard: "xx-example".into(),
            title: both("例规", "An example"),
            clauses: vec![
                clause(
                    "EX-NC01",
                    "一",
                    ClauseStatus::NotCheckable,
                    both("指导思想，没有尺度", "Guiding thought: no measure"),
                    &[],
                ),
                clause(
                    "EX-1",
                    "二(一)1、2其余",
                    ClauseStatus::Checked,
                    both("公共停车场的无障碍停车位不少于百分之二且至少一个", "Bays"),
                    &["EX-1", "EX-1/marked"],
                ),
            ],
        }
    }

    #[test]
    fn every_clause_is_a_line_under_the_counts() {
        let mut bytes = Vec::new();
        table(&[sample()], &Locale::new(Language::Zh), 60, &mut bytes).expect("memory takes everything");
        let text = String::from_utf8(bytes).expect("UTF-8");
        let expected = "\
xx-example  例规
共 2 条：● 已核查 1  – 不可核查 1
条款                       要求，或不核查的理由
– EX-NC01  一              指导思想，没有尺度
● EX-1     二(一)1、2其余  公共停车场的无障碍停车位不少于百
                           分之二且至少一个
";
        assert_eq!(text, expected);
        assert!(text.lines().all(|line| line.width() <= 60));
    }

    #[test]
    fn requirements_of_one_clause_stand_together() {
        let mut bytes = Vec::new();
        json(&[sample()], &mut bytes).expect("memory takes everything");
        let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        let clause = &value["standards"][0]["clauses"][1];
        assert_eq!(clause["requirements"], serde_json::json!(["EX-1", "EX-1/marked"]));
        assert_eq!(clause["status"], "checked");
    }
}

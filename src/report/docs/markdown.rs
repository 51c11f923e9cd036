//! A page of the handbook as Markdown.

use std::fmt::Write as _;

use super::MARK;
use super::page::{Block, Example, Line, Page, Section, Table, Word};
use crate::report::Context;

const END: &str = "md";

/// A whole page.
pub(super) fn render(page: &Page, context: Context<'_>) -> String {
    let mut out = format!("<!-- {MARK} -->\n\n");
    let ways: Vec<_> = page.ways.iter().map(|way| word(&Word::Link(way.clone()))).collect();
    paragraph(&mut out, &ways.join(" · "));
    paragraph(&mut out, &line(&page.above));
    paragraph(&mut out, &format!("# {}", escape(&page.title)));
    for part in &page.sections {
        section(&mut out, part, context);
    }
    paragraph(&mut out, &escape(&context.text("docs-footer")));
    out
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str(text);
        out.push_str("\n\n");
    }
}

fn section(out: &mut String, part: &Section, context: Context<'_>) {
    paragraph(out, &format!("<a id=\"{}\"></a>\n\n## {}", part.id, escape(&part.title)));
    for one in &part.blocks {
        paragraph(out, &block(one, context));
    }
}

fn block(block: &Block, context: Context<'_>) -> String {
    match block {
        Block::Text(words) | Block::Lead(words) => line(words),
        Block::Notice(words) => format!("> {}", line(words)),
        Block::List(lines) => list(lines.iter().map(line)),
        Block::Facts(facts) => {
            list(facts.iter().map(|(term, words)| format!("**{}** {}", escape(term), line(words))))
        }
        Block::Table(rows) => table(rows),
        Block::Examples(both) => {
            both.iter().map(|one| example(one, context)).collect::<Vec<_>>().join("\n\n")
        }
        Block::Source { title, text } => format!("{}\n\n```toml\n{text}\n```", escape(title)),
    }
}

fn list(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let mut out = String::new();
    if !table.caption.is_empty() {
        let _ = write!(out, "**{}**\n\n", escape(&table.caption));
    }
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    out += &row(&table.headers.iter().map(|header| escape(header)).collect::<Vec<_>>());
    out += &row(&vec!["---".to_owned(); table.headers.len()]);
    for cells in &table.rows {
        out += &row(&cells.iter().map(line).collect::<Vec<_>>());
    }
    out
}

fn example(example: &Example, context: Context<'_>) -> String {
    let mut out =
        format!("**{}** {}\n\n{}", escape(&example.verdict), line(&example.given), escape(&example.found));
    if !example.remedy.is_empty() {
        let _ =
            write!(out, "\n\n{} {}", escape(&context.text("report-column-remedy")), escape(&example.remedy));
    }
    out
}

fn line(words: &Line) -> String {
    words.iter().map(word).collect()
}

fn word(word: &Word) -> String {
    match word {
        Word::Plain(text) | Word::Outcome(_, text) => escape(text),
        Word::Strong(text) => format!("**{}**", escape(text)),
        Word::Under(text) => format!("<br>{}", escape(text)),
        Word::Flag(text) => format!(" *{}*", escape(text)),
        Word::Code(text) => format!("`{text}`"),
        Word::Link(link) => format!("[{}]({})", escape(&link.text), link.address(END)),
    }
}

/// What would be markup is text.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => out.extend(['\\', letter]),
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_text() {
        assert_eq!(escape("a|b <script> *c* [d](e)"), "a\\|b &lt;script&gt; \\*c\\* \\[d\\](e)");
    }
}

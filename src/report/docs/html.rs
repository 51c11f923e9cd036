//! A page of the handbook as HTML, in the look of the reports.

use maud::{Markup, PreEscaped, html};

use super::page::{Block, Example, Line, Link, Page, Section, Table, Word};
use crate::locale::Language;
use crate::report::Context;
use crate::report::html::{document, symbol};

const STYLE: &str = concat!(include_str!("../html/base.css"), include_str!("docs.css"));
const END: &str = "html";

/// A whole page.
pub(super) fn render(page: &Page, context: Context<'_>) -> String {
    let has_outcomes = page.sections.iter().flat_map(|section| &section.blocks).any(shows_outcomes);
    let body = html! {
        a.skip href="#main" { (context.text("report-html-skip")) }
        @if has_outcomes { (symbol::sprite()) }
        header.top {
            @if !page.ways.is_empty() {
                nav.contents aria-label=(context.text("docs-ways")) { ul { @for way in &page.ways { li { (link(way)) } } } }
            }
            @if !page.above.is_empty() { p.above { (line(&page.above, context)) } }
            h1 { (text(&page.title, context)) }
            @if page.has_contents { (contents(page, context)) }
        }
        main #main tabindex="-1" { @for part in &page.sections { (section(part, context)) } }
        footer { p { (context.text("docs-footer")) } }
    };
    document(context, (&page.title, super::MARK), STYLE, None, &body)
}

fn shows_outcomes(block: &Block) -> bool {
    let has = |line: &Line| line.iter().any(|word| matches!(word, Word::Outcome(..)));
    match block {
        Block::Examples(_) => true,
        Block::Table(table) => table.rows.iter().flatten().any(has),
        Block::Facts(facts) => facts.iter().any(|(_, line)| has(line)),
        Block::List(lines) => lines.iter().any(has),
        _ => false,
    }
}

fn contents(page: &Page, context: Context<'_>) -> Markup {
    html! {
        nav.contents aria-label=(context.text("report-html-contents")) {
            ul { @for part in &page.sections { li { a href={ "#" (part.id) } { (text(&part.title, context)) } } } }
        }
    }
}

fn section(part: &Section, context: Context<'_>) -> Markup {
    let heading = format!("{}-heading", part.id);
    html! {
        section id=(part.id) aria-labelledby=(heading) {
            h2 id=(heading) { (text(&part.title, context)) }
            @for one in &part.blocks { (block(one, context)) }
        }
    }
}

fn block(block: &Block, context: Context<'_>) -> Markup {
    let say = |words: &Line| line(words, context);
    html! {
        @match block {
            Block::Text(words) => { p { (say(words)) } }
            Block::Notice(words) => { p.notice { (say(words)) } }
            Block::Lead(words) => { p.lead { (say(words)) } }
            Block::List(lines) => { ul.demands { @for words in lines { li { (say(words)) } } } }
            Block::Facts(facts) => {
                dl.facts { @for (term, words) in facts { div { dt { (term) } dd { (say(words)) } } } }
            }
            Block::Table(rows) => { (table(rows, context)) }
            Block::Examples(both) => { div.examples { @for one in both { (example(one, context)) } } }
            Block::Source { title, text } => { details.source { summary { (title) } pre tabindex="0" { code { (text) } } } }
        }
    }
}

/// On a phone each row is a card, so that roles have to be said.
fn table(table: &Table, context: Context<'_>) -> Markup {
    let columns = format!("stack {:?}", table.kind).to_lowercase();
    html! {
        table class=(columns) role="table" {
            caption class=[table.caption.is_empty().then_some("sr")] { (text(&table.caption, context)) }
            thead role="rowgroup" {
                tr role="row" { @for header in &table.headers { th role="columnheader" scope="col" { (header) } } }
            }
            tbody role="rowgroup" { @for row in &table.rows { tr role="row" {
                @for (nth, words) in row.iter().enumerate() {
                    @if nth == 0 { th role="rowheader" scope="row" { (line(words, context)) } }
                    @else { td role="cell" data-label=[table.headers.get(nth)] { div { (line(words, context)) } } }
                }
            } } }
        }
    }
}

fn example(example: &Example, context: Context<'_>) -> Markup {
    html! {
        div.example {
            h3 { (symbol::of_outcome(example.outcome)) (example.verdict) }
            p { (line(&example.given, context)) }
            p.found { (text(&example.found, context)) }
            @if !example.remedy.is_empty() { p { span.term { (context.text("report-column-remedy")) } " " (text(&example.remedy, context)) } }
        }
    }
}

fn line(words: &Line, context: Context<'_>) -> Markup {
    html! { @for one in words { (word(one, context)) } }
}

fn word(word: &Word, context: Context<'_>) -> Markup {
    html! {
        @match word {
            Word::Plain(words) => { (text(words, context)) }
            Word::Strong(words) => { strong { (text(words, context)) } }
            Word::Under(words) => { span.under { (text(words, context)) } }
            Word::Flag(words) => { " " span.flag { (text(words, context)) } }
            Word::Code(words) => { code { (words) } }
            Word::Outcome(outcome, words) => { span.outcome { (symbol::of_outcome(*outcome)) (words) } }
            Word::Link(to) => { a href=(to.address(END)) { (text(&to.text, context)) } }
        }
    }
}

fn link(to: &Link) -> Markup {
    html! { a href=(to.address(END)) { (to.text) } }
}

/// Text, with what is Chinese on an English page marked as such for those who have it read out.
fn text(words: &str, context: Context<'_>) -> Markup {
    if context.locale.language == Language::Zh {
        return html! { (words) };
    }
    let is_han = |letter: char| {
        ('\u{3001}'..='\u{9fff}').contains(&letter) || ('\u{ff00}'..='\u{ffef}').contains(&letter)
    };
    let mut out = String::new();
    let mut rest = words;
    while let Some(start) = rest.find(is_han) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter| !is_han(letter)).unwrap_or(from.len());
        let (han, after) = from.split_at(end);
        out += &html! { (before) span lang=(Language::Zh.tag()) { (han) } }.into_string();
        rest = after;
    }
    out += &html! { (rest) }.into_string();
    PreEscaped(out)
}

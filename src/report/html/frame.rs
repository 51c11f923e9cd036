//! The page around the sections: head, policy, landmarks, style and script.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

use super::symbol;
use crate::report::Context;

const STYLE: &str = concat!(include_str!("base.css"), include_str!("style.css"));
const SCRIPT: &str = concat!(include_str!("page.js"), include_str!("list.js"), include_str!("problems.js"));

/// The sections of a whole report, for the table of contents.
const SECTIONS: [&str; 10] = [
    "verdict",
    "map",
    "jurisdictions",
    "urgent",
    "requirements",
    "list",
    "diagnostics",
    "columns",
    "plan",
    "method",
];

/// A whole page; `data` is what the script draws the list from.
pub(super) fn page(context: Context<'_>, title: &str, main: &Markup, data: Option<&str>) -> String {
    framed(context, title, &contents(context, &main.0), main, data)
}

/// A page of a folder that holds a part of the list, with a way back.
pub(super) fn part(context: Context<'_>, title: &str, main: &Markup, data: &str) -> String {
    let back = html! {
        nav.contents aria-label=(context.text("report-html-contents")) {
            a href="index.html" { (context.text("report-html-back")) }
        }
    };
    framed(context, title, &back, main, Some(data))
}

fn framed(context: Context<'_>, title: &str, nav: &Markup, main: &Markup, data: Option<&str>) -> String {
    let body = html! {
        a.skip href="#main" { (context.text("report-html-skip")) }
        (symbol::sprite())
        header.top { h1 { (title) } (nav) }
        main #main tabindex="-1" { (main) }
        footer { p { (context.text("report-html-footer")) } }
        @if let Some(data) = data {
            script #data type="application/json" { (PreEscaped(data)) }
            script { (PreEscaped(SCRIPT)) }
        }
    };
    document(context, (title, "barrierfree"), STYLE, Some(SCRIPT), &body)
}

/// A document that loads nothing: its style and its script, if any, are in it.
pub(in crate::report) fn document(
    context: Context<'_>,
    (title, generator): (&str, &str),
    style: &str,
    script: Option<&str>,
    body: &Markup,
) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(context.locale.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="generator" content=(generator);
                meta http-equiv="Content-Security-Policy" content=(policy(style, script));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// Links to the sections that are there.
fn contents(context: Context<'_>, main: &str) -> Markup {
    html! {
        nav.contents aria-label=(context.text("report-html-contents")) {
            ul {
                @for id in SECTIONS.into_iter().filter(|id| main.contains(&format!("<section id=\"{id}\""))) {
                    li { a href={ "#" (id) } { (context.text(&format!("report-html-{id}"))) } }
                }
            }
        }
    }
}

/// Nothing is loaded, and nothing runs but our own style and script, known by their hashes.
fn policy(style: &str, script: Option<&str>) -> String {
    let script = script.map_or_else(|| "'none'".to_owned(), |script| format!("'sha256-{}'", hash(script)));
    let style = hash(style);
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src {script}; base-uri 'none'; form-action 'none'"
    )
}

fn hash(text: &str) -> String {
    base64(&Sha256::digest(text))
}

/// RFC 4648, which a policy wants its hashes in.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS.get((group >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            text.push(if place > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn style_and_script_end_nowhere_early() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</"));
    }
}

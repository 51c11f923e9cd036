//! The pages of every requirement that ships, in both languages.

use std::collections::{BTreeMap, BTreeSet};

use barrierfree::locale::{Language, Locale};
use barrierfree::project::Library;
use barrierfree::report::Context;
use barrierfree::report::docs::{Format, Handbook, pages};

/// Every page by its name, without the cases, which take long.
fn handbook(library: &Library, language: Language, format: Format) -> BTreeMap<String, String> {
    let (locale, areas) = (Locale::new(language), library.areas());
    let context = Context { locale: &locale, catalogue: &library.catalogue, areas: &areas };
    let chosen: Vec<usize> = (0..library.program.requirements.len()).collect();
    let handbook = Handbook { context, program: &library.program, findings: &[], chosen: &chosen };
    let all = pages(&handbook, format);
    let count = all.len();
    let by_name: BTreeMap<_, _> = all.into_iter().collect();
    assert_eq!(by_name.len(), count, "two pages of one name");
    by_name
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, before: &str, after: char) -> Vec<&'a str> {
    let parts = text.split(before).skip(1);
    parts.filter_map(|rest| rest.split_once(after).map(|(inside, _)| inside)).collect()
}

#[test]
fn every_link_leads_to_a_page_and_a_place_on_it() {
    let library = Library::load(None).expect("the standards");
    let pages = handbook(&library, Language::Zh, Format::Html);
    let same: BTreeSet<String> = pages.keys().map(|name| name.to_lowercase()).collect();
    assert_eq!(same.len(), pages.len(), "two names are one where case does not count");
    let ids: BTreeMap<&String, BTreeSet<&str>> =
        pages.iter().map(|(name, text)| (name, between(text, " id=\"", '"').into_iter().collect())).collect();
    for (name, text) in &pages {
        for target in between(text, "href=\"", '"').into_iter().filter(|target| !target.starts_with("#s-")) {
            let (page, place) = target.split_once('#').unwrap_or((target, ""));
            let page = if page.is_empty() { name } else { &page.to_owned() };
            let places = ids.get(page).unwrap_or_else(|| panic!("{name}: {target}"));
            assert!(place.is_empty() || places.contains(place), "{name}: {target}");
        }
    }
}

#[test]
fn nothing_of_the_program_is_left_in_the_words() {
    let library = Library::load(None).expect("the standards");
    let ids: BTreeSet<String> = library
        .catalogue
        .types
        .iter()
        .flat_map(|one| &one.properties)
        .map(|property| property.id.to_string())
        .filter(|id| {
            id.contains('_')
                && library.catalogue.facility_type(id).is_none()
                && library.catalogue.topic(id).is_none()
        })
        .collect();
    for language in [Language::Zh, Language::En] {
        for (name, text) in handbook(&library, language, Format::Markdown) {
            let words = text.split("```").step_by(2).collect::<String>();
            let words = words.split('`').step_by(2).collect::<Vec<_>>().join("…");
            // Where links lead is no word.
            let mut parts = words.split("](");
            let first = parts.next().unwrap_or_default().to_owned();
            let words =
                parts.fold(first, |all, part| all + part.split_once(')').map_or(part, |(_, rest)| rest));
            for key in ["phrase-", "docs-", "report-", "strength-", "{", "\u{2068}", "（）", "()", "  "] {
                let at = words.find(key).map(|at| words[..at].chars().rev().take(40).collect::<String>());
                assert_eq!(at, None, "{name}: `{key}`");
            }
            let raw = words.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            let raw: Vec<_> = raw.filter(|word| ids.contains(*word)).collect();
            assert!(raw.is_empty(), "{name}: {raw:?}");
        }
    }
}

#[test]
fn every_topic_has_a_name_and_a_reason() {
    let library = Library::load(None).expect("the standards");
    let topics: BTreeSet<&str> = library.program.requirements.iter().map(|one| &*one.duty.topic).collect();
    let nameless: Vec<_> =
        topics.into_iter().filter(|topic| library.catalogue.topic(topic).is_none()).collect();
    assert!(nameless.is_empty(), "not in catalogue/topics.toml: {nameless:?}");
}

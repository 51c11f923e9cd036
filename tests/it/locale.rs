//! Both languages say the same things, and every line can be read.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

fn keys(source: &str) -> BTreeSet<String> {
    let resource = FluentResource::try_new(source.to_owned()).expect("every line parses");
    let lines = source.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    let keys: Vec<_> = lines.filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned())).collect();
    let set: BTreeSet<_> = keys.iter().cloned().collect();
    assert_eq!(keys.len(), set.len(), "no key is there twice");
    assert!(resource.entries().count() >= set.len(), "what looks like a key is one");
    set
}

#[test]
fn both_languages_have_the_same_keys() {
    let chinese = keys(include_str!("../../src/locale/zh.ftl"));
    let english = keys(include_str!("../../src/locale/en.ftl"));
    assert_eq!(chinese.symmetric_difference(&english).collect::<Vec<_>>(), Vec::<&String>::new());
}

//! The font of the maps has every character this program can say.

use std::path::Path;

use barrierfree::map::lacks;

/// Every file with words below a folder.
fn texts(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts(&path, found);
        } else if path.ends_with("catalogue/vocabulary.toml") {
            // What surveyors write for yes and no, ticks and crosses: read, and never said.
        } else if path.extension().is_some_and(|ending| ending == "toml" || ending == "ftl") {
            found.push(std::fs::read_to_string(&path).expect("text"));
        }
    }
}

#[test]
fn the_font_has_every_character_of_words_catalogue_and_packs() {
    let mut found = Vec::new();
    for folder in ["src/locale", "standards", "survey_data"] {
        texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    }
    assert!(found.len() > 20, "{}", found.len());
    let lacking: String = found.iter().flat_map(|text| lacks(text)).collect();
    assert_eq!(lacking, "", "run maps/fonts/make-subset");
}

//! The standards, profiles and samples that ship inside the binary.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "standards"]
struct Standards;

#[derive(RustEmbed)]
#[folder = "survey_data/samples"]
struct Samples;

/// Name and text of every file of the catalogue and the packs.
pub(super) fn standards() -> Vec<(String, String)> {
    let toml = Standards::iter().filter(|name| name.ends_with(".toml"));
    let mut files: Vec<(String, String)> =
        toml.filter_map(|name| Some((name.to_string(), text(&Standards::get(&name)?)))).collect();
    files.sort();
    files
}

/// The recipe of the made-up city.
pub(super) fn city_recipe() -> String {
    Samples::get("made-up-city.toml").as_ref().map(text).unwrap_or_default()
}

fn text(file: &rust_embed::EmbeddedFile) -> String {
    String::from_utf8_lossy(&file.data).into_owned()
}

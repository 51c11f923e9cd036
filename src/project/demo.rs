//! Writes the survey files of the made-up city.

use std::path::PathBuf;

use jiff::civil::{Date, date};

use super::{Failure, Library, assets, files};
use crate::city::{self, Plan, Recipe};
use crate::locale::Message;

/// The day the made-up city is looked at, fixed so that its files never change.
const AS_OF: Date = date(2026, 11, 1);

/// The counties' borders, beside the surveys.
const BOUNDARIES: &str = "boundaries.geojson";

/// Which made-up city, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct City {
    /// Folder for its files.
    pub folder: PathBuf,
    /// How many facilities.
    pub size: u64,
    /// Another seed, another city.
    pub seed: u64,
}

/// Writes the city's survey files and gives their paths; its boundaries are beside them.
pub fn make_city(wanted: &City, library: &Library) -> Result<Vec<PathBuf>, Failure> {
    let recipe = Recipe::parse(&assets::city_recipe(), &library.catalogue)
        .map_err(|error| Failure::Input(Message::new("failure-recipe").with("cause", error)))?;
    let plan = Plan { size: wanted.size, seed: wanted.seed, as_of: AS_OF };
    files::make_folder(&wanted.folder)?;
    let mut written = Vec::new();
    for file in city::files(&plan, &library.catalogue, &recipe) {
        let path = wanted.folder.join(file.name());
        files::write_file(&path, |out| file.write(out))?;
        written.push(path);
    }
    let map = wanted.folder.join(BOUNDARIES);
    files::write_file(&map, |out| out.write_all(city::boundaries(&recipe).as_bytes()))?;
    Ok(written)
}

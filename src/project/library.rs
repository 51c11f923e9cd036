//! The catalogue and all standards, loaded and compiled.

use std::path::Path;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::{Failure, assets, files};
use crate::model::{Catalogue, Coverage, StandardId, hex};
use crate::report::Areas;
use crate::standard::pack::{PackFile, Standard};
use crate::standard::program::Program;
use crate::standard::{catalogue, compile, coverage};

/// What can be observed and what is demanded of it.
pub struct Library {
    /// Facility types and properties.
    pub catalogue: Arc<Catalogue>,
    /// The standards, compiled.
    pub program: Program,
    /// Hash of the catalogue's text, in hexadecimal.
    pub catalogue_hash: String,
}

impl Library {
    /// Loads what ships with the program, and the packs of a folder beside it.
    ///
    /// A folder named `catalogue` adds facility types; every other folder in it is a pack. A
    /// pack that has the name of a shipped one takes its place.
    pub fn load(folder: Option<&Path>) -> Result<Self, Failure> {
        let mut texts = assets::standards();
        if let Some(folder) = folder {
            let own = files::toml_files(folder)?;
            let packs: Vec<&str> = own.iter().filter_map(|(name, _)| pack_of(name)).collect();
            texts.retain(|(name, _)| {
                pack_of(name).is_none_or(|pack| pack == CATALOGUE || !packs.contains(&pack))
            });
            texts.extend(own);
        }
        let is_catalogue = |name: &str| pack_of(name) == Some(CATALOGUE);
        let catalogue_hash = hash(texts.iter().filter(|(name, _)| is_catalogue(name)));
        let of_catalogue = texts.iter().filter(|(name, _)| is_catalogue(name));
        let catalogue = catalogue::load(of_catalogue.map(|(name, text)| (name.as_str(), text.as_str())))?;
        let packs: Vec<PackFile<'_>> = texts.iter().filter_map(|(name, text)| file(name, text)).collect();
        let program = compile(&packs, &catalogue)?;
        Ok(Self { catalogue: Arc::new(catalogue), program, catalogue_hash })
    }

    /// The standards.
    pub fn standards(&self) -> &[Standard] {
        &self.program.standards
    }

    /// Names of the areas the standards know.
    pub fn areas(&self) -> Areas {
        let areas = self.standards().iter().flat_map(|standard| &standard.areas);
        areas.map(|area| (area.adcode.clone(), area.name.clone())).collect()
    }

    /// What becomes of every clause of some standards; of all where none is named.
    pub fn coverage(&self, ids: &[StandardId]) -> Vec<Coverage> {
        let numbered = self.standards().iter().enumerate();
        let wanted = numbered.filter(|(_, standard)| ids.is_empty() || ids.contains(&standard.id));
        wanted.filter_map(|(number, _)| coverage(&self.program, &self.catalogue, number)).collect()
    }

    /// A standard by id, or a failure that names the nearest one.
    pub fn standard(&self, id: &StandardId) -> Result<&Standard, Failure> {
        let found = self.standards().iter().find(|standard| standard.id == *id);
        found.ok_or_else(|| Failure::unknown_standard(id, self.standards()))
    }
}

/// The SHA-256 of names and texts.
fn hash<'a>(texts: impl Iterator<Item = &'a (String, String)>) -> String {
    let mut hash = Sha256::new();
    texts.for_each(|(name, text)| hash.update(format!("{name}\0{text}\0")));
    hex(&hash.finalize())
}

const CATALOGUE: &str = "catalogue";

/// The folder a file of the standards is in.
fn pack_of(name: &str) -> Option<&str> {
    name.split_once('/').map(|(folder, _)| folder)
}

fn file<'a>(name: &'a str, text: &'a str) -> Option<PackFile<'a>> {
    let pack = pack_of(name).filter(|pack| *pack != CATALOGUE)?;
    Some(PackFile { pack, name, text })
}

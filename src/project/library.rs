//! The catalogue and all standards, loaded and compiled.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::{Failure, assets, files, jurisdiction};
use crate::audit::Question;
use crate::locale::Message;
use crate::model::{Adcode, Catalogue, Coverage, StandardId, TypeId, hex, nearest, plain};
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
        Self::compiled(&texts(folder)?)
    }

    /// The same with the pack of one more folder, in the place of the standard of the same id; and that id.
    pub fn with_pack(standards: Option<&Path>, folder: &Path) -> Result<(Self, StandardId), Failure> {
        let pack = folder.to_string_lossy().into_owned();
        let own = files::toml_files(folder)?.into_iter().filter(|(name, _)| !name.contains('/'));
        let own =
            own.map(|(name, text)| TextFile { name: format!("{pack}/{name}"), pack: pack.clone(), text });
        let own: Vec<TextFile> = own.collect();
        let id = own.iter().find_map(TextFile::standard);
        let mut texts = texts(standards)?;
        let is_same = |file: &&TextFile| id.is_some() && file.standard() == id;
        if let Some(replaced) = texts.iter().find(is_same).map(|file| file.pack.clone()) {
            texts.retain(|file| file.pack != replaced);
        }
        texts.extend(own);
        let library = Self::compiled(&texts)?;
        Ok((library, id.unwrap_or_else(|| pack.into())))
    }

    fn compiled(texts: &[TextFile]) -> Result<Self, Failure> {
        let (catalogue, packs): (Vec<&TextFile>, Vec<&TextFile>) =
            texts.iter().filter(|file| !file.pack.is_empty()).partition(|file| file.pack == CATALOGUE);
        let catalogue_hash = hash(&catalogue);
        let mut catalogue =
            catalogue::load(catalogue.iter().map(|file| (file.name.as_str(), file.text.as_str())))?;
        let packs: Vec<PackFile<'_>> = packs.into_iter().map(TextFile::of_pack).collect();
        let program = compile(&packs, &catalogue)?;
        catalogue.vocabulary.areas = names(&program.standards);
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

    /// What is asked about where standards disagree: the place, the day (today where missing), the type.
    pub fn question(
        &self,
        jurisdiction: Option<&str>,
        day: Option<Date>,
        facility_type: Option<&str>,
    ) -> Result<Question, Failure> {
        Ok(Question {
            day: day.unwrap_or_else(files::today),
            jurisdiction: jurisdiction.map(jurisdiction::code).transpose()?,
            facility_type: facility_type.map(|id| self.facility_type(id)).transpose()?,
        })
    }

    /// A facility type by id, or a failure that names the nearest one.
    pub fn facility_type(&self, id: &str) -> Result<TypeId, Failure> {
        let known = || self.catalogue.types.iter().map(|one| one.id.as_str());
        let found = self.catalogue.facility_type(id).map(|(_, found)| found.id.clone());
        let message = Message::new("failure-unknown-type").with("name", id);
        found.ok_or_else(|| Failure::Input(message.with("nearest", nearest(id, known()).unwrap_or("none"))))
    }

    /// A standard by id, or a failure that names the nearest one.
    pub fn standard(&self, id: &StandardId) -> Result<&Standard, Failure> {
        let found = self.standards().iter().find(|standard| standard.id == *id);
        found.ok_or_else(|| Failure::unknown_standard(id, self.standards()))
    }
}

/// The SHA-256 of names and texts.
fn hash(files: &[&TextFile]) -> String {
    let mut hash = Sha256::new();
    for TextFile { name, text, .. } in files {
        hash.update(format!("{name}\0{text}\0"));
    }
    hex(&hash.finalize())
}

/// The code of each area by its name; none where several areas have or had that name.
fn names(standards: &[Standard]) -> HashMap<String, Adcode> {
    let mut codes: BTreeMap<String, BTreeSet<&Adcode>> = BTreeMap::new();
    for area in standards.iter().flat_map(|standard| &standard.areas) {
        for name in [&area.name.zh, &area.name.en] {
            codes.entry(plain(name)).or_default().insert(&area.adcode);
        }
    }
    let only = |(name, codes): (String, BTreeSet<&Adcode>)| match codes.first() {
        Some(code) if codes.len() == 1 => Some((name, (*code).clone())),
        _ => None,
    };
    codes.into_iter().filter_map(only).collect()
}

const CATALOGUE: &str = "catalogue";

/// A file of the catalogue or of a pack.
struct TextFile {
    /// The folder of the pack.
    pack: String,
    /// Name to show, with the folder.
    name: String,
    text: String,
}

impl TextFile {
    fn new((name, text): (String, String)) -> Self {
        let pack = name.split_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default();
        Self { pack, name, text }
    }

    fn of_pack(&self) -> PackFile<'_> {
        PackFile { pack: &self.pack, name: &self.name, text: &self.text }
    }

    /// The id of the standard that a `pack.toml` is about, as far as it can be read.
    fn standard(&self) -> Option<StandardId> {
        let pack: toml::Table = self.text.parse().ok().filter(|_| self.name.ends_with("/pack.toml"))?;
        Some(pack.get("standard")?.get("id")?.as_str()?.into())
    }
}

/// What ships with the program, and the packs of a folder, which take the place of shipped ones.
fn texts(folder: Option<&Path>) -> Result<Vec<TextFile>, Failure> {
    let mut texts: Vec<TextFile> = assets::standards().into_iter().map(TextFile::new).collect();
    if let Some(folder) = folder {
        let own: Vec<TextFile> = files::toml_files(folder)?.into_iter().map(TextFile::new).collect();
        texts.retain(|file| file.pack == CATALOGUE || !own.iter().any(|other| other.pack == file.pack));
        texts.extend(own);
    }
    Ok(texts)
}

//! Reads the file of a project and checks every key.

use std::path::{Path, PathBuf};

use super::{AUTO, CONFIG, Config, Setting};
use crate::locale::{Language, Message};
use crate::model::{Adcode, Complete};
use crate::project::{Library, files};
use crate::standard::Mistakes;
use crate::standard::pack::{Fields, Text, read_text};
use crate::store::{Address, masked};
use crate::survey::Profile;

/// Where an inventory is kept unless the file says otherwise.
const STORE: &str = "inventory/inventory.gpkg";

/// Packs of a project, where it has some.
const PACKS: &str = "standards";

/// What the file says, or every mistake in it.
pub(in crate::project) fn read(folder: &Path, text: &str, library: &Library) -> Result<Config, Mistakes> {
    let mut mistakes = Mistakes::default();
    let name = folder.join(CONFIG).to_string_lossy().into_owned();
    let config = read_text(&name, text, &mut mistakes, |fields| Reader { fields, folder, library }.config());
    for (_, text) in &mut mistakes.files {
        *text = masked(text, |length| "*".repeat(length));
    }
    if mistakes.list.is_empty() { Ok(config) } else { Err(mistakes) }
}

/// The folder of packs a file names, which is needed before the rest can be checked.
pub(in crate::project) fn packs(folder: &Path, text: &str) -> Option<PathBuf> {
    let table: Option<toml::Table> = text.parse().ok();
    let named = table.as_ref().and_then(|table| table.get("packs")?.as_str());
    let usual = || Some(folder.join(PACKS)).filter(|path| path.is_dir());
    named.map(|packs| folder.join(packs)).or_else(usual)
}

struct Reader<'a, 'f> {
    fields: &'a mut Fields<'f>,
    folder: &'a Path,
    library: &'a Library,
}

impl Reader<'_, '_> {
    fn config(&mut self) -> Config {
        Config {
            folder: self.folder.to_owned(),
            title: Setting::new(self.text("title"), String::new()),
            language: Setting::new(self.fields.choice("language", &["zh", "en"]), Language::Zh),
            jurisdiction: Setting::new(self.jurisdiction().map(Some), None),
            standards: self.standards(),
            profiles: self.profiles(),
            boundaries: Setting::new(self.file("boundaries").map(Some), None),
            map_number: Setting::new(self.text("map_number").map(Some), None),
            packs: self.packs(),
            store: self.store(),
            complete: self.complete(),
        }
    }

    fn text(&mut self, name: &'static str) -> Option<String> {
        self.fields.text(name).map(|text| text.value)
    }

    fn jurisdiction(&mut self) -> Option<Adcode> {
        let text = self.fields.text("jurisdiction")?;
        adcode(self.fields, &text)
    }

    fn standards(&mut self) -> Setting<Vec<String>> {
        let written = self.fields.value("standards").is_some();
        let known: Vec<&str> =
            self.library.standards().iter().map(|one| one.id.as_str()).chain([AUTO]).collect();
        let texts = self.fields.texts("standards");
        for text in texts.iter().filter(|text| !known.contains(&text.value.as_str())) {
            self.fields.unknown("mistake-unknown-standard", text, &known);
        }
        let ids = texts.into_iter().map(|text| text.value).collect();
        Setting::new(written.then_some(ids), vec![AUTO.to_owned()])
    }

    fn profiles(&mut self) -> Setting<Vec<PathBuf>> {
        let written = self.fields.value("profiles").is_some();
        let texts = self.fields.texts("profiles");
        let paths = texts.iter().filter_map(|text| self.profile(text)).collect();
        Setting::new(written.then_some(paths), Vec::new())
    }

    /// A profile, which has to be sound itself.
    fn profile(&mut self, text: &Text) -> Option<PathBuf> {
        let path = self.there(text);
        let written = files::read_text(&path).ok()?;
        if let Err(error) = Profile::parse(&written, &self.library.catalogue) {
            let message = Message::new("config-bad-profile").with("file", &text.value);
            let first = error.mistakes.into_iter().next();
            let what = first.map_or_else(|| Message::new("profile-syntax"), |mistake| mistake.message);
            self.fields.wrong(text.span.clone(), message.with_words("what", what), None);
        }
        Some(path)
    }

    fn file(&mut self, name: &'static str) -> Option<PathBuf> {
        let text = self.fields.text(name)?;
        Some(self.there(&text))
    }

    /// A path below the project at which there is something.
    fn there(&mut self, text: &Text) -> PathBuf {
        let path = self.folder.join(&text.value);
        if !path.exists() {
            let message = Message::new("config-no-file").with("file", path.display());
            self.fields.wrong(text.span.clone(), message, None);
        }
        path
    }

    fn packs(&mut self) -> Setting<Option<PathBuf>> {
        let usual = Some(self.folder.join(PACKS)).filter(|path| path.is_dir());
        Setting::new(self.file("packs").map(Some), usual)
    }

    fn store(&mut self) -> Setting<Address> {
        let text = self.fields.text("store");
        let address = text.as_ref().map(|text| Address::parse(self.folder, &text.value));
        if let (Some(text), Some(Err(error))) = (&text, address.as_ref().map(Address::check)) {
            self.fields.wrong(text.span.clone(), error.message(), None);
        }
        Setting::new(address, Address::File(self.folder.join(STORE)))
    }

    fn complete(&mut self) -> Setting<Vec<Complete>> {
        let written = self.fields.value("complete").is_some();
        let items = self.fields.items("complete");
        let library = self.library;
        let one = |item| self.fields.within(item, |fields| declaration(fields, library)).flatten();
        let all = items.into_iter().filter_map(one).collect();
        Setting::new(written.then_some(all), Vec::new())
    }
}

fn declaration(fields: &mut Fields<'_>, library: &Library) -> Option<Complete> {
    let (of, place) = (fields.must("type"), fields.must("jurisdiction"));
    let found = library.catalogue.facility_type(&of.value);
    if found.is_none() && !of.value.is_empty() {
        let known: Vec<&str> = library.catalogue.types.iter().map(|one| one.id.as_str()).collect();
        fields.unknown("mistake-unknown-type", &of, &known);
    }
    let jurisdiction = if place.value.is_empty() { None } else { adcode(fields, &place) };
    if fields.value("on").is_none() {
        fields.wrong(fields.span(), Message::new("mistake-missing-field").with("name", "on"), None);
    }
    let on = fields.date("on");
    Some(Complete { facility_type: found?.1.id.clone(), jurisdiction: jurisdiction?, on: on? })
}

fn adcode(fields: &mut Fields<'_>, text: &Text) -> Option<Adcode> {
    let code = Adcode::parse(&text.value);
    if code.is_none() {
        let message = Message::new("profile-bad-adcode").with("value", &text.value);
        fields.wrong(text.span.clone(), message, None);
    }
    code
}

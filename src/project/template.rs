//! The blank workbook for the next round, with what is known filled in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::files::write_file;
use super::state::{self, State};
use super::{Config, Failure, Library, Progress, surveys};
use crate::export::template::{self, Template};
use crate::inventory::{Facility, Inventory};
use crate::locale::{Locale, Message};
use crate::model::{Adcode, nearest, plain};
use crate::store::StoreError;

/// What is asked of a blank workbook.
#[derive(Debug, Clone)]
pub struct TemplateRequest {
    /// Ids or names of the types.
    pub types: Vec<String>,
    /// The area whose facilities are filled in; all where missing.
    pub jurisdiction: Option<Adcode>,
    /// Where it is written.
    pub output: PathBuf,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemplateMade {
    /// Its sheets.
    pub types: usize,
    /// The facilities filled in.
    pub facilities: usize,
}

/// Writes a blank workbook; without a project nothing is filled in. A file that is there stays.
pub fn template(
    request: &TemplateRequest,
    config: Option<&Config>,
    library: &Library,
    locale: &Locale,
    progress: &dyn Progress,
) -> Result<TemplateMade, Failure> {
    let types = types(&request.types, library)?;
    if request.output.exists() {
        return Err(Failure::Input(Message::new("template-there").with("file", request.output.display())));
    }
    let known = config.map(|config| known(config, library, progress)).transpose()?.flatten();
    let usual = config.and_then(|config| config.jurisdiction.value.clone());
    let asked = request.jurisdiction.as_ref();
    let inside = asked.map(|area| within(area, library));
    let is_within = |facility: &Facility| {
        let area = facility.jurisdiction.as_ref().or(usual.as_ref());
        inside.as_ref().is_none_or(|inside| area.is_some_and(|area| inside.contains(area)))
    };
    let areas = asked.or(usual.as_ref()).map(|area| areas(area, library, locale)).unwrap_or_default();
    let blank = Template {
        catalogue: &library.catalogue,
        types: &types,
        known: known.as_ref(),
        within: &is_within,
        areas: &areas,
        locale,
    };
    let beside = request.output.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut facilities = 0;
    write_file(&request.output, |out| {
        let (bytes, filled) = template::write(&blank, beside.unwrap_or(Path::new(".")))?;
        facilities = filled;
        out.write_all(&bytes)
    })?;
    Ok(TemplateMade { types: types.len(), facilities })
}

/// What is known today; none where nothing was accepted yet.
fn known(config: &Config, library: &Library, progress: &dyn Progress) -> Result<Option<Inventory>, Failure> {
    let all = match surveys::surveys(&config.store.value) {
        Ok(all) => all,
        Err(Failure::Store { error: StoreError::Missing, .. }) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    if !all.iter().any(|survey| survey.accepted().is_some()) {
        return Ok(None);
    }
    let State { inventory, .. } = state::state(&config.request(false), library, &[], progress)?;
    Ok(Some(inventory))
}

/// The types somebody means, each once, in the order they were named.
fn types(wanted: &[String], library: &Library) -> Result<Vec<usize>, Failure> {
    let catalogue = &library.catalogue;
    let mut found = Vec::new();
    for name in wanted {
        let is_called = |of: &crate::model::FacilityType| {
            let names = [of.id.as_str(), &of.label.zh, &of.label.en];
            names
                .into_iter()
                .chain(of.aliases.iter().map(String::as_str))
                .any(|one| plain(one) == plain(name))
        };
        let index = catalogue.types.iter().position(is_called).ok_or_else(|| {
            let ids = || catalogue.types.iter().map(|of| of.id.as_str());
            let message = Message::new("failure-unknown-type").with("name", name);
            let message = message.with("nearest", nearest(name, ids()).unwrap_or("none"));
            Failure::Input(message.with("known", ids().collect::<Vec<_>>().join(", ")))
        })?;
        if !found.contains(&index) {
            found.push(index);
        }
    }
    Ok(found)
}

/// An area and everything below it.
fn within(area: &Adcode, library: &Library) -> BTreeSet<Adcode> {
    let mut inside = BTreeSet::from([area.clone()]);
    loop {
        let known = library.standards().iter().flat_map(|standard| &standard.areas);
        let below = known.filter(|one| one.parent.as_ref().is_some_and(|parent| inside.contains(parent)));
        let more: Vec<Adcode> =
            below.map(|one| one.adcode.clone()).filter(|code| !inside.contains(code)).collect();
        if more.is_empty() {
            return inside;
        }
        inside.extend(more);
    }
}

/// The areas below one, and it itself, each by a name that leads back to it, else by its code.
fn areas(area: &Adcode, library: &Library, locale: &Locale) -> Vec<(Adcode, String)> {
    let (names, known) = (library.areas(), &library.catalogue.vocabulary.areas);
    let written = |code: Adcode| {
        let name = names.get(&code).map(|name| name.text(locale.language).to_owned());
        let name = name.filter(|name| known.get(&plain(name)) == Some(&code));
        let name = name.unwrap_or_else(|| code.to_string());
        (code, name)
    };
    within(area, library).into_iter().map(written).collect()
}

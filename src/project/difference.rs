//! Two standards or packs side by side, and what becomes of the verdicts on surveys.

use std::path::Path;
use std::sync::Arc;

use super::{Failure, Library, Progress, Request, audit, files};
use crate::audit::{self as judged, Changes, Edition};
use crate::locale::Message;
use crate::model::{Difference, Edition as Named, StandardId};

/// Compares two standards, each named by its id or by the folder of its pack.
///
/// Where the request has files, both judge them; what else it says of standards is not used.
pub fn difference(
    names: [&str; 2],
    request: &Request,
    standards: Option<&Path>,
    progress: &dyn Progress,
) -> Result<Difference, Failure> {
    let [before, after] = names.map(|name| open(name, standards));
    let sides = [before?, after?];
    let editions =
        sides.each_ref().map(|(library, standard)| Edition { program: &library.program, standard });
    let day = request.as_of.unwrap_or_else(files::today);
    let Changes { changes, unchanged, topics } = judged::difference(editions, &sides[0].0.catalogue, day);
    let mut turns = None;
    if !request.files.is_empty() {
        let run = |(library, id): &(Library, StandardId)| {
            let request = Request {
                standards: vec![id.clone()],
                auto: false,
                as_of: Some(day),
                all_findings: true,
                ..request.clone()
            };
            audit(&request, library, progress)
        };
        let (before, after) = (run(&sides[0])?, run(&sides[1])?);
        turns = Some(judged::turned(&topics, [&before.findings, &after.findings], &sides[0].0.catalogue));
    }
    let editions = [named(&sides[0])?, named(&sides[1])?];
    Ok(Difference { editions, changes, unchanged, turns })
}

fn named((library, id): &(Library, StandardId)) -> Result<Named, Failure> {
    let standard = library.standard(id)?;
    Ok(Named { id: id.clone(), title: standard.title.clone(), hash: Arc::clone(&standard.hash) })
}

/// A standard by id, or the pack of a folder in the place of the standard of its id.
fn open(name: &str, standards: Option<&Path>) -> Result<(Library, StandardId), Failure> {
    let folder = Path::new(name);
    if !folder.is_dir() {
        let library = Library::load(standards)?;
        let id = library.standard(&name.into())?.id.clone();
        return Ok((library, id));
    }
    if !folder.join("pack.toml").is_file() {
        return Err(Failure::Input(Message::new("failure-no-pack").with("folder", folder.display())));
    }
    Library::with_pack(standards, folder)
}

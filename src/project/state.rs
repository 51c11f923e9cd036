//! What is known on a day, of files or of an inventory.

use jiff::Timestamp;

use super::known::{self, Known};
use super::reading::{self, Reading};
use super::{Failure, Library, Progress, Request, boundaries, files, kept};
use crate::diagnostic::Diagnostic;
use crate::inventory::{Areas, Inventory};
use crate::model::{Complete, Input, SheetUse};

/// What is known on a day, and where from.
pub(super) struct State {
    pub(super) inventory: Inventory,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) inputs: Vec<Input>,
    pub(super) sheets: Vec<SheetUse>,
    pub(super) complete: Vec<Complete>,
    pub(super) known_by: Timestamp,
}

/// Reads, builds and places; earlier states of the types in `remembered` can be asked for.
pub(super) fn state(
    request: &Request,
    library: &Library,
    remembered: &[usize],
    progress: &dyn Progress,
) -> Result<State, Failure> {
    let known_by = request.known_by.as_deref().map(known::time).transpose()?;
    let known = Known::new(known_by, files::now());
    let areas = areas(request, library)?;
    let reading = match &request.kept {
        Some(inventory) => kept::all(inventory, library, &known, progress)?,
        None => reading::all(request, library, &known, progress)?,
    };
    let Reading { mut builder, mut diagnostics, inputs, sheets, mut complete, .. } = reading;
    complete.extend(request.complete.iter().cloned());
    for kind in remembered {
        builder.remember(*kind);
    }
    for one in &complete {
        builder.complete(one.clone());
    }
    let (mut inventory, found) = builder.build(request.as_of.unwrap_or_else(files::today));
    diagnostics.extend(found);
    if let Some(areas) = areas {
        diagnostics.extend(inventory.place(areas));
    }
    Ok(State { inventory, diagnostics, inputs, sheets, complete, known_by: known.by })
}

/// What a survey says, each facility in the area it lies in.
pub(super) fn placed(
    mut inventory: Inventory,
    request: &Request,
    library: &Library,
) -> Result<Inventory, Failure> {
    if let Some(areas) = areas(request, library)? {
        inventory.place(areas);
    }
    Ok(inventory)
}

/// The boundaries, with the parents the packs know.
fn areas(request: &Request, library: &Library) -> Result<Option<Areas>, Failure> {
    let Some(path) = &request.boundaries else { return Ok(None) };
    let known = library.standards().iter().flat_map(|standard| &standard.areas);
    let parents = known.filter_map(|area| Some((area.adcode.clone(), area.parent.clone()?)));
    Ok(Some(Areas::new(boundaries(path)?, parents)))
}

//! An audit of files or of an inventory: read, build, judge.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::state::{self, State};
use super::{Failure, Library, Phase, Progress, jurisdiction};
use crate::audit::{self, Scope};
use crate::diagnostic::Place;
use crate::inventory::Inventory;
use crate::model::{Adcode, Complete, Finding, Geography, Plan, Run, StandardId, StandardUse, Tally};
use crate::store::Address;

/// An inventory that is looked at.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Where it is.
    pub address: Address,
    /// Surveys that nobody has accepted yet count too.
    pub drafts: bool,
}

/// What is asked of an audit.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The survey files.
    pub files: Vec<PathBuf>,
    /// The inventory that is looked at instead.
    pub kept: Option<Kept>,
    /// No profile, one for all files, or one for each.
    pub profiles: Vec<PathBuf>,
    /// The standards to judge by.
    pub standards: Vec<StandardId>,
    /// All standards, each where and when it binds.
    pub auto: bool,
    /// Where facilities belong that do not say.
    pub jurisdiction: Option<Adcode>,
    /// Where areas end, to place facilities by.
    pub boundaries: Option<PathBuf>,
    /// The day to speak of; today where missing.
    pub as_of: Option<Date>,
    /// Leave out what was accepted later than this day or time; now where missing.
    pub known_by: Option<String>,
    /// Findings of every outcome, rather than of gaps.
    pub all_findings: bool,
    /// Every facility with its outcomes, to draw a map from.
    pub geography: bool,
    /// The number under which the map was approved (审图号).
    pub map_number: Option<String>,
    /// What is declared to be completely surveyed, beside what profiles declare.
    pub complete: Vec<Complete>,
}

/// Reads the files, or the inventory, and judges what is in them, watched by `progress`.
pub fn audit(request: &Request, library: &Library, progress: &dyn Progress) -> Result<Run, Failure> {
    let scope = scope(request, library)?;
    let looks_back = audit::looks_back(&scope, &library.program);
    let State { inventory, mut diagnostics, inputs, sheets, complete, known_by } =
        state::state(request, library, &looks_back, progress)?;
    if request.auto {
        let file = inputs.first().map(|input| input.file.clone()).unwrap_or_default();
        let place = Place { file, ..Place::default() };
        let standards = library.standards();
        diagnostics.extend(jurisdiction::remarks(scope.jurisdiction.as_ref(), &inventory, standards, &place));
    }
    diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    progress.begins(Phase::Judging, 0);
    let (tallies, findings) = judge(&scope, &inventory, library);
    let geography = request.geography.then(|| Geography {
        facilities: audit::facilities(&scope, &inventory, &library.program, &tallies),
        boundaries: inventory.boundaries(),
        number: request.map_number.as_deref().map(Into::into),
    });
    let plan = Plan {
        standards: standards(library, &tallies, inventory.as_of),
        auto: scope.auto,
        as_of: inventory.as_of,
        known_by,
        jurisdiction: scope.jurisdiction,
        engine: env!("CARGO_PKG_VERSION").into(),
        inputs,
        facilities: facilities(&inventory),
        complete,
        all_findings: scope.all_findings,
    };
    Ok(Run { plan, tallies, findings, diagnostics, sheets, geography })
}

fn scope(request: &Request, library: &Library) -> Result<Scope, Failure> {
    request.standards.iter().try_for_each(|id| library.standard(id).map(|_| ()))?;
    Ok(Scope {
        standards: request.standards.clone(),
        auto: request.auto,
        jurisdiction: request.jurisdiction.clone(),
        all_findings: request.all_findings,
    })
}

/// Under `auto`, requirements that bind none of the facilities are left out.
fn judge(scope: &Scope, inventory: &Inventory, library: &Library) -> (Vec<Tally>, Vec<Finding>) {
    let (mut tallies, mut findings) = audit::run(scope, inventory, &library.program);
    if scope.auto {
        tallies.retain(|tally| tally.bound > 0);
        let binding: HashSet<_> = tallies.iter().map(|tally| Arc::as_ptr(&tally.duty)).collect();
        findings.retain(|finding| binding.contains(&Arc::as_ptr(&finding.duty)));
    }
    (tallies, findings)
}

/// The standards that were judged by, in their order.
fn standards(library: &Library, tallies: &[Tally], as_of: Date) -> Vec<StandardUse> {
    let used = |id: &StandardId| tallies.iter().any(|tally| tally.duty.standard == *id);
    let all = library.standards().iter().filter(|standard| used(&standard.id));
    let one = |standard: &crate::standard::pack::Standard| StandardUse {
        id: standard.id.clone(),
        title: standard.title.clone(),
        hash: standard.hash.clone(),
        made_up: standard.made_up,
        period_past: standard.period_end.is_some_and(|end| end < as_of),
    };
    all.map(one).collect()
}

fn facilities(inventory: &Inventory) -> Vec<(crate::model::TypeId, u64)> {
    let types = inventory.catalogue.types.iter().zip(&inventory.tables);
    let counted = types.map(|(one, table)| (one.id.clone(), table.facilities.len() as u64));
    counted.filter(|(_, count)| *count > 0).collect()
}

//! An audit on files: read, build, judge.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::known::{self, Known};
use super::progress::Watched;
use super::{Failure, Library, Phase, Progress, boundaries, files, jurisdiction};
use crate::audit::{self, Scope};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::inventory::{Areas, Builder, Inventory};
use crate::locale::Message;
use crate::model::{
    Complete, Finding, Geography, Input, Plan, Record, Run, SheetUse, StandardId, StandardUse, SurveyTable,
    Tally,
};
use crate::survey::{self, Intake, Names, Profile, Sink};

/// What is asked of an audit.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The survey files.
    pub files: Vec<PathBuf>,
    /// No profile, one for all files, or one for each.
    pub profiles: Vec<PathBuf>,
    /// The standards to judge by.
    pub standards: Vec<StandardId>,
    /// All standards, each where and when it binds.
    pub auto: bool,
    /// Where facilities belong that do not say.
    pub jurisdiction: Option<String>,
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
}

/// Reads the files and judges what is in them, watched by `progress`.
pub fn audit(request: &Request, library: &Library, progress: &dyn Progress) -> Result<Run, Failure> {
    let scope = scope(request, library)?;
    let known_by = request.known_by.as_deref().map(known::time).transpose()?;
    let areas = areas(request, library)?;
    let mut reading = Reading::new(library, Known::new(known_by, files::now()), progress);
    progress.begins(Phase::Reading, request.files.iter().map(|path| files::length(path)).sum());
    for kind in audit::looks_back(&scope, &library.program) {
        reading.builder.remember(kind);
    }
    reading.all(request)?;
    reading.complete.iter().for_each(|one| reading.builder.complete(one.clone()));
    let Reading { builder, mut diagnostics, inputs, sheets, complete, known, .. } = reading;
    diagnostics.extend(known.remarks());
    let (mut inventory, found) = builder.build(request.as_of.unwrap_or_else(files::today));
    diagnostics.extend(found);
    if let Some(areas) = areas {
        diagnostics.extend(inventory.place(areas));
    }
    if request.auto {
        let place = Place { file: first_file(request), ..Place::default() };
        let standards = library.standards();
        diagnostics.extend(jurisdiction::remarks(scope.jurisdiction.as_ref(), &inventory, standards, &place));
    }
    diagnostics.sort_by(|a, b| (&a.place, a.code).cmp(&(&b.place, b.code)));
    progress.begins(Phase::Judging, 0);
    let (tallies, findings) = judge(&scope, &inventory, library);
    let geography = request.geography.then(|| Geography {
        facilities: audit::facilities(&scope, &inventory, &library.program, &tallies),
        boundaries: Vec::new(),
        number: request.map_number.as_deref().map(Into::into),
    });
    let plan = Plan {
        standards: standards(library, &tallies, inventory.as_of),
        auto: scope.auto,
        as_of: inventory.as_of,
        known_by: known.by,
        jurisdiction: scope.jurisdiction,
        engine: env!("CARGO_PKG_VERSION").into(),
        inputs,
        facilities: facilities(&inventory),
        complete,
        all_findings: scope.all_findings,
    };
    Ok(Run { plan, tallies, findings, diagnostics, sheets, geography })
}

/// The boundaries, with the parents the packs know.
fn areas(request: &Request, library: &Library) -> Result<Option<Areas>, Failure> {
    let Some(path) = &request.boundaries else { return Ok(None) };
    let known = library.standards().iter().flat_map(|standard| &standard.areas);
    let parents = known.filter_map(|area| Some((area.adcode.clone(), area.parent.clone()?)));
    Ok(Some(Areas::new(boundaries(path)?, parents)))
}

fn scope(request: &Request, library: &Library) -> Result<Scope, Failure> {
    request.standards.iter().try_for_each(|id| library.standard(id).map(|_| ()))?;
    Ok(Scope {
        standards: request.standards.clone(),
        auto: request.auto,
        jurisdiction: request.jurisdiction.as_deref().map(jurisdiction::code).transpose()?,
        all_findings: request.all_findings,
    })
}

/// Under `auto`, requirements that bind none of the facilities are left out.
fn judge(scope: &Scope, inventory: &Inventory, library: &Library) -> (Vec<Tally>, Vec<Finding>) {
    let (mut tallies, mut findings) = audit::run(scope, inventory, &library.program);
    if scope.auto {
        tallies.retain(|tally| tally.bound > 0);
        findings.retain(|finding| tallies.iter().any(|tally| Arc::ptr_eq(&tally.duty, &finding.duty)));
    }
    (tallies, findings)
}

/// What has been read so far.
struct Reading<'a> {
    library: &'a Library,
    progress: &'a dyn Progress,
    names: Arc<Names>,
    builder: Builder,
    diagnostics: Vec<Diagnostic>,
    inputs: Vec<Input>,
    sheets: Vec<SheetUse>,
    complete: Vec<Complete>,
    known: Known,
    records: u64,
}

impl<'a> Reading<'a> {
    fn new(library: &'a Library, known: Known, progress: &'a dyn Progress) -> Self {
        Self {
            library,
            progress,
            names: Arc::new(Names::of(&library.catalogue)),
            builder: Builder::new(Arc::clone(&library.catalogue)),
            diagnostics: Vec::new(),
            inputs: Vec::new(),
            sheets: Vec::new(),
            complete: Vec::new(),
            known,
            records: 0,
        }
    }

    /// Reads every file; one that cannot be read does not stop the others.
    fn all(&mut self, request: &Request) -> Result<(), Failure> {
        let profiles = profiles(request, self.library)?;
        let mut refused = Vec::new();
        for (number, path) in request.files.iter().enumerate() {
            let profile = profiles.get(if profiles.len() == 1 { 0 } else { number });
            if let Some(cause) = self.file(path, profile)? {
                refused.push(cause);
            }
        }
        if self.records > 0 {
            return Ok(());
        }
        if refused.is_empty() {
            refused.push(self.nothing());
        }
        Err(Failure::Inputs(refused))
    }

    /// Reads one file; gives the reason where it cannot be read at all.
    fn file(&mut self, path: &Path, profile: Option<&Profile>) -> Result<Option<Message>, Failure> {
        let name = path.to_string_lossy().into_owned();
        let hash = files::hash(path)?;
        let source = Watched::new(files::open(path)?, files::length(path), self.progress);
        let library = self.library;
        let names = Arc::clone(&self.names);
        let intake = Intake { catalogue: &library.catalogue, names: &names, profile };
        let before = self.records;
        let rows = match survey::read(&name, Box::new(source), &intake, self) {
            Ok(used) => {
                self.sheets.extend(used.sheets);
                self.complete.extend(used.complete);
                used.rows
            }
            Err(error) => {
                let read = self.records - before;
                self.unreadable(&name, &error, read);
                if read == 0 {
                    let cause = Message::new("failure-survey").with("file", &name);
                    return Ok(Some(cause.with_words("cause", error.message())));
                }
                read
            }
        };
        self.inputs.push(Input { file: name.into(), hash: hash.into(), rows });
        Ok(None)
    }

    /// Says that a file, or the rest of it, cannot be read.
    fn unreadable(&mut self, file: &str, error: &survey::reader::ReadError, rows: u64) {
        let place = Place { file: file.into(), ..Place::default() };
        let mut diagnostic = Diagnostic::new(Code::UnreadableFile, place).with("rows", rows);
        diagnostic.words.push(("cause", error.message()));
        self.diagnostics.push(diagnostic);
    }

    /// Why nothing came of files that could be read: the first thing that is wrong with them.
    fn nothing(&self) -> Message {
        let unknown_yet = self.known.remarks();
        let worst = self.diagnostics.iter().min_by_key(|diagnostic| diagnostic.code.severity());
        match unknown_yet.first().or(worst) {
            Some(worst) => Message::new("failure-nothing-read")
                .with("file", &worst.place.file)
                .with_words("cause", worst.message())
                .with_words("remedy", worst.remedy()),
            None => Message::new("failure-no-rows"),
        }
    }
}

impl Sink for Reading<'_> {
    fn table(&mut self, table: SurveyTable) -> u32 {
        self.known.table(&table);
        self.builder.table(table)
    }

    fn record(&mut self, record: Record) {
        if self.known.admits(&record) {
            self.records += 1;
            self.builder.push(record);
        }
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

fn profiles(request: &Request, library: &Library) -> Result<Vec<Profile>, Failure> {
    let (given, files) = (request.profiles.len(), request.files.len());
    if given > 1 && given != files {
        let message = Message::new("failure-profiles").with("profiles", given).with("files", files);
        return Err(Failure::Input(message));
    }
    let read = |path: &PathBuf| {
        let text = files::read_text(path)?;
        Profile::parse(&text, &library.catalogue)
            .map_err(|error| Failure::Profile { path: path.clone(), error })
    };
    request.profiles.iter().map(read).collect()
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

fn first_file(request: &Request) -> Arc<str> {
    request.files.first().map(|path| path.to_string_lossy().into()).unwrap_or_default()
}

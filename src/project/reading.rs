//! Survey files to records: each read by itself, all taken in in their order.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::known::Known;
use super::{Failure, Library, Phase, Progress, Request, files, given};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::inventory::Builder;
use crate::locale::Message;
use crate::model::{Complete, Input, Record, Rows, SheetUse, SurveyTable};
use crate::parallel::in_parallel;
use crate::survey::reader::ReadError;
use crate::survey::{self, Intake, Names, Profile, Sink};

/// Reads every file; one that cannot be read does not stop the others.
pub(super) fn all(
    request: &Request,
    library: &Library,
    known: &Known,
    progress: &dyn Progress,
) -> Result<Reading, Failure> {
    let profiles = profiles(&request.profiles, request.files.len(), library)?;
    progress.begins(Phase::Reading, request.files.iter().map(|path| given::length(path)).sum());
    let names = Names::of(&library.catalogue);
    let one = |number: usize| {
        let path = request.files.get(number)?;
        let profile = profiles.get(if profiles.len() == 1 { 0 } else { number });
        let intake = Intake { catalogue: &library.catalogue, names: &names, profile };
        Some(Reading::new(library, known.clone()).of(path, &intake, progress))
    };
    let (mut all, mut builders) = (Reading::new(library, known.clone()), Vec::new());
    for one in in_parallel(request.files.len(), one).into_iter().flatten() {
        builders.push(all.append(one?));
    }
    all.builder.append(builders);
    if all.records == 0 {
        return Err(Failure::Inputs(all.refusals()));
    }
    all.diagnostics.append(&mut all.left_out);
    Ok(all)
}

/// What has been read of one file, or of all.
pub(super) struct Reading {
    pub(super) builder: Builder,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) inputs: Vec<Input>,
    pub(super) sheets: Vec<SheetUse>,
    pub(super) complete: Vec<Complete>,
    pub(super) known: Known,
    /// What was accepted too late.
    pub(super) left_out: Vec<Diagnostic>,
    pub(super) records: u64,
    /// Why files cannot be read at all.
    refused: Vec<Message>,
}

impl Reading {
    pub(super) fn new(library: &Library, known: Known) -> Self {
        Self {
            builder: Builder::new(Arc::clone(&library.catalogue)),
            diagnostics: Vec::new(),
            inputs: Vec::new(),
            sheets: Vec::new(),
            complete: Vec::new(),
            known,
            left_out: Vec::new(),
            records: 0,
            refused: Vec::new(),
        }
    }

    /// Reads one file.
    fn of(mut self, path: &Path, intake: &Intake<'_>, progress: &dyn Progress) -> Result<Self, Failure> {
        let name = path.to_string_lossy().into_owned();
        let hash = given::hash(path)?;
        let given = given::open(path, progress);
        let rows = match given.and_then(|given| survey::read(&name, given, intake, &mut self)) {
            Ok(used) => {
                self.sheets.extend(used.sheets);
                self.complete.extend(used.complete);
                used.rows
            }
            Err(error) => {
                self.unreadable(&name, &error);
                self.records
            }
        };
        if self.refused.is_empty() {
            self.inputs.push(Input { file: name.into(), hash: hash.into(), rows });
        }
        self.left_out = self.known.remarks();
        self.builder.settle();
        Ok(self)
    }

    /// Takes in what was read of another file; gives back its records.
    pub(super) fn append(&mut self, other: Self) -> Builder {
        self.diagnostics.extend(other.diagnostics);
        self.inputs.extend(other.inputs);
        self.sheets.extend(other.sheets);
        self.complete.extend(other.complete);
        self.left_out.extend(other.left_out);
        self.records += other.records;
        self.refused.extend(other.refused);
        other.builder
    }

    /// Says that a file, or the rest of it, cannot be read.
    fn unreadable(&mut self, file: &str, error: &ReadError) {
        self.diagnostics.push(unreadable(file, self.records, error));
        if self.records == 0 {
            self.refused.push(refused(file, error));
        }
    }

    /// Why nothing came of the files; of those that could be read, the first thing that is wrong.
    fn refusals(self) -> Vec<Message> {
        if self.refused.is_empty() {
            vec![nothing(self.left_out.first(), &self.diagnostics)]
        } else {
            self.refused
        }
    }
}

/// A file, or what comes after so many of its records, cannot be read.
pub(super) fn unreadable(file: &str, records: u64, error: &ReadError) -> Diagnostic {
    let place = Place { file: file.into(), ..Place::default() };
    let mut diagnostic = Diagnostic::new(Code::UnreadableFile, place).with("rows", records);
    diagnostic.words.push(("cause".into(), error.message()));
    diagnostic
}

/// Why a file cannot be read at all.
pub(super) fn refused(file: &str, error: &ReadError) -> Message {
    Message::new("failure-survey").with("file", file).with_words("cause", error.message())
}

/// Why nothing came of files that could be read: what was left out, else the worst thing that is wrong.
pub(super) fn nothing(left_out: Option<&Diagnostic>, diagnostics: &[Diagnostic]) -> Message {
    let worst = || diagnostics.iter().min_by_key(|diagnostic| diagnostic.code.severity());
    match left_out.or_else(worst) {
        Some(worst) => Message::new("failure-nothing-read")
            .with("file", &worst.place.file)
            .with_words("cause", worst.message())
            .with_words("remedy", worst.remedy()),
        None => Message::new("failure-no-rows"),
    }
}

impl Sink for Reading {
    fn table(&mut self, table: SurveyTable) -> u32 {
        self.known.table(&table);
        self.builder.table(table)
    }

    fn record(&mut self, record: Record) {
        if self.known.admits(record.origin.table, record.known_at) {
            self.records += 1;
            self.builder.push(record);
        }
    }

    fn rows(&mut self, rows: &mut Rows) {
        let table = rows.table;
        rows.retain(|head| self.known.admits(table, head.known_at));
        self.records += rows.len() as u64;
        self.builder.rows(rows);
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// The profiles; one for all files, or one for each.
pub(super) fn profiles(paths: &[PathBuf], files: usize, library: &Library) -> Result<Vec<Profile>, Failure> {
    if paths.len() > 1 && paths.len() != files {
        let message = Message::new("failure-profiles").with("profiles", paths.len()).with("files", files);
        return Err(Failure::Input(message));
    }
    let read = |path: &PathBuf| {
        let text = files::read_text(path)?;
        Profile::parse(&text, &library.catalogue)
            .map_err(|error| Failure::Profile { path: path.clone(), error })
    };
    paths.iter().map(read).collect()
}

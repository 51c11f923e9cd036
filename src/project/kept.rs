//! Surveys of an inventory, read as if they were files.

use super::known::Known;
use super::reading::Reading;
use super::{Failure, Kept, Library, Phase, Progress, files};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::locale::Message;
use crate::model::Input;
use crate::store::{Gpkg, Source, Store, StoreError, Survey, Types, View};
use crate::survey::Sink as _;

/// Reads the surveys that count, in the order they came.
pub(super) fn all(
    Kept { path, drafts }: &Kept,
    library: &Library,
    known: &Known,
    progress: &dyn Progress,
) -> Result<Reading, Failure> {
    progress.begins(Phase::Reading, 0);
    let mut store = Gpkg::read(path, files::now()).map_err(Failure::store(path))?;
    let surveys = store.surveys().map_err(Failure::store(path))?;
    let view = View { known_by: known.by, drafts: *drafts };
    let (mut all, mut builders) = (Reading::new(library, known.clone()), Vec::new());
    for survey in surveys.iter().filter(|survey| survey.is_seen(view)) {
        for source in &survey.sources {
            let one = Reading::new(library, known.clone());
            let one = one.kept(&mut store, survey, source, library).map_err(Failure::store(path))?;
            builders.push(all.append(one));
        }
    }
    all.builder.append(builders);
    if all.records == 0 {
        return Err(all.nothing_kept(&surveys));
    }
    all.diagnostics.append(&mut all.left_out);
    Ok(all)
}

impl Reading {
    /// Reads one file of a survey.
    fn kept(
        mut self,
        store: &mut dyn Store,
        survey: &Survey,
        source: &Source,
        library: &Library,
    ) -> Result<Self, StoreError> {
        let (tables, accepted) = (store.tables(source.id)?, survey.accepted());
        let mut types = Types::new(&source.file, &tables, &library.catalogue, |table| self.table(table));
        let (mut gone, mut damaged) = (0_u64, None);
        store.rows(source.id, &mut |row| match types.record(&row) {
            Ok(Some(mut record)) => {
                record.known_at = record.known_at.or(accepted);
                self.record(record);
            }
            Ok(None) => gone += 1,
            Err(error) => damaged = Some(error),
        })?;
        if let Some(error) = damaged {
            return Err(error);
        }
        let about = source.about.clone();
        self.inputs.push(Input { file: source.file.clone(), hash: source.hash.clone(), rows: about.rows });
        self.sheets.extend(about.sheets);
        self.complete.extend(about.complete);
        self.diagnostics.extend(about.diagnostics);
        if gone > 0 {
            let place = Place { file: source.file.clone(), ..Place::default() };
            self.diagnostics.push(Diagnostic::new(Code::TypeGone, place).with("rows", gone));
        }
        self.left_out = self.known.remarks();
        self.builder.settle();
        Ok(self)
    }

    /// Why nothing came of the surveys.
    fn nothing_kept(&self, surveys: &[Survey]) -> Failure {
        Failure::Input(match self.left_out.first() {
            Some(left_out) => Message::new("failure-nothing-read")
                .with("file", &left_out.place.file)
                .with_words("cause", left_out.message())
                .with_words("remedy", left_out.remedy()),
            None => Message::new("failure-nothing-accepted").with("surveys", surveys.len()),
        })
    }
}

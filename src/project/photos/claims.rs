//! Rows that speak of photos: those that name some, and those of facilities whose ids stand in names of files.

use std::sync::Arc;

use hashbrown::HashSet;

use super::super::Library;
use super::super::linking::files_of;
use super::names::named;
use crate::diagnostic::Place;
use crate::geometry::LonLat;
use crate::inventory::identity_of;
use crate::model::{Observed, Record, TypeId, plain};
use crate::store::{
    Decided, FileOf, Identity, Source, State, Store, StoreError, Survey, SurveyId, Table, Types,
};

/// The property that names the photos of a row.
const PHOTO: &str = "photo";

/// A row that speaks of photos.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub(super) survey: SurveyId,
    /// Where it names them.
    pub(super) place: Place,
    pub(super) facility_type: TypeId,
    /// Whether nothing of it may be shown.
    pub(super) personal: bool,
    pub(super) facility: Identity,
    /// The id it is written with, as ids are compared.
    pub(super) id: Option<String>,
    /// Where the facility is, as the row says.
    pub(super) position: Option<LonLat>,
    /// The photos it names.
    pub(super) words: Vec<String>,
}

/// What rows of an inventory say of photos.
#[derive(Debug, Default)]
pub(super) struct Claims {
    pub(super) all: Vec<Claim>,
    /// Surveys with rows of types that are personal.
    pub(super) personal: HashSet<SurveyId>,
}

/// Whether a survey counts, or may come to count.
pub(super) fn lives(survey: &Survey) -> bool {
    !matches!(survey.state(), State::Returned | State::Superseded)
}

/// Reads the rows of all surveys that live; `ids` are those that stand in names of files.
pub(super) fn claims(
    store: &mut dyn Store,
    surveys: &[Survey],
    ids: &HashSet<String>,
    library: &Library,
) -> Result<Claims, StoreError> {
    let decided = Decided::of(&store.decisions()?, jiff::Timestamp::MAX);
    let mut found = Claims::default();
    for survey in surveys {
        for (file, source) in files_of(survey) {
            let tables = store.tables(source.id)?;
            if tables.iter().any(|table| is_personal(table, library)) {
                found.personal.insert(survey.id);
            }
            if lives(survey) && (!ids.is_empty() || tables.iter().any(may_name)) {
                let reading = Rows { file, source, tables: &tables, decided: &decided, ids, library };
                found.all.extend(reading.claims(store)?);
            }
        }
    }
    Ok(found)
}

fn is_personal(table: &Table, library: &Library) -> bool {
    let of = library.catalogue.facility_type(table.facility_type.as_str());
    of.is_none_or(|(_, of)| of.personal)
}

/// Whether rows of a table may name photos.
fn may_name(table: &Table) -> bool {
    let mut columns = table.properties.iter().zip(&table.headers);
    columns.any(|(property, header)| property.as_str() == PHOTO && header.is_some())
}

/// The rows of a file.
struct Rows<'a> {
    file: FileOf,
    source: &'a Source,
    tables: &'a [Table],
    decided: &'a Decided,
    ids: &'a HashSet<String>,
    library: &'a Library,
}

impl Rows<'_> {
    fn claims(&self, store: &mut dyn Store) -> Result<Vec<Claim>, StoreError> {
        let mut number = 0;
        let announce = |_| {
            number += 1;
            number - 1
        };
        let mut types = Types::new(&self.source.file, self.tables, &self.library.catalogue, announce);
        let (mut found, mut damaged) = (Vec::new(), None);
        store.rows(self.source.id, &mut |row| match types.record(&row) {
            Ok(Some(record)) => found.extend(self.claim(&record, self.tables.get(row.table as usize))),
            Ok(None) => {}
            Err(error) => damaged = Some(error),
        })?;
        damaged.map_or(Ok(found), Err)
    }

    /// What a row says of photos, where it says anything.
    fn claim(&self, record: &Record, table: Option<&Table>) -> Option<Claim> {
        let of = self.library.catalogue.types.get(record.facility_type)?;
        let photo = of.property(PHOTO).map(|(number, _)| number);
        let cell = record.values.iter().find_map(|(property, observed)| match &**observed {
            Observed::Text(text) if Some(*property) == photo => Some(text),
            _ => None,
        });
        let words = cell.map(|cell| named(cell, &self.library.catalogue.vocabulary)).unwrap_or_default();
        let id = record.id.as_deref().map(plain).filter(|id| self.ids.contains(id));
        if words.is_empty() && id.is_none() {
            return None;
        }
        let written = identity_of(of, record, &self.source.file);
        Some(Claim {
            survey: self.file.survey,
            place: self.place(record, table),
            facility_type: of.id.clone(),
            personal: of.personal,
            facility: self.decided.identity(&of.id, &written, self.file),
            id,
            position: record.position.map(|(longitude, latitude)| LonLat { longitude, latitude }),
            words,
        })
    }

    fn place(&self, record: &Record, table: Option<&Table>) -> Place {
        let header = |table: &Table| {
            let column = table.properties.iter().position(|property| property.as_str() == PHOTO)?;
            table.headers.get(column).cloned().flatten()
        };
        Place {
            file: Arc::clone(&self.source.file),
            sheet: table.and_then(|table| table.sheet.clone()),
            row: Some(record.origin.row),
            column: table.and_then(header),
        }
    }
}

//! Values of one day that contradict each other: looked at side by side, and decided.
//!
//! The state on a day says which there are; their rows are looked for among all
//! rows then, so that memory grows with contradictions and not with rows. Of
//! people none are shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;
use jiff::Timestamp;
use jiff::civil::Date;

use super::known::Known;
use super::linking::{self, files_of};
use super::{Failure, Library, files, kept};
use crate::inventory::identity_of;
use crate::locale::Message;
use crate::model::{FacilityType, Observed, PropertyId, Record, TypeId};
use crate::store::{
    About, Address, By, CellId, Decided, Decision, FileOf, Row, Source, State, Store, StoreError, Survey,
    Table, Types,
};

/// Values that rows of one day give for one property of one facility, and that differ.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The type of the facility.
    pub facility_type: TypeId,
    /// Its id.
    pub facility: Arc<str>,
    /// Its name.
    pub name: Option<Arc<str>>,
    /// The property.
    pub property: PropertyId,
    /// The day.
    pub day: Date,
    /// What the rows say, in the order they came.
    pub claims: Vec<Claim>,
    /// The last word on it.
    pub decision: Option<Decision>,
}

/// What one row says.
#[derive(Debug, Clone)]
pub struct Claim {
    /// What it is chosen by.
    pub cell: CellId,
    /// The file.
    pub file: Arc<str>,
    /// The sheet, for workbooks.
    pub sheet: Option<Arc<str>>,
    /// Row as the spreadsheet shows it.
    pub row: u32,
    /// The words of the cell, with the unit its header gives.
    pub words: String,
    /// What was understood.
    observed: Arc<Observed>,
    /// Whether it counts.
    pub counts: bool,
}

impl Conflict {
    /// Whether values that count still differ.
    pub fn is_open(&self) -> bool {
        let mut counting = self.claims.iter().filter(|claim| claim.counts);
        let first = counting.next();
        first.is_some_and(|first| counting.any(|claim| claim.observed != first.observed))
    }

    /// What is to be decided so that the value of a row counts and the others do not; so that all do without one.
    fn chosen(&self, cell: Option<&CellId>) -> Vec<About> {
        let chosen = self.claims.iter().find(|claim| Some(&claim.cell) == cell).map(|claim| &claim.observed);
        let about = |claim: &Claim| About::Cell {
            file: claim.cell.file,
            row: claim.cell.row,
            property: claim.cell.property.clone(),
            counts: chosen.is_none_or(|chosen| *chosen == claim.observed),
        };
        self.claims.iter().map(about).collect()
    }
}

/// The contradictions in the state on a day that wait for somebody, or all that were decided too.
pub fn conflicts(
    address: &Address,
    all: bool,
    as_of: Option<Date>,
    library: &Library,
) -> Result<Vec<Conflict>, Failure> {
    let mut store = address.read(files::now()).map_err(Failure::store(address))?;
    let as_of = as_of.unwrap_or_else(files::today);
    let mut found = found(&mut *store, as_of, library).map_err(Failure::store(address))?;
    found.retain(|conflict| all || conflict.is_open());
    Ok(found)
}

/// Has the values of some rows count, each for its facility and day, and those that contradict them not.
pub fn choose(address: &Address, cells: &[CellId], by: &By, library: &Library) -> Result<usize, Failure> {
    settle(address, cells, by, library, true)
}

/// Has all values count again that contradict those of some rows.
pub fn reopen(address: &Address, cells: &[CellId], by: &By, library: &Library) -> Result<usize, Failure> {
    settle(address, cells, by, library, false)
}

fn settle(
    address: &Address,
    cells: &[CellId],
    by: &By,
    library: &Library,
    choose: bool,
) -> Result<usize, Failure> {
    let mut store = address.write(files::now()).map_err(Failure::store(address))?;
    let (at, mut by_day, mut said) = (files::now(), BTreeMap::new(), Vec::new());
    for cell in cells {
        let missing = || Failure::Input(Message::new("failure-no-conflict").with("cell", cell));
        let day = day_of(&mut *store, cell).map_err(Failure::store(address))?.ok_or_else(missing)?;
        if let std::collections::btree_map::Entry::Vacant(new) = by_day.entry(day) {
            new.insert(found(&mut *store, day, library).map_err(Failure::store(address))?);
        }
        let has = |conflict: &&Conflict| conflict.claims.iter().any(|claim| claim.cell == *cell);
        let conflict = by_day.get(&day).and_then(|all| all.iter().find(has)).ok_or_else(missing)?;
        let abouts = conflict.chosen(choose.then_some(cell));
        said.extend(abouts.into_iter().map(|about| Decision { at, by: by.clone(), about }));
    }
    store.decide(&said).map_err(Failure::store(address))?;
    Ok(cells.len())
}

/// The day a row was observed on.
fn day_of(store: &mut dyn Store, cell: &CellId) -> Result<Option<Date>, StoreError> {
    let surveys = store.surveys()?;
    let mut sources = surveys.iter().flat_map(files_of).filter(|(file, _)| *file == cell.file);
    let (Some((_, source)), mut day) = (sources.next(), None) else { return Ok(None) };
    store.rows(source.id, &mut |row| {
        if row.number == cell.row {
            day = row.observed_on;
        }
    })?;
    Ok(day)
}

/// The facilities of a type that contradict themselves, each with its name and its properties.
type Wanted = HashMap<(usize, Arc<str>), (Option<Arc<str>>, Vec<usize>)>;

/// Every contradiction in the state on a day, decided or not, in the order of types, ids and properties.
fn found(store: &mut dyn Store, as_of: Date, library: &Library) -> Result<Vec<Conflict>, StoreError> {
    let (surveys, decisions) = (store.surveys()?, store.decisions()?);
    let lives = |survey: &&Survey| !matches!(survey.state(), State::Returned | State::Superseded);
    let living: Vec<&Survey> = surveys.iter().filter(lives).collect();
    let wanted = wanted(store, &living, &decisions, as_of, library)?;
    let mut search = Search {
        library,
        as_of,
        wanted: &wanted,
        decided: Decided::of(&decisions, Timestamp::MAX),
        found: BTreeMap::new(),
    };
    if !wanted.is_empty() {
        for (file, source) in living.iter().flat_map(|survey| files_of(survey)) {
            search.read(store, file, source)?;
        }
    }
    let last = last_words(&decisions);
    Ok(search
        .found
        .into_iter()
        .filter_map(|(key, claims)| conflict(key, claims, &wanted, &last, library))
        .collect())
}

/// What contradicts itself where nothing is set aside.
fn wanted(
    store: &mut dyn Store,
    living: &[&Survey],
    decisions: &[Decision],
    as_of: Date,
    library: &Library,
) -> Result<Wanted, StoreError> {
    let pairs: Vec<Decision> =
        decisions.iter().filter(|one| matches!(one.about, About::Pair { .. })).cloned().collect();
    let sources = living.iter().flat_map(|survey| kept::of_survey(survey));
    let known = Known::new(Some(Timestamp::MAX), files::now());
    let (inventory, _) = kept::read(store, sources, &pairs, library, &known)?.builder.build(as_of);
    let mut wanted = Wanted::new();
    for (number, table) in inventory.tables.iter().enumerate() {
        let is_shown = inventory.facility_type(number).is_some_and(|of| !of.personal);
        for (property, facility) in table.contradicted().filter(|_| is_shown) {
            let Some(facility) = table.facilities.get(facility) else { continue };
            let key = (number, Arc::from(facility.id.as_str()));
            wanted.entry(key).or_insert_with(|| (facility.name.clone(), Vec::new())).1.push(property);
        }
    }
    Ok(wanted)
}

/// Type, facility and property of a contradiction, in the order they are shown.
type Key = (usize, Arc<str>, usize);

/// The rows of facilities that contradict themselves.
struct Search<'a> {
    library: &'a Library,
    as_of: Date,
    wanted: &'a Wanted,
    decided: Decided,
    found: BTreeMap<Key, Vec<(Date, Claim)>>,
}

impl Search<'_> {
    fn read(&mut self, store: &mut dyn Store, file: FileOf, source: &Source) -> Result<(), StoreError> {
        let tables = store.tables(source.id)?;
        let mut types = Types::new(&source.file, &tables, &self.library.catalogue, |_| 0);
        let mut damaged = None;
        store.rows(source.id, &mut |row| {
            let taken = types.record(&row).and_then(|record| match record {
                Some(record) => self.take(record, &row, &tables, (file, source)),
                None => Ok(()),
            });
            damaged = damaged.take().or(taken.err());
        })?;
        damaged.map_or(Ok(()), Err)
    }

    fn take(
        &mut self,
        mut record: Record,
        row: &Row,
        tables: &[Table],
        (file, source): (FileOf, &Source),
    ) -> Result<(), StoreError> {
        let Some(of) = self.library.catalogue.types.get(record.facility_type) else { return Ok(()) };
        let day = record.observed_on.unwrap_or(self.as_of);
        let id = identity_of(of, &record, &source.file);
        let id: Arc<str> = self.decided.identity(&of.id, &id, file).to_string().into();
        let Some((_, properties)) = self.wanted.get(&(record.facility_type, id.clone())) else {
            return Ok(());
        };
        linking::lead_to_whole(&mut record, of, file, &self.decided);
        let words = words(of, row, tables)?;
        let table = tables.get(row.table as usize);
        for (property, observed) in
            record.values.into_iter().filter(|(one, _)| properties.contains(one) && day <= self.as_of)
        {
            let Some(known) = of.properties.get(property) else { continue };
            let cell = CellId { file, row: row.number, property: known.id.clone() };
            let claim = Claim {
                counts: self.decided.counts(file, row.number, &known.id),
                cell,
                file: source.file.clone(),
                sheet: table.and_then(|table| table.sheet.clone()),
                row: row.row,
                words: words.get(&property).cloned().unwrap_or_default(),
                observed,
            };
            self.found.entry((record.facility_type, id.clone(), property)).or_default().push((day, claim));
        }
        Ok(())
    }
}

/// The words of a row's cells by today's properties, each with its unit.
fn words(of: &FacilityType, row: &Row, tables: &[Table]) -> Result<HashMap<usize, String>, StoreError> {
    let Some(table) = tables.get(row.table as usize) else { return Ok(HashMap::new()) };
    let word = |said: crate::store::Said<'_>| {
        let (property, _) = of.property(table.properties.get(said.property)?.as_str())?;
        let words = [said.words, said.unit].into_iter().flatten().collect::<Vec<_>>();
        Some((property, words.join(" ")))
    };
    Ok(row.said()?.into_iter().filter_map(word).collect())
}

/// The last decision on each cell, with its place among all.
fn last_words(decisions: &[Decision]) -> HashMap<CellId, (usize, &Decision)> {
    let cell = |(number, decision): (usize, &'_ Decision)| match &decision.about {
        About::Cell { file, row, property, .. } => {
            Some((CellId { file: *file, row: *row, property: property.clone() }, number))
        }
        About::Pair { .. } => None,
    };
    let cells = decisions.iter().enumerate().filter_map(cell);
    cells.filter_map(|(cell, number)| Some((cell, (number, decisions.get(number)?)))).collect()
}

/// What rows of the latest day say of it, unless that is the same; a value counts over *unknown*.
fn conflict(
    (kind, facility, property): Key,
    mut claims: Vec<(Date, Claim)>,
    wanted: &Wanted,
    last: &HashMap<CellId, (usize, &Decision)>,
    library: &Library,
) -> Option<Conflict> {
    let of = library.catalogue.types.get(kind)?;
    let day = claims.iter().map(|(day, _)| *day).max()?;
    let says = |claim: &Claim| !matches!(*claim.observed, Observed::Unknown | Observed::NotApplicable);
    claims.retain(|(seen, _)| *seen == day);
    if claims.iter().any(|(_, claim)| says(claim)) {
        claims.retain(|(_, claim)| says(claim));
    }
    let claims: Vec<Claim> = claims.into_iter().map(|(_, claim)| claim).collect();
    let decided = claims.iter().filter_map(|claim| last.get(&claim.cell));
    let decision = decided.max_by_key(|(number, _)| *number).map(|(_, decision)| (*decision).clone());
    let name = wanted.get(&(kind, facility.clone())).and_then(|(name, _)| name.clone());
    let property = of.properties.get(property)?.id.clone();
    Some(Conflict { facility_type: of.id.clone(), facility, name, property, day, claims, decision })
}

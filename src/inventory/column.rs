//! A column of cells, stored as codes into a dictionary of distinct ones.

use std::hash::{BuildHasher as _, Hash};

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

use super::pile::index;
use super::{Cell, Facility};

/// Distinct values and the code of each.
///
/// Surveys repeat themselves: a million bay counts are some hundreds of
/// distinct ones, so a cell costs four bytes and an exact interval is kept once.
#[derive(Debug, Clone)]
pub(super) struct Dictionary<T> {
    values: Vec<T>,
    /// Codes by the value they stand for.
    codes: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl<T: Eq + Hash> Dictionary<T> {
    /// A dictionary that gives `first` the code 0.
    pub(super) fn starting_with(first: T) -> Self {
        let mut new =
            Self { values: Vec::new(), codes: HashTable::new(), hasher: DefaultHashBuilder::default() };
        new.code(first);
        new
    }

    /// The code of a value, new or known.
    pub(super) fn code(&mut self, value: T) -> u32 {
        let Self { values, codes, hasher } = self;
        let hash = |code: &u32| values.get(*code as usize).map_or(0, |value| hasher.hash_one(value));
        let is_same = |code: &u32| values.get(*code as usize) == Some(&value);
        match codes.entry(hasher.hash_one(&value), is_same, hash) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                let next = index(values.len());
                place.insert(next);
                values.push(value);
                next
            }
        }
    }

    /// Makes room for so many more values.
    pub(super) fn reserve(&mut self, more: usize) {
        let Self { values, codes, hasher } = self;
        let hash = |code: &u32| values.get(*code as usize).map_or(0, |value| hasher.hash_one(value));
        codes.reserve(more, hash);
        values.reserve(more);
    }

    pub(super) fn get(&self, code: u32) -> &T {
        self.values.get(code as usize).unwrap_or(&self.values[0])
    }

    pub(super) fn values(&self) -> &[T] {
        &self.values
    }

    pub(super) fn into_values(self) -> Vec<T> {
        self.values
    }
}

/// One property of all facilities of a type, finished.
#[derive(Debug, Clone)]
pub struct Column {
    cells: Vec<Cell>,
    codes: Codes,
    /// Facilities whose value stands in another row than the last that speaks of them.
    elsewhere: Vec<(u32, u32)>,
}

/// Indices into a dictionary, as narrow as it allows.
#[derive(Debug, Clone)]
pub enum Codes {
    /// Up to 256 distinct cells.
    Bytes(Vec<u8>),
    /// Up to 65,536.
    Words(Vec<u16>),
    /// More.
    Wide(Vec<u32>),
}

/// A column while it is being resolved; code 0 is the cell of a property nobody speaks of.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) cells: Vec<Cell>,
    pub(super) codes: Vec<u32>,
    /// Row the value was read from, as index into the inventory's origins.
    pub(super) origins: Vec<u32>,
}

/// More distinct texts than this are names; nobody looks for a run of them.
const MOST_WORDS: usize = 1 << 16;

/// Stands in [`Draft::origins`] where no row says anything.
pub(super) const NOWHERE: u32 = u32::MAX;

impl Column {
    /// The distinct cells, the known ones first and in the order of their values; very many texts as they came.
    ///
    /// A comparison with a constant then holds for a run of codes.
    pub fn dictionary(&self) -> &[Cell] {
        &self.cells
    }

    /// For each facility, the index of its cell in the dictionary.
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    /// The cell of a facility.
    pub fn cell(&self, facility: usize) -> Option<&Cell> {
        self.cells.get(self.codes.get(facility)?)
    }

    /// The row a value was read from, where that is not the facility's last row.
    pub(super) fn elsewhere(&self, facility: usize) -> Option<u32> {
        let facility = u32::try_from(facility).ok()?;
        let place = self.elsewhere.binary_search_by_key(&facility, |(facility, _)| *facility).ok()?;
        self.elsewhere.get(place).map(|(_, row)| *row)
    }

    /// A column of cells, one for each facility, that stand in no row.
    pub(crate) fn of(cells: impl IntoIterator<Item = Cell>) -> Self {
        let mut cells = cells.into_iter().peekable();
        let Some(first) = cells.peek().cloned() else {
            return Self { cells: Vec::new(), codes: Codes::Bytes(Vec::new()), elsewhere: Vec::new() };
        };
        let mut dictionary = Dictionary::starting_with(first);
        let codes = cells.map(|cell| dictionary.code(cell)).collect();
        Draft { cells: dictionary.into_values(), codes, origins: Vec::new() }.finish(&[])
    }

    /// The same cells in the rows of another column.
    pub(super) fn read_from(self, other: &Self) -> Self {
        Self { elsewhere: other.elsewhere.clone(), ..self }
    }

    /// The cells of some rows.
    pub(crate) fn of_rows(&self, rows: &[usize]) -> Self {
        let codes = rows.iter().filter_map(|row| u32::try_from(self.codes.get(*row)?).ok()).collect();
        Self { cells: self.cells.clone(), codes: Codes::pack(codes, self.cells.len()), elsewhere: Vec::new() }
    }

    /// A column with a row for each cell of the dictionary: what depends on it alone can be worked out once a cell.
    pub(crate) fn distinct(&self) -> Self {
        let all = (0..u32::try_from(self.cells.len()).unwrap_or(u32::MAX)).collect();
        Self { cells: self.cells.clone(), codes: Codes::pack(all, self.cells.len()), elsewhere: Vec::new() }
    }
}

impl Codes {
    /// The code of a facility.
    pub fn get(&self, facility: usize) -> Option<usize> {
        match self {
            Self::Bytes(codes) => codes.get(facility).map(|code| usize::from(*code)),
            Self::Words(codes) => codes.get(facility).map(|code| usize::from(*code)),
            Self::Wide(codes) => codes.get(facility).map(|code| *code as usize),
        }
    }

    /// Of how many facilities there are codes.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Bytes(codes) => codes.len(),
            Self::Words(codes) => codes.len(),
            Self::Wide(codes) => codes.len(),
        }
    }

    /// The codes as they grow.
    pub(super) fn widened(&mut self) -> &mut Vec<u32> {
        match self {
            Self::Bytes(codes) => *self = Self::Wide(codes.iter().copied().map(u32::from).collect()),
            Self::Words(codes) => *self = Self::Wide(codes.iter().copied().map(u32::from).collect()),
            Self::Wide(_) => {}
        }
        match self {
            Self::Wide(codes) => codes,
            Self::Bytes(_) | Self::Words(_) => unreachable!("widened above"),
        }
    }

    /// As narrow as so many distinct ones allow.
    pub(super) fn narrow(&mut self, distinct: usize) {
        let codes = std::mem::take(self.widened());
        *self = Self::pack(codes, distinct);
    }

    fn pack(codes: Vec<u32>, distinct: usize) -> Self {
        match distinct {
            0..=0x100 => Self::Bytes(narrow(&codes)),
            0x101..=0x1_0000 => Self::Words(narrow(&codes)),
            _ => Self::Wide(codes),
        }
    }
}

fn narrow<T: TryFrom<u32> + Default>(codes: &[u32]) -> Vec<T> {
    codes.iter().map(|code| T::try_from(*code).unwrap_or_default()).collect()
}

impl Draft {
    pub(super) fn cell(&self, facility: usize) -> Option<&Cell> {
        self.cells.get(*self.codes.get(facility)? as usize)
    }

    /// Puts the dictionary in order; `last` is the last row of each facility.
    pub(super) fn finish(mut self, last: &[Facility]) -> Column {
        let mut order: Vec<u32> = (0..index(self.cells.len())).collect();
        let are_names = order.len() > MOST_WORDS;
        order.sort_by_cached_key(|code| self.cells.get(*code as usize).map(|cell| cell.rank(are_names)));
        let mut place = vec![0; order.len()];
        for (new, old) in (0..).zip(&order) {
            if let Some(place) = place.get_mut(*old as usize) {
                *place = new;
            }
        }
        let mut codes = std::mem::take(&mut self.codes);
        for code in &mut codes {
            *code = place.get(*code as usize).copied().unwrap_or_default();
        }
        let rows = (0..).zip(&self.origins).zip(last);
        let elsewhere = rows.filter(|((_, row), facility)| **row != NOWHERE && **row != facility.origin);
        Column {
            codes: Codes::pack(codes, self.cells.len()),
            elsewhere: elsewhere.map(|((facility, row), _)| (facility, *row)).collect(),
            cells: order.iter().filter_map(|old| self.cells.get_mut(*old as usize).map(Cell::take)).collect(),
        }
    }
}

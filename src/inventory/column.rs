//! A column of cells, stored as codes into a dictionary of distinct ones.

use std::collections::HashMap;
use std::hash::Hash;

/// Distinct values and the code of each.
///
/// Surveys repeat themselves: a million bay counts are some hundreds of
/// distinct ones, so a cell costs four bytes and an exact interval is kept once.
#[derive(Debug, Clone)]
pub(super) struct Dictionary<T> {
    values: Vec<T>,
    codes: HashMap<T, u32>,
}

impl<T: Clone + Eq + Hash> Dictionary<T> {
    /// A dictionary that gives `first` the code 0.
    pub(super) fn starting_with(first: T) -> Self {
        Self { values: vec![first.clone()], codes: HashMap::from([(first, 0)]) }
    }

    /// The code of a value, new or known.
    pub(super) fn code(&mut self, value: T) -> u32 {
        let next = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        *self.codes.entry(value).or_insert_with_key(|value| {
            self.values.push(value.clone());
            next
        })
    }

    pub(super) fn get(&self, code: u32) -> &T {
        self.values.get(code as usize).unwrap_or(&self.values[0])
    }

    pub(super) fn into_values(self) -> Vec<T> {
        self.values
    }
}

/// One property of all facilities of a type.
#[derive(Debug, Clone)]
pub struct Column {
    pub(super) cells: Vec<super::Cell>,
    pub(super) codes: Vec<u32>,
    /// Row the value was read from, as index into the inventory's origins.
    pub(super) origins: Vec<u32>,
}

/// Stands in [`Column::origins`] where no row says anything.
pub(super) const NOWHERE: u32 = u32::MAX;

impl Column {
    /// The distinct cells; [`Column::codes`] are indices into it.
    pub fn dictionary(&self) -> &[super::Cell] {
        &self.cells
    }

    /// For each facility, the index of its cell in the dictionary.
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// The cell of a facility.
    pub fn cell(&self, facility: usize) -> Option<&super::Cell> {
        self.cells.get(*self.codes.get(facility)? as usize)
    }
}

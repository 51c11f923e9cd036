//! One row for each distinct combination of cells: what rests on them is worked out once for it.

use std::collections::{BTreeSet, HashMap};

use super::graph::Graph;
use crate::audit::reference::Facility;
use crate::inventory::Table;

/// The distinct combinations of some columns, and which of them each row is.
pub(super) struct Sample {
    table: Table,
    combinations: usize,
    of_row: Vec<u32>,
}

/// The combinations of these columns over all rows of a graph.
pub(super) fn of(graph: &Graph<'_>, properties: &BTreeSet<usize>) -> Sample {
    let mut of_row = vec![0; graph.table.facilities.len()];
    let columns = || properties.iter().filter_map(|property| Some((*property, graph.column(*property)?)));
    for (_, column) in columns() {
        let mut known: HashMap<(u32, usize), u32> = HashMap::new();
        for (row, combination) in of_row.iter_mut().enumerate() {
            let code = column.codes().get(row).unwrap_or_default();
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *combination = *known.entry((*combination, code)).or_insert(next);
        }
    }
    let mut first: Vec<usize> = Vec::new();
    for (row, combination) in of_row.iter().enumerate() {
        if *combination as usize == first.len() {
            first.push(row);
        }
    }
    let table =
        graph.table.of_columns(columns().map(|(property, column)| (property, column.of_rows(&first))));
    Sample { table, combinations: first.len(), of_row }
}

impl Sample {
    /// Works something out once for each combination; what it is for every row.
    pub(super) fn each<T: Clone>(&self, graph: &Graph<'_>, of: impl Fn(Facility<'_>) -> T) -> Vec<T> {
        let facility = |number| Facility {
            table: &self.table,
            number,
            kind: graph.kind,
            world: graph.world,
            area: None,
        };
        let all: Vec<T> = (0..self.combinations).map(|number| of(facility(number))).collect();
        self.of_row.iter().filter_map(|combination| all.get(*combination as usize).cloned()).collect()
    }
}

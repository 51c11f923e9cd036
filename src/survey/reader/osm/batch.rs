//! Ways and relations that wait for the places of their nodes.

use std::ops::ControlFlow;

use super::super::{Cell, ReadError};
use super::element::{Element, Elements, Look, owners};

/// As many elements wait at a time, with as many nodes and ways; a file is gone through again for more.
const WAITING: usize = 200_000;
const NODES: usize = 4 << 20;
const WAYS: usize = 400_000;

/// Nodes in all, those of the ways of relations included; more do not move a centre by much.
const MOST_NODES: usize = 16 << 20;

/// An element without a place so far.
#[derive(Default)]
pub(super) struct Waiting {
    pub(super) cells: Vec<(usize, Cell)>,
    bounds: Option<Bounds>,
}

/// The box around nodes, in degrees.
#[derive(Clone, Copy)]
struct Bounds {
    low: (f64, f64),
    high: (f64, f64),
}

#[derive(Default)]
pub(super) struct Batch {
    pub(super) waiting: Vec<Waiting>,
    nodes: Vec<(i64, u32)>,
    ways: Vec<(i64, u32)>,
}

impl Batch {
    pub(super) fn is_full(&self) -> bool {
        self.waiting.len() >= WAITING || self.nodes.len() >= NODES || self.ways.len() >= WAYS
    }

    pub(super) fn add(&mut self, element: &Element, cells: Vec<(usize, Cell)>) {
        let owner = u32::try_from(self.waiting.len()).unwrap_or(u32::MAX);
        self.nodes.extend(element.nodes.iter().map(|node| (*node, owner)));
        self.ways.extend(element.ways.iter().map(|way| (*way, owner)));
        self.waiting.push(Waiting { cells, bounds: None });
    }

    /// Finds the nodes of all that waits.
    pub(super) fn resolve(&mut self, file: &mut dyn Elements) -> Result<(), ReadError> {
        self.ways.sort_unstable();
        if !self.ways.is_empty() {
            file.walk(Look::Ways(&self.ways), &mut |way| {
                for owner in owners(&self.ways, way.id) {
                    grow(&mut self.waiting, owner, way.at);
                    let room = MOST_NODES.saturating_sub(self.nodes.len());
                    let owner = u32::try_from(owner).unwrap_or(u32::MAX);
                    self.nodes.extend(way.nodes.iter().take(room).map(|node| (*node, owner)));
                }
                ControlFlow::Continue(())
            })?;
        }
        self.nodes.sort_unstable();
        file.walk(Look::Nodes(&self.nodes), &mut |node| {
            for owner in owners(&self.nodes, node.id) {
                grow(&mut self.waiting, owner, node.at);
            }
            ControlFlow::Continue(())
        })
    }
}

fn grow(waiting: &mut [Waiting], owner: usize, at: Option<(f64, f64)>) {
    if let Some(one) = waiting.get_mut(owner) {
        one.grow(at);
    }
}

impl Waiting {
    pub(super) fn grow(&mut self, at: Option<(f64, f64)>) {
        let Some((x, y)) = at else { return };
        let old = self.bounds.unwrap_or(Bounds { low: (x, y), high: (x, y) });
        let low = (old.low.0.min(x), old.low.1.min(y));
        self.bounds = Some(Bounds { low, high: (old.high.0.max(x), old.high.1.max(y)) });
    }

    /// The centre of what was found.
    pub(super) fn centre(&self) -> Option<(f64, f64)> {
        let Bounds { low, high } = self.bounds?;
        Some((low.0.midpoint(high.0), low.1.midpoint(high.1)))
    }
}

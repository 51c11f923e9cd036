//! Nodes, ways and relations, however they are written.

use std::ops::ControlFlow;

use jiff::civil::Date;

use super::super::{ReadError, Tags};

/// Members of one element that are looked at; a way has at most 2,000, a relation 32,000.
pub(in crate::survey::reader) const MEMBERS: usize = 1 << 16;

/// The kinds of elements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::survey::reader) enum Kind {
    #[default]
    Node,
    Way,
    Relation,
}

/// One of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::survey::reader) struct Element {
    pub(in crate::survey::reader) kind: Kind,
    pub(in crate::survey::reader) id: i64,
    /// When it was last changed.
    pub(in crate::survey::reader) edited: Option<Date>,
    pub(in crate::survey::reader) tags: Vec<(String, String)>,
    /// Longitude and latitude, of a node or where the file says it of others.
    pub(in crate::survey::reader) at: Option<(f64, f64)>,
    /// The nodes of a way, or those of a relation.
    pub(in crate::survey::reader) nodes: Vec<i64>,
    /// The ways of a relation.
    pub(in crate::survey::reader) ways: Vec<i64>,
}

/// Which elements somebody wants.
#[derive(Clone, Copy)]
pub(in crate::survey::reader) enum Look<'l> {
    /// Those that are facilities.
    Tagged(&'l Tags),
    /// Ways by their ids, which are in order; each with whom it is for.
    Ways(&'l [(i64, u32)]),
    /// Nodes the same way.
    Nodes(&'l [(i64, u32)]),
}

/// Takes elements until it breaks.
pub(in crate::survey::reader) type Take<'t> = dyn FnMut(&Element) -> ControlFlow<()> + 't;

/// A file of elements.
pub(in crate::survey::reader) trait Elements {
    /// Goes through the file from its beginning and hands up what is wanted.
    fn walk(&mut self, look: Look<'_>, take: &mut Take<'_>) -> Result<(), ReadError>;
}

impl Kind {
    /// As OpenStreetMap calls it.
    pub(in crate::survey::reader) fn name(self) -> &'static str {
        match self {
            Self::Node => "node",
            Self::Way => "way",
            Self::Relation => "relation",
        }
    }

    pub(in crate::survey::reader) fn named(name: &str) -> Option<Self> {
        [Self::Node, Self::Way, Self::Relation].into_iter().find(|kind| kind.name() == name)
    }
}

impl Element {
    /// Takes a member of that kind.
    pub(in crate::survey::reader) fn member(&mut self, kind: Kind, id: i64) {
        let members = match kind {
            Kind::Node => &mut self.nodes,
            Kind::Way => &mut self.ways,
            Kind::Relation => return,
        };
        if members.len() < MEMBERS {
            members.push(id);
        }
    }

    /// The day of a time such as `2024-05-01T08:00:00Z`.
    pub(in crate::survey::reader) fn edited(&mut self, time: &str) {
        self.edited = time.get(..10).and_then(|day| day.parse().ok());
    }
}

impl Look<'_> {
    pub(in crate::survey::reader) fn wants(self, element: &Element) -> bool {
        match self {
            Self::Tagged(tags) => tags.kind(&element.tags).is_some(),
            Self::Ways(ways) => element.kind == Kind::Way && is_among(ways, element.id),
            Self::Nodes(nodes) => element.kind == Kind::Node && is_among(nodes, element.id),
        }
    }
}

pub(in crate::survey::reader) fn is_among(wanted: &[(i64, u32)], id: i64) -> bool {
    wanted.binary_search_by(|(one, _)| one.cmp(&id)).is_ok()
}

/// Whom a node or way is for.
pub(super) fn owners(wanted: &[(i64, u32)], id: i64) -> impl Iterator<Item = usize> + '_ {
    let first = wanted.partition_point(|(one, _)| *one < id);
    let of_it = wanted.iter().skip(first).take_while(move |(one, _)| *one == id);
    of_it.map(|(_, owner)| *owner as usize)
}

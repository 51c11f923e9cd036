//! What every part of the mapping looks things up in.

use super::names::Names;
use super::profile::Profile;
use crate::model::Catalogue;

/// Everything the mapping looks things up in.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) profile: &'a Profile,
    pub(super) names: &'a Names,
    /// The columns are tags of a public vocabulary, of which the file need not use all.
    pub(super) tagged: bool,
    /// The file draws what it lists.
    pub(super) draws: bool,
    /// The reference system the file says its coordinates are in.
    pub(super) crs: Option<&'a str>,
}

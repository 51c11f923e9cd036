//! Areas by the class of their share: colour, hatching, dots.

use geo::{MultiPolygon, Simplify as _};
use maud::{Markup, html};

use super::pattern::{lines, path};
use super::projection::Projection;
use super::{Area, Share};

/// Between hatches, and between dots.
const APART: f64 = 7.0;

/// An area on the canvas.
pub(super) struct Drawn<'a> {
    pub(super) name: &'a str,
    pub(super) share: Option<Share>,
    pub(super) outline: MultiPolygon<f64>,
}

impl<'a> Drawn<'a> {
    /// Places an area; turns too small to be seen are left out of its outline.
    pub(super) fn new(area: &'a Area<'a>, projection: &Projection, seen: f64) -> Self {
        let outline = projection.outline(area.outline).simplify(seen);
        Self { name: &area.name, share: Share::of(area.outcomes), outline }
    }

    /// Its colour and pattern.
    pub(super) fn filled(&self) -> Markup {
        fill(&self.outline, self.share)
    }

    /// Its border.
    pub(super) fn border(&self) -> Markup {
        html! { path.border d=(path(&self.outline)) {} }
    }
}

/// The colour and pattern of a share: hatched without data, dotted where less than half is known.
pub(super) fn fill(outline: &MultiPolygon<f64>, share: Option<Share>) -> Markup {
    let class = share.map_or_else(|| "area none".to_owned(), |share| format!("area class-{}", share.class()));
    html! {
        path class=(class) d=(path(outline)) {}
        @if share.is_none() { path.hatch d=(lines(outline, -1.0, APART)) {} }
        @if share.is_some_and(Share::is_thin) { path.dotted d=(lines(outline, 0.0, APART)) {} }
    }
}

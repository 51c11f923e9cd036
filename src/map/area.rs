//! Areas by the class of their share: colour, hatching, dots.

use geo::{MultiPolygon, Simplify as _};
use maud::{Markup, html};

use super::pattern::{lines, path};
use super::projection::Projection;
use super::{Area, Scale, Share};

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
    pub(super) fn filled(&self, scale: Scale) -> Markup {
        let class = self.share.map(|share| scale.class(share));
        fill(&self.outline, class, self.share.is_some_and(Share::is_thin))
    }

    /// Its border.
    pub(super) fn border(&self) -> Markup {
        html! { path.border d=(path(&self.outline)) {} }
    }
}

/// The colour of a class; hatched without data, dotted where little of it is known.
pub(super) fn fill(outline: &MultiPolygon<f64>, class: Option<u64>, is_thin: bool) -> Markup {
    let name = class.map_or_else(|| "area none".to_owned(), |class| format!("area class-{class}"));
    html! {
        path class=(name) d=(path(outline)) {}
        @if class.is_none() { path.hatch d=(lines(outline, -1.0, APART)) {} }
        @if is_thin { path.dotted d=(lines(outline, 0.0, APART)) {} }
    }
}

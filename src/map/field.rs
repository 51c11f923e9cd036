//! The map itself, without what stands around it.

use maud::{Markup, html};

use super::area::Drawn;
use super::cluster::{Cluster, gather};
use super::extent::extent;
use super::frame::{Frame, short};
use super::furniture::furniture;
use super::label::{self, Labels};
use super::mark::{mark, shape};
use super::projection::Projection;
use super::ring::{radius, ring};
use super::{Map, Point, Share};

/// What a screen has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// A desk.
    Wide,
    /// A phone.
    Narrow,
}

/// A map for a page that says the rest beside it.
pub struct Field {
    /// The drawing, to be put into a page with the style of the shapes.
    pub svg: Markup,
    /// Areas that have a number on the map instead of their name, in order, with their share.
    pub keyed: Vec<(String, Option<Share>)>,
    /// Areas that have neither.
    pub left: Vec<(String, Option<Share>)>,
    /// Facilities that lie outside.
    pub outside: u64,
}

/// What has been drawn, and what has not.
pub(super) struct Drawing {
    pub(super) markup: Markup,
    pub(super) projection: Projection,
    pub(super) keyed: Vec<(String, Option<Share>)>,
    pub(super) left: Vec<(String, Option<Share>)>,
    pub(super) outside: u64,
}

/// How finely a map is drawn.
pub(super) struct Grain {
    /// The side of a hexagon that is gathered to one symbol.
    pub(super) hexagon: f64,
    /// Turns of an outline smaller than this are left out.
    pub(super) seen: f64,
    /// Whether the share stands below a name.
    pub(super) with_share: bool,
}

/// Half a symbol, so that none is cut at the edge.
const MARGIN: f64 = 24.0;

/// A symbol of a single facility: 12 px on screen.
const SYMBOL: f64 = 13.0;

/// Draws a map into a page; alternatives and the legend are the page's.
pub fn field(map: &Map<'_>, screen: Screen, title: &str, description: &str) -> Field {
    let (width, height, hexagon) = match screen {
        Screen::Wide => (960.0, 600.0, 26.0),
        Screen::Narrow => (360.0, 400.0, 26.0),
    };
    let frame = Frame { x: 1.0, y: 1.0, width: width - 2.0, height };
    let grain = Grain { hexagon, seen: 0.5, with_share: screen == Screen::Wide };
    let drawing = draw(map, frame, &grain);
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" focusable="false" viewBox=(format!("0 0 {width} {}", height + 36.0)) aria-label=(title) {
            desc { (description) }
            (drawing.markup)
            (furniture((2.0, height + 10.0), &drawing.projection, map.locale))
        }
    };
    Field { svg, keyed: drawing.keyed, left: drawing.left, outside: drawing.outside }
}

/// Draws areas, symbols and names into a frame.
pub(super) fn draw(map: &Map<'_>, frame: Frame, grain: &Grain) -> Drawing {
    let projection = Projection::fit(extent(map), frame.inset(MARGIN));
    let areas: Vec<Drawn<'_>> =
        map.areas.iter().map(|area| Drawn::new(area, &projection, grain.seen)).collect();
    let (clusters, outside) = clusters(map, frame, &projection, grain);
    let symbols: Vec<Frame> = clusters.iter().map(around).collect();
    let labels = label::place(&areas, &symbols, frame.inset(3.0), grain.with_share);
    let named = |numbers: &[usize]| {
        let found = numbers.iter().filter_map(|number| areas.get(*number));
        found.map(|area| (area.name.to_owned(), area.share)).collect()
    };
    Drawing {
        markup: layers(map, frame, &areas, &clusters, &labels),
        projection,
        keyed: named(&labels.keyed),
        left: named(&labels.left),
        outside,
    }
}

fn clusters(map: &Map<'_>, frame: Frame, projection: &Projection, grain: &Grain) -> (Vec<Cluster>, u64) {
    let mut outside = 0;
    let inner = frame.inset(MARGIN / 3.0);
    let placed = map.points.iter().filter_map(|point| {
        let place = projection.place(point.position);
        outside += u64::from(!inner.holds(place));
        inner.holds(place).then_some((place, *point))
    });
    let clusters = gather(placed, grain.hexagon, radius);
    (clusters, outside)
}

fn around(cluster: &Cluster) -> Frame {
    let side = 2.0 * radius(cluster.outcomes.subjects());
    Frame::around(cluster.middle, side, side)
}

/// From the ground up: colours, borders, symbols, names, frame.
fn layers(map: &Map<'_>, frame: Frame, areas: &[Drawn<'_>], clusters: &[Cluster], labels: &Labels) -> Markup {
    let single = |cluster: &Cluster, point: Point| mark(&shape(point), cluster.middle, SYMBOL);
    html! {
        (edge("sea", frame))
        @for area in areas { (area.filled(map.scale())) }
        @for area in areas { (area.border()) }
        @for cluster in clusters {
            @match cluster.only {
                Some(point) => { (single(cluster, point)) }
                None => { (ring(cluster, map.locale)) }
            }
        }
        @for label in &labels.placed { (label.drawn()) }
        (edge("edge", frame))
    }
}

fn edge(class: &str, frame: Frame) -> Markup {
    html! {
        rect class=(class) x=(short(frame.x)) y=(short(frame.y)) width=(short(frame.width)) height=(short(frame.height)) {}
    }
}

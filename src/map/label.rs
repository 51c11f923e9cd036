//! Names on the map: no two overlap, and none is lost.
//!
//! Larger areas choose first. A name goes where it is inside its area and
//! covers the least of what is drawn; an area without room for its name gets a
//! number, one without room for that is left to the list.

use geo::{Area as _, BoundingRect as _, Contains as _, InteriorPoint as _, Point};
use maud::{Markup, html};
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};

use super::area::Drawn;
use super::font;
use super::frame::{Frame, short};

/// Sizes of a name, and of the share below it.
const NAME: f64 = 14.0;
const SHARE: f64 = 12.0;
/// Of a number in its badge.
const BADGE: f64 = 18.0;
/// Places tried along each side of an area.
const TRIES: u8 = 20;
/// A corner beyond the border is as bad as so many steps of a symbol covered: a name on a border is nobody's.
const BEYOND: f64 = 4.0;

/// What became of the names.
pub(super) struct Labels {
    pub(super) placed: Vec<Label>,
    /// Areas by number, for the list.
    pub(super) keyed: Vec<usize>,
    /// Areas without a place for a number either.
    pub(super) left: Vec<usize>,
}

/// A name or number at its place.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) frame: Frame,
    pub(super) lines: Vec<String>,
    pub(super) is_badge: bool,
}

type Boxes = RTree<GeomWithData<Rectangle<[f64; 2]>, ()>>;

/// What is already there.
struct Room {
    within: Frame,
    labels: Boxes,
    symbols: Boxes,
}

/// Places the names of areas among symbols.
pub(super) fn place(areas: &[Drawn<'_>], symbols: &[Frame], within: Frame, with_share: bool) -> Labels {
    let mut room = Room {
        within,
        labels: Boxes::new(),
        symbols: Boxes::bulk_load(symbols.iter().map(|frame| boxed(*frame)).collect()),
    };
    let mut order: Vec<usize> = (0..areas.len()).collect();
    let size = |number: &usize| areas.get(*number).map_or(0.0, |area| area.outline.unsigned_area());
    order.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.cmp(b)));
    let mut labels = Labels { placed: Vec::new(), keyed: Vec::new(), left: Vec::new() };
    let mut small = Vec::new();
    for number in order {
        let Some(area) = areas.get(number) else { continue };
        match room.take(area, lines(area, with_share), false) {
            Some(label) => labels.placed.push(label),
            None => small.push(number),
        }
    }
    small.sort_unstable();
    for number in small {
        let Some(area) = areas.get(number) else { continue };
        let key = (labels.keyed.len() + 1).to_string();
        match room.take(area, vec![key], true) {
            Some(label) => {
                labels.placed.push(label);
                labels.keyed.push(number);
            }
            None => labels.left.push(number),
        }
    }
    labels
}

fn lines(area: &Drawn<'_>, with_share: bool) -> Vec<String> {
    let share = area.share.filter(|_| with_share).map(super::Share::text);
    std::iter::once(area.name.to_owned()).chain(share).collect()
}

impl Room {
    /// Takes the best place there is for a label.
    fn take(&mut self, area: &Drawn<'_>, lines: Vec<String>, is_badge: bool) -> Option<Label> {
        let (width, height) = size(&lines, is_badge);
        let tried = candidates(area).into_iter().enumerate().filter_map(|(rank, middle)| {
            let frame = Frame::around(middle, width, height);
            let fits =
                self.within.contains(frame) && self.is_free(frame) && (is_badge || is_inside(area, frame));
            fits.then(|| (self.covered(frame) + across_border(area, frame), rank, frame))
        });
        let (.., frame) = tried.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        self.labels.insert(boxed(frame));
        Some(Label { frame, lines, is_badge })
    }

    fn is_free(&self, frame: Frame) -> bool {
        self.labels.locate_in_envelope_intersecting(frame.envelope()).next().is_none()
    }

    /// How much of the symbols a label would cover, in steps too coarse to chase a sliver.
    fn covered(&self, frame: Frame) -> f64 {
        let below = self.symbols.locate_in_envelope_intersecting(frame.envelope());
        let shared = below.map(|symbol| frame.shared(framed(symbol.geom()))).sum::<f64>();
        (shared / 40.0).round()
    }
}

fn boxed(frame: Frame) -> GeomWithData<Rectangle<[f64; 2]>, ()> {
    let (from, to) = ([frame.x, frame.y], [frame.x + frame.width, frame.y + frame.height]);
    GeomWithData::new(Rectangle::from_corners(from, to), ())
}

fn framed(rectangle: &Rectangle<[f64; 2]>) -> Frame {
    let ([x, y], [right, bottom]) = (rectangle.lower(), rectangle.upper());
    Frame { x, y, width: right - x, height: bottom - y }
}

fn size(lines: &[String], is_badge: bool) -> (f64, f64) {
    if is_badge {
        return (BADGE, BADGE);
    }
    let sizes = [NAME, SHARE].into_iter().zip(lines);
    let (width, height) = sizes.fold((0.0_f64, 0.0), |(width, height), (size, line)| {
        (width.max(font::width(line, size)), height + size * 1.25)
    });
    (width + 4.0, height + 2.0)
}

/// The inner point of the area, then places all over it, the nearest to that point first.
fn candidates(area: &Drawn<'_>) -> Vec<(f64, f64)> {
    let largest = area.outline.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()));
    let Some((largest, bounds)) = largest.and_then(|polygon| Some((polygon, polygon.bounding_rect()?)))
    else {
        return Vec::new();
    };
    let Some(inner) = largest.interior_point() else { return Vec::new() };
    let steps = || (1..TRIES).map(|step| f64::from(step) / f64::from(TRIES));
    let grid = steps().flat_map(|across| {
        steps().map(move |down| {
            (bounds.min().x + across * bounds.width(), bounds.min().y + down * bounds.height())
        })
    });
    let mut found: Vec<(f64, f64)> = grid.filter(|place| largest.contains(&Point::from(*place))).collect();
    let far = |place: &(f64, f64)| (place.0 - inner.x()).hypot(place.1 - inner.y());
    found.sort_by(|a, b| far(a).total_cmp(&far(b)));
    found.insert(0, inner.x_y());
    found
}

/// Whether the ends of a label are inside its area.
fn is_inside(area: &Drawn<'_>, frame: Frame) -> bool {
    let (x, y) = frame.middle();
    [frame.x, x, frame.x + frame.width].into_iter().all(|x| area.outline.contains(&Point::new(x, y)))
}

/// How bad it is that corners of a label lie beyond the border.
fn across_border(area: &Drawn<'_>, frame: Frame) -> f64 {
    let (right, bottom) = (frame.x + frame.width, frame.y + frame.height);
    let corners = [(frame.x, frame.y), (right, frame.y), (frame.x, bottom), (right, bottom)];
    let beyond = corners.into_iter().filter(|corner| !area.outline.contains(&Point::from(*corner)));
    beyond.map(|_| BEYOND).sum()
}

impl Label {
    pub(super) fn drawn(&self) -> Markup {
        let (x, y) = self.frame.middle();
        if self.is_badge {
            return badge((x, y), self.lines.first().map_or("", String::as_str));
        }
        let mut baseline = self.frame.y;
        html! {
            @for (line, (class, size)) in self.lines.iter().zip([("name", NAME), ("below", SHARE)]) {
                ({ baseline += size * 1.25; "" })
                text class={ "label " (class) } x=(short(x)) y=(short(baseline - size * 0.2)) { (line) }
            }
        }
    }
}

/// A number that leads to the list.
pub(super) fn badge((x, y): (f64, f64), number: &str) -> Markup {
    html! {
        circle.badge cx=(short(x)) cy=(short(y)) r=(short(BADGE / 2.0)) {}
        text.key x=(short(x)) y=(short(y + 4.0)) { (number) }
    }
}

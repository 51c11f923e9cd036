//! What every map has beside what it shows: a scale bar and an arrow to the north.

use maud::{Markup, html};

use super::frame::short;
use super::projection::Projection;
use crate::locale::Locale;

/// The longest a scale bar may be.
const LONGEST: f64 = 180.0;

/// A length on the ground in metres that is easy to read off, and its length on the canvas.
pub(super) fn length(projection: &Projection, most: f64) -> (u64, f64) {
    let per_unit = projection.metres_per_unit();
    let lengths = (0..7).flat_map(|power| [1, 2, 5].map(|first: u64| first * 10_u64.pow(power)));
    let units = |metres: u64| super::cluster::float(metres) / per_unit;
    let metres = lengths.take_while(|metres| units(*metres) <= most).last().unwrap_or(1);
    (metres, units(metres))
}

/// The arrow and the bar, from a place to the right.
pub(super) fn furniture((x, y): (f64, f64), projection: &Projection, locale: &Locale) -> Markup {
    let (metres, units) = length(projection, LONGEST);
    let half = units / 2.0;
    let bar = x + 52.0;
    let arrow = format!("M{} {}l6 18-6-4.5-6 4.5z", short(x + 7.0), short(y));
    html! {
        path.ink d=(arrow) {}
        text.small x=(short(x + 19.0)) y=(short(y + 12.0)) { (locale.text("map-north")) }
        rect.paper.edge x=(short(bar)) y=(short(y + 12.0)) width=(short(units)) height="5" {}
        rect.ink x=(short(bar)) y=(short(y + 12.0)) width=(short(half)) height="5" {}
        @for (at, text) in [(0.0, "0".to_owned()), (half, distance(metres, 2)), (units, unit(metres))] {
            text.small.middle x=(short(bar + at)) y=(short(y + 8.0)) { (text) }
        }
    }
}

fn unit(metres: u64) -> String {
    format!("{} {}", distance(metres, 1), if metres < 1000 { "m" } else { "km" })
}

/// A part of a length, in kilometres from one on.
fn distance(metres: u64, parts: u64) -> String {
    if metres < 1000 {
        return short(super::cluster::float(metres) / super::cluster::float(parts));
    }
    short(super::cluster::float(metres / 100) / super::cluster::float(10 * parts))
}

#[cfg(test)]
mod tests {
    use geo::{Rect, coord};

    use super::*;
    use crate::map::frame::Frame;
    use crate::map::projection::EARTH;

    #[test]
    fn the_bar_is_as_long_as_it_says() {
        let frame = Frame { x: 0.0, y: 0.0, width: 820.0, height: 612.0 };
        for (degrees, latitude) in [(0.01, 40.0_f64), (0.3, 18.0), (1.2, 47.0), (5.0, 30.0)] {
            let extent = Rect::new(
                coord! { x: 110.0, y: latitude - degrees / 2.0 },
                coord! { x: 110.0 + degrees, y: latitude + degrees / 2.0 },
            );
            let projection = Projection::fit(extent, frame);
            let (metres, units) = length(&projection, LONGEST);
            // As far to the east as the bar is long, by the spherical law of cosines.
            let from = projection.place((110.0, latitude)).0;
            let east = 110.0 + units / (projection.place((111.0, latitude)).0 - from);
            let (angle, latitude) = ((east - 110.0).to_radians(), latitude.to_radians());
            let truth = EARTH * (latitude.sin().powi(2) + latitude.cos().powi(2) * angle.cos()).acos();
            assert!((truth / crate::map::cluster::float(metres) - 1.0).abs() < 0.01, "{truth} {metres}");
            assert!(units <= LONGEST && units > LONGEST / 2.6);
        }
    }

    #[test]
    fn lengths_are_easy_to_read() {
        assert_eq!([unit(500), unit(1000), unit(20_000)], ["500 m", "1 km", "20 km"]);
        assert_eq!([distance(500, 2), distance(1000, 2), distance(5000, 2)], ["250", "0.5", "2.5"]);
    }
}

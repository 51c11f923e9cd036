use geo::{MultiPolygon, Rect, coord};
use proptest::prelude::*;

use super::area::Drawn;
use super::extent::extent;
use super::field::{Grain, draw};
use super::frame::Frame;
use super::projection::Projection;
use super::*;
use crate::locale::Language;

const FIELD: Frame = Frame { x: 40.0, y: 120.0, width: 836.0, height: 600.0 };
const GRAIN: Grain = Grain { hexagon: 26.0, seen: 0.25, with_share: true };

fn map<'a>(locale: &'a Locale, areas: Vec<Area<'a>>, points: Vec<Point>) -> Map<'a> {
    Map {
        locale,
        title: "无障碍合规地图".to_owned(),
        subtitle: "截至 2026-11-01".to_owned(),
        notices: Vec::new(),
        source: "资料来源".to_owned(),
        number: "内部工作用图".to_owned(),
        areas,
        points,
        unplaced: 0,
    }
}

fn square(west: f64, south: f64, side: f64) -> MultiPolygon<f64> {
    let corner = coord! { x: west, y: south };
    MultiPolygon(vec![Rect::new(corner, coord! { x: west + side, y: south + side }).to_polygon()])
}

fn area<'a>(name: &str, outline: &'a MultiPolygon<f64>, passed: u64) -> Area<'a> {
    Area { name: name.to_owned(), outline, outcomes: Outcomes { passed, failed: 2, ..Outcomes::default() } }
}

fn point(longitude: f64, latitude: f64, outcome: Outcome) -> Point {
    let gap = (outcome == Outcome::Failed).then_some(GapClass::Upcoming);
    Point { position: (longitude, latitude), outcome, gap }
}

/// How many points a drawing shows: those of rings by their numbers, and the single ones.
fn shown(drawn: &str) -> u64 {
    let rings = drawn.split("<text class=\"count\"").skip(1);
    let number = |ring: &str| {
        ring.split(['>', '<']).nth(1).and_then(|number| number.replace(',', "").parse::<u64>().ok())
    };
    rings.filter_map(number).sum::<u64>() + drawn.matches("<g class=\"mark ").count() as u64
}

proptest! {
    #[test]
    fn every_facility_is_drawn_or_said_to_be_outside(
        places in prop::collection::vec((106.0..109.0_f64, 39.0..42.0_f64), 1..300)
    ) {
        let locale = Locale::new(Language::Zh);
        let outline = square(107.0, 40.0, 1.0);
        let points: Vec<Point> = places.iter().map(|place| point(place.0, place.1, Outcome::Passed)).collect();
        let drawing = draw(&map(&locale, vec![area("甲区", &outline, 3)], points), FIELD, &GRAIN);
        prop_assert_eq!(shown(&drawing.markup.0) + drawing.outside, places.len() as u64);
    }

    #[test]
    fn names_never_overlap_and_none_is_lost(
        squares in prop::collection::vec((107.0..109.0_f64, 39.0..41.0_f64, 0.001..0.7_f64), 1..60)
    ) {
        let outlines: Vec<_> = squares.iter().map(|(west, south, side)| square(*west, *south, *side)).collect();
        let areas: Vec<_> = outlines.iter().map(|outline| area("巴彦淖尔市临河区", outline, 3)).collect();
        let locale = Locale::new(Language::Zh);
        let map = map(&locale, areas, Vec::new());
        let projection = Projection::fit(extent(&map), FIELD);
        let drawn: Vec<_> = map.areas.iter().map(|area| Drawn::new(area, &projection, 0.25)).collect();
        let labels = label::place(&drawn, &[], FIELD, true);
        let names = labels.placed.iter().filter(|label| !label.is_badge).count();
        prop_assert_eq!(names + labels.keyed.len() + labels.left.len(), squares.len());
        for (number, a) in labels.placed.iter().enumerate() {
            prop_assert!(FIELD.contains(a.frame));
            for b in &labels.placed[number + 1..] {
                prop_assert!(a.frame.shared(b.frame) < 1e-9, "{:?} {:?}", a, b);
            }
        }
    }
}

/// Two areas, one of them without data, and three facilities, two of them close together.
fn small<'a>(locale: &'a Locale, outlines: &'a [MultiPolygon<f64>; 2]) -> Map<'a> {
    let [data, none] = outlines;
    let silent = Area { outcomes: Outcomes::default(), ..area("乙 & 丙", none, 0) };
    let points = vec![
        point(107.2, 40.2, Outcome::Failed),
        point(107.8, 40.7, Outcome::Passed),
        point(107.801, 40.701, Outcome::CantTell),
    ];
    map(locale, vec![area("甲区", data, 3), silent], points)
}

#[test]
fn a_small_map_is_drawn_as_it_always_was() {
    let locale = Locale::new(Language::En);
    let outlines = [square(107.0, 40.0, 1.0), square(108.0, 40.0, 1.0)];
    let drawn = svg(&small(&locale, &outlines)).replace('>', ">\n");
    let (_, body) = drawn.split_once("</style>\n").expect("a style");
    assert_eq!(body, include_str!("expected.txt"));
}

#[test]
fn the_same_figures_are_the_same_bytes() {
    let locale = Locale::new(Language::Zh);
    let outlines = [square(107.0, 40.0, 1.0), square(108.0, 40.0, 1.0)];
    assert_eq!(svg(&small(&locale, &outlines)), svg(&small(&locale, &outlines)));
}

#[test]
fn the_picture_is_a_page_of_a4_at_300_dots_per_inch() {
    let locale = Locale::new(Language::Zh);
    let outlines = [square(107.0, 40.0, 1.0), square(108.0, 40.0, 1.0)];
    let bytes = super::png(&small(&locale, &outlines)).expect("drawn");
    let mut reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("a picture");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    assert_eq!((info.width, info.height), (3508, 2480));
    assert_eq!(reader.info().pixel_dims.map(|dots| dots.xppu), Some(11_811));
    let inked = pixels.as_chunks::<3>().0.iter().filter(|pixel| **pixel != [255; 3]).count();
    assert!(inked > 100_000, "{inked}");
}

#[test]
fn a_character_the_font_lacks_is_said() {
    let locale = Locale::new(Language::Zh);
    let outlines = [square(107.0, 40.0, 1.0), square(108.0, 40.0, 1.0)];
    let mut map = small(&locale, &outlines);
    map.areas[0].name = "𠮷林街道".to_owned();
    let drawn = svg(&map);
    assert!(drawn.contains("𠮷林街道") && drawn.contains("U+20BB7"));
    let shown = font::displayable(&drawn);
    assert!(shown.contains("〓林街道") && lacks(&shown).is_empty());
}

#[test]
fn names_are_text_and_not_markup() {
    let locale = Locale::new(Language::Zh);
    let outlines = [square(107.0, 40.0, 1.0), square(108.0, 40.0, 1.0)];
    let mut map = small(&locale, &outlines);
    map.areas[0].name = "<script>".to_owned();
    assert!(svg(&map).contains("&lt;script&gt;") && !svg(&map).contains("<script>"));
}

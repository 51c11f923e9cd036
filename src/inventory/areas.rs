//! Areas by their outlines: which of them a place lies in.

use std::collections::{BTreeMap, BTreeSet};

use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::geometry::{LonLat, Outline};
use crate::model::{Adcode, Boundary};

/// Areas with their outlines, ready to be asked about many places.
#[derive(Debug)]
pub struct Areas {
    all: Vec<Area>,
    boxes: RTree<GeomWithData<Rectangle<[f64; 2]>, usize>>,
    parents: BTreeMap<Adcode, Adcode>,
}

#[derive(Debug)]
struct Area {
    boundary: Boundary,
    outline: Outline,
    /// The codes of all it lies in.
    above: BTreeSet<Adcode>,
}

impl Areas {
    /// Areas of these outlines; what a boundary does not say of its parent, others may know.
    pub fn new(boundaries: Vec<Boundary>, parents: impl IntoIterator<Item = (Adcode, Adcode)>) -> Self {
        let mut known: BTreeMap<Adcode, Adcode> = parents.into_iter().collect();
        let own = boundaries.iter().filter_map(|one| Some((one.adcode.clone(), one.parent.clone()?)));
        known.extend(own);
        let area = |boundary: Boundary| {
            let outline = Outline::new(&boundary.outline)?;
            Some(Area { above: above(&known, &boundary.adcode), boundary, outline })
        };
        let all: Vec<Area> = boundaries.into_iter().filter_map(area).collect();
        let boxes =
            RTree::bulk_load(all.iter().enumerate().map(|(number, area)| area.boxed(number)).collect());
        Self { all, boxes, parents: known }
    }

    /// The finest area that holds a place; on a border between several, the one with the lowest code.
    pub fn at(&self, place: LonLat) -> Option<&Boundary> {
        let holding: Vec<&Area> = self
            .boxes
            .locate_in_envelope_intersecting(AABB::from_point([place.longitude, place.latitude]))
            .filter_map(|found| self.all.get(found.data))
            .filter(|area| area.outline.covers(place))
            .collect();
        let has_finer = |area: &Area| holding.iter().any(|one| one.above.contains(&area.boundary.adcode));
        let finest = holding.iter().filter(|area| !has_finer(area)).map(|area| &area.boundary);
        finest.min_by(|a, b| a.adcode.cmp(&b.adcode))
    }

    /// The outlines, each with the parent that is known of it.
    pub fn boundaries(&self) -> impl Iterator<Item = Boundary> {
        let parent = |one: &Boundary| self.parents.get(&one.adcode).cloned();
        self.all.iter().map(move |area| Boundary { parent: parent(&area.boundary), ..area.boundary.clone() })
    }

    /// Whether one area lies in another, or is it.
    pub(super) fn lies_in(&self, area: &Adcode, whole: &Adcode) -> bool {
        area == whole || above(&self.parents, area).contains(whole)
    }

    /// Whether an area, or an area below it, holds a place.
    pub(super) fn holds(&self, code: &Adcode, place: LonLat) -> bool {
        let own = self.all.iter().find(|area| area.boundary.adcode == *code);
        match own {
            Some(own) => own.outline.covers(place),
            None => self.at(place).is_some_and(|found| self.lies_in(&found.adcode, code)),
        }
    }

    /// What an area is called.
    pub(super) fn name(&self, code: &Adcode) -> &str {
        let own = self.all.iter().find(|area| area.boundary.adcode == *code);
        own.map_or("", |own| &own.boundary.name)
    }
}

impl Area {
    fn boxed(&self, number: usize) -> GeomWithData<Rectangle<[f64; 2]>, usize> {
        let bounds = self.outline.area();
        let corners = ([bounds.west, bounds.south], [bounds.east, bounds.north]);
        GeomWithData::new(Rectangle::from_corners(corners.0, corners.1), number)
    }
}

/// Everything an area lies in; a circle of parents ends where it began.
fn above(parents: &BTreeMap<Adcode, Adcode>, area: &Adcode) -> BTreeSet<Adcode> {
    let mut found = BTreeSet::new();
    let mut next = parents.get(area);
    while let Some(parent) = next {
        if parent == area || !found.insert(parent.clone()) {
            break;
        }
        next = parents.get(parent);
    }
    found
}

#[cfg(test)]
pub(super) mod tests {
    use geo::{Polygon, Rect};

    use super::*;

    /// A rectangle of whole degrees.
    pub(in crate::inventory) fn boundary(code: &str, parent: Option<&str>, corners: [f64; 4]) -> Boundary {
        let [west, south, east, north] = corners;
        let outline: Polygon<f64> = Rect::new((west, south), (east, north)).to_polygon();
        Boundary {
            adcode: code.into(),
            name: format!("area {code}").into(),
            level: None,
            parent: parent.map(Into::into),
            outline: outline.into(),
        }
    }

    pub(in crate::inventory) fn at(longitude: f64, latitude: f64) -> LonLat {
        LonLat { longitude, latitude }
    }

    #[test]
    fn the_finest_area_holds_a_place_and_on_borders_the_lowest_code() {
        let county = |code, corners| boundary(code, Some("999900"), corners);
        let areas = Areas::new(
            vec![
                county("999902", [1.0, 0.0, 2.0, 1.0]),
                boundary("999900", None, [0.0, 0.0, 3.0, 1.0]),
                county("999901", [0.0, 0.0, 1.0, 1.0]),
            ],
            [],
        );
        let code = |x, y| areas.at(at(x, y)).map(|found| found.adcode.to_string());
        assert_eq!(code(0.5, 0.5).as_deref(), Some("999901"));
        assert_eq!(code(1.5, 0.5).as_deref(), Some("999902"));
        assert_eq!(code(1.0, 0.5).as_deref(), Some("999901"), "between both");
        assert_eq!(code(2.5, 0.5).as_deref(), Some("999900"), "no county has an outline there");
        assert_eq!(code(3.5, 0.5), None);
    }

    #[test]
    fn parents_may_come_from_elsewhere_and_a_circle_of_them_ends() {
        let parents = [("999901", "999900"), ("999900", "990000"), ("990000", "999900")];
        let parents = parents.map(|(area, parent)| (Adcode::from(area), Adcode::from(parent)));
        let outlines = [("999900", [0.0, 0.0, 3.0, 1.0]), ("999901", [0.0, 0.0, 1.0, 1.0])];
        let areas = Areas::new(outlines.map(|(code, corners)| boundary(code, None, corners)).into(), parents);
        assert_eq!(areas.at(at(0.5, 0.5)).map(|found| found.adcode.as_str()), Some("999901"));
        assert!(areas.lies_in(&"999901".into(), &"990000".into()));
        assert!(!areas.lies_in(&"999900".into(), &"999901".into()));
    }
}

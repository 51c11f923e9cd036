//! Map layers for QGIS and other mapping programs (RFC 7946).
//!
//! Two files, since a layer has one kind of thing: `facilities.geojson` with a
//! point for each facility, `jurisdictions.geojson` with an area for each that
//! has an outline or a facility. WGS 84, seven decimals. What has no place has
//! no geometry, and is there all the same; names of properties are English in
//! both languages, so that a project file keeps working.

use std::io::{BufWriter, Result, Write};

use geo::orient::{Direction, Orient as _};
use geo::{Coord, MapCoords as _, MultiPolygon};
use geojson::GeometryValue;
use serde::Serialize;

use super::places::{self, AreaUse, Gaps};
use super::safe::visible;
use super::{Context, map};
use crate::map::Share;
use crate::model::{FacilityUse, Finding, GapClass, Outcome, Outcomes, Run};

/// Writes both layers; `open` is asked for one file after the other, by name.
pub fn write<W: Write>(
    run: &Run,
    context: &Context<'_>,
    mut open: impl FnMut(&str) -> Result<W>,
) -> Result<()> {
    let gaps = Gaps::of(run, *context);
    let facilities = places::facilities(run, *context).map(|facility| point(facility, &gaps, *context));
    layer("facilities", facilities, run, *context, open("facilities.geojson")?)?;
    let areas = places::areas(run, *context);
    layer("jurisdictions", areas.iter().map(area), run, *context, open("jurisdictions.geojson")?)
}

/// What the whole file is about, beside its features.
#[derive(Serialize)]
struct Head<'a> {
    name: &'a str,
    as_of: String,
    source: String,
    map_number: String,
}

fn layer<P: Serialize>(
    name: &str,
    features: impl Iterator<Item = Feature<P>>,
    run: &Run,
    context: Context<'_>,
    out: impl Write,
) -> Result<()> {
    let mut out = BufWriter::new(out);
    let (source, map_number) = (map::source(run, context), map::number(run, context));
    let head = serde_json::to_string(&Head { name, as_of: run.plan.as_of.to_string(), source, map_number })?;
    let head = head.trim_start_matches('{').trim_end_matches('}');
    write!(out, "{{\"type\":\"FeatureCollection\",{head},\"features\":[")?;
    for (number, feature) in features.enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut out, &feature)?;
    }
    out.write_all(b"\n]}\n")?;
    out.flush()
}

#[derive(Serialize)]
struct Feature<P> {
    r#type: &'static str,
    geometry: Option<geojson::Geometry>,
    properties: P,
}

impl<P> Feature<P> {
    fn new(geometry: Option<GeometryValue>, properties: P) -> Self {
        Self { r#type: "Feature", geometry: geometry.map(geojson::Geometry::new), properties }
    }
}

/// A facility: who it is, how it stands, which requirements it fails.
#[derive(Serialize)]
struct Facility {
    id: String,
    name: Option<String>,
    r#type: String,
    type_label: String,
    adcode: Option<String>,
    outcome: String,
    outcome_label: String,
    gap: Option<String>,
    gap_label: Option<String>,
    passed: u64,
    failed: u64,
    cant_tell: u64,
    inapplicable: u64,
    untested: u64,
    violation: usize,
    overdue_target: usize,
    upcoming: usize,
    lagging: usize,
    advice: usize,
    evidence_gap: usize,
    failed_requirements: String,
    open_requirements: String,
    /// Of both, those that go by a fact nobody checked against the document.
    unverified_requirements: String,
}

fn point<'a>(facility: &'a FacilityUse, gaps: &Gaps<'a>, context: Context<'_>) -> Feature<Facility> {
    let (subject, outcomes) = (&facility.subject, facility.outcomes);
    let (found, worst) = (gaps.at(subject), gaps.worst(subject));
    let of = |class: GapClass| found.iter().filter(|finding| finding.gap == Some(class)).count();
    let properties = Facility {
        id: visible(subject.id.as_str()).into_owned(),
        name: subject.name.as_deref().map(|name| visible(name).into_owned()),
        r#type: subject.facility_type.to_string(),
        type_label: context.facility_type(&subject.facility_type),
        adcode: subject.jurisdiction.as_ref().map(|code| visible(code.as_str()).into_owned()),
        outcome: outcomes.worst().key(),
        outcome_label: context.outcome(outcomes.worst()),
        gap: worst.map(GapClass::key),
        gap_label: worst.map(|class| context.text(&format!("gap-{}", class.key()))),
        passed: outcomes.passed,
        failed: outcomes.failed,
        cant_tell: outcomes.cant_tell,
        inapplicable: outcomes.inapplicable,
        untested: outcomes.untested,
        violation: of(GapClass::Violation),
        overdue_target: of(GapClass::OverdueTarget),
        upcoming: of(GapClass::Upcoming),
        lagging: of(GapClass::Lagging),
        advice: of(GapClass::Advice),
        evidence_gap: of(GapClass::EvidenceGap),
        failed_requirements: ids(found.iter().filter(|one| one.outcome == Outcome::Failed)),
        open_requirements: ids(found.iter().filter(|one| one.outcome == Outcome::CantTell)),
        unverified_requirements: ids(found.iter().filter(|one| context.unverified(&one.duty).is_some())),
    };
    let position = subject.position.map(|(longitude, latitude)| vec![rounded(longitude), rounded(latitude)]);
    Feature::new(position.map(GeometryValue::new_point), properties)
}

/// Ids of requirements, so that a filter can look for one.
fn ids<'a>(found: impl Iterator<Item = &'a &'a Finding>) -> String {
    found.map(|finding| finding.duty.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// An area: its facilities by their worst outcome, and the share of what applies to them that is met.
#[derive(Serialize)]
struct Jurisdiction {
    adcode: Option<String>,
    name: String,
    level: Option<String>,
    facilities: u64,
    facilities_passed: u64,
    facilities_failed: u64,
    facilities_cant_tell: u64,
    facilities_inapplicable: u64,
    facilities_untested: u64,
    passed: u64,
    failed: u64,
    cant_tell: u64,
    inapplicable: u64,
    untested: u64,
    share_low: Option<u64>,
    share_high: Option<u64>,
    coverage: Option<u64>,
}

fn area(area: &AreaUse<'_>) -> Feature<Jurisdiction> {
    let (Outcomes { passed, failed, cant_tell, inapplicable, untested }, facilities) =
        (area.outcomes, area.facilities);
    let share = Share::of(area.outcomes);
    let properties = Jurisdiction {
        adcode: area.code.map(|code| visible(code.as_str()).into_owned()),
        name: area.name.clone(),
        level: area
            .boundary
            .and_then(|boundary| boundary.level.as_deref())
            .map(|level| visible(level).into_owned()),
        facilities: facilities.subjects(),
        facilities_passed: facilities.passed,
        facilities_failed: facilities.failed,
        facilities_cant_tell: facilities.cant_tell,
        facilities_inapplicable: facilities.inapplicable,
        facilities_untested: facilities.untested,
        passed,
        failed,
        cant_tell,
        inapplicable,
        untested,
        share_low: share.map(|share| share.low),
        share_high: share.map(|share| share.high),
        coverage: share.map(|share| share.coverage),
    };
    Feature::new(area.boundary.map(|boundary| outline(&boundary.outline)), properties)
}

/// The outline with its outer rings counter-clockwise, as the format wants them.
fn outline(outline: &MultiPolygon<f64>) -> GeometryValue {
    let turned = outline.orient(Direction::Default);
    GeometryValue::from(&turned.map_coords(|Coord { x, y }| Coord { x: rounded(x), y: rounded(y) }))
}

/// Seven decimals: a centimetre.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e7).round() / 1e7
}

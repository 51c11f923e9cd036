//! The map of a run: figures for [`crate::map`], and the drawing as bytes.

use std::io::Write;

use super::Context;
use super::amount::count;
use super::places::{self, AreaUse, Gaps};
use super::privacy;
use super::safe::visible;
use crate::locale::Message;
use crate::map::{Area, Map, Point};
use crate::model::{FacilityUse, Outcomes, Run, Tally};

/// Whether a map can be drawn: somewhere is something.
pub fn is_possible(run: &Run, context: &Context<'_>) -> bool {
    places::facilities(run, *context).any(|facility| facility.subject.position.is_some())
}

/// Writes the map as an SVG document.
pub fn svg(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let areas = places::areas(run, *context);
    out.write_all(crate::map::svg(&of(run, *context, &areas)).as_bytes())
}

/// Writes the map as a PNG picture; characters its font lacks are shown as `〓`, and said.
pub fn png(run: &Run, context: &Context<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let areas = places::areas(run, *context);
    out.write_all(&crate::map::png(&of(run, *context, &areas))?)
}

/// What the map shows.
pub(super) fn of<'a>(run: &'a Run, context: Context<'a>, areas: &'a [AreaUse<'a>]) -> Map<'a> {
    let gaps = Gaps::of(run, context);
    let placed = places::facilities(run, context).filter_map(|facility| point(facility, &gaps));
    let points: Vec<Point> = placed.collect();
    let facilities = places::facilities(run, context).count();
    Map {
        locale: context.locale,
        title: title(run, context),
        subtitle: visible(&context.plan_line(&run.plan)).into_owned(),
        notices: notices(run, context),
        source: source(run, context),
        number: number(run, context),
        areas: areas.iter().filter(|area| area.is_leaf).filter_map(drawn).collect(),
        unplaced: (facilities - points.len()) as u64,
        points,
    }
}

fn drawn<'a>(area: &'a AreaUse<'a>) -> Option<Area<'a>> {
    let outline = &area.boundary?.outline;
    Some(Area { name: area.name.clone(), outline, outcomes: area.outcomes })
}

fn point<'a>(facility: &'a FacilityUse, gaps: &Gaps<'a>) -> Option<Point> {
    let subject = &facility.subject;
    Some(Point { position: subject.position?, outcome: facility.outcomes.worst(), gap: gaps.worst(subject) })
}

fn title(run: &Run, context: Context<'_>) -> String {
    let place = run.plan.jurisdiction.as_ref().map(|code| context.place(code));
    let title = context.text("map-title");
    place.map_or(title.clone(), |place| format!("{place} {title}"))
}

/// That a standard is made up is said wherever it is shown.
fn notices(run: &Run, context: Context<'_>) -> Vec<String> {
    let made_up = run.plan.standards.iter().filter(|standard| standard.made_up);
    made_up.map(|standard| context.say("report-made-up", "title", context.label(&standard.title))).collect()
}

pub(super) fn source(run: &Run, context: Context<'_>) -> String {
    let rows = privacy::rows_of_inputs(run, context.catalogue);
    let message = Message::new("map-source")
        .with("files", run.plan.inputs.len())
        .with("told", if rows.is_some() { "yes" } else { "no" })
        .with("rows", rows.map(count).unwrap_or_default())
        .with("engine", &run.plan.engine);
    let parts = [context.locale.say(&message)].into_iter().chain(unverified(run, context));
    parts.collect::<Vec<_>>().join(" ")
}

/// How many of the requirements that decided something go by facts nobody checked.
fn unverified(run: &Run, context: Context<'_>) -> Option<String> {
    let decided = |tally: &&Tally| {
        let Outcomes { passed, failed, cant_tell, .. } = tally.outcomes;
        passed + failed + cant_tell > 0 && context.unverified(&tally.duty).is_some()
    };
    let count = run.tallies.iter().filter(decided).count();
    (count > 0).then(|| context.say("map-unverified", "count", count))
}

/// The number of the map's approval; without one, that it is for internal use.
pub(super) fn number(run: &Run, context: Context<'_>) -> String {
    let number = run.geography.as_ref().and_then(|geography| geography.number.as_deref());
    match number {
        Some(number) => context.say("map-number", "number", visible(number)),
        None => context.text("map-internal"),
    }
}

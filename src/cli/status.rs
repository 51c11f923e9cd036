//! `barrierfree status`: what is in the inventory.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Value, json};

use super::args::StatusArgs;
use super::progress::Line;
use super::{CLEAN, print, survey};
use crate::locale::{Locale, Message};
use crate::model::Adcode;
use crate::project::{self, Failure, Overrides, Project, Status, TypeStatus, Undecided};
use crate::report::{self, Context};

pub(super) fn run(options: &StatusArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    let Project { config, library } = Project::open(options.project.as_deref(), overrides)?;
    let line = Line::start(locale.language);
    let status = project::status(&config, options.drafts, &library, &line)?;
    line.end();
    let areas = library.areas();
    let context = Context { locale, catalogue: &library.catalogue, areas: &areas };
    if let Some(path) = &options.diagnostics {
        project::write_file(path, |out| report::csv::diagnostics(&status.diagnostics, &context, out))?;
    }
    print(|out| {
        if options.json { as_json(&status, out) } else { show(&status, &config.title.value, &context, out) }
    })
    .map(|()| CLEAN)
}

fn show(status: &Status, title: &str, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    if !title.is_empty() {
        writeln!(out, "{title}\n")?;
    }
    if status.surveys.is_empty() {
        return writeln!(out, "{}", context.locale.text("status-empty"));
    }
    writeln!(out, "{}", context.locale.text("status-surveys"))?;
    for one in &status.surveys {
        let files = Message::new("survey-files").with("files", one.sources.len());
        writeln!(out, "  {}  {}", survey::heading(one, context.locale), context.locale.say(&files))?;
    }
    let types = status.types.iter().map(|of| facilities(of, context));
    section("status-facilities", &types.collect::<Vec<_>>(), context, out)?;
    if status.photos > 0 {
        let photos = Message::new("status-photos").with("photos", status.photos);
        writeln!(out, "\n{}", context.locale.say(&photos))?;
    }
    let doubtful = status.doubtful().into_iter().map(|(code, count)| {
        let kind = context.locale.text(&format!("report-kind-{}", code.key()));
        format!("{kind}: {count}")
    });
    section("status-doubtful", &doubtful.collect::<Vec<_>>(), context, out)?;
    undecided(status.undecided, context, out)
}

/// What waits for somebody; nothing where nothing does.
fn undecided(undecided: Undecided, context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    if undecided == Undecided::default() {
        return Ok(());
    }
    let Undecided { pairs, conflicts } = undecided;
    let message = Message::new("status-undecided").with("pairs", pairs).with("conflicts", conflicts);
    writeln!(out, "\n{}", context.locale.say(&message))
}

/// A heading and its lines; nothing where there are none.
fn section(title: &str, lines: &[String], context: &Context<'_>, out: &mut dyn Write) -> io::Result<()> {
    if !lines.is_empty() {
        writeln!(out, "\n{}", context.locale.text(title))?;
    }
    lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
}

/// A type with its facilities by area.
fn facilities(of: &TypeStatus, context: &Context<'_>) -> String {
    let label = context.catalogue.facility_type(of.id.as_str()).map(|(_, of)| &of.label);
    let label = label.map_or(of.id.as_str(), |label| label.text(context.locale.language));
    let Some(by_area) = &of.by_area else {
        return format!("{label}: {}", context.locale.text("status-few"));
    };
    let total: u64 = by_area.iter().map(|(_, count)| count).sum();
    let one =
        |(area, count): &(Option<Adcode>, u64)| format!("{} {count}", area_name(area.as_ref(), context));
    format!("{label}: {total} ({})", by_area.iter().map(one).collect::<Vec<_>>().join(", "))
}

fn area_name(area: Option<&Adcode>, context: &Context<'_>) -> String {
    let Some(area) = area else { return context.locale.text("status-nowhere") };
    let name = context.areas.get(area);
    name.map_or_else(|| area.to_string(), |name| name.text(context.locale.language).to_owned())
}

fn as_json(status: &Status, out: &mut dyn Write) -> io::Result<()> {
    let area = |(area, count): &(Option<Adcode>, u64)| json!({ "jurisdiction": area, "facilities": count });
    let of = |of: &TypeStatus| {
        let by_area = of.by_area.as_ref().map(|areas| areas.iter().map(area).collect::<Vec<_>>());
        json!({ "type": of.id, "byJurisdiction": by_area })
    };
    let doubtful = status.doubtful().into_iter();
    let doubtful = doubtful.map(|(code, count)| json!({ "code": code, "count": count }));
    let result: Value = json!({
        "surveys": status.surveys.iter().map(survey::value).collect::<Vec<_>>(),
        "types": status.types.iter().map(of).collect::<Vec<_>>(),
        "photos": status.photos,
        "doubtful": doubtful.collect::<Vec<_>>(),
        "undecided": { "pairs": status.undecided.pairs, "conflicts": status.undecided.conflicts },
    });
    serde_json::to_writer_pretty(&mut *out, &result)?;
    writeln!(out)
}

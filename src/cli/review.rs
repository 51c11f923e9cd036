//! `barrierfree review`: facilities that may be one, side by side, and the word on them.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::args::{ReviewArgs, ReviewCommand, SayArgs};
use super::{CLEAN, print, say};
use crate::locale::{Locale, Message};
use crate::model::{Catalogue, Likeness, Verdict};
use crate::project::{self, Failure, Overrides, Project, Reviewed, Side};
use crate::report::visible;
use crate::store::By;

pub(super) fn run(options: &ReviewArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    match &options.command {
        ReviewCommand::List { all, project, json } => {
            let Project { config, library } = open(project.as_deref(), standards)?;
            let pairs = project::reviewed(&config.store.value, *all, &library)?;
            print(
                |out| {
                    if *json { as_json(&pairs, out) } else { list(&pairs, &library.catalogue, locale, out) }
                },
            )
            .map(|()| CLEAN)
        }
        ReviewCommand::Accept(said) => word(said, Verdict::Same, standards, locale),
        ReviewCommand::Reject(said) => word(said, Verdict::Different, standards, locale),
        ReviewCommand::Reopen(said) => word(said, Verdict::Ask, standards, locale),
    }
}

fn open(project: Option<&Path>, standards: Option<&Path>) -> Result<Project, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    Project::open(project, overrides)
}

/// Says of pairs whether they are one.
fn word(said: &SayArgs, verdict: Verdict, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let config = open(said.project.as_deref(), standards)?.config;
    let by = By::Person { name: said.by.clone(), reason: said.reason.clone() };
    let pairs = project::decide(&config.store.value, &said.ids, verdict, &by)?;
    say(&locale.say(&Message::new(format!("review-said-{}", verdict.key())).with("pairs", pairs)));
    Ok(CLEAN)
}

fn list(pairs: &[Reviewed], catalogue: &Catalogue, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    if pairs.is_empty() {
        return writeln!(out, "{}", locale.text("review-none"));
    }
    for Reviewed { number, facility_type, both, decision, verdict } in pairs {
        let label = catalogue.facility_type(facility_type.as_str());
        let label = label.map_or(facility_type.as_str(), |(_, of)| of.label.text(locale.language));
        let verdict = locale.text(&format!("review-verdict-{}", verdict.key()));
        writeln!(out, "{number}  {label}: {verdict}")?;
        for one in both {
            writeln!(out, "    {}", side(one))?;
        }
        writeln!(out, "    {}", by(&decision.by, locale))?;
    }
    Ok(())
}

fn side(side: &Side) -> String {
    let place = side.position.map(|(longitude, latitude)| format!("{longitude:.6}, {latitude:.6}"));
    let row = side.row.as_ref().map(|(file, row)| format!("{}:{row}", visible(file)));
    let name = side.name.as_deref().map(|name| visible(name).into_owned());
    let id = visible(&side.identity.to_string()).into_owned();
    [Some(id), name, place, row].into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// What decided it, in words.
fn by(by: &By, locale: &Locale) -> String {
    match by {
        By::Rule(likeness) => rule(likeness, locale),
        By::Person { name, reason } => {
            let text =
                |text: &Option<String>| text.as_deref().map_or("-".into(), |text| visible(text).into_owned());
            locale
                .say(&Message::new("review-by-person").with("name", text(name)).with("reason", text(reason)))
        }
    }
}

fn rule(likeness: &Likeness, locale: &Locale) -> String {
    let mut parts = vec![locale.text(&format!("review-names-{}", likeness.names.key()))];
    parts.extend(
        likeness.metres.map(|metres| locale.say(&Message::new("review-metres").with("metres", metres))),
    );
    if likeness.agreeing + likeness.differing > 0 {
        let values = Message::new("review-values").with("agreeing", likeness.agreeing);
        parts.push(locale.say(&values.with("differing", likeness.differing)));
    }
    parts.extend(likeness.doubt.map(|doubt| locale.text(&format!("review-doubt-{}", doubt.key()))));
    parts.join("; ")
}

fn as_json(pairs: &[Reviewed], out: &mut dyn Write) -> io::Result<()> {
    let side = |side: &Side| {
        let (file, row) = side.row.clone().unzip();
        json!({ "id": side.identity.to_string(), "name": side.name, "position": side.position, "file": file, "row": row })
    };
    let one = |pair: &Reviewed| {
        let [known, new] = &pair.both;
        json!({
            "number": pair.number,
            "type": pair.facility_type,
            "verdict": pair.verdict,
            "known": side(known),
            "new": side(new),
            "at": pair.decision.at,
            "by": pair.decision.by,
        })
    };
    serde_json::to_writer_pretty(&mut *out, &pairs.iter().map(one).collect::<Vec<_>>())?;
    writeln!(out)
}

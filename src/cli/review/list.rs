//! What waits for a decision, for the terminal.

use std::io::{Result, Write};

use crate::locale::{Locale, Message};
use crate::model::Likeness;
use crate::project::{Claim, Conflict, Reviewed, Side};
use crate::report::{Context, visible};
use crate::store::By;

/// Writes pairs, then contradictions.
pub(super) fn write(
    pairs: &[Reviewed],
    conflicts: &[Conflict],
    context: Context<'_>,
    out: &mut dyn Write,
) -> Result<()> {
    if pairs.is_empty() && conflicts.is_empty() {
        return writeln!(out, "{}", context.locale.text("review-none"));
    }
    pairs.iter().try_for_each(|one| pair(one, context, out))?;
    conflicts.iter().try_for_each(|one| conflict(one, context, out))
}

fn pair(pair: &Reviewed, context: Context<'_>, out: &mut dyn Write) -> Result<()> {
    let label = context.facility_type(&pair.facility_type);
    let verdict = context.locale.text(&format!("review-verdict-{}", pair.verdict.key()));
    writeln!(out, "{}  {label}: {verdict}", pair.number)?;
    for one in &pair.both {
        writeln!(out, "    {}", side(one))?;
    }
    writeln!(out, "    {}", by(&pair.decision.by, context.locale))
}

fn conflict(conflict: &Conflict, context: Context<'_>, out: &mut dyn Write) -> Result<()> {
    let label = context.facility_type(&conflict.facility_type);
    let name = conflict.name.as_deref().map(|name| format!(" {}", visible(name))).unwrap_or_default();
    let property = context.property(&conflict.facility_type, &conflict.property);
    let state = if conflict.is_open() { "review-verdict-ask" } else { "review-verdict-chosen" };
    let (id, day, state) = (visible(&conflict.facility), conflict.day, context.locale.text(state));
    writeln!(out, "{label} {id}{name}  {property}  {day}: {state}")?;
    for one in &conflict.claims {
        writeln!(out, "    {}", claim(one, context.locale))?;
    }
    match &conflict.decision {
        Some(decision) => writeln!(out, "    {}", by(&decision.by, context.locale)),
        None => Ok(()),
    }
}

/// A row and what it says, with the mark of one that does not count.
fn claim(claim: &Claim, locale: &Locale) -> String {
    let sheet = claim.sheet.as_ref().map(|sheet| format!("{}:", visible(sheet))).unwrap_or_default();
    let aside = if claim.counts { String::new() } else { format!("  ({})", locale.text("review-aside")) };
    let (cell, words, file) = (&claim.cell, visible(&claim.words), visible(&claim.file));
    format!("{cell}  {words}  {file}:{sheet}{}{aside}", claim.row)
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

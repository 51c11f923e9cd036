//! A comparison for the terminal: counts by type and area, then every facility.

use std::io::{Result, Write};

use super::place;
use crate::locale::Message;
use crate::model::{Compared, Comparison, Fate, FateCount};
use crate::report::Context;
use crate::report::amount::{count, length};
use crate::report::safe::visible;
use crate::report::table::grid::{Grid, wrap};

/// Writes a comparison for a terminal of so many columns; no list is cut.
pub fn table(comparison: &Comparison, context: Context<'_>, width: usize, out: &mut dyn Write) -> Result<()> {
    let [before, after] = comparison.sides.map(|side| context.side(side));
    let title = Message::new("comparison-title").with("before", before).with("after", after);
    let mut lines = wrap(&context.locale.say(&title), width);
    lines.extend(counts(&comparison.counts, context).lines(width));
    for fate in Fate::ALL {
        let of_fate: Vec<&Compared> = comparison.facilities.iter().filter(|one| one.fate == fate).collect();
        if !of_fate.is_empty() {
            let title =
                context.say(&format!("comparison-{}", fate.key()), "facilities", length(of_fate.len()));
            lines.extend([String::new(), title]);
        }
        lines.extend(of_fate.into_iter().flat_map(|one| facility(one, context)));
    }
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
}

fn counts(counts: &[FateCount], context: Context<'_>) -> Grid {
    let heads = ["type", "jurisdiction", "new", "unseen", "changed", "same"];
    let mut grid = Grid::new(heads.map(|head| context.text(&format!("comparison-column-{head}"))).to_vec());
    for row in counts {
        let (of, area) = (context.facility_type(&row.facility_type), context.area(row.jurisdiction.as_ref()));
        let numbers = match row.counts {
            Some(fates) => fates.all().map(count).to_vec(),
            None => vec![context.text("comparison-few"); 4],
        };
        grid.add([vec![of, area], numbers].concat());
    }
    grid
}

/// A facility with its row, and below it what changed.
fn facility(one: &Compared, context: Context<'_>) -> Vec<String> {
    let row = one.rows[1].as_ref().filter(|_| one.fate != Fate::Unseen).or(one.rows[0].as_ref());
    let name = one.name.as_deref().map(|name| visible(name).into_owned());
    let seen = one.seen.into_iter().flatten().last().map(|day| day.to_string());
    let parts = [
        Some(context.facility_type(&one.facility_type)),
        Some(visible(one.id.as_str()).into_owned()),
        name,
        Some(context.area(one.jurisdiction.as_ref())),
        seen,
        Some(context.row(row.or(one.rows[1].as_ref()))),
    ];
    let first = format!("  {}", parts.into_iter().flatten().collect::<Vec<_>>().join("  "));
    std::iter::once(first).chain(changes(one, context)).collect()
}

fn changes(one: &Compared, context: Context<'_>) -> Vec<String> {
    let line = |name: String, [old, new]: [String; 2], [from, to]: [String; 2]| {
        let message = Message::new("comparison-change").with("name", name).with("old", old).with("new", new);
        format!("      {}", context.locale.say(&message.with("from", from).with("to", to)))
    };
    let moved = one.moved.map(|places| {
        let rows = one.rows.each_ref().map(|row| context.row(row.as_ref()));
        line(context.text("comparison-place"), places.map(place), rows)
    });
    let values = one.changes.iter().map(|change| {
        let of = &one.facility_type;
        let values =
            change.values.each_ref().map(|value| match context.recorded(of, &change.property, value) {
                empty if empty.is_empty() => context.text("comparison-nothing"),
                words => words,
            });
        let rows = change.cells.each_ref().map(|cell| context.row(cell.as_ref()));
        line(context.property(of, &change.property), values, rows)
    });
    moved.into_iter().chain(values).collect()
}

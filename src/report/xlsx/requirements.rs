//! Every requirement with its counts.

use rust_xlsxwriter::XlsxError;

use super::list::{Cell, Column, Layout, List};
use crate::model::{Outcomes, Run, Tally};
use crate::report::{Context, privacy};

const COLUMNS: [Column; 13] = [
    ("requirement", 32.0),
    ("clause", 28.0),
    ("strength", 14.0),
    ("lead", 18.0),
    ("deadline-date", 11.0),
    ("passed", 9.0),
    ("failed", 9.0),
    ("cant-tell", 9.0),
    ("inapplicable", 9.0),
    ("untested", 9.0),
    ("missing", 18.0),
    ("caveats", 34.0),
    ("requirement-id", 18.0),
];

pub(super) fn write(list: &mut List<'_>, run: &Run) -> Result<(), XlsxError> {
    let layout = Layout { name: "report-xlsx-requirements", columns: &COLUMNS, printed: 12, frozen: 1 };
    let context = list.context;
    list.write(&layout, run.tallies.iter().map(|tally| row(tally, run, context)))
}

fn row(tally: &Tally, run: &Run, context: Context<'_>) -> Vec<Cell> {
    let duty = &tally.duty;
    let outcomes = privacy::outcomes(tally, context.catalogue);
    let withheld = outcomes.is_none().then(|| context.text("report-withheld"));
    let caveats: Vec<_> = withheld.into_iter().chain(context.caveats(duty, &run.plan)).collect();
    let mut row = vec![
        Cell::text(context.label(&duty.title)),
        Cell::text(context.citation(duty)),
        Cell::text(context.strength(&duty.obligation)),
        Cell::text(context.lead(duty)),
        Cell::due(duty, context, run.plan.as_of),
    ];
    row.extend(figures(outcomes));
    row.push(outcomes.map_or(Cell::text("※"), |_| Cell::text(context.missing(tally))));
    row.extend([Cell::text(context.list(&caveats)), Cell::text(duty.id.as_str())]);
    row
}

fn figures(outcomes: Option<Outcomes>) -> [Cell; 5] {
    let Some(Outcomes { passed, failed, cant_tell, inapplicable, untested }) = outcomes else {
        return [(); 5].map(|()| Cell::text("※"));
    };
    [passed, failed, cant_tell, inapplicable, untested].map(Cell::count)
}

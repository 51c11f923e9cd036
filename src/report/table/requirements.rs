//! What came of each requirement, standard by standard, in the order of its document.
//!
//! Requirements of which nothing was judged are counted, not listed: by the
//! whole law a file of car parks leaves a hundred of them.

use super::grid::{Grid, wrap};
use super::{CANT_TELL, FAILED, Page};
use crate::model::{Outcome, Outcomes, Tally};
use crate::report::amount::{count, length};
use crate::report::privacy;

impl Page<'_> {
    pub(super) fn requirements(&self) -> Vec<String> {
        let mut grid = Grid::new(self.heads());
        for tallies in self.run.tallies.chunk_by(|one, next| one.duty.standard == next.duty.standard) {
            self.standard(tallies, &mut grid);
        }
        let mut lines = grid.lines(self.width);
        if self.run.tallies.iter().any(|tally| self.outcomes(tally).is_none()) {
            lines.extend(wrap(&format!("{WITHHELD} {}", self.context.text("report-withheld")), self.width));
        }
        let mut shown = self.run.tallies.iter().filter(|tally| self.is_judged(tally));
        if shown.any(|tally| self.context.unverified(&tally.duty).is_some()) {
            let note = self.context.text("report-unverified-mark");
            lines.extend(wrap(&format!("{UNVERIFIED} {note}"), self.width));
        }
        self.section("report-section-requirements", lines)
    }

    fn heads(&self) -> Vec<String> {
        let texts = ["requirement", "clause"].map(|column| format!("report-column-{column}"));
        let outcomes = OUTCOMES.map(|(shape, outcome)| format!("{shape} {}", self.context.outcome(outcome)));
        let texts = texts.map(|key| self.context.text(&key));
        texts.into_iter().chain(outcomes).chain([self.context.text("report-column-missing")]).collect()
    }

    fn standard(&self, tallies: &[Tally], grid: &mut Grid) {
        let Some(first) = tallies.first() else { return };
        grid.title(self.context.label(&first.duty.standard_title).to_owned());
        let (judged, others): (Vec<_>, Vec<_>) = tallies.iter().partition(|tally| self.is_judged(tally));
        for tally in judged {
            grid.add(self.requirement(tally));
        }
        if !others.is_empty() {
            grid.note(self.context.say("report-requirements-not-judged", "count", length(others.len())));
        }
    }

    fn is_judged(&self, tally: &Tally) -> bool {
        self.outcomes(tally).is_none_or(|counts| counts.passed + counts.failed + counts.cant_tell > 0)
    }

    fn requirement(&self, tally: &Tally) -> Vec<String> {
        let mark = if self.context.unverified(&tally.duty).is_some() { UNVERIFIED } else { "" };
        let title = format!("{} {}{mark}", self.context.label(&tally.duty.title), tally.duty.id);
        let counts = match self.outcomes(tally) {
            Some(counts) => figures(counts, self.context.missing(tally)),
            None => [(); 6].map(|()| WITHHELD.to_owned()),
        };
        [title, tally.duty.clause.to_string()].into_iter().chain(counts).collect()
    }

    fn outcomes(&self, tally: &Tally) -> Option<Outcomes> {
        privacy::outcomes(tally, self.context.catalogue)
    }
}

fn figures(counts: Outcomes, missing: String) -> [String; 6] {
    let Outcomes { passed, failed, cant_tell, inapplicable, untested } = counts;
    let [passed, failed, cant_tell, inapplicable, untested] =
        [passed, failed, cant_tell, inapplicable, untested].map(count);
    let missing = if missing.is_empty() { "–".to_owned() } else { missing };
    [passed, failed, cant_tell, inapplicable, untested, missing]
}

/// Stands for a count of too few people, and before the note that says so.
const WITHHELD: &str = "※";

/// Stands behind a requirement that goes by a fact nobody checked, and before the note that says so.
const UNVERIFIED: &str = "*";

/// The outcomes by their shapes.
const OUTCOMES: [(char, Outcome); 5] = [
    ('●', Outcome::Passed),
    (FAILED, Outcome::Failed),
    (CANT_TELL, Outcome::CantTell),
    ('–', Outcome::Inapplicable),
    ('◌', Outcome::Untested),
];

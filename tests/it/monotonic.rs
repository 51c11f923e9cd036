//! Knowing more never turns passed into failed, or failed into passed.

use std::collections::BTreeMap;

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::Inventory;
use barrierfree::model::Outcome;
use barrierfree::project::Library;
use barrierfree::standard::program::Program;

use crate::support::random::{Dice, Facts, Template, program};

/// The seeds are `FIRST` and those that follow.
const FIRST: u64 = 1;

type Outcomes = BTreeMap<(String, String), Outcome>;

fn outcomes(inventory: &Inventory, program: &Program) -> Outcomes {
    let scope = Scope { all_findings: true, ..Scope::default() };
    let key = |id: &str, duty: &str| (id.to_owned(), duty.to_owned());
    let (_, findings) = run(&scope, inventory, program);
    findings.iter().map(|one| (key(one.subject.id.as_str(), one.duty.id.as_str()), one.outcome)).collect()
}

/// How many outcomes became known; none may have turned into its contrary.
fn learnt(before: &Outcomes, after: &Outcomes, what: &str) -> usize {
    let mut learnt = 0;
    for (key, was) in before {
        let is = after.get(key).expect("the same pairs");
        let contrary =
            matches!((was, is), (Outcome::Passed, Outcome::Failed) | (Outcome::Failed, Outcome::Passed));
        assert!(!contrary, "{what}: {key:?} was {was:?} and is {is:?}");
        learnt += usize::from(*was == Outcome::CantTell && is != was);
    }
    learnt
}

/// Facilities of a type, then twice with more known of them.
fn check(library: &Library, facility_type: usize, program: &Program, dice: &mut Dice, what: &str) -> usize {
    let mut facts = Facts::new(dice, &library.catalogue, facility_type, 60);
    let mut before = outcomes(&facts.inventory(&library.catalogue), program);
    let mut found = 0;
    for _ in 0..2 {
        facts = facts.refined(dice, &library.catalogue);
        let after = outcomes(&facts.inventory(&library.catalogue), program);
        found += learnt(&before, &after, what);
        before = after;
    }
    found
}

#[test]
fn knowing_more_never_turns_a_generated_verdict_round() {
    let library = Library::load(None).expect("the standards");
    let (facility_type, of) = library.catalogue.facility_type("parking").expect("a type");
    let template = Template { library: &library.program, facility_type, of, with_coalesce: false };
    let mut learnt = 0;
    for seed in FIRST..=40 {
        let mut dice = Dice::new(seed);
        let program = program(&mut dice, &template, 15);
        learnt += check(&library, facility_type, &program, &mut dice, &format!("seed {seed}"));
    }
    println!("{learnt} verdicts became known over seeds {FIRST} and following");
    assert!(learnt > 1000, "only {learnt} verdicts became known");
}

#[test]
fn knowing_more_never_turns_a_verdict_of_a_shipped_requirement_round() {
    let library = Library::load(None).expect("the standards");
    let mut subjects: Vec<usize> =
        library.program.requirements.iter().flat_map(|one| &one.bodies).map(|(number, _)| *number).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let mut learnt = 0;
    for (number, seed) in subjects.into_iter().cycle().zip(FIRST..=20) {
        learnt += check(&library, number, &library.program, &mut Dice::new(seed), &format!("seed {seed}"));
    }
    println!("{learnt} verdicts became known over seeds {FIRST} and following");
    assert!(learnt > 100, "only {learnt} verdicts became known");
}

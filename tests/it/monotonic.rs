//! Knowing more never turns passed into failed, or failed into passed.

use std::collections::{BTreeMap, BTreeSet};

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::Inventory;
use barrierfree::model::Outcome;
use barrierfree::project::Library;
use barrierfree::standard::Node;
use barrierfree::standard::program::{Condition, Function, Program, Quantity, Requirement};

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

/// The requirements that take the first of several numbers that is recorded, or rest on one that does.
///
/// Theirs are the only verdicts that may turn: a number that is learnt may take the place of the one they went by.
/// A requirement rests on those it makes way for, and on all of a standard that has to be complied with; what binds
/// works goes by the permit, else by the completion.
fn take_the_first(program: &Program) -> BTreeSet<String> {
    let all = &program.requirements;
    let mut found: Vec<bool> = all.iter().map(coalesces).collect();
    let rests = |one: &Requirement, found: &[bool]| {
        let demanded = demanded(one);
        let of_them = |other: usize| demanded.contains(&all[other].standard);
        one.yields_to.iter().any(|other| found[*other])
            || (0..all.len()).any(|other| of_them(other) && (found[other] || all[other].works_from.is_some()))
    };
    while let Some(next) = (0..all.len()).find(|number| !found[*number] && rests(&all[*number], &found)) {
        found[next] = true;
    }
    all.iter().zip(found).filter(|(_, takes)| *takes).map(|(one, _)| one.duty.id.to_string()).collect()
}

fn coalesces(requirement: &Requirement) -> bool {
    let mut found = false;
    for (_, body) in &requirement.bodies {
        body.walk(true, &mut |node| {
            found |= matches!(node, Node::Quantity(Quantity::Call(Function::Coalesce, _)));
        });
    }
    found
}

/// The standards it asks compliance with.
fn demanded(requirement: &Requirement) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (_, body) in &requirement.bodies {
        body.walk(true, &mut |node| {
            if let Node::Condition(Condition::Complies(complies)) = node {
                found.extend(complies.standards.iter().copied());
            }
        });
    }
    found
}

/// How many outcomes became known, and how many turned into their contrary.
fn learnt(before: &Outcomes, after: &Outcomes, may_turn: &BTreeSet<String>, what: &str) -> [usize; 2] {
    let (mut learnt, mut turned) = (0, 0);
    for (key, was) in before {
        let is = after.get(key).expect("the same pairs");
        let contrary =
            matches!((was, is), (Outcome::Passed, Outcome::Failed) | (Outcome::Failed, Outcome::Passed));
        assert!(!contrary || may_turn.contains(&key.1), "{what}: {key:?} was {was:?} and is {is:?}");
        learnt += usize::from(*was == Outcome::CantTell && is != was);
        turned += usize::from(contrary);
    }
    [learnt, turned]
}

/// Facilities of a type, then twice with more known of them.
fn check(
    library: &Library,
    facility_type: usize,
    program: &Program,
    dice: &mut Dice,
    what: &str,
) -> [usize; 2] {
    let may_turn = take_the_first(program);
    let mut facts = Facts::new(dice, &library.catalogue, facility_type, 60);
    let mut before = outcomes(&facts.inventory(&library.catalogue), program);
    let mut found = [0; 2];
    for _ in 0..2 {
        facts = facts.refined(dice, &library.catalogue);
        let after = outcomes(&facts.inventory(&library.catalogue), program);
        let [known, turned] = learnt(&before, &after, &may_turn, what);
        found = [found[0] + known, found[1] + turned];
        before = after;
    }
    found
}

#[test]
fn knowing_more_never_turns_a_generated_verdict_round() {
    let library = Library::load(None).expect("the standards");
    let (facility_type, of) = library.catalogue.facility_type("parking").expect("a type");
    let template =
        Template { library: &library.program, facility_type, of, with_coalesce: false, with_others: false };
    let mut learnt = 0;
    for seed in FIRST..=40 {
        let mut dice = Dice::new(seed);
        let program = program(&mut dice, &template, 15);
        learnt += check(&library, facility_type, &program, &mut dice, &format!("seed {seed}"))[0];
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
        learnt += check(&library, number, &library.program, &mut Dice::new(seed), &format!("seed {seed}"))[0];
    }
    println!("{learnt} verdicts became known over seeds {FIRST} and following");
    assert!(learnt > 100, "only {learnt} verdicts became known");
}

#[test]
fn a_verdict_turns_only_where_another_number_comes_first() {
    let library = Library::load(None).expect("the standards");
    let (facility_type, of) = library.catalogue.facility_type("parking").expect("a type");
    let template =
        Template { library: &library.program, facility_type, of, with_coalesce: true, with_others: false };
    let mut turned = 0;
    for seed in FIRST..=20 {
        let mut dice = Dice::new(seed);
        let program = program(&mut dice, &template, 15);
        turned += check(&library, facility_type, &program, &mut dice, &format!("seed {seed}"))[1];
    }
    assert!(turned > 0, "no number came first that was learnt later");
}

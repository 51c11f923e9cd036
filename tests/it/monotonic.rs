//! Knowing more never turns passed into failed, or failed into passed.
//!
//! `coalesce` takes the first number that is recorded: works are of the day of
//! their permit, else of their completion. That says whose number counts and is
//! no estimate of it, so a number that comes before the one that counted is news
//! rather than more of the same. Whatever else is learnt turns no verdict of any
//! requirement; and where one turns, such a number came first.

use std::collections::{BTreeMap, BTreeSet};

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::Inventory;
use barrierfree::model::{Catalogue, Outcome, Record};
use barrierfree::project::Library;
use barrierfree::standard::Node;
use barrierfree::standard::program::{Condition, Function, Program, Quantity, Requirement};

use crate::support::random::{Dice, Facts, Template, program};

/// The seeds are `FIRST` and those that follow.
const FIRST: u64 = 1;

type Outcomes = BTreeMap<(String, String), Outcome>;

fn outcomes(inventory: &Inventory, program: &Program, auto: bool) -> Outcomes {
    let scope = Scope { auto, all_findings: true, ..Scope::default() };
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

/// Properties of which a number is made, and those of the numbers that count where it is not recorded.
struct First {
    own: BTreeSet<usize>,
    rest: BTreeSet<usize>,
    /// Whether what counts instead needs no record.
    needs_none: bool,
}

impl First {
    /// Whether learning a property of a record may put this number before another that counts already.
    fn is_news(&self, record: &Record, property: usize) -> bool {
        let counts = self.needs_none || record.values.iter().any(|(number, _)| self.rest.contains(number));
        counts && self.own.contains(&property)
    }
}

/// Every number that comes before others: in the requirements on a type, and the permit before the completion.
fn firsts(catalogue: &Catalogue, facility_type: usize, program: &Program) -> Vec<First> {
    let mut found = Vec::new();
    for body in program.requirements.iter().filter_map(|one| one.body(facility_type)) {
        body.walk(true, &mut |node| {
            if let Node::Quantity(Quantity::Call(Function::Coalesce, parts)) = node {
                found.extend((1..parts.len()).map(|from| First {
                    own: read(&parts[from - 1]).0,
                    rest: parts[from..].iter().flat_map(|part| read(part).0).collect(),
                    needs_none: parts[from..].iter().any(|part| read(part).1),
                }));
            }
        });
    }
    let works = catalogue.works.iter().filter_map(|id| catalogue.types[facility_type].property(id.as_str()));
    let works: Vec<usize> = works.map(|(number, _)| number).collect();
    let date = |from: usize| First {
        own: [works[from - 1]].into(),
        rest: works[from..].iter().copied().collect(),
        needs_none: false,
    };
    found.extend((1..works.len()).map(date));
    found
}

/// The properties a number reads, and whether some of it is known without any.
fn read(part: &Quantity) -> (BTreeSet<usize>, bool) {
    let (mut properties, mut needs_none) = (BTreeSet::new(), false);
    Node::Quantity(part).walk(true, &mut |node| match node {
        Node::Quantity(Quantity::Property(number))
        | Node::Condition(
            Condition::Flag(number) | Condition::OneOf(number, _) | Condition::Reads(number, _),
        ) => {
            properties.insert(*number);
        }
        Node::Quantity(Quantity::Constant(_) | Quantity::Parameter(_) | Quantity::AsOf) => needs_none = true,
        _ => {}
    });
    (properties, needs_none)
}

/// What is learnt from one step to the next.
#[derive(Clone, Copy, PartialEq)]
enum Learnt {
    /// Whatever is more of the same.
    More,
    /// Only numbers that come before one that counted.
    News,
}

/// Facilities of a type by chance, what is asked of them, and what more becomes known.
struct Trial<'a> {
    library: &'a Library,
    facility_type: usize,
    program: &'a Program,
    facilities: usize,
    auto: bool,
    learnt: Learnt,
}

impl Trial<'_> {
    /// How many outcomes became known in two steps, and which requirements' verdicts turned into their contrary.
    fn steps(&self, dice: &mut Dice) -> (usize, BTreeSet<String>) {
        let catalogue = &self.library.catalogue;
        let firsts = firsts(catalogue, self.facility_type, self.program);
        let is_learnt = |record: &Record, property: usize| {
            let is_news = firsts.iter().any(|first| first.is_news(record, property));
            is_news == (self.learnt == Learnt::News)
        };
        let outcomes = |facts: &Facts| outcomes(&facts.inventory(catalogue), self.program, self.auto);
        let mut facts = Facts::new(dice, catalogue, self.facility_type, self.facilities);
        let (mut before, mut known, mut turned) = (outcomes(&facts), 0, BTreeSet::new());
        for _ in 0..2 {
            facts = facts.refined_where(dice, catalogue, &is_learnt);
            let after = outcomes(&facts);
            known += compare(&before, &after, &mut turned);
            before = after;
        }
        (known, turned)
    }
}

/// How many outcomes became known; the requirements whose verdict turned are added to those.
fn compare(before: &Outcomes, after: &Outcomes, turned: &mut BTreeSet<String>) -> usize {
    let pairs = before.iter().map(|(key, was)| (key, *was, *after.get(key).expect("the same pairs")));
    let mut known = 0;
    for (key, was, is) in pairs {
        if matches!((was, is), (Outcome::Passed, Outcome::Failed) | (Outcome::Failed, Outcome::Passed)) {
            turned.insert(key.1.clone());
        }
        known += usize::from(was == Outcome::CantTell && is != was);
    }
    known
}

/// Trials over requirements by chance: how many outcomes became known, and how many requirements' verdicts turned.
fn generated(seeds: u64, with_coalesce: bool, learnt: Learnt) -> (usize, usize) {
    let library = Library::load(None).expect("the standards");
    let (facility_type, of) = library.catalogue.facility_type("parking").expect("a type");
    let template =
        Template { library: &library.program, facility_type, of, with_coalesce, with_others: false };
    let mut found = (0, 0);
    for seed in FIRST..=seeds {
        let mut dice = Dice::new(seed);
        let program = program(&mut dice, &template, 15);
        let auto = seed % 2 == 0;
        let trial =
            Trial { library: &library, facility_type, program: &program, facilities: 60, auto, learnt };
        let (known, turned) = trial.steps(&mut dice);
        assert_turned(&program, &turned, learnt, seed);
        found = (found.0 + known, found.1 + turned.len());
    }
    found
}

/// Nothing turns by more of the same; by news only what rests on a number that others come before.
fn assert_turned(program: &Program, turned: &BTreeSet<String>, learnt: Learnt, seed: u64) {
    let may_turn = if learnt == Learnt::News { take_the_first(program) } else { BTreeSet::new() };
    assert!(turned.is_subset(&may_turn), "seed {seed}: {turned:?}");
}

/// Trials over what ships, type by type.
fn shipped(learnt: Learnt) -> (usize, BTreeSet<String>) {
    let library = Library::load(None).expect("the standards");
    let bodies = library.program.requirements.iter().flat_map(|one| &one.bodies);
    let subjects: BTreeSet<usize> = bodies.map(|(number, _)| *number).collect();
    let mut found = (0, BTreeSet::new());
    for (facility_type, seed) in subjects.into_iter().zip(FIRST..) {
        let (program, auto) = (of_type(&library.program, facility_type), seed % 2 == 0);
        let trial =
            Trial { library: &library, facility_type, program: &program, facilities: 24, auto, learnt };
        let (known, turned) = trial.steps(&mut Dice::new(seed));
        assert_turned(&program, &turned, learnt, seed);
        found.0 += known;
        found.1.extend(turned);
    }
    found
}

/// The same program, as far as it asks something of one type.
fn of_type(program: &Program, facility_type: usize) -> Program {
    let mut program = program.clone();
    for requirement in &mut program.requirements {
        requirement.areas = None;
        requirement.bodies.retain(|(number, _)| *number == facility_type);
    }
    program
}

#[test]
fn knowing_more_never_turns_a_generated_verdict_round() {
    for with_coalesce in [false, true] {
        let (known, _) = generated(40, with_coalesce, Learnt::More);
        println!("{known} verdicts became known over seeds {FIRST} and following");
        assert!(known > 1000, "only {known} verdicts became known");
    }
}

#[test]
fn knowing_more_never_turns_a_verdict_of_a_shipped_requirement_round() {
    let (known, _) = shipped(Learnt::More);
    println!("{known} verdicts became known over seeds {FIRST} and following");
    assert!(known > 100, "only {known} verdicts became known");
}

#[test]
fn a_verdict_turns_only_where_another_number_comes_first() {
    let (_, turned) = generated(20, true, Learnt::News);
    assert!(turned > 0, "no number came first that was learnt later");
    let (_, turned) = shipped(Learnt::News);
    println!("{turned:?} turned by a permit that was learnt after the completion");
    assert!(!turned.is_empty(), "no permit was learnt after the completion");
}

//! Knowing more of many never turns a verdict about them round.
//!
//! Requirements by chance over areas, car parks and their bays: counts, sums,
//! shares and checks of every one, beside each other and in arithmetic; the
//! nearest, what is around, and the rank by the way to an entrance; numbers and
//! numbers over others that have to rise between two rounds; what a code asks.
//! More is known where a property, a place, a position or a whole is learnt, in
//! either round, where a facility is found, where the inventory is declared
//! complete. A share is over what is recorded, by its definition, so facilities
//! are added only where no share is asked for. What is news rather than more
//! of the same is left out: another round, or another value of a later one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::{Builder, Inventory};
use barrierfree::model::{Complete, Observed, Origin, Outcome, Record, SurveyTable};
use barrierfree::quantity::Interval;
use barrierfree::standard::program::Program;
use jiff::civil::{Date, date};

use crate::language::{CATALOGUE, with_code};
use crate::support::agree::compare;
use crate::support::random::Dice;

/// The seeds are `FIRST` and those that follow.
const FIRST: u64 = 1;
const SEEDS: u64 = 150;

const CONDITIONS: [&str; 6] = [
    "accessible",
    "occupied",
    "width >= 3",
    "accessible AND NOT occupied",
    "accessible OR width >= 2",
    "NOT accessible",
];
const PLACES: [&str; 3] = ["990001", "990002", "990000"];

/// What was seen then, and what is seen now.
const ROUNDS: [Date; 2] = [date(2024, 12, 1), date(2026, 1, 1)];

/// What a code asks of a bay.
const CODE: &str = r#"
[[requirement]]
id = "CODE-1"
subject = "parking_space"
applies = "NOT occupied"
obligation = "mandatory"
expects = [{ id = "wide", check = "width >= 2" }, { id = "accessible", check = "accessible" }]
"#;

type Outcomes = BTreeMap<(String, String), Outcome>;
type Seen = BTreeMap<&'static str, Observed>;

/// A facility, as far as it is known.
#[derive(Clone)]
struct Thing {
    /// Then and now; not everything was there then.
    rounds: [Option<Seen>; 2],
    /// How many steps to the east it lies.
    position: Option<usize>,
}

/// Two car parks in two counties, with bays and entrances.
#[derive(Clone)]
struct Known {
    /// By type and id.
    things: BTreeMap<(&'static str, String), Thing>,
    complete: BTreeMap<&'static str, bool>,
}

const BAY: [&str; 5] = ["accessible", "occupied", "width", "parent", "jurisdiction"];
const ENTRANCE: [&str; 2] = ["parent", "jurisdiction"];

fn properties(kind: &str) -> &'static [&'static str] {
    match kind {
        "parking_space" => &BAY,
        "entrance" => &ENTRANCE,
        _ => &[],
    }
}

fn value(dice: &mut Dice, property: &str) -> Observed {
    match property {
        "accessible" | "occupied" => Observed::Flag(dice.happens(60)),
        "width" => Observed::Number(Interval::exact(i128::try_from(dice.below(5)).expect("small")).into()),
        "parent" => Observed::Text(format!("lot-{}", dice.below(2)).as_str().into()),
        _ => Observed::Text(PLACES[dice.below(3)].into()),
    }
}

impl Known {
    fn new(dice: &mut Dice) -> Self {
        let complete = ["parking_space", "entrance"].map(|kind| (kind, dice.happens(40)));
        let mut known = Self { things: BTreeMap::new(), complete: complete.into() };
        for (number, place) in PLACES.iter().take(2).enumerate() {
            let own = BTreeMap::from([("jurisdiction", Observed::Text((*place).into()))]);
            let position = dice.happens(70).then(|| dice.below(8));
            let thing = Thing { rounds: [Some(own.clone()), Some(own)], position };
            known.things.insert(("parking", format!("lot-{number}")), thing);
        }
        (0..dice.below(6)).for_each(|_| known.find(dice, "parking_space"));
        (0..dice.below(3)).for_each(|_| known.find(dice, "entrance"));
        known
    }

    /// One more facility.
    fn find(&mut self, dice: &mut Dice, kind: &'static str) {
        let mut round = || {
            let of = |property: &&'static str| (*property, value(dice, property));
            let all: Vec<_> = properties(kind).iter().map(of).collect();
            all.into_iter().filter(|_| dice.happens(65)).collect::<Seen>()
        };
        let rounds = [round(), round()];
        let [then, now] = rounds;
        let then = dice.happens(60).then_some(then);
        let position = dice.happens(70).then(|| dice.below(8));
        let id = format!("{kind}-{}", self.things.len());
        self.things.insert((kind, id), Thing { rounds: [then, Some(now)], position });
    }

    /// The same with more known: of facilities, of further ones unless there are none, of completeness.
    fn refined(&self, dice: &mut Dice, may_find: bool) -> Self {
        let mut more = self.clone();
        for ((kind, _), thing) in &mut more.things {
            for property in properties(kind) {
                thing.learn(dice, property);
            }
            if thing.position.is_none() && dice.happens(40) {
                thing.position = Some(dice.below(8));
            }
        }
        for (kind, complete) in &self.complete {
            if may_find && !complete && dice.happens(40) {
                more.find(dice, kind);
            }
        }
        more.complete.values_mut().for_each(|complete| *complete |= dice.happens(30));
        more
    }

    fn inventory(&self) -> Inventory {
        let mut builder = Builder::new(Arc::clone(&CATALOGUE));
        for ((kind, id), thing) in &self.things {
            let (facility_type, of) = CATALOGUE.facility_type(kind).expect("a type");
            builder.remember(facility_type);
            let table =
                SurveyTable { file: "f".into(), sheet: None, facility_type, headers: Vec::new(), crs: None };
            let table = builder.table(table);
            for (row, (seen, day)) in (2..).zip(thing.rounds.iter().zip(ROUNDS)) {
                let Some(seen) = seen else { continue };
                let value = |(name, value): (&&str, &Observed)| {
                    (of.property(name).expect("one").0, value.clone().into())
                };
                builder.push(Record {
                    origin: Origin { table, row },
                    facility_type,
                    id: Some(id.as_str().into()),
                    observed_on: Some(day),
                    known_at: None,
                    position: thing.position.map(|steps| {
                        (107.4 + f64::from(u32::try_from(steps).expect("few")) / 10_000.0, 40.7)
                    }),
                    written: None,
                    values: seen.iter().map(value).collect(),
                });
            }
        }
        for (kind, _) in self.complete.iter().filter(|(_, complete)| **complete) {
            builder.complete(Complete {
                facility_type: (*kind).into(),
                jurisdiction: "990000".into(),
                on: date(2024, 1, 1),
            });
        }
        builder.build(date(2026, 6, 1)).0
    }
}

impl Thing {
    /// Learns a property of one round or the other; what was known since then stays as it is.
    fn learn(&mut self, dice: &mut Dice, property: &'static str) {
        let knows = |round: &Option<Seen>| round.as_ref().is_some_and(|seen| seen.contains_key(property));
        let (then, now) = (knows(&self.rounds[0]), knows(&self.rounds[1]));
        let round = usize::from(!then && !now && dice.happens(50));
        if let Some(seen) = self.rounds[round].as_mut().filter(|_| dice.happens(40)) {
            let learnt = value(dice, property);
            seen.entry(property).or_insert(learnt);
        }
    }
}

/// A requirement by its subject, its numbers and its checks.
fn requirement(dice: &mut Dice, with_share: bool) -> (&'static str, String, String) {
    let (one, other) = (CONDITIONS[dice.below(6)], CONDITIONS[dice.below(6)]);
    let (limit, sign) = (dice.below(5), [">=", "<=", "<", ">", "="][dice.below(5)]);
    let of_area = dice.happens(40);
    let subject = if of_area { "{ jurisdiction = \"county\", of = \"children\" }" } else { "\"parking\"" };
    let places = [", among = \"parts\"", ", among = \"jurisdiction\"", ", within = \"m(30)\""];
    let among = if of_area { "" } else { places[dice.below(3)] };
    let count = format!("{{ count = \"parking_space\", where = \"{one}\"{among} }}");
    let share = format!("{{ share = \"parking_space\", where = \"{one}\", that = \"{other}\"{among} }}");
    let every = format!(
        "{{ id = \"all\", every = \"parking_space\", where = \"{one}\", that = \"{other}\"{among} }}"
    );
    let check = |unit: String| format!("{{ id = \"n\", check = \"n {sign} {unit}\" }}");
    let metres = |steps: usize| format!("m({})", 10 * steps);
    let bay = "\"parking_space\"";
    match dice.below(if with_share { 12 } else { 10 }) {
        0 => (subject, format!("let.n = {count}"), check(limit.to_string())),
        1 => {
            let sum =
                format!("let.n = {{ sum = \"width\", of = \"parking_space\", where = \"{one}\"{among} }}");
            (subject, sum, check(format!("m({limit})")))
        }
        2 => {
            let more = format!("{{ count = \"parking_space\", where = \"{other}\"{among} }}");
            (
                subject,
                format!("let.a = {count}\nlet.b = {more}\nlet.n = \"a + 2 * b\""),
                check(limit.to_string()),
            )
        }
        3 => (subject, String::new(), every),
        4 => (subject, format!("let.n = {count}"), format!("{}, {every}", check(limit.to_string()))),
        5 => {
            let among = ["", ", among = \"parts\"", ", among = \"jurisdiction\""][dice.below(3)];
            let nearest = format!("let.n = {{ nearest = \"parking_space\", where = \"{one}\"{among} }}");
            ("\"parking\"", nearest, check(metres(limit)))
        }
        6 => {
            let to = ["entrance", "parking_space"][dice.below(2)];
            let rank = format!("let.n = {{ rank = \"parking_space\", to = \"{to}\", where = \"{one}\" }}");
            (bay, rank, check(limit.to_string()))
        }
        7 => (bay, String::new(), "{ id = \"n\", trend = \"width\", end = \"m(3)\" }".to_owned()),
        8 => {
            let joined = ["", " AND occupied", " OR accessible"][dice.below(3)];
            (bay, String::new(), format!("{{ id = \"n\", check = \"complies('xx-code'){joined}\" }}"))
        }
        9 => (subject, format!("let.n = {count}"), "{ id = \"n\", trend = \"n\", end = \"3\" }".to_owned()),
        10 => (subject, format!("let.n = {share}"), check(format!("percent({})", limit * 25))),
        _ => (subject, format!("let.n = {share}"), "{ id = \"n\", trend = \"n\", end = \"1\" }".to_owned()),
    }
}

/// So many requirements, with or without shares.
fn program(dice: &mut Dice, with_share: bool) -> Program {
    let mut text = String::new();
    for number in 0..14 {
        let (subject, numbers, checks) = requirement(dice, with_share);
        let applies = if dice.happens(20) && subject == "\"parking_space\"" {
            "applies = \"NOT occupied\"\n"
        } else {
            ""
        };
        let _ = write!(
            text,
            "[[requirement]]\nid = \"M-{number}\"\nsubject = {subject}\n{applies}obligation = \"mandatory\"\n{numbers}\n\
             expects = [{checks}]\n"
        );
    }
    with_code(&text, CODE).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// What both evaluators say.
fn outcomes(program: &Program, known: &Known, seed: u64) -> Outcomes {
    let scope = Scope { all_findings: true, ..Scope::default() };
    let inventory = known.inventory();
    compare(&scope, &inventory, program, &format!("seed {seed}"));
    let (_, findings) = run(&scope, &inventory, program);
    let key = |id: &str, duty: &str| (id.to_owned(), duty.to_owned());
    findings.iter().map(|one| (key(one.subject.id.as_str(), one.duty.id.as_str()), one.outcome)).collect()
}

#[test]
fn knowing_more_of_many_never_turns_a_verdict_round() {
    let (mut pairs, mut learnt, mut decided) = (0, 0, [0; 2]);
    for seed in FIRST..=SEEDS {
        let mut dice = Dice::new(seed);
        let with_share = seed % 2 == 0;
        let program = program(&mut dice, with_share);
        let mut known = Known::new(&mut dice);
        let mut before = outcomes(&program, &known, seed);
        for _ in 0..4 {
            known = known.refined(&mut dice, !with_share);
            let after = outcomes(&program, &known, seed);
            for (key, was) in &before {
                let is = after.get(key).expect("the same pairs");
                let turned = matches!(
                    (was, is),
                    (Outcome::Passed, Outcome::Failed) | (Outcome::Failed, Outcome::Passed)
                );
                assert!(!turned, "seed {seed}: {key:?} was {was:?} and is {is:?}");
                learnt += usize::from(*was == Outcome::CantTell && is != was);
            }
            pairs += after.len();
            before = after;
        }
        decided[0] += before.values().filter(|one| **one == Outcome::Passed).count();
        decided[1] += before.values().filter(|one| **one == Outcome::Failed).count();
    }
    println!(
        "{pairs} pairs over {SEEDS} seeds, {learnt} became known, {decided:?} passed and failed at the end"
    );
    assert!(learnt > 1000 && decided.iter().all(|count| *count > 500), "{learnt} {decided:?}");
}

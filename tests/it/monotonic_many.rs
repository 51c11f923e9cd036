//! Knowing more of many never turns a verdict about them round.
//!
//! Requirements by chance over areas and over the parts of a car park: counts,
//! sums, shares and checks of every one, beside each other and in arithmetic,
//! under conditions on one or two properties. More is known where a property, a
//! place or a whole is learnt, where a facility is found, where the inventory
//! is declared complete. A share is over what is recorded, by its definition,
//! so facilities are added only where no share is asked for. Distances and
//! ranks, trends and `complies` are not generated.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use barrierfree::audit::{Scope, run};
use barrierfree::inventory::Builder;
use barrierfree::inventory::Inventory;
use barrierfree::model::{Complete, Observed, Origin, Outcome, Record, SurveyTable};
use barrierfree::quantity::Interval;
use barrierfree::standard::program::Program;
use jiff::civil::date;

use crate::language::{CATALOGUE, pack, read};
use crate::support::agree::compare;
use crate::support::random::Dice;

/// The seeds are `FIRST` and those that follow.
const FIRST: u64 = 1;
const SEEDS: u64 = 100;

const CONDITIONS: [&str; 6] = [
    "accessible",
    "occupied",
    "width >= 3",
    "accessible AND NOT occupied",
    "accessible OR width >= 2",
    "NOT accessible",
];
const PLACES: [&str; 3] = ["990001", "990002", "990000"];

type Outcomes = BTreeMap<(String, String), Outcome>;

/// Bays of two car parks in two counties, as far as they are known.
#[derive(Clone)]
struct Known {
    /// Each bay, and what is known of each of its properties.
    bays: Vec<BTreeMap<&'static str, Observed>>,
    complete: bool,
}

fn value(dice: &mut Dice, property: &str) -> Observed {
    match property {
        "accessible" | "occupied" => Observed::Flag(dice.happens(60)),
        "width" => Observed::Number(Interval::exact(i128::try_from(dice.below(5)).expect("small")).into()),
        "parent" => Observed::Text(format!("lot-{}", dice.below(2)).as_str().into()),
        _ => Observed::Text(PLACES[dice.below(3)].into()),
    }
}

const PROPERTIES: [&str; 5] = ["accessible", "occupied", "width", "parent", "jurisdiction"];

impl Known {
    fn new(dice: &mut Dice) -> Self {
        let mut known = Self { bays: Vec::new(), complete: dice.happens(30) };
        for _ in 0..dice.below(6) {
            known.find(dice);
        }
        known
    }

    /// One more bay.
    fn find(&mut self, dice: &mut Dice) {
        let of = |property: &&'static str| (*property, value(dice, property));
        let all: Vec<_> = PROPERTIES.iter().map(of).collect();
        self.bays.push(all.into_iter().filter(|_| dice.happens(65)).collect());
    }

    /// The same with more known: of bays, of further bays unless there are none, of completeness.
    fn refined(&self, dice: &mut Dice, may_find: bool) -> Self {
        let mut more = self.clone();
        for bay in &mut more.bays {
            for property in PROPERTIES {
                if !bay.contains_key(property) && dice.happens(40) {
                    bay.insert(property, value(dice, property));
                }
            }
        }
        if may_find && !self.complete && dice.happens(50) {
            more.find(dice);
        }
        more.complete |= dice.happens(30);
        more
    }

    fn inventory(&self) -> Inventory {
        let mut builder = Builder::new(Arc::clone(&CATALOGUE));
        let push = |builder: &mut Builder, kind: &str, id: String, values: &BTreeMap<&str, Observed>| {
            let (facility_type, of) = CATALOGUE.facility_type(kind).expect("a type");
            let table =
                SurveyTable { file: "f".into(), sheet: None, facility_type, headers: Vec::new(), crs: None };
            let origin = Origin { table: builder.table(table), row: 2 };
            let values =
                values.iter().map(|(name, value)| (of.property(name).expect("one").0, value.clone()));
            let (observed_on, id) = (Some(date(2026, 1, 1)), Some(id.as_str().into()));
            let values = values.map(|(property, seen)| (property, seen.into())).collect();
            builder.push(Record {
                origin,
                facility_type,
                id,
                observed_on,
                known_at: None,
                position: None,
                written: None,
                values,
            });
        };
        for (number, place) in PLACES.iter().take(2).enumerate() {
            let own = BTreeMap::from([("jurisdiction", Observed::Text((*place).into()))]);
            push(&mut builder, "parking", format!("lot-{number}"), &own);
        }
        for (number, bay) in self.bays.iter().enumerate() {
            push(&mut builder, "parking_space", format!("bay-{number}"), bay);
        }
        if self.complete {
            let (facility_type, jurisdiction) = ("parking_space".into(), "990000".into());
            builder.complete(Complete { facility_type, jurisdiction, on: date(2026, 1, 1) });
        }
        builder.build(date(2026, 6, 1)).0
    }
}

/// So many requirements, with or without a share.
fn program(dice: &mut Dice, with_share: bool) -> Program {
    let mut text = String::new();
    for number in 0..12 {
        let of_area = dice.happens(50);
        let (subject, among) = if of_area {
            ("{ jurisdiction = \"county\", of = \"children\" }", "")
        } else {
            ("\"parking\"", [", among = \"parts\"", ", among = \"jurisdiction\""][dice.below(2)])
        };
        let (one, other) = (CONDITIONS[dice.below(6)], CONDITIONS[dice.below(6)]);
        let limit = dice.below(5);
        let number_of = match dice.below(if with_share { 4 } else { 3 }) {
            0 => format!("let.n = {{ count = \"parking_space\", where = \"{one}\"{among} }}"),
            1 => format!("let.n = {{ sum = \"width\", of = \"parking_space\", where = \"{one}\"{among} }}"),
            2 => format!(
                "let.a = {{ count = \"parking_space\", where = \"{one}\"{among} }}\n\
                 let.b = {{ count = \"parking_space\", where = \"{other}\"{among} }}\nlet.n = \"a + 2 * b\""
            ),
            _ => format!(
                "let.n = {{ share = \"parking_space\", where = \"{one}\", that = \"{other}\"{among} }}"
            ),
        };
        let unit =
            if number_of.contains("share") { format!("percent({})", limit * 25) } else { limit.to_string() };
        let unit = if number_of.contains("width\", of") { format!("m({limit})") } else { unit };
        let sign = [">=", "<=", "<", ">", "="][dice.below(5)];
        let checks = match dice.below(3) {
            0 => format!(
                "{{ id = \"all\", every = \"parking_space\", where = \"{one}\", that = \"{other}\"{among} }}"
            ),
            1 => format!("{{ id = \"n\", check = \"n {sign} {unit}\" }}"),
            _ => format!(
                "{{ id = \"n\", check = \"n {sign} {unit}\" }}, \
                 {{ id = \"all\", every = \"parking_space\", that = \"{other}\"{among} }}"
            ),
        };
        let _ = write!(
            text,
            "[[requirement]]\nid = \"M-{number}\"\nsubject = {subject}\nobligation = \"mandatory\"\n{number_of}\n\
             expects = [{checks}]\n"
        );
    }
    read(&pack(&text)).unwrap_or_else(|mistakes| panic!("{mistakes}"))
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
    assert!(learnt > 400 && decided.iter().all(|count| *count > 200), "{learnt} {decided:?}");
}

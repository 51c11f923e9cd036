//! Whether the two evaluators agree, over requirements and facilities made by chance.

use std::collections::BTreeMap;
use std::sync::Arc;

use barrierfree::audit::{Scope, count_by, run, run_reference};
use barrierfree::inventory::{Inventory, Value};
use barrierfree::model::{AREA, Finding, Outcomes};
use barrierfree::project::Library;
use barrierfree::standard::program::Program;

use super::random::{Dice, Facts, Template, program};

/// Facility types that have properties of every kind between them.
const TYPES: [&str; 4] = ["parking", "public_toilet", "lift", "hospital"];

/// Compares everything either says; gives how many pairs of requirement and facility there were.
///
/// # Panics
/// Where they do not agree; `what` says where to look.
pub(crate) fn compare(scope: &Scope, inventory: &Inventory, program: &Program, what: &str) -> u64 {
    let (tallies, findings) = run(scope, inventory, program);
    let (expected_tallies, expected) = run_reference(scope, inventory, program);
    assert_eq!(findings.len(), expected.len(), "{what}: number of findings");
    for (got, expected) in findings.iter().zip(&expected) {
        assert_eq!(got, expected, "{what}");
    }
    for (got, expected) in tallies.iter().zip(&expected_tallies) {
        let asked = program.requirements.iter().find(|one| one.duty.id == got.duty.id);
        assert_eq!(got, expected, "{what}: {:?}", asked.map(|one| &one.bodies));
    }
    assert_eq!(tallies.len(), expected_tallies.len(), "{what}");
    if scope.all_findings {
        one_by_one(scope, inventory, program, &expected, what);
    }
    tallies.iter().map(|tally| tally.outcomes.subjects()).sum()
}

/// Outcomes of every single facility, which is the only one of its name.
fn one_by_one(scope: &Scope, inventory: &Inventory, program: &Program, findings: &[Finding], what: &str) {
    let mut expected: BTreeMap<(String, String), Outcomes> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.subject.facility_type.as_str() != AREA) {
        let name = finding.subject.name.as_deref().unwrap_or_default().to_owned();
        expected.entry((finding.duty.id.to_string(), name)).or_default().count(finding.outcome);
    }
    let counts = count_by(scope, inventory, program, "name").into_iter().map(|count| {
        let name = match count.group {
            Some(Value::Text(Some(name))) => name.to_string(),
            _ => String::new(),
        };
        ((count.duty.id.to_string(), name), count.outcomes)
    });
    assert_eq!(counts.collect::<BTreeMap<_, _>>(), expected, "{what}");
}

/// One program over facilities of which less and then more is known, all by chance.
pub(crate) fn generated(library: &Library, seed: u64, requirements: usize, facilities: usize) -> u64 {
    let mut dice = Dice::new(seed);
    let kind = TYPES[dice.below(TYPES.len())];
    let (facility_type, of) = library.catalogue.facility_type(kind).expect("a type");
    // The reference evaluator looks at all facilities for each of them: few are enough.
    let with_others = seed.is_multiple_of(3);
    let facilities = if with_others { facilities.min(16) } else { facilities };
    let template =
        Template { library: &library.program, facility_type, of, with_coalesce: true, with_others };
    let program = program(&mut dice, &template, requirements);
    let facts = Facts::new(&mut dice, &library.catalogue, facility_type, facilities);
    let scope = Scope {
        auto: dice.happens(50),
        jurisdiction: dice.happens(30).then(|| "150800".into()),
        all_findings: dice.happens(50),
        ..Scope::default()
    };
    let what = format!("seed {seed}, {kind}");
    let more = facts.refined(&mut dice, &library.catalogue);
    let of = |facts: &Facts| compare(&scope, &facts.inventory(&library.catalogue), &program, &what);
    of(&facts) + of(&more)
}

/// What ships with the program over facilities of a type by chance.
pub(crate) fn shipped(library: &Library, facility_type: usize, seed: u64, facilities: usize) -> u64 {
    let facts = Facts::new(&mut Dice::new(seed), &library.catalogue, facility_type, facilities);
    let inventory = facts.inventory(&Arc::clone(&library.catalogue));
    let scope = Scope { auto: seed.is_multiple_of(2), all_findings: true, ..Scope::default() };
    compare(&scope, &inventory, &library.program, &format!("shipped, seed {seed}, type {facility_type}"))
}

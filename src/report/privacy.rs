//! What must not be shown: the one place that keeps people out of reports.
//!
//! A type marked `personal` in the catalogue, such as a household, never
//! appears as a single record. Only counts of ten or more may be shown, and a
//! row with one smaller count is withheld whole, since the rest of the row
//! would give the small one away.

use crate::model::{
    Catalogue, CheckTally, FEWEST_PEOPLE, Finding, Input, Outcomes, Run, SheetUse, Subject, Tally, TypeId,
};

/// The findings that may be shown one by one, in the order of the run.
pub fn findings<'a>(run: &'a Run, catalogue: &'a Catalogue) -> impl Iterator<Item = &'a Finding> + Clone {
    let personal: Vec<&TypeId> = catalogue.types.iter().filter(|of| of.personal).map(|of| &of.id).collect();
    run.findings
        .iter()
        .filter(move |finding| !finding.few_people && !personal.contains(&&finding.subject.facility_type))
}

/// The counts of a requirement, unless they would tell on somebody.
pub fn outcomes(tally: &Tally, catalogue: &Catalogue) -> Option<Outcomes> {
    may_be_counted(tally, catalogue).then_some(tally.outcomes)
}

/// The checks of a requirement; none where its counts are withheld.
pub fn checks<'a>(tally: &'a Tally, catalogue: &Catalogue) -> &'a [CheckTally] {
    if may_be_counted(tally, catalogue) { &tally.checks } else { &[] }
}

/// The number of facilities of a type, unless it would tell on somebody.
pub fn facilities(of: &TypeId, count: u64, catalogue: &Catalogue) -> Option<u64> {
    (!is_personal(of, catalogue) || is_enough(count)).then_some(count)
}

/// The rows of a sheet, unless they would tell how few people there are.
///
/// The others of a sheet and of a type are counted elsewhere, so that what is
/// left are the people: rows of people are told only where no sheet has few.
pub fn rows(sheet: &SheetUse, run: &Run, catalogue: &Catalogue) -> Option<u64> {
    let of_people = |sheet: &&SheetUse| may_hold_people(sheet, run, catalogue);
    let is_large = |sheet: &SheetUse| sheet.facility_type.is_some() && is_enough(sheet.rows);
    let is_told = !of_people(&sheet) || run.sheets.iter().filter(of_people).all(is_large);
    is_told.then_some(sheet.rows)
}

/// The rows of a sheet that is told of by itself: none where it may hold people.
pub fn rows_alone(sheet: &SheetUse, catalogue: &Catalogue) -> Option<u64> {
    let of = sheet.facility_type.as_ref()?;
    (!is_personal(of, catalogue)).then_some(sheet.rows)
}

fn may_hold_people(sheet: &SheetUse, run: &Run, catalogue: &Catalogue) -> bool {
    match &sheet.facility_type {
        Some(of) => is_personal(of, catalogue),
        None => run.plan.facilities.iter().any(|(of, _)| is_personal(of, catalogue)),
    }
}

/// The rows of a file, unless one of its sheets keeps them.
pub fn rows_of_input(input: &Input, run: &Run, catalogue: &Catalogue) -> Option<u64> {
    let mut sheets = run.sheets.iter().filter(|sheet| sheet.file == input.file);
    sheets.all(|sheet| rows(sheet, run, catalogue).is_some()).then_some(input.rows)
}

/// The rows of all files, unless one of them keeps its own: what is left when the others are counted is a count too.
pub fn rows_of_inputs(run: &Run, catalogue: &Catalogue) -> Option<u64> {
    run.plan.inputs.iter().map(|input| rows_of_input(input, run, catalogue)).sum()
}

fn may_be_counted(tally: &Tally, catalogue: &Catalogue) -> bool {
    !tally.types.iter().any(|of| is_personal(of, catalogue)) || counts(tally).all(is_enough)
}

/// Whether findings of the requirement are listed one by one.
pub fn is_listed(tally: &Tally, catalogue: &Catalogue) -> bool {
    !tally.types.iter().any(|of| is_personal(of, catalogue))
}

/// Whether a facility may be a point on a map.
pub fn may_be_placed(subject: &Subject, catalogue: &Catalogue) -> bool {
    !is_personal(&subject.facility_type, catalogue)
}

fn is_personal(of: &TypeId, catalogue: &Catalogue) -> bool {
    catalogue.facility_type(of.as_str()).is_some_and(|(_, found)| found.personal)
}

/// Nobody is no secret.
fn is_enough(count: u64) -> bool {
    count == 0 || i128::from(count) >= FEWEST_PEOPLE
}

fn counts(tally: &Tally) -> impl Iterator<Item = u64> {
    let Outcomes { passed, failed, cant_tell, inapplicable, untested } = tally.outcomes;
    let checks = tally.checks.iter().flat_map(|check| [check.passed, check.failed, check.cant_tell]);
    [passed, failed, cant_tell, inapplicable, untested].into_iter().chain(checks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn households_are_no_single_findings() {
        let (run, catalogue) = (sample::run(), sample::catalogue());
        assert!(run.findings.iter().any(|finding| finding.subject.id.as_str() == sample::HOUSEHOLD));
        assert!(findings(&run, &catalogue).all(|finding| finding.subject.id.as_str() != sample::HOUSEHOLD));
    }

    #[test]
    fn a_row_with_one_small_count_of_people_is_withheld() {
        let catalogue = sample::catalogue();
        let mut tally = sample::run().tallies.pop().expect("the households come last");
        assert_eq!(outcomes(&tally, &catalogue), None);
        assert!(checks(&tally, &catalogue).is_empty());
        tally.outcomes = Outcomes { passed: 10, failed: 25, ..Outcomes::default() };
        tally.checks.clear();
        assert_eq!(outcomes(&tally, &catalogue), Some(tally.outcomes));
    }

    #[test]
    fn few_households_are_not_counted_and_few_car_parks_are() {
        let catalogue = sample::catalogue();
        assert_eq!(facilities(&"disabled_household".into(), 9, &catalogue), None);
        assert_eq!(facilities(&"disabled_household".into(), 10, &catalogue), Some(10));
        assert_eq!(facilities(&"parking".into(), 1, &catalogue), Some(1));
    }

    #[test]
    fn rows_of_a_few_households_are_not_told_nor_what_is_left_when_others_are_counted() {
        let (mut run, catalogue) = (sample::run(), sample::catalogue());
        let sheet = run.sheets[0].clone();
        let homes =
            |rows| SheetUse { facility_type: Some("disabled_household".into()), rows, ..sheet.clone() };
        let mixed = SheetUse { facility_type: None, ..sheet.clone() };
        let mut told = |sheets: &[SheetUse]| {
            run.sheets = sheets.to_vec();
            run.sheets.iter().map(|sheet| rows(sheet, &run, &catalogue)).collect::<Vec<_>>()
        };
        assert_eq!(told(&[sheet.clone(), homes(9)]), [Some(1238), None]);
        assert_eq!(told(&[homes(10), homes(11)]), [Some(10), Some(11)]);
        assert_eq!(told(&[homes(100), homes(3)]), [None, None]);
        assert_eq!(told(&[homes(100), mixed]), [None, None]);
        assert_eq!(rows_of_input(&run.plan.inputs[0], &run, &catalogue), None);
        assert_eq!(rows_of_inputs(&run, &catalogue), None);
        run.sheets = vec![sheet];
        assert_eq!(rows_of_inputs(&run, &catalogue), Some(1238));
    }
}

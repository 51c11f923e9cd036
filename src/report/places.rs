//! Facilities and areas with what was found of them: the figures behind every map.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::safe::visible;
use super::{Context, privacy};
use crate::model::{
    Adcode, Boundary, FacilityId, FacilityUse, Finding, GapClass, Outcome, Outcomes, Run, Subject, TypeId,
};

/// Areas may lie in each other this deep; a circle of parents ends too.
const DEEPEST: usize = 8;

/// An area and what was found of its facilities, those of areas below included.
pub(super) struct AreaUse<'a> {
    /// Its code; none for facilities that do not say where they belong.
    pub(super) code: Option<&'a Adcode>,
    /// Its name, as a map writes it.
    pub(super) name: String,
    /// Its outline, where one is given.
    pub(super) boundary: Option<&'a Boundary>,
    /// No other area with an outline lies in it.
    pub(super) is_leaf: bool,
    /// Its facilities by their worst outcome.
    pub(super) facilities: Outcomes,
    /// The outcomes of all that is asked of them.
    pub(super) outcomes: Outcomes,
}

/// The facilities a map may show: personal types are in none.
pub(super) fn facilities<'a>(run: &'a Run, context: Context<'a>) -> impl Iterator<Item = &'a FacilityUse> {
    let all = run.geography.iter().flat_map(|geography| &geography.facilities);
    all.filter(move |facility| privacy::may_be_placed(&facility.subject, context.catalogue))
}

/// Every area with an outline or a facility, in the order of codes; the one without a code last.
pub(super) fn areas<'a>(run: &'a Run, context: Context<'a>) -> Vec<AreaUse<'a>> {
    let boundaries = || run.geography.iter().flat_map(|geography| &geography.boundaries);
    let outlined: BTreeMap<&Adcode, &Boundary> = boundaries().map(|one| (&one.adcode, one)).collect();
    let above: BTreeSet<&Adcode> = boundaries().filter_map(|one| one.parent.as_ref()).collect();
    let mut counts: BTreeMap<Option<&Adcode>, [Outcomes; 2]> =
        outlined.keys().map(|code| (Some(*code), Default::default())).collect();
    for facility in facilities(run, context) {
        for code in chain(facility.subject.jurisdiction.as_ref(), &outlined) {
            let [worst, all] = counts.entry(code).or_default();
            worst.count(facility.outcomes.worst());
            all.add(facility.outcomes);
        }
    }
    let mut areas: Vec<AreaUse<'a>> = counts
        .into_iter()
        .map(|(code, [facilities, outcomes])| {
            let boundary = code.and_then(|code| outlined.get(code).copied());
            let is_leaf = code.is_none_or(|code| !above.contains(code));
            AreaUse { code, name: name(code, boundary, context), boundary, is_leaf, facilities, outcomes }
        })
        .collect();
    areas.sort_by_key(|area| (area.code.is_none(), area.code));
    areas
}

/// The code and those it lies in, as far as outlines say.
fn chain<'a>(
    code: Option<&'a Adcode>,
    outlined: &BTreeMap<&'a Adcode, &'a Boundary>,
) -> Vec<Option<&'a Adcode>> {
    let mut chain = vec![code];
    while let Some(above) =
        chain.last().copied().flatten().and_then(|code| outlined.get(code)?.parent.as_ref())
    {
        if chain.len() == DEEPEST || chain.contains(&Some(above)) {
            break;
        }
        chain.push(Some(above));
    }
    chain
}

fn name(code: Option<&Adcode>, boundary: Option<&Boundary>, context: Context<'_>) -> String {
    let Some(code) = code else { return context.text("report-html-nowhere") };
    let known = context.areas.get(code).map(|name| name.text(context.locale.language));
    visible(known.or(boundary.map(|boundary| &*boundary.name)).unwrap_or(code.as_str())).into_owned()
}

/// The findings that may be shown of each facility.
pub(super) struct Gaps<'a>(HashMap<(&'a TypeId, &'a FacilityId), Vec<&'a Finding>>);

impl<'a> Gaps<'a> {
    pub(super) fn of(run: &'a Run, context: Context<'a>) -> Self {
        let mut gaps: HashMap<_, Vec<&Finding>> = HashMap::new();
        for finding in privacy::findings(run, context.catalogue).filter(|finding| finding.gap.is_some()) {
            gaps.entry((&finding.subject.facility_type, &finding.subject.id)).or_default().push(finding);
        }
        Self(gaps)
    }

    /// The gaps of a facility, in the order of requirements.
    pub(super) fn at(&self, subject: &'a Subject) -> &[&'a Finding] {
        self.0.get(&(&subject.facility_type, &subject.id)).map_or(&[], Vec::as_slice)
    }

    /// The most urgent of what a facility fails.
    pub(super) fn worst(&self, subject: &'a Subject) -> Option<GapClass> {
        let failed = self.at(subject).iter().filter(|finding| finding.outcome == Outcome::Failed);
        failed.filter_map(|finding| finding.gap).min()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use geo::MultiPolygon;

    use super::*;
    use crate::locale::{Language, Locale};
    use crate::model::Geography;
    use crate::report::sample;

    fn boundary(code: &str, parent: &str) -> Boundary {
        let outline = MultiPolygon(Vec::new());
        Boundary { adcode: code.into(), name: code.into(), level: None, parent: Some(parent.into()), outline }
    }

    fn facility(id: &str, code: Option<&str>, outcome: Outcome) -> FacilityUse {
        let mut outcomes = Outcomes::default();
        outcomes.count(outcome);
        let subject = Subject { jurisdiction: code.map(Into::into), ..sample::subject(id, id) };
        FacilityUse { subject: Arc::new(subject), outcomes }
    }

    fn household() -> FacilityUse {
        let mut one = facility("home", Some("150802"), Outcome::Failed);
        Arc::make_mut(&mut one.subject).facility_type = "disabled_household".into();
        one
    }

    #[test]
    fn areas_hold_what_lies_in_areas_below_and_no_homes() {
        let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
        let names = crate::report::Areas::new();
        let context = Context { locale: &locale, catalogue: &catalogue, areas: &names };
        let facilities = vec![
            facility("1", Some("150802"), Outcome::Failed),
            facility("2", Some("150800"), Outcome::Passed),
            facility("3", Some("999999"), Outcome::Passed),
            facility("4", None, Outcome::CantTell),
            household(),
        ];
        // The county and its prefecture, and a circle that must end.
        let boundaries = vec![boundary("150802", "150800"), boundary("150800", "150800")];
        let geography = Geography { facilities, boundaries, number: None };
        let run = Run { geography: Some(geography), ..sample::run() };
        let areas = areas(&run, context);
        let seen: Vec<_> = areas
            .iter()
            .map(|area| (area.code.map(Adcode::as_str), area.facilities.subjects(), area.facilities.failed))
            .collect();
        let expected = [(Some("150800"), 2, 1), (Some("150802"), 1, 1), (Some("999999"), 1, 0), (None, 1, 0)];
        assert_eq!(seen, expected);
        assert_eq!(areas.iter().map(|area| area.is_leaf).collect::<Vec<_>>(), [false, true, true, true]);
    }
}

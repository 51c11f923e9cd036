//! What every store has to do: the same tests on each backend.
//!
//! A backend calls [`suite!`] with a desk, or none where it cannot be tested
//! here. The desk opens a store, empty the first time and the same from then
//! on, as another process would find it.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::model::{Doubt, Likeness, Names, PropertyId, TypeId, Verdict};

/// Opens the store that is tested.
pub(super) type Open<'a> = &'a dyn Fn() -> Box<dyn Store>;

macro_rules! suite {
    ($desk:expr, $($name:ident)*) => {$(
        #[test]
        fn $name() {
            let Some(desk) = $desk else { return };
            $crate::store::testing::$name(&|| desk.open());
        }
    )*};
}

/// Every test of the suite on a backend; `$desk` makes a place with a method `open`, where there can be one.
macro_rules! all_of_the_suite {
    ($desk:expr) => {
        $crate::store::testing::suite! { $desk,
            what_was_told_comes_back
            nobody_sees_a_survey_before_it_is_whole
            the_same_survey_goes_on_where_it_was_interrupted
            another_survey_takes_the_place_of_one_that_was_interrupted
            a_batch_with_a_row_that_is_there_is_refused_whole
            events_come_in_together_or_not_at_all
            equal_contents_have_equal_hashes_and_other_contents_others
            an_accepted_survey_takes_the_place_of_the_one_it_replaces
            photos_come_back_and_the_same_twice_change_nothing
            photos_of_nobodys_survey_are_refused
            decisions_come_back_in_their_order_and_with_their_survey
        }
    };
}

pub(super) use {all_of_the_suite, suite};

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).expect("a time")
}

fn wanted(files: &[&str]) -> NewSurvey {
    let file = |name: &&str| (Arc::from(*name), Arc::from(format!("hash of {name}")));
    NewSurvey {
        files: files.iter().map(file).collect(),
        fingerprint: "f".into(),
        begun: at(0),
        replaces: None,
    }
}

fn table(number: u32) -> Table {
    Table {
        number,
        sheet: Some("表一".into()),
        facility_type: TypeId::from("parking"),
        properties: ["name", "total_spaces"].map(PropertyId::from).to_vec(),
        headers: vec![Some("名称".into()), None],
        crs: Some("EPSG:4490".into()),
    }
}

fn row(number: u32) -> Row {
    let odd = number % 2 == 1;
    Row {
        number,
        table: 0,
        row: number + 2,
        facility: odd.then(|| format!("停-{number}").into()),
        observed_on: odd.then(|| date(2026, 5, 1)),
        known_at: odd.then(|| at(i64::from(number))),
        position: odd.then_some((107.400_000_1, -40.75)),
        packed: vec![0, 1, 255, u8::try_from(number % 256).unwrap_or_default()],
    }
}

fn rows(numbers: std::ops::Range<u32>) -> Vec<Row> {
    numbers.map(row).collect()
}

fn read(store: &mut dyn Store, source: SourceId) -> Vec<Row> {
    let mut found = Vec::new();
    store.rows(source, &mut |row| found.push(row)).expect("rows");
    found
}

/// A survey of one file with so many rows, as a draft.
fn draft(store: &mut dyn Store, file: &str, count: u32, replaces: Option<SurveyId>) -> SurveyId {
    let staged = store.stage(&NewSurvey { replaces, ..wanted(&[file]) }).expect("a survey");
    store.append(staged.sources[0].0, &[table(0)], &rows(0..count)).expect("rows");
    store
        .promote(staged.survey, &[SourceUse { rows: count.into(), ..SourceUse::default() }], &[])
        .expect("a draft");
    staged.survey
}

fn go(store: &mut dyn Store, survey: SurveyId, step: Step, second: i64) {
    let events = events(&store.surveys().expect("surveys"), survey, step, at(second)).expect("a step");
    store.enter(&events).expect("events");
}

pub(super) fn what_was_told_comes_back(open: Open<'_>) {
    let mut store = open();
    let staged = store.stage(&wanted(&["a.csv", "b.csv"])).expect("a survey");
    let [first, second] = [staged.sources[0].0, staged.sources[1].0];
    store.append(first, &[table(0), table(1)], &rows(0..3)).expect("rows");
    store.append(second, &[table(0)], &rows(0..2)).expect("rows");
    store.append(first, &[], &rows(3..5)).expect("rows");
    let about = [5, 2].map(|rows| SourceUse { rows, ..SourceUse::default() });
    store.promote(staged.survey, &about, &[]).expect("a draft");
    drop(store);
    let mut store = open();
    let surveys = store.surveys().expect("surveys");
    let [survey] = surveys.as_slice() else { panic!("{surveys:?}") };
    assert_eq!((survey.id, survey.begun, survey.state()), (staged.survey, at(0), State::Draft));
    let sources: Vec<_> =
        survey.sources.iter().map(|one| (&*one.file, &*one.hash, one.about.clone())).collect();
    assert_eq!(
        sources,
        [("a.csv", "hash of a.csv", about[0].clone()), ("b.csv", "hash of b.csv", about[1].clone())]
    );
    assert_eq!(store.tables(first).expect("tables"), [table(0), table(1)]);
    assert_eq!(read(&mut *store, first), rows(0..5));
    assert_eq!(read(&mut *store, second), rows(0..2));
}

pub(super) fn nobody_sees_a_survey_before_it_is_whole(open: Open<'_>) {
    let mut store = open();
    let staged = store.stage(&wanted(&["a.csv"])).expect("a survey");
    store.append(staged.sources[0].0, &[table(0)], &rows(0..3)).expect("rows");
    assert_eq!(store.surveys().expect("surveys"), []);
    let empty = content_hash(&mut *store).expect("a hash");
    store.promote(staged.survey, &[SourceUse::default()], &[]).expect("a draft");
    assert_ne!(content_hash(&mut *store).expect("a hash"), empty);
}

pub(super) fn the_same_survey_goes_on_where_it_was_interrupted(open: Open<'_>) {
    let mut store = open();
    let first = store.stage(&wanted(&["a.csv", "b.csv"])).expect("a survey");
    store.append(first.sources[0].0, &[table(0)], &rows(0..3)).expect("rows");
    drop(store);
    let mut store = open();
    let again = store.stage(&wanted(&["a.csv", "b.csv"])).expect("a survey");
    assert_eq!(again.survey, first.survey);
    assert_eq!(again.sources, [(first.sources[0].0, 3), (first.sources[1].0, 0)]);
    store.append(again.sources[0].0, &[table(0)], &rows(3..4)).expect("a table may be told again");
    assert_eq!(read(&mut *store, again.sources[0].0), rows(0..4));
}

pub(super) fn another_survey_takes_the_place_of_one_that_was_interrupted(open: Open<'_>) {
    let mut store = open();
    let kept = draft(&mut *store, "kept.csv", 2, None);
    let others = [
        wanted(&["b.csv"]),
        NewSurvey { fingerprint: "g".into(), ..wanted(&["b.csv"]) },
        NewSurvey { replaces: Some(kept), ..wanted(&["b.csv"]) },
        wanted(&["b.csv", "c.csv"]),
    ];
    for other in others {
        let first = store.stage(&wanted(&["a.csv"])).expect("a survey");
        store.append(first.sources[0].0, &[table(0)], &rows(0..3)).expect("rows");
        let staged = store.stage(&other).expect("a survey");
        assert!(staged.sources.iter().all(|(_, rows)| *rows == 0), "{staged:?}");
        assert_eq!(read(&mut *store, staged.sources[0].0), []);
    }
    let surveys = store.surveys().expect("surveys");
    assert_eq!(surveys.iter().map(|survey| survey.id).collect::<Vec<_>>(), [kept]);
    assert_eq!(read(&mut *store, surveys[0].sources[0].id), rows(0..2));
}

pub(super) fn a_batch_with_a_row_that_is_there_is_refused_whole(open: Open<'_>) {
    let mut store = open();
    let source = store.stage(&wanted(&["a.csv"])).expect("a survey").sources[0].0;
    store.append(source, &[table(0)], &rows(0..3)).expect("rows");
    let again = [row(3), row(2)];
    assert!(store.append(source, &[table(1)], &again).is_err());
    assert_eq!(read(&mut *store, source), rows(0..3));
    assert_eq!(store.tables(source).expect("tables"), [table(0)]);
}

pub(super) fn events_come_in_together_or_not_at_all(open: Open<'_>) {
    let mut store = open();
    let survey = draft(&mut *store, "a.csv", 1, None);
    let submitted = Event { survey, at: at(1), state: State::Submitted, objections: Vec::new(), by: None };
    let nobodys = Event { survey: SurveyId(4711), ..submitted.clone() };
    assert!(store.enter(&[submitted.clone(), nobodys]).is_err());
    assert_eq!(store.surveys().expect("surveys")[0].state(), State::Draft);
    let objections = vec![Objection { row: Some(("a.csv".into(), 2)), reason: "与照片不符".into() }];
    let returned = Event { at: at(2), state: State::Returned, objections, ..submitted.clone() };
    store.enter(&[submitted.clone(), returned.clone()]).expect("events");
    assert_eq!(store.surveys().expect("surveys")[0].events[1..], [submitted, returned]);
}

pub(super) fn equal_contents_have_equal_hashes_and_other_contents_others(open: Open<'_>) {
    let mut store = open();
    draft(&mut *store, "a.csv", 2, None);
    let two = content_hash(&mut *store).expect("a hash");
    assert_eq!(content_hash(&mut *open()).expect("a hash"), two);
    let staged = store.stage(&wanted(&["b.csv"])).expect("a survey");
    store.append(staged.sources[0].0, &[table(0)], &rows(0..9)).expect("rows");
    assert_eq!(content_hash(&mut *store).expect("a hash"), two, "what is not whole is not there");
    store.promote(staged.survey, &[SourceUse::default()], &[]).expect("a draft");
    assert_ne!(content_hash(&mut *store).expect("a hash"), two);
}

pub(super) fn an_accepted_survey_takes_the_place_of_the_one_it_replaces(open: Open<'_>) {
    let mut store = open();
    let old = draft(&mut *store, "a.csv", 1, None);
    go(&mut *store, old, Step::Submit, 1);
    go(&mut *store, old, Step::Accept, 2);
    let new = draft(&mut *store, "a.csv", 2, Some(old));
    go(&mut *store, new, Step::Submit, 3);
    go(&mut *store, new, Step::Accept, 4);
    let seen = |store: &mut dyn Store, second| {
        let view = View { known_by: at(second), drafts: false };
        let surveys = store.surveys().expect("surveys");
        surveys.iter().filter(|survey| survey.is_seen(view)).map(|survey| survey.id).collect::<Vec<_>>()
    };
    // Each row says since when it is known; what replaces is left out before by that.
    assert_eq!(seen(&mut *store, 3), [old, new]);
    assert_eq!(seen(&mut *store, 4), [new]);
}

fn photo(name: &str, number: u32) -> Photo {
    let odd = number % 2 == 1;
    Photo {
        name: name.into(),
        hash: format!("{number:064x}").into(),
        bytes: u32::MAX - number,
        size: (number, 4000),
        position: odd.then_some((107.400_000_1, -40.75)),
        taken: odd.then(|| date(2026, 5, 1).at(9, 30, 0, 0)),
        added: at(i64::from(number)),
    }
}

pub(super) fn photos_come_back_and_the_same_twice_change_nothing(open: Open<'_>) {
    let mut store = open();
    let survey = draft(&mut *store, "a.csv", 1, None);
    let other = draft(&mut *store, "b.csv", 1, None);
    let none = content_hash(&mut *store).expect("a hash");
    // By bytes 入 stands behind a and Z before it; one name may be that of two photos.
    let photos = [photo("入口/1.jpg", 1), photo("a.jpg", 2), photo("Z.jpg", 4), photo("a.jpg", 1)];
    store.add_photos(survey, &photos[..3]).expect("photos");
    store.add_photos(survey, &photos).expect("photos");
    let later = Photo { added: at(99), ..photos[1].clone() };
    store.add_photos(survey, &[later]).expect("it is there already");
    let found = open().photos(survey).expect("photos");
    assert_eq!(found, [&photos[2], &photos[3], &photos[1], &photos[0]].map(Photo::clone));
    assert_eq!(store.photos(other).expect("photos"), []);
    assert_ne!(content_hash(&mut *store).expect("a hash"), none);
}

pub(super) fn photos_of_nobodys_survey_are_refused(open: Open<'_>) {
    let mut store = open();
    assert!(store.add_photos(SurveyId(4711), &[photo("a.jpg", 1)]).is_err());
    assert_eq!(store.photos(SurveyId(4711)).expect("photos"), []);
}

/// What a rule and a person said about a pair and a cell.
fn decisions() -> [Decision; 2] {
    let likeness = Likeness {
        names: Names::Part,
        metres: Some(12),
        agreeing: 3,
        differing: 1,
        doubt: Some(Doubt::Several),
    };
    let file = FileOf { survey: SurveyId(2), number: 1 };
    let pair = About::Pair {
        facility_type: TypeId::from("parking"),
        known: Identity { id: "停-1".into(), file: None },
        new: Identity { id: "停-1".into(), file: Some(file) },
        verdict: Verdict::Ask,
    };
    let cell = About::Cell { file, row: 7, property: PropertyId::from("total_spaces"), counts: false };
    let person = By::Person { name: Some("李四".into()), reason: None };
    [
        Decision { at: at(1), by: By::Rule(likeness), about: pair },
        Decision { at: at(2), by: person, about: cell },
    ]
}

pub(super) fn decisions_come_back_in_their_order_and_with_their_survey(open: Open<'_>) {
    let mut store = open();
    let [first, second] = decisions();
    let staged = store.stage(&wanted(&["a.csv"])).expect("a survey");
    assert_eq!(store.decisions().expect("decisions"), []);
    let empty = content_hash(&mut *store).expect("a hash");
    store.promote(staged.survey, &[SourceUse::default()], std::slice::from_ref(&first)).expect("a draft");
    let taken_in = content_hash(&mut *store).expect("a hash");
    store.decide(&[second.clone(), first.clone()]).expect("decisions");
    drop(store);
    let mut store = open();
    assert_eq!(store.decisions().expect("decisions"), [first.clone(), second, first]);
    let hashes = [empty, taken_in, content_hash(&mut *store).expect("a hash")];
    assert!(hashes[0] != hashes[1] && hashes[1] != hashes[2], "{hashes:?}");
}

use super::*;

fn identity(id: &str) -> Identity {
    Identity { id: id.into(), file: None }
}

fn pair(known: Identity, new: Identity, verdict: Verdict) -> About {
    About::Pair { facility_type: "parking".into(), known, new, verdict }
}

fn said(second: i64, about: About) -> Decision {
    let at = Timestamp::from_second(second).expect("a time");
    Decision { at, by: By::Person { name: None, reason: None }, about }
}

fn named(decided: &Decided, id: &str) -> String {
    let file = FileOf { survey: SurveyId(2), number: 1 };
    decided.identity(&"parking".into(), &id.into(), file).to_string()
}

#[test]
fn the_last_word_on_a_pair_counts_and_is_undone_by_another() {
    let mut all = vec![
        said(1, pair(identity("a"), identity("b"), Verdict::Ask)),
        said(2, pair(identity("b"), identity("c"), Verdict::Same)),
        said(3, pair(identity("a"), identity("b"), Verdict::Same)),
    ];
    let names = |all: &[Decision], second| {
        let decided = Decided::of(all, Timestamp::from_second(second).expect("a time"));
        (["a", "b", "c"].map(|id| named(&decided, id)), decided.open())
    };
    let of = |ids: [&str; 3]| ids.map(str::to_owned);
    assert_eq!(names(&all, 1), (of(["a", "b", "c"]), vec![1]));
    assert_eq!(names(&all, 2), (of(["a", "b", "b"]), vec![1]));
    assert_eq!(names(&all, 3), (of(["a", "a", "a"]), vec![]));
    all.push(said(4, pair(identity("a"), identity("b"), Verdict::Different)));
    assert_eq!(names(&all, 9), (of(["a", "b", "b"]), vec![]));
    assert_eq!(names(&all, 3), (of(["a", "a", "a"]), vec![]), "an old report stays as it was");
}

#[test]
fn a_ring_of_pairs_has_an_end() {
    let ring = [("a", "b"), ("b", "c"), ("c", "a")];
    let all = ring.map(|(known, new)| said(1, pair(identity(known), identity(new), Verdict::Same)));
    let decided = Decided::of(&all, Timestamp::MAX);
    assert_eq!(["a", "b", "c"].map(|id| named(&decided, id)), ["a"; 3]);
}

#[test]
fn an_id_that_two_files_gave_to_two_means_both_until_they_are_said_to_be_one() {
    let here = FileOf { survey: SurveyId(2), number: 1 };
    let own = Identity { id: "1".into(), file: Some(here) };
    let mut all = vec![said(1, pair(identity("1"), own.clone(), Verdict::Ask))];
    let decided = Decided::of(&all, Timestamp::MAX);
    let elsewhere = FileOf { survey: SurveyId(1), number: 1 };
    assert_eq!(named(&decided, "1"), "1@2.1");
    assert_eq!(decided.identity(&"parking".into(), &"1".into(), elsewhere), identity("1"));
    all.push(said(2, pair(identity("1"), own, Verdict::Same)));
    assert_eq!(named(&Decided::of(&all, Timestamp::MAX), "1"), "1");
}

#[test]
fn a_cell_that_was_set_aside_may_count_again() {
    let file = FileOf { survey: SurveyId(1), number: 2 };
    let cell = |counts| About::Cell { file, row: 7, property: "total_spaces".into(), counts };
    let all = [said(1, cell(false)), said(2, cell(true))];
    let counts = |second| {
        let decided = Decided::of(&all, Timestamp::from_second(second).expect("a time"));
        decided.counts(file, 7, &"total_spaces".into())
    };
    assert_eq!([0, 1, 2].map(counts), [true, false, true]);
}

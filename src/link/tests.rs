use super::*;
use crate::model::{Doubt, Names};
use crate::quantity::Interval;

/// A place so many metres north and east of a corner.
fn at(name: &str, north: f64, east: f64) -> Sighting {
    let degree = 111_195.0;
    let place = LonLat {
        longitude: 107.0 + east / degree / 40_f64.to_radians().cos(),
        latitude: 40.0 + north / degree,
    };
    Sighting {
        name: Some(name.into()).filter(|name: &Arc<str>| !name.is_empty()),
        place: Some(place),
        ..Sighting::default()
    }
}

fn with(values: &[i128], one: Sighting) -> Sighting {
    let number = |value: i128| {
        Arc::new(Observed::Number(Box::new(Interval::exact(crate::quantity::Rational::from_integer(value)))))
    };
    Sighting { values: values.iter().map(|value| number(*value)).enumerate().collect(), ..one }
}

/// For each that came, which known one it is, or may be and why not.
fn linked(known: &[Sighting], new: &[Sighting]) -> Vec<Option<(usize, Option<Doubt>)>> {
    let found = links(known, new);
    let of =
        |number| found.iter().find(|link| link.new == number).map(|link| (link.known, link.likeness.doubt));
    assert!(found.iter().all(|link| (link.verdict == Verdict::Same) == link.likeness.doubt.is_none()));
    (0..new.len()).map(of).collect()
}

const SURE: Option<Doubt> = None;

#[test]
fn nothing_comes_of_nothing() {
    assert_eq!(links(&[], &[at("和平停车场", 0.0, 0.0)]), []);
    assert_eq!(links(&[at("和平停车场", 0.0, 0.0)], &[]), []);
    assert_eq!(linked(&[Sighting::default()], &[Sighting::default()]), [None]);
    let nowhere = LonLat { longitude: f64::NAN, latitude: f64::NAN };
    let lost = Sighting { place: Some(nowhere), ..at("和平停车场", 0.0, 0.0) };
    assert_eq!(linked(&[at("友谊停车场", 0.0, 0.0)], &[lost]), [None]);
}

#[test]
fn a_gate_is_not_the_other_gate_however_near() {
    let known = [at("人民公园东门停车场", 0.0, 0.0), at("1号停车场", 500.0, 0.0)];
    let new = [at("人民公园西门停车场", 3.0, 0.0), at("2号停车场", 500.0, 0.0)];
    assert_eq!(linked(&known, &new), [None, None]);
}

#[test]
fn a_name_and_a_place_that_go_together_are_a_link() {
    let known = [at("示范市和平停车场", 0.0, 0.0), at("友谊停车场", 40.0, 0.0), at("", 900.0, 0.0)];
    let new = [at("和平停车场", 20.0, 5.0), at("友谊 停车场", 0.0, 100.0), at("", 904.0, 3.0)];
    assert_eq!(linked(&known, &new), [Some((0, SURE)), Some((1, SURE)), Some((2, SURE))]);
}

#[test]
fn one_that_was_renamed_is_asked_about_unless_what_was_counted_agrees() {
    let known = [with(&[120, 4, 7], at("和平停车场", 0.0, 0.0))];
    let renamed = |values: &[i128]| [with(values, at("万达广场停车场", 4.0, 0.0))];
    assert_eq!(linked(&known, &renamed(&[120, 4])), [Some((0, SURE))]);
    assert_eq!(linked(&known, &renamed(&[])), [Some((0, Some(Doubt::Renamed)))]);
    assert_eq!(linked(&known, &renamed(&[80, 2])), [None]);
}

#[test]
fn of_two_that_fit_nobody_is_chosen() {
    let known = [at("", 0.0, 0.0), at("", 6.0, 0.0)];
    assert_eq!(linked(&known, &[at("", 3.0, 0.0)]), [Some((0, Some(Doubt::Several)))]);
    let known = [at("", 0.0, 0.0)];
    let both = linked(&known, &[at("", 3.0, 0.0), at("", 0.0, 3.0)]);
    assert_eq!(both, [Some((0, Some(Doubt::Several))); 2]);
}

#[test]
fn two_entries_of_one_name_are_both_that_place() {
    let known = [at("和平停车场", 0.0, 0.0)];
    let new = [at("和平停车场", 3.0, 0.0), at("示范市和平停车场", 0.0, 9.0)];
    assert_eq!(linked(&known, &new), [Some((0, SURE)); 2]);
}

#[test]
fn ids_of_surveyors_are_not_passed_over() {
    let named = |name: &str| Sighting { has_id: true, ..at(name, 0.0, 0.0) };
    let asked = linked(&[named("和平停车场")], &[named("和平停车场")]);
    assert_eq!(asked, [Some((0, Some(Doubt::TwoIds)))]);
    assert_eq!(linked(&[named("")], &[named("")]), [None], "two bays side by side");
}

#[test]
fn without_a_position_only_the_name_tells_and_within_one_area() {
    let lost =
        |name: &str, area: &str| Sighting { place: None, area: Some(area.into()), ..at(name, 0.0, 0.0) };
    let known = [lost("和平停车场", "150802")];
    let new = [lost("和平停车场", "150800"), lost("和平停车场", "150821"), lost("和平", "150802")];
    assert_eq!(linked(&known, &new), [Some((0, SURE)), None, None]);
}

#[test]
fn a_name_that_many_have_tells_nothing() {
    let known: Vec<_> = (0..9).map(|number| at("公厕", f64::from(number) * 100.0, 0.0)).collect();
    let found = linked(&known, &[at("公厕", 402.0, 0.0), at("公厕", 450.0, 0.0)]);
    assert_eq!(found, [Some((4, SURE)), None]);
}

#[test]
fn one_id_for_two_places_is_seen() {
    let library = at("图书馆", 0.0, 0.0);
    assert!(
        contradicts(&library, &at("友谊公厕", 5000.0, 0.0)).is_some_and(|why| why.names == Names::Different)
    );
    assert_eq!(contradicts(&library, &at("友谊公厕", 50.0, 0.0)), None);
    assert_eq!(contradicts(&library, &at("市图书馆", 5000.0, 0.0)), None);
}

#[test]
fn a_thousand_at_one_place_are_no_million_pairs() {
    let many: Vec<_> = (0..20_000).map(|_| at("", 0.0, 0.0)).collect();
    assert_eq!(links(&many, &many).len(), many.len());
}

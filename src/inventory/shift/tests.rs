use super::*;

/// Facilities around a place, as two surveys have them that differ by some metres.
fn surveyed(
    around: (f64, f64),
    second: impl Fn(LonLat) -> LonLat,
    first: impl Fn(LonLat) -> LonLat,
) -> Vec<Match> {
    let one = |number: u32| {
        let number = f64::from(number);
        let aside = |turn: f64| (number * turn).sin();
        let place =
            LonLat { longitude: around.0 + 0.05 * aside(1.7), latitude: around.1 + 0.05 * aside(2.9) };
        let again = LonLat {
            longitude: place.longitude + 1e-4 * aside(4.1),
            latitude: place.latitude + 1e-4 * aside(5.3),
        };
        (first(place), first(place).offset_to(second(again)))
    };
    (0..40).map(one).collect()
}

const BEIJING: (f64, f64) = (116.39, 39.91);

fn read(real: Crs, read_as: Crs) -> impl Fn(LonLat) -> LonLat {
    move |place| misread(place, real, read_as).expect("a place")
}

fn same(place: LonLat) -> LonLat {
    place
}

#[test]
fn a_shifted_batch_is_told_with_its_system_and_whose_it_is() {
    let (wgs, gcj, bd) = (Crs::WGS84, Crs::GCJ02, Crs::BD09);
    let mistake = |matches: &[Match], crs| cause(matches, crs).and_then(|cause| cause.mistake);
    let second = |real, read_as| surveyed(BEIJING, read(real, read_as), same);
    assert_eq!(mistake(&second(gcj, wgs), (wgs, wgs)), Some((gcj, true)));
    assert_eq!(mistake(&second(bd, wgs), (wgs, wgs)), Some((bd, true)));
    assert_eq!(mistake(&second(wgs, gcj), (wgs, gcj)), Some((wgs, true)), "it was unshifted for nothing");
    assert_eq!(mistake(&second(bd, gcj), (wgs, gcj)), Some((bd, true)));
    let first = surveyed(BEIJING, same, read(gcj, wgs));
    assert_eq!(mistake(&first, (wgs, wgs)), Some((gcj, false)));
    let zone = Crs::of_code(4548).expect("a zone");
    assert_eq!(mistake(&second(gcj, wgs), (zone, wgs)), Some((gcj, true)));
}

#[test]
fn the_figures_it_is_concluded_from_are_told() {
    let cause = cause(&surveyed(BEIJING, read(Crs::GCJ02, Crs::WGS84), same), (Crs::WGS84, Crs::WGS84));
    let cause = cause.expect("a cause");
    assert!((530.0..580.0).contains(&cause.metres) && cause.residual < 20.0, "{cause:?}");
}

#[test]
fn surveys_that_agree_need_no_explanation() {
    assert_eq!(cause(&surveyed(BEIJING, same, same), (Crs::WGS84, Crs::WGS84)), None);
    assert_eq!(cause(&surveyed((8.5, 52.0), same, same), (Crs::WGS84, Crs::WGS84)), None);
}

#[test]
fn a_shift_of_another_kind_has_no_name() {
    let moved =
        |place: LonLat| LonLat { longitude: place.longitude + 0.001, latitude: place.latitude - 0.0008 };
    let cause = cause(&surveyed(BEIJING, moved, same), (Crs::WGS84, Crs::WGS84)).expect("a cause");
    assert_eq!(cause.mistake, None);
    assert!((115.0..130.0).contains(&cause.metres), "{cause:?}");
}

#[test]
fn few_facilities_and_short_vectors_tell_nothing() {
    let all = surveyed(BEIJING, read(Crs::GCJ02, Crs::WGS84), same);
    assert_eq!(cause(&all[..9], (Crs::WGS84, Crs::WGS84)), None);
    assert!(cause(&all[..10], (Crs::WGS84, Crs::WGS84)).is_some());
    // Where GCJ-02 moves places by some thirty metres only.
    let length = |place: LonLat| place.offset_to(read(Crs::GCJ02, Crs::WGS84)(place)).length();
    let lattice = (0..600).flat_map(|x| (0..350).map(move |y| (x, y)));
    let lattice = lattice
        .map(|(x, y)| LonLat { longitude: 73.5 + f64::from(x) / 10.0, latitude: 18.5 + f64::from(y) / 10.0 });
    let still = lattice.min_by(|a, b| length(*a).total_cmp(&length(*b))).expect("a place");
    assert!(length(still) < TELLING, "{still:?}");
    let here = vec![(still, still.offset_to(read(Crs::GCJ02, Crs::WGS84)(still))); 20];
    assert_eq!(cause(&here, (Crs::WGS84, Crs::WGS84)), None);
}

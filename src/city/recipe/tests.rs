use super::*;
use crate::city::tests::{RECIPE, catalogue};

fn mistakes(of: &str, instead: &str) -> Vec<String> {
    assert!(RECIPE.contains(of), "{of}");
    match Recipe::parse(&RECIPE.replace(of, instead), &catalogue()) {
        Err(RecipeError::Mistakes(mistakes)) => mistakes,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_name_that_is_not_known_is_said_with_the_nearest() {
    assert_eq!(
        mistakes("[types.bay]\n", "[types.bai]\n")[..1],
        ["`types`: there is no `bai`, did you mean `bay`?"]
    );
    let cases = [
        ("marked = [", "markt = [", "marked"),
        ("is = [\"garage\"]", "is = [\"garaje\"]", "garage"),
        ("of = \"total\"", "of = \"totel\"", "total"),
        ("unit = \"permille\"", "unit = \"permile\"", "permille"),
        ("gb18030 = [\"stranger\"]", "gb18030 = [\"strange\"]", "stranger"),
    ];
    for (of, instead, nearest) in cases {
        let found = mistakes(of, instead).join("\n");
        assert!(found.contains(&format!("did you mean `{nearest}`")), "{found}");
    }
}

#[test]
fn a_form_has_to_suit_the_kind_of_property() {
    let found = mistakes("total = [\n", "total = [\n{ chance = 1 },\n");
    assert_eq!(found, ["`types.parking.properties.total`: `chance` does not suit `total`"]);
    let found = mistakes(
        "slope = { one_to = [[1, 20, 100]] }",
        "slope = { bands = [[1, 1, 2]], one_to = [[1, 20, 100]] }",
    );
    assert_eq!(found, ["`types.bay.properties.slope`: only one of `bands`, `one_to` can be used"]);
}

#[test]
fn a_range_outside_the_bounds_is_a_mistake() {
    let found = mistakes("[[1, 8, 99]]", "[[1, -8, 99]]");
    assert_eq!(found, ["`types.parking.properties.total`: -8 to 99 is outside the bounds"]);
}

#[test]
fn properties_that_hang_on_each_other_are_a_mistake() {
    let found = mistakes("{ bands = [[1, 8, 99]] },", "{ bands = [[1, 8, 99]], of = \"accessible\" },");
    assert_eq!(found, ["`types.parking`: properties hang on each other in a circle"]);
}

#[test]
fn all_mistakes_are_said_at_once() {
    let found =
        mistakes("weight = 3\n[types.bay.properties]\n", "[types.bay.properties]\naile = {}\nslop = {}\n");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn rounds_of_one_year_would_share_a_file_name() {
    let found = mistakes("days_before = 480", "days_before = 400");
    assert_eq!(found, ["`rounds`: the second round begins less than a year after the first"]);
}

#[test]
fn a_word_that_is_no_part_of_a_recipe_is_refused() {
    let text = RECIPE.replace("said_twice = 20", "said_twise = 20");
    let error = Recipe::parse(&text, &catalogue()).expect_err("a mistake");
    assert!(matches!(error, RecipeError::Syntax(_)), "{error}");
}

#[test]
fn the_counties_that_ship_tile_the_city() {
    let shipped = include_str!("../../../survey_data/samples/made-up-city.toml");
    let raw: raw::Raw = toml::from_str(shipped).expect("the shape of a recipe");
    let edges = |county: &County| {
        let [a, b, c, d] = county.corners;
        [(a, b), (b, c), (c, d), (d, a)]
    };
    let all: Vec<_> = raw.counties.iter().flat_map(edges).collect();
    // An edge inside the city is gone along once from either side; those left over are its border.
    let border: Vec<_> = all.iter().filter(|(from, to)| !all.contains(&(*to, *from))).collect();
    assert!(border.iter().all(|(_, to)| border.iter().filter(|(from, _)| from == to).count() == 1));
    assert_eq!(border.len(), 12);
    for county in &raw.counties {
        assert!(turns_left(county.corners), "{}", county.name);
    }
}

/// Counter-clockwise and convex.
fn turns_left(corners: [[i32; 2]; 4]) -> bool {
    let [a, b, c, d] = corners.map(|corner| corner.map(i64::from));
    let left =
        |a: [i64; 2], b: [i64; 2], c: [i64; 2]| (b[0] - a[0]) * (c[1] - b[1]) > (b[1] - a[1]) * (c[0] - b[0]);
    left(a, b, c) && left(b, c, d) && left(c, d, a) && left(d, a, b)
}

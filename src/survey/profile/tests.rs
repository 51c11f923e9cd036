use super::*;
use crate::locale::{Language, Locale};
use crate::survey::testing::catalogue;

/// The mistakes of a profile as `line key`, or nothing.
fn mistakes(text: &str) -> Vec<String> {
    let Err(error) = Profile::parse(text, &catalogue()) else { return Vec::new() };
    error.mistakes.iter().map(|one| format!("{} {}", one.line, one.message.key)).collect()
}

fn parsed(text: &str) -> Profile {
    Profile::parse(text, &catalogue()).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn what_is_no_profile_is_refused_with_its_line() {
    assert_eq!(mistakes("type = \"parking\"\ntype ="), ["2 profile-syntax"]);
    assert_eq!(mistakes("type = \"parking\"\ncolums = 1"), ["2 profile-syntax"]);
    assert_eq!(mistakes("[file]\nencoding = \"gbk\"\ndelimiter = \";;\""), ["3 profile-syntax"]);
    assert_eq!(mistakes("[[sheet]]\nnam = \"a\""), ["1 profile-syntax"]);
    assert_eq!(mistakes("[columns]\ntotal_spaces = { header = \"a\" }"), ["2 profile-syntax"]);
    assert_eq!(mistakes("[columns]\nname = 1"), ["2 profile-syntax"]);
}

#[test]
fn every_unknown_name_is_found_at_once_with_the_nearest_known() {
    let text = r#"
type = "parkin"
jurisdiction = "1508"
observed_on = "gestern"
position = { longitude = "x" }

[columns]
totl_spaces = "Total"
width = { column = "W", unit = "mn" }
slope = { column = "S", unit = "mm" }
name = { column = "N", words_as_counts = true }
kind = { column = "K", values = { P = "publc_standalone" } }

[constants]
name = "x"
accessible_marked = "maybe"
total_spaces = [1]

[[keep]]
column = "a"

[[complete]]
type = "parkin"
jurisdiction = "x"
on = "soon"
"#;
    let expected = [
        "2 profile-unknown-type",
        "3 profile-bad-value",
        "4 profile-bad-value",
        "5 profile-position-pair-or-wkt",
        "8 profile-unknown-property",
        "9 profile-unknown-unit",
        "10 profile-unit-does-not-fit",
        "11 profile-words-need-count",
        "12 profile-bad-value",
        "15 profile-column-and-constant",
        "16 profile-bad-value",
        "17 profile-bad-value",
        "19 profile-keep-is-or-is-not",
        "23 profile-unknown-type",
        "24 profile-bad-adcode",
        "25 profile-bad-day",
    ];
    assert_eq!(mistakes(text), expected);
    let error = Profile::parse(text, &catalogue()).expect_err("mistakes");
    assert!(error.to_string().contains("`totl_spaces`"), "{error}");
    assert!(error.to_string().contains("total_spaces"), "{error}");
    for language in [Language::Zh, Language::En] {
        let locale = Locale::new(language);
        assert!(error.mistakes.iter().all(|one| locale.has(&one.message.key)));
    }
}

#[test]
fn a_property_of_another_type_is_unknown_where_the_type_is_fixed() {
    assert_eq!(mistakes("type = \"parking\"\n[columns]\nwidth = \"W\""), ["3 profile-unknown-property"]);
    assert_eq!(mistakes("[columns]\nwidth = \"W\""), [""; 0]);
}

#[test]
fn a_profile_says_all_it_can() {
    let profile = parsed(
        r#"
type = "parking"
jurisdiction = "150802"
observed_on = 2024-05-01
only_listed = true
position = { wkt = "WKT", crs = "EPSG:4490" }
file = { encoding = "gbk", delimiter = ";" }
sheet = "停车场"

[columns]
id = "编号"
total_spaces = { column = "总数", words_as_counts = true, values = { "很多" = "50以上", J = "yes" } }

[constants]
kind = "public_standalone"
accessible_marked = true

[[keep]]
column = "状态"
is = ["在用", "新建"]

[[complete]]
type = "parking"
jurisdiction = "150802"
on = 2024-06-30
"#,
    );
    assert_eq!(profile.hints.encoding.as_deref(), Some("gbk"));
    assert_eq!(profile.hints.delimiter, Some(';'));
    assert_eq!(profile.facility_type, Some(0));
    assert_eq!(profile.sheets, [SheetRule { name: Some("停车场".to_owned()), ..SheetRule::default() }]);
    assert_eq!(profile.columns.len(), 2);
    assert_eq!(profile.columns[1].values.get("j"), Some(&Written::Word(Meaning::Yes)));
    let constants: Vec<&str> = profile.constants.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(constants, ["accessible_marked", "jurisdiction", "kind", "observed_on"]);
    assert_eq!(profile.position.columns, PositionColumns::Wkt("WKT".to_owned()));
    assert_eq!(profile.position.crs.as_deref(), Some("EPSG:4490"));
    assert!(profile.keep[0].among && profile.keep[0].words == ["在用", "新建"]);
    assert_eq!(profile.complete()[0].on.to_string(), "2024-06-30");
}

#[test]
fn sheets_may_have_types_and_header_rows_of_their_own() {
    let profile = parsed(
        "[[sheet]]\nname = \"A\"\ntype = \"parking\"\nheader_row = 3\n[[sheet]]\nname = \"B\"\ntype = \"ramp\"\n\
         [columns]\nwidth = \"W\"\ntotal_spaces = \"T\"\nobserved_on = { column = \"D\", date_order = \"dmy\" }",
    );
    assert_eq!(profile.sheets[0].header_row, Some(3));
    assert_eq!(profile.sheets[1].facility_type, Some(1));
    assert_eq!(profile.columns[0].date_order, Some(DateOrder::Dmy));
}

#[test]
fn the_day_of_observation_may_be_a_column() {
    let profile = parsed("observed_on = { column = \"D\" }");
    assert_eq!(profile.columns[0].property.as_str(), "observed_on");
}

#[test]
fn the_profiles_that_come_along_are_understood() {
    for text in [
        include_str!("../../../survey_data/profiles/parking-zh.toml"),
        include_str!("../../../survey_data/profiles/trafford-off-street.toml"),
        include_str!("../../../survey_data/profiles/oxford.toml"),
        include_str!("../../../survey_data/profiles/bielefeld.toml"),
        include_str!("../../../survey_data/profiles/neckarsulm.toml"),
    ] {
        parsed(text);
    }
}

#[test]
fn the_example_of_the_documentation_is_a_profile() {
    let readme = include_str!("../../../survey_data/profiles/README.md");
    let example =
        readme.split("```").nth(1).and_then(|block| block.strip_prefix("toml\n")).expect("a toml block");
    let profile = parsed(example);
    assert_eq!((profile.columns.len(), profile.keep.len(), profile.complete().len()), (5, 2, 1));
}

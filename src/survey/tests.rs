use std::sync::Arc;

use super::mapping::{Intake, read};
use super::names::Names;
use super::profile::Profile;
use super::reader::{Cell, Row, RowProblem, SheetName, Why};
use super::rules::Rules;
use super::testing::{Kept, catalogue, map, rows};
use crate::diagnostic::Place;
use crate::model::{MappedBy, PropertyId, SheetUse};

fn place(file: &str, sheet: Option<&str>) -> Place {
    Place { file: Arc::from(file), sheet: sheet.map(Arc::from), ..Place::default() }
}

fn profiled(profile: &str, text: &str) -> (Kept, SheetUse) {
    let catalogue = catalogue();
    let profile = Profile::parse(profile, &catalogue).unwrap_or_else(|error| panic!("{error}"));
    map(&catalogue, &profile, &place("调查.csv", None), &rows(text, b','))
}

fn named(file: &str, sheet: Option<&str>, text: &str) -> (Kept, SheetUse) {
    map(&catalogue(), &Profile::default(), &place(file, sheet), &rows(text, b','))
}

fn check(profile: &str, text: &str, records: &[&str], said: &[&str]) {
    let (kept, _) = profiled(profile, text);
    assert_eq!(kept.told(&catalogue()), records);
    assert_eq!(kept.said(), said);
}

const DATED: &str = "observed_on = 2024-05-01";

#[test]
fn a_sheet_without_headers_is_said_and_costs_nothing_else() {
    check("", "停车场调查\n某某局,2024\n1,2\n", &[], &["no-header"]);
    check("", "", &[], &["no-header"]);
    let (kept, used) = named("调查.xlsx", Some("Sheet2"), "");
    assert_eq!((kept.said(), used.header_row), (vec![], None));
}

#[test]
fn headers_without_rows_are_said() {
    check("", "名称,总车位\n , \n", &[], &["no-rows"]);
}

#[test]
fn the_header_row_is_found_below_titles_and_blank_rows() {
    let text = "某市停车场调查表,,\n,,\n填表人：张三,,\n编号,名称,总车位（个）\n1,东停车场,50\n";
    check(DATED, text, &["5 parking #1 2024-05-01 name=东停车场 total_spaces=50"], &[]);
}

#[test]
fn one_known_header_is_enough_only_where_the_profile_names_it() {
    check("", "名称,甲\nA,1\n", &[], &["no-header"]);
    let profile = "type = \"parking\"\nobserved_on = 2024-05-01\n[columns]\ntotal_spaces = \"甲\"";
    check(profile, "乙,甲\nA,1\n", &["2 parking 2024-05-01 total_spaces=1"], &["no-identity@2"]);
}

#[test]
fn units_in_brackets_or_below_the_headers_are_used() {
    let text = "名称,坡道宽度(mm),坡度\nA,1200,8.33%\n";
    check(DATED, text, &["2 ramp 2024-05-01 name=A width=1.2 slope=0.0833"], &[]);
    let below = "名称,坡道宽度,坡度\n,mm,（%）\nA,1200,5\nB,0.9m,1:12\n";
    let records =
        ["3 ramp 2024-05-01 name=A width=1.2 slope=0.05", "4 ramp 2024-05-01 name=B width=0.9 slope=1/12"];
    check(DATED, below, &records, &[]);
}

#[test]
fn the_profiles_unit_outranks_the_header_and_the_cells_outranks_both() {
    let profile =
        "type = \"ramp\"\nobserved_on = 2024-05-01\n[columns]\nwidth = { column = \"宽(m)\", unit = \"cm\" }";
    let records = ["2 ramp 2024-05-01 width=1.2 name=A", "3 ramp 2024-05-01 width=0.9 name=B"];
    check(profile, "宽(m),名称\n120,A\n900mm,B\n", &records, &[]);
}

#[test]
fn a_bad_cell_is_named_with_its_place_and_costs_only_itself() {
    let text = "编号,名称,总车位,无障碍车位,停车场类型\n1,A,若干,2.5,大型\n1.2E+17,B,50,1,公共停车场\n";
    let records = [
        "2 parking #1 2024-05-01 name=A total_spaces=unknown accessible_spaces=unknown kind=unknown",
        "3 parking 2024-05-01 name=B total_spaces=50 accessible_spaces=1 kind=public_standalone",
    ];
    let said = [
        "not-a-number@2/总车位=若干",
        "not-whole@2/无障碍车位=2.5",
        "not-a-category@2/停车场类型=大型",
        "damaged-id@3/编号=1.2E+17",
    ];
    check(DATED, text, &records, &said);
}

#[test]
fn a_personal_record_is_never_quoted() {
    let text = "编号,名称,改造项数,区划代码,经度,纬度\nE1,王五,一百二,临河,200,1\nE2,李四,很多,150802,,\n";
    let (kept, _) = profiled("type = \"household\"\nobserved_on = 2024-05-01", text);
    let said = [
        "guessed-number@2/改造项数",
        "not-an-adcode@2/区划代码",
        "bad-position@2/经度",
        "not-a-number@3/改造项数",
    ];
    assert_eq!(kept.said(), said);
    assert!(kept.diagnostics.iter().all(|one| one.args.iter().all(|(_, arg)| !arg.contains("120"))));
}

#[test]
fn a_row_nobody_can_find_again_is_used_and_said() {
    let text = "名称,总车位,备注\n,50,\n,,只有备注\n,,\n";
    check(DATED, text, &["2 parking 2024-05-01 total_spaces=50"], &["no-identity@2", "no-identity@3"]);
}

#[test]
fn a_type_column_speaks_for_each_row() {
    let text = "设施类型,名称,总车位,坡道宽度\n停车场,A,50,\n坡道,B,,1.2\n停車場,C,1,\n,D,3,\n";
    let (kept, used) = profiled(DATED, text);
    let records = ["2 parking 2024-05-01 name=A total_spaces=50", "3 ramp 2024-05-01 name=B width=1.2"];
    assert_eq!(kept.told(&catalogue()), records);
    assert_eq!(kept.said(), ["unknown-type@4/设施类型", "unknown-type@5/设施类型"]);
    assert_eq!(kept.tables.len(), 2);
    let taken: Vec<_> =
        used.columns.iter().map(|column| column.property.as_ref().map(PropertyId::as_str)).collect();
    assert_eq!(taken, [Some("type"), Some("name"), Some("total_spaces"), Some("width")]);
    assert_eq!((used.facility_type, used.rows), (None, 4));
}

#[test]
fn the_type_is_told_by_sheet_file_or_headers() {
    let common = "编号,名称\n1,A\n";
    let (kept, _) = named("x.xlsx", Some("坡道"), common);
    assert_eq!(kept.told(&catalogue()), ["2 ramp #1 name=A"]);
    let (kept, _) = named("data/停车场.csv", None, common);
    assert_eq!(kept.told(&catalogue()), ["2 parking #1 name=A"]);
    let (kept, used) = named("x.csv", None, "编号,坡度\n1,1:12\n");
    assert_eq!(kept.told(&catalogue()), ["2 ramp #1 slope=1/12"]);
    assert_eq!(used.facility_type.map(|id| id.to_string()).as_deref(), Some("ramp"));
}

#[test]
fn a_type_nobody_tells_is_asked_for() {
    let (kept, used) = named("x.csv", None, "编号,名称\n1,A\n2,B\n");
    assert_eq!(kept.said(), ["sheet-type-unknown"]);
    assert!(kept.records.is_empty());
    assert_eq!(used.rows, 2);
}

#[test]
fn the_first_of_two_columns_for_one_property_is_used() {
    let text = "名称,总车位,总车位数\nA,50,60\n";
    check(DATED, text, &["2 parking 2024-05-01 name=A total_spaces=50"], &["column-twice/总车位数"]);
}

#[test]
fn a_column_of_the_profile_that_is_not_there_is_named() {
    let profile = "type = \"parking\"\nobserved_on = 2024-05-01\n[columns]\ntotal_spaces = \"Anzahl\"\nname = \"Titel\"";
    let (kept, _) = profiled(profile, "Titel,Anzhal,总车位\nA,5,6\n");
    assert_eq!(kept.said(), ["column-missing/Anzahl"]);
    assert_eq!(kept.diagnostics[0].args, [("nearest".into(), "Anzhal".to_owned())]);
    assert_eq!(kept.told(&catalogue()), ["2 parking 2024-05-01 name=A"]);
}

#[test]
fn one_column_may_be_two_properties() {
    let profile =
        "type = \"parking\"\nobserved_on = 2024-05-01\n[columns]\nid = \"Location\"\nname = \"Location\"";
    check(profile, "Location\nA\n", &["2 parking #A 2024-05-01 name=A"], &[]);
}

#[test]
fn only_listed_leaves_known_names_alone() {
    let profile = "type = \"parking\"\nonly_listed = true\nobserved_on = 2024-05-01\n[columns]\nname = \"N\"";
    let (kept, used) = profiled(profile, "N,总车位\nA,50\n");
    assert_eq!(kept.told(&catalogue()), ["2 parking 2024-05-01 name=A"]);
    assert_eq!(
        used.columns.iter().map(|column| column.by).collect::<Vec<_>>(),
        [MappedBy::Profile, MappedBy::Nothing]
    );
}

#[test]
fn constants_hold_for_every_row_and_outrank_columns() {
    let profile = "type = \"parking\"\njurisdiction = \"150802\"\nobserved_on = 2024-05-01\n[constants]\nkind = \"公共停车场\"";
    let text = "名称,停车场类型,区划代码,调查日期\nA,配建停车场,150800,2020-01-01\n";
    let record = "2 parking 2024-05-01 name=A jurisdiction=150802 kind=public_standalone";
    check(profile, text, &[record], &[]);
}

#[test]
fn only_rows_that_are_kept_count() {
    let profile = "type = \"parking\"\nobserved_on = 2024-05-01\n[[keep]]\ncolumn = \"状态\"\nis = [\"在用\"]\n[[keep]]\ncolumn = \"名称\"\nis_not = \"合计\"";
    let text = "名称,总车位,状态\nA,50,在用\nB,60,停用\n合计,110,在用\n";
    let (kept, used) = profiled(profile, text);
    assert_eq!(kept.told(&catalogue()), ["2 parking 2024-05-01 name=A total_spaces=50"]);
    assert_eq!((kept.said(), used.rows), (vec![], 3));
}

#[test]
fn a_record_was_accepted_when_its_row_or_the_profile_says() {
    let text = "名称,总车位,入库时间\nA,50,2024-05-02T08:00:00+08:00\nB,60,\nC,70,昨天\n";
    let (kept, _) = profiled("type = 'parking'\nobserved_on = 2024-05-01", text);
    let known: Vec<_> =
        kept.records.iter().map(|record| record.known_at.map(|time| time.to_string())).collect();
    assert_eq!(known, [Some("2024-05-02T00:00:00Z".to_owned()), None, None]);
    assert_eq!(kept.said(), ["not-a-date@4/入库时间=昨天"]);
    let (kept, _) = profiled("type = 'parking'\nknown_at = 2024-05-03\nobserved_on = 2024-05-01", text);
    let known: Vec<_> =
        kept.records.iter().map(|record| record.known_at.map(|time| time.to_string())).collect();
    assert_eq!(known, vec![Some("2024-05-03T15:59:59Z".to_owned()); 3]);
}

#[test]
fn a_year_of_observation_begins_on_its_first_day() {
    let text = "名称,总车位,调查日期\nA,50,2024\nB,60,\nC,70,昨天\n";
    let records = [
        "2 parking 2024-01-01 name=A total_spaces=50",
        "3 parking name=B total_spaces=60",
        "4 parking name=C total_spaces=70",
    ];
    check("", text, &records, &["not-a-date@4/调查日期=昨天", "no-observation-date"]);
}

#[test]
fn positions_are_taken_from_known_columns_or_the_profile() {
    let text = "名称,总车位,经度,纬度\nA,50,107.4,40.7\nB,60,40.7,107.4\nC,70,,\nD,80,107.4,\n";
    let records = [
        "2 parking (107.4, 40.7) 2024-05-01 name=A total_spaces=50",
        "3 parking (107.4, 40.7) 2024-05-01 name=B total_spaces=60",
        "4 parking 2024-05-01 name=C total_spaces=70",
        "5 parking 2024-05-01 name=D total_spaces=80",
    ];
    check(DATED, text, &records, &["bad-position@5/经度=107.4, ", "swapped-axes@3/经度=40.7, 107.4"]);
    let half = "名称,总车位,经度\nA,50,107.4\n";
    check(DATED, half, &["2 parking 2024-05-01 name=A total_spaces=50"], &["bad-position@2/经度=107.4, "]);
    let profile = "type = \"parking\"\nobserved_on = 2024-05-01\nposition = { wkt = \"WKT\" }";
    check(profile, "WKT,名称\nPOINT (8.5 52),A\n", &["2 parking (8.5, 52) 2024-05-01 name=A"], &[]);
}

#[test]
fn positions_of_another_reference_system_are_left_out_and_said_once() {
    let profile = "type = \"parking\"\nobserved_on = 2024-05-01\nposition = { longitude = \"x\", latitude = \"y\", crs = \"EPSG:2415\" }";
    let text = "名称,x,y\nA,39448438,4500000\nB,39448439,4500001\n";
    let records = ["2 parking 2024-05-01 name=A", "3 parking 2024-05-01 name=B"];
    check(profile, text, &records, &["crs-not-converted=EPSG:2415"]);
    let unknown = profile.replace("2415", "99999");
    check(&unknown, text, &records, &["crs-not-converted=EPSG:99999"]);
}

#[test]
fn broken_rows_are_said_and_the_rest_is_read() {
    let mut rows = rows("名称,总车位\nA,1\nB,2\nC\u{FFFD},3\n", b',');
    rows[1].problem = Some(RowProblem::TooWide { columns: 20_000 });
    rows[2].problem = Some(RowProblem::Unreadable { why: Why::UnclosedQuote });
    rows[3].problem = Some(RowProblem::BadText { columns: vec![0, 9] });
    let (kept, used) = map(&catalogue(), &Profile::default(), &place("x.csv", None), &rows);
    let said = [
        "row-too-wide@2",
        "unreadable-row@3",
        "bad-encoding@4/名称=C\u{FFFD}",
        "bad-encoding@4",
        "no-observation-date",
    ];
    assert_eq!(kept.said(), said);
    assert_eq!((kept.records.len(), used.rows), (1, 3));
}

#[test]
fn a_header_row_given_by_the_profile_is_taken() {
    let profile = "type = \"parking\"\nobserved_on = 2024-05-01\n[[sheet]]\nheader_row = 2";
    check(
        profile,
        "名称,总车位\n名称,无障碍车位\nA,1\n",
        &["3 parking 2024-05-01 name=A accessible_spaces=1"],
        &[],
    );
}

#[test]
fn a_sheet_of_the_profile_that_is_not_there_is_named() {
    let profile = Profile::parse("sheet = \"停车场\"", &catalogue()).expect("a profile");
    let (kept, _) =
        map(&catalogue(), &profile, &place("x.xlsx", Some("停车场所")), &rows("名称,总车位\nA,1\n", b','));
    assert_eq!(kept.said().first().map(String::as_str), Some("sheet-missing=停车场"));
}

#[test]
fn a_hidden_sheet_is_said_and_read_only_where_the_profile_names_it() {
    let (catalogue, names) = (catalogue(), Names::of(&catalogue()));
    let hidden = [SheetName { name: Some(Arc::from("备用")), hidden: true }];
    let said = |text: &str| {
        let profile = Profile::parse(text, &catalogue).expect("a profile");
        let (rules, mut kept) = (
            Rules {
                catalogue: &catalogue,
                profile: &profile,
                names: &names,
                tagged: false,
                draws: false,
                crs: None,
            },
            Kept::default(),
        );
        rules.remarks(&place("x.xlsx", None), &hidden, &mut kept);
        (kept.said(), rules.sheets(&hidden).len())
    };
    assert_eq!(said(""), (vec!["hidden-sheet".to_owned()], 0));
    assert_eq!(said("sheet = \"备用\""), (vec![], 1));
}

#[test]
fn no_row_makes_the_mapping_panic() {
    use proptest::prelude::*;
    let cell = prop_oneof![
        Just(Cell::Empty),
        ".{0,8}".prop_map(Cell::Text),
        any::<f64>().prop_map(Cell::Number),
        any::<bool>().prop_map(Cell::Flag),
        Just(Cell::Error("#N/A".to_owned())),
    ];
    let catalogue = catalogue();
    let mut runner = proptest::test_runner::TestRunner::default();
    let strategy = proptest::collection::vec(proptest::collection::vec(cell, 0..14), 0..6);
    let tested = runner.run(&strategy, |cells| {
        let header = "编号,名称,设施类型,区划代码,调查日期,经度,纬度,停车场类型,总车位,有标识,坡道宽度,坡度,建成时间\n";
        let mut all = rows(header, b',');
        let numbered = (2..).zip(cells);
        all.extend(numbered.map(|(number, cells)| Row { number, cells, problem: None, place: None }));
        for profile in ["", "type = \"parking\"", "type = \"ramp\""] {
            let profile = Profile::parse(profile, &catalogue).expect("a profile");
            let (kept, used) = map(&catalogue, &profile, &place("x.csv", None), &all);
            prop_assert!(u64::try_from(kept.records.len()).is_ok_and(|records| records <= used.rows));
        }
        Ok(())
    });
    tested.expect("no panic");
}

/// A whole file, from its bytes.
fn of_file(profile: &str, file: &str, bytes: &str) -> Kept {
    let (catalogue, mut kept) = (catalogue(), Kept::default());
    let profile = Profile::parse(profile, &catalogue).unwrap_or_else(|error| panic!("{error}"));
    let names = Names::of(&catalogue);
    let intake = Intake { catalogue: &catalogue, names: &names, profile: Some(&profile) };
    let source = Box::new(std::io::Cursor::new(bytes.to_owned()));
    read(file, source, &intake, &mut kept).unwrap_or_else(|error| panic!("{error}"));
    kept
}

fn lots(geometries: &[&str], beside: &str) -> String {
    let lot = |(number, geometry): (usize, &&str)| {
        let properties = format!("{{\"编号\":\"{number}\",\"总车位数\":5,\"经度\":1,\"纬度\":2}}");
        format!("{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{geometry}}}")
    };
    let features: Vec<String> = geometries.iter().enumerate().map(lot).collect();
    format!("{{\"type\":\"FeatureCollection\",{beside}\"features\":[{}]}}", features.join(","))
}

const POINT: &str = "{\"type\":\"Point\",\"coordinates\":[116.4,39.9]}";

#[test]
fn a_feature_lies_where_it_is_drawn_unless_the_profile_names_columns() {
    let bow = "{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[3,3],[3,1],[1,3],[1,1]]]}";
    let far = "{\"type\":\"Point\",\"coordinates\":[440000,4400000]}";
    let kept = of_file(DATED, "停车场.json", &lots(&[POINT, bow, far, "null"], ""));
    let told = kept.told(&catalogue());
    assert_eq!(told[0], "1 parking #0 (116.4, 39.9) 2024-05-01 total_spaces=5");
    assert!(told[1].starts_with("2 parking #1 ("), "{told:?}");
    assert_eq!(
        told[2..],
        ["3 parking #2 2024-05-01 total_spaces=5", "4 parking #3 2024-05-01 total_spaces=5"]
    );
    assert_eq!(kept.said(), ["bad-geometry@2", "metres-as-degrees@3=440000, 4400000"]);
    let profile = format!("{DATED}\nposition = {{ longitude = \"经度\", latitude = \"/纬度\" }}");
    let kept = of_file(&profile, "停车场.json", &lots(&[POINT], ""));
    assert_eq!(kept.told(&catalogue()), ["1 parking #0 (1, 2) 2024-05-01 total_spaces=5"]);
}

#[test]
fn features_in_a_reference_system_that_is_not_converted_have_no_position() {
    let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2415\"}},";
    let kept = of_file(DATED, "停车场.json", &lots(&[POINT], crs));
    assert_eq!(kept.told(&catalogue()), ["1 parking #0 2024-05-01 total_spaces=5"]);
    assert_eq!(kept.said(), ["crs-not-converted=EPSG:2415"]);
    let same = crs.replace("2415", "4490");
    let kept = of_file(DATED, "停车场.json", &lots(&[POINT], &same));
    assert_eq!(kept.told(&catalogue()), ["1 parking #0 (116.4, 39.9) 2024-05-01 total_spaces=5"]);
}

#[test]
fn a_feature_that_says_nothing_is_kept_for_its_place() {
    let json =
        "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}";
    let kept = of_file(&format!("type = \"parking\"\n{DATED}"), "a.json", json);
    assert_eq!(
        (kept.told(&catalogue()), kept.said().len()),
        (vec!["1 parking (1, 2) 2024-05-01".to_owned()], 0)
    );
}

#[test]
fn folders_of_a_map_name_the_types_of_their_placemarks() {
    let placemark =
        "<Placemark id=\"a\"><name>甲</name><Point><coordinates>116.4,39.9</coordinates></Point></Placemark>";
    let map = format!(
        "<kml><Folder><name>停车场</name>{placemark}</Folder><Folder><name>坡道</name>{placemark}</Folder></kml>"
    );
    let kept = of_file(DATED, "a.kml", &map);
    let expected =
        ["1 parking #a (116.4, 39.9) 2024-05-01 name=甲", "1 ramp #a (116.4, 39.9) 2024-05-01 name=甲"];
    assert_eq!((kept.told(&catalogue()), kept.said()), (expected.map(str::to_owned).to_vec(), vec![]));
}

#[test]
fn rows_keep_their_order_though_they_are_handed_over_many_at_a_time() {
    let types = |row: usize| if row % 700 < 650 { "停车场" } else { "坡道" };
    let rows: Vec<String> = (0..3000).map(|row| format!("{row},{}", types(row))).collect();
    let (kept, _) = profiled(DATED, &format!("编号,设施类型\n{}\n", rows.join("\n")));
    let numbers: Vec<u32> = kept.records.iter().map(|record| record.origin.row).collect();
    assert_eq!(numbers, (2..3002).collect::<Vec<_>>());
    let ids = kept.records.iter().map(|record| record.id.as_deref().map(str::to_owned));
    assert!(ids.eq((0..3000).map(|row| Some(row.to_string()))));
}

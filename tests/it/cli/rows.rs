//! Rows as surveyors leave them.

use super::{Desk, SHORT};

const HEADERS: &str = "设施编号,名称,停车场种类,总车位数,无障碍车位数,调查日期\n";

#[test]
fn a_column_called_after_the_type_is_its_name() {
    let desk = Desk::with("a.csv", SHORT.replace("设施编号", "停车场名称"));
    assert_eq!(desk.json()["facilities"][0]["name"], "P1");
}

#[test]
fn a_row_of_totals_is_no_facility_and_is_named() {
    for total in
        ["合计,,,151,3,", ",合 计：,,151,3,", "15,总计,,151,3,", "临河区小计,,,151,3,", "TOTAL,,,151,3,"]
    {
        let rows = "P1,一号,独立公共停车场,51,1,2026-05-01\nP2,二号,独立公共停车场,100,2,2026-05-01\n";
        let desk = Desk::with("a.csv", format!("{HEADERS}{rows}{total}\n"));
        let run = desk.json();
        assert_eq!(run["plan"]["facilities"][0]["count"], 2, "{total}");
        let notes: Vec<_> = run["diagnostics"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| (&one["code"], &one["row"]))
            .collect();
        assert_eq!(notes, [(&"total-row".into(), &4.into())], "{total}");
    }
}

#[test]
fn a_facility_that_is_called_almost_so_is_one() {
    let desk = Desk::with(
        "a.csv",
        format!(
            "{HEADERS}P1,合计路停车场,独立公共停车场,51,1,2026-05-01\nP2,合计,独立公共停车场,51,1,2026-05-01\n"
        ),
    );
    assert_eq!(desk.json()["plan"]["facilities"][0]["count"], 2);
}

//! Exports of field surveys by ODK and `KoBo`, with groups that repeat as parts.

use serde_json::Value;

use super::Desk;
use super::input::said;
use crate::support::feed::zipped;
use crate::support::workbook::written;

/// Where each property of a sheet was read from.
fn read(run: &Value, sheet: usize) -> Vec<String> {
    let columns = run["sheets"][sheet]["columns"].as_array().expect("columns").iter();
    let read = columns.filter(|one| !one["property"].is_null());
    read.map(|one| format!("{} {}", one["property"], one["header"]).replace('"', "")).collect()
}

/// The facilities of an inventory the file was taken into, as the table of a type.
fn taken(desk: &Desk, file: &str, of: &str) -> String {
    assert_eq!(desk.run(&["init", "p"]).code, Some(0));
    let taken = desk.run(&["import", file, "--project", "p", "--accept"]);
    assert_eq!(taken.code, Some(0), "{}", taken.err);
    assert_eq!(desk.run(&["export", "--format", "csv", "-o", "out", "--project", "p"]).code, Some(0));
    desk.read(&format!("out/{of}.csv"))
}

fn cells(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(',').collect()).collect()
}

const LOTS: &str = "SubmissionDate,start,end,lot-停车场名称,lot-总车位数,lot-无障碍车位数,lot-location-Latitude,lot-location-Longitude,lot-location-Altitude,lot-location-Accuracy,meta-instanceID,KEY,SubmitterName,__version__\n\
    2026-05-03T01:00:00.000Z,2026-05-01T08:00:00.000+08:00,2026-05-02T09:30:00.000+08:00,东停车场,51,2,40.75,107.40,1030,4.5,uuid:a1,uuid:a1,张三,2026042001\n\
    2026-05-03T01:00:00.000Z,2026-05-01T08:00:00.000+08:00,2026-05-01T10:30:00.000+08:00,西停车场,,1,,,,,uuid:a2,uuid:a2,张三,2026042001\n";

const BAYS: &str = "车位长,车位宽,无障碍车位,PARENT_KEY,KEY\n6,3.7,是,uuid:a1,uuid:a1/bays[1]\n5.5,2.5,否,uuid:a1,uuid:a1/bays[2]\n";

#[test]
fn an_export_of_odk_is_facilities_and_their_parts() {
    let desk = Desk::with(
        "普查.zip",
        zipped(&[("停车场.csv", LOTS), ("停车场-停车位.csv", BAYS), ("media/a.jpg", "x")]),
    );
    desk.put("a.csv", zipped(&[("停车场.csv", LOTS), ("停车场-停车位.csv", BAYS)]));
    let run = desk.json();
    assert_eq!(run["sheets"][0]["sheet"], "停车位");
    let due = [
        "observed_on end",
        "name lot-停车场名称",
        "total_spaces lot-总车位数",
        "accessible_spaces lot-无障碍车位数",
        "latitude lot-location-Latitude",
        "longitude lot-location-Longitude",
        "id KEY",
    ];
    assert_eq!(read(&run, 1), due);
    let due = ["length 车位长", "width 车位宽", "accessible 无障碍车位", "parent PARENT_KEY", "id KEY"];
    assert_eq!(read(&run, 0), due);
    let bays = taken(&desk, "普查.zip", "parking_space");
    assert!(bays.contains("uuid:a1/bays[1]") && bays.contains("uuid:a1,"), "{bays}");
    let lots = desk.read("out/parking.csv");
    assert!(lots.contains("uuid:a1,东停车场") && lots.contains("2026-05-02"), "{lots}");
}

#[test]
fn a_workbook_of_kobo_is_read_by_its_questions() {
    let lots = "start,end,基本/停车场名称,基本/总车位数,基本/位置,_位置_latitude,_位置_longitude,_位置_altitude,_位置_precision,__version__,_id,_uuid,_submission_time,_index\n\
        2026-05-01T08:00:00,2026-05-01T09:00:00,东停车场,51,40.75 107.4 0 0,40.75,107.4,0,0,vX,7,u-1,2026-05-02T08:00:00,1\n";
    let bays = "车位/车位长,车位/车位宽,_index,_parent_table_name,_parent_index,_submission__id,_submission__uuid\n6,3.7,1,停车场,1,7,u-1\n";
    let [lots, bays] = [lots, bays].map(cells);
    let [lots, bays] = [&lots, &bays].map(|rows| rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let run = Desk::with("a.csv", written(&[("停车场", &lots), ("停车位", &bays)])).json();
    let due = [
        "observed_on end",
        "name 基本/停车场名称",
        "total_spaces 基本/总车位数",
        "latitude _位置_latitude",
        "longitude _位置_longitude",
        "id _id",
    ];
    assert_eq!(read(&run, 0), due);
    assert_eq!(read(&run, 1), ["length 车位/车位长", "width 车位/车位宽", "parent _submission__id"]);
}

#[test]
fn what_the_form_says_itself_counts_before_what_the_server_adds() {
    let text = "SubmissionDate,end,设施编号,停车场名称,总车位数,调查日期,KEY\n2026-05-03,2026-05-02,P1,东停车场,51,2026-04-30,uuid:a1\n";
    let run = Desk::with("a.csv", text).json();
    assert_eq!(
        read(&run, 0),
        ["id 设施编号", "name 停车场名称", "total_spaces 总车位数", "observed_on 调查日期"]
    );
    assert!(!said(&run).iter().any(|one| one.starts_with("column-twice")), "{:?}", said(&run));
    // A table that merely has a column called KEY is none of a server's.
    let run = Desk::with("a.csv", "KEY,停车场名称,总车位数\nx,东停车场,51\n").json();
    assert_eq!(read(&run, 0), ["name 停车场名称", "total_spaces 总车位数"]);
}

#[test]
fn an_archive_without_rows_or_with_a_broken_table_is_said() {
    let run = Desk::with("a.csv", zipped(&[("停车场.csv", ""), ("b.csv", "")])).audit(&["--lang", "en"]);
    assert_eq!(run.code, Some(2));
    let mut cut = zipped(&[("停车场.csv", LOTS)]);
    cut.truncate(cut.len() - 30);
    let run = Desk::with("a.csv", cut).audit(&["--lang", "en"]);
    assert!(run.code == Some(2) && run.err.contains("incomplete"), "{}", run.err);
}

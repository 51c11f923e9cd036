//! A small run made by hand, with everything a report must cope with.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::locale::Bilingual;
use crate::model::{
    Amounts, Catalogue, CheckDuty, CheckResult, CheckTally, ColumnUse, CountUnit, Deadline, Departments,
    Duty, FacilityType, Finding, GapClass, Input, Kind, MappedBy, Obligation, Outcome, Outcomes, Plan,
    Precision, Property, Reason, RequirementResult, Run, SheetUse, Source, SourceColumns, StandardUse,
    Strength, Subject, Tally, Where,
};
use crate::quantity::Interval;

/// The planted household that no report may show.
pub(crate) const HOUSEHOLD: &str = "household-secret";

/// A name that is also markup.
pub(crate) const SCRIPT: &str = "<script>alert('停车场')</script>";

/// A name that is also a formula and a terminal escape.
pub(crate) const FORMULA: &str = "=HYPERLINK(\"http://evil\")\u{1b}[31m";

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect(text)
}

pub(crate) fn between(low: i128, high: i128) -> Interval {
    Interval::new(Some(low.into()), Some(high.into())).expect("in order")
}

pub(crate) fn text(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.into(), en: en.into() }
}

pub(crate) fn catalogue() -> Catalogue {
    let bay = CountUnit { id: "bay".into(), label: text("个", "bay"), plural: "bays".into() };
    let parking = [
        property("accessible_spaces", Kind::Count, text("无障碍停车位", "accessible bays")),
        property("total_spaces", Kind::Count, text("总车位", "bays in all")),
        property("accessible_marked", Kind::Boolean, text("无障碍标识", "marking")),
        property("opened", Kind::Date, text("启用日期", "opening day")),
        property("slope", Kind::Ratio, text("坡度", "slope")),
    ];
    Catalogue {
        types: vec![
            facility_type("parking", text("停车场", "car park"), false, parking.into()),
            facility_type("disabled_household", text("残疾人家庭", "household"), true, Vec::new()),
        ],
        units: vec![bay],
        ..Catalogue::default()
    }
}

fn facility_type(id: &str, label: Bilingual, personal: bool, properties: Vec<Property>) -> FacilityType {
    FacilityType {
        id: id.into(),
        label,
        aliases: Vec::new(),
        group: id.into(),
        personal,
        part_of: Vec::new(),
        osm: Vec::new(),
        a11yjson: None,
        gtfs: None,
        relations: Vec::new(),
        properties,
    }
}

fn property(id: &str, kind: Kind, label: Bilingual) -> Property {
    Property {
        id: id.into(),
        kind,
        unit: None,
        label,
        aliases: Vec::new(),
        bounds: Interval::UNBOUNDED,
        unsurveyed: Interval::UNBOUNDED,
        osm: None,
        a11yjson: None,
        gtfs: None,
        of_row: false,
        values: Vec::new(),
    }
}

/// At least two in a hundred bays.
pub(crate) fn duty() -> Duty {
    Duty {
        standard: "cn-150800-2017".into(),
        standard_title: text("巴彦淖尔 2017", "Bayannur 2017"),
        id: "BYN-39".into(),
        clause: "四(四)39".into(),
        topic: "parking".into(),
        title: text("公共停车场无障碍停车位", "Accessible bays in public car parks"),
        obligation: Obligation { strength: Strength::Mandatory, binding: None, also: Vec::new() },
        departments: Departments::default(),
        deadline: None,
        remedy: text("增设 {shortfall} 个无障碍停车位", "add {shortfall} accessible bays"),
        unit: Some("bay".into()),
        verified: true,
        rests_on: Vec::new(),
        parameters: Vec::new(),
    }
}

fn target() -> Duty {
    Duty {
        id: "T-1".into(),
        clause: "三(一)".into(),
        title: text("无障碍停车位有标识", "Accessible bays are marked"),
        obligation: Obligation { strength: Strength::Target, binding: Some(true), also: Vec::new() },
        departments: Departments {
            lead: vec!["住建局".into()],
            participants: vec!["残联".into(), "公安局".into()],
            ..Departments::default()
        },
        deadline: Some(Deadline {
            date: Some(day("2020-12-31")),
            precision: Precision::Year,
            inferred: false,
        }),
        remedy: text("施划标线并设标志", "paint the lines and put up the sign"),
        unit: None,
        verified: false,
        ..duty()
    }
}

fn household_duty() -> Duty {
    Duty { id: "H-1".into(), title: text("家庭改造", "Homes are adapted"), unit: None, ..duty() }
}

pub(crate) fn subject(id: &str, name: &str) -> Subject {
    Subject {
        facility_type: "parking".into(),
        id: id.into(),
        name: Some(name.into()),
        jurisdiction: Some("150802".into()),
        position: None,
    }
}

fn share(outcome: Outcome, amounts: &[Interval; 3]) -> CheckResult {
    let [measured, required, shortfall] = *amounts;
    let duty = CheckDuty {
        id: "share".into(),
        properties: vec!["accessible_spaces".into(), "total_spaces".into()],
        measure: Some("accessible_spaces".into()),
        unit: Some("bay".into()),
        remedy: None,
    };
    CheckResult {
        duty: Arc::new(duty),
        outcome,
        reason: (outcome == Outcome::CantTell).then_some(Reason::StraddlesThreshold),
        amounts: Some(Box::new(Amounts { measured, required, shortfall })),
    }
}

/// A finding about the number of bays.
pub(crate) fn bays(subject: Subject, outcome: Outcome, amounts: &[Interval; 3]) -> Finding {
    let check = share(outcome, amounts);
    let is_open = outcome == Outcome::CantTell;
    let result = RequirementResult {
        duty: Arc::new(duty()),
        outcome,
        reason: check.reason,
        reason_in: is_open.then_some(Where::Check),
        silence: None,
        properties: if is_open { check.duty.properties.clone() } else { Vec::new() },
        without_mark: None,
        checks: vec![check],
        gap: Some(if is_open { GapClass::EvidenceGap } else { GapClass::Violation }),
    };
    Finding {
        result: Arc::new(result),
        subject: Arc::new(subject),
        merged_into: None,
        few_people: false,
        sources: vec![source(37, &["无障碍车位", "总车位"])],
    }
}

/// Cells of one row.
pub(crate) fn source(row: u32, headers: &[&str]) -> Source {
    let columns = SourceColumns {
        file: "停车场.xlsx".into(),
        sheet: Some("一季度".into()),
        headers: headers.iter().map(|header| (*header).into()).collect(),
    };
    Source { columns: Arc::new(columns), row, statuses: Vec::new() }
}

/// What came of a finding's requirement, to be changed.
pub(crate) fn result(finding: &mut Finding) -> &mut RequirementResult {
    Arc::make_mut(&mut finding.result)
}

fn unmarked(subject: Subject) -> Finding {
    let duty = CheckDuty {
        id: "marked".into(),
        properties: vec!["accessible_marked".into()],
        measure: None,
        unit: None,
        remedy: None,
    };
    let marked = CheckResult { duty: Arc::new(duty), outcome: Outcome::Failed, reason: None, amounts: None };
    let mut finding = bays(subject, Outcome::Failed, &[Interval::UNBOUNDED; 3]);
    let result = result(&mut finding);
    result.duty = Arc::new(target());
    result.gap = Some(GapClass::OverdueTarget);
    result.checks = vec![marked];
    finding
}

fn household() -> Finding {
    let subject = Subject { facility_type: "disabled_household".into(), ..subject(HOUSEHOLD, HOUSEHOLD) };
    let mut finding = bays(subject, Outcome::Failed, &[Interval::exact(0); 3]);
    result(&mut finding).duty = Arc::new(household_duty());
    finding
}

fn findings() -> Vec<Finding> {
    let short = |bays: [i128; 3]| bays.map(Interval::exact);
    let doubt = [between(14, 17), between(16, 17), between(0, 3)];
    let mut unknown = bays(subject("lot-3", "南湖公园停车场"), Outcome::CantTell, &[Interval::UNBOUNDED; 3]);
    result(&mut unknown).reason = Some(Reason::NotSurveyed);
    result(&mut unknown).properties = vec!["total_spaces".into()];
    vec![
        bays(subject("lot-1", SCRIPT), Outcome::Failed, &short([1, 2, 1])),
        bays(subject("lot-2", FORMULA), Outcome::Failed, &short([0, 3, 3])),
        unknown,
        bays(subject("lot-4", "火车站西广场停车场"), Outcome::CantTell, &doubt),
        unmarked(subject("lot-1", SCRIPT)),
        household(),
    ]
}

fn tally(duty: Duty, of: &str, outcomes: Outcomes, shortfall: Option<Interval>) -> Tally {
    let check = CheckTally {
        about: Some("accessible_spaces".into()),
        properties: vec!["accessible_spaces".into(), "total_spaces".into()],
        check: "share".into(),
        passed: outcomes.passed,
        failed: outcomes.failed,
        cant_tell: outcomes.cant_tell,
        shortfall,
        to_repair: shortfall,
        unit: duty.unit.clone(),
    };
    Tally {
        duty: Arc::new(duty),
        types: vec![of.into()],
        bound: outcomes.subjects(),
        outcomes,
        checks: vec![check],
    }
}

/// Four car parks, two duties about them, and a household.
pub(crate) fn run() -> Run {
    let bays = Outcomes { passed: 1234, failed: 2, cant_tell: 2, ..Outcomes::default() };
    let marked = Outcomes { passed: 1237, failed: 1, ..Outcomes::default() };
    let homes = Outcomes { passed: 12, failed: 1, ..Outcomes::default() };
    Run {
        plan: plan(),
        tallies: vec![
            tally(duty(), "parking", bays, Some(Interval::exact(4))),
            tally(target(), "parking", marked, None),
            tally(household_duty(), "disabled_household", homes, None),
        ],
        findings: findings(),
        diagnostics: diagnostics(),
        sheets: vec![sheet()],
        geography: None,
    }
}

fn plan() -> Plan {
    let standard = StandardUse {
        id: "cn-150800-2017".into(),
        title: text("巴彦淖尔 2017", "Bayannur 2017"),
        hash: "00ff".into(),
        made_up: true,
        period_past: true,
    };
    Plan {
        standards: vec![standard],
        auto: false,
        as_of: day("2026-11-22"),
        known_by: jiff::Timestamp::UNIX_EPOCH,
        jurisdiction: Some("150800".into()),
        engine: "0.1.0".into(),
        inputs: vec![Input { file: "停车场.xlsx".into(), hash: "abcd".into(), rows: 1238 }],
        facilities: vec![("parking".into(), 1238), ("disabled_household".into(), 9)],
        complete: Vec::new(),
        all_findings: false,
    }
}

fn diagnostics() -> Vec<Diagnostic> {
    let place = Place { row: Some(37), column: Some("坡道宽度".into()), ..Place::default() };
    let place = Place { file: "停车场.xlsx".into(), sheet: Some("一季度".into()), ..place };
    vec![
        Diagnostic::new(Code::GuessedNumber, place.clone()).value("1米二"),
        Diagnostic::new(Code::NotANumber, place.clone()).value("@SUM(A1)\u{1b}]0;x\u{7}"),
        Diagnostic::new(Code::NotANumber, Place { row: Some(38), ..place }).value("</script><img src=x>"),
    ]
}

fn sheet() -> SheetUse {
    let column = |header: &str, property: Option<&str>| ColumnUse {
        header: header.into(),
        property: property.map(Into::into),
        by: if property.is_some() { MappedBy::Alias } else { MappedBy::Nothing },
    };
    SheetUse {
        file: "停车场.xlsx".into(),
        sheet: Some("一季度".into()),
        encoding: None,
        facility_type: Some("parking".into()),
        header_row: Some(2),
        rows: 1238,
        crs: None,
        columns: vec![column("总车位", Some("total_spaces")), column("备注\u{1b}[2J", None)],
    }
}

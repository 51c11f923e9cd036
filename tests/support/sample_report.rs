//! Writes an HTML report of a made-up run, to look at and to test in a browser.
//!
//! `cargo run --example sample_report -- DIR [FACILITIES]` writes
//! `DIR/zh.html` and `DIR/en.html`, or folders of those names where one page
//! would not hold the report, with `zh.json` beside them.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::sync::Arc;

use barrierfree::diagnostic::{Code, Diagnostic, Place};
use barrierfree::locale::{Bilingual, Language, Locale};
use barrierfree::model::{
    Catalogue, CheckResult, CheckTally, ColumnUse, CountUnit, Deadline, Departments, Duty, FacilityType,
    Finding, GapClass, Input, Kind, MappedBy, Obligation, Outcome, Outcomes, Plan, Precision, Property,
    Reason, Run, SheetUse, Source, StandardUse, Strength, Subject, Tally, Where,
};
use barrierfree::quantity::Interval;
use barrierfree::report::{Context, csv, html, json, table};

/// Type, its names, property that is counted, property that is yes or no.
const TYPES: [[&str; 7]; 4] = [
    [
        "parking",
        "停车场",
        "car park",
        "无障碍停车位",
        "accessible bays",
        "无障碍停车位标识",
        "marking of accessible bays",
    ],
    [
        "library",
        "图书馆",
        "library",
        "盲文图书",
        "braille volumes",
        "盲人阅览室",
        "reading room for the blind",
    ],
    [
        "gov_office",
        "机关办公楼",
        "government office",
        "低位服务台",
        "low counters",
        "无障碍入口",
        "step-free entrance",
    ],
    ["transit_stop", "公交站", "bus stop", "语音报站设备", "voice devices", "盲文站牌", "braille stop sign"],
];

/// Requirement, clause, title, type, whether it counts, strength.
type Row = (&'static str, &'static str, [&'static str; 2], usize, bool, Strength);

const DUTIES: [Row; 9] = [
    (
        "DEMO-39",
        "四(四)39",
        ["公共停车场无障碍停车位", "Accessible bays in public car parks"],
        0,
        true,
        Strength::Mandatory,
    ),
    (
        "GB55019-2.9.5",
        "2.9.5",
        ["停车场无障碍机动车停车位数量", "Number of accessible parking bays"],
        0,
        true,
        Strength::Mandatory,
    ),
    (
        "GB55019-2.9.3",
        "2.9.3",
        ["无障碍机动车停车位的标线和标志", "Lines and signs of accessible bays"],
        0,
        false,
        Strength::Mandatory,
    ),
    ("DEMO-34", "四(三)34", ["公共图书馆盲文读物", "Braille in public libraries"], 1, true, Strength::Target),
    (
        "DEMO-34b",
        "四(三)34",
        ["公共图书馆盲人阅览室", "Reading rooms for the blind"],
        1,
        false,
        Strength::Target,
    ),
    (
        "DEMO-37",
        "四(四)37",
        ["政务服务大厅低位服务设施", "Low counters in service halls"],
        2,
        true,
        Strength::Progressive,
    ),
    (
        "DEMO-37e",
        "四(四)37",
        ["机关办公楼无障碍入口", "Step-free entrances of government offices"],
        2,
        false,
        Strength::Mandatory,
    ),
    ("DEMO-38", "四(四)38", ["公交站语音提示", "Voice prompts at bus stops"], 3, true, Strength::Encouraged),
    ("DEMO-38b", "四(四)38", ["公交站盲文站牌", "Braille signs at bus stops"], 3, false, Strength::Target),
];

const PLACES: [&str; 6] = ["999901", "999902", "999903", "999904", "999905", "999906"];
const ROADS: [&str; 8] =
    ["解放路", "胜利北街", "建设大道", "新华东街", "金沙路", "团结西路", "五一广场", "滨河南路"];

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let dir = args.next().unwrap_or_else(|| "demo".into());
    let facilities = args.next().and_then(|size| size.parse().ok()).unwrap_or(5_000);
    let (run, catalogue) = (run(facilities), catalogue());
    for language in [Language::Zh, Language::En] {
        let locale = Locale::new(language);
        write(&run, Context { locale: &locale, catalogue: &catalogue }, Path::new(&dir))?;
    }
    Ok(())
}

fn write(run: &Run, context: Context<'_>, dir: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let name = if context.locale.language == Language::Zh { "zh" } else { "en" };
    let create = |file: &str| File::create(dir.join(format!("{name}{file}"))).map(BufWriter::new);
    json::write(run, &context, &mut create(".json")?)?;
    csv::findings(run, &context, &mut create(".csv")?)?;
    csv::diagnostics(run, &context, &mut create("-diagnostics.csv")?)?;
    table::write(run, &context, 100, &mut create(".txt")?)?;
    if html::is_one_page(run, &context) {
        return html::write(run, &context, &mut create(".html")?);
    }
    std::fs::create_dir_all(dir.join(name))?;
    html::write_folder(run, &context, |file| File::create(dir.join(name).join(file)).map(BufWriter::new))
}

fn text(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.into(), en: en.into() }
}

fn catalogue() -> Catalogue {
    let unit = |id: &str, zh, en, plural: &str| CountUnit {
        id: id.into(),
        label: text(zh, en),
        plural: plural.into(),
    };
    Catalogue {
        types: TYPES.map(facility_type).into(),
        units: vec![
            unit("piece", "个", "piece", "pieces"),
            unit("bay", "个", "bay", "bays"),
            unit("volume", "册", "volume", "volumes"),
        ],
        ..Catalogue::default()
    }
}

fn facility_type([id, zh, en, count_zh, count_en, flag_zh, flag_en]: [&str; 7]) -> FacilityType {
    FacilityType {
        id: id.into(),
        label: text(zh, en),
        aliases: Vec::new(),
        group: id.into(),
        personal: false,
        part_of: Vec::new(),
        osm: Vec::new(),
        a11yjson: None,
        gtfs: None,
        relations: Vec::new(),
        properties: vec![
            property("counted", Kind::Count, text(count_zh, count_en)),
            property("total", Kind::Count, text("总数", "total")),
            property("flag", Kind::Boolean, text(flag_zh, flag_en)),
        ],
    }
}

fn property(id: &str, kind: Kind, label: Bilingual) -> Property {
    let (bounds, unsurveyed) = (Interval::UNBOUNDED, Interval::UNBOUNDED);
    let id = id.into();
    Property {
        id,
        kind,
        unit: None,
        label,
        aliases: Vec::new(),
        bounds,
        unsurveyed,
        osm: None,
        a11yjson: None,
        gtfs: None,
        values: Vec::new(),
    }
}

/// A small generator of numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let index = self.roll(of.len() as u64);
        of[usize::try_from(index).unwrap_or_default()]
    }
}

fn duty(index: usize) -> Duty {
    let (id, clause, [zh, en], of, counts, strength) = DUTIES[index];
    let local = id.starts_with("DEMO");
    let (standard, title) = if local {
        ("demo-999900", text("示范市无障碍建设方案", "Demo City accessibility plan"))
    } else {
        ("cn-gb55019-2021", text("GB 55019-2021", "GB 55019-2021"))
    };
    let date = (strength == Strength::Target).then_some(if index.is_multiple_of(2) {
        "2027-12-31"
    } else {
        "2025-12-31"
    });
    let lead = if local { vec![["住建局", "文旅局", "残联"][index % 3].into()] } else { Vec::new() };
    Duty {
        standard: standard.into(),
        standard_title: title,
        id: id.into(),
        clause: clause.into(),
        topic: TYPES[of][0].into(),
        title: text(zh, en),
        obligation: Obligation {
            strength,
            binding: (strength == Strength::Target).then_some(true),
            also: Vec::new(),
        },
        departments: Departments { lead, ..Departments::default() },
        deadline: date.map(|date| Deadline {
            date: date.parse().ok(),
            precision: Precision::Year,
            inferred: index == 4,
        }),
        remedy: if counts {
            text(
                &format!("增设{} {{shortfall}} 个", TYPES[of][3]),
                &format!("add {{shortfall}} {}", TYPES[of][4]),
            )
        } else {
            text(&format!("补设{}", TYPES[of][5]), &format!("provide {}", TYPES[of][6]))
        },
        unit: counts.then(|| ["bay", "volume", "piece", "piece"][of].into()),
        verified: index != 5,
    }
}

fn run(facilities: u64) -> Run {
    let mut dice = Dice(7);
    let subjects: Vec<_> = (0..facilities).map(|number| subject(number, &mut dice)).collect();
    let (mut tallies, mut findings) = (Vec::new(), Vec::new());
    for index in 0..DUTIES.len() {
        let duty = Arc::new(duty(index));
        let of = TYPES[DUTIES[index].3][0];
        let own = subjects.iter().enumerate().filter(|(_, subject)| subject.facility_type.as_str() == of);
        let all: Vec<_> = own.map(|(row, subject)| finding(index, &duty, subject, row, &mut dice)).collect();
        tallies.push(tally(&duty, of, &all));
        findings.extend(all.into_iter().filter(|finding| finding.gap.is_some()));
    }
    Run {
        plan: plan(facilities),
        tallies,
        findings,
        diagnostics: diagnostics(facilities / 10, &mut dice),
        sheets: sheets(),
    }
}

fn subject(number: u64, dice: &mut Dice) -> Arc<Subject> {
    let of = TYPES[[0, 0, 1, 2, 3, 3][usize::try_from(dice.roll(6)).unwrap_or_default()]];
    let name = match number {
        3 => "<script>document.title='!'</script>".to_owned(),
        11 => "示范市残疾人康复托养综合服务中心（临河区）地面停车场与地下停车库".to_owned(),
        _ => format!("{}{}号{}", dice.pick(&ROADS), dice.roll(400) + 1, of[1]),
    };
    let place = (dice.roll(40) > 0).then(|| dice.pick(&PLACES).into());
    let position = None;
    Arc::new(Subject {
        facility_type: of[0].into(),
        id: format!("{}-{number:07}", of[0]).into(),
        name: Some(name.into()),
        jurisdiction: place,
        position,
    })
}

fn finding(index: usize, duty: &Arc<Duty>, subject: &Arc<Subject>, row: usize, dice: &mut Dice) -> Finding {
    let counts = DUTIES[index].4;
    let outcome = [
        Outcome::Passed,
        Outcome::Passed,
        Outcome::Failed,
        Outcome::CantTell,
        Outcome::Passed,
        Outcome::Inapplicable,
    ][usize::try_from(dice.roll(6)).unwrap_or_default()];
    let check = check(counts, outcome, duty, dice);
    let is_open = outcome == Outcome::CantTell;
    Finding {
        duty: duty.clone(),
        subject: subject.clone(),
        outcome,
        reason: check.reason,
        reason_in: is_open.then_some(Where::Check),
        silence: None,
        properties: if is_open { check.properties.clone() } else { Vec::new() },
        measured: check.measured,
        required: check.required,
        shortfall: check.shortfall,
        gap: gap(outcome, duty),
        sources: sources(index, row, counts),
        checks: vec![check],
    }
}

fn check(counts: bool, outcome: Outcome, duty: &Duty, dice: &mut Dice) -> CheckResult {
    let required = i128::from(dice.roll(12) + 1);
    let has = i128::from(dice.roll(u64::try_from(required).unwrap_or(1)));
    let exact = |value: i128| counts.then(|| Interval::exact(value));
    let is_range = counts && outcome == Outcome::CantTell && dice.roll(2) == 0;
    let range = |low: i128, high: i128| Interval::new(Some(low.into()), Some(high.into()));
    let (measured, shortfall) = match outcome {
        Outcome::Failed => (exact(has), exact(required - has)),
        Outcome::CantTell if is_range => (range(has, required + 2), range(0, required - has)),
        Outcome::CantTell => (counts.then(|| Interval::new(Some(0.into()), None)).flatten(), None),
        _ => (exact(required + 1), exact(0)),
    };
    let reason = if is_range { Reason::StraddlesThreshold } else { Reason::NotSurveyed };
    CheckResult {
        check: if counts { "share".into() } else { "present".into() },
        outcome,
        reason: (outcome == Outcome::CantTell).then_some(reason),
        properties: if counts { vec!["counted".into(), "total".into()] } else { vec!["flag".into()] },
        measure: counts.then(|| "counted".into()),
        measured,
        required: exact(required),
        shortfall,
        unit: duty.unit.clone(),
    }
}

fn gap(outcome: Outcome, duty: &Duty) -> Option<GapClass> {
    let is_past = duty.deadline.and_then(|deadline| deadline.date).is_some_and(|date| date < as_of());
    match (outcome, duty.obligation.strength) {
        (Outcome::CantTell, _) => Some(GapClass::EvidenceGap),
        (Outcome::Failed, Strength::Mandatory | Strength::Conditional) => Some(GapClass::Violation),
        (Outcome::Failed, Strength::Target) => {
            Some(if is_past { GapClass::OverdueTarget } else { GapClass::Upcoming })
        }
        (Outcome::Failed, Strength::Progressive) => Some(GapClass::Lagging),
        (Outcome::Failed, Strength::Encouraged | Strength::Advisory) => Some(GapClass::Advice),
        _ => None,
    }
}

fn as_of() -> jiff::civil::Date {
    jiff::civil::Date::constant(2026, 11, 22)
}

fn sources(index: usize, row: usize, counts: bool) -> Vec<Source> {
    let [file, sheet] = if index < 3 {
        ["停车场_2026一轮.xlsx", "一季度"]
    } else {
        ["公共设施普查表.xlsx", "公共建筑"]
    };
    let columns: &[[&str; 2]] = if counts {
        &[["counted", "无障碍数量"], ["total", "总数（个）"]]
    } else {
        &[["flag", "有无"]]
    };
    let source = |[property, column]: &[&str; 2]| Source {
        file: file.into(),
        sheet: Some(sheet.into()),
        row: u32::try_from(row + 3).unwrap_or_default(),
        column: Some((*column).into()),
        property: (*property).into(),
    };
    columns.iter().map(source).collect()
}

fn tally(duty: &Arc<Duty>, of: &str, findings: &[Finding]) -> Tally {
    let mut outcomes = Outcomes::default();
    for finding in findings {
        outcomes.count(finding.outcome);
    }
    let failed = findings.iter().filter(|finding| finding.outcome == Outcome::Failed);
    let shortfall = failed.filter_map(|finding| finding.shortfall).reduce(|a, b| a + b);
    let check = |check: &str, shortfall| CheckTally {
        check: check.into(),
        passed: outcomes.passed,
        failed: outcomes.failed,
        cant_tell: outcomes.cant_tell,
        shortfall,
        unit: duty.unit.clone(),
    };
    let mut checks = vec![check("share", shortfall)];
    if duty.unit.is_some() {
        checks.extend([check("marked", None), check("nearest", None)]);
    }
    Tally { duty: duty.clone(), types: vec![of.into()], bound: outcomes.subjects(), outcomes, checks }
}

fn plan(facilities: u64) -> Plan {
    let standard = |id: &str, title: Bilingual, made_up| StandardUse {
        id: id.into(),
        title,
        hash: "5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9".into(),
        made_up,
        period_past: made_up,
    };
    let input = |file: &str| Input {
        file: file.into(),
        hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        rows: facilities / 2,
    };
    Plan {
        standards: vec![
            standard("demo-999900", text("示范市无障碍建设方案", "Demo City accessibility plan"), true),
            standard(
                "cn-gb55019-2021",
                text("GB 55019-2021 建筑与市政工程无障碍通用规范", "GB 55019-2021"),
                false,
            ),
        ],
        auto: true,
        as_of: as_of(),
        jurisdiction: Some("999900".into()),
        engine: "0.1.0".into(),
        inputs: vec![input("停车场_2026一轮.xlsx"), input("公共设施普查表.xlsx")],
        facilities: TYPES.map(|of| (of[0].into(), facilities / 4)).into(),
        complete: Vec::new(),
        all_findings: false,
    }
}

fn diagnostics(number: u64, dice: &mut Dice) -> Vec<Diagnostic> {
    let codes =
        [Code::GuessedNumber, Code::NotANumber, Code::WordInCount, Code::DamagedId, Code::NoObservationDate];
    let values = ["1米二", "约二十", "有", "1.2E+17", "<img src=x onerror=alert(1)>"];
    let one = |row: u64| {
        let index = usize::try_from(dice.roll(5)).unwrap_or_default();
        let place =
            Place {
                row: u32::try_from(row + 3).ok(), column: Some("无障碍数量".into()), ..Place::default()
            };
        let place =
            Place { file: "停车场_2026一轮.xlsx".into(), sheet: Some("一季度".into()), ..place };
        Diagnostic::new(codes[index], place).value(values[index])
    };
    (0..number).map(one).collect()
}

fn sheets() -> Vec<SheetUse> {
    let column = |(header, property): (&str, Option<&str>)| ColumnUse {
        header: header.into(),
        property: property.map(Into::into),
        by: if property.is_some() { MappedBy::Alias } else { MappedBy::Nothing },
    };
    let columns = [
        ("序号", None),
        ("无障碍数量", Some("counted")),
        ("总数（个）", Some("total")),
        ("有无", Some("flag")),
        ("备注", None),
    ];
    let sheet = |file: &str, sheet: &str, of: Option<&str>| SheetUse {
        file: file.into(),
        sheet: Some(sheet.into()),
        encoding: None,
        facility_type: of.map(Into::into),
        header_row: Some(2),
        rows: 2500,
        columns: columns.map(column).into(),
    };
    vec![
        sheet("停车场_2026一轮.xlsx", "一季度", Some("parking")),
        sheet("公共设施普查表.xlsx", "公共建筑", None),
    ]
}

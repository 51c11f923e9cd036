//! A small catalogue, and rows without a file, for tests.

use std::ops::ControlFlow;

use super::merged::Merged;
use super::names::Names;
use super::profile::{Profile, SheetRule};
use super::reader::{Cell, Merge, Row, SheetName};
use super::rules::Rules;
use super::sheet::{Sheet, Top};
use super::sink::Sink;
use crate::diagnostic::{Diagnostic, Place};
use crate::locale::{Bilingual, Language, Locale};
use crate::model::{
    Catalogue, Category, FacilityType, Kind, Meaning, Observed, Property, PropertyId, Record, SheetUse,
    SurveyTable, Vocabulary,
};
use crate::quantity::{Interval, Rational, decimal_text};

/// Parking, ramps and, as a personal type, households.
pub(super) fn catalogue() -> Catalogue {
    let words = [("有", Meaning::Yes), ("是", Meaning::Yes), ("yes", Meaning::Yes), ("true", Meaning::Yes)]
        .into_iter()
        .chain([("无", Meaning::None), ("否", Meaning::No), ("no", Meaning::No), ("false", Meaning::No)])
        .chain([("不详", Meaning::Unknown), ("/", Meaning::NotApplicable)]);
    let kinds =
        [Kind::Count, Kind::Length, Kind::Ratio, Kind::Boolean, Kind::Category, Kind::Date, Kind::Text];
    let words =
        words.flat_map(|(word, meaning)| kinds.map(|kind| ((kind, word.to_owned()), meaning))).collect();
    let counters = ["个", "处", "辆"].map(str::to_owned).to_vec();
    Catalogue {
        types: vec![parking(), ramp(), household()],
        vocabulary: Vocabulary {
            words,
            counters,
            totals: vec!["合计".into()],
            eastings: vec!["x坐标".into()],
            counted: vec!["数量".into()],
            northings: vec!["y坐标".into()],
            systems: vec!["坐标系".into()],
            about: Some(Rational::new(1, 10)),
            ..Vocabulary::default()
        },
        ..Catalogue::default()
    }
}

fn parking() -> FacilityType {
    let mut kind = property("kind", Kind::Category, "停车场类型", "kind of car park", &[]);
    kind.values = [
        "public_standalone:公共停车场:public car park",
        "attached:配建停车场:attached car park",
        "none:无:none",
    ]
    .map(category)
    .to_vec();
    let own = [
        kind,
        property("total_spaces", Kind::Count, "总车位数", "total spaces", &["总车位", "ParkingSpaces"]),
        property("accessible_spaces", Kind::Count, "无障碍车位数", "accessible spaces", &["无障碍车位"]),
        property("accessible_marked", Kind::Boolean, "有标识", "marked", &[]),
    ];
    facility_type("parking", "停车场", "car park", own.to_vec())
}

fn ramp() -> FacilityType {
    let mut width = property("width", Kind::Length, "坡道宽度", "ramp width", &[]);
    width.unit = Some("m".into());
    width.bounds = Interval::new(Some(0.into()), Some(50.into())).expect("in order");
    let mut slope = property("slope", Kind::Ratio, "坡度", "slope", &[]);
    slope.bounds = Interval::new(Some(0.into()), Some(1.into())).expect("in order");
    let built = property("built_on", Kind::Date, "建成时间", "built", &[]);
    facility_type("ramp", "坡道", "ramp", vec![width, slope, built])
}

fn household() -> FacilityType {
    let own = property("retrofit_cost", Kind::Count, "改造项数", "works", &[]);
    FacilityType { personal: true, ..facility_type("household", "残疾人家庭", "household", vec![own]) }
}

fn facility_type(id: &str, zh: &str, en: &str, own: Vec<Property>) -> FacilityType {
    let common = [
        property("id", Kind::Text, "编号", "id", &[]),
        property("name", Kind::Text, "名称", "name", &["设施名称"]),
        property("type", Kind::Text, "设施类型", "facility type", &[]),
        property("jurisdiction", Kind::Text, "区划代码", "jurisdiction", &[]),
        property("observed_on", Kind::Date, "调查日期", "survey date", &[]),
        property("known_at", Kind::Date, "入库时间", "known at", &[]),
        property("longitude", Kind::Degree, "经度", "longitude", &[]),
        property("latitude", Kind::Degree, "纬度", "latitude", &[]),
    ];
    FacilityType {
        id: id.into(),
        label: both(zh, en),
        aliases: Vec::new(),
        group: id.to_owned(),
        personal: false,
        part_of: Vec::new(),
        osm: Vec::new(),
        a11yjson: None,
        gtfs: None,
        relations: Vec::new(),
        properties: common.into_iter().chain(own).collect(),
    }
}

pub(super) fn property(id: &str, kind: Kind, zh: &str, en: &str, aliases: &[&str]) -> Property {
    let natural = Interval::new(Some(0.into()), None).expect("in order");
    Property {
        id: PropertyId::from(id),
        kind,
        unit: None,
        label: both(zh, en),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        bounds: if kind == Kind::Count { natural } else { Interval::UNBOUNDED },
        unsurveyed: Interval::UNBOUNDED,
        osm: None,
        a11yjson: None,
        gtfs: None,
        of_row: false,
        values: Vec::new(),
    }
}

fn category(text: &str) -> Category {
    let mut parts = text.split(':');
    let mut part = || parts.next().unwrap_or_default();
    Category { id: part().into(), label: both(part(), part()), aliases: Vec::new() }
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

/// Keeps everything that comes out.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) tables: Vec<SurveyTable>,
    pub(super) records: Vec<Record>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Sink for Kept {
    fn table(&mut self, table: SurveyTable) -> u32 {
        self.tables.push(table);
        u32::try_from(self.tables.len() - 1).expect("few")
    }

    fn record(&mut self, record: Record) {
        self.records.push(record);
    }

    fn diagnostic(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

impl Kept {
    /// Each diagnostic as `code@row/column=value`; all can be put into words.
    pub(super) fn said(&self) -> Vec<String> {
        for locale in [Language::Zh, Language::En].map(Locale::new) {
            for message in self.diagnostics.iter().flat_map(|one| [one.message(), one.remedy()]) {
                let words = locale.say(&message);
                assert!(!words.contains("{$") && words != message.key, "{words}");
            }
        }
        let said = |one: &Diagnostic| {
            let row = one.place.row.map(|row| format!("@{row}")).unwrap_or_default();
            let column = one.place.column.as_ref().map(|column| format!("/{column}")).unwrap_or_default();
            let value = one.value.as_ref().map(|value| format!("={value}")).unwrap_or_default();
            format!("{}{row}{column}{value}", one.code.key())
        };
        self.diagnostics.iter().map(said).collect()
    }

    /// Each record as `row id (lon, lat) day property=value …`.
    pub(super) fn told(&self, catalogue: &Catalogue) -> Vec<String> {
        self.records.iter().map(|record| told(catalogue, record)).collect()
    }
}

fn told(catalogue: &Catalogue, record: &Record) -> String {
    let one = &catalogue.types[record.facility_type];
    let words = [format!("{} {}", record.origin.row, one.id)].into_iter();
    let words = words.chain(record.id.as_ref().map(|id| format!("#{id}")));
    let words = words.chain(record.position.map(|(x, y)| format!("({x}, {y})")));
    let words = words.chain(record.observed_on.map(|day| day.to_string()));
    let words = words.chain(record.known_at.map(|time| format!("known {time}")));
    let property = |index: &usize| &one.properties[*index];
    let values = record.values.iter();
    let values =
        values.map(|(index, seen)| format!("{}={}", property(index).id, shown(property(index), seen)));
    words.chain(values).collect::<Vec<_>>().join(" ")
}

/// An observed value in few letters.
pub(super) fn shown(property: &Property, observed: &Observed) -> String {
    let end = |end: Option<Rational>| {
        end.map_or(String::new(), |end| decimal_text(end).unwrap_or_else(|| end.to_string()))
    };
    match observed {
        Observed::Number(interval) => match interval.single() {
            Some(value) => end(Some(value)),
            None => format!("{}..{}", end(interval.low()), end(interval.high())),
        },
        Observed::Flag(flag) => flag.to_string(),
        Observed::Category(index) => property.values[*index].id.to_string(),
        Observed::Text(text) => text.to_string(),
        Observed::Unknown => "unknown".to_owned(),
        Observed::NotApplicable => "n/a".to_owned(),
    }
}

/// Comma-separated text as rows of text cells.
pub(super) fn rows(text: &str, delimiter: u8) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let numbered = reader.records().enumerate();
    numbered.map(|(index, record)| row(index + 1, record.expect("text").iter())).collect()
}

fn row<'a>(number: usize, cells: impl Iterator<Item = &'a str>) -> Row {
    let cell = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    Row {
        number: u32::try_from(number).expect("few"),
        cells: cells.map(cell).collect(),
        problem: None,
        place: None,
    }
}

/// Maps the rows of one sheet of `file`, as the way in does with those of a file.
pub(super) fn map(catalogue: &Catalogue, profile: &Profile, place: &Place, rows: &[Row]) -> (Kept, SheetUse) {
    map_merged(catalogue, profile, place, rows, &[])
}

/// The same with merged cells.
pub(super) fn map_merged(
    catalogue: &Catalogue,
    profile: &Profile,
    place: &Place,
    rows: &[Row],
    merges: &[Merge],
) -> (Kept, SheetUse) {
    let (names, mut kept) = (Names::of(catalogue), Kept::default());
    let draws = rows.iter().any(|row| row.place.is_some());
    let rules = Rules { catalogue, profile, names: &names, tagged: false, draws, crs: None };
    let rule = profile.sheets.first().cloned().unwrap_or_else(SheetRule::default);
    rules.remarks(place, &[SheetName { name: place.sheet.clone(), hidden: false }], &mut kept);
    let mut top = Top::new(&rule, Merged::new(merges.to_vec()));
    for row in rows {
        if top.push(row.clone()) == ControlFlow::Break(()) {
            break;
        }
    }
    let mut sheet = Sheet::open(rules, place.clone(), &rule, top, &mut kept);
    for row in rows {
        sheet.row(row, &mut kept);
    }
    let used = sheet.close(&mut kept);
    (kept, used)
}

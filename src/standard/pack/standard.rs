//! `pack.toml`: what a standard is, and where and when it binds.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::{Fields, PackFile, Text};
use crate::locale::Bilingual;
use crate::model::{Adcode, Clause, RequirementId, StandardId, hex};

/// A citable document.
#[derive(Debug, Clone)]
pub struct Standard {
    /// Its id.
    pub id: StandardId,
    /// Its full title.
    pub title: Bilingual,
    /// How it is named in a citation.
    pub short: Bilingual,
    /// Who issued it: the level of government.
    pub level: Level,
    /// The territory it binds.
    pub jurisdiction: Adcode,
    /// First day in force.
    pub from: Option<Date>,
    /// Last day in force.
    pub until: Option<Date>,
    /// The plan's horizon; never ends a duty.
    pub period_end: Option<Date>,
    /// Binds only works permitted (else completed) from its first day on.
    pub works_only: bool,
    /// Invented for demonstration.
    pub made_up: bool,
    /// Days between two rounds that are compared, where the standard has its own mind about it.
    pub trend_days: Option<u32>,
    /// Areas it knows, its own and below.
    pub areas: Vec<Area>,
    /// Requirements taken over from another standard under ids of its own.
    pub reuse: Option<Reuse>,
    /// The clauses that no requirement examines, in the order of the document.
    pub unexamined: Vec<Clause>,
    /// Hash of all its files, in hexadecimal.
    pub hash: Arc<str>,
}

/// Requirements taken over: those of `standard`, `prefix` exchanged for `own`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reuse {
    /// The standard they are taken from.
    pub standard: StandardId,
    /// File and place where it is named.
    pub(in crate::standard) named: (usize, Range<usize>),
    /// What its ids start with.
    pub prefix: String,
    /// What the new ids start with.
    pub own: String,
}

impl Reuse {
    /// The id a requirement has after it was taken over.
    pub(in crate::standard) fn renamed(&self, id: &str) -> RequirementId {
        format!("{}{}", self.own, id.strip_prefix(&self.prefix).unwrap_or(id)).into()
    }
}

/// Levels of government.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The state.
    #[default]
    National,
    /// A province, autonomous region or municipality.
    Province,
    /// A prefecture-level city.
    Prefecture,
    /// A county, district or banner.
    County,
    /// Another state: binds nobody here, and is applied by name.
    Foreign,
}

/// An administrative area, as a standard knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// GB/T 2260 code.
    pub adcode: Adcode,
    /// Its name.
    pub name: Bilingual,
    /// Its level.
    pub level: Level,
    /// The area it belongs to.
    pub parent: Option<Adcode>,
    /// It has law of its own: standards of the state do not bind there.
    pub own_law: bool,
    /// First day of that.
    pub from: Option<Date>,
    /// Last day of that.
    pub until: Option<Date>,
}

impl Area {
    /// Whether it exists, as it is described, on a day.
    pub fn is_valid(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Standard {
    /// Whether it is in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && !self.has_lapsed(day)
    }

    /// Whether its last day in force is past.
    pub fn has_lapsed(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

pub(super) fn read(fields: &mut Fields<'_>, files: &[&PackFile<'_>]) -> Standard {
    let areas = areas(fields);
    let reuse = fields.inner("reuse", reuse);
    let standard = fields.inner("standard", |fields| Standard {
        id: fields.must("id").value.into(),
        title: fields.bilingual("title"),
        short: fields.bilingual("short"),
        level: level(fields, "level"),
        jurisdiction: fields.must("jurisdiction").value.into(),
        from: fields.date("from"),
        until: fields.date("until"),
        period_end: fields.date("period_end"),
        works_only: fields.flag("works_only").unwrap_or(false),
        made_up: fields.flag("made_up").unwrap_or(false),
        trend_days: fields.whole("trend_days"),
        areas: Vec::new(),
        reuse: None,
        unexamined: Vec::new(),
        hash: hash(files),
    });
    match standard {
        Some(standard) => Standard { areas, reuse, ..standard },
        None => nameless(fields, files),
    }
}

fn reuse(fields: &mut Fields<'_>) -> Reuse {
    let standard = fields.must("standard");
    Reuse {
        named: (standard.file, standard.span.clone()),
        standard: standard.value.into(),
        prefix: fields.must("prefix").value,
        own: fields.must("own").value,
    }
}

pub(super) fn level(fields: &mut Fields<'_>, name: &'static str) -> Level {
    fields.choice(name, &["national", "province", "prefecture", "county", "foreign"]).unwrap_or_default()
}

fn areas(fields: &mut Fields<'_>) -> Vec<Area> {
    let read = |fields: &mut Fields<'_>| Area {
        adcode: fields.must("adcode").value.into(),
        name: fields.bilingual("name"),
        level: level(fields, "level"),
        parent: fields.text("parent").map(|text| text.value.into()),
        own_law: fields.flag("own_law").unwrap_or(false),
        from: fields.date("from"),
        until: fields.date("until"),
    };
    let items = fields.items("area");
    items.into_iter().filter_map(|item| fields.within(item, read)).collect()
}

/// `[[parameter]]`: a word the document does not define.
#[derive(Debug, Clone)]
pub(crate) struct ParameterText {
    pub(crate) id: Text,
    pub(crate) value: Text,
    pub(crate) words: Bilingual,
}

pub(super) fn parameters(fields: &mut Fields<'_>) -> Vec<ParameterText> {
    let read = |fields: &mut Fields<'_>| ParameterText {
        id: fields.must("id"),
        value: fields.must("value"),
        words: fields.bilingual("words"),
    };
    let items = fields.items("parameter");
    items.into_iter().filter_map(|item| fields.within(item, read)).collect()
}

/// Stands for a pack without `[standard]`, so that the rest is still read.
fn nameless(fields: &mut Fields<'_>, files: &[&PackFile<'_>]) -> Standard {
    let missing = crate::locale::Message::new("mistake-missing-field").with("name", "[standard]");
    fields.wrong(0..1, missing, None);
    Standard {
        id: files.first().map_or("", |file| file.pack).into(),
        title: Bilingual::default(),
        short: Bilingual::default(),
        level: Level::National,
        jurisdiction: "".into(),
        from: None,
        until: None,
        period_end: None,
        works_only: false,
        made_up: false,
        trend_days: None,
        areas: Vec::new(),
        reuse: None,
        unexamined: Vec::new(),
        hash: hash(files),
    }
}

fn hash(files: &[&PackFile<'_>]) -> Arc<str> {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.text.as_bytes());
        hash.update([0]);
    }
    hex(&hash.finalize()[..8]).into()
}

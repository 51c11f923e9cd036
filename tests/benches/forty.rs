//! The forty rules over columns that `forty.py` wrote: counts by district, and how long they take.
//!
//! `forty FOLDER` loads the columns, says what that cost, and then obeys a line at a
//! time: `run` counts once and says the seconds, `table` writes `counts.csv`.
#![expect(clippy::print_stdout, reason = "this is what it is for")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot read its own files has nothing to say")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use barrierfree::audit::{Count, Scope, count_by};
use barrierfree::inventory::{Builder, Inventory, Value};
use barrierfree::model::{Kind, Observed, Origin, Property, Record, SurveyTable};
use barrierfree::project::Library;
use barrierfree::quantity::{Interval, Rational};
use jiff::civil::date;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/benches/forty");
    let library = Library::load(Some(&own)).unwrap_or_else(|_| panic!("the forty rules"));
    let start = Instant::now();
    let inventory = inventory(&library, &folder);
    println!("loaded {:.2} {}", start.elapsed().as_secs_f64(), peak());
    for line in std::io::stdin().lines() {
        let start = Instant::now();
        let counts = counts(&library, &inventory);
        let seconds = start.elapsed().as_secs_f64();
        if line.unwrap() == "table" {
            fs::write(folder.join("counts.csv"), table(&counts)).unwrap();
        }
        println!("counted {seconds:.6} {}", peak());
    }
}

fn counts(library: &Library, inventory: &Inventory) -> Vec<Count> {
    let scope = Scope { standards: vec!["xx-forty".into()], ..Scope::default() };
    count_by(&scope, inventory, &library.program, "jurisdiction")
}

/// Most memory the process ever had, in MiB; 0 where the system does not say.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}

fn table(counts: &[Count]) -> String {
    let mut text = "district,rule,passed,failed,unknown,inapplicable\n".to_owned();
    for count in counts {
        let Some(Value::Text(Some(district))) = &count.group else { continue };
        let of = count.outcomes;
        let counted = (of.passed, of.failed, of.cant_tell, of.inapplicable);
        let rule = &count.duty.id;
        writeln!(text, "{district},{rule},{},{},{},{}", counted.0, counted.1, counted.2, counted.3).unwrap();
    }
    text
}

/// One column: whole numbers, and one that stands for nothing.
enum Raw {
    Bytes(Vec<u8>),
    Wide(Vec<i32>),
}

impl Raw {
    fn read(folder: &Path, name: &str) -> Option<Self> {
        if let Ok(bytes) = fs::read(folder.join(format!("{name}.u8"))) {
            return Some(Self::Bytes(bytes));
        }
        let bytes = fs::read(folder.join(format!("{name}.i32"))).ok()?;
        Some(Self::Wide(bytes.as_chunks().0.iter().map(|four| i32::from_le_bytes(*four)).collect()))
    }

    fn get(&self, row: usize) -> Option<i32> {
        match self {
            Self::Bytes(all) => all.get(row).filter(|code| **code != u8::MAX).map(|code| i32::from(*code)),
            Self::Wide(all) => all.get(row).copied().filter(|number| *number != i32::MIN),
        }
    }
}

fn inventory(library: &Library, folder: &Path) -> Inventory {
    let (facility_type, of) = library.catalogue.facility_type("place").unwrap();
    let properties = of.properties.iter().enumerate();
    let columns: Vec<_> = properties
        .filter_map(|(number, property)| Some((number, property, Raw::read(folder, property.id.as_str())?)))
        .collect();
    let Some(Raw::Wide(districts)) = Raw::read(folder, "district") else { panic!("districts") };
    let named: Vec<Arc<str>> = (0..=9999).map(|number| format!("{number:04}").into()).collect();
    let (jurisdiction, _) = of.property("jurisdiction").unwrap();
    let codes: Vec<Vec<usize>> = columns.iter().map(|(_, property, _)| codes(folder, property)).collect();
    let mut builder = Builder::new(Arc::clone(&library.catalogue));
    builder.table(SurveyTable {
        file: "forty".into(),
        sheet: None,
        facility_type,
        headers: Vec::new(),
        crs: None,
    });
    for (row, district) in districts.iter().enumerate() {
        let seen = columns.iter().zip(&codes).filter_map(|((number, property, raw), codes)| {
            Some((*number, observed(property, codes, raw.get(row)?).into()))
        });
        let district = &named[usize::try_from(*district).unwrap()];
        let mut values = vec![(jurisdiction, Observed::Text(district.clone()).into())];
        values.extend(seen);
        builder.push(Record {
            origin: Origin { table: 0, row: u32::try_from(row).unwrap() },
            facility_type,
            id: Some(format!("{row:08}").into()),
            observed_on: None,
            known_at: None,
            position: None,
            written: None,
            values,
        });
    }
    builder.build(date(2026, 11, 1)).0
}

/// The index of each category by its code in the file.
fn codes(folder: &Path, property: &Property) -> Vec<usize> {
    let names = fs::read_to_string(folder.join(format!("{}.names", property.id))).unwrap_or_default();
    names.lines().map(|name| property.value(name).unwrap()).collect()
}

/// Lengths are in millimetres there, and slopes in ten-thousandths.
fn observed(property: &Property, codes: &[usize], number: i32) -> Observed {
    let number = i128::from(number);
    match property.kind {
        Kind::Boolean => Observed::Flag(number != 0),
        Kind::Category => Observed::Category(codes[usize::try_from(number).unwrap()]),
        Kind::Length => Observed::Number(Interval::exact(Rational::new(number, 1000)).into()),
        Kind::Ratio => Observed::Number(Interval::exact(Rational::new(number, 10_000)).into()),
        _ => Observed::Number(Interval::exact(number).into()),
    }
}

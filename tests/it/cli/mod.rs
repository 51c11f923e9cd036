//! The program as people meet it: files and arguments in, text and an exit code out.

mod backup;
mod between;
mod by_data;
mod compared;
mod disk;
mod docs;
mod export;
mod failure;
mod features;
mod forms;
mod guide;
mod input;
mod inventory;
mod kill;
mod known_by;
mod layers;
mod map;
mod national;
mod output;
mod photos;
mod privacy;
mod project;
mod provenance;
mod report;
mod review;
mod rounds;
mod rows;
mod server;
mod standard;
mod tagged;
mod template;
mod unverified;
mod verdict;
mod words;

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

/// A folder for one test, and the program run in it.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What a run left behind.
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// With one file in it.
    pub(crate) fn with(name: &str, content: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.put(name, content);
        desk
    }

    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, content).expect("a file");
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).expect(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Outcome {
        let output = self.command(arguments).output().expect("the program");
        Outcome {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_barrierfree"));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    /// An audit of `a.csv` by Bayannur's plan on a fixed day, and further options.
    pub(crate) fn audit(&self, options: &[&str]) -> Outcome {
        let usual = ["audit", "a.csv", "--standard", "cn-150800-2017", "--as-of", "2026-11-01"];
        self.run(&[&usual[..], options].concat())
    }

    /// The same as JSON, with findings of every outcome.
    pub(crate) fn json(&self) -> Value {
        self.audit(&["--format", "json", "--findings", "all"]).json()
    }
}

impl Outcome {
    /// The run, of Bayannur's plan the duty of car parks alone: that is what these tests speak of.
    pub(crate) fn json(&self) -> Value {
        let mut run: Value = serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err));
        let facilities = run["facilities"].as_array_mut().into_iter().flatten();
        let lists = facilities.filter_map(|facility| facility["findings"].as_array_mut());
        lists.for_each(about_car_parks);
        run.pointer_mut("/summary/requirements")
            .and_then(Value::as_array_mut)
            .into_iter()
            .for_each(about_car_parks);
        if let Some(facilities) = run["facilities"].as_array_mut() {
            facilities.retain(|facility| facility["findings"] != Value::Array(Vec::new()));
        }
        run
    }

    /// Both channels.
    pub(crate) fn text(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}

/// Leaves out Bayannur's other duties.
fn about_car_parks(list: &mut Vec<Value>) {
    list.retain(|one| {
        let id = one["requirement"].as_str().unwrap_or_default();
        !id.starts_with("BYN-") || id == "BYN-39"
    });
}

/// All findings as one list, by requirement and facility, each with its facility, its sources, and what is short.
pub(crate) fn verdicts(run: &Value) -> Vec<Value> {
    let list = |value: &Value| value.as_array().expect("a list").clone();
    let mut all = Vec::new();
    for facility in list(&run["facilities"]) {
        for mut finding in list(&facility["findings"]) {
            finding["sources"] =
                list(&finding["cells"]).iter().map(|cells| cited(&facility, cells)).collect();
            finding["shortfall"] = short(&finding);
            finding["subject"] = facility.clone();
            all.push(finding);
        }
    }
    let requirements: Vec<Value> =
        list(&run["summary"]["requirements"]).iter().map(|one| one["requirement"].clone()).collect();
    all.sort_by_cached_key(|one| {
        let place = requirements.iter().position(|requirement| *requirement == one["requirement"]);
        (place, one["subject"]["id"].to_string())
    });
    all
}

/// Cells of a finding, with the row they are in.
fn cited(facility: &Value, cells: &Value) -> Value {
    let at = |list: &Value, number: &Value| {
        list[usize::try_from(number.as_u64().expect("a number")).expect("small")].clone()
    };
    let mut row = at(&facility["sources"], &cells["source"]);
    let columns = cells["columns"].as_array().expect("a list").iter();
    row["columns"] = columns.map(|column| at(&row["columns"], column)).collect();
    row
}

/// What is missing to the first check that measures, as an interval.
fn short(finding: &Value) -> Value {
    let mut checks = finding["checks"].as_array().into_iter().flatten();
    match checks.find(|check| !check["measured"].is_null()).map(|check| &check["shortfall"]) {
        None | Some(Value::Null) => Value::Null,
        Some(between @ Value::Object(_)) => between.clone(),
        Some(exact) => serde_json::json!({ "low": exact, "high": exact }),
    }
}

/// A lot of 51 bays with one accessible bay: one is missing.
pub(crate) const SHORT: &str = "设施编号,停车场种类,总车位数,无障碍车位数,无障碍车位标识,最便利位置,调查日期\n\
    P1,独立公共停车场,51,1,有,是,2026-05-01\n";

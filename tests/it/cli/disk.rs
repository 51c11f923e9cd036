//! An import that meets a full disk, or one that is pulled, takes in nothing by halves, and goes on when it is back.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

use super::Desk;

/// A file system of so many MiB, which goes with this.
struct Disk(PathBuf);

impl Disk {
    /// None, and said so, where only the administrator may make one; a failure where `CI` is set.
    fn new(place: PathBuf, mebibytes: u32) -> Option<Self> {
        std::fs::create_dir_all(&place).expect("a folder");
        let disk = Self(place);
        if disk.mount(&format!("size={mebibytes}m")) {
            return Some(disk);
        }
        assert!(std::env::var_os("CI").is_none(), "no file system can be made here");
        println!("not tried: only the administrator can make a file system");
        None
    }

    fn mount(&self, options: &str) -> bool {
        let status =
            Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(&self.0).status();
        status.is_ok_and(|status| status.success())
    }

    fn grow(&self, mebibytes: u32) {
        assert!(self.mount(&format!("remount,size={mebibytes}m")), "a larger one");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(&self.0).status());
    }
}

/// What a script says when it cannot try.
const CANNOT: i32 = 77;

#[test]
fn a_disk_that_fills_or_is_pulled_loses_nothing_in_a_file_or_on_a_server() {
    let mut command = Command::new("sh");
    command.args(["-c", include_str!("../../support/disk.sh"), "disk", env!("CARGO_BIN_EXE_barrierfree")]);
    let output = command.output().expect("a shell");
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(CANNOT) {
        assert!(std::env::var_os("CI").is_none(), "{said}");
        println!("not tried: {said}");
        return;
    }
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && out.contains("file: ") && out.contains("server: "), "{out}{said}");
}

/// A survey of so many lots.
fn survey(name: &str, rows: u32) -> String {
    let mut text = "设施编号,名称,停车场种类,总车位数,调查日期\n".to_owned();
    for row in 0..rows {
        let _ = writeln!(text, "{name}{row},{name}第{row}停车场,独立公共停车场,{row},2026-05-01");
    }
    text
}

/// Surveys, rows and content hash, as `verify` finds them.
fn verified(desk: &Desk) -> [serde_json::Value; 3] {
    let run = desk.run(&["verify", "--json"]);
    assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
    let found: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    ["surveys", "rows", "content"].map(|key| found[key].clone())
}

#[test]
fn a_full_disk_loses_nothing_and_the_next_import_completes() {
    let desk = Desk::with("a.csv", survey("A", 50));
    desk.put("b.csv", survey("B", 30_000));
    desk.put("barrierfree.toml", "");
    let Some(small) = Disk::new(desk.path("inventory"), 3) else { return };
    assert_eq!(desk.run(&["import", "a.csv", "--accept"]).code, Some(0));
    let before = verified(&desk);
    let full = desk.run(&["import", "b.csv", "--accept", "--lang", "en"]);
    assert_eq!(full.code, Some(2), "{}", full.err);
    assert!(full.err.contains("disk") || full.err.contains("space"), "{}", full.err);
    assert_eq!(verified(&desk), before, "what was taken in is there, and nothing else");
    small.grow(64);
    let again = desk.run(&["import", "b.csv", "--accept"]);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert_eq!(verified(&desk)[..2], [serde_json::json!(2), serde_json::json!(30_050)]);
}

//! Inventories carried elsewhere, backed up, put back and checked.

use serde_json::Value;

use super::{Desk, SHORT};
use crate::support::server::Database;

/// Two surveys of which the second took the place of the first, a draft, and a photo.
fn desk(store: &str) -> Desk {
    let desk = Desk::with("a.csv", SHORT);
    desk.put("barrierfree.toml", format!("{store}\n"));
    desk.put("b.csv", SHORT.replace(",51,1,", ",51,2,"));
    desk.put("c.csv", SHORT.replace("P1", "P2"));
    desk.put("photos/ab/1.jpg", "a picture");
    for import in [
        &["import", "a.csv", "--accept"][..],
        &["import", "b.csv", "--accept", "--replaces", "1"],
        &["import", "c.csv"],
    ] {
        let run = desk.run(import);
        assert_eq!(run.code, Some(0), "{}", run.err);
    }
    desk
}

fn verified(desk: &Desk, project: &str) -> Value {
    let run = desk.run(&["verify", "--json", "--project", project]);
    assert_eq!(run.code, Some(0), "{}", run.text());
    serde_json::from_str(&run.out).expect("JSON")
}

fn goes(desk: &Desk, arguments: &[&str]) {
    let run = desk.run(arguments);
    assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.text());
}

#[test]
fn an_inventory_goes_to_a_server_and_back_and_is_the_same() {
    let Some(database) = Database::new() else { return };
    let desk = desk("");
    let before = verified(&desk, ".");
    assert_eq!(before["surveys"], 3);
    goes(&desk, &["migrate", &database.url()]);
    goes(&desk, &["migrate", &database.url()]);
    desk.put("s/barrierfree.toml", format!("store = '{}'", database.url()));
    assert_eq!(verified(&desk, "s"), before);
    let other = Database::new().expect("another database");
    goes(&desk, &["migrate", &other.url(), "--project", "s"]);
    goes(&desk, &["migrate", "back.gpkg", "--project", "s"]);
    desk.put("t/barrierfree.toml", "store = '../s/back.gpkg'");
    assert_eq!(verified(&desk, "t"), before);
    let audit = |project: &str| {
        let options = ["--project", project, "--as-of", "2026-11-01", "--known-by", "2099-12-31"];
        desk.run(&[&["audit", "--drafts", "--format", "json"], &options[..]].concat()).out
    };
    assert_eq!(audit("s"), audit("."));
    assert!(audit("s").contains("c.csv"));
    goes(&desk, &["survey", "submit", "3"]);
    goes(&desk, &["migrate", &database.url()]);
    assert_eq!(verified(&desk, "s"), verified(&desk, "."), "what became of it since is carried too");
    goes(&desk, &["survey", "return", "3", "--reason", "否", "--project", "s"]);
    let refused = desk.run(&["migrate", &database.url(), "--lang", "en"]);
    assert_eq!((refused.code, refused.err.contains("another inventory")), (Some(2), true), "{}", refused.err);
}

fn backed_up(desk: &Desk) {
    let content = verified(desk, ".")["content"].clone();
    goes(desk, &["backup", "create", "kept"]);
    goes(desk, &["backup", "verify", "kept"]);
    assert_eq!(desk.run(&["backup", "create", "kept"]).code, Some(2), "never over another");
    desk.put("new/barrierfree.toml", "");
    goes(desk, &["backup", "restore", "kept", "--project", "new"]);
    goes(desk, &["backup", "restore", "kept", "--project", "new"]);
    assert_eq!(verified(desk, "new")["content"], content);
    assert_eq!(desk.read("new/photos/ab/1.jpg"), "a picture");
    let manifest: Value = serde_json::from_str(&desk.read("kept/manifest.json")).expect("JSON");
    assert_eq!(manifest["content"], content);
    let files = manifest["files"].as_array().expect("files").iter().map(|one| one["path"].clone());
    assert_eq!(files.collect::<Vec<_>>(), ["inventory.gpkg", "photos/ab/1.jpg"]);
}

#[test]
fn a_backup_of_a_file_is_put_back_and_what_is_damaged_is_named() {
    let desk = desk("");
    backed_up(&desk);
    desk.put("other/barrierfree.toml", "");
    goes(&desk, &["import", "c.csv", "--project", "other"]);
    let refused = desk.run(&["backup", "restore", "kept", "--project", "other", "--lang", "en"]);
    assert_eq!((refused.code, refused.err.contains("another inventory")), (Some(2), true), "{}", refused.err);
    desk.put("kept/photos/ab/1.jpg", "another one");
    desk.put("kept/photos/2.jpg", "one more");
    let run = desk.run(&["backup", "verify", "kept", "--lang", "en"]);
    assert_eq!(run.code, Some(1), "{}", run.text());
    assert!(run.out.contains("photos/ab/1.jpg is not as it was"), "{}", run.out);
    assert!(run.out.contains("photos/2.jpg is no part"), "{}", run.out);
    desk.put("late/barrierfree.toml", "");
    assert_eq!(desk.run(&["backup", "restore", "kept", "--project", "late"]).code, Some(2));
    assert!(!desk.path("late/inventory/inventory.gpkg").exists(), "nothing of it is put back");
}

#[test]
fn a_backup_of_a_server_is_put_back_into_a_file() {
    let Some(database) = Database::new() else { return };
    backed_up(&desk(&format!("store = '{}'", database.url())));
}

#[test]
fn an_inventory_that_is_damaged_does_not_pass_for_whole() {
    let desk = desk("");
    let path = desk.path("inventory/inventory.gpkg");
    let mut bytes = std::fs::read(&path).expect("a file");
    for page in bytes.chunks_mut(4096).skip(8) {
        page[..64].fill(0x5A);
    }
    std::fs::write(&path, bytes).expect("a file");
    let run = desk.run(&["verify"]);
    assert_ne!(run.code, Some(0), "{}", run.text());
}

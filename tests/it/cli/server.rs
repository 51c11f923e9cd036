//! A project whose inventory is on a server.

use super::{Desk, SHORT};
use crate::support::server::Database;

fn desk(store: &str) -> Desk {
    let desk = Desk::with("a.csv", SHORT);
    desk.put("barrierfree.toml", format!("store = '{store}'\nstandards = ['cn-150800-2017']\n"));
    desk
}

#[test]
fn an_inventory_on_a_server_is_used_like_one_in_a_file() {
    let Some(database) = Database::new() else { return };
    let desk = desk(&database.url());
    assert!(desk.run(&["audit"]).err.contains("还没有导入任何普查"));
    let imported = desk.run(&["import", "a.csv", "--accept"]);
    assert_eq!(imported.code, Some(0), "{}", imported.err);
    assert!(desk.run(&["import", "a.csv"]).err.contains("已"));
    assert!(desk.run(&["survey", "list"]).out.contains("a.csv"));
    let audit = ["audit", "--as-of", "2026-11-01", "--format", "json"];
    assert_eq!(desk.run(&audit).json()["facilities"][0]["sources"][0]["file"], "a.csv");
    assert_eq!(database.sql("SELECT count(*) FROM barrierfree.observation"), "1");
}

#[test]
fn a_password_is_never_shown_and_every_failure_says_what_to_do() {
    let secret = "postgresql://me:s3cret@127.0.0.1:1/city";
    let desk = desk(secret);
    for (arguments, says) in [
        (&["config", "show", "--lang", "en"][..], "postgresql://me:***@127.0.0.1:1/city"),
        (&["config", "show", "--json"], "me:***@"),
        (&["import", "a.csv"], "连接不上服务器"),
        (&["status", "--lang", "en"], "cannot be reached"),
        (&["migrate", secret, "--lang", "en"], "cannot be reached"),
    ] {
        let run = desk.run(arguments);
        assert!(run.text().contains(says), "{}", run.text());
        assert!(!run.text().contains("s3cret"), "{}", run.text());
        assert_eq!(run.code, Some(if arguments[0] == "config" { 0 } else { 2 }));
    }
    desk.put("barrierfree.toml", "store = 'mysql://me:s3cret@db/city'\n");
    let run = desk.run(&["config", "check", "--lang", "en"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("mysql://me:***@db/city") && !run.err.contains("s3cret"), "{}", run.err);
}

#[test]
fn a_password_may_come_from_the_environment_and_a_wrong_one_is_said() {
    let Some(database) = Database::new() else { return };
    let desk = desk(&database.url_of("locked"));
    for (password, says) in [("s3cret", "permission denied"), ("wrong", "password authentication failed")] {
        let output = desk.command(&["import", "a.csv"]).env("PGPASSWORD", password).output().expect("a run");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(says) && said.contains("服务器不允许"), "{said}");
    }
    assert_eq!(database.sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'barrierfree'"), "0");
}

//! The published schemas of JSON are those the code writes by.

use barrierfree::report::{comparison, json, standard};
use serde_json::Value;

/// The schema of a file of `docs/` is up to date, or is made so where that is asked for.
fn is_published(name: &str, schema: &Value) {
    let path = format!("{}/docs/{name}.schema.json", env!("CARGO_MANIFEST_DIR"));
    let schema = serde_json::to_string_pretty(schema).expect("JSON") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &schema).expect("docs/ is there");
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(published == schema, "{path} is stale; UPDATE=1 cargo test rewrites it");
}

#[test]
fn the_published_schemas_are_up_to_date() {
    is_published("audit", &json::schema());
    is_published("conflicts", &standard::conflict::schema());
    is_published("diff", &standard::difference::schema());
    is_published("coverage", &standard::coverage::schema());
    is_published("survey-diff", &comparison::schema());
    is_published("conformance", &standard::conformance::schema());
}

//! The published schema of the JSON report is the one the code writes by.

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/audit.schema.json");

#[test]
fn the_published_schema_is_up_to_date() {
    let schema = serde_json::to_string_pretty(&barrierfree::report::json::schema()).expect("JSON") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(PATH, &schema).expect("docs/ is there");
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(published == schema, "docs/audit.schema.json is stale; UPDATE=1 cargo test rewrites it");
}

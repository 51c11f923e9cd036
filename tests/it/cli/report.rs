//! What the reports say of a finding.

use super::{Desk, SHORT};

#[test]
fn what_is_short_is_named_by_what_was_measured() {
    let desk = Desk::with("a.csv", SHORT);
    assert!(desk.audit(&[]).out.contains("无障碍车位数 1 个车位，应有 2 个车位，缺 1 个车位"));
    let share = &desk.json()["summary"]["requirements"][0]["checks"][0];
    assert_eq!(share["properties"], serde_json::json!(["accessible_spaces", "total_spaces"]));
}

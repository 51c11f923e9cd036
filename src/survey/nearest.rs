//! The known name somebody probably meant.

/// What messages are told where there is no such name.
pub(super) const NONE: &str = "none";

/// Names less alike than this are not worth suggesting.
const ALIKE: f64 = 0.7;

/// The known name most like the wanted one, if any is like it.
pub(super) fn nearest<'a>(wanted: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(wanted, name), name));
    scored.filter(|(score, _)| *score >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        let known = ["total_spaces", "accessible_spaces", "name"];
        assert_eq!(nearest("totl_spaces", known), Some("total_spaces"));
        assert_eq!(nearest("无障碍车位", ["总车位", "无障碍停车位"]), Some("无障碍停车位"));
        assert_eq!(nearest("zzz", known), None);
    }
}

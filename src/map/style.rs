//! How the shapes look on paper; on screen the page's own style says it.

/// Colours that all eyes tell apart, each with a shape or thickness of its own.
pub(super) const STYLE: &str = include_str!("style.css");

//! Rectangles on the canvas, and how its numbers are written.

use rstar::AABB;

/// A rectangle; x grows to the right, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Frame {
    /// A rectangle by its middle.
    pub(super) fn around(middle: (f64, f64), width: f64, height: f64) -> Self {
        Self { x: middle.0 - width / 2.0, y: middle.1 - height / 2.0, width, height }
    }

    pub(super) fn middle(self) -> (f64, f64) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same without a margin on every side.
    pub(super) fn inset(self, margin: f64) -> Self {
        Self::around(self.middle(), self.width - 2.0 * margin, self.height - 2.0 * margin)
    }

    pub(super) fn contains(self, other: Self) -> bool {
        let ends = |frame: Self| (frame.x + frame.width, frame.y + frame.height);
        other.x >= self.x
            && other.y >= self.y
            && ends(other).0 <= ends(self).0
            && ends(other).1 <= ends(self).1
    }

    pub(super) fn holds(self, (x, y): (f64, f64)) -> bool {
        self.contains(Self { x, y, width: 0.0, height: 0.0 })
    }

    pub(super) fn envelope(self) -> AABB<[f64; 2]> {
        AABB::from_corners([self.x, self.y], [self.x + self.width, self.y + self.height])
    }

    /// The area two rectangles share.
    pub(super) fn shared(self, other: Self) -> f64 {
        let along = |a: f64, b: f64, c: f64, d: f64| ((a + b).min(c + d) - a.max(c)).max(0.0);
        along(self.x, self.width, other.x, other.width) * along(self.y, self.height, other.y, other.height)
    }
}

/// A number of the drawing, to a tenth of a unit.
pub(super) fn short(value: f64) -> String {
    let text = format!("{:.1}", if value.abs() < 0.05 { 0.0 } else { value });
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

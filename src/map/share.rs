//! How much of what applies is met, as far as that is known.

use crate::model::Outcomes;

/// A share in per cent, rounded outwards, with how much of it is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The least it can be.
    pub low: u64,
    /// The most it can be.
    pub high: u64,
    /// Decided outcomes of all that may apply; rounded down.
    pub coverage: u64,
}

/// Classes of the low end, each as wide.
pub(super) const CLASSES: u64 = 5;

/// The share each class begins and ends with, the highest first, with the name of its colour.
pub fn classes() -> Vec<(String, Share)> {
    let width = 100 / CLASSES;
    let class = |class: u64| {
        let low = class * width;
        let high = if class + 1 == CLASSES { 100 } else { low + width - 1 };
        (format!("class-{class}"), Share { low, high, coverage: 100 })
    };
    (0..CLASSES).rev().map(class).collect()
}

impl Share {
    /// The share of passed among what applies or may apply; `None` where nothing does.
    pub fn of(outcomes: Outcomes) -> Option<Self> {
        let Outcomes { passed, failed, cant_tell, .. } = outcomes;
        let all = passed + failed + cant_tell;
        let percent = |part: u64| (100 * part).checked_div(all);
        Some(Self {
            low: percent(passed)?,
            high: (100 * (passed + cant_tell)).div_ceil(all),
            coverage: percent(passed + failed)?,
        })
    }

    /// Which class the low end is in, from 0.
    pub(super) fn class(self) -> u64 {
        (self.low * CLASSES / 100).min(CLASSES - 1)
    }

    /// Less than half is decided: the figure must not look measured.
    pub(super) fn is_thin(self) -> bool {
        self.coverage < 50
    }

    /// `62–81 %`.
    pub fn text(self) -> String {
        if self.low == self.high {
            format!("{} %", self.low)
        } else {
            format!("{}–{} %", self.low, self.high)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_widens_the_share() {
        let outcomes = Outcomes { passed: 2, failed: 1, cant_tell: 4, inapplicable: 9, untested: 9 };
        let share = Share::of(outcomes).expect("something applies");
        assert_eq!((share.low, share.high, share.coverage), (28, 86, 42));
        assert_eq!((share.text().as_str(), share.class(), share.is_thin()), ("28–86 %", 1, true));
    }

    #[test]
    fn nothing_asked_is_no_share_and_all_passed_is_the_last_class() {
        assert_eq!(Share::of(Outcomes { inapplicable: 3, ..Outcomes::default() }), None);
        let share = Share::of(Outcomes { passed: 3, ..Outcomes::default() }).expect("something applies");
        assert_eq!((share.text().as_str(), share.class()), ("100 %", 4));
    }
}

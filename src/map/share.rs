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

/// Five classes of the low end, as wide as the areas of a map are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    start: u64,
    width: u64,
}

const CLASSES: u64 = 5;

/// Widths of a class; finer ones would make much of little.
const WIDTHS: [u64; 3] = [5, 10, 20];

impl Scale {
    /// The finest scale that holds all low ends, from a round number on.
    pub(super) fn of(shares: impl Iterator<Item = Share>) -> Self {
        let lows: Vec<u64> = shares.map(|share| share.low).collect();
        let (low, high) = (lows.iter().min().copied(), lows.iter().max().copied());
        let (low, high) = (low.unwrap_or(0), high.unwrap_or(100));
        let scales =
            WIDTHS.map(|width| Self { start: (low / width * width).min(100 - CLASSES * width), width });
        // The last class of all holds the whole, too.
        let holds = |scale: &Self| high.min(99) < scale.start + CLASSES * scale.width;
        scales.into_iter().find(holds).unwrap_or(Self { start: 0, width: 20 })
    }

    /// Which class a share is in, from 0.
    pub(super) fn class(self, share: Share) -> u64 {
        (share.low.saturating_sub(self.start) / self.width).min(CLASSES - 1)
    }

    /// The bounds of each class in words, the highest first, with its number.
    pub fn classes(self) -> Vec<(u64, String)> {
        let class = |class: u64| {
            let low = self.start + class * self.width;
            let high = if low + self.width == 100 { 100 } else { low + self.width - 1 };
            (class, format!("{low}–{high} %"))
        };
        (0..CLASSES).rev().map(class).collect()
    }
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
        assert_eq!((share.text().as_str(), share.is_thin()), ("28–86 %", true));
    }

    #[test]
    fn nothing_asked_is_no_share() {
        assert_eq!(Share::of(Outcomes { inapplicable: 3, ..Outcomes::default() }), None);
        let share = Share::of(Outcomes { passed: 3, ..Outcomes::default() }).expect("something applies");
        assert_eq!(share.text(), "100 %");
    }

    fn scale(lows: &[u64]) -> (Scale, Vec<u64>) {
        let shares = || lows.iter().map(|low| Share { low: *low, high: 100, coverage: 100 });
        let scale = Scale::of(shares());
        (scale, shares().map(|share| scale.class(share)).collect())
    }

    #[test]
    fn classes_are_as_fine_as_the_areas_need() {
        let (near, classes) = scale(&[44, 53, 49]);
        assert_eq!((near.classes()[0].1.as_str(), near.classes()[4].1.as_str()), ("60–64 %", "40–44 %"));
        assert_eq!(classes, [0, 2, 1]);
        let (far, classes) = scale(&[0, 100, 59]);
        assert_eq!((far.classes()[0].1.as_str(), classes), ("80–100 %", vec![0, 4, 2]));
        assert_eq!(scale(&[100, 97]).1, [4, 4]);
        assert_eq!(scale(&[]).0.classes().len(), 5);
    }
}

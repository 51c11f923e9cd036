//! Units as people type them, and their exact factors.

use super::{Interval, Rational};

/// What a number measures; only like is compared with like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Things counted.
    Count,
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// A plain ratio: shares, and slopes as rise over run.
    Ratio,
    /// Degrees of arc.
    Angle,
    /// Newtons.
    Force,
    /// Seconds.
    Duration,
    /// Yuan.
    Money,
    /// Days, counted from 1970-01-01.
    Date,
}

/// A unit: its symbol, what it measures, and its size in the canonical unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// As printed, and as the name of the unit function in predicates.
    pub symbol: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    numerator: i128,
    denominator: i128,
    spellings: &'static [&'static str],
}

/// Spellings are compared after NFKC and lower-casing, so `㎜` and `ＭＭ` are `mm`.
const UNITS: &[Unit] = &[
    unit("m", Dimension::Length, 1, 1, &["米", "公尺", "metre", "metres", "meter", "meters"]),
    unit("dm", Dimension::Length, 1, 10, &["分米"]),
    unit("cm", Dimension::Length, 1, 100, &["厘米", "公分"]),
    unit("mm", Dimension::Length, 1, 1000, &["毫米", "公厘"]),
    unit("km", Dimension::Length, 1000, 1, &["千米", "公里"]),
    unit("in", Dimension::Length, 254, 10000, &["inch", "inches", "英寸"]),
    unit("ft", Dimension::Length, 3048, 10000, &["feet", "foot", "英尺"]),
    unit("m2", Dimension::Area, 1, 1, &["m^2", "平方米", "平米", "sqm"]),
    unit("ratio", Dimension::Ratio, 1, 1, &[]),
    unit("percent", Dimension::Ratio, 1, 100, &["%", "百分之"]),
    unit("permille", Dimension::Ratio, 1, 1000, &["‰", "千分之"]),
    unit("degree", Dimension::Angle, 1, 1, &["度", "°", "deg", "degrees"]),
    unit("N", Dimension::Force, 1, 1, &["牛", "牛顿"]),
    unit("kgf", Dimension::Force, 980_665, 100_000, &["公斤力"]),
    unit("s", Dimension::Duration, 1, 1, &["秒", "sec"]),
    unit("min", Dimension::Duration, 60, 1, &["分钟"]),
    unit("yuan", Dimension::Money, 1, 1, &["元", "rmb", "cny"]),
    unit("10k_yuan", Dimension::Money, 10_000, 1, &["万元"]),
];

const fn unit(
    symbol: &'static str,
    dimension: Dimension,
    numerator: i128,
    denominator: i128,
    spellings: &'static [&'static str],
) -> Unit {
    Unit { symbol, dimension, numerator, denominator, spellings }
}

impl Unit {
    /// Every unit that is known.
    pub fn all() -> &'static [Self] {
        UNITS
    }

    /// The unit somebody wrote; text already normalised by NFKC.
    pub fn find(written: &str) -> Option<Self> {
        let wanted = written.trim().to_lowercase();
        let same =
            |unit: &&Self| unit.symbol.to_lowercase() == wanted || unit.spellings.contains(&wanted.as_str());
        UNITS.iter().find(same).copied()
    }

    /// Size of one of it in the canonical unit of its dimension.
    pub fn factor(self) -> Rational {
        Rational::new(self.numerator, self.denominator)
    }

    /// An interval in this unit, in the canonical one.
    pub fn to_canonical(self, value: Interval) -> Interval {
        value * Interval::exact(self.factor())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_lead_to_one_unit() {
        for written in ["mm", "MM", "毫米", " mm "] {
            assert_eq!(Unit::find(written).map(|unit| unit.symbol), Some("mm"), "{written}");
        }
        assert_eq!(Unit::find("光年"), None);
    }

    #[test]
    fn millimetres_are_exact_metres() {
        let width = Unit::find("mm").map(|unit| unit.to_canonical(Interval::exact(895)));
        assert_eq!(width, Some(Interval::exact(Rational::new(179, 200))));
    }

    #[test]
    fn no_spelling_names_two_units() {
        let mut seen = std::collections::BTreeSet::new();
        for unit in UNITS {
            for name in unit.spellings.iter().copied().chain([unit.symbol]) {
                assert!(seen.insert(name.to_lowercase()), "{name}");
            }
        }
    }
}

//! Closed intervals of rationals, unbounded where an end is missing.

use num_traits::{CheckedDiv, Zero};

use super::number::{difference, product, sum};
use super::{Rational, Truth};

/// Every value a surveyed quantity may have: `low ..= high`, `None` unbounded.
///
/// Strict limits (`> 3`) are widened to closed ones, which can only turn a
/// verdict into *cannot tell*. Counts are tightened to whole numbers by
/// [`Interval::whole`] when they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    low: Option<Rational>,
    high: Option<Rational>,
}

/// The divisor of a quotient may be zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DividedByZero;

impl Interval {
    /// Nothing is known.
    pub const UNBOUNDED: Self = Self { low: None, high: None };

    /// One exact value.
    pub fn exact(value: impl Into<Rational>) -> Self {
        let value = value.into();
        Self { low: Some(value), high: Some(value) }
    }

    /// `low ..= high`, or `None` where the ends are the wrong way round.
    pub fn new(low: Option<Rational>, high: Option<Rational>) -> Option<Self> {
        match (low, high) {
            (Some(low), Some(high)) if low > high => None,
            _ => Some(Self { low, high }),
        }
    }

    /// The lowest possible value; `None` is minus infinity.
    pub fn low(self) -> Option<Rational> {
        self.low
    }

    /// The highest possible value; `None` is infinity.
    pub fn high(self) -> Option<Rational> {
        self.high
    }

    /// The value, where there is only one.
    pub fn single(self) -> Option<Rational> {
        self.low.filter(|low| Some(*low) == self.high)
    }

    /// What both allow; `None` where they contradict each other.
    pub fn intersect(self, other: Self) -> Option<Self> {
        Self::new(pick(self.low, other.low, Ord::max), pick(self.high, other.high, Ord::min))
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            low: self.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: self.high.zip(other.high).map(|(a, b)| a.max(b)),
        }
    }

    /// Whether every value of `other` is one of these.
    pub fn contains(self, other: Self) -> bool {
        self.hull(other) == self
    }

    /// The whole numbers inside; `None` where there are none (`0.2 ..= 0.8`).
    pub fn whole(self) -> Option<Self> {
        Self::new(self.low.map(|low| low.ceil()), self.high.map(|high| high.floor()))
    }

    /// Each value rounded up.
    #[must_use]
    pub fn ceil(self) -> Self {
        self.monotone(|value| if value.is_integer() { value } else { value.ceil() })
    }

    /// Each value rounded down.
    #[must_use]
    pub fn floor(self) -> Self {
        self.monotone(|value| if value.is_integer() { value } else { value.floor() })
    }

    /// The larger of the two values.
    #[must_use]
    pub fn greatest(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(a, b)| a.max(b));
        Self { low: pick(self.low, other.low, Ord::max), high }
    }

    /// The smaller of the two values.
    #[must_use]
    pub fn least(self, other: Self) -> Self {
        -((-self).greatest(-other))
    }

    /// The quotient; anything at all where the divisor may be zero.
    pub fn divide(self, divisor: Self) -> Result<Self, DividedByZero> {
        if divisor.contains(Self::exact(Rational::zero())) {
            return Err(DividedByZero);
        }
        let one = Rational::from_integer(1);
        let reciprocal = |end: Option<Rational>| match end {
            Some(end) => one.checked_div(&end),
            None => Some(Rational::zero()),
        };
        let (high, low) = (reciprocal(divisor.low), reciprocal(divisor.high));
        Ok(self * Self { low, high })
    }

    /// Whether the value is smaller than the other.
    pub fn less(self, other: Self) -> Truth {
        match (self.high, other.low, self.low, other.high) {
            (Some(high), Some(low), ..) if high < low => Truth::True,
            (.., Some(low), Some(high)) if low >= high => Truth::False,
            _ => Truth::Unknown,
        }
    }

    /// Whether the value is at most the other.
    pub fn at_most(self, other: Self) -> Truth {
        !other.less(self)
    }

    /// Whether the two values are the same.
    pub fn same(self, other: Self) -> Truth {
        if self.intersect(other).is_none() {
            return Truth::False;
        }
        match (self.single(), other.single()) {
            (Some(a), Some(b)) => (a == b).into(),
            _ => Truth::Unknown,
        }
    }

    fn monotone(self, step: impl Fn(Rational) -> Rational) -> Self {
        Self { low: self.low.map(&step), high: self.high.map(&step) }
    }
}

impl std::hash::Hash for Interval {
    /// Rationals are in lowest terms, so that equal ones have equal parts; one end tells most intervals apart.
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let end = |end: Option<Rational>| end.map(|end| (*end.numer(), *end.denom()));
        end(self.low).hash(state);
        (self.low != self.high).then(|| end(self.high)).hash(state);
    }
}

impl std::ops::Neg for Interval {
    type Output = Self;

    fn neg(self) -> Self {
        Self { low: self.high.map(|high| -high), high: self.low.map(|low| -low) }
    }
}

impl std::ops::Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let end = |a: Option<Rational>, b: Option<Rational>| sum(a?, b?);
        Self { low: end(self.low, other.low), high: end(self.high, other.high) }
    }
}

impl std::ops::Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let end = |a: Option<Rational>, b: Option<Rational>| difference(a?, b?);
        Self { low: end(self.low, other.high), high: end(self.high, other.low) }
    }
}

impl std::ops::Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let mut low = Some(Edge::Above);
        let mut high = Some(Edge::Below);
        for left in self.edges() {
            for right in other.edges() {
                let product = left.times(right);
                low = low.zip(product).map(|(a, b)| a.min(b));
                high = high.zip(product).map(|(a, b)| a.max(b));
            }
        }
        Self { low: low.and_then(Edge::finite), high: high.and_then(Edge::finite) }
    }
}

impl Interval {
    fn edges(self) -> [Edge; 2] {
        [self.low.map_or(Edge::Below, Edge::At), self.high.map_or(Edge::Above, Edge::At)]
    }
}

impl std::fmt::Display for Interval {
    /// One number, or `[low, high]` with `inf` for no bound.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(value) = self.single() {
            return value.fmt(out);
        }
        let end = |end: Option<Rational>, open: &str| end.map_or(open.to_owned(), |end| end.to_string());
        write!(out, "[{}, {}]", end(self.low, "-inf"), end(self.high, "inf"))
    }
}

/// The end of an interval on the extended number line, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Edge {
    Below,
    At(Rational),
    Above,
}

impl Edge {
    /// The product, with 0 · ∞ = 0 as interval arithmetic needs; `None` on overflow.
    fn times(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::At(a), Self::At(b)) => product(a, b).map(Self::At),
            _ => Some(match self.sign() * other.sign() {
                0 => Self::At(Rational::zero()),
                1 => Self::Above,
                _ => Self::Below,
            }),
        }
    }

    fn sign(self) -> i8 {
        match self {
            Self::Below => -1,
            Self::At(value) => i8::from(value > Rational::zero()) - i8::from(value < Rational::zero()),
            Self::Above => 1,
        }
    }

    fn finite(self) -> Option<Rational> {
        match self {
            Self::At(value) => Some(value),
            Self::Below | Self::Above => None,
        }
    }
}

/// The chosen one of two ends, where a missing end gives way to the other.
fn pick(
    a: Option<Rational>,
    b: Option<Rational>,
    choose: fn(Rational, Rational) -> Rational,
) -> Option<Rational> {
    match (a, b) {
        (Some(a), Some(b)) => Some(choose(a, b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(low: i128, high: i128) -> Interval {
        Interval::new(Some(low.into()), Some(high.into())).expect("in order")
    }

    fn at_least(low: i128) -> Interval {
        Interval::new(Some(low.into()), None).expect("in order")
    }

    #[test]
    fn comparison_is_unknown_only_where_the_ranges_overlap() {
        assert_eq!(between(1, 2).less(between(3, 4)), Truth::True);
        assert_eq!(between(3, 4).less(between(1, 3)), Truth::False);
        assert_eq!(between(1, 3).less(between(2, 4)), Truth::Unknown);
        assert_eq!(between(14, 17).at_most(between(17, 20)), Truth::True);
        assert_eq!(Interval::exact(0).at_most(at_least(0)), Truth::True);
        assert_eq!(at_least(1).at_most(Interval::exact(0)), Truth::False);
    }

    #[test]
    fn zero_times_anything_is_zero() {
        assert_eq!(Interval::exact(0) * at_least(1), Interval::exact(0));
        assert_eq!(
            Interval::exact(-2) * at_least(3),
            Interval::new(None, Some((-6).into())).unwrap_or(Interval::UNBOUNDED)
        );
    }

    #[test]
    fn a_divisor_that_may_be_zero_divides_nothing() {
        assert_eq!(between(1, 2).divide(between(0, 4)), Err(DividedByZero));
        assert_eq!(Interval::exact(12).divide(between(3, 4)), Ok(between(3, 4)));
        assert_eq!(Interval::exact(12).divide(at_least(3)), Ok(between(0, 4)));
    }

    #[test]
    fn overflow_widens() {
        let huge = Interval::exact(i128::MAX);
        assert_eq!(huge + Interval::exact(1), Interval::UNBOUNDED);
        assert_eq!(huge * huge, Interval::UNBOUNDED);
    }

    #[test]
    fn seven_percent_of_a_hundred_is_seven() {
        let share = Interval::exact(Rational::new(7, 100));
        assert_eq!((share * Interval::exact(100)).ceil(), Interval::exact(7));
    }

    #[test]
    fn counts_are_tightened_to_whole_numbers() {
        let loose = Interval::new(Some(Rational::new(1, 2)), Some(Rational::new(7, 2)));
        assert_eq!(loose.and_then(Interval::whole), Some(between(1, 3)));
    }
}

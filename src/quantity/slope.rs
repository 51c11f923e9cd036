//! Slopes measured as angles.

use num_traits::CheckedMul as _;

use super::{Interval, Rational};

/// Fixed-point one of the computation, and of the result.
const ONE: i128 = 10_i128.pow(15);
const GRID: i128 = 10_i128.pow(9);

/// π in fixed point, rounded down.
const PI: i128 = 3_141_592_653_589_793;

/// Steeper than this is no slope, and the tangent loses its digits.
const STEEPEST: i128 = 89;

/// Rise over run of a slope given in degrees, for slopes below 89°.
///
/// The one place where exactness ends: the tangent of a rational angle is not
/// rational. The result encloses it, a billionth wider than the truth, so that
/// a slope exactly on a limit is *cannot tell* and never wrong. The series is
/// computed in integers, which gives the same digits on every machine.
pub fn slope_of_degrees(angle: Interval) -> Option<Interval> {
    let end = |end: Option<Rational>| match end {
        Some(degrees) => tangent(degrees).map(Some),
        None => Some(None),
    };
    let (low, high) = (end(angle.low())?, end(angle.high())?);
    Interval::new(low.map(|(low, _)| low), high.map(|(_, high)| high))
}

/// Numbers just below and just above the tangent.
fn tangent(degrees: Rational) -> Option<(Rational, Rational)> {
    if degrees == Rational::from_integer(0) {
        return Some((degrees, degrees));
    }
    if degrees < (-STEEPEST).into() || degrees > STEEPEST.into() {
        return None;
    }
    let fixed = degrees.checked_mul(&ONE.into())?.to_integer();
    let radians = fixed * PI / 180 / ONE;
    let (sine, cosine) = (series(radians, radians, 2), series(ONE, radians, 1));
    let floor = (sine * GRID).div_euclid(cosine);
    Some((Rational::new(floor - 1, GRID), Rational::new(floor + 2, GRID)))
}

/// `first - first·x²/(k(k+1)) + …`: the sine for (x, 2), the cosine for (1, 1).
fn series(first: i128, x: i128, from: i128) -> i128 {
    let (mut sum, mut term, mut k) = (0, first, from);
    while term != 0 {
        sum += term;
        term = -(term * x / ONE) * x / ONE / (k * (k + 1));
        k += 2;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enclosed(degrees: Rational) -> Interval {
        slope_of_degrees(Interval::exact(degrees)).expect("a slope")
    }

    #[test]
    fn the_tangent_is_enclosed_and_close() {
        let one = enclosed(45.into());
        assert!(one.contains(Interval::exact(1)));
        assert!(one.high().zip(one.low()).is_some_and(|(high, low)| high - low <= Rational::new(3, GRID)));
        for (degrees, tangent) in [(5, 0.087_488_663), (30, 0.577_350_269), (89, 57.289_961_630)] {
            let low = enclosed(degrees.into()).low().expect("finite");
            assert!((to_float(low) - tangent).abs() < 1e-8, "{degrees}");
        }
    }

    #[test]
    fn level_is_exactly_level_and_a_wall_is_no_slope() {
        assert_eq!(enclosed(0.into()), Interval::exact(0));
        assert_eq!(slope_of_degrees(Interval::exact(90)), None);
        assert!(enclosed((-45).into()).contains(Interval::exact(-1)));
    }

    #[expect(clippy::cast_precision_loss, reason = "a test compares with a float")]
    fn to_float(value: Rational) -> f64 {
        *value.numer() as f64 / *value.denom() as f64
    }
}

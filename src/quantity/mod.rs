//! Exact numbers that are intervals, three-valued truth, and units.
//!
//! What a surveyor writes (`14-17`, `895±10 mm`, `约20`) goes in; closed
//! intervals of rationals in a canonical unit come out. Nothing here rounds:
//! 7 % of 100 is 7, and where 128-bit rationals would overflow an end point is
//! given up, which makes the interval wider and never wrong.

mod interval;
mod number;
mod slope;
mod truth;
mod unit;
pub mod written;

pub use interval::{DividedByZero, Interval};
pub use number::{Rational, decimal_text, grouped, is_decimal, parse_decimal};
pub use slope::slope_of_degrees;
pub use truth::Truth;
pub use unit::{Dimension, Unit};

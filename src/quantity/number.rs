//! Exact rationals and their decimal text.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, CheckedSub};

/// An exact number. 38 digits are enough for sums over a city in millimetres.
pub type Rational = Ratio<i128>;

/// The sum; `None` where it has more than 128 bits.
pub(super) fn sum(a: Rational, b: Rational) -> Option<Rational> {
    let whole = |(a, b): (i128, i128)| Some(Ratio::from_integer(a.checked_add(b)?));
    both_whole(a, b).map_or_else(|| a.checked_add(&b), whole)
}

/// The difference; `None` where it has more than 128 bits.
pub(super) fn difference(a: Rational, b: Rational) -> Option<Rational> {
    let whole = |(a, b): (i128, i128)| Some(Ratio::from_integer(a.checked_sub(b)?));
    both_whole(a, b).map_or_else(|| a.checked_sub(&b), whole)
}

/// The product; `None` where it has more than 128 bits.
pub(super) fn product(a: Rational, b: Rational) -> Option<Rational> {
    let whole = |(a, b): (i128, i128)| Some(Ratio::from_integer(a.checked_mul(b)?));
    both_whole(a, b).map_or_else(|| a.checked_mul(&b), whole)
}

/// Two whole numbers, as most are: they need no common divisor, which takes long to find.
fn both_whole(a: Rational, b: Rational) -> Option<(i128, i128)> {
    (a.is_integer() && b.is_integer()).then(|| (*a.numer(), *b.numer()))
}

/// Digits a single written number may have on either side of its point.
///
/// Longer ones are never measurements; they are ids, or an attack on the
/// arithmetic behind.
const MOST_DIGITS: usize = 18;

/// Reads plain decimal text (`-12`, `0.02`, `3.`) exactly; no exponent, no sign `+`.
pub fn parse_decimal(text: &str) -> Option<Rational> {
    let (negative, whole, fraction) = decimal_parts(text)?;
    let joined = format!("{whole}{fraction}");
    let scale = 10_i128.pow(u32::try_from(fraction.len()).ok()?);
    let magnitude = Ratio::new(joined.parse().ok()?, scale);
    Some(if negative { -magnitude } else { magnitude })
}

/// Whether [`parse_decimal`] reads it.
pub fn is_decimal(text: &str) -> bool {
    decimal_parts(text).is_some()
}

/// Whether it is negative, and its digits before and after the point.
fn decimal_parts(text: &str) -> Option<(bool, &str, &str)> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_sane =
        |digits: &str| digits.len() <= MOST_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_one = is_sane(whole) && is_sane(fraction) && !(whole.is_empty() && fraction.is_empty());
    is_one.then_some((negative, whole, fraction))
}

/// Writes a number as finite decimal text, or `None` where it has none (`1/12`).
pub fn decimal_text(number: Rational) -> Option<String> {
    let places = decimal_places(*number.denom())?;
    let scaled = i128::checked_mul(*number.numer(), 10_i128.checked_pow(places)? / number.denom())?;
    let digits = format!("{:0>width$}", scaled.unsigned_abs(), width = places as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places as usize);
    let sign = if scaled < 0 { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

/// How many decimal places a fraction over `denominator` (in lowest terms) needs.
fn decimal_places(mut denominator: i128) -> Option<u32> {
    let (mut twos, mut fives) = (0, 0);
    while denominator % 2 == 0 {
        denominator /= 2;
        twos += 1;
    }
    while denominator % 5 == 0 {
        denominator /= 5;
        fives += 1;
    }
    (denominator == 1).then_some(twos.max(fives))
}

/// A decimal number with thousands separators, and a minus sign that is one.
pub fn grouped(decimal: &str) -> String {
    let (sign, digits) = decimal.strip_prefix('-').map_or(("", decimal), |digits| ("−", digits));
    let (whole, fraction) = digits.find('.').map_or((digits, ""), |point| digits.split_at(point));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_survive_the_round_trip() {
        for text in ["0", "7", "-12", "0.02", "1.25", "-0.005", "123456789012345678"] {
            let number = parse_decimal(text).expect(text);
            assert_eq!(decimal_text(number).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_twelfth_has_no_decimal_text() {
        assert_eq!(decimal_text(Ratio::new(1, 12)), None);
    }

    #[test]
    fn what_is_not_a_plain_decimal_is_refused() {
        for text in ["", ".", "-", "1e3", "NaN", "inf", "1.2.3", "1 2", "1234567890123456789"] {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
    }
}

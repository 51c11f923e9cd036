//! Numbers and texts as few bytes, the same on every machine.

use crate::quantity::{Interval, Rational};

/// Seven bits a byte, the lowest first; the eighth says that more follow.
const MORE: u8 = 0x80;

/// Bytes being written.
#[derive(Default)]
pub(super) struct Out(pub(super) Vec<u8>);

impl Out {
    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u128) {
        while number >= u128::from(MORE) {
            self.byte(low_bits(number) | MORE);
            number >>= 7;
        }
        self.byte(low_bits(number));
    }

    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len() as u128);
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(super) fn float(&mut self, number: f64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// The sign is the lowest bit.
    fn signed(&mut self, number: i128) {
        self.number(((number << 1) ^ (number >> 127)).cast_unsigned());
    }

    fn rational(&mut self, number: Rational) {
        self.signed(*number.numer());
        self.signed(*number.denom());
    }

    pub(super) fn interval(&mut self, interval: Interval) {
        if let Some(single) = interval.single() {
            self.byte(SINGLE);
            return self.rational(single);
        }
        let (low, high) = (interval.low(), interval.high());
        self.byte(u8::from(low.is_some()) | u8::from(high.is_some()) << 1);
        low.into_iter().chain(high).for_each(|end| self.rational(end));
    }
}

/// An interval of one number; otherwise the bits say which ends there are.
const SINGLE: u8 = 4;

fn low_bits(number: u128) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}

/// Bytes being read; `None` where they are not what was expected.
pub(super) struct In<'a>(pub(super) &'a [u8]);

impl<'a> In<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(super) fn number(&mut self) -> Option<u128> {
        let (mut number, mut shift) = (0_u128, 0);
        loop {
            let byte = self.byte()?;
            number |= u128::from(byte & !MORE).checked_shl(shift)?;
            shift += 7;
            if byte < MORE {
                return Some(number);
            }
        }
    }

    pub(super) fn index(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = self.index()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }

    pub(super) fn float(&mut self) -> Option<f64> {
        let (bytes, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(f64::from_le_bytes(*bytes))
    }

    fn signed(&mut self) -> Option<i128> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn rational(&mut self) -> Option<Rational> {
        let (numerator, denominator) = (self.signed()?, self.signed()?);
        (denominator != 0).then(|| Rational::new(numerator, denominator))
    }

    pub(super) fn interval(&mut self) -> Option<Interval> {
        let flags = self.byte()?;
        if flags == SINGLE {
            return self.rational().map(Interval::exact);
        }
        let low = if flags & 1 > 0 { Some(self.rational()?) } else { None };
        let high = if flags & 2 > 0 { Some(self.rational()?) } else { None };
        Interval::new(low, high)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_come_back(number: u128, signed: i128, float in any::<f64>(), text: String) {
            let mut out = Out::default();
            out.number(number);
            out.signed(signed);
            out.float(float);
            out.text(&text);
            let mut read = In(&out.0);
            prop_assert_eq!(read.number(), Some(number));
            prop_assert_eq!(read.signed(), Some(signed));
            prop_assert_eq!(read.float().map(f64::to_bits), Some(float.to_bits()));
            prop_assert_eq!(read.text(), Some(text.as_str()));
            prop_assert_eq!(read.byte(), None);
        }

        #[test]
        fn intervals_come_back(low: Option<(i64, i64)>, high: Option<(i64, i64)>) {
            let end = |end: Option<(i64, i64)>| end.map(|(n, d)| Rational::new(n.into(), i128::from(d.max(1))));
            if let Some(interval) = Interval::new(end(low), end(high)) {
                let mut out = Out::default();
                out.interval(interval);
                prop_assert_eq!(In(&out.0).interval(), Some(interval));
            }
        }

        #[test]
        fn no_bytes_are_too_bad_to_be_refused(bytes: Vec<u8>) {
            let mut read = In(&bytes);
            while read.interval().is_some() && read.text().is_some() && read.number().is_some() {}
        }
    }
}

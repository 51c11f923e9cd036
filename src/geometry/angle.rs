//! Degrees as people write them: `116.391`, `116.391 E`, `116°23′29″E`, `东经116度23分29秒`.

/// What an angle is counted along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// East and west.
    Longitude,
    /// North and south.
    Latitude,
}

/// An angle, and its axis where a letter says it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Angle {
    /// Degrees, positive to the east and north.
    pub degrees: f64,
    /// Said by E, W, N, S or their Chinese words.
    pub axis: Option<Axis>,
}

/// Words for the sides of the axes, and whether they count backwards.
const SIDES: &[(&str, Axis, bool)] = &[
    ("东经", Axis::Longitude, false),
    ("西经", Axis::Longitude, true),
    ("北纬", Axis::Latitude, false),
    ("南纬", Axis::Latitude, true),
    ("e", Axis::Longitude, false),
    ("w", Axis::Longitude, true),
    ("n", Axis::Latitude, false),
    ("s", Axis::Latitude, true),
];

/// What closes degrees, minutes and seconds; two primes are a second.
const MARKS: [&[&str]; 3] =
    [&["°", "º", "˚", "度"], &["′", "'", "’", "‘", "分"], &["″", "\"", "”", "“", "′′", "''", "秒"]];

impl Angle {
    /// Reads plain text (lower case, full-width forms folded); `None` where it is no angle.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(degrees) = decimal(text) {
            return Some(Self { degrees, axis: None });
        }
        let side = SIDES.iter().find_map(|(word, axis, back)| {
            let rest = text.strip_prefix(word).or_else(|| text.strip_suffix(word))?;
            Some((rest.trim(), *axis, *back))
        });
        let Some((rest, axis, back)) = side else {
            return Some(Self { degrees: number(text)?, axis: None });
        };
        let degrees = number(rest).filter(|degrees| *degrees >= 0.0)?;
        Some(Self { degrees: if back { -degrees } else { degrees }, axis: Some(axis) })
    }
}

/// Decimal degrees, or degrees with minutes and seconds.
fn number(text: &str) -> Option<f64> {
    decimal(text).or_else(|| sexagesimal(text))
}

fn sexagesimal(text: &str) -> Option<f64> {
    let (text, sign) = text.strip_prefix('-').map_or((text, 1.0), |rest| (rest, -1.0));
    let [degree, minute, second] = MARKS;
    let (whole, rest) = split(text, degree)?;
    let whole = decimal(whole.trim()).filter(|whole| *whole >= 0.0)?;
    let (minutes, rest) = sixtieths(rest, minute)?;
    let (seconds, rest) = sixtieths(rest, second)?;
    rest.is_empty().then_some(sign * (whole + minutes / 60.0 + seconds / 3600.0))
}

/// Minutes or seconds, none where they are not written, and what follows.
fn sixtieths<'a>(text: &'a str, marks: &[&str]) -> Option<(f64, &'a str)> {
    let Some((figures, after)) = split(text, marks) else { return Some((0.0, text.trim())) };
    let part = decimal(figures.trim()).filter(|part| (0.0..60.0).contains(part))?;
    Some((part, after.trim()))
}

/// What stands before and after the first of the marks.
fn split<'a>(text: &'a str, marks: &[&str]) -> Option<(&'a str, &'a str)> {
    let found = marks.iter().filter_map(|mark| Some((text.find(mark)?, mark.len())));
    let (at, length) = found.min()?;
    Some((text.get(..at)?, text.get(at + length..)?))
}

/// Figures with a point, and a sign; no exponent and no word such as `inf`.
fn decimal(text: &str) -> Option<f64> {
    let figures = text.strip_prefix(['-', '+']).unwrap_or(text);
    let plain = figures.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (plain && figures.bytes().any(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_as_people_write_them() {
        let dms = 116.0 + 23.0 / 60.0 + 29.0 / 3600.0;
        for (text, degrees, axis) in [
            ("116.391", 116.391, None),
            ("-1.25", -1.25, None),
            ("116.391 e", 116.391, Some(Axis::Longitude)),
            ("39.9n", 39.9, Some(Axis::Latitude)),
            ("33.8 s", -33.8, Some(Axis::Latitude)),
            ("116°23′29″e", dms, Some(Axis::Longitude)),
            ("e116°23'29\"", dms, Some(Axis::Longitude)),
            ("116° 23′ 29′′", dms, None),
            ("东经116度23分29秒", dms, Some(Axis::Longitude)),
            ("116°23.5′", 116.0 + 23.5 / 60.0, None),
            ("116.5°", 116.5, None),
            ("-0°30′", -0.5, None),
        ] {
            let angle = Angle::parse(text).expect(text);
            assert!((angle.degrees - degrees).abs() < 1e-12, "{text}: {angle:?}");
            assert_eq!(angle.axis, axis, "{text}");
        }
    }

    #[test]
    fn what_is_no_angle_is_none() {
        for text in [
            "",
            "e",
            "inf",
            "nan",
            "1e5",
            "116°61′",
            "116°23′60″",
            "23′29″",
            "°",
            "116°x",
            "-1.5 w",
            "1.2.3",
            "116 23 29",
        ] {
            assert_eq!(Angle::parse(text), None, "{text}");
        }
    }
}

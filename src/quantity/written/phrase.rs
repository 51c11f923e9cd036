//! Amounts joined into ranges and tolerances, and the words around them.

use num_traits::One as _;
use winnow::ascii::multispace0;
use winnow::combinator::{alt, fail, opt, preceded};
use winnow::token::take_while;
use winnow::{Parser as _, Result};

use super::amount::{Amount, amount, unify};
use super::{Conventions, Reading};
use crate::quantity::{Interval, Rational};

/// A cell, taken apart.
pub(super) struct Phrase {
    before: Option<Qualifier>,
    first: Amount,
    tail: Tail,
    after: Option<Qualifier>,
}

/// What a word before or after an amount makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Qualifier {
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// What may follow the first amount.
#[derive(Debug, Clone, Copy)]
enum Tail {
    Nothing,
    To(Amount),
    Within { above: Amount, below: Amount },
}

use Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};

/// The longer of two that begin alike comes first.
const BEFORE: &[(&str, Qualifier)] = &[
    (">=", AtLeast),
    ("≥", AtLeast),
    ("不少于", AtLeast),
    ("不小于", AtLeast),
    ("不低于", AtLeast),
    ("至少", AtLeast),
    (">", MoreThan),
    ("超过", MoreThan),
    ("大于", MoreThan),
    ("多于", MoreThan),
    ("<=", AtMost),
    ("≤", AtMost),
    ("不超过", AtMost),
    ("不大于", AtMost),
    ("不多于", AtMost),
    ("不高于", AtMost),
    ("至多", AtMost),
    ("<", LessThan),
    ("少于", LessThan),
    ("小于", LessThan),
    ("低于", LessThan),
    ("大约", About),
    ("约", About),
    ("≈", About),
    ("~", About),
];

/// 以上, 以下 and 以内 include the number itself (Civil Code, article 1259).
const AFTER: &[(&str, Qualifier)] = &[
    ("及以上", AtLeast),
    ("以上", AtLeast),
    ("及以下", AtMost),
    ("以下", AtMost),
    ("以内", AtMost),
    ("左右", About),
];

/// A whole cell.
pub(super) fn phrase(input: &mut &str, conventions: &Conventions) -> Result<Phrase> {
    let one = |input: &mut &str| amount(input, conventions);
    let tail = |input: &mut &str| tail(input, conventions);
    (opt(word(BEFORE)), one, tail, opt(word(AFTER)))
        .map(|(before, first, tail, after)| Phrase { before, first, tail, after })
        .parse_next(input)
}

fn word(known: &'static [(&str, Qualifier)]) -> impl FnMut(&mut &str) -> Result<Qualifier> {
    move |input| {
        let next = known.iter().find_map(|(word, meaning)| Some((input.strip_prefix(word)?, *meaning)));
        let Some((rest, meaning)) = next else { return fail.parse_next(input) };
        *input = rest.trim_start();
        Ok(meaning)
    }
}

fn tail(input: &mut &str, conventions: &Conventions) -> Result<Tail> {
    let one = |input: &mut &str| amount(input, conventions);
    let joint = (alt(("-", "~", "至", "到", take_while(1.., '—'))), multispace0);
    let both = (alt(("±", "+/-", "+-")), multispace0);
    let (plus, minus) = (('+', multispace0), ('/', multispace0, '-', multispace0));
    alt((
        preceded(joint, one).map(Tail::To),
        preceded(both, one).map(|within| Tail::Within { above: within, below: within }),
        (preceded(plus, one), preceded(minus, one)).map(|(above, below)| Tail::Within { above, below }),
        "".map(|_| Tail::Nothing),
    ))
    .parse_next(input)
}

impl Phrase {
    /// What it all says; `None` where the parts contradict each other.
    pub(super) fn reading(self, about: Option<Rational>) -> Option<Reading> {
        let qualifier = match (self.before, self.after) {
            (Some(before), Some(after)) if before != after => return None,
            (before, after) => before.or(after),
        };
        let spread = spread(self.first, self.tail)?;
        let Some(qualifier) = qualifier else { return Some(spread) };
        let interval = qualifier.apply(spread.interval, about)?;
        Some(Reading { interval, strict: matches!(qualifier, MoreThan | LessThan), ..spread })
    }
}

impl Qualifier {
    fn apply(self, interval: Interval, about: Option<Rational>) -> Option<Interval> {
        match self {
            About => {
                let (one, width) = (Rational::one(), about?);
                Some(interval * Interval::new(Some(one - width), Some(one + width))?)
            }
            AtLeast | MoreThan => Interval::new(Some(interval.single()?), None),
            AtMost | LessThan => Interval::new(None, Some(interval.single()?)),
        }
    }
}

/// The amounts as one interval. A range written backwards is turned, and to be confirmed.
fn spread(first: Amount, tail: Tail) -> Option<Reading> {
    let (interval, unit, guessed) = match tail {
        Tail::Nothing => (Interval::exact(first.value), first.unit, first.guessed),
        Tail::To(second) => {
            let ([a, b], unit) = unify([first, second])?;
            let guessed = a > b || first.guessed || second.guessed;
            (Interval::exact(a).hull(Interval::exact(b)), unit, guessed)
        }
        Tail::Within { above, below } => {
            let ([middle, above, below], unit) = unify([first, above, below])?;
            let around = Interval::new(Some(-below), Some(above))?;
            (Interval::exact(middle) + around, unit, first.guessed)
        }
    };
    Some(Reading { interval, unit, strict: false, guessed })
}

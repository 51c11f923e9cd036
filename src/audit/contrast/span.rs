//! Over which numbers two amounts differ.

use std::collections::BTreeMap;

use super::probe::Probes;
use super::{Pair, applies, required};
use crate::audit::judge::Verdict;
use crate::model::{Kind, Sample, Span};
use crate::quantity::{Interval, Rational};
use crate::standard::pack::Given;

/// Numbers up to this one are tried one by one.
const FAR: i128 = 2048;

/// Of so many stretches each is said; of more, how many numbers there are.
const FEW: usize = 3;

/// Required amounts of the facilities to which both apply, side by side; nothing where none can be told.
pub(super) fn of_contexts(
    pair: &Pair<'_>,
    checks: [usize; 2],
    probes: &Probes<'_>,
    verdicts: &[Vec<Verdict>; 2],
    both: &[usize],
) -> Option<Vec<Span>> {
    let amounts = |row: usize| asked(checks, [verdicts[0].get(row)?, verdicts[1].get(row)?]);
    let told: Vec<(usize, [Rational; 2])> =
        both.iter().filter_map(|row| Some((*row, amounts(*row)?))).collect();
    if told.is_empty() {
        return None;
    }
    let driver = driver(pair, checks, probes);
    let mut spans: Vec<Span> = Vec::new();
    for (rows, example) in alike(driver, probes, &told) {
        let found = match driver {
            Some(driver) => along(pair, checks, probes, example, driver),
            None => told
                .iter()
                .filter(|(row, _)| *row == example)
                .filter_map(|(_, asked)| fixed(pair, checks, *asked))
                .collect(),
        };
        let given = peculiar(&rows, driver, probes, &told);
        for span in found {
            let same =
                |other: &Span| (other.from, other.to, other.required) == (span.from, span.to, span.required);
            if !spans.iter().any(same) {
                spans.push(Span { given: given.clone(), ..span });
            }
        }
    }
    Some(spans)
}

/// What both checks ask for.
fn asked(checks: [usize; 2], verdicts: [&Verdict; 2]) -> Option<[Rational; 2]> {
    Some([required(verdicts[0], checks[0])?, required(verdicts[1], checks[1])?])
}

/// The count that one of the amounts depends on.
fn driver(pair: &Pair<'_>, checks: [usize; 2], probes: &Probes<'_>) -> Option<usize> {
    let of = pair.catalogue.types.get(pair.kind)?;
    let measures = pair
        .sides
        .iter()
        .zip(checks)
        .filter_map(|(side, check)| side.body(pair.kind)?.checks.get(check)?.measure.as_ref());
    let mut asked = measures.flat_map(|measure| measure.required.properties());
    let is_count =
        |property: &usize| of.properties.get(*property).is_some_and(|found| found.kind == Kind::Count);
    asked.find(|property| is_count(property) && probes.varies(*property))
}

/// Facilities that differ in nothing the amounts depend on, and one of them.
fn alike(
    driver: Option<usize>,
    probes: &Probes<'_>,
    told: &[(usize, [Rational; 2])],
) -> Vec<(Vec<usize>, usize)> {
    let mut contexts: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for (row, asked) in told {
        let (at, rest) = probes.split(*row, driver);
        contexts.entry(rest).or_default().push((*row, format!("{at} {} {}", asked[0], asked[1])));
    }
    let mut groups: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for rows in contexts.into_values() {
        let (rows, signature): (Vec<usize>, Vec<String>) = rows.into_iter().unzip();
        groups.entry(signature).or_default().extend(rows);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort();
    groups.into_iter().filter_map(|rows| Some((rows.clone(), *rows.first()?))).collect()
}

/// What is so of these facilities and not of all.
fn peculiar(
    rows: &[usize],
    driver: Option<usize>,
    probes: &Probes<'_>,
    told: &[(usize, [Rational; 2])],
) -> Vec<Sample> {
    let all: Vec<usize> = told.iter().map(|(row, _)| *row).collect();
    let properties = probes.properties().into_iter().filter(|property| Some(*property) != driver);
    let differs =
        properties.filter(|property| probes.values(rows, *property) != probes.values(&all, *property));
    differs.filter_map(|property| probes.sample_of(*rows.first()?, property)).collect()
}

/// The stretches over which the amounts differ, from none on, number by number.
fn along(pair: &Pair<'_>, checks: [usize; 2], probes: &Probes<'_>, row: usize, driver: usize) -> Vec<Span> {
    let numbers: Vec<Rational> = (0..=FAR).map(Rational::from_integer).collect();
    let values: Vec<Given> = numbers.iter().map(|number| Given::Number(Interval::exact(*number))).collect();
    let probes = probes.along(pair, row, driver, &values);
    let verdicts = pair.sides.map(|side| probes.verdicts(side));
    let point = |row: usize| {
        let verdicts = [verdicts[0].get(row)?, verdicts[1].get(row)?];
        let asked = asked(checks, verdicts).filter(|_| verdicts.into_iter().all(applies))?;
        fixed(pair, checks, asked)
    };
    let points: Vec<(Rational, Option<Span>)> =
        numbers.iter().enumerate().map(|(row, number)| (*number, point(row))).collect();
    let stricter = |(_, span): &(Rational, Option<Span>)| span.as_ref().map(|span| span.stricter);
    let name = pair.catalogue.types.get(pair.kind).and_then(|of| of.properties.get(driver));
    let stretches = points.chunk_by(|a, b| stricter(a) == stricter(b));
    let spans = stretches.filter_map(|stretch| {
        let ((from, first), (last, _)) = (stretch.first()?, stretch.last()?);
        let to = Some(*last).filter(|last| *last < Rational::from_integer(FAR));
        let driver = name.map(|property| property.id.clone());
        Some(Span { driver, from: Some(*from), to, ..first.clone()? })
    });
    gathered(spans.collect())
}

/// Many stretches as one for each side that is stricter in some.
fn gathered(spans: Vec<Span>) -> Vec<Span> {
    if spans.len() <= FEW {
        return spans;
    }
    let of = |side: usize| {
        let own: Vec<&Span> = spans.iter().filter(|span| span.stricter == side).collect();
        let (first, last) = (own.first()?, own.last()?);
        let end = |span: &Span| span.to.unwrap_or_else(|| Rational::from_integer(FAR));
        let numbers = own.iter().filter_map(|span| Some(end(span) - span.from? + Rational::from_integer(1)));
        let only = u64::try_from(numbers.sum::<Rational>().to_integer()).ok();
        Some(Span { to: Some(end(last)), only, ..(*first).clone() })
    };
    [0, 1].into_iter().filter_map(of).collect()
}

/// Two amounts that differ, wherever both are asked for.
fn fixed(pair: &Pair<'_>, checks: [usize; 2], required: [Rational; 2]) -> Option<Span> {
    let at_least = |side: usize| {
        let body = pair.sides[side].body(pair.kind)?;
        Some(body.checks.get(checks[side])?.measure.as_ref()?.at_least)
    };
    let more = usize::from(required[0] < required[1]);
    let stricter = if at_least(0)? { more } else { 1 - more };
    (required[0] != required[1]).then(|| Span {
        driver: None,
        from: None,
        to: None,
        only: None,
        required,
        stricter,
        given: Vec::new(),
    })
}

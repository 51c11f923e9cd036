//! Of several that fit, the one that fits best, if it is clearly the one.

use std::collections::BTreeMap;

use super::Link;
use super::weigh::Weighed;
use crate::model::{Doubt, Names, Verdict};

/// How much better than the next the best has to be.
const CLEARLY: f64 = 0.1;

/// How many times nearer, where only the place tells.
const NEARER: u32 = 3;

/// The known one that one which came is, or may be.
pub(super) fn best(mut weighed: Vec<Weighed>) -> Option<Weighed> {
    weighed.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.link.known.cmp(&b.link.known)));
    let first = *weighed.first()?;
    let is_clear = weighed.get(1).is_none_or(|second| is_clear(&first, second));
    Some(if is_clear { first } else { Weighed { link: first.link.asked(Doubt::Several), ..first } })
}

fn is_clear(first: &Weighed, second: &Weighed) -> bool {
    if tells_by_name(&first.link) {
        return first.points - second.points >= CLEARLY;
    }
    let metres = [first, second].map(|one| one.link.likeness.metres.unwrap_or(u32::MAX));
    metres[1] > metres[0].saturating_mul(NEARER).saturating_add(NEARER)
}

fn tells_by_name(link: &Link) -> bool {
    matches!(link.likeness.names, Names::Equal | Names::Part)
}

/// Two that came may be one known facility only where their names say so; of others the best is, if clearly.
pub(super) fn each_once(found: &[Weighed]) -> Vec<Link> {
    let mut claims: BTreeMap<usize, Vec<Weighed>> = BTreeMap::new();
    let same = found.iter().filter(|one| one.link.verdict == Verdict::Same);
    same.for_each(|one| claims.entry(one.link.known).or_default().push(*one));
    let settle = |one: &Weighed| {
        let rivals = claims.get(&one.link.known).map_or(&[][..], Vec::as_slice);
        let others = rivals.iter().filter(|other| other.link.new != one.link.new);
        let is_sure = tells_by_name(&one.link) || others.into_iter().all(|other| is_clear(one, other));
        if one.link.verdict == Verdict::Ask || is_sure { one.link } else { one.link.asked(Doubt::Several) }
    };
    found.iter().map(settle).collect()
}

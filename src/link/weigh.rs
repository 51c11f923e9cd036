//! What speaks for two being one facility, and how much.

use super::{Link, Sighting};
use crate::model::{Doubt, Likeness, Names, Verdict};

/// Metres two positions of one place may differ by: a receiver under trees, another corner of the lot.
const HERE: u32 = 15;
/// By another entrance, or read off a map.
const NEAR: u32 = 80;
/// As far as a place is looked for that is not called the same.
pub(super) const AROUND: f64 = 250.0;
const FAR: u32 = 250;
/// As far as one asks about a place of the same name.
const REACH: u32 = 1000;

/// A pair with what speaks for it, so that it can be held against others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighed {
    pub(super) link: Link,
    pub(super) points: f64,
}

/// The verdict on a pair seen alone, with the doubt where there is one; `None` where nothing speaks for it.
pub(super) fn weigh(
    known: &Sighting,
    new: &Sighting,
    likeness: &Likeness,
    common: f64,
) -> Option<(Verdict, Option<Doubt>, f64)> {
    let alone = match likeness.metres {
        Some(metres) => placed(likeness, metres)?,
        None if are_elsewhere(known.area.as_deref(), new.area.as_deref()) => return None,
        None if likeness.names == Names::Equal => None,
        None => return None,
    };
    let doubt = if known.has_id && new.has_id {
        (likeness.names >= Names::Part && likeness.metres.is_some_and(|metres| metres <= NEAR))
            .then_some(Some(Doubt::TwoIds))?
    } else if known.whole.is_some() && new.whole.is_some() && known.whole != new.whole {
        Some(Doubt::Elsewhere)
    } else {
        alone
    };
    let verdict = if doubt.is_some() { Verdict::Ask } else { Verdict::Same };
    Some((verdict, doubt, points(likeness, common)))
}

/// Whether names, metres and values go together; the doubt where they may, `None` where they do not.
#[expect(clippy::option_option, reason = "no place, a sure one and a doubtful one are three answers")]
fn placed(likeness: &Likeness, metres: u32) -> Option<Option<Doubt>> {
    let (here, near) = (metres <= HERE, metres <= NEAR);
    match likeness.names {
        Names::Equal if metres <= FAR => Some(None),
        Names::Equal if metres <= REACH => Some(Some(Doubt::Moved)),
        Names::Part if near => Some(None),
        Names::Part if metres <= FAR => Some(Some(Doubt::Moved)),
        Names::Alike if here || (near && agrees(likeness)) => Some(None),
        Names::Alike if near => Some(Some(Doubt::Renamed)),
        Names::Missing if here => Some(None),
        Names::Missing if near && agrees(likeness) => Some(Some(Doubt::Moved)),
        Names::Different if here && agrees(likeness) => Some(None),
        Names::Different if here && likeness.differing <= likeness.agreeing => Some(Some(Doubt::Renamed)),
        _ => None,
    }
}

/// Whether recorded values say that it is the same place.
fn agrees(likeness: &Likeness) -> bool {
    likeness.agreeing > 1 && likeness.agreeing >= 2 * likeness.differing
}

/// Whether two are farther from each other than a place of one name is looked for.
pub(super) fn is_far(metres: Option<u32>) -> bool {
    metres.is_some_and(|metres| metres > REACH)
}

/// Whether under one id everything else speaks against one facility.
pub(super) fn speaks_against(likeness: &Likeness) -> bool {
    is_far(likeness.metres) && matches!(likeness.names, Names::Apart | Names::Different)
}

/// Whether two codes are of areas of which neither lies in the other.
fn are_elsewhere(one: Option<&str>, other: Option<&str>) -> bool {
    let stem = |code: &str| code.trim_end_matches("00").to_owned();
    let both = one.map(stem).zip(other.map(stem));
    both.is_some_and(|(one, other)| !one.starts_with(&other) && !other.starts_with(&one))
}

/// How much speaks for a pair, to be compared with other pairs.
fn points(likeness: &Likeness, common: f64) -> f64 {
    let of_names = match likeness.names {
        Names::Equal => 1.0,
        Names::Part => 0.8 + 0.1 * common,
        Names::Alike => 0.8 * common,
        Names::Missing => 0.5,
        Names::Different | Names::Apart => 0.3,
    };
    let of_place = likeness.metres.map_or(0.5, |metres| f64::from(metres.min(FAR)) / (2.0 * AROUND));
    let of_values = f64::from(likeness.agreeing.min(5)) - f64::from(likeness.differing.min(5));
    of_names - of_place + of_values / 25.0
}

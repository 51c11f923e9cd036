//! Many facilities at one place: their number in a ring of shares.
//!
//! Each outcome has a thickness of its own besides its colour, so that grey
//! print tells them apart: failed is thick, passed thin, not known hollow.

use std::f64::consts::TAU;

use maud::{Markup, html};

use super::cluster::{Cluster, float};
use super::frame::short;
use crate::locale::{Language, Locale, Message};
use crate::model::Outcomes;

/// The least a share is drawn as, so that none vanishes: of a whole ring.
const LEAST: f64 = 0.03;

/// Outer edge to inner edge of each share.
const THICK: f64 = 5.5;
const THIN: f64 = 2.5;
const HAIR: f64 = 1.0;

/// How large a ring of so many is.
pub(super) fn radius(count: u64) -> f64 {
    match count {
        0..=1 => 7.0,
        2..=9 => 10.5,
        10..=99 => 13.0,
        100..=999 => 15.5,
        1000..=9999 => 18.5,
        _ => 21.5,
    }
}

/// A cluster with its number; what it counts is said where a reader asks for it.
pub(super) fn ring(cluster: &Cluster, locale: &Locale) -> Markup {
    let count = cluster.outcomes.subjects();
    let (x, y) = cluster.middle;
    let radius = radius(count);
    html! {
        g.ring {
            title { (said(cluster.outcomes, locale)) }
            circle.paper cx=(short(x)) cy=(short(y)) r=(short(radius + 1.0)) {}
            (shares(cluster.middle, radius, cluster.outcomes))
            text.count x=(short(x)) y=(short(y + 3.6)) { (short_count(count, locale.language)) }
        }
    }
}

/// The shares of a ring, clockwise from the top: failed, not known, passed, the rest.
pub(super) fn shares(middle: (f64, f64), radius: f64, outcomes: Outcomes) -> Markup {
    let Outcomes { passed, failed, cant_tell, inapplicable, untested } = outcomes;
    let parts = [
        ("failed", THICK, failed),
        ("cantTell", THICK, cant_tell),
        ("passed", THIN, passed),
        ("rest", HAIR, inapplicable + untested),
    ];
    let widened = parts.map(|(.., count)| share(count, outcomes.subjects()));
    let whole: f64 = widened.iter().sum();
    let mut from = 0.0;
    html! {
        @for ((class, thick, count), share) in parts.into_iter().zip(widened) {
            @if count > 0 {
                path class={ "share " (class) } d=(sector(middle, (radius, radius - thick), from, share / whole)) {}
            }
            ({ from += share / whole; "" })
        }
    }
}

fn share(count: u64, of: u64) -> f64 {
    if count == 0 { 0.0 } else { (float(count) / float(of)).max(LEAST) }
}

/// A part of a band between two circles, from a share of the way round and so much further.
fn sector((x, y): (f64, f64), (outer, inner): (f64, f64), from: f64, share: f64) -> String {
    let at = |radius: f64, way: f64| {
        let angle = way * TAU;
        format!("{} {}", short(x + radius * angle.sin()), short(y - radius * angle.cos()))
    };
    let arc = |radius: f64, way: f64, turn: u8, large: bool| {
        format!("A{r} {r} 0 {} {turn} {}", u8::from(large), at(radius, way), r = short(radius))
    };
    let (to, half, large) = (from + share, from + share / 2.0, share > 0.5);
    if share < 0.999 {
        return format!(
            "M{}{}L{}{}z",
            at(outer, from),
            arc(outer, to, 1, large),
            at(inner, to),
            arc(inner, from, 0, large)
        );
    }
    let circle = |radius: f64, turn: u8| {
        format!("M{}{}{}z", at(radius, from), arc(radius, half, turn, false), arc(radius, to, turn, false))
    };
    circle(outer, 1) + &circle(inner, 0)
}

fn said(outcomes: Outcomes, locale: &Locale) -> String {
    let Outcomes { passed, failed, cant_tell, inapplicable, untested } = outcomes;
    let message = Message::new("map-ring")
        .with("count", outcomes.subjects())
        .with("passed", passed)
        .with("failed", failed);
    locale.say(&message.with("open", cant_tell).with("rest", inapplicable + untested))
}

/// As many digits as a ring holds; from a hundred thousand on, in thousands or 万.
fn short_count(count: u64, language: Language) -> String {
    match (count, language) {
        (100_000.., Language::Zh) => format!("{}万", count / 10_000),
        (100_000.., Language::En) => format!("{}k", count / 1000),
        (1000.., _) => format!("{},{:03}", count / 1000, count % 1000),
        _ => count.to_string(),
    }
}

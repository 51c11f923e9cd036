use std::sync::Arc;

use super::*;
use crate::locale::{Language, Locale};
use crate::model::{Amounts, CheckDuty, Reason, Run};
use crate::quantity::{Interval, Rational};
use crate::report::sample;

/// What is found and what to do, of one finding of the sample.
fn said(language: Language, pick: impl Fn(&Run) -> Finding) -> [String; 2] {
    let (locale, catalogue) = (Locale::new(language), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
    let finding = pick(&sample::run());
    [context.found(&finding), context.remedy(&finding)]
}

fn nth(index: usize) -> impl Fn(&Run) -> Finding {
    move |run| run.findings[index].clone()
}

#[test]
fn a_shortfall_says_measured_required_and_missing() {
    let expected = ["无障碍停车位 1 个，应有 2 个，缺 1 个", "增设 1 个无障碍停车位"];
    assert_eq!(said(Language::Zh, nth(0)), expected);
    let expected = ["accessible bays: 0 bays, required 3 bays, 3 bays short", "add 3 accessible bays"];
    assert_eq!(said(Language::En, nth(1)), expected);
}

#[test]
fn what_was_never_surveyed_is_said_to_be_unknown() {
    assert_eq!(said(Language::Zh, nth(2)), ["未测：总车位", "补测：总车位。测后即可判定"]);
}

#[test]
fn a_range_across_the_limit_shows_both_ranges() {
    let expected = [
        "数值范围跨过界限：无障碍停车位、总车位；无障碍停车位 14–17 个，要求 16–17 个，可能差 0–3 个",
        "测得更准：无障碍停车位、总车位",
    ];
    assert_eq!(said(Language::Zh, nth(3)), expected);
}

#[test]
fn a_check_without_numbers_is_named() {
    assert_eq!(said(Language::Zh, nth(4)), ["无障碍标识：没有或不符合", "施划标线并设标志"]);
}

#[test]
fn what_exceeds_a_limit_is_over_it() {
    let steep = |run: &Run| {
        let mut finding = run.findings[0].clone();
        let ratio = |high| Interval::exact(Rational::new(1, high));
        let check = &mut sample::result(&mut finding).checks[0];
        check.duty = Arc::new(CheckDuty {
            properties: vec!["slope".into()],
            measure: Some("slope".into()),
            unit: None,
            ..CheckDuty::clone(&check.duty)
        });
        let amounts = Amounts { measured: ratio(10), required: ratio(12), shortfall: ratio(60) };
        check.amounts = Some(Box::new(amounts));
        finding
    };
    assert_eq!(said(Language::Zh, steep)[0], "坡度 10 %，应不超过 1:12，超出 1:60");
}

#[test]
fn what_lies_on_a_strict_limit_is_not_said_to_be_nothing_short_of_it() {
    let same = |run: &Run| {
        let mut finding = run.findings[0].clone();
        let amounts = Amounts {
            measured: Interval::exact(2),
            required: Interval::exact(2),
            shortfall: Interval::exact(0),
        };
        sample::result(&mut finding).checks[0].amounts = Some(Box::new(amounts));
        finding
    };
    assert_eq!(said(Language::Zh, same)[0], "无障碍停车位 2 个，正好是界限 2 个，还不算做到");
    assert!(!said(Language::En, same).concat().contains('0'));
}

#[test]
fn a_remedy_with_an_amount_is_not_said_without_one() {
    let marked_only = |run: &Run| {
        let mut finding = run.findings[4].clone();
        sample::result(&mut finding).duty = Arc::new(sample::duty());
        finding
    };
    assert_eq!(said(Language::Zh, marked_only)[1], "整改：无障碍标识");
    let both = |run: &Run| {
        let mut finding = run.findings[0].clone();
        sample::result(&mut finding).checks.push(run.findings[4].checks[0].clone());
        finding
    };
    assert_eq!(said(Language::Zh, both)[1], "增设 1 个无障碍停车位；整改：无障碍标识");
}

#[test]
fn every_reason_has_its_words() {
    let (locale, catalogue) = (Locale::new(Language::En), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
    for reason in [Reason::Conflict, Reason::NeedsSecondObservation, Reason::DivisionByZero] {
        let mut finding = sample::run().findings[2].clone();
        sample::result(&mut finding).reason = Some(reason);
        assert!(!context.found(&finding).contains("reason-"));
        assert!(!context.remedy(&finding).contains("report-"));
    }
}

#[test]
fn deadlines_say_how_exact_and_how_late_they_are() {
    let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
    let run = sample::run();
    let duty = &run.findings[4].duty;
    assert_eq!(context.deadline(duty, run.plan.as_of), "2020 年底、已逾期 2,152 天");
    assert_eq!(context.responsible(duty), "牵头：住建局；配合：残联、公安局");
    assert_eq!(context.responsible(&sample::duty()), "条文未写明");
    assert_eq!(context.strength(&duty.obligation), "目标、约束性");
}

#[test]
fn the_cells_of_one_row_are_one_place() {
    let (locale, catalogue) = (Locale::new(Language::Zh), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
    let places = context.sources(&sample::run().findings[0]);
    assert_eq!(places, ["停车场.xlsx「一季度」 第 37 行「无障碍车位、总车位」"]);
}

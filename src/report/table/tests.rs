use unicode_width::UnicodeWidthStr as _;

use super::*;
use crate::locale::{Language, Locale};
use crate::model::Outcomes;
use crate::report::sample;

fn written(run: &Run, language: Language, width: usize) -> String {
    let (locale, catalogue) = (Locale::new(language), sample::catalogue());
    let mut bytes = Vec::new();
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() };
    write(run, &context, width, &mut bytes).expect("memory takes everything");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn the_report_says_the_verdict_first_and_the_proof_after() {
    let expected = include_str!("expected.txt");
    assert_eq!(written(&sample::run(), Language::Zh, 100), expected);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for language in [Language::Zh, Language::En] {
        for line in written(&sample::run(), language, 80).lines() {
            assert!(line.width() <= 80, "{line}");
        }
    }
}

#[test]
fn nothing_from_a_survey_reaches_the_terminal_as_a_command() {
    let text = written(&sample::run(), Language::Zh, 100);
    assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()));
    assert!(text.contains("备注␛[2J"));
}

#[test]
fn what_is_not_shown_is_counted() {
    let mut run = sample::run();
    for number in 0..20 {
        let lot = sample::subject(&format!("more-{number}"), "停车场");
        let amounts = [0, 1, 1].map(crate::quantity::Interval::exact);
        run.findings.push(sample::bays(lot, Outcome::Failed, &amounts));
    }
    assert!(written(&run, Language::Zh, 100).contains("另有 14 处设施有缺口"));
}

#[test]
fn requirements_of_which_nothing_was_judged_are_counted() {
    let mut run = sample::run();
    let quiet = run.tallies.get_mut(1).expect("the sample has three");
    quiet.outcomes = Outcomes { inapplicable: 7, untested: 1, ..Outcomes::default() };
    let text = written(&run, Language::Zh, 100);
    assert!(!text.contains("无障碍停车位有标识 T-1"), "{text}");
    assert!(text.contains("另有 1 项要求不适用或未检"), "{text}");
}

#[test]
fn no_household_is_shown() {
    assert!(!written(&sample::run(), Language::Zh, 100).contains(sample::HOUSEHOLD));
}

use std::io::Cursor;

use proptest::prelude::*;

use super::super::text::Text;
use super::super::{Cell, Hints};
use super::token::Tokens;
use super::value::unfold;
use super::{Fault, JsonError};

/// Each path of a value with its cell, or the line, column and mistake.
fn leaves(json: &str) -> Result<Vec<(String, Cell)>, (u64, u64, Fault)> {
    let hints = Hints { encoding: Some("utf-8".to_owned()), ..Hints::default() };
    let (mut text, _) = Text::open(Box::new(Cursor::new(json.to_owned())), &hints).expect("text");
    let mut tokens = Tokens::new(text.letters().expect("letters"));
    let mut leaves = Vec::new();
    let read =
        unfold(&mut tokens, &mut String::new(), &mut |path, cell| leaves.push((path.to_owned(), cell)));
    match read.and_then(|()| tokens.end()) {
        Ok(()) => Ok(leaves),
        Err(JsonError::Fault { line, column, fault }) => Err((line, column, fault)),
        Err(JsonError::Io(error)) => panic!("{error}"),
    }
}

fn texts(json: &str) -> Vec<String> {
    let leaves = leaves(json).expect(json);
    leaves.into_iter().map(|(path, cell)| format!("{path}={cell:?}")).collect()
}

#[test]
fn objects_unfold_into_paths_and_lists_into_one_text() {
    let json =
        r#"{"a": {"b": 1, "c": [true, "x", null, 2.5]}, "d": [{"e": "甲"}, 3], "f": [], "g": [[1], [2, 3]]}"#;
    let expected = [
        "a.b=Number(1.0)",
        "a.c=Text(\"true; x; 2.5\")",
        "d.0.e=Text(\"甲\")",
        "d=Number(3.0)",
        "g.0=Number(1.0)",
        "g.1=Text(\"2; 3\")",
    ];
    assert_eq!(texts(json), expected);
}

#[test]
fn numbers_that_a_double_cannot_keep_stay_as_written() {
    assert_eq!(texts("12345678901234567890"), ["=Text(\"12345678901234567890\")"]);
    assert_eq!(texts("1e999"), ["=Text(\"1e999\")"]);
    assert_eq!(texts("-0.07E1"), ["=Number(-0.7)"]);
}

#[test]
fn letters_come_out_of_escapes() {
    assert_eq!(texts(r#""\u4e2d\ud83d\ude00\n\"\/""#), ["=Text(\"中😀\\n\\\"/\")"]);
    assert_eq!(texts(r#""\ude00""#), ["=Text(\"\u{FFFD}\")"]);
}

#[test]
fn every_mistake_has_its_line_and_letter() {
    for (json, expected) in [
        ("{\"a\": 1,\n \"中\": }", (2, 7, Fault::NoValue)),
        ("{\"a\": 1,\n}", (2, 1, Fault::TrailingComma)),
        ("[1, 2", (1, 6, Fault::Ends)),
        ("{\"a\" 1}", (1, 6, Fault::NoColon)),
        ("{a: 1}", (1, 2, Fault::NoKey)),
        ("[1 2]", (1, 4, Fault::NoComma)),
        ("[01]", (1, 2, Fault::NoNumber)),
        ("[NaN]", (1, 2, Fault::NoValue)),
        ("\"\\x\"", (1, 3, Fault::BadEscape)),
        ("\"甲\n\"", (2, 1, Fault::ControlCharacter)),
        ("[] []", (1, 4, Fault::Trailing)),
        ("\"甲", (1, 3, Fault::Ends)),
    ] {
        assert_eq!(leaves(json), Err(expected), "{json}");
    }
}

#[test]
fn a_hundred_thousand_brackets_are_too_deep_and_no_more_than_that() {
    assert_eq!(leaves(&"[".repeat(100_000)), Err((1, 129, Fault::TooDeep)));
    assert_eq!(leaves(&"{\"a\":".repeat(100_000)), Err((1, 5 * 128 + 1, Fault::TooDeep)));
    assert!(leaves(&format!("{}{}", "[".repeat(128), "]".repeat(128))).is_ok());
}

#[test]
fn a_text_longer_than_a_piece_comes_out_whole() {
    let long = "长".repeat(100_000);
    assert_eq!(leaves(&format!("\"{long}\"")).expect("a text"), [(String::new(), Cell::Text(long))]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// What another parser takes is taken, and nothing else.
    #[test]
    fn another_parser_agrees(json in r#"([\[\]{},: 0-9.eE"-]|null|true|"[a\\nu中]{0,4}"|"a":|\[1,|\{"a":){0,12}"#) {
        prop_assume!(!json.trim().is_empty());
        let other = serde_json::from_str::<serde_json::Value>(&json);
        let out_of_range = other.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
        prop_assume!(!out_of_range);
        prop_assert_eq!(leaves(&json).is_ok(), other.is_ok(), "{}: {:?}", json, other);
    }
}

//! Tests of the reader and the printer together; those of messages are in `errors`.

mod errors;
mod strategy;

use proptest::prelude::*;

use crate::quantity;
use crate::standard::cql::{self, Expr, ExprKind, MOST_LEVELS, Span, parse};

/// The expression as it prints, with every operation in brackets.
fn shape(text: &str) -> String {
    let expr = parse(text).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
    bracketed(&expr)
}

fn bracketed(expr: &Expr) -> String {
    let several = |terms: &[Expr], word: &str| {
        let terms: Vec<_> = terms.iter().map(bracketed).collect();
        format!("[{}]", terms.join(word))
    };
    match &expr.kind {
        ExprKind::And(terms) => several(terms, " AND "),
        ExprKind::Or(terms) => several(terms, " OR "),
        ExprKind::Not(inner) => format!("[NOT {}]", bracketed(inner)),
        ExprKind::Negate(inner) => format!("[-{}]", bracketed(inner)),
        ExprKind::Compare { op, left, right } => {
            format!("[{} {} {}]", bracketed(left), op.sign(), bracketed(right))
        }
        ExprKind::Arithmetic { op, left, right } => {
            format!("[{} {} {}]", bracketed(left), op.sign(), bracketed(right))
        }
        _ => expr.to_string(),
    }
}

#[test]
fn operators_bind_as_the_standard_says() {
    for (text, expected) in [
        ("a OR b AND NOT c = d", "[a OR [b AND [NOT [c = d]]]]"),
        ("(a OR b) AND c", "[[a OR b] AND c]"),
        ("a AND (b AND c) AND d", "[a AND b AND c AND d]"),
        ("a + b * c > d - e - f", "[[a + [b * c]] > [[d - e] - f]]"),
        ("a / b div c % d * e = 1", "[[[[[a / b] div c] % d] * e] = 1]"),
        ("-a ^ 2 * b = 1", "[[[[-a] ^ 2] * b] = 1]"),
        ("-2 ^ 2 = 4", "[[-2 ^ 2] = 4]"),
        ("a - -b = a--2", "[[a - [-b]] = [a - -2]]"),
        ("-(2) = - -2", "[-2 = 2]"),
        ("not not a", "[NOT [NOT a]]"),
    ] {
        assert_eq!(shape(text), expected, "{text}");
    }
}

#[test]
fn text_prints_in_canonical_form() {
    for (text, expected) in [
        ("坡度<=0.0833", "坡度 <= 0.0833"),
        ("accessible_marked and not occupied", "accessible_marked AND NOT occupied"),
        ("\"a b\" = \"c\" and \"in\" = \"x\"\"y\"", "\"a b\" = c AND \"in\" = \"x\"\"y\""),
        ("a = 'it''s' or a = 'it\\'s'", "a = 'it''s' OR a = 'it''s'"),
        (r"a = '\\''", r"a = '\\''"),
        ("x in(1,.5,5.,1.5e-3,2E3,+4)", "x IN (1, 0.5, 5, 0.0015, 2000, 4)"),
        ("x not between 1+2 and 3 and y", "x NOT BETWEEN 1 + 2 AND 3 AND y"),
        ("a is not null or not a is null", "a IS NOT NULL OR NOT a IS NULL"),
        ("name not like casei('A%')", "name NOT LIKE CASEI('A%')"),
        ("T_METBY(a, interval('2020-01-01','..'))", "T_METBY(a, INTERVAL('2020-01-01', '..'))"),
        ("date = date('2020-01-01')", "date = DATE('2020-01-01')"),
        ("t > timestamp('2012-08-10T05:30:00.500Z')", "t > TIMESTAMP('2012-08-10T05:30:00.5Z')"),
        ("a_equals(('a'), b)", "A_EQUALS(('a'), b)"),
        ("s_within(multipoint(1 -2, 3 4), g)", "S_WITHIN(MULTIPOINT((1 -2), (3 4)), g)"),
        ("s_within(point z (1 2 3), bbox(1,2,3,4))", "S_WITHIN(POINT Z (1 2 3), BBOX(1, 2, 3, 4))"),
        ("Now() > f(a, (b OR c))", "Now() > f(a, b OR c)"),
        ("f((1, 2), ())", "f((1, 2), ())"),
    ] {
        assert_eq!(parse(text).expect(text).to_string(), expected, "{text}");
        assert_eq!(parse(expected).expect(expected).to_string(), expected, "{text}");
    }
}

#[test]
fn every_part_knows_where_it_is() {
    let text = "净宽 >= (900 + x) AND f('门', -1)";
    let Ok(Expr { kind: ExprKind::And(terms), span }) = parse(text) else { panic!("a conjunction") };
    let at = |span: Span| &text[span.start..span.end];
    assert_eq!(at(span), text);
    let [first, second] = terms.as_slice() else { panic!("two terms") };
    assert_eq!((at(first.span), at(second.span)), ("净宽 >= (900 + x)", "f('门', -1)"));
    let ExprKind::Compare { left, right, .. } = &first.kind else { panic!("a comparison") };
    assert_eq!((at(left.span), at(right.span)), ("净宽", "(900 + x)"));
    let ExprKind::Call { name_span, args, .. } = &second.kind else { panic!("a function") };
    assert_eq!(at(*name_span), "f");
    assert_eq!(args.iter().map(|arg| at(arg.span)).collect::<Vec<_>>(), ["'门'", "-1"]);
}

#[test]
fn a_long_chain_of_logic_is_read() {
    let terms: Vec<_> = (0..10_000).map(|number| format!("a{number} > {number}")).collect();
    let text = terms.join(" AND ");
    let Ok(Expr { kind: ExprKind::And(terms), .. }) = parse(&text) else { panic!("a conjunction") };
    assert_eq!(terms.len(), 10_000);
}

#[test]
fn nesting_goes_as_deep_as_promised() {
    for (open, close) in [("(", ")"), ("f(", ")"), ("NOT ", ""), ("-", ""), ("1 + ", ""), ("a IN (", ")")] {
        let text = |levels| format!("{}a{}", open.repeat(levels), close.repeat(levels));
        assert!(parse(&text(MOST_LEVELS - 1)).is_ok(), "{open}");
        for levels in [MOST_LEVELS + 1, 30_000] {
            let errors = parse(&text(levels)).expect_err(open);
            assert_eq!(errors[0].message.key, "cql-too-deep", "{open}");
        }
    }
}

#[test]
fn the_deepest_expression_fits_a_small_stack() {
    let deepest = || {
        for (open, close) in [("(", ")"), ("f(", ")"), ("NOT ", ""), ("-", ""), ("a IN (", ")")] {
            let levels = MOST_LEVELS - 1;
            let text = format!("{}a{}", open.repeat(levels), close.repeat(levels));
            let expr = parse(&text).expect(open);
            assert!(!expr.to_string().is_empty() && !expr.to_json().is_null());
        }
    };
    let thread = std::thread::Builder::new().stack_size(1536 * 1024).spawn(deepest).expect("a thread");
    thread.join().expect("no overflow");
}

#[test]
fn chains_inside_chains_count_together() {
    let sum = |inner: &str, terms: usize| format!("({inner}{})", " + 1".repeat(terms));
    assert!(parse(&sum(&sum("a", 30), 30)).is_ok());
    assert_eq!(parse(&sum(&sum("a", 40), 40)).expect_err("too deep")[0].message.key, "cql-too-deep");
}

#[test]
fn json_is_that_of_the_standard() {
    for (text, json) in [
        ("a NOT IN (1)", r#"{"op":"not","args":[{"op":"in","args":[{"property":"a"},[1]]}]}"#),
        ("-a = 0.1", r#"{"op":"=","args":[{"op":"*","args":[-1,{"property":"a"}]},0.1]}"#),
        (
            "T_AFTER(a, DATE('2020-01-01'))",
            r#"{"op":"t_after","args":[{"property":"a"},{"date":"2020-01-01"}]}"#,
        ),
        (
            "f(INTERVAL('2020-01-01', a))",
            r#"{"op":"f","args":[{"interval":["2020-01-01",{"property":"a"}]}]}"#,
        ),
        ("f(POINT(1 2.5))", r#"{"op":"f","args":[{"type":"Point","coordinates":[1,2.5]}]}"#),
        ("f(BBOX(1,2,3,4))", r#"{"op":"f","args":[{"bbox":[1,2,3,4]}]}"#),
    ] {
        let json: serde_json::Value = serde_json::from_str(json).expect("json");
        assert_eq!(parse(text).expect(text).to_json(), json, "{text}");
    }
}

#[test]
fn json_has_the_nearest_float_of_a_number() {
    let json = parse("f(905245506518330.9, -0.1, 12)").expect("numbers").to_json();
    assert_eq!(json["args"], serde_json::json!([905_245_506_518_330.9, -0.1, 12]));
}

#[test]
fn a_number_without_decimal_text_prints_as_a_division() {
    let third = ExprKind::Number(quantity::Rational::new(1, 3));
    assert_eq!(third.to_string(), "(1 / 3)");
}

/// The same without places.
fn anywhere(mut expr: Expr) -> Expr {
    clear(&mut expr);
    expr
}

fn clear(expr: &mut Expr) {
    expr.span = Span::default();
    if let ExprKind::Call { name_span, .. } = &mut expr.kind {
        *name_span = Span::default();
    }
    for part in parts(&mut expr.kind) {
        clear(part);
    }
}

fn parts(kind: &mut ExprKind) -> Vec<&mut Expr> {
    match kind {
        ExprKind::Not(inner) | ExprKind::Negate(inner) | ExprKind::IsNull { value: inner, .. } => vec![inner],
        ExprKind::Interval(left, right)
        | ExprKind::Compare { left, right, .. }
        | ExprKind::Like { value: left, pattern: right, .. }
        | ExprKind::Arithmetic { left, right, .. } => vec![left, right],
        ExprKind::Between { value, low, high, .. } => vec![value, low, high],
        ExprKind::In { value, list, .. } => std::iter::once(&mut **value).chain(list).collect(),
        ExprKind::Call { args: items, .. }
        | ExprKind::And(items)
        | ExprKind::Or(items)
        | ExprKind::Array(items) => items.iter_mut().collect(),
        _ => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_printed_reads_the_same(expr in prop_oneof![strategy::boolean(), strategy::scalar()]) {
        let text = expr.to_string();
        let read = parse(&text).map_err(|errors| TestCaseError::fail(format!("{text}: {errors:?}")))?;
        prop_assert_eq!(anywhere(read), expr);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn any_words_are_read_or_refused_with_a_place(
        words in proptest::collection::vec(proptest::sample::select(&WORDS), 0..20),
    ) {
        let text = words.join(" ");
        match parse(&text) {
            Ok(expr) => prop_assert_eq!(parse(&expr.to_string()).map(anywhere), Ok(anywhere(expr))),
            Err(errors) => {
                prop_assert!(!errors.is_empty());
                for error in errors {
                    prop_assert!(text.get(error.span.start..error.span.end).is_some());
                }
            }
        }
    }
}

const WORDS: [&str; 40] = [
    "a",
    "坡度",
    "1",
    "2.5",
    "'t'",
    "\"q\"",
    "(",
    ")",
    "(",
    ")",
    ",",
    "=",
    "<",
    "<>",
    "+",
    "-",
    "*",
    "^",
    "div",
    "AND",
    "OR",
    "NOT",
    "IN",
    "LIKE",
    "BETWEEN",
    "IS",
    "NULL",
    "TRUE",
    "f(",
    "DATE(",
    "'2020-01-01'",
    "INTERVAL(",
    "'..'",
    "POINT(",
    "POLYGON((",
    "Z",
    "CASEI(",
    "A_EQUALS(",
    "é",
    "'",
];

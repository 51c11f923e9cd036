//! Texts that are no CQL2, and those the two readers do not agree about, with the reason.

use barrierfree_oracle::{ours, theirs};

/// No CQL2, and refused by both.
const REFUSED: &[&str] = &[
    "",
    " ",
    "a =",
    "= a",
    "a = = 1",
    "(a",
    "a)",
    "a AND",
    "AND a",
    "a OR OR b",
    "a AND b OR",
    "NOT",
    "a NOT",
    "not = 5",
    "f(a,",
    "f(,a)",
    "f(a b)",
    "a b",
    "5 5",
    "a = 'x' 'y'",
    "a IN ()",
    "a IN (1",
    "a IN (1,)",
    "a BETWEEN 1",
    "a BETWEEN 1 AND",
    "a BETWEEN 1 OR 2",
    "a IS",
    "a IS NOT",
    "a IS 5",
    "a NOT IS NULL",
    "a LIKE",
    "a NOT = 1",
    "'x",
    "\"x",
    "'a' = b'",
    "1.2.3 = a",
    "900mm > 5",
    "0x10 = a",
    "1_000 = a",
    "a = 1e",
    "a == 1",
    "a && b",
    "a || b",
    "!a",
    "a ! b",
    "a <> ",
    "a >< b",
    "a => b",
    "a =< 1",
    "a +",
    "* a",
    "a ++ b = 1",
    "a ^ ^ 2",
    "$a = 1",
    "a = @b",
    "a; b",
    "a = {1}",
    "[1, 2]",
    "a\0b",
    "坡度＞5",
    "POINT(a b)",
    "POLYGON(0 0, 1 1)",
    "LINESTRING(1 2, 3)",
    "f(POINT Z (1 2))",
    "f(LINESTRING(1 2, 3 4 5))",
    "f(GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))))",
];

/// Read by `cql2` only, and why we refuse it.
const THEIRS: &[(&str, &[&str])] = &[
    (
        "the standard has no comparison of comparisons, and `a < b < c` misleads",
        &[
            "a < b < c",
            "a = b = c",
            "a = b IS NULL",
            "a BETWEEN 1 AND 2 = TRUE",
            "a IN (1) IN (2)",
            "a = NOT b",
        ],
    ),
    ("the standard has no chain of powers, and readers disagree which comes first", &["2 ^ 3 ^ 2 = a"]),
    ("the standard has no minus before NOT", &["-NOT a", "a + -NOT b"]),
    ("NULL is no value: nothing equals it", &["NULL", "a = NULL", "f((1, NULL))"]),
    ("the standard has a list behind IN", &["a IN b", "a IN 5"]),
    ("the standard has a text behind LIKE", &["a LIKE b", "a LIKE 5", "a LIKE ('x')"]),
    ("`<>` is how the standard writes it", &["a != 1"]),
    (
        "dates and times are read, not kept as texts; the standard's are universal time; no leap seconds",
        &[
            "DATE('2020-13-01') = a",
            "DATE('nonsense') = a",
            "DATE(a) = b",
            "TIMESTAMP('2020-01-01T00:00:00+08:00') = a",
            "TIMESTAMP('2016-12-31T23:59:60Z') = a",
        ],
    ),
    (
        "the ends of an interval are two, and instants, properties or functions",
        &[
            "INTERVAL('x', 'y') = a",
            "INTERVAL(5, 6) = a",
            "INTERVAL(DATE('2020-01-01'), a) = b",
            "f(INTERVAL(a))",
        ],
    ),
    ("a box has four or six numbers", &["f(BBOX(1, 2, 3))", "f(BBOX(a, b, c, d))"]),
    ("functions of the standard have so many arguments", &["S_INTERSECTS(a)", "CASEI(a, b) = 'x'"]),
    (
        "the standard has neither empty geometries nor measures, and a least length for lines and rings",
        &[
            "f(POLYGON EMPTY)",
            "f(POINT M (1 2 3))",
            "f(POINT ZM (1 2 3 4))",
            "f(POINT(1 2 3 4))",
            "f(LINESTRING(1 2))",
            "f(POLYGON((0 0, 1 1, 0 0)))",
        ],
    ),
    ("a geometry without its coordinates is no function", &["POINT(1)", "POINT(1,2)", "POINTZ(1 2 3)"]),
    (
        "numbers are exact, of at most 18 digits on either side",
        &["1e18 = a", "1234567890123456789 = a", "a = 0.1234567890123456789"],
    ),
    (
        "words end where names end, and numbers are not glued to words",
        &["a = 1 andb", "a = 1and b", "a in(1)andb", "7div2 = a", "a isnull"],
    ),
    (
        "a reserved word is a name in double quotes only",
        &["like = 5", "in = 5", "div = 5", "and = 5", "in(a, 1, 2)", "between(a, 1, 2)"],
    ),
    ("the standard has no quotes around names of functions, and no empty name", &["\"f\"(a)", "\"\" = 1"]),
    ("a backslash before a quote escapes it, says the standard", &[r"a = 'x\'", r"a = '\'"]),
];

/// Read by us only: the standard has it.
const OURS: &[(&str, &[&str])] = &[
    ("a signed operand may follow NOT", &["NOT -a = 1"]),
    ("a number may start with its point, a sign may stand apart", &[".5 = a", "+.5 = a", "+ 5 = a"]),
    ("a name may start with `_` or `:` and have combining marks", &["_a = 1", ":a = 1", "e\u{301}t = 1"]),
    ("an array may be empty", &["()", "f(())", "A_EQUALS((), a)"]),
    ("a quote may be escaped by a backslash", &[r"a = 'it\'s'"]),
    ("a vertical tab is white space", &["a\u{b}= 1"]),
];

/// Read by both, and differently.
const DIFFERENT: &[(&str, &[&str])] = &[
    (
        "in array functions parentheses make arrays, whatever is in them",
        &["A_EQUALS((b), a)", "A_EQUALS((1 + 2), a)"],
    ),
    ("a list of one array is a list of one array", &["a IN ((1, 2))"]),
    (
        "only the standard's own names of its functions are translated",
        &["ST_Intersects(a, b)", "intersects(a, b)", "anyinteracts(a, b)"],
    ),
];

/// Both read these alike, though one might doubt it.
const SAME: &[&str] = &[
    "a IN ((b))",
    "f((1))",
    "(a) = (1)",
    "a = -+5",
    "a = --b",
    "a\u{3000}= 1",
    "Not(a)",
    "isNull(a)",
    "a.b = 1",
    "T_METBY(a, b)",
    "A_EQUALS((1), a)",
    "f(MULTIPOINT(1 2, 3 4))",
    "f(POLYGON((0 0, 1 0, 1 1, 5 5)))",
];

fn texts(table: &[(&'static str, &[&'static str])]) -> Vec<&'static str> {
    table.iter().flat_map(|(_, texts)| texts.iter().copied()).collect()
}

#[test]
fn what_is_no_cql2_is_refused_by_both() {
    for text in REFUSED {
        assert!(ours(text).is_err(), "{text}: {:?}", ours(text));
        assert!(theirs(text).is_err(), "{text}: {:?}", theirs(text));
    }
}

#[test]
fn where_only_one_reads_the_reason_is_known() {
    for text in texts(THEIRS) {
        assert!(ours(text).is_err() && theirs(text).is_ok(), "{text}: {:?}, {:?}", ours(text), theirs(text));
    }
    for text in texts(OURS) {
        assert!(ours(text).is_ok() && theirs(text).is_err(), "{text}: {:?}, {:?}", ours(text), theirs(text));
    }
}

#[test]
fn where_both_read_they_differ_for_a_known_reason_or_not_at_all() {
    for text in texts(DIFFERENT) {
        assert!(ours(text).is_ok() && theirs(text).is_ok(), "{text}");
        assert_ne!(ours(text), theirs(text), "{text}");
    }
    for text in SAME {
        assert!(ours(text).is_ok(), "{text}");
        assert_eq!(ours(text), theirs(text), "{text}");
    }
}

//! What is said about bad texts, and where.

use crate::locale::{Language, Locale};
use crate::standard::cql::{Expected, MOST_BYTES, parse};

/// Every mistake of a text: the stretch it is about and the sentence.
fn mistakes(text: &str, language: Language) -> Vec<String> {
    let locale = Locale::new(language);
    let errors = parse(text).expect_err(text);
    errors
        .iter()
        .map(|error| format!("[{}] {}", &text[error.span.start..error.span.end], error.say(&locale)))
        .collect()
}

#[test]
fn a_mistake_is_shown_with_its_place_and_what_was_expected() {
    let table: &[(&str, &[&str])] = &[
        ("", &["[] 表达式没有写完，此处还应有字段、数、文本或函数"]),
        ("a = = 1", &["[=] 此处写的是 `=`，应为字段、数、文本或函数"]),
        ("(a", &["[] 表达式没有写完，此处还应有运算符、比较、`AND`、`OR`、`,`或`)`"]),
        ("a)", &["[)] 此处写的是 `)`，应为运算符、比较、`AND`、`OR`或表达式结束"]),
        ("a >= AND b", &["[AND] `AND` 是保留字，此处应为字段、数、文本或函数；若是字段名，请写成 \"AND\""]),
        ("f(a,", &["[] 表达式没有写完，此处还应有字段、数、文本或函数"]),
        ("a NOT 5", &["[5] 此处写的是 `5`，应为`BETWEEN`、`IN`或`LIKE`"]),
        ("a IN 5", &["[5] 此处写的是 `5`，应为`(`"]),
        ("a IN ()", &["[)] 此处写的是 `)`，应为字段、数、文本或函数"]),
        ("a LIKE b", &["[b] 此处写的是 `b`，应为单引号括起的文本"]),
        ("a 5", &["[5] 此处写的是 `5`，应为运算符、比较、`AND`、`OR`或表达式结束"]),
        ("like = 5", &["[like] `like` 是保留字，此处应为字段、数、文本或函数；若是字段名，请写成 \"like\""]),
        ("a = null", &["[null] 此处不能写 `null`；判断有没有填写，请用 `IS NULL` 或 `IS NOT NULL`"]),
        ("a < b < c", &["[<] 比较不能连写；请用 `BETWEEN … AND …`，或用 `AND` 连接、用括号分开"]),
        ("a = 1 IN (2)", &["[IN] 比较不能连写；请用 `BETWEEN … AND …`，或用 `AND` 连接、用括号分开"]),
        ("2 ^ 3 ^ 2 = a", &["[^] 乘方不能连写；请用括号写明先算哪一个"]),
        ("900mm > 5", &["[900mm] `900mm` 不是数：数后面不能直接跟别的字符；单位写成函数，如 `mm(900)`"]),
        ("1.2.3 = a", &["[1.2.3] `1.2.3` 不是数：数后面不能直接跟别的字符；单位写成函数，如 `mm(900)`"]),
        ("1e18 = a", &["[1e18] `1e18` 位数太多：小数点前后各不超过 18 位"]),
        (
            "a != 1 && b == 2",
            &["[!=] 不能写 `!=`，请写 `<>`", "[&&] 不能写 `&&`，请写 `AND`", "[==] 不能写 `==`，请写 `=`"],
        ),
        (
            "坡度≥5（米）",
            &["[≥] 不能写 `≥`，请写 `>=`", "[（] 不能写 `（`，请写 `(`", "[）] 不能写 `）`，请写 `)`"],
        ),
        ("名称 = ‘公厕’", &["[‘] 不能写 `‘`，请写 `'`", "[’] 不能写 `’`，请写 `'`"]),
        ("a = $x", &["[$] 此处不能用字符 `$`；含有它的字段名请放在双引号里，文本请放在单引号里"]),
        ("a = 'x", &["['x] 文本没有结束，缺少单引号 `'`；文本里面的单引号要写两个"]),
        ("\"a = 1", &["[\"a = 1] 字段名没有结束，缺少双引号 `\"`"]),
        ("\"\" = 1", &["[\"\"] 双引号里没有字段名"]),
        (
            "DATE('2020-13-01') = DATE('2020-1-1')",
            &[
                "['2020-13-01'] `2020-13-01` 不是日期；日期写作 `2026-01-31`",
                "['2020-1-1'] `2020-1-1` 不是日期；日期写作 `2026-01-31`",
            ],
        ),
        (
            "t > TIMESTAMP('2020-01-01T00:00:00+08:00')",
            &[
                "['2020-01-01T00:00:00+08:00'] `2020-01-01T00:00:00+08:00` 不是时刻；时刻用世界时，写作 `2026-01-31T08:00:00Z`",
            ],
        ),
        ("DATE('-002020-01-01') = a", &["['-002020-01-01'] `-002020-01-01` 不是日期；日期写作 `2026-01-31`"]),
        (
            "t > TIMESTAMP('2016-12-31T23:59:60Z')",
            &[
                "['2016-12-31T23:59:60Z'] `2016-12-31T23:59:60Z` 不是时刻；时刻用世界时，写作 `2026-01-31T08:00:00Z`",
            ],
        ),
        (
            "T_AFTER(t, INTERVAL('x', 5))",
            &[
                "['x'] 时段的起止应为日期 `'2026-01-31'`、时刻 `'2026-01-31T08:00:00Z'`、字段、函数，或表示不限的 `'..'`",
                "[5] 时段的起止应为日期 `'2026-01-31'`、时刻 `'2026-01-31T08:00:00Z'`、字段、函数，或表示不限的 `'..'`",
            ],
        ),
        ("DATE(5) = a", &["[5] 此处写的是 `5`，应为单引号括起的文本"]),
        ("S_WITHIN(POINT(1), a)", &["[)] 此处写的是 `)`，应为数"]),
        ("S_WITHIN(POINT Z (1 2), a)", &["[(1 2)] 各坐标点应当都有高程，或者都没有"]),
        ("S_WITHIN(LINESTRING(1 2, 1 2 3), a)", &["[(1 2, 1 2 3)] 各坐标点应当都有高程，或者都没有"]),
        ("S_WITHIN(POLYGON((0 0, 1 1, 0 0)), a)", &["[(0 0, 1 1, 0 0)] 此处至少要有 4 个坐标点"]),
        ("S_WITHIN(BBOX(1, 2, 3), a)", &["[(1, 2, 3)] `BBOX` 应有 4 个或 6 个数，此处有 3 个"]),
        ("S_WITHIN(GEOMETRYCOLLECTION(BBOX(1,2,3,4)), a)", &["[BBOX] 此处写的是 `BBOX`，应为几何图形"]),
        ("S_WITHIN(a)", &["[S_WITHIN] 函数 `S_WITHIN` 应有 2 个参数，此处有 1 个"]),
        ("CASEI(a, b) = 'x'", &["[CASEI] 函数 `CASEI` 应有 1 个参数，此处有 2 个"]),
    ];
    for (text, expected) in table {
        assert_eq!(mistakes(text, Language::Zh), *expected, "{text}");
    }
}

#[test]
fn english_counts_and_lists() {
    for (text, expected) in [
        ("CASEI(a, b) = 'x'", "[CASEI] the function `CASEI` takes one argument, not 2"),
        ("S_WITHIN(a)", "[S_WITHIN] the function `S_WITHIN` takes 2 arguments, not 1"),
        ("a NOT 5", "[5] found `5` where `BETWEEN`, `IN` or `LIKE` was expected"),
        ("a 5", "[5] found `5` where an operator, a comparison, `AND`, `OR` or the end was expected"),
    ] {
        assert_eq!(mistakes(text, Language::En), [expected], "{text}");
    }
}

#[test]
fn what_was_expected_can_be_asked_for() {
    let errors = parse("a NOT 5").expect_err("no test");
    let expected = ["BETWEEN", "IN", "LIKE"].map(Expected::Literally);
    assert_eq!(errors.iter().map(|error| error.expected.as_slice()).collect::<Vec<_>>(), [expected]);
}

#[test]
fn a_text_without_end_is_not_read() {
    let text = "a ".repeat(MOST_BYTES);
    assert_eq!(
        parse(&text).expect_err("too long").first().map(|error| error.message.key.as_str()),
        Some("cql-too-long")
    );
}

#[test]
fn mistakes_are_counted_up_to_a_limit() {
    assert_eq!(parse(&"! ".repeat(1000)).expect_err("mistakes").len(), 20);
}

#[test]
fn both_languages_have_every_message() {
    let source = concat!(
        include_str!("../error.rs"),
        include_str!("../token/mod.rs"),
        include_str!("../token/mistake.rs"),
        include_str!("../token/number.rs"),
        include_str!("../parse/mod.rs"),
        include_str!("../parse/call.rs"),
        include_str!("../parse/geometry.rs"),
        include_str!("../parse/logic.rs"),
        include_str!("../parse/scalar.rs"),
        include_str!("../parse/state.rs"),
    );
    let keys: Vec<_> = source.split('"').filter(|piece| piece.starts_with("cql-")).collect();
    assert!(keys.len() > 25);
    for language in [Language::Zh, Language::En] {
        let locale = Locale::new(language);
        assert_eq!(keys.iter().find(|key| !locale.has(key)), None, "{language:?}");
    }
}

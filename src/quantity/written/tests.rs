use proptest::prelude::*;

use super::*;
use crate::quantity::{decimal_text, parse_decimal};

fn read_cell(text: &str) -> Result<Reading, Unreadable> {
    let counters = ["个", "处", "辆", "个车位"].map(str::to_owned);
    read(text, &Conventions { counters: &counters, about: Some(Rational::new(1, 10)) })
}

/// `low..high unit` with `!` for a guess and `<` for a strict end.
fn told(text: &str) -> String {
    let Ok(reading) = read_cell(text) else { return "unreadable".to_owned() };
    let end = |end: Option<Rational>| {
        end.map_or(String::new(), |end| decimal_text(end).unwrap_or_else(|| end.to_string()))
    };
    let (low, high) = (end(reading.interval.low()), end(reading.interval.high()));
    let spread = if low == high { low } else { format!("{low}..{high}") };
    let unit = reading.unit.map(|unit| format!(" {}", unit.symbol)).unwrap_or_default();
    let marks = ["", "<", "!", "<!"][usize::from(reading.strict) + 2 * usize::from(reading.guessed)];
    format!("{spread}{unit}{marks}")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(told(text), *expected, "{text}");
    }
}

#[test]
fn what_is_no_quantity_is_refused_whole() {
    let long = "9".repeat(30);
    let endless = "1".repeat(1_000_000);
    let nested = "约".repeat(30);
    for text in [
        "",
        " ",
        "-",
        "/",
        "NaN",
        "inf",
        "-inf",
        "1e999",
        "1e-999",
        "1E19",
        "10^30",
        &long,
        &endless,
        &nested,
        "无",
        "有",
        "3 4",
        "3个5",
        "12abc",
        "1,2",
        "1,20",
        "12,34",
        "1,200,3",
        "1.2.3",
        "1/0",
        "1:0",
        "十百",
        "三四个",
        "百",
        "点五",
        "5 mm 6",
        "14-17以上",
        ">3以下",
        "895±-1",
        "10mm-3度",
        "895mm±1%",
        "約",
        "0x10",
        "½½",
        "3以上以下",
        "￥5",
        "5℃",
        "1.5米2",
    ] {
        assert_eq!(told(text), "unreadable", "{text}");
    }
}

#[test]
fn plain_numbers_are_exact_in_any_spelling() {
    check(&[
        ("7", "7"),
        (" 0.02 ", "0.02"),
        ("-12", "-12"),
        ("−12", "-12"),
        ("１２", "12"),
        ("1,200", "1200"),
        ("１，２００．５", "1200.5"),
        ("1.2e3", "1200"),
        ("1.5E-3", "0.0015"),
        ("1.1571395510298542e-3", "0.0011571395510298542"),
        ("3万", "30000"),
        ("1.2亿", "120000000"),
    ]);
}

#[test]
fn chinese_numerals_are_numbers() {
    check(&[
        ("零", "0"),
        ("二", "2"),
        ("两个", "2"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百二十", "120"),
        ("一百零五", "105"),
        ("两千零五", "2005"),
        ("九千九百九十九", "9999"),
        ("一万两千", "12000"),
        ("三十万", "300000"),
        ("三点五米", "3.5 m"),
        ("一百二", "120!"),
        ("一万二", "12000!"),
    ]);
}

#[test]
fn units_and_measure_words_stand_behind_the_number() {
    check(&[
        ("895 mm", "895 mm"),
        ("895㎜", "895 mm"),
        ("895毫米", "895 mm"),
        ("12㎡", "12 m2"),
        ("3个", "3"),
        ("3 个车位", "3"),
        ("1.5万元", "15000 yuan"),
        ("5千米", "5000 m"),
        ("8.33%", "8.33 percent"),
        ("百分之二", "2 percent"),
        ("千分之五", "5 permille"),
        ("4.76°", "4.76 degree"),
        ("5度", "5 degree"),
    ]);
}

#[test]
fn ranges_hold_both_ends_in_order() {
    check(&[
        ("14-17", "14..17"),
        ("14~17", "14..17"),
        ("14～17", "14..17"),
        ("14至17", "14..17"),
        ("14 到 17 个", "14..17"),
        ("14—17", "14..17"),
        ("14——17", "14..17"),
        ("14–17", "14..17"),
        ("0.9m-1200mm", "0.9..1.2 m"),
        ("14mm-17mm", "14..17 mm"),
        ("14-17mm", "14..17 mm"),
        ("14mm-17", "14..17 mm"),
        ("-5--3", "-5..-3"),
        ("17-14", "14..17!"),
        ("三至五个", "3..5"),
        ("5%~8%", "5..8 percent"),
    ]);
}

#[test]
fn tolerances_are_taken_on_both_sides() {
    check(&[
        ("895±10 mm", "885..905 mm"),
        ("895mm±1cm", "0.885..0.905 m"),
        ("895+/-10", "885..905"),
        ("895+-10", "885..905"),
        ("895+10/-5", "890..905"),
        ("895 +10 / -5 mm", "890..905 mm"),
    ]);
}

#[test]
fn about_widens_by_the_convention() {
    check(&[
        ("约20", "18..22"),
        ("大约20个", "18..22"),
        ("20左右", "18..22"),
        ("约20左右", "18..22"),
        ("≈20", "18..22"),
        ("~20", "18..22"),
        ("约-20", "-22..-18"),
        ("约14-17", "12.6..18.7"),
    ]);
    assert_eq!(read("约20", &Conventions { counters: &[], about: None }), Err(Unreadable));
}

#[test]
fn limits_leave_one_end_open() {
    check(&[
        (">=3", "3.."),
        ("≥3", "3.."),
        ("≧ 3", "3.."),
        ("不少于3", "3.."),
        ("至少三个", "3.."),
        ("3以上", "3.."),
        ("3个以上", "3.."),
        ("3个及以上", "3.."),
        (">3", "3..<"),
        ("超过3个", "3..<"),
        ("<=3", "..3"),
        ("≤3", "..3"),
        ("不超过3mm", "..3 mm"),
        ("至多3", "..3"),
        ("3以下", "..3"),
        ("<3", "..3<"),
    ]);
}

#[test]
fn a_strict_limit_on_whole_things_is_the_next_one() {
    let whole = |text| read_cell(text).ok().and_then(|reading| reading.whole());
    let at_least = |low: i128| Interval::new(Some(low.into()), None);
    assert_eq!(whole(">3"), at_least(4));
    assert_eq!(whole(">3.5"), at_least(4));
    assert_eq!(whole("≥3"), at_least(3));
    assert_eq!(whole("<1"), Interval::new(None, Some(0.into())));
    assert_eq!(whole("2.5"), None);
    assert_eq!(whole("2.5-3.5"), Some(Interval::exact(3)));
}

#[test]
fn slopes_are_ratios() {
    check(&[
        ("1:12", "1/12 ratio"),
        ("1：12", "1/12 ratio"),
        ("1∶12", "1/12 ratio"),
        ("1/12", "1/12 ratio"),
        ("½", "0.5 ratio"),
        ("1:12-1:10", "1/12..0.1 ratio"),
    ]);
}

#[test]
fn spoken_metres_are_a_guess_and_written_ones_are_not() {
    check(&[
        ("1米2", "1.2 m!"),
        ("1米二", "1.2 m!"),
        ("一米二五", "1.25 m!"),
        ("1米05", "1.05 m!"),
        ("1米20厘米", "1.2 m"),
        ("1米2-1米5", "1.2..1.5 m!"),
        ("1米-2米", "1..2 m"),
        ("1m2", "1 m2"),
        ("1米", "1 m"),
    ]);
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in ".{0,60}", odd in "[-+±~约0-9一二十百万亿点米度个.,:/%eE<>以上至 ]{0,30}") {
        for text in [text, odd] {
            if let Ok(reading) = read_cell(&text) {
                let ends = reading.interval.low().zip(reading.interval.high());
                prop_assert!(ends.is_none_or(|(low, high)| low <= high));
                let _ = reading.whole();
            }
        }
    }

    #[test]
    fn every_way_of_writing_a_number_holds_the_number(tenths in -9999_i64..9999, more in 0_u32..500) {
        let text = decimal_text(Rational::new(tenths.into(), 10)).expect("decimal");
        let plain = Interval::exact(parse_decimal(&text).expect("plain"));
        let high = decimal_text(Rational::new(tenths.into(), 10) + i128::from(more)).expect("decimal");
        for written in [
            text.clone(), format!("约{text}"), format!("≥{text}"), format!("<={text}"), format!("{text}±{more}"),
            format!("{text}~{high}"), format!("{high}-{text}"), format!("{text}个"), format!("{text}+{more}/-0"),
        ] {
            let reading = read_cell(&written);
            prop_assert!(reading.is_ok_and(|reading| reading.interval.contains(plain)), "{}", written);
        }
    }
}

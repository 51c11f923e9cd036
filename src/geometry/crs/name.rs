//! Reference systems by what people and programs call them.

use unicode_normalization::UnicodeNormalization as _;

use super::{Crs, NoCrs};

/// Words that mean degrees of a Chinese web map.
const OF_GCJ02: &[&str] = &["gcj", "火星", "高德", "腾讯", "国测局"];
const OF_BD09: &[&str] = &["bd09", "百度", "baidu"];

/// The two systems before CGCS2000, by their words and their codes.
const OLD_DATUMS: [[&[&str]; 2]; 2] = [[&["北京", "beijing"], &["54"]], [&["西安", "xian"], &["80"]]];
const OLD_CODES: [std::ops::RangeInclusive<u32>; 6] =
    [2327..=2442, 21413..=21423, 21453..=21463, 21473..=21483, 4214..=4214, 4610..=4610];

const OF_CGCS2000: &[&str] =
    &["cgcs2000", "国家2000", "2000国家", "国家大地2000", "大地2000", "chinageodetic"];

/// Projected systems without zones.
const NAMED: &[(&str, u32)] = &[
    ("webmercator", 3857),
    ("pseudomercator", 3857),
    ("web墨卡托", 3857),
    ("britishnationalgrid", 27700),
    ("rgf93lambert93", 2154),
    ("hongkong1980grid", 2326),
    ("irishtransversemercator", 2157),
    ("twd97tm2zone121", 3826),
];

/// Families of zones: what stands before the number, and what is added to it.
const ZONED: &[(&str, u32)] = &[
    ("etrs89utmzone", 25800),
    ("etrs1989utmzone", 25800),
    ("gda94mgazone", 28300),
    ("gda1994mgazone", 28300),
    ("gda2020mgazone", 7800),
];

pub(super) fn parse(text: &str) -> Result<Crs, NoCrs> {
    let text = text.nfkc().collect::<String>().to_lowercase();
    if let Some(code) = code(&text) {
        if OLD_CODES.iter().any(|codes| codes.contains(&code)) {
            return Err(NoCrs::DatumShift);
        }
        if let Some(crs) = Crs::of_code(code) {
            return Ok(crs);
        }
    }
    let name: String = name(&text).chars().filter(|letter| letter.is_alphanumeric()).collect();
    if OLD_DATUMS.iter().any(|words| words.iter().all(|words| has(&name, words))) {
        return Err(NoCrs::DatumShift);
    }
    named(&name).ok_or(NoCrs::Unknown)
}

/// The EPSG code a text ends with.
fn code(text: &str) -> Option<u32> {
    let (_, after) = text.rsplit_once("epsg")?;
    let after = after.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let figures = after.rsplit(|letter: char| !letter.is_ascii_digit()).next()?;
    figures.parse().ok()
}

/// Of well-known text the name, else all of it.
fn name(text: &str) -> &str {
    let is_wkt =
        ["projcs[", "geogcs[", "projcrs[", "geogcrs["].iter().any(|start| text.trim().starts_with(start));
    text.split('"').nth(1).filter(|_| is_wkt).unwrap_or(text)
}

fn named(name: &str) -> Option<Crs> {
    if has(name, OF_GCJ02) {
        return Some(Crs::GCJ02);
    }
    if has(name, OF_BD09) {
        return Some(Crs::BD09);
    }
    if has(name, OF_CGCS2000) {
        return cgcs2000(name);
    }
    if let Some((_, code)) = NAMED.iter().find(|(words, _)| name.contains(words)) {
        return Crs::of_code(*code);
    }
    if let Some(code) = ZONED.iter().find_map(|(words, base)| Some(number_after(name, words)? + base)) {
        return Crs::of_code(code);
    }
    if has(name, &["wgs84", "wgs1984"]) {
        return wgs84(name);
    }
    name.contains("crs84").then_some(Crs::WGS84)
}

/// Degrees, unless a zone or a meridian is named; zones are three degrees wide in Chinese practice,
/// and six in English names that do not say three.
fn cgcs2000(name: &str) -> Option<Crs> {
    let meridian = ["中央子午线", "中央经线", "gausskrugercm", "gkcm"]
        .iter()
        .find_map(|words| number_after(name, words));
    let zone = ["zone", "带号"]
        .iter()
        .find_map(|words| number_after(name, words))
        .or_else(|| number_before(name, "带"));
    let six = has(name, &["6度", "六度", "6degree"])
        || has(name, &["gk", "gauss"]) && !has(name, &["3degree", "3度", "三度"]);
    match (zone, meridian) {
        (Some(zone @ 13..=23), _) => Crs::of_code(zone + 4478),
        (Some(zone @ 25..=45), _) => Crs::of_code(zone + 4488),
        (None, Some(meridian @ 75..=135)) if six && (meridian - 75) % 6 == 0 => {
            Crs::of_code(4502 + (meridian - 75) / 6)
        }
        (None, Some(meridian @ 75..=135)) if !six && meridian % 3 == 0 => {
            Crs::of_code(4534 + (meridian - 75) / 3)
        }
        (None, None) if !has(name, &["gk", "gauss", "高斯", "带"]) => Some(Crs::CGCS2000),
        _ => None,
    }
}

fn wgs84(name: &str) -> Option<Crs> {
    if name.contains("auxiliarysphere") {
        return Crs::of_code(3857);
    }
    let Some((_, zone)) = name.split_once("utm") else { return Some(Crs::WGS84) };
    let zone = zone.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let end = zone.find(|letter: char| !letter.is_ascii_digit())?;
    let base = match zone.get(end..)?.chars().next()? {
        'n' => 32600,
        's' => 32700,
        _ => return None,
    };
    Crs::of_code(base + zone.get(..end)?.parse::<u32>().ok().filter(|zone| (1..=60).contains(zone))?)
}

fn has(name: &str, words: &[&str]) -> bool {
    words.iter().any(|word| name.contains(word))
}

fn number_after(name: &str, words: &str) -> Option<u32> {
    let (_, after) = name.split_once(words)?;
    let end = after.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(after.len());
    after.get(..end)?.parse().ok().filter(|number| *number < 1000)
}

/// The number right before the last of the words; 号 may stand between.
fn number_before(name: &str, words: &str) -> Option<u32> {
    let (before, _) = name.rsplit_once(words)?;
    let before = before.trim_end_matches('号');
    let figures = before.rsplit(|letter: char| !letter.is_ascii_digit()).next()?;
    figures.parse().ok().filter(|number| *number < 1000)
}

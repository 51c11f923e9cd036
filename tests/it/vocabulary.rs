//! No number, unit or word of any standard is in Rust.
//!
//! Every id, name, title and threshold of the catalogue and the packs is looked
//! for in the code below `src/`, tests aside. What may stand there all the same
//! is listed with a reason; an entry that is no longer needed fails the test.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use barrierfree::project::Library;

/// Why some words may stand in some places.
struct Allowed {
    why: &'static str,
    places: &'static [&'static str],
    words: &'static [&'static str],
}

const ALLOWED: &[Allowed] = &[
    Allowed {
        why: "attributes of every record, which the intake has a part to play for",
        places: &[
            "survey/layout",
            "survey/row",
            "survey/type_choice",
            "survey/profile",
            "survey/value/mod",
            "inventory/",
        ],
        words: &["id", "name", "type", "jurisdiction", "longitude", "latitude", "observed_on", "known_at"],
    },
    Allowed {
        why: "attributes of every record, which things with tags and servers of forms say in words of their own",
        places: &["survey/names", "survey/header/form"],
        words: &["id", "name", "type", "parent", "longitude", "latitude", "observed_on"],
    },
    Allowed {
        why: "columns of GTFS, and what its numbers for modes of transport stand for",
        places: &["survey/reader/feed/"],
        words: &["wheelchair_boarding", "metro", "rail", "bus", "ferry", "coach", "air", "taxi"],
    },
    Allowed {
        why: "attributes in XML and a key of OpenStreetMap",
        places: &["survey/reader/osm/xml", "survey/reader/tags"],
        words: &["id", "type", "building"],
    },
    Allowed {
        why: "attributes of every record, and keys of JSON, of a pair that is looked at",
        places: &["cli/review"],
        words: &["id", "name", "number", "type", "new"],
    },
    Allowed {
        why: "what became of a facility",
        places: &["model/comparison", "report/comparison/"],
        words: &["new"],
    },
    Allowed { why: "an attribute of places", places: &["city/resurvey"], words: &["latitude"] },
    Allowed { why: "how south is shortened", places: &["link/name"], words: &["s"] },
    Allowed {
        why: "attributes of every record: what facilities are recognised by",
        places: &["project/linking"],
        words: &["name", "jurisdiction", "parent"],
    },
    Allowed {
        why: "attributes of every record, and keys of JSON: what names the photos of a row",
        places: &["project/photos/", "cli/photos"],
        words: &["photo", "name", "type", "id"],
    },
    Allowed {
        why: "attributes of every record: what is filled in of a known facility, and who has seen it",
        places: &["export/template/sheet"],
        words: &["id", "jurisdiction", "longitude", "latitude"],
    },
    Allowed {
        why: "the end of a key of the locale: a column",
        places: &["report/xlsx/gaps"],
        words: &["measured"],
    },
    Allowed {
        why: "who has seen a facility stands in no export",
        places: &["export/layer"],
        words: &["observer"],
    },
    Allowed {
        why: "an attribute of every record: how its values are known",
        places: &["inventory/builder"],
        words: &["value_status"],
    },
    Allowed {
        why: "ends of keys of the locale: lines of instructions, kinds of values",
        places: &["export/template/"],
        words: &["new", "places", "text", "ratio", "number"],
    },
    Allowed {
        why: "the end of a key of the locale: no name is near",
        places: &["project/template"],
        words: &["none"],
    },
    Allowed {
        why: "attributes of every record: what an evaluator goes by to find other facilities",
        places: &["audit/"],
        words: &["id", "jurisdiction", "longitude", "latitude", "parent"],
    },
    Allowed {
        why: "attributes of every record, which the made-up city fills in its own way",
        places: &["city/file", "city/facility"],
        words: &[
            "id",
            "name",
            "type",
            "jurisdiction",
            "township",
            "longitude",
            "latitude",
            "observed_on",
            "parent",
        ],
    },
    Allowed {
        why: "the surveyed property that the language's own `complies` falls back to",
        places: &["standard/compile/"],
        words: &["complies"],
    },
    Allowed { why: "functions of the language", places: &["standard/compile/quantity"], words: &["floor"] },
    Allowed {
        why: "fields of packs, profiles, the catalogue and the city's recipe",
        places: &["standard/pack/", "standard/catalogue/", "standard/compile/", "city/boundary"],
        words: &[
            "id",
            "name",
            "type",
            "area",
            "level",
            "parent",
            "condition",
            "jurisdiction",
            "case",
            "children",
        ],
    },
    Allowed {
        why: "levels of government and precisions of deadlines, words of packs",
        places: &["standard/pack/", "city/boundary"],
        words: &["province", "prefecture", "county", "year"],
    },
    Allowed {
        why: "kinds of values, words of the catalogue",
        places: &["standard/catalogue/vocabulary"],
        words: &["length", "ratio", "degree", "text"],
    },
    Allowed {
        why: "units of physics, of which the language makes functions",
        places: &["quantity/", "report/amount", "survey/value/number", "map/furniture"],
        words: &["m", "m2", "N", "s", "yuan", "degree", "ratio"],
    },
    Allowed {
        why: "units as people write them behind a number in the made-up city's files",
        places: &["city/cell"],
        words: &["m", "N", "s"],
    },
    Allowed {
        why: "the id of a case's subject, as cases write it",
        places: &["audit/made_up"],
        words: &["case"],
    },
    Allowed {
        why: "columns, parts of a page and of keys of the locale",
        places: &["report/"],
        words: &["jurisdiction", "kind", "type", "facility", "place", "method", "number", "name"],
    },
    Allowed {
        why: "the type of a subject that is an area",
        places: &["model/finding"],
        words: &["jurisdiction"],
    },
    Allowed { why: "the id in a `pack.toml`", places: &["project/library"], words: &["id"] },
    Allowed { why: "names of options", places: &["cli/args"], words: &["jurisdiction", "type"] },
    Allowed { why: "how the help names a number", places: &["cli/args"], words: &["N"] },
    Allowed {
        why: "attributes of every record, which are columns of every export",
        places: &["export/layer"],
        words: &["id", "name", "jurisdiction", "longitude", "latitude", "observed_on"],
    },
    Allowed {
        why: "fields of JSON",
        places: &["cli/status", "cli/survey"],
        words: &["id", "type", "jurisdiction", "number"],
    },
    Allowed {
        why: "a table of the store",
        places: &["store/gpkg/write", "store/pg/write"],
        words: &["source"],
    },
    Allowed {
        why: "columns of a table of the store",
        places: &["store/gpkg/read", "store/pg/read", "store/pg/write"],
        words: &["observed_on", "known_at"],
    },
    Allowed {
        why: "keys of a project's configuration",
        places: &["project/config/", "cli/help"],
        words: &["jurisdiction", "type", "project"],
    },
    Allowed { why: "a stream of chance of the made-up city", places: &["city/facility"], words: &["place"] },
    Allowed {
        why: "`none` stands for nothing in messages",
        places: &[
            "cli/refusal",
            "project/failure",
            "project/library",
            "report/html/",
            "report/standard/",
            "survey/voice",
        ],
        words: &["none"],
    },
    Allowed {
        why: "the name of a type tag in the JSON of an expression",
        places: &["standard/cql/json"],
        words: &["type"],
    },
    Allowed { why: "south, on a compass", places: &["geometry/angle"], words: &["s"] },
    Allowed {
        why: "which of two files a message is about, and a reference system that is not said",
        places: &["inventory/shift"],
        words: &["other", "none"],
    },
    Allowed { why: "a placeable of a message", places: &["survey/position/remarks"], words: &["zone"] },
    Allowed { why: "a class of text in a drawing", places: &["map/label"], words: &["name"] },
    Allowed {
        why: "fields of a file of boundaries, and what may be wrong with an outline",
        places: &["project/boundaries"],
        words: &["name", "parent", "level", "crossing"],
    },
    Allowed {
        why: "fields and words of SARIF",
        places: &["report/sarif/"],
        words: &["id", "text", "level", "none", "warning"],
    },
    Allowed {
        why: "fields of GeoJSON, JSON and KML",
        places: &["survey/reader/json/", "survey/reader/kml/", "export/geojson", "export/kml"],
        words: &["type", "id", "name"],
    },
    Allowed { why: "a type of KML", places: &["export/kml"], words: &["double"] },
    Allowed {
        why: "minutes and seconds in the formats of a workbook",
        places: &["survey/reader/biff/format"],
        words: &["m", "s"],
    },
];

/// Numbers of standards that something else is counted by too.
const ALLOWED_NUMBERS: &[(&str, &str, &str)] = &[
    ("24", "export/shapefile/table", "bytes of a number written out"),
    ("40", "audit/columnar/number", "a denominator as a power of two"),
    ("400", "audit/made_up", "days to the earlier round of a case, as the documentation of cases says"),
    ("30", "city/dice", "bits a number is shifted by"),
    ("5000", "cli/args", "facilities of the made-up city"),
    ("200", "cli/progress", "milliseconds between two drawings"),
    ("25", "geometry/grid", "the zone that three degrees begin with in China"),
    ("2000", "inventory/", "places that are enough to tell a shift or a wrong area by"),
    ("24", "export/template/sheet", "letters of the widest column"),
    ("30000", "picture/", "pixels of the longest side of a photo"),
    ("40", "picture/", "millions of bytes of a photo"),
    ("80", "picture/", "how good the pictures shown are, of a hundred"),
    ("50", "project/photos/", "photos that are noted at a time"),
    ("0.01", "map/", "the least a drawing is wide, and what it divides by at the poles"),
    ("50", "city/resurvey", "how often of a thousand, and millionths of a degree"),
    ("90", "city/resurvey", "how often of a thousand"),
    ("150", "city/resurvey", "millionths of a degree"),
    ("200", "city/resurvey", "how often of a thousand"),
    ("450", "city/resurvey", "millionths of a degree"),
    ("500", "city/resurvey", "how often of a thousand"),
    ("0.8", "link/weigh", "what a name in common weighs"),
    ("80", "link/weigh", "metres between two entrances of a place"),
    ("250", "link/weigh", "metres within which a place is looked for"),
    ("1.5", "map/cluster", "how far rows of hexagons lie apart, in sides of one"),
    ("200", "map/extent", "of how many points one lies astray"),
    ("50", "map/share", "half, in a hundred"),
    ("180", "quantity/slope", "degrees of half a turn"),
    ("60", "quantity/unit", "seconds of a minute"),
    ("200", "report/html/urgent", "gaps that are written out at least"),
    ("40", "standard/cql/parse/mod", "letters of what was found instead"),
    ("50000", "report/", "gaps or rows that one file holds, or memory"),
    ("40", "survey/reader/encoding", "one zero byte in so many"),
    ("30", "survey/reader/", "bytes as powers of two, and where a number stands in a binary file"),
    ("60", "survey/reader/", "where a number stands in a binary file, and the day 1900 never had"),
    ("48", "survey/reader/compound", "where a number stands in a binary file"),
    ("200", "survey/reader/archive", "how much tighter a sheet is packed at most"),
    ("200", "survey/reader/delimiter", "rows that are enough to tell a delimiter by"),
    ("50", "survey/reader/biff/format", "a code of a workbook's formats"),
    ("2000", "survey/reader/foreign", "letters that are enough to tell a file by"),
    ("25", "survey/reader/text", "a control character"),
    ("30", "survey/sheet/mod", "rows a header is looked for in"),
];

/// Ids that are something else too.
const ALLOWED_IDS: &[(&str, &str, &str)] =
    &[("100000", "geometry/crs/code", "metres the origin of a grid lies from its meridian")];

/// Files that may hold Chinese, with the reason.
const CHINESE: &[(&str, &str)] = &[
    ("quantity/unit", "how units are written"),
    ("quantity/written/", "how numbers are written"),
    ("survey/value/date", "how dates are written"),
    ("city/cell", "how surveyors of the made-up city write units"),
    ("city/mod", "the household that no output may show"),
    ("geometry/angle", "how degrees are written"),
    ("geometry/crs/name", "how reference systems are called"),
    ("map/ring", "how large counts are shortened"),
    ("link/name", "what in a name tells a place from the one beside it"),
    ("city/facility", "how surveyors of the made-up city number a place"),
    ("city/resurvey", "what tells neighbours of the made-up city apart"),
];

/// Numbers that say nothing: whole ones up to this, and powers of ten.
const SMALL: u32 = 20;

/// A file below `src`, without tests and comments.
struct Source {
    path: String,
    code: String,
}

/// The code of a file: what comes before its tests, without comments.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.extension().and_then(|end| end.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("rs") if !is_test(&path) => found.push(source(&root, &path)),
                _ => {}
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn is_test(path: &Path) -> bool {
    let aside = ["tests", "tests.rs", "testing.rs", "sample.rs"];
    path.iter().any(|part| aside.iter().any(|test| part == *test))
}

fn source(root: &Path, path: &PathBuf) -> Source {
    let text = fs::read_to_string(path).expect("a source");
    let lines = without_tests(&text).lines().map(without_comment);
    let name = path.strip_prefix(root).expect("below src").with_extension("");
    Source { path: name.to_string_lossy().into_owned(), code: lines.collect::<Vec<_>>().join("\n") }
}

/// What comes before a comment; two slashes within a text begin none.
fn without_comment(line: &str) -> &str {
    let mut from = 0;
    while let Some(quote) = line[from..].find(['"', '/']).map(|at| from + at) {
        if line[quote..].starts_with("//") {
            return &line[..quote];
        }
        let is_letter = line[..quote].ends_with('\'') && line[quote + 1..].starts_with('\'');
        let is_text = line[quote..].starts_with('"') && !is_letter;
        from = quote + 1;
        if is_text {
            from = (from + end_of(&line[from..]) + 1).min(line.len());
        }
    }
    line
}

/// What comes before the module of tests, whoever else may see that.
fn without_tests(text: &str) -> &str {
    let is_module =
        |(_, rest): &(&str, &str)| rest.lines().next().is_some_and(|line| line.ends_with("mod tests {"));
    let marks =
        text.match_indices("#[cfg(test)]\n").map(|(at, mark)| (&text[..at], &text[at + mark.len()..]));
    marks.into_iter().find(is_module).map_or(text, |(code, _)| code)
}

impl Source {
    /// Texts in quotes, but for the names of a message's placeables.
    fn texts(&self) -> Vec<String> {
        let (mut found, mut rest, mut before) = (Vec::new(), self.code.as_str(), String::new());
        while let Some((outside, inside)) = rest.split_once('"') {
            let end = end_of(inside);
            before.push_str(outside);
            let is_placeable = before.ends_with("with(") || before.ends_with("with_words(");
            if !is_placeable {
                found.push(inside[..end].to_owned());
            }
            rest = inside.get(end + 1..).unwrap_or_default();
        }
        found
    }

    /// Ids that stand in a text: as all of it, or as a word where only ids are written so.
    fn named(&self, ids: &BTreeSet<String>) -> Vec<String> {
        let mut found = Vec::new();
        for text in self.texts() {
            if ids.contains(&text) {
                found.push(text);
                continue;
            }
            let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
            let named = words.filter(|word| word.contains('_') && ids.contains(*word));
            found.extend(named.map(str::to_owned));
        }
        found
    }

    /// Numbers outside of texts, as they are written but for the underscores.
    fn numbers(&self) -> BTreeSet<String> {
        let outside: Vec<&str> = self.code.split('"').step_by(2).collect();
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '{');
        let words = outside.iter().flat_map(|text| text.split(|letter| !is_part(letter)));
        let words = words.flat_map(|word| word.split("..")).map(|word| word.replace('_', ""));
        words.filter(|word| word.starts_with(|first: char| first.is_ascii_digit())).collect()
    }

    fn is_in(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }
}

/// Where a text ends that begins here.
fn end_of(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    text.len()
}

/// Every id of the catalogue and the packs.
fn ids(library: &Library) -> BTreeSet<String> {
    let catalogue = &library.catalogue;
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for one in &catalogue.types {
        ids.insert(one.id.to_string());
        ids.insert(one.group.clone());
        for property in &one.properties {
            ids.insert(property.id.to_string());
            ids.extend(property.values.iter().map(|value| value.id.to_string()));
        }
    }
    ids.extend(catalogue.units.iter().map(|one| one.id.to_string()));
    ids.extend(library.standards().iter().map(|one| one.id.to_string()));
    ids.extend(library.standards().iter().flat_map(|one| &one.areas).map(|one| one.adcode.to_string()));
    ids.extend(library.program.requirements.iter().map(|one| one.duty.id.to_string()));
    ids
}

/// Names and titles in Chinese: of standards, requirements, types, properties, areas.
fn titles(library: &Library) -> BTreeSet<String> {
    let catalogue = &library.catalogue;
    let standards = library.standards();
    let of_standards = standards.iter().flat_map(|one| [&one.title, &one.short]);
    let of_areas = standards.iter().flat_map(|one| &one.areas).map(|area| &area.name);
    let of_duties = library.program.requirements.iter().flat_map(|one| [&one.duty.title, &one.duty.remedy]);
    let of_types = catalogue.types.iter().map(|one| &one.label);
    let of_properties = catalogue.types.iter().flat_map(|one| &one.properties).map(|one| &one.label);
    let all = of_standards.chain(of_areas).chain(of_duties).chain(of_types).chain(of_properties);
    all.map(|title| title.zh.clone()).filter(|title| title.chars().count() > 1).collect()
}

/// Numbers in the expressions of every requirement, and in what stands for undefined words.
fn thresholds() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("standards");
    let packs = fs::read_dir(folder).expect("standards").map(|entry| entry.expect("an entry").path());
    for pack in packs.filter(|path| path.is_dir() && !path.ends_with("catalogue")) {
        for file in fs::read_dir(pack).expect("a pack").map(|entry| entry.expect("an entry").path()) {
            if file.extension().is_some_and(|end| end == "toml") {
                let text = fs::read_to_string(&file).expect("a text");
                numbers_of(&text.parse().expect("TOML"), &mut found);
            }
        }
    }
    let is_common = |number: &String| {
        number.parse::<u32>().is_ok_and(|whole| whole <= SMALL) || number.trim_end_matches('0') == "1"
    };
    found.retain(|number| !is_common(number));
    found
}

fn numbers_of(pack: &toml::Table, found: &mut BTreeSet<String>) {
    let fields = ["applies", "condition", "let", "expects", "measure", "value", "trend_days"];
    for list in ["requirement", "parameter"] {
        let items = pack.get(list).and_then(toml::Value::as_array).into_iter().flatten();
        for item in items.filter_map(toml::Value::as_table) {
            fields.iter().filter_map(|field| item.get(*field)).for_each(|value| numbers_in(value, found));
        }
    }
    let own = pack.get("standard").and_then(|standard| standard.get("trend_days"));
    if let Some(days) = own {
        numbers_in(days, found);
    }
}

fn numbers_in(value: &toml::Value, found: &mut BTreeSet<String>) {
    match value {
        toml::Value::Table(table) => table.values().for_each(|value| numbers_in(value, found)),
        toml::Value::Array(list) => list.iter().for_each(|value| numbers_in(value, found)),
        toml::Value::String(text) => {
            let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_');
            let words = text.split(|letter| !is_part(letter));
            let numbers = words.filter(|word| word.starts_with(|first: char| first.is_ascii_digit()));
            found.extend(numbers.map(str::to_owned));
        }
        other => found.extend(other.as_integer().map(|number| number.to_string())),
    }
}

#[test]
fn no_id_of_the_catalogue_or_a_standard_is_in_rust() {
    let library = Library::load(None).expect("the standards");
    let ids = ids(&library);
    let (mut wrong, mut used) = (Vec::new(), BTreeSet::new());
    for source in sources() {
        for text in source.named(&ids) {
            let mut reasons = ALLOWED.iter().enumerate();
            let allowed =
                reasons.find(|(_, one)| source.is_in(one.places) && one.words.contains(&text.as_str()));
            match allowed {
                Some((number, _)) => drop(used.insert((number, text))),
                None => wrong.push(format!("src/{}.rs: `{text}`", source.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "words of standards in Rust:\n{}", wrong.join("\n"));
    let all =
        ALLOWED.iter().enumerate().flat_map(|(number, one)| one.words.iter().map(move |word| (number, word)));
    let dead = all.filter(|(number, word)| !used.contains(&(*number, (**word).to_owned())));
    let dead: Vec<_> = dead.map(|(number, word)| format!("`{word}`: {}", ALLOWED[number].why)).collect();
    assert!(dead.is_empty(), "allowed for nothing:\n{}", dead.join("\n"));
}

#[test]
fn no_title_of_the_catalogue_or_a_standard_is_in_rust() {
    let library = Library::load(None).expect("the standards");
    let titles = titles(&library);
    let ids: BTreeSet<String> =
        ids(&library).into_iter().filter(|id| id.contains(char::is_numeric)).collect();
    let (mut wrong, mut used, mut needed) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for source in sources() {
        let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
        if source.code.contains(is_chinese) {
            let place = CHINESE.iter().position(|(place, _)| source.is_in(&[place]));
            match place {
                Some(number) => drop(used.insert(number)),
                None => wrong.push(format!("src/{}.rs has Chinese words", source.path)),
            }
        }
        let named = titles.iter().chain(ids.iter().filter(|id| id.chars().count() > 3));
        let named = named.filter(|title| title.chars().count() >= 4 && source.code.contains(title.as_str()));
        for title in named {
            let allowed = |(one, place, _): &(&str, &str, &str)| one == title && source.is_in(&[place]);
            match ALLOWED_IDS.iter().position(allowed) {
                Some(number) => drop(needed.insert(number)),
                None => wrong.push(format!("src/{}.rs: {title}", source.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "titles of standards in Rust:\n{}", wrong.join("\n"));
    assert_eq!(used.len(), CHINESE.len(), "a place is allowed Chinese and has none");
    assert_eq!(needed.len(), ALLOWED_IDS.len(), "an id is allowed for nothing");
}

#[test]
fn no_threshold_of_a_standard_is_in_rust() {
    let thresholds = thresholds();
    assert!(thresholds.contains("0.02") && thresholds.len() > 5, "{thresholds:?}");
    let (mut wrong, mut used) = (Vec::new(), BTreeSet::new());
    for source in sources() {
        for number in source.numbers().intersection(&thresholds) {
            let allowed = |(one, place, _): &(&str, &str, &str)| one == number && source.is_in(&[place]);
            match ALLOWED_NUMBERS.iter().position(allowed) {
                Some(nth) => drop(used.insert(nth)),
                None => wrong.push(format!("src/{}.rs: {number}", source.path)),
            }
        }
    }
    assert!(wrong.is_empty(), "numbers of standards in Rust:\n{}", wrong.join("\n"));
    assert_eq!(used.len(), ALLOWED_NUMBERS.len(), "a number is allowed for nothing");
}

#[test]
fn a_planted_word_or_number_is_found() {
    let code = "let x = (\"total_spaces\", 50, 0.02); m.with(\"name\", \"a \\\" b\")".to_owned();
    let planted = Source { path: "audit/x".into(), code };
    assert_eq!(planted.texts(), ["total_spaces", "a \\\" b"]);
    assert_eq!(planted.numbers(), ["50", "0.02"].map(str::to_owned).into());
}

#[test]
fn what_a_standard_says_is_told_from_what_the_program_says() {
    let library = Library::load(None).expect("the standards");
    let planted = |code: &str| Source { path: "audit/x".into(), code: code.to_owned() };
    let source =
        planted("if id == \"GB50763-8.10.1\" || reads(\"total_spaces > 3\", \"parking\") { 0.02 * 50 + 2 }");
    assert_eq!(source.named(&ids(&library)), ["GB50763-8.10.1", "total_spaces", "parking"]);
    let numbers: Vec<String> = source.numbers().intersection(&thresholds()).cloned().collect();
    assert_eq!(numbers, ["0.02", "50"]);
    assert!(planted("say(\"the total is {}\", 2)").named(&ids(&library)).is_empty());
}

#[test]
fn two_slashes_within_a_text_begin_no_comment() {
    assert_eq!(without_comment(r#"let a = "b://c"; // d"#), r#"let a = "b://c"; "#);
    assert_eq!(without_comment(r#"let a = "\"//" / 2; //"#), r#"let a = "\"//" / 2; "#);
    assert_eq!(without_comment("'\"' // \" a"), "'\"' ");
    assert_eq!(without_comment("/// \"a"), "");
    assert_eq!(without_comment("a \"b"), "a \"b");
}

#[test]
fn a_module_of_tests_is_left_out_whoever_sees_it() {
    for module in ["mod tests {", "pub(super) mod tests {"] {
        assert_eq!(without_tests(&format!("code\n#[cfg(test)]\n{module}\n    x\n}}\n")), "code\n");
    }
    let aside = "#[cfg(test)]\nmod tests;\ncode\n";
    assert_eq!(without_tests(aside), aside);
}

//! Surveys of the same places by people who do not know their numbers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use barrierfree::city::{Plan, Recipe, Resurvey, resurveys};
use barrierfree::locale::Language;
use barrierfree::model::Verdict;
use barrierfree::project::{self, ExportFormat, Import, Kept, Library, Request};
use barrierfree::store::{Address, By};
use jiff::civil::date;

fn taken_in(files: Vec<PathBuf>, store: &Address, library: &Library) -> project::Imported {
    let request = Import { files, accept: true, ..Import::default() };
    project::import(&request, store, library, &()).expect("an import")
}

/// The city surveyed twice, each type a file.
fn city(library: &Library) -> Vec<Resurvey> {
    let recipe = Path::new(env!("CARGO_MANIFEST_DIR")).join("survey_data/samples/made-up-city.toml");
    let recipe = Recipe::parse(&fs::read_to_string(recipe).expect("a recipe"), &library.catalogue);
    let plan = Plan { size: 2500, seed: 1, as_of: date(2026, 11, 1) };
    resurveys(&plan, &library.catalogue, &recipe.expect("a recipe"))
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path
}

#[test]
fn of_a_city_surveyed_again_nearly_all_is_recognised_and_nothing_wrongly() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let city = city(&library);
    let store = Address::File(folder.path().join("inventory.gpkg"));
    let files = |round: usize| -> Vec<PathBuf> {
        let one = |of: &Resurvey| {
            let text = [&of.before, &of.after][round];
            written(folder.path(), &format!("{}-{round}.csv", of.name), text)
        };
        city.iter().map(one).collect()
    };
    taken_in(files(0), &store, &library);
    taken_in(files(1), &store, &library);
    let pairs = project::reviewed(&store, true, &library).expect("pairs");
    let mut found = BTreeMap::new();
    for pair in pairs {
        let [Some(known), Some((file, row))] = pair.both.map(|side| side.row) else {
            panic!("a row is gone")
        };
        found.insert((file.to_string(), row), (known, pair.verdict));
    }
    let (mut right, mut wrong, mut asked, mut missed, mut all) = (0, 0, 0, 0, 0);
    for of in &city {
        let place = |round: u32| folder.path().join(format!("{}-{round}.csv", of.name)).display().to_string();
        for who in &of.truth {
            all += u32::from(who.before.is_some());
            match found.get(&(place(1), who.row)) {
                Some((_, Verdict::Ask)) => asked += 1,
                Some(((file, row), _)) if **file == *place(0) && Some(*row) == who.before => right += 1,
                Some(_) => wrong += 1,
                None => missed += u32::from(who.before.is_some()),
            }
        }
    }
    println!("{all} pairs: {right} linked rightly, {wrong} wrongly, {asked} asked about, {missed} missed");
    assert!(all >= 500);
    assert!(100 * right >= 99 * (right + wrong), "precision");
    assert!(100 * right >= 95 * all, "recall");
}

const BEFORE: &str = "设施类型,名称,经度,纬度,调查日期\n停车场,和平停车场,107.4,40.75,2025-05-01\n";
const AFTER: &str = "设施类型,名称,经度,纬度,调查日期\n停车场,万达广场停车场,107.40003,40.75,2026-05-01\n";

#[test]
fn a_doubtful_pair_is_two_until_somebody_decides_and_that_can_be_undone() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Address::File(folder.path().join("inventory.gpkg"));
    let files = [("a.csv", BEFORE), ("b.csv", AFTER)];
    let [first, second] = files.map(|(name, text)| written(folder.path(), name, text));
    assert_eq!(taken_in(vec![first], &store, &library).asked, 0);
    assert_eq!(taken_in(vec![second.clone()], &store, &library).asked, 1);
    let again = taken_in(vec![second], &store, &library);
    assert_eq!((again.survey, again.asked), (None, 0), "the same file changes nothing");
    let out = folder.path().join("out");
    let count = || {
        let kept = Some(Kept { address: store.clone(), drafts: false });
        let request = Request { kept, as_of: Some(date(2026, 11, 1)), ..Request::default() };
        let written = project::export(&request, ExportFormat::Csv, &out, Language::Zh, &library, &());
        written.expect("an export").facilities
    };
    let by = By::Person { name: Some("李四".into()), reason: None };
    let open = || project::reviewed(&store, false, &library).expect("pairs");
    assert_eq!((count(), open().len()), (2, 1));
    let number = open()[0].number;
    assert!(project::decide(&store, &[number, 99], Verdict::Same, &by).is_err());
    assert!(project::decide(&store, &[0], Verdict::Same, &by).is_err());
    assert_eq!((count(), open().len()), (2, 1), "half of what was said is nothing");
    for (verdict, facilities, left) in
        [(Verdict::Same, 1, 0), (Verdict::Different, 2, 0), (Verdict::Ask, 2, 1)]
    {
        project::decide(&store, &[number], verdict, &by).expect("a word");
        assert_eq!((count(), open().len()), (facilities, left), "{verdict:?}");
    }
}

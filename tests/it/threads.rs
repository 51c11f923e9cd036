//! However many threads work: the same bytes.

use std::num::NonZero;
use std::path::PathBuf;

use barrierfree::locale::{Language, Locale};
use barrierfree::parallel::use_threads;
use barrierfree::project::{self, City, Library, Request, make_city};
use barrierfree::report::{Context, json};

/// The JSON of every finding of a city.
fn audited(files: &[PathBuf], library: &Library, threads: usize) -> Vec<u8> {
    use_threads(NonZero::new(threads).expect("some threads"));
    let request = Request {
        files: files.to_vec(),
        auto: true,
        as_of: Some(jiff::civil::date(2026, 11, 1)),
        // Else the present second stands in the plan.
        known_by: Some("2099-12-31".into()),
        all_findings: true,
        ..Request::default()
    };
    let run = project::audit(&request, library, &()).expect("an audit");
    let (locale, areas) = (Locale::new(Language::Zh), library.areas());
    let context = Context { locale: &locale, catalogue: &library.catalogue, areas: &areas };
    let mut bytes = Vec::new();
    json::write(&run, &context, &mut bytes).expect("memory takes everything");
    bytes
}

#[test]
fn one_thread_and_many_write_the_same_bytes() {
    let library = Library::load(None).expect("the library");
    let folder = tempfile::tempdir().expect("a folder");
    let city = City { folder: folder.path().join("city"), size: 1500, seed: 1 };
    let mut files = make_city(&city, &library).expect("a city");
    files.push(folder.path().join("broken.xlsx"));
    std::fs::write(&files[files.len() - 1], "PK\u{3}\u{4}").expect("a file");
    let alone = audited(&files, &library, 1);
    assert!(alone.len() > 1 << 20);
    for threads in [2, 3, 8] {
        assert!(audited(&files, &library, threads) == alone, "{threads} threads");
    }
}

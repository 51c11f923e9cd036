//! `standard docs`: pages that are whole, and folders of others left alone.

use super::Desk;

/// The pages of one small standard.
fn docs(desk: &Desk, options: &[&str]) -> super::Outcome {
    desk.run(&[&["standard", "docs", "pages", "cn-gb55019-2021"], options].concat())
}

#[test]
fn each_requirement_has_a_page_and_the_index_leads_to_it() {
    let desk = Desk::new();
    let run = docs(&desk, &[]);
    assert_eq!(run.code, Some(0), "{}", run.text());
    assert!(run.err.contains("index.html"), "{}", run.err);
    let index = desk.read("pages/index.html");
    let page = desk.read("pages/GB55019-2.9.5_open-space.html");
    assert!(index.contains("href=\"GB55019-2.9.5_open-space.html\""), "{index}");
    for part in ["不少于总车位数的 2 %（向上取整）", "必须做到", "判定式", "ceil(0.02 * total_spaces)"]
    {
        assert!(page.contains(part), "{part} is missing");
    }
    assert!(!index.contains("TJG-03d"), "a standard nobody asked for");
    let english = docs(&desk, &["--lang", "en"]);
    assert_eq!(english.code, Some(0), "{}", english.text());
    let page = desk.read("pages/GB55019-2.9.5_open-space.html");
    assert!(page.contains("at least 2 % of total bays (rounded up)"), "our own pages are written again");
}

#[test]
fn one_requirement_may_be_asked_for_and_an_unknown_one_is_named() {
    let desk = Desk::new();
    let run = desk.run(&["standard", "docs", "pages", "GB55019-2.9.3", "--format", "markdown"]);
    assert_eq!(run.code, Some(0), "{}", run.text());
    let names: Vec<_> = std::fs::read_dir(desk.path("pages")).expect("a folder").collect();
    assert_eq!(names.len(), 5);
    assert!(desk.read("pages/GB55019-2.9.3.md").contains("\n## 要求什么"));
    let run = desk.run(&["standard", "docs", "other", "GB55019-2.9.33"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("GB55019-2.9.33") && run.err.contains("是否指 GB55019-2.9.3"), "{}", run.err);
    assert!(!desk.path("other").exists(), "nothing is begun that cannot be done");
}

#[test]
fn what_others_put_in_the_folder_stays() {
    let desk = Desk::with("pages/notes.txt", "mine");
    assert_eq!(docs(&desk, &[]).code, Some(0));
    assert_eq!(desk.read("pages/notes.txt"), "mine");
    let desk = Desk::with("pages/index.html", "<h1>mine</h1>");
    let run = docs(&desk, &[]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("index.html") && run.err.contains("没有覆盖"), "{}", run.err);
    assert_eq!(desk.read("pages/index.html"), "<h1>mine</h1>");
    assert!(!desk.path("pages/topics.html").exists(), "all or nothing");
}

#[test]
fn a_folder_that_cannot_be_is_said_to_be_none() {
    let desk = Desk::with("pages", "a file");
    let run = docs(&desk, &[]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("pages"), "{}", run.err);
    assert_eq!(desk.read("pages"), "a file");
}

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::*;
use crate::locale::{Language, Locale};
use crate::model::Outcome;
use crate::quantity::Interval;
use crate::report::sample;

fn in_language<T>(language: Language, run: &Run, make: impl Fn(&Run, &Context<'_>) -> T) -> T {
    let (locale, catalogue) = (Locale::new(language), sample::catalogue());
    make(run, &Context { locale: &locale, catalogue: &catalogue, areas: &crate::report::Areas::new() })
}

fn page(run: &Run, language: Language) -> String {
    in_language(language, run, |run, context| {
        let mut bytes = Vec::new();
        write(run, context, &mut bytes).expect("memory takes everything");
        String::from_utf8(bytes).expect("UTF-8")
    })
}

fn embedded(page: &str) -> serde_json::Value {
    let (_, rest) = page.split_once("type=\"application/json\">").expect("data");
    let (json, _) = rest.split_once("</script>").expect("end of data");
    serde_json::from_str(json).expect("JSON")
}

/// More findings than a page holds, in two jurisdictions.
fn large() -> Run {
    let mut run = sample::run();
    let amounts = [0, 1, 1].map(Interval::exact);
    for number in 0..=MOST_ENTRIES {
        let mut lot = sample::subject(&format!("more-{number:06}"), "停车场");
        lot.jurisdiction = Some(if number % 2 == 0 { "../150803" } else { "150804" }.into());
        run.findings.push(sample::bays(lot, Outcome::Failed, &amounts));
    }
    run
}

/// A file of a folder in memory.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("one thread").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn folder(run: &Run) -> BTreeMap<String, String> {
    let files = in_language(Language::Zh, run, |run, context| {
        let mut files: BTreeMap<String, Page> = BTreeMap::new();
        write_folder(run, context, |name| Ok(files.entry(name.to_owned()).or_default().clone()))
            .expect("written");
        files
    });
    let text = |page: Page| String::from_utf8(page.0.lock().expect("one thread").clone()).expect("UTF-8");
    files.into_iter().map(|(name, page)| (name, text(page))).collect()
}

#[test]
fn names_that_are_markup_stay_text() {
    let page = page(&sample::run(), Language::Zh);
    assert!(page.contains("&lt;script&gt;alert('停车场')&lt;/script&gt;"));
    assert!(!page.contains(sample::SCRIPT));
    assert!(!page.contains("<img"));
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert!(page.chars().all(|letter| letter == '\n' || !letter.is_control()));
}

#[test]
fn the_page_asks_nobody_for_anything() {
    let page = page(&sample::run(), Language::Zh);
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    let own = page.replace("http://www.w3.org/2000/svg", "").replace("http://evil", "");
    assert!(!own.contains("http:") && !own.contains("https:") && !own.contains("<link"));
    assert!(!page.contains(" style=\"") && !page.contains(" onclick"), "the policy would refuse it");
}

#[test]
fn each_gap_says_all_an_official_needs() {
    let page = page(&sample::run(), Language::Zh);
    for needed in [
        "不合格：2 处设施有 3 项到期要求未达到。",
        "无障碍停车位 0 个，应有 3 个，缺 3 个",
        "增设 3 个无障碍停车位",
        "巴彦淖尔 2017 四(四)39",
        "牵头：住建局；配合：残联、公安局",
        "2020 年底、已逾期 2,152 天",
        "停车场.xlsx「一季度」 第 37 行「无障碍车位、总车位」",
        "补测：总车位。测后即可判定",
        "未与原文核对",
        "虚构",
    ] {
        assert!(page.contains(needed), "{needed}");
    }
}

#[test]
fn every_word_of_the_page_is_translated() {
    for (language, tag) in [(Language::Zh, "zh-Hans"), (Language::En, "en")] {
        let page = page(&sample::run(), language);
        assert!(page.contains(&format!("<html lang=\"{tag}\">")));
        for prefix in [">report-", ">gap-", ">outcome-", "\"report-js-", ">strength-"] {
            assert!(!page.contains(prefix), "{tag} {prefix}");
        }
    }
}

#[test]
fn the_data_hold_every_finding_and_every_problem() {
    let data = embedded(&page(&sample::run(), Language::Zh));
    assert_eq!(data["findings"].as_array().map(Vec::len), Some(5));
    assert_eq!(data["facilities"].as_array().map(Vec::len), Some(4));
    assert_eq!(data["diagnostics"].as_array().map(Vec::len), Some(3));
    assert_eq!(data["words"]["cells"], "第 {row} 行「{columns}」");
}

#[test]
fn no_household_is_on_the_page() {
    assert!(!page(&sample::run(), Language::Zh).contains(sample::HOUSEHOLD));
}

#[test]
fn a_run_without_findings_is_a_page_too() {
    let mut run = sample::run();
    run.findings.clear();
    run.tallies.clear();
    run.diagnostics.clear();
    let page = page(&run, Language::Zh);
    for words in ["没有可以判定的内容", "没有缺口", "没有可列的内容", "没有发现数据问题"]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn a_large_report_is_a_folder_that_holds_everything() {
    let run = large();
    assert!(!in_language(Language::Zh, &run, is_one_page));
    let pages = folder(&run);
    let names: Vec<_> = pages.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["diagnostics-001.html", "index.html", "list-001.html", "list-002.html", "list-003.html"]
    );
    let lists = names.iter().filter(|name| name.starts_with("list-"));
    let listed: usize =
        lists.map(|name| embedded(&pages[*name])["findings"].as_array().map_or(0, Vec::len)).sum();
    assert_eq!(listed, MOST_ENTRIES + 1 + 5);
    for name in names.iter().filter(|name| **name != "index.html") {
        assert!(pages["index.html"].contains(&format!("href=\"{name}\"")), "{name}");
    }
}

#[test]
fn a_jurisdiction_too_large_for_a_page_is_split_between_facilities() {
    let mut run = large();
    let subjects = run.findings.iter_mut().skip(6);
    subjects.for_each(|finding| Arc::make_mut(&mut finding.subject).jurisdiction = None);
    let pages = folder(&run);
    let sizes: Vec<_> = pages
        .iter()
        .filter(|(name, _)| name.starts_with("list-"))
        .map(|(_, page)| embedded(page)["findings"].as_array().map_or(0, Vec::len))
        .collect();
    assert_eq!(sizes, [5, MOST_ENTRIES, 1]);
}

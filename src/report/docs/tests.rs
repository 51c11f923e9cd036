use super::{Format, Handbook, pages, stem};
use crate::locale::{Language, Locale};
use crate::model::Catalogue;
use crate::report::{Areas, Context, sample};
use crate::standard::compile;
use crate::standard::pack::PackFile;
use crate::standard::program::Program;

/// A pack of one requirement with these lines in it.
pub(crate) fn with_pack(subject: &str, lines: &str) -> String {
    format!(
        r#"
[standard]
id = "xx"
title = {{ zh = "示例办法", en = "Example rules" }}
short = {{ zh = "示例", en = "Example" }}
level = "county"
jurisdiction = "999901"
trend_days = 300

[[requirement]]
id = "EX-1/a"
clause = "第一条"
topic = "parking"
title = {{ zh = "<车位>", en = "<Bays>" }}
subject = "{subject}"
obligation = "mandatory"
remedy = {{ zh = "增设 {{shortfall}} 个", en = "add {{shortfall}} bays" }}
{lines}
"#
    )
}

/// The program of one pack.
pub(crate) fn compiled(text: &str, catalogue: &Catalogue) -> Program {
    compile(&[PackFile { pack: "xx", name: "xx/pack.toml", text }], catalogue).expect("compiles")
}

fn page(language: Language, format: Format) -> String {
    let lines = "verified = false\nexpects = [{ id = \"some\", check = \"accessible_spaces >= 1\" }]";
    let (locale, catalogue) = (Locale::new(language), sample::catalogue());
    let context = Context { locale: &locale, catalogue: &catalogue, areas: &Areas::new() };
    let program = compiled(&with_pack("parking", lines), &catalogue);
    let handbook = Handbook { context, program: &program, findings: &[], chosen: &[0] };
    let pages = pages(&handbook, format);
    assert_eq!(pages.len(), 5);
    pages.last().expect("a page").1.clone()
}

#[test]
fn a_page_says_what_is_asked_of_whom_and_by_what() {
    let text = page(Language::Zh, Format::Markdown);
    for part in [
        "每一处停车场，必须做到：",
        "- 无障碍停车位不少于 1",
        "示例办法 第一条",
        "增设若干个",
        "请先核对",
        "EX-1/a",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    let english = page(Language::En, Format::Html);
    assert!(english.contains("<span lang=\"zh-Hans\">第一条</span>"), "{english}");
}

#[test]
fn names_of_packs_are_text() {
    let html = page(Language::Zh, Format::Html);
    assert!(html.contains("&lt;车位&gt;") && !html.contains("<车位>"));
    let markdown = page(Language::En, Format::Markdown);
    assert!(markdown.contains("&lt;Bays&gt;") && !markdown.contains("<Bays>"));
}

#[test]
fn an_id_becomes_a_file_name() {
    assert_eq!(stem("GB55019-2.9.5/open-space"), "GB55019-2.9.5_open-space");
    assert_eq!(stem("../x\\y:z"), ".._x_y_z");
}

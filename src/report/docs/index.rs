//! The ways to find a requirement: by standard, by topic, by facility type.

use super::page::{Block, Columns, Line, Link, Page, Section, Table, Word, plain};
use super::requirement::{level_key, territory};
use super::{Handbook, link, stem};
use crate::locale::Message;
use crate::model::{Clause, Outcome, Strength};
use crate::report::amount::length;
use crate::report::wording::key_of;
use crate::standard::coverage;
use crate::standard::pack::Standard;
use crate::standard::program::Requirement;

const OUTCOMES: [Outcome; 5] =
    [Outcome::Passed, Outcome::Failed, Outcome::CantTell, Outcome::Inapplicable, Outcome::Untested];
const STRENGTHS: [Strength; 6] = [
    Strength::Mandatory,
    Strength::Target,
    Strength::Progressive,
    Strength::Conditional,
    Strength::Encouraged,
    Strength::Advisory,
];

/// The index by standard, then those by topic and by facility type.
pub(super) fn pages(handbook: &Handbook<'_>) -> Vec<Page> {
    let indexes = [by_standard(handbook), by_topic(handbook), by_type(handbook)];
    let standards = 0..handbook.program.standards.len();
    indexes.into_iter().chain(standards.filter_map(|number| clauses(handbook, number))).collect()
}

impl Handbook<'_> {
    /// The name of a topic; its id where the catalogue has none.
    pub(super) fn topic(&self, id: &str) -> String {
        let found = self.context.catalogue.topic(id);
        found.map_or_else(|| id.to_owned(), |topic| self.context.label(&topic.label).to_owned())
    }

    /// Whom a topic helps.
    pub(super) fn why(&self, topic: &str) -> Option<String> {
        Some(self.context.label(&self.context.catalogue.topic(topic)?.why).to_owned())
    }

    fn index_page(&self, stem: &str, title: &str, lead: Vec<Section>, sections: Vec<Section>) -> Page {
        let ways = [("index", "docs-by-standard"), ("topics", "docs-by-topic"), ("types", "docs-by-type")];
        let ways = ways.into_iter().filter(|(other, _)| *other != stem);
        Page {
            stem: stem.to_owned(),
            title: self.context.text(title),
            above: Vec::new(),
            ways: ways.map(|(stem, key)| Link::to(stem, self.context.text(key))).collect(),
            has_contents: true,
            sections: lead.into_iter().chain(sections).collect(),
        }
    }

    /// Requirements, one a row, under the headers of an index.
    fn list(&self, requirements: &[&Requirement], with_standard: bool) -> Block {
        let headers =
            ["report-column-requirement", "report-column-clause", "report-column-strength", "docs-id"];
        Block::Table(Table {
            kind: Columns::Index,
            caption: String::new(),
            headers: headers.map(|key| self.context.text(key)).to_vec(),
            rows: requirements.iter().map(|one| self.entry(one, with_standard)).collect(),
        })
    }

    fn entry(&self, requirement: &Requirement, with_standard: bool) -> Vec<Line> {
        let (context, duty) = (self.context, &requirement.duty);
        let mut title = vec![Word::Link(link(requirement, context.label(&duty.title)))];
        title.extend(context.unverified(duty).map(Word::Flag));
        if !duty.parameters.is_empty() {
            title.push(Word::Flag(context.text("docs-flag-assumed")));
        }
        let clause = if with_standard { context.citation(duty) } else { duty.clause.to_string() };
        let strength = context.strength(&duty.obligation);
        vec![title, plain(clause), plain(strength), vec![Word::Code(duty.id.to_string())]]
    }
}

fn by_standard(handbook: &Handbook<'_>) -> Page {
    let context = handbook.context;
    let mut sections = Vec::new();
    let mut overview = Vec::new();
    for (number, standard) in handbook.program.standards.iter().enumerate() {
        let own: Vec<_> =
            handbook.chosen().map(|(_, one)| one).filter(|one| one.standard == number).collect();
        if own.is_empty() {
            continue;
        }
        overview.push(standard_row(handbook, standard, own.len()));
        sections.push(Section {
            id: stem(standard.id.as_str()),
            title: context.label(&standard.short).to_owned(),
            blocks: vec![
                Block::Text(about(handbook, standard)),
                Block::Text(vec![Word::Link(by_clause(handbook, standard))]),
                handbook.list(&own, false),
            ],
        });
    }
    let headers =
        ["report-column-standard", "docs-binds", "docs-count"].map(|key| context.text(key)).to_vec();
    let count = Message::new("docs-lead").with("standards", length(overview.len()));
    let count = context.locale.say(&count.with("requirements", length(handbook.chosen.len())));
    let lead = Section {
        id: "standards".into(),
        title: context.text("docs-standards"),
        blocks: vec![
            Block::Text(plain(count)),
            Block::Table(Table { kind: Columns::Index, caption: String::new(), headers, rows: overview }),
        ],
    };
    let reading = reading(handbook);
    handbook.index_page("index", "docs-title", vec![lead], sections.into_iter().chain([reading]).collect())
}

fn standard_row(handbook: &Handbook<'_>, standard: &Standard, count: usize) -> Vec<Line> {
    let context = handbook.context;
    let link = Link {
        stem: "index".into(),
        section: Some(stem(standard.id.as_str())),
        text: context.label(&standard.short).to_owned(),
    };
    let mut name = vec![Word::Link(link)];
    if standard.made_up {
        name.push(Word::Flag(context.text("report-caveat-made-up")));
    }
    name.push(Word::Under(context.label(&standard.title).to_owned()));
    let binds = territory(context, standard);
    let from = standard.from.map(|day| Word::Under(context.say("docs-from", "date", day)));
    let binds = [Word::Plain(binds)].into_iter().chain(from).collect();
    vec![name, binds, plain(length(count))]
}

fn about(handbook: &Handbook<'_>, standard: &Standard) -> Line {
    let context = handbook.context;
    let level = context.text(&level_key(standard.level));
    let mut words = plain(format!("{} · {level}", context.label(&standard.title)));
    if standard.made_up {
        words.push(Word::Flag(context.text("report-caveat-made-up")));
    }
    words
}

/// A way to the clauses of a standard.
fn by_clause(handbook: &Handbook<'_>, standard: &Standard) -> Link {
    Link::to(stem(standard.id.as_str()), handbook.context.text("docs-clauses"))
}

/// A document from its first clause to its last; `None` where none of its requirements has a page.
fn clauses(handbook: &Handbook<'_>, number: usize) -> Option<Page> {
    let context = handbook.context;
    let standard = handbook.program.standards.get(number)?;
    handbook.chosen().find(|(_, one)| one.standard == number)?;
    let coverage = coverage(handbook.program, context.catalogue, number)?;
    let headers =
        ["report-column-clause", "docs-status", "docs-clause-text"].map(|key| context.text(key)).to_vec();
    let rows = coverage.clauses.iter().map(|clause| clause_row(handbook, clause)).collect();
    let table = Table { kind: Columns::Clauses, caption: String::new(), headers, rows };
    let short = context.label(&standard.short);
    Some(Page {
        stem: stem(standard.id.as_str()),
        title: format!("{short} · {}", context.text("docs-clauses")),
        above: about(handbook, standard),
        ways: vec![Link::to("index", context.text("docs-index"))],
        has_contents: false,
        sections: vec![Section {
            id: "clauses".into(),
            title: context.text("docs-clauses"),
            blocks: vec![Block::Text(plain(context.text("docs-clauses-lead"))), Block::Table(table)],
        }],
    })
}

fn clause_row(handbook: &Handbook<'_>, clause: &Clause) -> Vec<Line> {
    let context = handbook.context;
    let status = context.text(&format!("clause-{}", key_of(clause.status)));
    let examines = |one: &&Requirement| clause.requirements.contains(&one.duty.id);
    let mut text = Vec::new();
    for (_, one) in handbook.chosen().filter(|(_, one)| examines(one)) {
        text.extend((!text.is_empty()).then(|| Word::Plain(context.text("report-semicolon"))));
        text.push(Word::Link(link(one, context.label(&one.duty.title))));
    }
    if text.is_empty() {
        text = plain(context.label(&clause.text));
    }
    let number = vec![Word::Plain(clause.number.to_string()), Word::Under(clause.id.to_string())];
    vec![number, plain(status), text]
}

fn by_topic(handbook: &Handbook<'_>) -> Page {
    let known = handbook.context.catalogue.topics.iter().map(|topic| topic.id.to_string());
    let mut topics: Vec<String> = known.collect();
    for (_, one) in handbook.chosen() {
        if !topics.iter().any(|topic| **topic == *one.duty.topic) {
            topics.push(one.duty.topic.to_string());
        }
    }
    let section = |topic: String| {
        let own: Vec<_> =
            handbook.chosen().map(|(_, one)| one).filter(|one| *one.duty.topic == *topic).collect();
        let why = handbook.why(&topic).map(|why| Block::Text(plain(why)));
        let blocks = why.into_iter().chain([handbook.list(&own, true)]).collect();
        (!own.is_empty()).then(|| Section { id: stem(&topic), title: handbook.topic(&topic), blocks })
    };
    handbook.index_page(
        "topics",
        "docs-by-topic",
        Vec::new(),
        topics.into_iter().filter_map(section).collect(),
    )
}

fn by_type(handbook: &Handbook<'_>) -> Page {
    let context = handbook.context;
    let types = context.catalogue.types.iter().enumerate();
    let of_types = types.filter_map(|(number, of)| {
        let asks = |one: &&Requirement| one.body(number).is_some();
        let own: Vec<_> = handbook.chosen().map(|(_, one)| one).filter(asks).collect();
        (!own.is_empty()).then(|| Section {
            id: stem(of.id.as_str()),
            title: context.label(&of.label).to_owned(),
            blocks: vec![handbook.list(&own, true)],
        })
    });
    let of_areas: Vec<_> = handbook.chosen().map(|(_, one)| one).filter(|one| one.areas.is_some()).collect();
    let areas = (!of_areas.is_empty()).then(|| Section {
        id: "areas".into(),
        title: context.text("docs-areas"),
        blocks: vec![handbook.list(&of_areas, true)],
    });
    handbook.index_page("types", "docs-by-type", Vec::new(), of_types.chain(areas).collect())
}

/// What the words and shapes mean.
fn reading(handbook: &Handbook<'_>) -> Section {
    let context = handbook.context;
    let outcome = |outcome: Outcome| {
        let text = context.text(&format!("report-means-{}", outcome.key()));
        (context.outcome(outcome), vec![Word::Outcome(outcome, String::new()), Word::Plain(text)])
    };
    let strength = |strength: Strength| {
        let key = strength.key();
        (context.text(&format!("strength-{key}")), plain(context.text(&format!("docs-means-{key}"))))
    };
    Section {
        id: "reading".into(),
        title: context.text("docs-reading"),
        blocks: vec![
            Block::Facts(OUTCOMES.map(outcome).to_vec()),
            Block::Facts(STRENGTHS.map(strength).to_vec()),
        ],
    }
}

//! A page as its content, before it is HTML or Markdown.

use crate::model::Outcome;

/// A page of the handbook.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page {
    /// Its file name, without what comes after the dot.
    pub(super) stem: String,
    /// What it is about.
    pub(super) title: String,
    /// Where it belongs: a line above the title.
    pub(super) above: Line,
    /// Pages beside it.
    pub(super) ways: Vec<Link>,
    /// Whether it lists its sections at the top.
    pub(super) has_contents: bool,
    /// What it says.
    pub(super) sections: Vec<Section>,
}

/// A part of a page under a heading.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Section {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

/// Something below the other.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A paragraph.
    Text(Line),
    /// A paragraph that has to be seen.
    Notice(Line),
    /// The sentence a page is there for.
    Lead(Line),
    /// Demands, one below the other.
    List(Vec<Line>),
    /// Terms and what is to be said of them.
    Facts(Vec<(String, Line)>),
    /// Rows and columns.
    Table(Table),
    /// Two examples side by side.
    Examples(Vec<Example>),
    /// A text in the language of the packs, which few want to see.
    Source { title: String, text: String },
}

/// How wide the columns of a table are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Columns {
    /// What is looked for, and short things beside it.
    #[default]
    Index,
    /// A case, and the number that goes with it.
    Values,
    /// What is recorded, how, and under which name.
    Fields,
    /// Requirements, and what they ask.
    Others,
    /// A clause, whether it is examined, and by what or why not.
    Clauses,
    /// What is given, and what comes of it.
    Cases,
}

/// Rows under a caption and headers.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Table {
    pub(super) kind: Columns,
    pub(super) caption: String,
    pub(super) headers: Vec<String>,
    /// Cells; the first of each row is its header.
    pub(super) rows: Vec<Vec<Line>>,
}

/// A facility and its verdict.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Example {
    pub(super) outcome: Outcome,
    pub(super) verdict: String,
    pub(super) given: Line,
    pub(super) found: String,
    pub(super) remedy: String,
}

/// Words of one line.
pub(super) type Line = Vec<Word>;

/// A stretch of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    Plain(String),
    Strong(String),
    /// On a line of its own, smaller.
    Under(String),
    /// Stands out as something to beware of.
    Flag(String),
    Code(String),
    Outcome(Outcome, String),
    Link(Link),
}

/// A way to another page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    /// Its file name, without what comes after the dot.
    pub(super) stem: String,
    /// The section, where it is not the whole page.
    pub(super) section: Option<String>,
    pub(super) text: String,
}

/// A line of one stretch.
pub(super) fn plain(text: impl Into<String>) -> Line {
    vec![Word::Plain(text.into())]
}

impl Link {
    /// A way to a whole page.
    pub(super) fn to(stem: impl Into<String>, text: impl Into<String>) -> Self {
        Self { stem: stem.into(), section: None, text: text.into() }
    }

    /// Where it leads, for files that end so.
    pub(super) fn address(&self, end: &str) -> String {
        let section = self.section.as_ref().map(|id| format!("#{id}"));
        format!("{}.{end}{}", self.stem, section.unwrap_or_default())
    }
}

//! What is wrong with a pack: every mistake at once, each underlined.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::cql::SyntaxError;
use crate::locale::{Language, Locale, Message};
use crate::model::nearest;

/// One mistake in one file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Index of the file in [`Mistakes::files`].
    pub file: usize,
    /// Bytes of the file to underline.
    pub span: Range<usize>,
    /// What is wrong.
    pub problem: Problem,
    /// What was probably meant.
    pub help: Option<Message>,
}

/// What is wrong: with the meaning, or with the grammar of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Said by a message.
    Meaning(Message),
    /// Said by the parser.
    Grammar(SyntaxError),
}

/// All mistakes of the packs that were read together.
#[derive(Debug, Clone, Default)]
pub struct Mistakes {
    /// Name and text of each file.
    pub files: Vec<(String, String)>,
    /// The mistakes.
    pub list: Vec<Mistake>,
}

impl Mistakes {
    /// The same in words, in the order of files and lines, with the lines they are in.
    pub fn render(&self, locale: &Locale) -> String {
        let mut order: Vec<&Mistake> = self.list.iter().collect();
        order.sort_by_key(|mistake| (mistake.file, mistake.span.start, mistake.span.end));
        order.dedup();
        let shown: Vec<String> = order.into_iter().map(|mistake| self.show(mistake, locale)).collect();
        shown.join("\n\n")
    }

    fn show(&self, mistake: &Mistake, locale: &Locale) -> String {
        let nothing = (String::new(), String::new());
        let (name, text) = self.files.get(mistake.file).unwrap_or(&nothing);
        let title = match &mistake.problem {
            Problem::Meaning(message) => locale.say(message),
            Problem::Grammar(error) => error.say(locale),
        };
        let help = mistake.help.as_ref().map(|help| locale.say(help));
        let end = mistake.span.end.min(text.len());
        let underline = AnnotationKind::Primary.span(mistake.span.start.min(end)..end);
        let snippet = Snippet::source(text.as_str()).path(name.as_str());
        let snippet = snippet.annotation(underline.label(help.as_deref()));
        let level = Level::ERROR.with_name(locale.text("mistake"));
        let group: Group<'_> = level.primary_title(title.as_str()).element(snippet);
        Renderer::plain().render(&[group]).clone()
    }
}

impl std::fmt::Display for Mistakes {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.render(&Locale::new(Language::En)))
    }
}

impl std::error::Error for Mistakes {}

/// "Did you mean …", where a known name is like the wrong one.
pub(super) fn suggestion<'k>(wrong: &str, known: impl IntoIterator<Item = &'k str>) -> Option<Message> {
    nearest(wrong, known).map(|best| Message::new("mistake-did-you-mean").with("name", best))
}

//! A `let` over other facilities: `{ count = "library", where = "…" }`.

use std::ops::Range;

use super::kinds::{self, KindsText};
use super::{Fields, Text};
use crate::locale::Message;

/// A number over other facilities, as it is written.
#[derive(Debug, Clone)]
pub(crate) struct AggregateText {
    pub(crate) figure: FigureText,
    pub(crate) kinds: KindsText,
    pub(crate) filter: Option<Text>,
    pub(crate) among: Option<Text>,
    pub(crate) within: Option<Text>,
    pub(crate) file: usize,
    pub(crate) span: Range<usize>,
}

/// What the number says of them.
#[derive(Debug, Clone)]
pub(crate) enum FigureText {
    Count,
    /// How many are not so.
    Lacking(Text),
    /// The part that is so.
    Share(Text),
    /// The number that is added up.
    Sum(Text),
    Nearest,
    /// By the way to these.
    Rank(KindsText),
}

const FIGURES: [&str; 5] = ["count", "share", "sum", "nearest", "rank"];

/// Reads the table of a `let`; `None` after its mistake has been noted.
pub(super) fn read(fields: &mut Fields<'_>) -> Option<AggregateText> {
    let given: Vec<&'static str> =
        FIGURES.into_iter().filter(|figure| fields.value(figure).is_some()).collect();
    let [figure] = given[..] else {
        for known in ["that", "of", "to", "where", "among", "within"] {
            fields.value(known);
        }
        fields.wrong(fields.span(), Message::new("mistake-aggregate"), None);
        return None;
    };
    let (kinds, figure) = match figure {
        "share" => (kinds::must(fields, "share"), FigureText::Share(fields.must("that"))),
        "sum" => (kinds::must(fields, "of"), FigureText::Sum(fields.must("sum"))),
        "nearest" => (kinds::must(fields, "nearest"), FigureText::Nearest),
        "rank" => (kinds::must(fields, "rank"), FigureText::Rank(kinds::must(fields, "to"))),
        _ => (kinds::must(fields, "count"), FigureText::Count),
    };
    Some(over(fields, figure, kinds))
}

/// A check of every one: `every = "library", where = "…", that = "…"`.
pub(super) fn every(fields: &mut Fields<'_>) -> AggregateText {
    let (kinds, that) = (kinds::must(fields, "every"), fields.must("that"));
    over(fields, FigureText::Lacking(that), kinds)
}

fn over(fields: &mut Fields<'_>, figure: FigureText, kinds: KindsText) -> AggregateText {
    let measured = !matches!(figure, FigureText::Nearest | FigureText::Rank(_));
    let ranked = matches!(figure, FigureText::Rank(_));
    AggregateText {
        figure,
        kinds,
        filter: fields.text("where"),
        among: if ranked { None } else { fields.text("among") },
        within: if measured { fields.text("within") } else { None },
        file: fields.file(),
        span: fields.span(),
    }
}

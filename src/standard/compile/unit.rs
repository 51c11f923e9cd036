//! What combining two measured numbers measures.

use crate::locale::Message;
use crate::quantity::Dimension;
use crate::standard::program::Operator;

/// What a number measures; `None` is a bare number that fits any unit.
pub(super) type Measured = Option<Dimension>;

/// What sums, comparisons and choices of the two measure; `None` where they do not fit.
pub(super) fn common(left: Measured, right: Measured) -> Option<Measured> {
    match (left, right) {
        (None, Some(Dimension::Date)) | (Some(Dimension::Date), None) => None,
        (None, other) | (other, None) => Some(other),
        (Some(left), Some(right)) => (left == right).then_some(Some(left)),
    }
}

/// What the result of an operation measures; `None` where the two do not fit.
pub(super) fn combined(operator: Operator, left: Measured, right: Measured) -> Option<Measured> {
    use Dimension::{Area, Count, Date, Length, Ratio};
    match (operator, left, right) {
        (_, Some(Date), _) | (_, _, Some(Date)) => None,
        (Operator::Add | Operator::Subtract, ..) => common(left, right),
        (Operator::Multiply, Some(Length), Some(Length)) => Some(Some(Area)),
        (Operator::Multiply, None | Some(Ratio), other) => Some(other.or(left)),
        (Operator::Multiply, other, None | Some(Ratio | Count))
        | (Operator::Multiply, Some(Count), other) => Some(other),
        (Operator::Divide, Some(Area), Some(Length)) => Some(Some(Length)),
        (Operator::Divide, left, right) if left == right && left.is_some() => Some(Some(Ratio)),
        (Operator::Divide, _, None | Some(Ratio | Count)) => Some(left),
        _ => None,
    }
}

/// What should be measured, and what is.
pub(super) fn instead(wanted: Measured, found: Measured) -> Message {
    Message::new("mistake-wrong-kind").with_words("wanted", words(wanted)).with_words("found", words(found))
}

/// Name of what is measured.
pub(super) fn words(measured: Measured) -> Message {
    Message::new(match measured {
        None => "dimension-none",
        Some(Dimension::Count) => "dimension-count",
        Some(Dimension::Length) => "dimension-length",
        Some(Dimension::Area) => "dimension-area",
        Some(Dimension::Ratio) => "dimension-ratio",
        Some(Dimension::Angle) => "dimension-angle",
        Some(Dimension::Force) => "dimension-force",
        Some(Dimension::Duration) => "dimension-duration",
        Some(Dimension::Money) => "dimension-money",
        Some(Dimension::Date) => "dimension-date",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_a_count_is_a_count() {
        let count = Some(Dimension::Count);
        assert_eq!(combined(Operator::Multiply, None, count), Some(count));
        assert_eq!(combined(Operator::Multiply, count, Some(Dimension::Ratio)), Some(count));
        assert_eq!(combined(Operator::Divide, count, count), Some(Some(Dimension::Ratio)));
    }

    #[test]
    fn metres_and_bays_do_not_add_up() {
        let (length, count) = (Some(Dimension::Length), Some(Dimension::Count));
        assert_eq!(combined(Operator::Add, length, count), None);
        assert_eq!(common(length, Some(Dimension::Date)), None);
    }
}

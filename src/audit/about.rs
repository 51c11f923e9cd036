//! Which property a cause speaks of: the subject's own, or another facility's.
//!
//! Both are one number, so that verdicts stay plain sets of numbers: a property
//! of the subject is its index, one of another type has the type above it.

use crate::model::Reason;

/// Types times properties are far fewer.
const STRIDE: usize = 1 << 16;

/// A cause of another facility, as the subject's verdict tells it.
pub(super) fn of_other(kind: usize, cause: (Reason, Option<usize>)) -> (Reason, Option<usize>) {
    let (reason, property) = cause;
    let named = |property: usize| if property < STRIDE { (kind + 1) * STRIDE + property } else { property };
    (reason, property.map(named))
}

/// The type, where it is another one than the subject's, and the property.
pub(super) fn split(number: usize) -> (Option<usize>, usize) {
    ((number / STRIDE).checked_sub(1), number % STRIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_of_another_type_leads_back_to_both() {
        let (_, number) = of_other(7, (Reason::NotSurveyed, Some(3)));
        assert_eq!(number.map(split), Some((Some(7), 3)));
        assert_eq!(split(3), (None, 3));
        let again = of_other(2, (Reason::NotSurveyed, number));
        assert_eq!(again.1, number);
    }
}

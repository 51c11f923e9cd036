//! W3C EARL's five outcomes, and why a finding stays open.

use serde::{Deserialize, Serialize};

/// What an audit says of one requirement and one subject.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The requirement applies and every check holds.
    Passed,
    /// The requirement applies and a check does not hold.
    Failed,
    /// The data do not decide it.
    CantTell,
    /// The requirement does not apply to the subject.
    Inapplicable,
    /// The requirement was not tried, by its nature.
    Untested,
}

/// Why an outcome is *cannot tell*: the first that holds, in this order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Observations contradict each other.
    Conflict,
    /// Nothing is recorded.
    NotSurveyed,
    /// Recorded as unknown or as not applicable.
    RecordedUnknown,
    /// The surveyed range holds values on both sides of the limit.
    StraddlesThreshold,
    /// More facilities may exist than were recorded.
    InventoryNotComplete,
    /// The clause binds under a condition nobody has shown.
    ConditionNotEvidenced,
    /// The standard the clause points to is not determined.
    DeferenceUnresolved,
    /// A trend needs two rounds.
    NeedsSecondObservation,
    /// A quotient over what may be zero.
    DivisionByZero,
}

/// Why an outcome is *untested*.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// The clause states no pass mark; the subject is measured only.
    NoThreshold,
    /// The standard does not bind on the day of the audit.
    NotInForce,
    /// The subject is outside the plan's scope.
    OutOfScope,
    /// No register with the figure was given.
    NoRegister,
}

macro_rules! key_of {
    ($($kind:ty),*) => {$(
        impl $kind {
            /// The name used in JSON and as key of its wording.
            pub fn key(self) -> String {
                serde_json::to_value(self).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
            }
        }
    )*};
}

key_of!(Outcome, Reason, Silence, super::Strength, super::GapClass, super::Precision);

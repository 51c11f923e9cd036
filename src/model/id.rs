//! Names of things, each its own type so that none is taken for another.

use std::sync::Arc;

use super::plain;

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<T: Into<Arc<str>>> From<T> for $name {
            fn from(text: T) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

names! {
    /// Six digits of GB/T 2260.
    Adcode;
    /// One check of a requirement, such as `share`.
    CheckId;
    /// A clause of a document, such as `BYN-24`: what its requirements `BYN-24` and `BYN-24/reporting` share.
    ClauseId;
    /// A facility, stable over surveys.
    FacilityId;
    /// A property of a facility type, such as `total_spaces`.
    PropertyId;
    /// A requirement, stable and citable, such as `BYN-39`.
    RequirementId;
    /// A standard, such as `cn-gb55019-2021`.
    StandardId;
    /// A facility type, such as `parking`.
    TypeId;
    /// A unit of the catalogue, such as `bay` or `m`.
    UnitId;
}

impl RequirementId {
    /// The clause it belongs to.
    pub fn clause(&self) -> ClauseId {
        self.0.split('/').next().unwrap_or_default().into()
    }
}

impl Adcode {
    /// Six digits, full-width ones too; `None` for whatever else is written.
    pub fn parse(text: &str) -> Option<Self> {
        let text = plain(text);
        let is_six = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_six.then(|| text.into())
    }
}

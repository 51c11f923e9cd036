//! The objects of a published JSON document.

/// Objects, each with its keys, that can be written and whose shape can be published; every key has its words.
macro_rules! rows {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(serde::Serialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        struct $name { $($(#[$field_doc])* $field: $kind,)* }
    )*};
}

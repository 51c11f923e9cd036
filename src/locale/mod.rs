//! Words for people: one Fluent file per language, Chinese first.
//!
//! Everything a user reads comes from here or from the `label`s of the
//! catalogue and the packs; codes and ids go in, sentences come out.

mod bilingual;
mod bundle;
mod system;

pub use bilingual::{Bilingual, Language};
pub use bundle::{Locale, Message};
pub use system::cause;

//! The only floor that knows files, folders and the clock.
//!
//! It opens surveys, profiles and standards, runs the floors below in their
//! order, and writes what they give. `cli` and, later, a server call it and do
//! nothing of their own.

mod assets;
mod audit;
mod boundaries;
mod config;
mod demo;
mod difference;
mod docs;
mod export;
mod failure;
mod files;
mod folder;
mod import;
mod jurisdiction;
mod kept;
mod known;
mod library;
mod progress;
mod reading;
mod state;
mod status;
mod surveys;
mod taking;

pub use audit::{Kept, Request, audit};
pub use boundaries::boundaries;
pub use config::{CONFIG, Config, Entry, Origin, Overrides, Setting, project_at};
pub use demo::{City, make_city};
pub use difference::difference;
pub use docs::{write_conformance, write_docs};
pub use export::{ExportFormat, export};
pub use failure::Failure;
pub use files::{today, write_file, write_folder};
pub use folder::{NewProject, Project, init, language_at};
pub use import::{Import, Imported, import};
pub use jurisdiction::code as jurisdiction;
pub use library::Library;
pub use progress::{Phase, Progress};
pub use status::{Status, TypeStatus, status};
pub use surveys::{objection, step, survey, surveys};

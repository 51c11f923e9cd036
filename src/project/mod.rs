//! The only floor that knows files, folders and the clock.
//!
//! It opens surveys, profiles and standards, runs the floors below in their
//! order, and writes what they give. `cli` and, later, a server call it and do
//! nothing of their own.

mod assets;
mod audit;
mod backup;
mod boundaries;
mod carrying;
mod comparison;
mod config;
mod conflict;
mod demo;
mod difference;
mod docs;
mod export;
mod failure;
mod files;
mod folder;
mod given;
mod import;
mod jurisdiction;
mod kept;
mod known;
mod library;
mod linking;
mod photos;
mod progress;
mod reading;
mod review;
mod state;
mod status;
mod surveys;
mod taking;
mod template;
mod verify;

pub use audit::{Kept, Request, audit};
pub use backup::{Entry as BackedUp, Manifest, check as check_backup, create as backup, restore};
pub use boundaries::boundaries;
pub use carrying::migrate;
pub use comparison::{Between, comparison};
pub use config::{CONFIG, Config, Entry, Origin, Overrides, Setting, project_at};
pub use conflict::{Claim, Conflict, choose, conflicts, reopen};
pub use demo::{City, make_city};
pub use difference::difference;
pub use docs::{write_conformance, write_docs};
pub use export::{ExportFormat, Exported, export};
pub use failure::Failure;
pub use files::{today, write_file, write_folder};
pub use folder::{NewProject, Project, init, language_at};
pub use import::{Import, Imported, import};
pub use jurisdiction::code as jurisdiction;
pub use library::Library;
pub use photos::{LinkedPhoto, PhotoImport, Photos, PhotosImported, import_photos, photos, shown_at};
pub use progress::{Phase, Progress};
pub use review::{Reviewed, Side, decide, link, reviewed, split};
pub use status::{Status, TypeStatus, Undecided, status};
pub use surveys::{objection, step, survey, surveys};
pub use template::{TemplateMade, TemplateRequest, template};
pub use verify::{Verified, verify};

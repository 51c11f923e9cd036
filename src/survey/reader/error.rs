//! Why a file cannot be read at all.

use super::{Fault, Foreign};
use crate::locale::{Message, cause};

/// Why a survey file cannot be read at all.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file is there and its bytes do not come.
    #[error("the bytes cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// A workbook behind a password.
    #[error("the workbook is protected by a password")]
    PasswordProtected,
    /// Something else than a table.
    #[error("not a table but {}", what.key())]
    NotATable {
        /// What it is.
        what: Foreign,
    },
    /// The end of the workbook is missing.
    #[error("the workbook is cut off")]
    Truncated,
    /// The workbook is there and broken inside.
    #[error("the workbook is damaged in `{part}`: {why}")]
    Damaged {
        /// The part or sheet.
        part: String,
        /// What was met there.
        why: String,
    },
    /// A file that belongs to this one is not beside it.
    #[error("`{part}` is not beside it")]
    PartMissing {
        /// Its name, or its ending.
        part: String,
    },
    /// Another program has changes of the database that are not yet in it.
    #[error("the database is still open in another program")]
    StillOpen,
    /// The workbook unfolds beyond any survey.
    #[error("the workbook unfolds beyond all measure in `{part}`")]
    Oversized {
        /// The part.
        part: String,
    },
    /// A part of the archive whose name leads out of it.
    #[error("`{part}` leads out of the archive")]
    UnsafeName {
        /// The name.
        part: String,
    },
    /// A document that defines its own entities, which no map needs.
    #[error("the document defines entities of its own")]
    DocumentType,
    /// Text that begins as JSON and is not.
    #[error("not JSON: {} in line {line}, column {column}", fault.key())]
    NotJson {
        /// What is wrong.
        fault: Fault,
        /// Counted from 1.
        line: u64,
        /// In letters, counted from 1.
        column: u64,
    },
    /// The file is packed or written in a way that is not read.
    #[error("reading the file takes `{what}`, which is not known here")]
    Needs {
        /// What the file says a reader has to know.
        what: String,
    },
    /// The profile names an encoding that nobody knows.
    #[error("no encoding is called `{name}`")]
    UnknownEncoding {
        /// The name given.
        name: String,
    },
}

impl ReadError {
    /// What is wrong and what to do, to be spoken by a locale.
    pub fn message(&self) -> Message {
        match self {
            Self::Io(why) => Message::new("read-io").with_words("why", cause(why)),
            Self::Empty => Message::new("read-empty"),
            Self::PasswordProtected => Message::new("read-password"),
            Self::NotATable { what } => Message::new(format!("read-is-{}", what.key())),
            Self::Truncated => Message::new("read-truncated"),
            Self::Damaged { part, .. } => Message::new("read-damaged").with("part", part),
            Self::PartMissing { part } => Message::new("read-part-missing").with("part", part),
            Self::StillOpen => Message::new("read-still-open"),
            Self::Oversized { part } => Message::new("read-oversized").with("part", part),
            Self::UnsafeName { part } => Message::new("read-unsafe-name").with("part", part),
            Self::DocumentType => Message::new("read-document-type"),
            Self::NotJson { fault, line, column } => Message::new("read-not-json")
                .with("line", line)
                .with("at", column)
                .with_words("fault", Message::new(format!("json-{}", fault.key()))),
            Self::Needs { what } => Message::new("read-needs").with("what", what),
            Self::UnknownEncoding { name } => Message::new("read-unknown-encoding").with("name", name),
        }
    }
}

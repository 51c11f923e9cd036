//! What the operating system says of a file, in words.

use std::io::{Error, ErrorKind};

use super::Message;

/// The cause of an input or output error, to be spoken by a locale.
///
/// An error may bring its own words.
pub fn cause(error: &Error) -> Message {
    if let Some(own) = error.get_ref().and_then(|inner| inner.downcast_ref::<Message>()) {
        return own.clone();
    }
    let key = match error.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-denied",
        ErrorKind::IsADirectory => "system-is-folder",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::InvalidData => "system-not-text",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::InvalidFilename => "system-bad-name",
        _ => "system-other",
    };
    Message::new(key).with("why", error)
}

//! Arguments that make no sense, in the language asked for.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::locale::Message;

/// What is wrong with the arguments; `None` for help, version and what clap says better itself.
pub(super) fn message(error: &Error) -> Option<Message> {
    let value = text(error, ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => Message::new("argument-no-value"),
        ErrorKind::InvalidValue => Message::new("argument-bad-choice"),
        ErrorKind::ValueValidation => Message::new("argument-bad-value"),
        ErrorKind::UnknownArgument => Message::new("argument-unknown"),
        ErrorKind::InvalidSubcommand => Message::new("argument-unknown-command"),
        ErrorKind::MissingRequiredArgument => Message::new("argument-missing"),
        ErrorKind::ArgumentConflict => Message::new("argument-twice"),
        _ => return None,
    };
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let nearest = nearest.map(|kind| text(error, kind)).concat();
    let message = message
        .with("argument", text(error, ContextKind::InvalidArg))
        .with("command", text(error, ContextKind::InvalidSubcommand))
        .with("known", text(error, ContextKind::ValidValue))
        .with("nearest", if nearest.is_empty() { "none".to_owned() } else { nearest });
    Some(message.with("value", value))
}

/// What clap knows of the mistake.
fn text(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(several)) => several.join(", "),
        _ => String::new(),
    }
}

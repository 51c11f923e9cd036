//! Why a run could not be made, with the cause and what to do.

use std::path::{Path, PathBuf};

use crate::locale::{Locale, Message, cause};
use crate::model::{StandardId, nearest};
use crate::standard::Mistakes;
use crate::standard::pack::Standard;
use crate::standard::program::Program;
use crate::store::StoreError;
use crate::survey::ProfileError;

/// Why a run could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder could not be read or written.
    #[error("{doing} `{}`: {source}", path.display())]
    File {
        /// What was being done: the end of a key of the locale.
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The catalogue, the standards or the configuration have mistakes.
    #[error("{0}")]
    Standards(#[from] Mistakes),
    /// A profile has mistakes.
    #[error("`{}`: {error}", path.display())]
    Profile {
        /// The profile.
        path: PathBuf,
        /// Its mistakes.
        error: ProfileError,
    },
    /// An inventory cannot be used.
    #[error("`{address}`: {error}")]
    Store {
        /// Where it is, less any password.
        address: String,
        /// Why.
        error: StoreError,
    },
    /// A file holds nothing that can be used; or an option asks for what is not there.
    #[error("{0:?}")]
    Input(Message),
    /// None of the files can be read, each for its cause.
    #[error("{0:?}")]
    Inputs(Vec<Message>),
}

impl Failure {
    /// Wraps what the system says of a file.
    pub(super) fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { doing, path, source }
    }

    /// Wraps what a store says.
    pub(super) fn store<A: std::fmt::Display>(address: A) -> impl Fn(StoreError) -> Self + use<A> {
        move |error| Self::Store { address: address.to_string(), error }
    }

    pub(super) fn unknown_standard(id: &StandardId, known: &[Standard]) -> Self {
        let names = || known.iter().map(|standard| standard.id.as_str());
        let message = Message::new("failure-unknown-standard").with("name", id);
        let message = message.with("nearest", nearest(id.as_str(), names()).unwrap_or("none"));
        Self::Input(message.with("known", names().collect::<Vec<_>>().join(", ")))
    }

    pub(super) fn unknown_requirement(id: &str, program: &Program) -> Self {
        let standards = program.standards.iter().map(|standard| standard.id.as_str());
        let requirements = program.requirements.iter().map(|one| one.duty.id.as_str());
        let near = nearest(id, standards.chain(requirements)).unwrap_or("none");
        Self::Input(Message::new("failure-unknown-requirement").with("name", id).with("nearest", near))
    }

    /// The cause in words.
    pub fn say(&self, locale: &Locale) -> String {
        match self {
            Self::File { doing, path, source } => {
                let message = Message::new(format!("failure-{doing}"));
                locale.say(&message.with("file", path.display()).with_words("cause", cause(source)))
            }
            Self::Standards(mistakes) => mistakes.render(locale),
            Self::Profile { path, error } => {
                let title = locale.say(&Message::new("failure-profile").with("file", path.display()));
                format!("{title}\n{}", error.say(locale))
            }
            Self::Store { address, error } => {
                let message = Message::new("failure-store").with("file", address);
                locale.say(&message.with_words("cause", error.message()))
            }
            Self::Input(message) => locale.say(message),
            Self::Inputs(causes) => {
                causes.iter().map(|cause| locale.say(cause)).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

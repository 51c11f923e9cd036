//! `barrierfree standard docs` and `standard conformance`.

use std::path::Path;

use super::args::DocsFormat;
use super::{CLEAN, say};
use crate::locale::{Locale, Message};
use crate::project::{Failure, Library, write_conformance, write_docs};
use crate::report::docs::Format;

pub(super) fn run(
    library: &Library,
    folder: &Path,
    ids: &[String],
    format: DocsFormat,
    locale: &Locale,
) -> Result<u8, Failure> {
    let format = match format {
        DocsFormat::Html => Format::Html,
        DocsFormat::Markdown => Format::Markdown,
    };
    let (count, first) = write_docs(folder, ids, format, library, locale)?;
    let written = Message::new("docs-written-pages").with("count", count).with("first", first);
    say(&locale.say(&written.with("folder", folder.display())));
    Ok(CLEAN)
}

pub(super) fn conformance(
    library: &Library,
    folder: &Path,
    ids: &[String],
    locale: &Locale,
) -> Result<u8, Failure> {
    let count = write_conformance(folder, ids, library)?;
    let written = Message::new("conformance-written").with("count", count);
    say(&locale.say(&written.with("folder", folder.display())));
    Ok(CLEAN)
}

//! `barrierfree demo`.

use std::path::Path;

use super::args::DemoArgs;
use super::{CLEAN, print};
use crate::locale::{Locale, Message};
use crate::project::{City, Failure, Library, make_city};

pub(super) fn run(options: &DemoArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let library = Library::load(standards)?;
    let city = City { folder: options.folder.clone(), size: options.size, seed: options.seed };
    let made = make_city(&city, &library)?;
    let message = Message::new("demo-made")
        .with("facilities", options.size)
        .with("files", made.len())
        .with("folder", options.folder.display());
    print(|out| writeln!(out, "{}", locale.say(&message)))?;
    Ok(CLEAN)
}

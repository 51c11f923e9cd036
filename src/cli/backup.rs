//! `barrierfree backup`, `barrierfree verify` and `barrierfree migrate`: an inventory kept safe, and elsewhere.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use super::args::{BackupArgs, BackupCommand, MigrateArgs, VerifyArgs};
use super::{CLEAN, GAPS, print, say};
use crate::locale::{Locale, Message};
use crate::project::{self, Config, Failure, Manifest, Overrides, Project, Verified};
use crate::store::Address;

pub(super) fn run(options: &BackupArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let (message, folder, manifest) = match &options.command {
        BackupCommand::Create { folder, project } => {
            let made = project::backup(&config(project.as_deref(), standards)?, folder)?;
            ("backup-made", folder, made)
        }
        BackupCommand::Restore { folder, project } => {
            let restored = project::restore(&config(project.as_deref(), standards)?, folder)?;
            ("backup-restored", folder, restored)
        }
        BackupCommand::Verify { folder } => {
            let (manifest, faults) = project::check_backup(folder)?;
            if !faults.is_empty() {
                return told(&faults, locale);
            }
            ("backup-sound", folder, manifest)
        }
    };
    say(&locale.say(&about(message, &manifest).with("folder", folder.display())));
    Ok(CLEAN)
}

fn config(project: Option<&Path>, standards: Option<&Path>) -> Result<Config, Failure> {
    let overrides = Overrides { packs: standards.map(Path::to_owned), ..Overrides::default() };
    Ok(Project::open(project, overrides)?.config)
}

fn about(message: &'static str, manifest: &Manifest) -> Message {
    let message =
        Message::new(message).with("files", manifest.files.len()).with("content", &manifest.content);
    message.with("made", manifest.made)
}

fn told(faults: &[Message], locale: &Locale) -> Result<u8, Failure> {
    print(|out| faults.iter().try_for_each(|fault| writeln!(out, "{}", locale.say(fault)))).map(|()| GAPS)
}

pub(super) fn verify(options: &VerifyArgs, standards: Option<&Path>, locale: &Locale) -> Result<u8, Failure> {
    let found = project::verify(&config(options.project.as_deref(), standards)?)?;
    print(|out| if options.json { as_json(&found, locale, out) } else { show(&found, locale, out) })?;
    Ok(if found.faults.is_empty() { CLEAN } else { GAPS })
}

fn show(found: &Verified, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    for fault in &found.faults {
        writeln!(out, "{}", locale.say(fault))?;
    }
    let message = Message::new("verify-done").with("surveys", found.surveys).with("rows", found.rows);
    let message = message.with("photos", found.photos).with("content", &found.content);
    writeln!(out, "{}", locale.say(&message.with("faults", found.faults.len())))
}

fn as_json(found: &Verified, locale: &Locale, out: &mut dyn Write) -> io::Result<()> {
    let faults: Vec<_> = found.faults.iter().map(|fault| locale.say(fault)).collect();
    let value = json!({
        "surveys": found.surveys,
        "rows": found.rows,
        "photos": found.photos,
        "content": found.content,
        "faults": faults,
    });
    serde_json::to_writer_pretty(&mut *out, &value)?;
    writeln!(out)
}

pub(super) fn migrate(
    options: &MigrateArgs,
    standards: Option<&Path>,
    locale: &Locale,
) -> Result<u8, Failure> {
    let config = config(options.project.as_deref(), standards)?;
    let to = Address::parse(&config.folder, &options.to);
    let content = project::migrate(&config.store.value, &to)?;
    let message = Message::new("migrate-done").with("from", &config.store.value).with("to", &to);
    say(&locale.say(&message.with("content", content)));
    Ok(CLEAN)
}

//! `barrierfree completions` and `barrierfree man`: what a shell and `man` know of the program.
//!
//! Both are made from the command as `--help` shows it, in the language asked for.

use std::io::Write;

use clap::Command;
use clap_mangen::Man;

use super::args::{CompletionsArgs, ManArgs, Shell};
use super::{CLEAN, help, print, say};
use crate::locale::{Locale, Message};
use crate::project::{self, Failure};

/// The headings that the maker of pages has in English only, and the keys of ours.
const HEADINGS: [(&str, &str); 4] = [
    ("NAME", "man-name"),
    ("SYNOPSIS", "man-synopsis"),
    ("DESCRIPTION", "man-description"),
    ("VERSION", "man-version"),
];

pub(super) fn run(options: &CompletionsArgs, locale: &Locale) -> Result<u8, Failure> {
    let shell = match options.shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
        Shell::Powershell => clap_complete::Shell::PowerShell,
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(locale), "barrierfree", &mut script);
    print(|out| out.write_all(&script)).map(|()| CLEAN)
}

/// Writes a page for the program and for each of its commands.
pub(super) fn man(options: &ManArgs, locale: &Locale) -> Result<u8, Failure> {
    let pages = pages(&help::command(locale));
    let count = pages.len();
    project::write_folder(&options.folder, |open| {
        pages
            .iter()
            .try_for_each(|page| open(&page.get_filename())?.write_all(text(page, locale)?.as_bytes()))
    })?;
    let written = Message::new("man-written").with("count", count).with("folder", options.folder.display());
    say(&locale.say(&written));
    Ok(CLEAN)
}

/// A command and those below it.
fn pages(command: &Command) -> Vec<Man> {
    let below = command.get_subcommands().flat_map(pages);
    [Man::new(command.clone())].into_iter().chain(below).collect()
}

fn text(page: &Man, locale: &Locale) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    page.render(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let translate = |text: String, (heading, key): (&str, &str)| {
        text.replace(&format!("\n.SH {heading}\n"), &format!("\n.SH {}\n", locale.text(key)))
    };
    Ok(HEADINGS.into_iter().fold(text, translate))
}

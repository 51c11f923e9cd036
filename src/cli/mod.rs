//! The command line: arguments in, what `project` gives out.
//!
//! Data goes to standard output, everything else to standard error. Exit code
//! 0: ran, and found nothing at or above `--fail-on`; 1: ran, and found gaps;
//! 2: could not run.

mod args;
mod audit;
mod backup;
mod completions;
mod demo;
mod docs;
mod export;
mod help;
mod import;
mod photos;
mod progress;
mod refusal;
mod review;
mod settings;
mod standard;
mod status;
mod survey;
mod template;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches as _;

use crate::locale::{Language, Locale};
use crate::project::{self, Failure};
use args::{Args, Command};

/// Found nothing at or above `--fail-on`.
const CLEAN: u8 = 0;
/// Found gaps.
const GAPS: u8 = 1;
/// Could not run.
const FAILED: u8 = 2;

/// Runs the program and gives its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let locale = Locale::new(language(&arguments));
    let matches = help::command(&locale).try_get_matches_from(arguments);
    let args = match matches.and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) => return ExitCode::from(refuse(&error, &locale)),
    };
    ExitCode::from(command(&args, &locale).unwrap_or_else(|failure| {
        complain(&failure.say(&locale), &locale);
        FAILED
    }))
}

/// Help and version are no failure; a reader that went away is none either.
fn refuse(error: &clap::Error, locale: &Locale) -> u8 {
    match refusal::message(error) {
        Some(message) => complain(&locale.say(&message), locale),
        None => drop(error.print()),
    }
    if error.use_stderr() { FAILED } else { CLEAN }
}

fn command(args: &Args, locale: &Locale) -> Result<u8, Failure> {
    match &args.command {
        Command::Audit(options) => audit::run(options, args.standards.as_deref(), locale),
        Command::Init(options) => settings::init(options, locale),
        Command::Config(options) => settings::config(options, args.standards.as_deref(), locale),
        Command::Import(options) => import::run(options, args.standards.as_deref(), locale),
        Command::Survey(options) => survey::run(options, args.standards.as_deref(), locale),
        Command::Review(options) => review::run(options, args.standards.as_deref(), locale),
        Command::Photos(options) => photos::run(options, args.standards.as_deref(), locale),
        Command::Status(options) => status::run(options, args.standards.as_deref(), locale),
        Command::Export(options) => export::run(options, args.standards.as_deref(), locale),
        Command::Template(options) => template::run(options, args.standards.as_deref(), locale),
        Command::Demo(options) => demo::run(options, args.standards.as_deref(), locale),
        Command::Standard(options) => standard::run(options, args.standards.as_deref(), locale),
        Command::Backup(options) => backup::run(options, args.standards.as_deref(), locale),
        Command::Verify(options) => backup::verify(options, args.standards.as_deref(), locale),
        Command::Migrate(options) => backup::migrate(options, args.standards.as_deref(), locale),
        Command::Completions(options) => completions::run(options, locale),
        Command::Man(options) => completions::man(options, locale),
    }
}

/// The language asked for, else that of the project, before anything else is understood.
fn language(arguments: &[OsString]) -> Language {
    match option(arguments, "--lang").as_deref() {
        Some("en") => Language::En,
        Some(_) => Language::Zh,
        None => {
            let folder = option(arguments, "--project").map(PathBuf::from);
            project::language_at(folder.as_deref()).unwrap_or_default()
        }
    }
}

/// The value of an option, wherever it stands.
fn option(arguments: &[OsString], name: &str) -> Option<String> {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        match word.strip_prefix(name) {
            Some("") => return Some(words.next().unwrap_or_default().into_owned()),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    None
}

fn complain(cause: &str, locale: &Locale) {
    say(&locale.text("failure"));
    for line in cause.lines() {
        say(&format!("  {line}"));
    }
}

/// Columns of the terminal; a page's worth where there is none.
fn width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.unwrap_or(100)
}

/// A line to standard error; a reader that went away is no failure.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Something to standard output; a reader that went away is no failure.
fn print(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> Result<(), Failure> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::File { doing: "write", path: "stdout".into(), source: error })
        }
        _ => Ok(()),
    }
}

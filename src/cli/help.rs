//! Help in the language asked for.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::args::Args;
use crate::locale::Locale;

/// The command with every text taken from the locale.
pub(super) fn command(locale: &Locale) -> Command {
    let template =
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", locale.text("help-usage"));
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Args::command().disable_version_flag(true).arg(version);
    let mut command = localised(command, "help", locale, &template);
    command.build();
    named(command, locale)
}

fn localised(command: Command, key: &str, locale: &Locale, template: &str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command
        .about(locale.text(&format!("{key}-about")))
        .help_template(template.to_owned())
        .subcommand_help_heading(locale.text("help-commands"))
        .subcommand_value_name(locale.text("help-command"))
        .disable_help_flag(true)
        .arg(help)
        .mut_args(|arg| argument(arg, key, locale));
    names.into_iter().fold(command, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |inner| localised(inner, &key, locale, template))
    })
}

/// What every command has is explained in one place, the rest with its command.
const EVERYWHERE: [&str; 11] = [
    "help",
    "version",
    "lang",
    "standards",
    "project",
    "standard",
    "profile",
    "jurisdiction",
    "boundaries",
    "map-number",
    "json",
];

fn argument(arg: Arg, key: &str, locale: &Locale) -> Arg {
    let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
    let id = arg.get_id().as_str().replace('_', "-");
    let key = if EVERYWHERE.contains(&id.as_str()) { "help" } else { key };
    let text = locale.text(&format!("{key}-{id}"));
    let arg = arg.help(text).help_heading(locale.text(heading));
    let has_value = arg.get_action().takes_values();
    // Clap would add these in English; the help says them itself.
    if has_value { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
}

/// The usage lines, in which clap has a word of its own for options.
fn named(mut command: Command, locale: &Locale) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let usage = usage.replace("[OPTIONS]", &locale.text("help-some-options"));
    // An option that takes several values would take the files for more of them.
    let usage = usage.replace("--standard <ID|auto>... <FILE>...", "<FILE>... --standard <ID|auto>...");
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let command = command.override_usage(usage);
    names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(name, |inner| named(inner, locale)))
}

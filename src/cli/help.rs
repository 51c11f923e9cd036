//! Help in the language asked for.

use clap::{Arg, Command, CommandFactory as _};

use super::args::Args;
use crate::locale::Locale;

/// The command with every text taken from the locale.
pub(super) fn command(locale: &Locale) -> Command {
    let template =
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}", locale.text("help-usage"));
    localised(Args::command(), "help", locale, &template)
}

fn localised(command: Command, key: &str, locale: &Locale, template: &str) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let command = command
        .about(locale.text(&format!("{key}-about")))
        .help_template(template.to_owned())
        .subcommand_help_heading(locale.text("help-commands"))
        .mut_args(|arg| argument(arg, key, locale));
    names.into_iter().fold(command, |command, name| {
        let key = format!("{key}-{name}");
        command.mut_subcommand(name, |inner| localised(inner, &key, locale, template))
    })
}

fn argument(arg: Arg, key: &str, locale: &Locale) -> Arg {
    let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
    let text = locale.text(&format!("{key}-{}", arg.get_id().as_str().replace('_', "-")));
    arg.help(text).help_heading(locale.text(heading))
}

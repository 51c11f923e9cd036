//! The arguments. Their help is in the locale files, as `help-<command>-<argument>`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::locale::Language;

#[derive(Debug, Parser)]
#[command(name = "barrierfree", version, disable_help_subcommand = true)]
pub(super) struct Args {
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) standards: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Audit(AuditArgs),
    Init(InitArgs),
    Config(ConfigArgs),
    Import(ImportArgs),
    Survey(SurveyArgs),
    Review(ReviewArgs),
    Photos(PhotosArgs),
    Status(StatusArgs),
    Export(ExportArgs),
    Backup(BackupArgs),
    Verify(VerifyArgs),
    Migrate(MigrateArgs),
    Template(TemplateArgs),
    Demo(DemoArgs),
    Standard(StandardArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct AuditArgs {
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long)]
    pub(super) drafts: bool,
    #[command(flatten)]
    pub(super) settings: SettingArgs,
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[arg(long, value_name = "TIME")]
    pub(super) known_by: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "gaps")]
    pub(super) findings: Findings,
    #[arg(long, value_enum, default_value = "violation")]
    pub(super) fail_on: FailOn,
    #[arg(long, value_name = "FILE")]
    pub(super) diagnostics: Option<PathBuf>,
}

/// Settings of a project that the command line may give instead.
#[derive(Debug, clap::Args)]
pub(super) struct SettingArgs {
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
    #[arg(long, value_name = "ID|auto", num_args = 1..)]
    pub(super) standard: Vec<String>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(super) profile: Vec<PathBuf>,
    #[arg(long, value_name = "ADCODE")]
    pub(super) jurisdiction: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) boundaries: Option<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    pub(super) map_number: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub(super) title: Option<String>,
    #[arg(long, value_name = "ADCODE")]
    pub(super) jurisdiction: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ConfigArgs {
    #[command(subcommand)]
    pub(super) command: ConfigCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum ConfigCommand {
    Check {
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
    },
    Show {
        #[arg(long)]
        origin: bool,
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        settings: SettingArgs,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(super) profile: Vec<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub(super) observed_on: Option<Date>,
    #[arg(long, value_name = "ID")]
    pub(super) replaces: Option<u32>,
    #[arg(long)]
    pub(super) accept: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) diagnostics: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct SurveyArgs {
    #[command(subcommand)]
    pub(super) command: SurveyCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum SurveyCommand {
    List {
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Submit {
        #[arg(value_name = "ID")]
        id: u32,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
    },
    Accept {
        #[arg(value_name = "ID")]
        id: u32,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
    },
    Return {
        #[arg(value_name = "ID")]
        id: u32,
        #[arg(long, required = true, value_name = "TEXT")]
        reason: Vec<String>,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
    },
    Diff(SurveyDiffArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct SurveyDiffArgs {
    #[arg(value_name = "ID", num_args = 0..=2)]
    pub(super) surveys: Vec<u32>,
    #[arg(long, value_name = "DATE")]
    pub(super) from: Option<Date>,
    #[arg(long, value_name = "DATE")]
    pub(super) to: Option<Date>,
    #[arg(long)]
    pub(super) drafts: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: ListFormat,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ReviewArgs {
    #[command(subcommand)]
    pub(super) command: ReviewCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum ReviewCommand {
    List(ReviewListArgs),
    Accept(SayArgs),
    Reject(SayArgs),
    Link(LinkArgs),
    Split(SplitArgs),
    Choose(ChooseArgs),
    Reopen(ReopenArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ReviewListArgs {
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

/// Who says something, why, and of which project.
#[derive(Debug, clap::Args)]
pub(super) struct WordArgs {
    #[arg(long, value_name = "TEXT")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

/// The word on pairs.
#[derive(Debug, clap::Args)]
pub(super) struct SayArgs {
    #[arg(required = true, value_name = "ID")]
    pub(super) ids: Vec<usize>,
    #[command(flatten)]
    pub(super) word: WordArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct LinkArgs {
    #[arg(value_name = "TYPE")]
    pub(super) facility_type: String,
    #[arg(value_name = "ID")]
    pub(super) kept: String,
    #[arg(value_name = "ID")]
    pub(super) other: String,
    #[command(flatten)]
    pub(super) word: WordArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct SplitArgs {
    #[arg(value_name = "TYPE")]
    pub(super) facility_type: String,
    #[arg(value_name = "ID")]
    pub(super) id: String,
    #[arg(required = true, value_name = "SURVEY.FILE")]
    pub(super) files: Vec<String>,
    #[command(flatten)]
    pub(super) word: WordArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct ChooseArgs {
    #[arg(required = true, value_name = "VALUE")]
    pub(super) cells: Vec<String>,
    #[command(flatten)]
    pub(super) word: WordArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct ReopenArgs {
    #[arg(required = true, value_name = "ID|VALUE")]
    pub(super) ids: Vec<String>,
    #[command(flatten)]
    pub(super) word: WordArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct PhotosArgs {
    #[command(subcommand)]
    pub(super) command: PhotosCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum PhotosCommand {
    Import {
        #[arg(value_name = "FOLDER|ZIP")]
        from: PathBuf,
        #[arg(long, value_name = "ID")]
        survey: Option<u32>,
        #[arg(long, value_name = "FILE")]
        diagnostics: Option<PathBuf>,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    List {
        #[arg(long)]
        missing: bool,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct StatusArgs {
    #[arg(long)]
    pub(super) drafts: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) diagnostics: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    #[arg(long, required = true, value_enum)]
    pub(super) format: ExportKind,
    #[arg(short, long, required = true, value_name = "PATH")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[arg(long, value_name = "TIME")]
    pub(super) known_by: Option<String>,
    #[arg(long)]
    pub(super) drafts: bool,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportKind {
    Gpkg,
    Xlsx,
    Csv,
    Geojson,
    Shapefile,
    Kml,
}

#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    #[command(subcommand)]
    pub(super) command: BackupCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum BackupCommand {
    Create {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
    },
    Verify {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    Restore {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[arg(long, value_name = "DIR")]
        project: Option<PathBuf>,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct VerifyArgs {
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct MigrateArgs {
    #[arg(value_name = "STORE")]
    pub(super) to: String,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct TemplateArgs {
    #[arg(required = true, value_name = "TYPE")]
    pub(super) types: Vec<String>,
    #[arg(long = "jurisdiction", value_name = "ADCODE")]
    pub(super) place: Option<String>,
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) project: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct DemoArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 5000, value_parser = clap::value_parser!(u64).range(100..=10_000_000))]
    pub(super) size: u64,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
}

#[derive(Debug, clap::Args)]
pub(super) struct StandardArgs {
    #[command(subcommand)]
    pub(super) command: StandardCommand,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_enum, value_name = "SHELL")]
    pub(super) shell: Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(super) enum StandardCommand {
    List,
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    Check,
    Test {
        #[arg(value_name = "ID")]
        ids: Vec<String>,
    },
    Conflicts(ConflictsArgs),
    Diff(DiffArgs),
    Coverage {
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        #[arg(long, value_enum, default_value = "table")]
        format: StandardFormat,
    },
    Conformance {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[arg(value_name = "ID")]
        ids: Vec<String>,
    },
    Docs {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        #[arg(value_name = "ID")]
        ids: Vec<String>,
        #[arg(long, value_enum, default_value = "html")]
        format: DocsFormat,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DocsFormat {
    Html,
    Markdown,
}

#[derive(Debug, clap::Args)]
pub(super) struct ConflictsArgs {
    #[arg(long = "jurisdiction", value_name = "ADCODE")]
    pub(super) place: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[arg(long = "type", value_name = "TYPE")]
    pub(super) facility_type: Option<String>,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: StandardFormat,
}

#[derive(Debug, clap::Args)]
pub(super) struct DiffArgs {
    #[arg(value_name = "A")]
    pub(super) before: String,
    #[arg(value_name = "B")]
    pub(super) after: String,
    #[arg(value_name = "SURVEY")]
    pub(super) surveys: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(super) profile: Vec<PathBuf>,
    #[arg(long, value_name = "ADCODE")]
    pub(super) jurisdiction: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: StandardFormat,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Lang {
    Zh,
    En,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
    Html,
    Xlsx,
    Sarif,
    Earl,
    Geojson,
    Svg,
    Png,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    Table,
    Json,
    Csv,
}

/// How what is said of standards is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StandardFormat {
    Table,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Findings {
    Gaps,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Violation,
    Any,
    Never,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
}

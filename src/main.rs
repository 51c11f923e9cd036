//! The `barrierfree` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    barrierfree::cli::run(std::env::args_os())
}

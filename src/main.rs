//! The `barrierfree` program.

use std::process::ExitCode;

/// Reading a million rows is asking for memory, of which several threads ask at once.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    barrierfree::cli::run(std::env::args_os())
}

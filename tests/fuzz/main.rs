//! Broken survey files for as long as is asked, with limits on time and memory.
//!
//! `cargo run --release --example fuzz -- --minutes 60 [--from NUMBER] [--finds FOLDER]`
//!
//! What stops the program, takes too long or too much memory is written to the
//! folder, named by its number; `--from NUMBER --minutes 0` makes it again. A
//! number that cannot even be caught is in the file `current` of that folder.
#![expect(clippy::print_stdout, reason = "this is what it is for")]

mod memory;
mod spent;
mod watch;

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use memory::Counting;
use spent::Spent;
use support::fuzz::{Fuzz, Input};
use watch::Watch;

#[global_allocator]
static MEMORY: Counting = Counting::new();

/// Longer than any input of this size may take a processor, whatever else it has to do.
const LONGEST: Duration = Duration::from_secs(5);

/// More than any input of this size may take, in bytes.
const MOST: usize = 512 << 20;

fn main() {
    let minutes = argument("--minutes").and_then(|word| word.parse().ok()).unwrap_or(1);
    let from: u64 = argument("--from").and_then(|word| word.parse().ok()).unwrap_or(0);
    let finds = PathBuf::from(argument("--finds").unwrap_or_else(|| "target/fuzz".to_owned()));
    std::fs::create_dir_all(&finds).expect("a folder for what is found");
    // Those that are caught are told at the end; the library behind `.xlsx` has many.
    if argument("--loud").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
    let found = run(&Fuzz::new(), from, Duration::from_secs(60 * minutes), &finds);
    std::process::exit(i32::from(found > 0));
}

/// Reads input after input; how many were finds.
fn run(fuzz: &Fuzz, from: u64, time: Duration, finds: &Path) -> u64 {
    let watch = Watch::over(finds, LONGEST);
    let (start, spent) = (Instant::now(), Spent::now());
    let (mut number, mut read, mut found, mut most) = (from, 0_u64, 0, 0);
    let mut slowest = Duration::ZERO;
    loop {
        let input = fuzz.input(number);
        watch.begins(number, &input);
        MEMORY.forget_peak();
        let (begin, before) = (Spent::now(), MEMORY.held());
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            Fuzz::boundaries(&input, &finds.join("boundaries"));
            fuzz.read(&input)
        }));
        let (took, held) = (begin.since(), MEMORY.peak().saturating_sub(before));
        watch.ends();
        (slowest, most) = (slowest.max(took), most.max(held));
        read += u64::from(outcome.as_ref().is_ok_and(|outcome| outcome.is_read));
        let kinds = [(outcome.is_err(), "stops"), (took > LONGEST, "slow"), (held > MOST, "memory")];
        for (_, kind) in kinds.into_iter().filter(|(is_find, _)| *is_find) {
            found += 1;
            keep(finds, number, kind, &input);
        }
        number += 1;
        let is_over = start.elapsed() >= time;
        if is_over || (number - from).is_multiple_of(100_000) {
            let (inputs, seconds) = (number - from, start.elapsed().as_secs());
            let busy = spent.since().as_secs();
            println!(
                "{inputs} inputs, {read} read, {found} found, slowest {slowest:?}, most {} MiB, {seconds} s ({busy} s of a processor)",
                most >> 20
            );
        }
        if is_over {
            return found;
        }
    }
}

/// Writes a find to the folder.
fn keep(finds: &Path, number: u64, kind: &str, input: &Input) {
    let file = finds.join(format!("{number}-{kind}-{}", input.name));
    std::fs::write(&file, &input.bytes).expect("a place for what is found");
    println!("{kind}: {}", file.display());
}

fn argument(name: &str) -> Option<String> {
    std::env::args().skip_while(|word| word != name).nth(1)
}

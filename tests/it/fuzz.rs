//! A hundred thousand broken survey files, which end as rows or as a message.
//!
//! `cargo run --release --example fuzz -- --minutes 60` goes on where this stops.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::support::fuzz::Fuzz;

const INPUTS: u64 = 100_000;
/// Every so many-th input is read to its records, the others to their rows.
const TO_THE_END: u64 = 20;

const LONGEST: Duration = Duration::from_secs(20);

/// Reads every so many-th input: how many were read, and the slowest.
fn run(fuzz: &Fuzz, first: u64, step: usize) -> (u64, Duration, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut read, mut slowest) = (0, (Duration::ZERO, 0));
    for number in (first..INPUTS).step_by(step) {
        let input = fuzz.input(number);
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            Fuzz::boundaries(&input, &folder.path().join("boundaries"));
            // What the rows mean costs ten times as much to find out as the rows themselves.
            if number.is_multiple_of(TO_THE_END) { fuzz.read(&input) } else { fuzz.rows(&input) }
        }));
        let outcome = outcome.unwrap_or_else(|_| panic!("input {number} ({}) stops the program", input.name));
        read += u64::from(outcome.is_read);
        slowest = slowest.max((start.elapsed(), number));
    }
    (read, slowest.0, slowest.1)
}

#[test]
fn a_hundred_thousand_broken_files_end_as_rows_or_as_a_message() {
    let fuzz = &Fuzz::new();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let results: Vec<_> = std::thread::scope(|scope| {
        let each = (0..threads as u64).map(|first| scope.spawn(move || run(fuzz, first, threads)));
        each.collect::<Vec<_>>().into_iter().map(|thread| thread.join().expect("no input stops it")).collect()
    });
    let read: u64 = results.iter().map(|(read, ..)| read).sum();
    let slowest = results.iter().max_by_key(|(_, time, _)| *time).expect("a thread");
    println!(
        "{INPUTS} inputs, {read} read, {} refused, slowest {:?} ({})",
        INPUTS - read,
        slowest.1,
        slowest.2
    );
    assert!(read > INPUTS / 4 && read < INPUTS, "{read} read: too few or too many to tell anything");
    assert!(slowest.1 < LONGEST, "input {} takes {:?}", slowest.2, slowest.1);
}

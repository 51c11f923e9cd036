//! The evaluators' agreement on as many generated pairs as are asked for.
//!
//! `cargo run --release --example agree -- 10000000 [first seed]`
#![expect(clippy::print_stdout, reason = "this is what it is for")]

use std::time::Instant;

use barrierfree::project::Library;

#[path = "../support/agree.rs"]
mod agree;
#[path = "../support/random/mod.rs"]
mod random;

fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|word| word.parse::<u64>().ok());
    let (wanted, first) = (arguments.next().unwrap_or(10_000_000), arguments.next().unwrap_or(1));
    let Ok(library) = Library::load(None) else { return };
    let (start, mut pairs, mut seed) = (Instant::now(), 0, first);
    while pairs < wanted {
        pairs += agree::generated(&library, seed, 25, 200);
        if seed.is_multiple_of(20) {
            let facility_type = usize::try_from(seed / 20).unwrap_or(0) % library.catalogue.types.len();
            pairs += agree::shipped(&library, facility_type, seed, 200);
        }
        seed += 1;
    }
    println!("{pairs} pairs of seeds {first} to {} agree, {:.0} s", seed - 1, start.elapsed().as_secs_f64());
}

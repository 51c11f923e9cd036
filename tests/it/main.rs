//! The integration tests, one binary.
#![expect(clippy::print_stdout, reason = "tests say how much they tried, and what they leave out")]

mod agreement;
mod architecture;
mod checker;
mod cli;
mod codes;
mod conformance;
mod coordinates;
mod docs;
mod exports;
mod font;
mod fuzz;
mod gates;
mod language;
mod link;
mod locale;
mod monotonic;
mod monotonic_many;
mod parking;
mod places;
mod public_audits;
mod public_difference;
mod public_features;
mod public_feeds;
mod public_files;
mod reader;
mod rounds;
mod schema;
mod semantics;
mod standards;
mod statements;
mod store;
#[path = "../support/mod.rs"]
mod support;
mod threads;
mod vectors;
mod vocabulary;

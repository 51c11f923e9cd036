//! The `barrierfree` program.

fn main() {}

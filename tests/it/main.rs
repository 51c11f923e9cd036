//! The integration tests, one binary.

mod architecture;
mod parking;
mod standards;

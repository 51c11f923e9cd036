//! The two readers agree: on the standard's examples, on made-up expressions,
//! and on what is no CQL2.

mod examples;
mod generated;
mod refused;

use barrierfree::standard::cql;

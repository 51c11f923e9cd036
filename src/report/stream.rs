//! Lists that are made while they are written.

use serde::{Serialize, Serializer};

/// A list that is made while it is written, so that a run of millions needs no second copy in memory.
pub(super) struct Stream<F>(pub(super) F);

impl<F, I> Serialize for Stream<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

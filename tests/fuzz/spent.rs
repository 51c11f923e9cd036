//! The time a processor spent, which other work on the machine does not lengthen.

use std::time::{Duration, Instant};

/// A moment in the life of a thread.
pub(crate) struct Spent {
    /// What the system counted so far, where it counts.
    counted: Option<Duration>,
    begin: Instant,
}

impl Spent {
    pub(crate) fn now() -> Self {
        Self { counted: counted(), begin: Instant::now() }
    }

    /// How long the thread was at work since; where that is not counted, how long ago it was.
    pub(crate) fn since(&self) -> Duration {
        let counted = self.counted.zip(counted()).map(|(before, now)| now.saturating_sub(before));
        counted.unwrap_or_else(|| self.begin.elapsed())
    }
}

/// Linux counts nanoseconds.
fn counted() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

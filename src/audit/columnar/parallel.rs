//! Jobs over threads, with results in the order of jobs.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does every job, on as many threads as the machine has, and gives the results in order.
pub(crate) fn in_parallel<T: Send>(jobs: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    on(thread::available_parallelism().map_or(1, NonZero::get), jobs, work)
}

/// The same on so many threads; the result is the same.
pub(super) fn on<T: Send>(threads: usize, jobs: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let one = || {
        let mine =
            std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|job| *job < jobs));
        mine.map(|job| (job, work(job))).collect::<Vec<_>>()
    };
    let threads = threads.min(jobs);
    if threads <= 1 {
        return (0..jobs).map(work).collect();
    }
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(one)).collect();
        let results =
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        results.flatten().collect()
    });
    done.sort_unstable_by_key(|(job, _)| *job);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_whatever_the_threads() {
        for threads in [1, 2, 7] {
            assert_eq!(on(threads, 100, |job| job * job), (0..100).map(|job| job * job).collect::<Vec<_>>());
        }
    }
}

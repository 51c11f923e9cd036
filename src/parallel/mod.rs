//! Jobs over threads, with results in the order of jobs.
//!
//! Numbers of jobs and what is to be done go in; results come out as if one
//! thread had done them one after the other, so that the same input gives the
//! same bytes on any machine.

use std::num::NonZero;
use std::ops::Range;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Threads that work at a time; 0 for as many as the machine has.
static THREADS: AtomicUsize = AtomicUsize::new(0);

/// Jobs done before their results are taken, for each thread.
const AHEAD: usize = 8;

/// Works with so many threads from here on, rather than with as many as the machine has.
pub fn use_threads(threads: NonZero<usize>) {
    THREADS.store(threads.get(), Ordering::Relaxed);
}

fn threads() -> usize {
    match THREADS.load(Ordering::Relaxed) {
        0 => thread::available_parallelism().map_or(1, NonZero::get),
        some => some,
    }
}

/// Does every job and gives the results in order.
pub(crate) fn in_parallel<T: Send>(jobs: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    on(threads(), 0..jobs, work)
}

/// Works on every item and gives the results in their order.
pub(crate) fn each<I: Send, T: Send>(items: Vec<I>, work: impl Fn(I) -> T + Sync) -> Vec<T> {
    let items: Vec<Mutex<Option<I>>> = items.into_iter().map(|item| Mutex::new(Some(item))).collect();
    let take = |item: &Mutex<Option<I>>| item.lock().unwrap_or_else(PoisonError::into_inner).take();
    let done = in_parallel(items.len(), |number| items.get(number).and_then(take).map(&work));
    done.into_iter().flatten().collect()
}

/// Does every job and hands on the results in order, few at a time, so that they need not all be held.
pub(crate) fn in_turn<T: Send, E>(
    jobs: usize,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = threads();
    for start in (0..jobs).step_by(threads * AHEAD) {
        let some = start..jobs.min(start + threads * AHEAD);
        on(threads, some, &work).into_iter().try_for_each(&mut take)?;
    }
    Ok(())
}

fn on<T: Send>(threads: usize, jobs: Range<usize>, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let threads = threads.min(jobs.len());
    if threads <= 1 {
        return jobs.map(work).collect();
    }
    let next = AtomicUsize::new(jobs.start);
    let one = || {
        let mine =
            std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|job| *job < jobs.end));
        mine.map(|job| (job, work(job))).collect::<Vec<_>>()
    };
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
            assert_eq!(
                on(threads, 0..100, |job| job * job),
                (0..100).map(|job| job * job).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn items_are_worked_on_once_and_results_keep_their_order() {
        let items: Vec<String> = (0..100).map(|number: u32| number.to_string()).collect();
        assert_eq!(each(items.clone(), |item| item), items);
    }

    #[test]
    fn results_are_taken_in_order_until_one_is_refused() {
        let mut taken = Vec::new();
        let refused = in_turn(
            1000,
            |job| job,
            |result| {
                taken.push(result);
                if result < 500 { Ok(()) } else { Err(result) }
            },
        );
        assert_eq!((refused, taken), (Err(500), (0..=500).collect()));
    }
}

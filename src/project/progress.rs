//! How far a run is, for whoever watches it.

use std::io::{Read, Result, Seek, SeekFrom};

/// What a run is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Files are read.
    Reading,
    /// What was read is judged.
    Judging,
    /// The report is written.
    Writing,
}

/// Somebody who watches a run; files may be read by several threads at once.
pub trait Progress: Sync {
    /// Something else begins, of so many bytes where that is known.
    fn begins(&self, phase: Phase, bytes: u64);
    /// So many bytes more are done.
    fn done(&self, bytes: u64);
}

/// Nobody watches.
impl Progress for () {
    fn begins(&self, _: Phase, _: u64) {}
    fn done(&self, _: u64) {}
}

/// Between two reports at least so many bytes are read.
const STEP: u64 = 1 << 16;

/// A file whose reading is watched: it counts once, however often it is gone over.
pub(super) struct Watched<'a, Source> {
    source: Source,
    progress: &'a dyn Progress,
    /// The bytes it counts for, those told, and those read since.
    length: u64,
    told: u64,
    unsaid: u64,
}

impl<'a, Source> Watched<'a, Source> {
    pub(super) fn new(source: Source, length: u64, progress: &'a dyn Progress) -> Self {
        Self { source, progress, length, told: 0, unsaid: 0 }
    }

    fn tell(&mut self, bytes: u64) {
        let bytes = bytes.min(self.length - self.told);
        self.told += bytes;
        self.unsaid = 0;
        if bytes > 0 {
            self.progress.done(bytes);
        }
    }
}

impl<Source: Read> Read for Watched<'_, Source> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let read = self.source.read(buffer)?;
        self.unsaid += read as u64;
        if self.unsaid >= STEP {
            self.tell(self.unsaid);
        }
        Ok(read)
    }
}

impl<Source: Seek> Seek for Watched<'_, Source> {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        self.source.seek(to)
    }
}

/// A file that is done with is done whole, so that the parts add up.
impl<Source> Drop for Watched<'_, Source> {
    fn drop(&mut self) {
        self.tell(self.length);
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[derive(Default)]
    struct Sum(AtomicU64, AtomicU64);

    impl Progress for Sum {
        fn begins(&self, _: Phase, _: u64) {}
        fn done(&self, bytes: u64) {
            self.0.fetch_add(bytes, Ordering::Relaxed);
            self.1.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn a_file_counts_once_however_often_it_is_read() {
        let (sum, bytes) = (Sum::default(), vec![0; 1 << 20]);
        for rounds in [0, 1, 3] {
            let mut file = Watched::new(Cursor::new(&bytes), 1 << 20, &sum);
            for _ in 0..rounds {
                file.rewind().expect("a start");
                std::io::copy(&mut file, &mut std::io::sink()).expect("bytes");
            }
        }
        assert_eq!(sum.0.into_inner(), 3 << 20);
        assert!(sum.1.into_inner() <= 40, "it is told now and then, not for every read");
    }
}

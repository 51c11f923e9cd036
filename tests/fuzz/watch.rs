//! Somebody who looks whether an input ends at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::support::fuzz::Input;

/// When an input began, its number and its bytes.
type Now = (Instant, u64, Vec<u8>);

/// Looks at the input being read, and ends the program when it takes ten times too long.
pub(crate) struct Watch {
    finds: PathBuf,
    now: Arc<Mutex<Option<Now>>>,
}

impl Watch {
    pub(crate) fn over(finds: &Path, longest: Duration) -> Self {
        let now: Arc<Mutex<Option<Now>>> = Arc::default();
        let (seen, folder) = (now.clone(), finds.to_owned());
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(longest / 5);
                let seen = seen.lock().expect("one who begins");
                if let Some((begin, number, bytes)) =
                    seen.as_ref().filter(|(begin, ..)| begin.elapsed() > longest * 10)
                {
                    let _ = fs::write(folder.join(format!("{number}-hangs")), bytes);
                    println!("hangs: {number}, {:?}", begin.elapsed());
                    std::process::exit(1);
                }
            }
        });
        Self { finds: finds.to_owned(), now }
    }

    /// An input begins; its number is kept where it outlives the program.
    pub(crate) fn begins(&self, number: u64, input: &Input) {
        let _ = fs::write(self.finds.join("current"), number.to_string());
        *self.now.lock().expect("one who looks") = Some((Instant::now(), number, input.bytes.clone()));
    }

    /// It has ended.
    pub(crate) fn ends(&self) {
        *self.now.lock().expect("one who looks") = None;
    }
}

//! A line on the terminal that says how far a run is.
//!
//! It comes after a second and goes when the run is done. Where nobody sees
//! it (a file, a pipe, a build server, a terminal that cannot go back on a
//! line) there is none.

use std::io::{IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::locale::{Language, Locale, Message};
use crate::project::{Phase, Progress};

/// A run shorter than this needs no line.
const PATIENCE: Duration = Duration::from_secs(1);

/// Between two drawings.
const PAUSE: Duration = Duration::from_millis(200);

/// Clears the line and goes back to its start.
const CLEAR: &str = "\r\u{1b}[K";

const PHASES: [Phase; 3] = [Phase::Reading, Phase::Judging, Phase::Writing];

/// The line, drawn by a thread of its own until it is dropped.
pub(super) struct Line {
    state: Arc<State>,
    drawer: Mutex<Option<JoinHandle<()>>>,
}

/// How far the run is.
#[derive(Default)]
struct State {
    phase: AtomicU8,
    bytes: AtomicU64,
    done: AtomicU64,
    over: AtomicBool,
}

impl Line {
    pub(super) fn start(language: Language) -> Self {
        let state = Arc::new(State::default());
        let drawer = is_seen().then(|| {
            let state = Arc::clone(&state);
            std::thread::spawn(move || draw(&state, &Locale::new(language)))
        });
        Self { state, drawer: Mutex::new(drawer) }
    }

    /// Takes the line away.
    pub(super) fn end(&self) {
        self.state.over.store(true, Ordering::Relaxed);
        let drawer = self.drawer.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(drawer) = drawer {
            drawer.thread().unpark();
            drop(drawer.join());
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.end();
    }
}

impl Progress for Line {
    fn begins(&self, phase: Phase, bytes: u64) {
        let number = PHASES.iter().position(|one| *one == phase).and_then(|number| u8::try_from(number).ok());
        self.state.phase.store(number.unwrap_or_default(), Ordering::Relaxed);
        self.state.bytes.store(bytes, Ordering::Relaxed);
        self.state.done.store(0, Ordering::Relaxed);
    }

    fn done(&self, bytes: u64) {
        self.state.done.fetch_add(bytes, Ordering::Relaxed);
    }
}

fn is_seen() -> bool {
    let is_dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    std::io::stderr().is_terminal() && !is_dumb && std::env::var_os("CI").is_none()
}

fn draw(state: &State, locale: &Locale) {
    std::thread::park_timeout(PATIENCE);
    let mut shown = false;
    while !state.over.load(Ordering::Relaxed) {
        shown = true;
        put(&format!("{CLEAR}{}", state.line(locale)));
        std::thread::park_timeout(PAUSE);
    }
    if shown {
        put(CLEAR);
    }
}

/// A terminal that went away is no failure.
fn put(text: &str) {
    let mut terminal = std::io::stderr().lock();
    let _ = terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush());
}

impl State {
    fn line(&self, locale: &Locale) -> String {
        let (bytes, done) = (self.bytes.load(Ordering::Relaxed), self.done.load(Ordering::Relaxed));
        let phase = PHASES.get(usize::from(self.phase.load(Ordering::Relaxed)));
        let key = match phase {
            Some(Phase::Reading) => "progress-reading",
            Some(Phase::Judging) => "progress-judging",
            _ => "progress-writing",
        };
        let percent = u128::from(done) * 100 / u128::from(bytes.max(1));
        let message = Message::new(key).with("done", megabytes(done)).with("all", megabytes(bytes));
        locale.say(&message.with("percent", percent.min(100)))
    }
}

/// Bytes as megabytes with one place.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_much_is_read_and_then_what_is_done() {
        let line = Line { state: Arc::default(), drawer: Mutex::new(None) };
        line.begins(Phase::Reading, 120_000_000);
        line.done(20_000_000);
        line.done(25_000_000);
        let say = |language| line.state.line(&Locale::new(language));
        assert_eq!(say(Language::Zh), "正在读取 45.0 / 120.0 MB（37 %）");
        line.begins(Phase::Judging, 0);
        assert_eq!(say(Language::En), "Judging …");
    }
}

//! Work on many files at once, and how far it has come.

use std::io::{IsTerminal as _, Write as _};
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How work is done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Work {
    /// How many items at once.
    jobs: usize,
    /// Whether progress is shown.
    tells: bool,
}

impl Work {
    /// As many items at once as asked for, else as there are cores. Progress is shown to a person, never to a file.
    pub(super) fn new(jobs: Option<u16>) -> Self {
        let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
        Self { jobs: jobs.map_or_else(cores, usize::from).max(1), tells: std::io::stderr().is_terminal() }
    }

    /// Works on every item; the results are in the order of the items.
    pub(super) fn each<T: Sync, R: Send>(
        self,
        phase: &str,
        items: &[T],
        work: impl Fn(&T) -> R + Sync,
    ) -> Vec<R> {
        let (next, ready) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let some = || {
            let mut done = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(item) = items.get(at) else { return done };
                done.push((at, work(item)));
                self.tell(phase, ready.fetch_add(1, Ordering::Relaxed) + 1, items.len());
            }
        };
        let threads = self.jobs.min(items.len());
        let mut done: Vec<(usize, R)> = if threads < 2 {
            some()
        } else {
            std::thread::scope(|scope| {
                let threads: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
                let join = |thread: std::thread::ScopedJoinHandle<'_, Vec<(usize, R)>>| match thread.join() {
                    Ok(done) => done,
                    Err(panic) => std::panic::resume_unwind(panic),
                };
                threads.into_iter().flat_map(join).collect()
            })
        };
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }

    /// Shows the count in one line, at each hundredth, and takes the line away at the end.
    fn tell(self, phase: &str, ready: usize, all: usize) {
        let step = all.div_ceil(100).max(1);
        if !self.tells || all < 2 || !(ready.is_multiple_of(step) || ready == all) {
            return;
        }
        let line = if ready == all { String::from("\r\u{1b}[K") } else { format!("\r{phase} {ready}/{all}") };
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
}

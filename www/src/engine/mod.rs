//! The engine room: one disposable worker per check.
//!
//! A panic, a stack overflow or a full memory kills a WebAssembly instance for good, so each check gets a fresh
//! worker and instance; they cost about 12 ms. Which workers should live follows from the state alone:
//! [`Pool::follow`] ends those nobody waits for and starts those that are due.

mod boot;
mod job;
mod question;

pub(crate) use boot::{on_input, ready};

use crate::state::{Action, State, Status};
use job::Job;
use question::Question;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// The workers under way.
#[derive(Clone)]
pub(crate) struct Pool {
    jobs: Rc<RefCell<Vec<Job>>>,
    question: Rc<RefCell<Option<Question>>>,
    rules: Rc<RefCell<Option<Question>>>,
    limit: usize,
    report: Callback<Action>,
}

impl Pool {
    /// An empty room that reports what happens to `report`.
    pub(crate) fn new(report: Callback<Action>) -> Self {
        Self { jobs: Rc::default(), question: Rc::default(), rules: Rc::default(), limit: limit(), report }
    }

    /// Ends the workers whose answer is no longer wanted and starts waiting checks while there is room.
    pub(crate) fn follow(&self, state: &State) {
        let due = {
            let mut jobs = self.jobs.borrow_mut();
            // Dropping a job terminates its worker.
            jobs.retain(|job| {
                state
                    .report(job.report())
                    .is_some_and(|report| report.job == job.number() && report.is_busy())
            });
            let room = self.limit.saturating_sub(jobs.len());
            let waiting = state.reports.iter().filter(|report| report.status == Status::Queued);
            let waiting = waiting.filter(|report| !jobs.iter().any(|job| job.report() == report.id));
            let due: Vec<_> = waiting.take(room).cloned().collect();
            for report in &due {
                jobs.push(Job::start(report, &state.levels, self.report.clone()));
            }
            due
        };
        for report in due {
            self.report.emit(Action::Started(report.id, report.job));
        }
        let unanswered = state.unanswered();
        let mut question = self.question.borrow_mut();
        if question.as_ref().map(Question::words) != unanswered.as_deref() {
            *question = unanswered.map(|words| Question::relate(words, state, self.report.clone()));
        }
        let mut rules = self.rules.borrow_mut();
        if state.needs_rules() && rules.is_none() {
            *rules = Some(Question::rules(self.report.clone()));
        }
    }
}

/// How many checks may run at once: a core is left to the page, little memory means one at a time.
fn limit() -> usize {
    let Some(window) = web_sys::window() else { return 1 };
    let navigator = window.navigator();
    let memory =
        js_sys::Reflect::get(&navigator, &"deviceMemory".into()).ok().and_then(|value| value.as_f64());
    if memory.is_some_and(|gigabytes| gigabytes <= 4.0) {
        return 1;
    }
    let cores =
        js_sys::Reflect::get(&navigator, &"hardwareConcurrency".into()).ok().and_then(|value| value.as_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1–4 first")]
    cores.map_or(1, |cores| (cores - 1.0).clamp(1.0, 4.0) as usize)
}

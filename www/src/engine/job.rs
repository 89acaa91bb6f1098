//! One check: a worker, its watchdogs, and what its answer means for the desk.

use super::Engine;
use super::client::{Answer, Call, Check, Request};
use super::sources::Given;
use crate::shared::Shared;
use crate::state::{self, Action, Cause, Death, NewInput, Report, State};
use gloo::timers::callback::Timeout;
use jiaohe::wire::Review;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// After this the page says that it is still reading and offers to cancel.
const SOFT_LIMIT_MS: u32 = 5_000;
/// After this the worker is ended.
pub(super) const HARD_LIMIT_MS: u32 = 20_000;

/// A check that is due.
pub(super) struct Due {
    report: Shared<Report>,
    check: Check,
}

impl Due {
    /// What there is to do for this report; nothing if what it came from is gone.
    pub(super) fn of(report: &Shared<Report>, state: &State, engine: &Engine) -> Option<Self> {
        Some(Self { report: report.clone(), check: engine.check(report, state)? })
    }
}

/// A check under way, or one that the state has not yet heard the end of. Dropping it ends the worker, and nothing more is heard
/// of it.
pub(super) struct Job {
    report: u32,
    number: u32,
    /// The worker and its watchdogs, until the end.
    at_work: Rc<Cell<bool>>,
    _call: Call,
    _watchdogs: [Timeout; 2],
}

impl Job {
    /// Puts a worker on it. What it says before the state knows of it is lost.
    pub(super) fn start(due: Due, engine: &Engine) -> Self {
        let Due { report, check } = due;
        let (id, number, full) = (report.id, report.job, check.full);
        let at_work = Rc::new(Cell::new(true));
        let ended = Rc::clone(&at_work);
        let phase = Rc::<RefCell<String>>::default();
        let reached = Rc::clone(&phase);
        let death = move |cause, place| {
            Action::Died(id, number, Death { cause, phase: reached.borrow().clone(), place })
        };
        let (late, lost) = (death.clone(), death);
        let room = engine.clone();
        let call = Call::new(&engine.0.crew, Request::Review(Box::new(check)), move |answer| {
            let action = match answer {
                Answer::Phase(step) => {
                    phase.borrow_mut().clone_from(&step);
                    if full {
                        room.gather(Action::Phase(id, number, step));
                    }
                    return;
                }
                Answer::Reviews(reviews) => reviewed(&room, &report, reviews),
                Answer::Unpacked(files) => {
                    let input = |file: web_sys::File| NewInput {
                        name: format!("{}/{}", report.given, file.name()),
                        source: room.keep(Given::File(file)),
                    };
                    Action::Unpack(id, number, files.into_iter().map(input).collect())
                }
                Answer::Died(cause, place) => lost(cause, place),
                _ => return,
            };
            ended.set(false);
            // Whoever looks at one report waits for it; a list is looked at as a whole.
            if full {
                room.say(action);
            } else {
                room.gather(action);
            }
            room.next_job();
        });
        let (room, over) = (engine.clone(), Rc::clone(&at_work));
        let soft = Timeout::new(SOFT_LIMIT_MS, move || {
            if over.get() {
                room.say(Action::Slow(id, number));
            }
        });
        let (room, over) = (engine.clone(), Rc::clone(&at_work));
        let hard = Timeout::new(HARD_LIMIT_MS, move || {
            if over.get() {
                room.say(late(Cause::Time, String::new()));
            }
        });
        Self { report: id, number, at_work, _call: call, _watchdogs: [soft, hard] }
    }

    /// Whether a worker is on it.
    pub(super) fn is_at_work(&self) -> bool {
        self.at_work.get()
    }

    /// The report's number.
    pub(super) fn report(&self) -> u32 {
        self.report
    }

    /// The job's number.
    pub(super) fn number(&self) -> u32 {
        self.number
    }
}

/// What the reviews of a file mean: of one report, or of each of several.
fn reviewed(engine: &Engine, report: &Report, reviews: Vec<(Review, JsValue)>) -> Action {
    let (id, number) = (report.id, report.job);
    let first = report.part.unwrap_or(0);
    let mut answers = Vec::new();
    for (part, (review, extract)) in (first..).zip(reviews) {
        answers.extend(verdict(review));
        engine.keep_extract(report.source, part, extract);
    }
    match answers.len() {
        0 => {
            let place = "empty review".into();
            Action::Died(id, number, Death { cause: Cause::Internal, phase: String::new(), place })
        }
        1 => Action::Answered(id, number, answers.remove(0)),
        _ => Action::Divide(id, number, answers),
    }
}

fn verdict(review: Review) -> Option<state::Answer> {
    match (review.brief, review.error) {
        (Some(brief), _) => {
            let (full, mark, digest) = (review.checked.map(Box::new), review.mark, review.digest);
            Some(state::Answer::Checked { brief, full, mark, digest })
        }
        (None, failure) => failure.map(state::Answer::Unreadable),
    }
}

//! One check: a worker, its watchdogs, and what its answer means for the desk.

use super::Engine;
use super::client::{Answer, Call, Request};
use super::sources::Given;
use crate::shared::Shared;
use crate::state::{self, Action, Cause, Death, NewInput, Report, State};
use gloo::timers::callback::Timeout;
use jiaohe::wire::Review;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// After this the page says that it is still reading and offers to cancel.
const SOFT_LIMIT_MS: u32 = 5_000;
/// After this the worker is ended.
pub(super) const HARD_LIMIT_MS: u32 = 20_000;

/// A check under way. Dropping it ends the worker, and nothing more is heard of it.
pub(super) struct Job {
    report: u32,
    number: u32,
    _call: Call,
    _watchdogs: [Timeout; 2],
}

impl Job {
    /// Starts a worker on this report. What it says before the state knows of it is lost.
    pub(super) fn start(report: &Shared<Report>, state: &State, engine: &Engine) -> Option<Self> {
        let (id, number) = (report.id, report.job);
        let check = engine.check(report, state)?;
        let phase = Rc::<RefCell<String>>::default();
        let reached = Rc::clone(&phase);
        let death = move |cause, place| {
            Action::Died(id, number, Death { cause, phase: reached.borrow().clone(), place })
        };
        let (late, lost) = (death.clone(), death);
        let (room, report) = (engine.clone(), report.clone());
        let call = Call::new(Request::Review(Box::new(check)), move |answer| match answer {
            Answer::Phase(step) => {
                phase.borrow_mut().clone_from(&step);
                room.say(Action::Phase(id, number, step));
            }
            Answer::Reviews(reviews) => room.say(reviewed(&room, &report, reviews)),
            Answer::Unpacked(files) => {
                let input = |file: web_sys::File| NewInput {
                    name: format!("{}/{}", report.given, file.name()),
                    source: room.keep(Given::File(file)),
                };
                room.say(Action::Unpack(id, number, files.into_iter().map(input).collect()));
            }
            Answer::Died(cause, place) => room.say(lost(cause, place)),
            Answer::Company(_) | Answer::Rules(_) | Answer::File { .. } => {}
        });
        let room = engine.clone();
        let soft = Timeout::new(SOFT_LIMIT_MS, move || room.say(Action::Slow(id, number)));
        let room = engine.clone();
        let hard = Timeout::new(HARD_LIMIT_MS, move || room.say(late(Cause::Time, String::new())));
        Some(Self { report: id, number, _call: call, _watchdogs: [soft, hard] })
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
            Some(state::Answer::Checked { brief, full: review.checked.map(Box::new), mark: review.mark })
        }
        (None, failure) => failure.map(state::Answer::Unreadable),
    }
}

//! The engine room: one disposable worker per check, and everything that belongs to the browser and not to the state.
//!
//! A panic, a stack overflow or a full memory kills a WebAssembly instance for good, so each check gets a fresh
//! worker and instance; they cost about 12 ms. Which workers should live follows from the state alone:
//! [`Engine::follow`] ends those nobody waits for and starts those that are due.

mod boot;
mod client;
mod file;
mod job;
mod sources;

pub(crate) use boot::{on_input, ready};
pub(crate) use sources::Given;

use crate::shared::Shared;
use crate::state::{Action, Dispatch, Previous, Related, Report, Source, State, Status};
use client::{Answer, Call, Check, Request};
use file::Making;
use jiaohe::wire::{Choice, Company, PreviousChoice};
use job::Job;
use sources::Sources;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A handle to the room; all are the same.
#[derive(Clone)]
pub(crate) struct Engine(Rc<Room>);

struct Room {
    sources: RefCell<Sources>,
    jobs: RefCell<Vec<Job>>,
    /// The question under way, by its number.
    question: RefCell<Option<(u64, Call)>>,
    rules: RefCell<Option<Call>>,
    /// The files under way, by the numbers of their orders.
    files: RefCell<BTreeMap<u32, Making>>,
    limit: usize,
    say: Dispatch,
}

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Engine {
    /// An empty room that says what happens.
    pub(crate) fn new(say: Dispatch) -> Self {
        Self(Rc::new(Room {
            sources: RefCell::default(),
            jobs: RefCell::default(),
            question: RefCell::default(),
            rules: RefCell::default(),
            files: RefCell::default(),
            limit: limit(),
            say,
        }))
    }

    fn say(&self, action: Action) {
        self.0.say.emit(action);
    }

    /// Takes something in.
    pub(crate) fn keep(&self, given: Given) -> Source {
        self.0.sources.borrow_mut().keep(given)
    }

    /// The text of something given, if it has any.
    pub(crate) fn text(&self, source: Source) -> Option<String> {
        self.0.sources.borrow().text(source)
    }

    fn given(&self, source: Source) -> Option<Given> {
        self.0.sources.borrow().get(source).cloned()
    }

    fn keep_extract(&self, source: Source, part: u32, extract: JsValue) {
        self.0.sources.borrow_mut().keep_extract(source, part, extract);
    }

    /// What a worker is asked to check of a report.
    fn check(&self, report: &Shared<Report>, state: &State) -> Option<Check> {
        Some(Check {
            name: report.given.clone(),
            given: self.given(report.source)?,
            part: report.part,
            full: state.shown().is_some_and(|shown| shown.id == report.id),
            levels: state.levels.clone(),
            previous: report.company.previous.and_then(|id| self.extract(state, id)),
            units: report.company.units.iter().filter_map(|id| self.extract(state, *id)).collect(),
        })
    }

    fn extract(&self, state: &State, report: u32) -> Option<JsValue> {
        state.report(report).map(|report| self.0.sources.borrow().extract(report))
    }

    /// Ends the workers whose answer is no longer wanted and starts waiting checks while there is room.
    pub(crate) fn follow(&self, state: &State) {
        self.0.sources.borrow_mut().follow(state);
        self.follow_jobs(state);
        self.follow_question(state);
        self.follow_orders(state);
        let mut rules = self.0.rules.borrow_mut();
        if rules.is_none() && state.needs_rules() {
            let room = self.clone();
            *rules = Some(Call::new(Request::Rules, move |answer| {
                if let Answer::Rules(rules) = answer {
                    room.say(Action::Rules(rules));
                }
            }));
        }
    }

    fn follow_jobs(&self, state: &State) {
        let mut jobs = self.0.jobs.borrow_mut();
        // Dropping a job terminates its worker.
        jobs.retain(|job| {
            let report = state.report(job.report());
            report.is_some_and(|report| report.job == job.number() && report.is_busy())
        });
        let room = self.0.limit.saturating_sub(jobs.len());
        if room == 0 {
            return;
        }
        // What is on the screen goes first.
        let shown = state.shown().into_iter();
        let waiting = shown.chain(&state.reports).filter(|report| report.status == Status::Queued);
        let mut due = Vec::new();
        for report in waiting {
            if due.len() < room
                && !jobs.iter().any(|job| job.report() == report.id)
                && let Some(job) = Job::start(report, state, self)
            {
                due.push(Action::Started(report.id, report.job));
                jobs.push(job);
            }
        }
        drop(jobs);
        for started in due {
            self.say(started);
        }
    }

    /// Asks how the reports belong together, once they are read. Without an answer they stay as they were checked alone.
    fn follow_question(&self, state: &State) {
        let question = state.question();
        let mut asked = self.0.question.borrow_mut();
        if asked.as_ref().map(|(number, _)| *number) == question {
            return;
        }
        *asked = question.map(|number| {
            let room = self.clone();
            let call = Call::new(self.links(state), move |answer| {
                let company = match answer {
                    Answer::Company(company) => company,
                    Answer::Died(..) => Company::default(),
                    _ => return,
                };
                let Company { links, sheets, roster } = company;
                room.say(Action::Related(Box::new(Related { question: number, links, sheets, roster })));
            });
            (number, call)
        });
    }

    fn links(&self, state: &State) -> Request {
        let sources = self.0.sources.borrow();
        let places: BTreeMap<u32, usize> =
            state.readable().enumerate().map(|(place, report)| (report.id, place)).collect();
        let previous = |previous| match previous {
            Previous::Told => None,
            Previous::Nothing => Some(PreviousChoice::Nothing),
            Previous::Chosen(id) => places.get(&id).copied().map(PreviousChoice::Report),
        };
        Request::Links {
            extracts: state.readable().map(|report| sources.extract(report)).collect(),
            choices: state
                .readable()
                .map(|report| Choice { previous: previous(report.previous), role: report.role })
                .collect(),
            list: state.relations.list.clone(),
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

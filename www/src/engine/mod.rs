//! The engine room: workers, and everything that belongs to the browser and not to the state.
//!
//! A panic, a stack overflow or a full memory kills a WebAssembly instance for good, so a check that breaks off takes its
//! worker with it; one that answered goes on with the next (see [`crew`]). Which checks should run follows from the state alone:
//! [`Engine::follow`] ends those nobody waits for and notes those that are due. A worker that becomes free takes the next of
//! these by itself, and what several say within a moment reaches the state together: five hundred reports must not draw the
//! list five hundred times, nor wait for it.

mod boot;
mod client;
mod crew;
mod file;
mod job;
mod proof;
mod sources;
mod work;

pub(crate) use boot::{on_input, ready};
pub(crate) use sources::Given;

use crate::shared::Shared;
use crate::state::{Action, Dispatch, Previous, Related, Report, Source, State, Status};
use client::{Answer, Beside, Call, Check, Request};
use crew::Crew;
use file::Making;
use gloo::timers::callback::Timeout;
use jiaohe::wire::{Choice, Company, PreviousChoice};
use job::{Due, Job};
use proof::Proving;
use sources::Sources;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What is said within this time is heard together. Not a frame: these stop while the window is out of sight.
const MOMENT_MS: u32 = 80;
/// How many checks are laid ready: more than are done in a moment.
const LAID_READY: usize = 40;

/// A handle to the room; all are the same.
#[derive(Clone)]
pub(crate) struct Engine(Rc<Room>);

struct Room {
    sources: RefCell<Sources>,
    crew: Rc<Crew>,
    jobs: RefCell<Vec<Job>>,
    due: RefCell<VecDeque<Due>>,
    /// What was said since the state last heard of it, and who will tell it.
    gathered: RefCell<Vec<Action>>,
    telling: RefCell<Option<Timeout>>,
    /// Whether there were reports when the state was last seen.
    had_reports: Cell<bool>,
    /// The question under way, by its number.
    question: RefCell<Option<(u64, Call)>>,
    /// The comparison under way, by its mark.
    comparison: RefCell<Option<(String, Call)>>,
    rules: RefCell<Option<Call>>,
    warming: RefCell<Option<Call>>,
    /// The files under way, by the numbers of their orders.
    files: RefCell<BTreeMap<u32, Making>>,
    /// The check of the program itself, while it is under way.
    proof: RefCell<Option<Proving>>,
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
        let limit = limit();
        Self(Rc::new(Room {
            sources: RefCell::default(),
            crew: Rc::new(Crew::new(limit)),
            jobs: RefCell::default(),
            due: RefCell::default(),
            gathered: RefCell::default(),
            telling: RefCell::default(),
            had_reports: Cell::default(),
            question: RefCell::default(),
            comparison: RefCell::default(),
            rules: RefCell::default(),
            warming: RefCell::default(),
            files: RefCell::default(),
            proof: RefCell::default(),
            limit,
            say,
        }))
    }

    /// Says what happened at once, after all that was gathered before.
    fn say(&self, action: Action) {
        self.0.gathered.borrow_mut().push(action);
        self.tell();
    }

    /// Says what happened, together with what else happens within a moment.
    fn gather(&self, action: Action) {
        self.0.gathered.borrow_mut().push(action);
        if self.0.telling.borrow().is_some() {
            return;
        }
        let room = self.clone();
        *self.0.telling.borrow_mut() = Some(Timeout::new(MOMENT_MS, move || room.tell()));
    }

    fn tell(&self) {
        drop(self.0.telling.take());
        let gathered = self.0.gathered.take();
        if !gathered.is_empty() {
            self.0.say.emit(Action::All(gathered));
        }
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

    /// Has a worker check something nobody waits for, so that the first check somebody waits for finds a worker with its
    /// program compiled.
    pub(crate) fn warm(&self, text: &str) {
        let given = Given::Text(text.into());
        let (name, levels, related) = Default::default();
        let put_right = Vec::new();
        let check = Check { name, given, part: None, full: true, levels, put_right, related };
        let call = Call::new(&self.0.crew, Request::Review(Box::new(check)), |_| {});
        *self.0.warming.borrow_mut() = Some(call);
    }

    /// What a worker is asked to check of a report.
    fn check(&self, report: &Shared<Report>, state: &State) -> Option<Check> {
        Some(Check {
            name: report.given.clone(),
            given: self.given(report.source)?,
            part: report.part,
            full: state.shown().is_some_and(|shown| shown.id == report.id),
            levels: state.levels.clone(),
            put_right: report.put_right.clone(),
            related: self.beside(report, state),
        })
    }

    /// The extracts of what a report is checked against.
    fn beside(&self, report: &Report, state: &State) -> Beside {
        Beside {
            previous: report.company.previous.and_then(|id| self.extract(state, id)),
            units: report.company.units.iter().filter_map(|id| self.extract(state, *id)).collect(),
        }
    }

    fn extract(&self, state: &State, report: u32) -> Option<JsValue> {
        state.report(report).map(|report| self.0.sources.borrow().extract(report))
    }

    /// Ends the workers whose answer is no longer wanted and starts waiting checks while there is room.
    pub(crate) fn follow(&self, state: &State) {
        self.0.sources.borrow_mut().follow(state);
        if self.0.had_reports.replace(!state.reports.is_empty()) && state.reports.is_empty() {
            // Whoever clears the desk wants its memory back.
            self.0.crew.go_home();
        }
        self.follow_jobs(state);
        self.follow_question(state);
        self.follow_comparison(state);
        self.follow_orders(state);
        self.follow_proof(state);
        self.follow_saving(state);
        let mut rules = self.0.rules.borrow_mut();
        if rules.is_none() && state.needs_rules() {
            let room = self.clone();
            *rules = Some(Call::new(&self.0.crew, Request::Rules, move |answer| {
                if let Answer::Rules(rules) = answer {
                    room.say(Action::Rules(rules));
                }
            }));
        }
    }

    fn follow_jobs(&self, state: &State) {
        let mut jobs = self.0.jobs.borrow_mut();
        // Dropping a job ends its worker.
        jobs.retain(|job| {
            let report = state.report(job.report());
            report.is_some_and(|report| report.job == job.number() && report.is_busy())
        });
        // What is on the screen goes first, and is read even while the others wait.
        let shown = state.shown().into_iter();
        let others = state.reports.iter().filter(|_| !state.paused);
        let waiting = shown.chain(others).filter(|report| report.status == Status::Queued);
        let waiting = waiting.filter(|report| !jobs.iter().any(|job| job.report() == report.id));
        *self.0.due.borrow_mut() =
            waiting.take(LAID_READY).filter_map(|report| Due::of(report, state, self)).collect();
        drop(jobs);
        self.next_job();
    }

    /// Puts the free workers on what is due.
    fn next_job(&self) {
        while self.0.jobs.borrow().iter().filter(|job| job.is_at_work()).count() < self.0.limit {
            let Some(due) = self.0.due.borrow_mut().pop_front() else { return };
            let job = Job::start(due, self);
            let started = Action::Started(job.report(), job.number());
            self.0.jobs.borrow_mut().push(job);
            self.gather(started);
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
            let call = Call::new(&self.0.crew, self.links(state), move |answer| {
                let company = match answer {
                    Answer::Company(company) => company,
                    Answer::Died(..) => Company::default(),
                    _ => return,
                };
                let Company { links, roster } = company;
                room.say(Action::Related(Box::new(Related { question: number, links, roster })));
            });
            (number, call)
        });
    }

    /// Asks for the comparison that is to be shown, unless it is there.
    fn follow_comparison(&self, state: &State) {
        let wanted = state.comparison();
        let mut asked = self.0.comparison.borrow_mut();
        let mark = wanted.as_ref().map(|(_, mark)| mark.as_str());
        if asked.as_ref().map(|(mark, _)| mark.as_str()) == mark {
            return;
        }
        *asked = wanted.map(|(report, mark)| {
            let request = Request::Sheets {
                extract: self.0.sources.borrow().extract(&report),
                related: self.beside(&report, state),
            };
            let (room, of) = (self.clone(), mark.clone());
            let call = Call::new(&self.0.crew, request, move |answer| {
                let sheets = match answer {
                    Answer::Sheets(sheets) => sheets,
                    Answer::Died(..) => Vec::new(),
                    _ => return,
                };
                room.say(Action::Compared(of.clone(), sheets));
            });
            (mark, call)
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
                .map(|report| {
                    let choice = Choice { previous: previous(report.previous), role: report.role };
                    (choice, report.correction.clone())
                })
                .collect(),
            list: state.relations.list.clone(),
        }
    }
}

/// How many checks may run at once: as many as there are cores, since the page itself has little to do meanwhile; little memory
/// means one at a time.
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
    cores.map_or(1, |cores| cores.clamp(1.0, 4.0) as usize)
}

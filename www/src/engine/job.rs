//! One check: a worker, its watchdog, and what it says.

use super::boot::new_worker;
use crate::shared::Shared;
use crate::state::{Action, Cause, Death, NewInput, Report, Source};
use gloo::timers::callback::Timeout;
use jiaohe::wire::{Level, Review};
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// After this the page says that it is still reading and offers to cancel.
const SOFT_LIMIT_MS: u32 = 5_000;
/// After this the worker is ended.
const HARD_LIMIT_MS: u32 = 20_000;

/// A check under way. Dropping it ends the worker, and nothing more is heard of it.
pub(super) struct Job {
    report: u32,
    number: u32,
    line: Rc<Line>,
    _watchdogs: [Timeout; 2],
}

impl Job {
    /// Starts a worker on this report.
    pub(super) fn start(report: &Shared<Report>, levels: &[(String, Level)], say: Callback<Action>) -> Self {
        let (id, number) = (report.id, report.job);
        let (given, part) = (report.given.clone(), report.part);
        let line = Rc::new(Line { id, number, given, part, say, ..Line::default() });
        let slow = Rc::clone(&line);
        let soft = Timeout::new(SOFT_LIMIT_MS, move || slow.say(Action::Slow(id, number)));
        let late = Rc::clone(&line);
        let hard = Timeout::new(HARD_LIMIT_MS, move || late.die(Cause::Time, String::new()));
        let task = Rc::clone(&line);
        let report = report.clone();
        let options = options(&report, levels);
        spawn_local(async move {
            if let Err(error) = run(&task, &report, options).await {
                task.die(Cause::Start, text_of(&error));
            }
        });
        Self { report: id, number, line, _watchdogs: [soft, hard] }
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

impl Drop for Job {
    fn drop(&mut self) {
        self.line.close();
    }
}

/// Brings worker and input together and posts the one request.
async fn run(line: &Rc<Line>, report: &Report, options: Result<Object, JsValue>) -> Result<(), JsValue> {
    let worker: Worker = JsFuture::from(js_sys::Promise::resolve(&new_worker()?)).await?.unchecked_into();
    if !line.open(worker.clone()) {
        return Ok(());
    }
    let (input, moved) = input(&report.source).await?;
    let request = Object::new();
    Reflect::set(&request, &"kind".into(), &"review".into())?;
    Reflect::set(&request, &"id".into(), &report.job.into())?;
    Reflect::set(&request, &"name".into(), &report.given.as_str().into())?;
    Reflect::set(&request, &"input".into(), &input)?;
    Reflect::set(&request, &"options".into(), &options?.into())?;
    if line.is_open() { worker.post_message_with_transfer(&request, &moved) } else { Ok(()) }
}

/// What the check shall take into account beside the report.
fn options(report: &Report, levels: &[(String, Level)]) -> Result<Object, JsValue> {
    let (options, chosen) = (Object::new(), Object::new());
    for (rule, level) in levels {
        Reflect::set(&chosen, &rule.as_str().into(), &level.id().into())?;
    }
    Reflect::set(&options, &"levels".into(), &chosen)?;
    if let Some(related) = report.related.as_ref().filter(|_| !report.links.is_empty()) {
        Reflect::set(&options, &"related".into(), related)?;
    }
    Ok(options)
}

/// What the worker gets: a text, `{html, text}`, or bytes that are handed over without a copy.
async fn input(source: &Source) -> Result<(JsValue, Array), JsValue> {
    let moved = Array::new();
    let value = match source {
        Source::Text(text) => text.as_str().into(),
        Source::Html { html, text } => {
            let both = Object::new();
            Reflect::set(&both, &"html".into(), &html.as_str().into())?;
            Reflect::set(&both, &"text".into(), &text.as_str().into())?;
            both.into()
        }
        Source::File(file) => {
            let bytes = JsFuture::from(file.array_buffer()).await?;
            moved.push(&bytes);
            bytes
        }
    };
    Ok((value, moved))
}

/// What a worker calls back.
type Ear = Closure<dyn FnMut(JsValue)>;

/// The line to a worker: open from its start until its answer, its death or the end of the job.
#[derive(Default)]
struct Line {
    id: u32,
    number: u32,
    /// The file's name.
    given: String,
    /// Which of the reports in it is asked for.
    part: u32,
    say: Callback<Action>,
    worker: RefCell<Option<Worker>>,
    ears: RefCell<Vec<Ear>>,
    phase: RefCell<String>,
    closed: std::cell::Cell<bool>,
}

impl Line {
    /// Listens to a worker; if the job has ended meanwhile, ends the worker instead.
    fn open(self: &Rc<Self>, worker: Worker) -> bool {
        if self.closed.get() {
            worker.terminate();
            return false;
        }
        let this = Rc::clone(self);
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            this.hear(&event.unchecked_into::<MessageEvent>().data());
        });
        let this = Rc::clone(self);
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let place = text_of(&event);
            this.die(cause_of(&place), place);
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        *self.ears.borrow_mut() = vec![heard, failed];
        *self.worker.borrow_mut() = Some(worker);
        true
    }

    fn is_open(&self) -> bool {
        !self.closed.get()
    }

    /// Takes a message in. Unknown kinds (such as `ready`) are passed over.
    fn hear(&self, message: &JsValue) {
        let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
        match field("kind").as_string().as_deref() {
            Some("phase") => {
                let phase =
                    [field("phase"), field("name")].iter().find_map(JsValue::as_string).unwrap_or_default();
                (*self.phase.borrow_mut()).clone_from(&phase);
                self.say(Action::Phase(self.id, self.number, phase));
            }
            Some("result") => {
                let reviews: Array = field("reviews").unchecked_into();
                // Corrected text may hold fewer reports than before.
                let review = reviews.get(self.part.min(reviews.length().saturating_sub(1)));
                match serde_wasm_bindgen::from_value::<Review>(review.clone()) {
                    Ok(answer) => {
                        let extract =
                            Reflect::get(&review, &"extract".into()).ok().filter(JsValue::is_object);
                        if reviews.length() > 1 {
                            self.say(Action::Divide(self.id, self.number, reviews.length()));
                        }
                        self.say(Action::Answered(self.id, self.number, Box::new(answer), extract));
                        self.close();
                    }
                    Err(error) => self.die(Cause::Internal, error.to_string()),
                }
            }
            Some("unpacked") => {
                let files: Array = field("files").unchecked_into();
                let inputs = files.iter().map(|file| {
                    let file: web_sys::File = file.unchecked_into();
                    NewInput { name: format!("{}/{}", self.given, file.name()), source: Source::File(file) }
                });
                self.say(Action::Unpack(self.id, self.number, inputs.collect()));
                self.close();
            }
            Some("failed") => {
                let place = text_of(&field("where"));
                let cause = match field("cause").as_string().as_deref() {
                    Some("memory") => Cause::Memory,
                    Some("depth") => Cause::Depth,
                    Some("start") => Cause::Start,
                    _ => cause_of(&place),
                };
                self.die(cause, place);
            }
            _ => {}
        }
    }

    fn die(&self, cause: Cause, place: String) {
        let phase = self.phase.borrow().clone();
        self.say(Action::Died(self.id, self.number, Death { cause, phase, place }));
        self.close();
    }

    fn say(&self, action: Action) {
        if self.is_open() {
            self.say.emit(action);
        }
    }

    /// Ends the worker. The closures stay until the job is dropped: one of them may be running now.
    fn close(&self) {
        self.closed.set(true);
        if let Some(worker) = self.worker.borrow_mut().take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// The words of an error, whatever shape it comes in.
fn text_of(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    error.as_string().or(message).unwrap_or_default()
}

/// Names the cause of a death from the engine's own words (WebAssembly has no error codes).
fn cause_of(words: &str) -> Cause {
    let any = |marks: &[&str]| marks.iter().any(|mark| words.contains(mark));
    if any(&["out of bounds", "Maximum call stack", "call stack size"]) {
        Cause::Depth
    } else if any(&["alloc", "capacity overflow", "memory"]) {
        Cause::Memory
    } else {
        Cause::Internal
    }
}

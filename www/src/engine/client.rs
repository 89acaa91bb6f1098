//! The line to a worker: what can be asked and answered, and the one place where both are messages. The messages themselves
//! are described at the top of `static/worker.js`.

use super::boot::new_worker;
use super::sources::Given;
use crate::state::Cause;
use jiaohe::wire::{Choice, Company, Confirmation, Level, Review, RuleCard};
use js_sys::{Array, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker};

/// What a worker can be asked; one thing each.
pub(super) enum Request {
    /// To check something given.
    Review(Box<Check>),
    /// How reports belong together.
    Links {
        /// What is known of each, as the engine gave it.
        extracts: Array,
        /// What the clerk corrected, for each.
        choices: Vec<Choice>,
        /// The units that have to report, one a line.
        list: String,
    },
    /// The catalogue of rules.
    Rules,
    /// A file of something given.
    File(Box<Check>, Told),
}

/// What a file is told beside the check.
pub(super) struct Told {
    /// What it is, in the engine's word.
    pub(super) what: &'static str,
    /// When, in words.
    pub(super) time: String,
    /// What the clerk decided.
    pub(super) confirmations: Vec<Confirmation>,
}

/// One check.
pub(super) struct Check {
    /// The name it was given under.
    pub(super) name: String,
    /// What was given.
    pub(super) given: Given,
    /// Which of the reports in it; all if it is not known to hold several.
    pub(super) part: Option<u32>,
    /// Whether the report is on the screen, and not a row of the list only.
    pub(super) full: bool,
    /// Rules switched off or lowered.
    pub(super) levels: Vec<(String, Level)>,
    /// The extract of last year's report.
    pub(super) previous: Option<JsValue>,
    /// The extracts of the units whose sum it is.
    pub(super) units: Vec<JsValue>,
}

/// What a worker answers.
pub(super) enum Answer {
    /// It is at this step now. All other answers are its last.
    Phase(String),
    /// What the check said of each report asked about, with what other reports need to know of it.
    Reviews(Vec<(Review, JsValue)>),
    /// It is a zip of these files.
    Unpacked(Vec<web_sys::File>),
    /// How reports belong together.
    Company(Company),
    /// The catalogue of rules.
    Rules(Vec<RuleCard>),
    /// A file: its name, its bytes if it could be made, and what has to be known of it.
    File {
        /// What it may be called.
        name: String,
        /// Nothing if it cannot be made.
        bytes: JsValue,
        /// A sentence, or none.
        note: String,
    },
    /// There is none: why, and where in the program.
    Died(Cause, String),
}

/// A worker at work. Dropping it ends the worker, and nothing more is heard of it.
pub(super) struct Call(Rc<Line>);

impl Call {
    /// Gets a fresh worker and asks it.
    pub(super) fn new(request: Request, hear: impl Fn(Answer) + 'static) -> Self {
        let line = Rc::new(Line {
            hear: Box::new(hear),
            worker: RefCell::default(),
            ears: RefCell::default(),
            closed: Cell::new(false),
        });
        let task = Rc::clone(&line);
        spawn_local(async move {
            if let Err((cause, error)) = ask(&task, request).await {
                task.hear(Answer::Died(cause, text_of(&error)));
            }
        });
        Self(line)
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        self.0.close();
        // They hold the line, which holds them. One of them may be running now; the browser lets it end.
        self.0.ears.borrow_mut().clear();
    }
}

/// Brings worker and request together.
async fn ask(line: &Rc<Line>, request: Request) -> Result<(), (Cause, JsValue)> {
    let start = |error| (Cause::Start, error);
    let worker =
        JsFuture::from(js_sys::Promise::resolve(&new_worker().map_err(start)?)).await.map_err(start)?;
    if !line.open(worker.unchecked_into()) {
        return Ok(());
    }
    let (message, moved) = match request {
        Request::Review(check) => review(*check, None).await?,
        Request::File(check, told) => review(*check, Some(told)).await?,
        Request::Links { extracts, choices, list } => {
            (links(&extracts, &choices, &list).map_err(start)?, Array::new())
        }
        Request::Rules => (object(&[("kind", "rules".into())]).map_err(start)?, Array::new()),
    };
    line.post(&message, &moved).map_err(start)
}

/// The message for a check, or for a file made of it, and what is handed over with it.
async fn review(check: Check, told: Option<Told>) -> Result<(JsValue, Array), (Cause, JsValue)> {
    let Check { name, given, part, full, levels, previous, units } = check;
    let (input, moved) = given.input().await.map_err(|error| (Cause::Gone, error))?;
    let message = || {
        let mut fields = vec![
            ("name", name.into()),
            ("input", input),
            ("options", options(&levels, previous, units)?),
            ("part", part.map_or(JsValue::UNDEFINED, Into::into)),
        ];
        match told {
            None => fields.extend([("kind", "review".into()), ("full", full.into())]),
            Some(Told { what, time, confirmations }) => {
                let confirmations = serde_wasm_bindgen::to_value(&confirmations)?;
                let told = object(&[("time", time.into()), ("confirmations", confirmations)])?;
                fields.extend([("kind", "deliver".into()), ("what", what.into()), ("told", told)]);
            }
        }
        object(&fields)
    };
    message().map(|message| (message, moved)).map_err(|error| (Cause::Start, error))
}

/// What a check shall take into account beside the report.
fn options(
    levels: &[(String, Level)],
    previous: Option<JsValue>,
    units: Vec<JsValue>,
) -> Result<JsValue, JsValue> {
    let levels: Vec<(&str, JsValue)> =
        levels.iter().map(|(rule, level)| (rule.as_str(), level.id().into())).collect();
    let units: Array = units.into_iter().collect();
    let related = object(&[("previous", previous.unwrap_or_default()), ("units", units.into())])?;
    object(&[("levels", object(&levels)?), ("related", related)])
}

fn links(extracts: &Array, choices: &[Choice], list: &str) -> Result<JsValue, JsValue> {
    let choices = serde_wasm_bindgen::to_value(choices)?;
    let parts = [("extracts", extracts.clone().into()), ("choices", choices), ("list", list.into())];
    object(&[&[("kind", "links".into())], parts.as_slice()].concat())
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

/// What a message says; `None` for one that answers nothing, such as `ready`.
fn answer(message: &JsValue) -> Result<Option<Answer>, serde_wasm_bindgen::Error> {
    let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    let text = |name: &str| field(name).as_string().unwrap_or_default();
    Ok(Some(match text("kind").as_str() {
        "phase" => Answer::Phase(text("phase")),
        "result" => {
            let reviews: Array = field("reviews").unchecked_into();
            let read = |review: JsValue| {
                let extract = Reflect::get(&review, &"extract".into()).unwrap_or_default();
                Ok((serde_wasm_bindgen::from_value(review)?, extract))
            };
            Answer::Reviews(reviews.iter().map(read).collect::<Result<_, serde_wasm_bindgen::Error>>()?)
        }
        "unpacked" => {
            let files: Array = field("files").unchecked_into();
            Answer::Unpacked(files.iter().map(JsCast::unchecked_into).collect())
        }
        "file" => Answer::File { name: text("name"), bytes: field("bytes"), note: text("note") },
        "links" => Answer::Company(serde_wasm_bindgen::from_value(field("company"))?),
        "rules" => Answer::Rules(serde_wasm_bindgen::from_value(field("rules"))?),
        "failed" => {
            let place = text("where");
            Answer::Died(cause_of(&place), place)
        }
        _ => return Ok(None),
    }))
}

/// What a worker calls back.
type Ear = Closure<dyn FnMut(JsValue)>;

/// Open from the start of a worker until its last answer, its death or the end of the call.
struct Line {
    hear: Box<dyn Fn(Answer)>,
    worker: RefCell<Option<Worker>>,
    ears: RefCell<Vec<Ear>>,
    closed: Cell<bool>,
}

impl Line {
    /// Listens to a worker; if the call has ended meanwhile, ends the worker instead.
    fn open(self: &Rc<Self>, worker: Worker) -> bool {
        if self.closed.get() {
            worker.terminate();
            return false;
        }
        let this = Rc::clone(self);
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            match answer(&event.unchecked_into::<MessageEvent>().data()) {
                Ok(Some(answer)) => this.hear(answer),
                Ok(None) => {}
                Err(error) => this.hear(Answer::Died(Cause::Internal, error.to_string())),
            }
        });
        let this = Rc::clone(self);
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let place = text_of(&event);
            this.hear(Answer::Died(cause_of(&place), place));
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        *self.ears.borrow_mut() = vec![heard, failed];
        *self.worker.borrow_mut() = Some(worker);
        true
    }

    fn post(&self, message: &JsValue, moved: &Array) -> Result<(), JsValue> {
        match self.worker.borrow().as_ref() {
            Some(worker) => worker.post_message_with_transfer(message, moved),
            None => Ok(()),
        }
    }

    fn hear(&self, answer: Answer) {
        if self.closed.get() {
            return;
        }
        if !matches!(answer, Answer::Phase(_)) {
            self.close();
        }
        (self.hear)(answer);
    }

    /// Ends the worker.
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

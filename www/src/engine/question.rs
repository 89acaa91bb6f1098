//! One question that is not about a single report: a worker of its own, which ends with the answer.

use super::boot::new_worker;
use crate::state::{Action, Previous, Related, State};
use jiaohe::wire::{Choice, PreviousChoice};
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

/// A question under way. Dropping it ends the worker.
pub(super) struct Question {
    words: String,
    line: Rc<RefCell<Line>>,
}

#[derive(Default)]
struct Line {
    closed: bool,
    worker: Option<Worker>,
    ears: Vec<Closure<dyn FnMut(JsValue)>>,
}

/// What a message of the worker means; `None` for those that are no answer, such as `ready`. A failure is an answer.
type Meaning = Box<dyn Fn(&JsValue) -> Option<Action>>;

impl Question {
    /// Asks how the reports of `state` belong together. Without an answer they stay as they were checked alone.
    pub(super) fn relate(words: String, state: &State, say: Callback<Action>) -> Self {
        let question = words.clone();
        let meaning = move |message: &JsValue| {
            answer(message, &question).map(|related| Action::Related(Box::new(related)))
        };
        Self::ask(words, request(state), Box::new(meaning), say)
    }

    /// Asks for the catalogue of rules.
    pub(super) fn rules(say: Callback<Action>) -> Self {
        let request = Object::new();
        let request = Reflect::set(&request, &"kind".into(), &"rules".into()).map(|_| request);
        let meaning = |message: &JsValue| {
            let rules = Reflect::get(message, &"rules".into()).ok().filter(JsValue::is_object)?;
            serde_wasm_bindgen::from_value(rules).ok().map(Action::Rules)
        };
        Self::ask(String::new(), request, Box::new(meaning), say)
    }

    fn ask(words: String, request: Result<Object, JsValue>, meaning: Meaning, say: Callback<Action>) -> Self {
        let line = Rc::<RefCell<Line>>::default();
        let task = Rc::clone(&line);
        spawn_local(async move {
            let failure = Object::new();
            let failed = Reflect::set(&failure, &"kind".into(), &"failed".into()).is_ok();
            let nothing = meaning(&failure).filter(|_| failed);
            if run(&task, request, meaning, say.clone()).await.is_err()
                && let Some(nothing) = nothing
            {
                say.emit(nothing);
            }
        });
        Self { words, line }
    }

    /// What was asked.
    pub(super) fn words(&self) -> &str {
        &self.words
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        let mut line = self.line.borrow_mut();
        line.closed = true;
        if let Some(worker) = line.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }
}

/// The message to the worker.
fn request(state: &State) -> Result<Object, JsValue> {
    let request = Object::new();
    let (extracts, choices) = (Array::new(), Array::new());
    let index = |id: u32| state.readable().position(|report| report.id == id);
    for report in state.readable() {
        extracts.push(report.extract.as_ref().unwrap_or(&JsValue::UNDEFINED));
        let previous = match report.previous {
            Previous::Told => None,
            Previous::Nothing => Some(PreviousChoice::Nothing),
            Previous::Chosen(id) => index(id).map(PreviousChoice::Report),
        };
        choices.push(&serde_wasm_bindgen::to_value(&Choice { previous, role: report.role })?);
    }
    Reflect::set(&request, &"kind".into(), &"relate".into())?;
    Reflect::set(&request, &"extracts".into(), &extracts)?;
    Reflect::set(&request, &"choices".into(), &choices)?;
    Reflect::set(&request, &"list".into(), &state.relations.list.as_str().into())?;
    Ok(request)
}

async fn run(
    line: &Rc<RefCell<Line>>,
    request: Result<Object, JsValue>,
    meaning: Meaning,
    say: Callback<Action>,
) -> Result<(), JsValue> {
    let request = request?;
    let worker: Worker = JsFuture::from(js_sys::Promise::resolve(&new_worker()?)).await?.unchecked_into();
    let answer = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        if let Some(action) = meaning(&event.unchecked_into::<MessageEvent>().data()) {
            say.emit(action);
        }
    });
    let mut line = line.borrow_mut();
    if line.closed {
        worker.terminate();
        return Ok(());
    }
    worker.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    worker.post_message(&request)?;
    line.ears.push(answer);
    line.worker = Some(worker);
    Ok(())
}

/// The answer in a message; `None` for other kinds, such as `ready`. A failure is an answer that relates nothing.
fn answer(message: &JsValue, question: &str) -> Option<Related> {
    let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    let kind = field("kind").as_string()?;
    if kind != "related" && kind != "failed" {
        return None;
    }
    let list = |name: &str| field(name).dyn_into::<Array>().unwrap_or_default();
    let (related, marks) = (list("related"), list("marks"));
    let links = related.iter().zip(marks.iter().map(|mark| mark.as_string().unwrap_or_default()));
    Some(Related {
        question: question.to_owned(),
        links: links.collect(),
        sheets: serde_wasm_bindgen::from_value(field("sheets")).unwrap_or_default(),
        roster: serde_wasm_bindgen::from_value(field("roster")).unwrap_or_default(),
    })
}

//! The program's check of itself: a worker checks the sample report, and what was loaded is looked at.

use super::client::{Answer, Beside, Call, Check, Request};
use super::job::HARD_LIMIT_MS;
use super::sources::Given;
use super::{Engine, boot};
use crate::dom;
use crate::state::{Action, Proof, State};
use crate::view::proof::{Facts, SAMPLE, judge};
use gloo::timers::callback::Timeout;
use jiaohe::export::digest::sha256;
use jiaohe::wire::CheckedReport;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A check under way. Dropping it ends the worker.
pub(super) struct Proving {
    _call: Call,
    _watchdog: Timeout,
}

impl Engine {
    /// Begins when it was asked for, and lets go of it when it is done.
    pub(super) fn follow_proof(&self, state: &State) {
        let mut proving = self.0.proof.borrow_mut();
        if state.proof != Proof::Running {
            *proving = None;
        } else if proving.is_none() {
            *proving = Some(self.prove());
        }
    }

    fn prove(&self) -> Proving {
        let check = Check {
            name: String::new(),
            given: Given::Text(SAMPLE.into()),
            part: None,
            full: true,
            // What the clerk switched off is of no account here.
            levels: Vec::new(),
            put_right: Vec::new(),
            related: Beside { previous: None, units: Vec::new() },
        };
        let (room, late) = (self.clone(), self.clone());
        let call = Call::new(&self.0.crew, Request::Review(Box::new(check)), move |answer| match answer {
            Answer::Phase(_) => {}
            Answer::Reviews(reviews) => {
                room.judge(reviews.into_iter().next().and_then(|(review, _)| review.checked));
            }
            _ => room.judge(None),
        });
        Proving { _call: call, _watchdog: Timeout::new(HARD_LIMIT_MS, move || late.judge(None)) }
    }

    /// Looks at what was loaded, and says what all of it comes to.
    fn judge(&self, checked: Option<CheckedReport>) {
        let room = self.clone();
        spawn_local(async move {
            let loaded = match boot::proof() {
                Ok(promise) => JsFuture::from(Promise::resolve(&promise)).await.unwrap_or_default(),
                Err(_) => JsValue::UNDEFINED,
            };
            room.say(Action::Prove(Proof::Done(judge(&facts(checked, &loaded)))));
        });
    }
}

/// What was seen, of an engine that was loaded or of none.
fn facts(checked: Option<CheckedReport>, loaded: &JsValue) -> Facts {
    let field = |name: &str| Reflect::get(loaded, &name.into()).unwrap_or_default();
    let bytes = field("bytes");
    let names = field("imports");
    let names = if Array::is_array(&names) { Array::from(&names) } else { Array::new() };
    Facts {
        checked,
        loaded: if bytes.is_object() { sha256(&Uint8Array::new(&bytes).to_vec()) } else { String::new() },
        released: dom::stamp("engine"),
        calls: names.iter().filter_map(|name| name.as_string()).collect(),
        policy: dom::policy(),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of files")]
        later: field("later").as_f64().map(|count| count as u32),
    }
}

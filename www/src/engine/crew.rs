//! Workers that wait for their next task.
//!
//! A panic, a stack overflow or a full memory kills a WebAssembly instance for good, so a worker whose task broke off is never
//! seen here again. One that answered is as good as new: the core keeps nothing from one input to the next. It is asked again,
//! which takes 8 ms where a fresh one takes 25, until it has done its share or has grown, since its memory never shrinks.

use super::boot::new_worker;
use std::cell::RefCell;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

/// How many tasks a worker does.
const SHARE: u32 = 100;
/// The memory of a program that has read no flood, in bytes.
const GROWN: f64 = 64.0 * 1024.0 * 1024.0;

/// A worker with the program in it.
pub(super) struct Hand {
    worker: Worker,
    tasks: u32,
    is_grown: bool,
}

impl Hand {
    /// A fresh one.
    pub(super) async fn hire() -> Result<Self, JsValue> {
        let worker = JsFuture::from(js_sys::Promise::resolve(&new_worker()?)).await?;
        Ok(Self { worker: worker.unchecked_into(), tasks: 0, is_grown: false })
    }

    /// Has it answered to.
    pub(super) fn listen(&self, heard: &JsValue, failed: &JsValue) {
        self.worker.set_onmessage(Some(heard.unchecked_ref()));
        self.worker.set_onerror(Some(failed.unchecked_ref()));
    }

    /// Asks it.
    pub(super) fn post(&self, message: &JsValue) -> Result<(), JsValue> {
        self.worker.post_message(message)
    }

    /// Notes that a task is done, and how many bytes the program has taken by then.
    pub(super) fn rest(&mut self, memory: f64) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.tasks += 1;
        self.is_grown = memory > GROWN;
    }

    /// Ends it.
    pub(super) fn dismiss(self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Those that wait.
pub(super) struct Crew {
    waiting: RefCell<Vec<Hand>>,
    /// How many may wait; each holds some megabytes.
    most: usize,
}

impl Crew {
    /// Nobody yet.
    pub(super) fn new(most: usize) -> Self {
        Self { waiting: RefCell::default(), most }
    }

    /// One that waits.
    pub(super) fn free(&self) -> Option<Hand> {
        self.waiting.borrow_mut().pop()
    }

    /// Ends all that wait.
    pub(super) fn go_home(&self) {
        self.waiting.take().into_iter().for_each(Hand::dismiss);
    }

    /// Takes one back, or ends it if it has done its share.
    pub(super) fn take_back(&self, hand: Hand) {
        let mut waiting = self.waiting.borrow_mut();
        if hand.tasks < SHARE && !hand.is_grown && waiting.len() < self.most {
            waiting.push(hand);
        } else {
            hand.dismiss();
        }
    }
}

//! Saving the work: written here, since what was pasted lies here, and handed to the browser.

use super::boot::save;
use super::file::now;
use super::{Engine, Given};
use crate::state::{Action, Report, State, Text};
use crate::words::work as words;
use js_sys::Uint8Array;

impl Engine {
    /// Saves the work if that was asked for.
    pub(super) fn follow_saving(&self, state: &State) {
        let Some(with_text) = state.saving else { return };
        let text = |report: &Report| match self.given(report.source).filter(|_| with_text)? {
            Given::Text(plain) => Some(Text { html: String::new(), plain }),
            Given::Html { html, text } => Some(Text { html, plain: text }),
            Given::File(_) => None,
        };
        let time = now();
        let name = words::file(&time);
        let text = state.work(time, text).write();
        save(&name, &Uint8Array::from(text.as_bytes()));
        self.say(Action::Stored(with_text, name));
    }
}

//! What was given, and what the engine made of it for other reports: the things that belong to the browser. The state knows
//! them by number.

use crate::state::{Report, Source, SourceKind, State};
use js_sys::{Object, Reflect};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// Something given to the page.
#[derive(Debug, Clone)]
pub(crate) enum Given {
    /// Text that was pasted, typed or corrected in the page.
    Text(String),
    /// A paste with both forms; tables exist only in `html`.
    Html {
        /// The clipboard's `text/html`.
        html: String,
        /// The clipboard's `text/plain`.
        text: String,
    },
    /// A file, read anew for each check.
    File(web_sys::File),
}

/// Everything given, and the extracts of the reports in it.
#[derive(Default)]
pub(super) struct Sources {
    given: BTreeMap<u32, Given>,
    /// By source and part.
    extracts: BTreeMap<(u32, u32), JsValue>,
    last: u32,
    /// The newest that the state ever knew.
    known: u32,
}

impl Sources {
    /// Takes something in.
    pub(super) fn keep(&mut self, given: Given) -> Source {
        self.last += 1;
        let (kind, size) = match &given {
            Given::Text(text) => (SourceKind::Text, length(text)),
            Given::Html { html, .. } => (SourceKind::Html, length(html)),
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a file's size is a whole number"
            )]
            Given::File(file) => (SourceKind::File, file.size() as u64),
        };
        self.given.insert(self.last, given);
        Source { id: self.last, kind, size }
    }

    /// Lets go of what no report comes from any more. What came after the newest that the state ever knew is on its way there.
    pub(super) fn follow(&mut self, state: &State) {
        let mut used: Vec<u32> =
            state.reports.iter().chain(&state.past).map(|report| report.source.id).collect();
        used.sort_unstable();
        self.known = used.last().map_or(self.known, |newest| self.known.max(*newest));
        let known = self.known;
        let is_used = |id: u32| id > known || used.binary_search(&id).is_ok();
        self.given.retain(|id, _| is_used(*id));
        self.extracts.retain(|(id, _), _| is_used(*id));
    }

    /// The thing itself.
    pub(super) fn get(&self, source: Source) -> Option<&Given> {
        self.given.get(&source.id)
    }

    /// Its text, if it has any.
    pub(super) fn text(&self, source: Source) -> Option<String> {
        match self.get(source)? {
            Given::Text(text) | Given::Html { text, .. } => Some(text.clone()),
            Given::File(_) => None,
        }
    }

    /// Keeps what other reports need to know of a report.
    pub(super) fn keep_extract(&mut self, source: Source, part: u32, extract: JsValue) {
        self.extracts.insert((source.id, part), extract);
    }

    /// What other reports need to know of a report.
    pub(super) fn extract(&self, report: &Report) -> JsValue {
        let key = (report.source.id, report.part.unwrap_or(0));
        self.extracts.get(&key).cloned().unwrap_or_default()
    }
}

fn length(text: &str) -> u64 {
    u64::try_from(text.len()).unwrap_or(u64::MAX)
}

impl Given {
    /// What a worker gets: a text, `{ html, text }`, or the file, which it reads by itself.
    pub(super) fn input(self) -> Result<JsValue, JsValue> {
        Ok(match self {
            Self::Text(text) => text.as_str().into(),
            Self::Html { html, text } => {
                let both = Object::new();
                Reflect::set(&both, &"html".into(), &html.as_str().into())?;
                Reflect::set(&both, &"text".into(), &text.as_str().into())?;
                both.into()
            }
            Self::File(file) => file.into(),
        })
    }
}

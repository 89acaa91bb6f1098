//! What was pasted, dropped or chosen, as `static/boot.js` hands it over, made into things to check.

use crate::engine::{Engine, Given};
use crate::state::{Action, Dispatch, NewInput, Text, Work};
use crate::view::proof::SAMPLE;
use crate::words;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Endings of files that are certainly no report. Others are left to the engine, which looks at the content.
const NEVER_A_REPORT: [&str; 12] =
    [".db", ".ds_store", ".lnk", ".ini", ".js", ".css", ".woff2", ".mp3", ".mp4", ".avi", ".ttf", ".dll"];

/// The ending of a file of work.
const WORK: &str = "json";

/// No file of work is larger, in bytes.
const LARGEST_WORK: f64 = 64.0 * 1024.0 * 1024.0;

/// What one input comes to: things to check, and a sentence where there is something to say.
pub(crate) struct Taken {
    /// Things to check.
    pub(crate) inputs: Vec<NewInput>,
    /// What was left out, or why there is nothing.
    pub(crate) note: Option<String>,
    /// Saved work among the files.
    pub(crate) work: Option<web_sys::File>,
}

/// Takes an input in: the thing itself goes to the engine room. The count numbers pastes apart.
pub(crate) fn take(engine: &Engine, input: &JsValue, pastes: u32) -> Taken {
    let field = |name: &str| Reflect::get(input, &name.into()).unwrap_or_default();
    match field("kind").as_string().as_deref() {
        Some("paste") => paste(engine, field("html").as_string(), field("text").as_string(), pastes),
        Some("files") => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of files")]
            let skipped = field("skipped").as_f64().unwrap_or_default() as u32;
            files(engine, &field("files").unchecked_into(), skipped)
        }
        _ => Taken { inputs: Vec::new(), note: Some(words::start::NOTHING_DROPPED.into()), work: None },
    }
}

/// Makes the engine ready for the first input.
pub(crate) fn warm(engine: &Engine) {
    engine.warm(SAMPLE);
}

/// The sample report as an input.
pub(crate) fn sample(engine: &Engine) -> NewInput {
    NewInput { name: words::start::SAMPLE_NAME.into(), source: engine.keep(Given::Text(SAMPLE.into())) }
}

/// Opens saved work, and takes in the texts in it.
pub(crate) fn open_work(engine: &Engine, dispatch: &Dispatch, file: web_sys::File) {
    let (engine, dispatch) = (engine.clone(), dispatch.clone());
    spawn_local(async move {
        let text = if file.size() > LARGEST_WORK { None } else { JsFuture::from(file.text()).await.ok() };
        let read = Work::read(&text.and_then(|text| text.as_string()).unwrap_or_default());
        dispatch.emit(Action::Open(read.map(|work| {
            let texts = work.reports.iter().enumerate().filter_map(|(at, saved)| {
                let Text { html, plain } = saved.text.clone()?;
                let given =
                    if html.is_empty() { Given::Text(plain) } else { Given::Html { html, text: plain } };
                Some((at, NewInput { name: saved.name.clone(), source: engine.keep(given) }))
            });
            let texts = texts.collect();
            (work, texts)
        })));
    });
}

fn paste(engine: &Engine, html: Option<String>, text: Option<String>, pastes: u32) -> Taken {
    let html = html.unwrap_or_default();
    // Windows puts CR LF into the clipboard; a text box only knows LF, and places must agree with it.
    let text = text.unwrap_or_default().replace("\r\n", "\n");
    if html.trim().is_empty() && text.trim().is_empty() {
        return Taken { inputs: Vec::new(), note: Some(words::start::NOTHING_PASTED.into()), work: None };
    }
    let name = match pastes {
        0 => words::start::PASTED.to_owned(),
        earlier => format!("{} {}", words::start::PASTED, earlier + 1),
    };
    let given = if html.trim().is_empty() { Given::Text(text) } else { Given::Html { html, text } };
    Taken { inputs: vec![NewInput { name, source: engine.keep(given) }], note: None, work: None }
}

fn files(engine: &Engine, list: &Array, mut skipped: u32) -> Taken {
    let (mut inputs, mut work) = (Vec::new(), None);
    for entry in list.iter() {
        let path =
            Reflect::get(&entry, &"path".into()).ok().and_then(|path| path.as_string()).unwrap_or_default();
        let file: web_sys::File = Reflect::get(&entry, &"file".into()).unwrap_or_default().unchecked_into();
        let name = path.to_ascii_lowercase();
        if name.rsplit_once('.').is_some_and(|(_, end)| end == WORK) {
            work = Some(file);
        } else if NEVER_A_REPORT.iter().any(|end| name.ends_with(end)) {
            skipped += 1;
        } else {
            inputs.push(NewInput { name: path, source: engine.keep(Given::File(file)) });
        }
    }
    let note = if inputs.is_empty() && work.is_none() {
        Some(words::start::NOTHING_DROPPED.into())
    } else {
        words::start::left_out(skipped)
    };
    Taken { inputs, note, work }
}

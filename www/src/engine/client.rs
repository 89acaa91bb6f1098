//! The line to a worker: what can be asked and answered, and the one place where both are messages. The messages themselves
//! are described at the top of `static/worker.js`.

use super::crew::{Crew, Hand};
use super::sources::Given;
use crate::state::{Cause, Correction};
use jiaohe::wire::{Block, CheckedReport, Choice, Company, Confirmation, Level, Review, RuleCard, Sheet};
use js_sys::{Array, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

/// What a worker can be asked; one thing each.
pub(super) enum Request {
    /// To check something given.
    Review(Box<Check>),
    /// How reports belong together.
    Links {
        /// What is known of each, as the engine gave it.
        extracts: Array,
        /// What the clerk corrected, for each.
        choices: Vec<(Choice, Correction)>,
        /// The units that have to report, one a line.
        list: String,
    },
    /// A report beside others, as tables.
    Sheets {
        /// What is known of it, as the engine gave it.
        extract: JsValue,
        /// The others.
        related: Beside,
    },
    /// The catalogue of rules.
    Rules,
    /// A file of something given.
    File(Box<Check>, Told),
}

/// What is known of other reports, as the engine gave it.
#[derive(Default)]
pub(super) struct Beside {
    /// Last year's.
    pub(super) previous: Option<JsValue>,
    /// The units whose sum it is.
    pub(super) units: Vec<JsValue>,
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
    /// Cells that were misread, with what stands there.
    pub(super) put_right: Vec<jiaohe::wire::Correction>,
    /// What it is checked against.
    pub(super) related: Beside,
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
    /// A report beside others.
    Sheets(Vec<Sheet>),
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

/// A worker at work. Dropping it before the last answer ends the worker, and nothing more is heard of it.
pub(super) struct Call(Rc<Line>);

impl Call {
    /// Gets a worker and asks it.
    pub(super) fn new(crew: &Rc<Crew>, request: Request, hear: impl Fn(Answer) + 'static) -> Self {
        let line = Rc::new(Line {
            crew: Rc::clone(crew),
            hear: Box::new(hear),
            hand: RefCell::default(),
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
    // A worker that waits takes it at once, so that nothing stands between a paste and its check.
    let hand = match line.crew.free() {
        Some(hand) => hand,
        None => Hand::hire().await.map_err(start)?,
    };
    if !line.open(hand) {
        return Ok(());
    }
    let message = match request {
        Request::Review(check) => review(*check, None),
        Request::File(check, told) => review(*check, Some(told)),
        Request::Links { extracts, choices, list } => links(&extracts, &choices, &list),
        Request::Sheets { extract, related } => beside(related)
            .and_then(|related| message("sheets", &[("extract", extract), ("related", related)])),
        Request::Rules => message("rules", &[]),
    };
    message.and_then(|message| line.post(&message)).map_err(start)
}

/// The message for a check, or for a file made of it.
fn review(check: Check, told: Option<Told>) -> Result<JsValue, JsValue> {
    let Check { name, given, part, full, levels, put_right, related } = check;
    let levels: Vec<(&str, JsValue)> =
        levels.iter().map(|(rule, level)| (rule.as_str(), level.id().into())).collect();
    let corrections = serde_wasm_bindgen::to_value(&put_right)?;
    let options =
        object(&[("levels", object(&levels)?), ("corrections", corrections), ("related", beside(related)?)])?;
    let mut fields = vec![
        ("name", name.into()),
        ("input", given.input()?),
        ("options", options),
        ("part", part.map_or(JsValue::UNDEFINED, Into::into)),
    ];
    match told {
        None => {
            fields.push(("full", full.into()));
            message("review", &fields)
        }
        Some(Told { what, time, confirmations }) => {
            let confirmations = serde_wasm_bindgen::to_value(&confirmations)?;
            let told = object(&[("time", time.into()), ("confirmations", confirmations)])?;
            fields.extend([("what", what.into()), ("told", told)]);
            message("deliver", &fields)
        }
    }
}

fn beside(Beside { previous, units }: Beside) -> Result<JsValue, JsValue> {
    let units: Array = units.into_iter().collect();
    object(&[("previous", previous.unwrap_or_default()), ("units", units.into())])
}

fn links(extracts: &Array, choices: &[(Choice, Correction)], list: &str) -> Result<JsValue, JsValue> {
    let corrected = Array::new();
    for (choice, Correction { organ, year }) in choices {
        let choice = serde_wasm_bindgen::to_value(choice)?;
        Reflect::set(&choice, &"organ".into(), &organ.as_deref().into())?;
        Reflect::set(&choice, &"year".into(), &(*year).into())?;
        corrected.push(&choice);
    }
    let fields = [("extracts", extracts.into()), ("choices", corrected.into()), ("list", list.into())];
    message("links", &fields)
}

fn message(kind: &str, fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    object(&[&[("kind", kind.into())], fields].concat())
}

fn object(fields: &[(&str, JsValue)]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object.into())
}

/// The first lines and blocks of a long document, which come ahead of the rest.
#[derive(Default)]
struct Pieces {
    lines: Vec<String>,
    blocks: Vec<Block>,
}

impl Pieces {
    fn add(&mut self, part: &str, items: JsValue) -> Result<(), serde_wasm_bindgen::Error> {
        match part {
            "lines" => self.lines.extend(serde_wasm_bindgen::from_value::<Vec<String>>(items)?),
            _ => self.blocks.extend(serde_wasm_bindgen::from_value::<Vec<Block>>(items)?),
        }
        Ok(())
    }

    /// Puts them in front of what came last.
    fn join(&mut self, checked: &mut CheckedReport) {
        let Self { mut lines, mut blocks } = std::mem::take(self);
        lines.append(&mut checked.lines);
        blocks.append(&mut checked.blocks);
        (checked.lines, checked.blocks) = (lines, blocks);
    }
}

/// What a message says; `None` for one that answers nothing, such as `ready`.
fn answer(message: &JsValue, pieces: &mut Pieces) -> Result<Option<Answer>, serde_wasm_bindgen::Error> {
    let field = |name: &str| Reflect::get(message, &name.into()).unwrap_or_default();
    let text = |name: &str| field(name).as_string().unwrap_or_default();
    Ok(Some(match text("kind").as_str() {
        "phase" => Answer::Phase(text("phase")),
        "piece" => {
            pieces.add(&text("part"), field("items"))?;
            return Ok(None);
        }
        "result" => {
            let reviews: Array = field("reviews").unchecked_into();
            let mut read = |review: JsValue| {
                let extract = Reflect::get(&review, &"extract".into()).unwrap_or_default();
                let mut review: Review = serde_wasm_bindgen::from_value(review)?;
                if let Some(checked) = &mut review.checked {
                    pieces.join(checked);
                }
                Ok((review, extract))
            };
            Answer::Reviews(reviews.iter().map(&mut read).collect::<Result<_, serde_wasm_bindgen::Error>>()?)
        }
        "unpacked" => {
            let files: Array = field("files").unchecked_into();
            Answer::Unpacked(files.iter().map(JsCast::unchecked_into).collect())
        }
        "file" => Answer::File { name: text("name"), bytes: field("bytes"), note: text("note") },
        "links" => Answer::Company(serde_wasm_bindgen::from_value(field("company"))?),
        "sheets" => Answer::Sheets(serde_wasm_bindgen::from_value(field("sheets"))?),
        "rules" => Answer::Rules(serde_wasm_bindgen::from_value(field("rules"))?),
        "failed" => {
            let place = text("where");
            let cause = if field("gone").is_truthy() { Cause::Gone } else { cause_of(&place) };
            Answer::Died(cause, place)
        }
        _ => return Ok(None),
    }))
}

/// What a worker calls back.
type Ear = Closure<dyn FnMut(JsValue)>;

/// Open from the start of a worker until its last answer, its death or the end of the call.
struct Line {
    crew: Rc<Crew>,
    hear: Box<dyn Fn(Answer)>,
    hand: RefCell<Option<Hand>>,
    ears: RefCell<Vec<Ear>>,
    closed: Cell<bool>,
}

impl Line {
    /// Listens to a worker; if the call has ended meanwhile, the worker is for the next one.
    fn open(self: &Rc<Self>, hand: Hand) -> bool {
        if self.closed.get() {
            self.crew.take_back(hand);
            return false;
        }
        let this = Rc::clone(self);
        let mut pieces = Pieces::default();
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let message = event.unchecked_into::<MessageEvent>().data();
            match answer(&message, &mut pieces) {
                Ok(Some(answer)) => {
                    if !matches!(answer, Answer::Phase(_) | Answer::Died(..)) {
                        this.release(&message);
                    }
                    this.hear(answer);
                }
                Ok(None) => {}
                Err(error) => this.hear(Answer::Died(Cause::Internal, error.to_string())),
            }
        });
        let this = Rc::clone(self);
        let failed = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let place = text_of(&event);
            this.hear(Answer::Died(cause_of(&place), place));
        });
        hand.listen(heard.as_ref(), failed.as_ref());
        *self.ears.borrow_mut() = vec![heard, failed];
        *self.hand.borrow_mut() = Some(hand);
        true
    }

    fn post(&self, message: &JsValue) -> Result<(), JsValue> {
        self.hand.borrow().as_ref().map_or(Ok(()), |hand| hand.post(message))
    }

    /// The worker has given its last answer and is sound: it may be asked again.
    fn release(&self, message: &JsValue) {
        let memory = Reflect::get(message, &"memory".into()).ok().and_then(|memory| memory.as_f64());
        if let Some(mut hand) = self.hand.borrow_mut().take() {
            hand.rest(memory.unwrap_or(f64::INFINITY));
            self.crew.take_back(hand);
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

    /// Ends the worker, unless it was released.
    fn close(&self) {
        self.closed.set(true);
        if let Some(hand) = self.hand.borrow_mut().take() {
            hand.dismiss();
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

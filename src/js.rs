//! The engine's face to JavaScript: the npm package, and what the page's worker runs.

mod given;
mod made;
mod profile;
mod related;
mod several;
mod written;

use crate::{Options, wire};
pub use profile::{JsProfile, JsProfileRead, JsTried, profile, try_expression};
pub use several::{JsHandovers, JsTotalOptions, JsTotals, collect, hand_over, handover, sum};

use given::{Chosen, Given, text_of, told_of};
use js_sys::{Function, Reflect, Uint8Array};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What the clerk handed over: the bytes of a file, text, or both flavours of the clipboard. */
export type Input = Uint8Array | ArrayBuffer | string | { html: string; text: string };
/** Choices for one check. */
export interface CheckOptions {
  /** The file's name; it only serves messages. */
  name?: string;
  /** Other reports to check against: the same body's report on the year before, the units of a sum. */
  related?: Partial<Related>;
  /** Rules to switch off or to lower, by their ids. */
  levels?: Record<string, Level>;
  /** Cells that were misread: they hold `to` as long as they are read as `from`. */
  corrections?: Correction[];
  /** What an administrator lays down: levels, units, rules of one's own; `levels` go before it. */
  profile?: Partial<Profile>;
}
/** What a file is told beside the report: the time of the check in words, and findings that were confirmed with a reason. */
export interface Told { time?: string; confirmations?: Confirmation[] }
/** What several reports say of each other: for each the others it belongs to, every comparison, and each as a table. */
export interface Relations { related: Related[]; comparisons: Comparison[]; sheets: Sheet[] }
"#;

#[wasm_bindgen]
extern "C" {
    /// `CheckOptions` in TypeScript.
    #[wasm_bindgen(typescript_type = "CheckOptions")]
    pub type CheckOptions;
    /// `Input` in TypeScript.
    #[wasm_bindgen(typescript_type = "Input")]
    pub type JsInput;
    /// `Extract[]` in TypeScript.
    #[wasm_bindgen(typescript_type = "Extract[]")]
    pub type JsExtracts;
    /// [`wire::Extract`].
    #[wasm_bindgen(typescript_type = "Extract")]
    pub type JsExtract;
    /// [`wire::Related`], with what is left out empty.
    #[wasm_bindgen(typescript_type = "Partial<Related>")]
    pub type JsRelated;
    /// A list of [`wire::Sheet`].
    #[wasm_bindgen(typescript_type = "Sheet[]")]
    pub type JsSheets;
    /// `Choice[]` in TypeScript.
    #[wasm_bindgen(typescript_type = "Choice[]")]
    pub type JsChoices;
    /// For each report a [`wire::Extract`], or [`wire::Failure`] under `error`.
    #[wasm_bindgen(typescript_type = "(Extract | { error: Failure })[]")]
    pub type JsExtracted;
    /// What a file is told beside the report.
    #[wasm_bindgen(typescript_type = "Told")]
    pub type JsTold;
    /// A file, or why there is none.
    #[wasm_bindgen(typescript_type = "{ name: string; bytes: Uint8Array | undefined; note: string }")]
    pub type JsMade;
    /// The files of an archive.
    #[wasm_bindgen(typescript_type = "{ name: string; bytes: Uint8Array }[] | undefined")]
    pub type JsMembers;
    /// `Relations` in TypeScript.
    #[wasm_bindgen(typescript_type = "Relations")]
    pub type JsRelations;
    /// [`wire::Company`].
    #[wasm_bindgen(typescript_type = "Company")]
    pub type JsLinks;
    /// [`wire::Roster`].
    #[wasm_bindgen(typescript_type = "Roster")]
    pub type JsRoster;
    /// [`wire::Output`].
    #[wasm_bindgen(typescript_type = "Output")]
    pub type JsOutput;
    /// A list of [`wire::Review`].
    #[wasm_bindgen(typescript_type = "Review[]")]
    pub type JsReviews;
    /// A list of [`wire::RuleCard`].
    #[wasm_bindgen(typescript_type = "RuleCard[]")]
    pub type JsRules;
}

/// Checks what is handed over and returns the contract's object. `files` has one entry; more where a file holds several
/// reports or is a zip of files. A file that cannot be read is told in its entry's `error`; nothing is thrown for it.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`, if `levels` names no rule, or if `corrections` names
/// no cell or no number.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn check(input: &JsInput, options: Option<CheckOptions>) -> Result<JsOutput, JsValue> {
    let name = options.as_ref().and_then(|options| text_of(options, "name")).unwrap_or_default();
    let chosen = Chosen::from(options.as_deref().unwrap_or(&JsValue::UNDEFINED))?;
    let given = Given::from(input)?;
    let files = crate::check(&name, given.input(), &chosen.options());
    Ok(to_js(&wire::Output::new(files, Vec::new()))?.unchecked_into())
}

/// What other reports need to know of each report in a file, to be handed to [`relate`] and, as `related`, to [`check`]. A
/// report that cannot be read is told in `error`.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`.
#[wasm_bindgen]
pub fn extract(name: &str, input: &JsInput) -> Result<JsExtracted, JsValue> {
    let given = Given::from(input)?;
    let options = Options { gb18030: &gb18030, ..Options::default() };
    let extracts = js_sys::Array::new();
    for report in crate::open(name, given.input(), &options) {
        extracts.push(&match report.extract() {
            Ok(extract) => to_js(&extract)?,
            Err(error) => {
                let object = js_sys::Object::new();
                Reflect::set(&object, &JsValue::from_str("error"), &to_js(&error)?)?;
                object.into()
            }
        });
    }
    Ok(JsValue::from(extracts).unchecked_into())
}

/// The files of a zip of reports, or `undefined` if the bytes are no archive but a report themselves, or cannot be opened:
/// [`review`] says why then.
///
/// # Errors
/// None that a caller can cause.
#[wasm_bindgen]
pub fn unpack(bytes: &[u8]) -> Result<JsMembers, JsValue> {
    let Ok(Some(members)) = crate::read::unpack(bytes, &gb18030) else {
        return Ok(JsValue::UNDEFINED.unchecked_into());
    };
    let files = js_sys::Array::new();
    for member in members {
        let file = js_sys::Object::new();
        let bytes = Uint8Array::from(member.bytes.unwrap_or_default().as_slice());
        Reflect::set(&file, &JsValue::from_str("name"), &JsValue::from_str(&member.name))?;
        Reflect::set(&file, &JsValue::from_str("bytes"), &bytes)?;
        files.push(&file);
    }
    Ok(JsValue::from(files).unchecked_into())
}

/// Which of several reports belong together, in their order, and what they come to side by side. `choices` has, for each,
/// how the user corrects that; left out, all is told from titles and years.
///
/// # Errors
/// A `TypeError` if the extracts are not those of [`extract`].
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn relate(extracts: &JsExtracts, choices: Option<JsChoices>) -> Result<JsRelations, JsValue> {
    let extracts = related::extracts(extracts)?;
    let choices = related::choices(choices.as_deref().unwrap_or(&JsValue::UNDEFINED))?;
    let related = crate::compare::relations(&extracts, &choices);
    let comparisons = crate::compare::comparisons(&extracts, &related);
    let sheets: Vec<wire::Sheet> = comparisons.iter().map(crate::export::sheet::comparison).collect();
    let object = js_sys::Object::new();
    Reflect::set(&object, &JsValue::from_str("related"), &to_js(&related)?)?;
    Reflect::set(&object, &JsValue::from_str("comparisons"), &to_js(&comparisons)?)?;
    Reflect::set(&object, &JsValue::from_str("sheets"), &to_js(&sheets)?)?;
    Ok(JsValue::from(object).unchecked_into())
}

/// One report beside others that [`links`] leads to, as tables.
///
/// # Errors
/// A `TypeError` if the extracts are not those of [`extract`].
#[wasm_bindgen]
pub fn sheets(report: &JsExtract, related: &JsRelated) -> Result<JsSheets, JsValue> {
    let report = related::extract_of(report)?;
    let related = related::related(related)?.unwrap_or_default();
    let comparisons = crate::compare::comparisons(&[report], &[related]);
    let sheets: Vec<wire::Sheet> = comparisons.iter().map(crate::export::sheet::comparison).collect();
    Ok(to_js(&sheets)?.unchecked_into())
}

/// What [`relate`] tells, for who keeps the extracts himself: each report is named by its place in the list, so that none is
/// copied. `list` is that of [`roster`], empty if there is none.
///
/// # Errors
/// A `TypeError` if the extracts are not those of [`extract`].
#[wasm_bindgen]
pub fn links(extracts: &JsExtracts, choices: &JsChoices, list: &str) -> Result<JsLinks, JsValue> {
    let extracts = related::extracts(extracts)?;
    let links = crate::compare::links(&extracts, &related::choices(choices)?);
    let roster = (!list.trim().is_empty()).then(|| crate::compare::roster(list, &extracts));
    Ok(to_js(&wire::Company { links, roster })?.unchecked_into())
}

/// Holds a list of the units that have to report, one a line, against the reports that are there.
///
/// # Errors
/// A `TypeError` if the extracts are not those of [`extract`].
#[wasm_bindgen]
pub fn roster(list: &str, extracts: &JsExtracts) -> Result<JsRoster, JsValue> {
    let extracts = related::extracts(extracts)?;
    Ok(to_js(&crate::compare::roster(list, &extracts))?.unchecked_into())
}

/// Checks what is handed over and returns what the page shows of each report in it; of the one that `part` names if there are
/// several, and everything that is shown of a report if it is the only one asked about and `full`. `on_phase` is called with
/// words for the clerk.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn review(
    name: &str,
    input: &JsInput,
    options: &JsValue,
    part: Option<usize>,
    full: bool,
    on_phase: Option<Function>,
) -> Result<JsReviews, JsValue> {
    let tell = |phase: &str| {
        if let Some(on_phase) = &on_phase {
            // A listener that fails is its own affair; the check goes on.
            drop(on_phase.call1(&JsValue::NULL, &JsValue::from_str(phase)));
        }
    };
    let given = Given::from(input)?;
    let chosen = Chosen::from(options)?;
    let options = Options { on_phase: &tell, ..chosen.options() };
    let reports = crate::open(name, given.input(), &options);
    let last = reports.len().saturating_sub(1);
    let asked = match part {
        // Corrected text may hold fewer reports than before.
        Some(part) => part.min(last)..part.min(last) + 1,
        None => 0..reports.len(),
    };
    let full = full && asked.len() == 1;
    let asked = reports.get(asked).unwrap_or_default();
    let digest = given.digest();
    let review =
        |report: &crate::Opened| wire::Review { digest: digest.clone(), ..report.review(&options, full) };
    let reviews: Vec<wire::Review> = asked.iter().map(review).collect();
    Ok(to_js(&reviews)?.unchecked_into())
}

/// Makes a file of what is handed over: of the report that `part` names, else of the first. `what` is one of the words of
/// `Deliverable`, or `json` or `sarif`. Where it cannot be made, `bytes` is `undefined` and `note` says why.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`, or if there is no such file.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn deliver(
    what: &str,
    name: &str,
    input: &JsInput,
    options: &JsValue,
    part: Option<usize>,
    told: Option<JsTold>,
) -> Result<JsMade, JsValue> {
    let given = Given::from(input)?;
    let chosen = Chosen::from(options)?;
    let options = Options { keep_source: true, ..chosen.options() };
    let reports = crate::open(name, given.input(), &options);
    let part = part.unwrap_or(0).min(reports.len().saturating_sub(1));
    let told = told_of(told.as_deref().unwrap_or(&JsValue::UNDEFINED))?;
    made::file(what, reports.get(part), &options, &told)
}

/// The rule catalogue.
///
/// # Errors
/// None that a caller can cause.
#[wasm_bindgen]
pub fn rules() -> Result<JsRules, JsValue> {
    Ok(to_js(&crate::rules::cards())?.unchecked_into())
}

/// The version of this package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Runs once for each instance. From then on a panic ends in a JavaScript `Error` whose message is the place in this
/// program, `file:line`, never a word of what it was reading; the instance is spent after it.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        let place =
            info.location().map_or_else(|| "?".to_owned(), |at| format!("{}:{}", at.file(), at.line()));
        wasm_bindgen::throw_str(&place)
    }));
}

/// Plain objects rather than `Map`s, `null` rather than `undefined`: what `JSON.stringify` makes of it is the contract.
fn to_js<T: serde::Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = Serializer::json_compatible();
    Ok(value.serialize(&serializer)?)
}

/// GB18030 by the host's own decoder.
fn gb18030(bytes: &[u8]) -> Option<String> {
    web_sys::TextDecoder::new_with_label("gb18030").ok()?.decode_with_u8_array(bytes).ok()
}

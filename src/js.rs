//! The engine's face to JavaScript: the npm package, and what the page's worker runs.

use crate::read::Input;
use crate::{Options, wire};
use js_sys::{Function, Reflect, Uint8Array};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What the clerk handed over: the bytes of a file, text, or both flavours of the clipboard. */
export type Input = Uint8Array | ArrayBuffer | string | { html: string; text: string };
/** Choices for one check. */
export interface CheckOptions { /** The file's name; it only serves messages. */ name?: string }
"#;

#[wasm_bindgen]
extern "C" {
    /// `CheckOptions` in TypeScript.
    #[wasm_bindgen(typescript_type = "CheckOptions")]
    pub type CheckOptions;
    /// `Input` in TypeScript.
    #[wasm_bindgen(typescript_type = "Input")]
    pub type JsInput;
    /// [`wire::Output`].
    #[wasm_bindgen(typescript_type = "Output")]
    pub type JsOutput;
    /// [`wire::Review`].
    #[wasm_bindgen(typescript_type = "Review")]
    pub type JsReview;
    /// A list of [`wire::RuleCard`].
    #[wasm_bindgen(typescript_type = "RuleCard[]")]
    pub type JsRules;
}

/// Checks one report and returns the contract's object with one entry in `files`. A file that cannot be read is told in
/// that entry's `error`; nothing is thrown for it.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn check(input: &JsInput, options: Option<CheckOptions>) -> Result<JsOutput, JsValue> {
    let name = options.as_ref().and_then(|options| text_of(options, "name")).unwrap_or_default();
    let given = Given::from(input)?;
    let file = crate::check(&name, given.input(), &Options { gb18030: &gb18030, ..Options::default() });
    Ok(to_js(&wire::Output::new(vec![file]))?.unchecked_into())
}

/// Checks one report and returns everything the page shows of it. `on_phase` is called with words for the clerk.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn review(
    name: &str,
    input: &JsInput,
    _options: &JsValue,
    on_phase: Option<Function>,
) -> Result<JsReview, JsValue> {
    let tell = |phase: &str| {
        if let Some(on_phase) = &on_phase {
            // A listener that fails is its own affair; the check goes on.
            drop(on_phase.call1(&JsValue::NULL, &JsValue::from_str(phase)));
        }
    };
    let given = Given::from(input)?;
    let review = crate::review(name, given.input(), &Options { gb18030: &gb18030, on_phase: &tell });
    Ok(to_js(&review)?.unchecked_into())
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

/// An input copied into this module's memory.
enum Given {
    Bytes(Vec<u8>),
    Text(String),
    Clipboard { html: String, text: String },
}

impl Given {
    fn from(input: &JsValue) -> Result<Self, JsValue> {
        if let Some(text) = input.as_string() {
            Ok(Self::Text(text))
        } else if input.is_instance_of::<Uint8Array>() || input.is_instance_of::<js_sys::ArrayBuffer>() {
            Ok(Self::Bytes(Uint8Array::new(input).to_vec()))
        } else if input.is_object() {
            let part = |key| text_of(input, key).unwrap_or_default();
            Ok(Self::Clipboard { html: part("html"), text: part("text") })
        } else {
            Err(js_sys::TypeError::new("input must be bytes, a string, or { html, text }").into())
        }
    }

    fn input(&self) -> Input<'_> {
        match self {
            Self::Bytes(bytes) => Input::Bytes(bytes),
            Self::Text(text) => Input::Text(text),
            Self::Clipboard { html, text } => Input::Clipboard { html, text },
        }
    }
}

fn text_of(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(key)).ok()?.as_string()
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

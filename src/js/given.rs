//! What a caller hands over: the input, and choices for the check.

use crate::profile::Profile;
use crate::read::Input;
use crate::{Corrections, Level, Levels, Options, wire};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// An input copied into this module's memory.
pub(super) enum Given {
    Bytes(Vec<u8>),
    Text(String),
    Clipboard { html: String, text: String },
}

impl Given {
    pub(super) fn from(input: &JsValue) -> Result<Self, JsValue> {
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

    /// SHA-256 of what was handed over.
    pub(super) fn digest(&self) -> String {
        crate::export::digest::sha256(match self {
            Self::Bytes(bytes) => bytes,
            Self::Clipboard { html, .. } if !html.is_empty() => html.as_bytes(),
            Self::Text(text) | Self::Clipboard { text, .. } => text.as_bytes(),
        })
    }

    pub(super) fn input(&self) -> Input<'_> {
        match self {
            Self::Bytes(bytes) => Input::Bytes(bytes),
            Self::Text(text) => Input::Text(text),
            Self::Clipboard { html, text } => Input::Clipboard { html, text },
        }
    }
}

/// What is chosen for a check.
#[derive(Default)]
pub(super) struct Chosen {
    related: Option<wire::Related>,
    levels: Levels,
    profile: Option<Profile>,
    corrections: Corrections,
}

impl Chosen {
    /// `related`, `levels`, `profile` and `corrections` of the options, as far as they are there.
    pub(super) fn from(options: &JsValue) -> Result<Self, JsValue> {
        if !options.is_object() {
            return Ok(Self::default());
        }
        let written = super::written::written(&Reflect::get(options, &JsValue::from_str("profile"))?)?;
        let profile = written.map(|written| Profile::of(&written).0);
        let mut levels = Levels::default();
        // What is chosen for this check goes before the profile.
        let from_profile = profile.iter().flat_map(Profile::levels);
        from_profile.for_each(|(rule, level)| levels.set(rule, level));
        levels_of(options, &mut levels)?;
        Ok(Self { related: related_of(options)?, levels, profile, corrections: corrections_of(options)? })
    }

    /// The options of a check.
    pub(super) fn options(&self) -> Options<'_> {
        Options {
            gb18030: &super::gb18030,
            related: self.related.as_ref(),
            levels: Some(&self.levels),
            profile: self.profile.as_ref(),
            corrections: Some(&self.corrections),
            ..Options::default()
        }
    }
}

/// Adds `levels` of the options.
fn levels_of(options: &JsValue, levels: &mut Levels) -> Result<(), JsValue> {
    let given = Reflect::get(options, &JsValue::from_str("levels"))?;
    if !given.is_object() {
        return Ok(());
    }
    for entry in js_sys::Object::entries(given.unchecked_ref()) {
        let pair: js_sys::Array = entry.unchecked_into();
        let (rule, word) = (pair.get(0).as_string(), pair.get(1).as_string());
        let known = rule.filter(|rule| crate::rules::is_known(rule));
        let Some((rule, level)) = known.zip(word.as_deref().and_then(Level::parse)) else {
            let message = "levels must map ids of rules to \"off\", \"hint\" or \"warning\"";
            return Err(js_sys::TypeError::new(message).into());
        };
        levels.set(&rule, level);
    }
    Ok(())
}

/// `corrections` of the options; none if they are not there.
fn corrections_of(options: &JsValue) -> Result<Corrections, JsValue> {
    let mut corrections = Corrections::default();
    let given = Reflect::get(options, &JsValue::from_str("corrections"))?;
    if js_sys::Array::is_array(&given) {
        for one in given.unchecked_into::<js_sys::Array>() {
            let part = |key| text_of(&one, key).unwrap_or_default();
            if !corrections.add(&part("cell"), &part("from"), &part("to")) {
                let message = "corrections must have the id of a cell and a number";
                return Err(js_sys::TypeError::new(message).into());
            }
        }
    }
    Ok(corrections)
}

/// `related` of the options, if it is there.
fn related_of(options: &JsValue) -> Result<Option<wire::Related>, JsValue> {
    super::related::related(&Reflect::get(options, &JsValue::from_str("related"))?)
}

/// What a file is told beside the report: its time and confirmations.
pub(super) fn told_of(told: &JsValue) -> Result<(String, Vec<wire::Confirmation>), JsValue> {
    let mut confirmations = Vec::new();
    if !told.is_object() {
        return Ok((String::new(), confirmations));
    }
    let given = Reflect::get(told, &JsValue::from_str("confirmations"))?;
    if js_sys::Array::is_array(&given) {
        for one in given.unchecked_into::<js_sys::Array>() {
            let part = |key| text_of(&one, key).unwrap_or_default();
            confirmations
                .push(wire::Confirmation { fingerprint: part("fingerprint"), reason: part("reason") });
        }
    }
    Ok((text_of(told, "time").unwrap_or_default(), confirmations))
}

pub(super) fn text_of(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(key)).ok()?.as_string()
}

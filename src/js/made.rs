//! Files for the caller.

use super::{JsMade, to_js};
use crate::deliver::{Made, Refusal, Told, make};
use crate::vocabulary::Deliverable;
use crate::{Opened, Options, wire};
use js_sys::{JSON, Object, Reflect, TypeError, Uint8Array};
use wasm_bindgen::prelude::*;

/// The file of this name made of a report.
pub(super) fn file(
    what: &str,
    opened: Option<&Opened>,
    options: &Options<'_>,
    told: &(String, Vec<wire::Confirmation>),
) -> Result<JsMade, JsValue> {
    let unknown = || JsValue::from(TypeError::new("there is no such file"));
    let opened = opened.ok_or_else(unknown)?;
    if matches!(what, "json" | "sarif") {
        let output = wire::Output::new(vec![opened.check(options)], Vec::new());
        let value = match what {
            "json" => to_js(&output)?,
            _ => to_js(&crate::export::sarif::log(&output, &crate::rules::cards()))?,
        };
        let text = String::from(JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())?);
        let text = crate::export::harmless_json(text);
        let name = format!("校核结果.{what}");
        return object(&name, Some(text.as_bytes()), "");
    }
    let what = Deliverable::parse(what).ok_or_else(unknown)?;
    match make(what, opened, options, &Told { time: &told.0, confirmations: &told.1 }) {
        Ok(Made { name, bytes, note }) => object(&name, Some(&bytes), &note),
        Err(Refusal::NotOffered(why)) => object("", None, &why),
        Err(Refusal::Unreadable(failure)) => {
            object("", None, &format!("{}{}", failure.message, failure.hint))
        }
    }
}

/// A file for JavaScript: its name, its bytes if it could be made, and what has to be known of it.
pub(super) fn object(name: &str, bytes: Option<&[u8]>, note: &str) -> Result<JsMade, JsValue> {
    let object = Object::new();
    let bytes = bytes.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(bytes).into());
    for (key, value) in [("name", name.into()), ("bytes", bytes), ("note", note.into())] {
        Reflect::set(&object, &JsValue::from_str(key), &value)?;
    }
    Ok(JsValue::from(object).unchecked_into())
}

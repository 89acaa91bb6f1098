//! What comes back from JavaScript: extracts as [`super::extract`] gave them, and how the user corrects them.
//!
//! Read by hand: serde's deserialisation brings 10 KB (brotli) more, a good part of it to format floats in its messages.

use crate::wire::{
    Certainty, Choice, Doubt, ErrorKind, Extract, Failure, Handover, HandoverFinding, HandoverVerdict,
    OutcomeKind, PreviousChoice, Related, Severity, SumRole,
};
use js_sys::{Array, Reflect, TypeError};
use wasm_bindgen::prelude::*;

/// A value is of another shape; where exactly is of no use to anyone.
pub(super) struct Odd;

pub(super) type Read<T> = Result<T, Odd>;

/// The extracts of [`super::relate`] and [`super::roster`].
pub(super) fn extracts(value: &JsValue) -> Result<Vec<Extract>, JsValue> {
    list(value, extract)
        .map_err(|Odd| TypeError::new("extracts must be a list of what extract() gives").into())
}

/// One extract.
pub(super) fn extract_of(value: &JsValue) -> Result<Extract, JsValue> {
    extract(value).map_err(|Odd| TypeError::new("not what extract() gives").into())
}

/// The choices of [`super::relate`]; none if they are not there.
pub(super) fn choices(value: &JsValue) -> Result<Vec<Choice>, JsValue> {
    let choices = optional(value, |value| list(value, choice)).map(Option::unwrap_or_default);
    choices.map_err(|Odd| TypeError::new("choices must be a list of { previous, role }").into())
}

/// `related` of the options, if it is there.
pub(super) fn related(value: &JsValue) -> Result<Option<Related>, JsValue> {
    let read = |value: &JsValue| {
        let previous = optional(&field(value, "previous")?, extract)?;
        let units = optional(&field(value, "units")?, |units| list(units, extract))?.unwrap_or_default();
        Ok(Related { previous, units })
    };
    let related = optional(value, read);
    related
        .map_err(|Odd| TypeError::new("related must be { previous, units } of what extract() gives").into())
}

/// The parts of [`super::several::handover`].
pub(super) fn handovers(value: &JsValue) -> Result<Vec<Handover>, JsValue> {
    list(value, handover)
        .map_err(|Odd| TypeError::new("parts must be a list of what handover() gives").into())
}

fn handover(value: &JsValue) -> Read<Handover> {
    let failure = |value: &JsValue| {
        Ok(Failure {
            kind: word(value, "kind", ErrorKind::parse)?,
            message: text(&field(value, "message")?)?,
            hint: text(&field(value, "hint")?)?,
        })
    };
    let verdict = |value: &JsValue| {
        let outcome = word(value, "outcome", OutcomeKind::parse)?;
        Ok(HandoverVerdict { rule: text(&field(value, "rule")?)?, outcome })
    };
    Ok(Handover {
        file: text(&field(value, "file")?)?,
        organ: optional(&field(value, "organ")?, text)?,
        year: optional(&field(value, "year")?, whole)?,
        profile: optional(&field(value, "profile")?, text)?,
        corrected: optional(&field(value, "corrected")?, text)?,
        standing: text(&field(value, "standing")?)?,
        open: field(value, "open")?.as_bool().ok_or(Odd)?,
        failure: optional(&field(value, "failure")?, failure)?,
        findings: list(&field(value, "findings")?, finding)?,
        verdicts: list(&field(value, "verdicts")?, verdict)?,
        letter: text(&field(value, "letter")?)?,
    })
}

fn finding(value: &JsValue) -> Read<HandoverFinding> {
    Ok(HandoverFinding {
        severity: word(value, "severity", Severity::parse)?,
        certainty: word(value, "certainty", Certainty::parse)?,
        rule: text(&field(value, "rule")?)?,
        message: text(&field(value, "message")?)?,
        because: text(&field(value, "because")?)?,
        todo: text(&field(value, "todo")?)?,
        line: line(&field(value, "line")?)?,
        explained: text(&field(value, "explained")?)?,
    })
}

pub(super) fn word<T>(value: &JsValue, key: &str, parse: fn(&str) -> Option<T>) -> Read<T> {
    parse(&text(&field(value, key)?)?).ok_or(Odd)
}

fn extract(value: &JsValue) -> Read<Extract> {
    Ok(Extract {
        name: text(&field(value, "name")?)?,
        organ: optional(&field(value, "organ")?, text)?,
        year: optional(&field(value, "year")?, whole)?,
        values: list(&field(value, "values")?, pair)?,
        sentences: list(&field(value, "sentences")?, text)?,
        parts: optional(&field(value, "parts")?, |parts| list(parts, line))?.unwrap_or_default(),
        doubts: optional(&field(value, "doubts")?, |doubts| list(doubts, doubt))?.unwrap_or_default(),
    })
}

fn doubt(value: &JsValue) -> Read<Doubt> {
    Ok(Doubt { cell: text(&field(value, "cell")?)?, repair: optional(&field(value, "repair")?, text)? })
}

fn choice(value: &JsValue) -> Read<Choice> {
    Ok(Choice {
        previous: optional(&field(value, "previous")?, previous)?,
        role: optional(&field(value, "role")?, role)?,
    })
}

fn previous(value: &JsValue) -> Read<PreviousChoice> {
    match value.as_string().as_deref() {
        Some("none") => Ok(PreviousChoice::Nothing),
        _ => whole(value).map(|index| PreviousChoice::Report(usize::from(index))),
    }
}

fn role(value: &JsValue) -> Read<SumRole> {
    text(value).and_then(|word| SumRole::parse(&word).ok_or(Odd))
}

pub(super) fn field(object: &JsValue, key: &str) -> Read<JsValue> {
    Reflect::get(object, &JsValue::from_str(key)).map_err(|_| Odd)
}

pub(super) fn text(value: &JsValue) -> Read<String> {
    value.as_string().ok_or(Odd)
}

/// A whole number.
pub(super) fn whole(value: &JsValue) -> Read<u16> {
    line(value).and_then(|number| u16::try_from(number).map_err(|_| Odd))
}

/// A whole number that may be large.
fn line(value: &JsValue) -> Read<u32> {
    let number = value.as_f64().ok_or(Odd)?;
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was just seen to fit")]
    fits.then_some(number as u32).ok_or(Odd)
}

fn pair(value: &JsValue) -> Read<(String, String)> {
    <[String; 2]>::try_from(list(value, text)?).map(Into::into).map_err(|_| Odd)
}

pub(super) fn list<T>(value: &JsValue, item: impl Fn(&JsValue) -> Read<T>) -> Read<Vec<T>> {
    let array: &Array = value.dyn_ref().ok_or(Odd)?;
    array.iter().map(|value| item(&value)).collect()
}

/// `None` for what is not there.
pub(super) fn optional<T>(value: &JsValue, read: impl FnOnce(&JsValue) -> Read<T>) -> Read<Option<T>> {
    if value.is_undefined() || value.is_null() { Ok(None) } else { read(value).map(Some) }
}

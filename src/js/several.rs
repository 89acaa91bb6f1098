//! What is made of several reports together: 汇总表, and the files of it.

use super::given::{Chosen, Given, text_of, told_of};
use super::made::object;
use super::related::{self, whole};
use super::{JsChoices, JsExtracts, JsInput, JsMade, JsTold, to_js};
use crate::compare::totals;
use crate::export;
use crate::vocabulary::{ListFile, SumFile};
use crate::wire::{Handover, Total, TotalOptions};
use js_sys::{Array, Reflect, TypeError};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What is asked of a sum: one year only; where the report of the region's own organ stands in the list, or that it is left out;
    the units that have to report, one a line; the names of files that could not be read. */
export interface TotalOptions { year?: number; own?: number; without_own?: boolean; roster?: string; unreadable?: string[] }
"#;

#[wasm_bindgen]
extern "C" {
    /// `TotalOptions` in TypeScript.
    #[wasm_bindgen(typescript_type = "TotalOptions")]
    pub type JsTotalOptions;
    /// A list of [`Total`].
    #[wasm_bindgen(typescript_type = "Total[]")]
    pub type JsTotals;
    /// A list of [`Handover`].
    #[wasm_bindgen(typescript_type = "Handover[]")]
    pub type JsHandovers;
}

/// 汇总表: what the units of a region come to, a table for each year that there are reports on, held against the report that
/// should be their sum. `extracts` are best those of [`super::review`], which know of which cells errors speak; `choices` are
/// those of [`super::links`].
///
/// # Errors
/// A `TypeError` if the extracts are not those of [`super::extract`], or an option is of another kind.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn sum(
    extracts: &JsExtracts,
    choices: Option<JsChoices>,
    options: Option<JsTotalOptions>,
) -> Result<JsTotals, JsValue> {
    Ok(to_js(&of(extracts, choices.as_deref(), options.as_deref())?)?.unchecked_into())
}

/// What is handed over of each report in an input: of the one that `part` names, else of all. Small enough to be kept for each
/// of many, and all that [`hand_over`] needs.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`, or an option is of another kind.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn handover(
    name: &str,
    input: &JsInput,
    options: &JsValue,
    part: Option<usize>,
    told: Option<JsTold>,
) -> Result<JsHandovers, JsValue> {
    let given = Given::from(input)?;
    let chosen = Chosen::from(options)?;
    let options = chosen.options();
    let (_, confirmations) = told_of(told.as_deref().unwrap_or(&JsValue::UNDEFINED))?;
    let reports = crate::open(name, given.input(), &options);
    let asked = reports.iter().enumerate().filter(|(at, _)| part.is_none_or(|part| part == *at));
    let parts: Vec<Handover> =
        asked.map(|(_, report)| export::handover::of(&report.check(&options), &confirmations)).collect();
    Ok(to_js(&parts)?.unchecked_into())
}

/// What is handed over of all reports as a file. `what` is `lists-xlsx`, `lists-docx`, `letters` or `matrix`; `parts` are those of
/// [`handover`].
///
/// # Errors
/// A `TypeError` if there is no such file, or the parts are not those of [`handover`].
#[wasm_bindgen]
pub fn hand_over(what: &str, parts: &JsHandovers) -> Result<JsMade, JsValue> {
    let what = ListFile::parse(what).ok_or_else(|| TypeError::new("there is no such file"))?;
    let made = crate::deliver::hand_over(what, &related::handovers(parts)?);
    object(&made.name, Some(&made.bytes), &made.note)
}

/// [`sum`] as a file, of the year asked for, else of the newest: `what` is `sum-xlsx`, `sum-docx` or `sum-html`.
///
/// # Errors
/// As [`sum`]; and a `TypeError` if there is no such file.
#[wasm_bindgen]
#[expect(clippy::needless_pass_by_value, reason = "an optional argument can only be taken by value")]
pub fn collect(
    what: &str,
    extracts: &JsExtracts,
    choices: Option<JsChoices>,
    options: Option<JsTotalOptions>,
) -> Result<JsMade, JsValue> {
    let what = SumFile::parse(what).ok_or_else(|| TypeError::new("there is no such file"))?;
    match of(extracts, choices.as_deref(), options.as_deref())?.pop() {
        Some(total) => {
            let made = crate::deliver::sum(what, &total);
            object(&made.name, Some(&made.bytes), &made.note)
        }
        None => object("", None, "没有可以相加的报告。"),
    }
}

fn of(
    extracts: &JsExtracts,
    choices: Option<&JsValue>,
    options: Option<&JsValue>,
) -> Result<Vec<Total>, JsValue> {
    let extracts = related::extracts(extracts)?;
    let choices = related::choices(choices.unwrap_or(&JsValue::UNDEFINED))?;
    Ok(totals(&extracts, &choices, &asked(options.unwrap_or(&JsValue::UNDEFINED))?))
}

fn asked(options: &JsValue) -> Result<TotalOptions, JsValue> {
    if !options.is_object() {
        return Ok(TotalOptions::default());
    }
    let field = |key: &str| Reflect::get(options, &JsValue::from_str(key));
    let number = |key: &str| {
        let wrong = || JsValue::from(TypeError::new("year and own must be whole numbers"));
        let value = field(key)?;
        let is_there = !(value.is_undefined() || value.is_null());
        is_there.then(|| whole(&value).map_err(|_| wrong())).transpose()
    };
    let files = field("unreadable")?;
    let files = if Array::is_array(&files) { files.unchecked_into() } else { Array::new() };
    Ok(TotalOptions {
        year: number("year")?,
        own: number("own")?.map(usize::from),
        without_own: field("without_own")?.as_bool() == Some(true),
        roster: text_of(options, "roster").unwrap_or_default(),
        unreadable: files.iter().filter_map(|file| file.as_string()).collect(),
    })
}

//! The profile that a page hands over: read, looked at, and its expressions tried out.

use super::given::Given;
use super::written::written;
use super::{JsInput, to_js};
use crate::Options;
use crate::profile::{Profile, try_out};
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What a profile comes to: what it is called, its units one a line, a sentence about it, and what is wrong with it. */
export interface ProfileRead { name: string; roster: string; remark: string; faults: ProfileFault[] }
"#;

#[wasm_bindgen]
extern "C" {
    /// [`crate::wire::Profile`]; every part may be left out.
    #[wasm_bindgen(typescript_type = "Partial<Profile>")]
    pub type JsProfile;
    /// `ProfileRead` in TypeScript.
    #[wasm_bindgen(typescript_type = "ProfileRead")]
    pub type JsProfileRead;
    /// [`crate::wire::Tried`].
    #[wasm_bindgen(typescript_type = "Tried")]
    pub type JsTried;
}

/// Looks at a profile: what is wrong with it is told, the rest of it holds in a check that is given it as `profile`.
///
/// # Errors
/// A `TypeError` if it is no profile at all.
#[wasm_bindgen]
pub fn profile(profile: &JsProfile) -> Result<JsProfileRead, JsValue> {
    let written = written(profile)?.unwrap_or_default();
    let (profile, faults) = Profile::of(&written);
    let object = Object::new();
    let parts = [("name", profile.name()), ("roster", profile.roster()), ("remark", &profile.remark())];
    for (key, value) in parts {
        Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value))?;
    }
    Reflect::set(&object, &JsValue::from_str("faults"), &to_js(&faults)?)?;
    Ok(JsValue::from(object).unchecked_into())
}

/// Tries an expression of a rule of one's own on the first report of an input, or only looks at it where there is none.
///
/// # Errors
/// A `TypeError` if the input is neither bytes nor text nor `{ html, text }`.
#[wasm_bindgen]
pub fn try_expression(expression: &str, input: Option<JsInput>) -> Result<JsTried, JsValue> {
    let tried = match input {
        None => try_out(expression, None),
        Some(input) => {
            let options = Options { gb18030: &super::gb18030, ..Options::default() };
            let reports = crate::open("", Given::from(&input)?.input(), &options);
            reports.first().map_or_else(|| try_out(expression, None), |report| report.try_out(expression))
        }
    };
    Ok(to_js(&tried)?.unchecked_into())
}

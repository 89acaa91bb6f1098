//! A profile as it is written in JavaScript, read by hand as in [`super::related`].

use super::related::{Odd, Read, field, list, optional, text, word};
use crate::{Level, wire};
use js_sys::{Array, Object, TypeError};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// A profile as it is written; none if there is none.
pub(super) fn written(value: &JsValue) -> Result<Option<wire::Profile>, JsValue> {
    let wrong = || TypeError::new("profile must be { name, levels, roster, deadlines, rules }").into();
    let known = ["name", "levels", "roster", "deadlines", "rules"];
    let odd = |(key, _): &(String, JsValue)| !known.contains(&key.as_str());
    if value.is_object() && entries(value).iter().any(odd) {
        return Err(wrong());
    }
    optional(value, read).map_err(|_| wrong())
}

fn read(value: &JsValue) -> Read<wire::Profile> {
    Ok(wire::Profile {
        name: optional(&field(value, "name")?, text)?.unwrap_or_default(),
        levels: optional(&field(value, "levels")?, levels)?.unwrap_or_default(),
        roster: optional(&field(value, "roster")?, |units| list(units, text))?.unwrap_or_default(),
        deadlines: optional(&field(value, "deadlines")?, deadlines)?.unwrap_or_default(),
        rules: optional(&field(value, "rules")?, |rules| list(rules, rule))?.unwrap_or_default(),
    })
}

fn levels(value: &JsValue) -> Read<BTreeMap<String, Level>> {
    let mut levels = BTreeMap::new();
    for (rule, level) in entries(value) {
        levels.insert(rule, text(&level).and_then(|level| Level::parse(&level).ok_or(Odd))?);
    }
    Ok(levels)
}

/// The properties of an object by their names.
fn entries(value: &JsValue) -> Vec<(String, JsValue)> {
    let pairs = Object::entries(value.unchecked_ref::<Object>());
    let pair = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        pair.get(0).as_string().map(|key| (key, pair.get(1)))
    };
    pairs.iter().filter_map(pair).collect()
}

fn deadlines(value: &JsValue) -> Read<wire::Deadlines> {
    let day = |key| optional(&field(value, key)?, text);
    Ok(wire::Deadlines { department: day("department")?, town: day("town")?, government: day("government")? })
}

fn rule(value: &JsValue) -> Read<wire::OwnRule> {
    let level = field(value, "level")?;
    Ok(wire::OwnRule {
        id: text(&field(value, "id")?)?,
        title: text(&field(value, "title")?)?,
        level: optional(&level, |_| word(value, "level", Level::parse))?.unwrap_or(Level::Hint),
        when: optional(&field(value, "when")?, text)?,
        must: text(&field(value, "must")?)?,
        todo: optional(&field(value, "todo")?, text)?.unwrap_or_default(),
    })
}

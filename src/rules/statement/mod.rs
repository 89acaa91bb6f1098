//! What the sections have to say in words.

mod assessment;
mod fee;
mod improvement;

/// What the form or custom asks to be told, each with words of which one is enough.
pub(super) type Items<'a> = [(&'static str, &'a [&'a str])];

/// The items of which no word is told.
pub(super) fn untold(items: &Items<'_>, tells: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let untold = items.iter().filter(|(_, words)| !words.iter().any(|word| tells(word)));
    untold.map(|(item, _)| *item).collect()
}

/// Whether a word stands in a text other than as the name of a system: 责任追究制度 tells of no 责任追究.
fn tells(text: &str, word: &str) -> bool {
    const SYSTEMS: [&str; 6] = ["制度", "机制", "办法", "体系", "规定", "细则"];
    text.match_indices(word).any(|(at, _)| {
        let rest = text.get(at + word.len()..).unwrap_or("");
        !SYSTEMS.iter().any(|system| rest.starts_with(system))
    })
}

use super::Rule;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&assessment::RULE, &improvement::RULE, &fee::RULE];

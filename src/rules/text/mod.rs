//! Characters and words: what was left over, what must not be published, what is written wrong.

mod blank_number;
mod foreign_organ;
mod personal_data;
mod placeholder;
mod punctuation;
mod wording;

use super::words::quote;
use super::{Context, Finding, Rule};
use crate::document::{LineId, Span};
use crate::report::Report;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[
    &blank_number::RULE,
    &placeholder::RULE,
    &foreign_organ::RULE,
    &personal_data::RULE,
    &wording::RULE,
    &punctuation::RULE,
];

/// How many places a grouped finding shows.
const SHOWN: usize = 12;

/// The lines of running text: preface and prose, tables left out.
fn prose<'r>(report: &'r Report<'_>) -> impl Iterator<Item = (LineId, &'r str)> {
    report.running_text()
}

/// Something written in a way worth changing: where, and what to write instead or what it is.
struct Slip {
    span: Span,
    advice: String,
}

/// One finding for slips of a kind. It shows the words around the first.
fn group(context: &Context<'_>, title: impl Into<String>, slips: &[Slip]) -> Finding {
    let spans = slips.iter().take(SHOWN).map(|slip| slip.span);
    let seen = slips.first().map(|slip| around(context.report.document.line(slip.span.line), slip.span));
    context.on_spans(spans, title).because(seen.map(|seen| format!("见{seen}")).unwrap_or_default())
}

/// The slips by what is advised, in the order of the text.
fn by_advice(slips: Vec<Slip>) -> Vec<(String, Vec<Slip>)> {
    let mut groups: Vec<(String, Vec<Slip>)> = Vec::new();
    for slip in slips {
        let at = groups.iter().position(|(advice, _)| *advice == slip.advice);
        match at.and_then(|at| groups.get_mut(at)) {
            Some((_, group)) => group.push(slip),
            None => groups.push((slip.advice.clone(), vec![slip])),
        }
    }
    groups
}

/// A place with some words before and behind it, in quotation marks.
fn around(line: &str, span: Span) -> String {
    /// So many characters on either side.
    const NEAR: usize = 8;
    let (start, end) = (span.start as usize, span.end as usize);
    let before: Vec<char> = line.get(..start).unwrap_or("").chars().rev().take(NEAR).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = line.get(end..).unwrap_or("").chars().take(NEAR).collect();
    let place = line.get(start..end).unwrap_or("");
    quote(&format!("{before}{place}{after}"))
}

/// Every place of a pattern in running text for which `advice` has something to say; it is given the text before and
/// after.
fn find(context: &Context<'_>, pattern: &str, advice: impl Fn(&str, &str) -> Option<String>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let Some(last) = pattern.chars().next_back().filter(|_| context.letters.may_have(pattern)) else {
        return slips;
    };
    // Looking for one character is several times faster than for a word, and most lines have no such character.
    for (line, text) in prose(context.report).filter(|(_, text)| text.contains(last)) {
        for (at, _) in text.match_indices(pattern) {
            let end = at + pattern.len();
            let (before, after) = (text.get(..at).unwrap_or(""), text.get(end..).unwrap_or(""));
            if let Some(advice) = advice(before, after) {
                slips.push(Slip { span: Span::new(line, at, end), advice });
            }
        }
    }
    slips
}

/// Whether a character is an ideograph.
fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

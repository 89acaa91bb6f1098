//! Characters and words: what was left over, what must not be published, what is written wrong.

mod blank_number;
mod foreign_organ;
mod personal_data;
mod placeholder;
mod punctuation;
mod wording;

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
    let lines = report.preface.iter().chain(report.sections.iter().flat_map(|section| &section.prose));
    lines.map(|&line| (line, report.document.line(line)))
}

/// Something written in a way worth changing: where, and what to write instead or what it is.
struct Slip {
    span: Span,
    advice: String,
}

/// One finding for all slips of a kind; each kind of advice is named once.
fn group(context: &Context<'_>, title: &str, message: String, slips: &[Slip]) -> Finding {
    let mut advice: Vec<&str> = Vec::new();
    for slip in slips {
        if !advice.contains(&slip.advice.as_str()) {
            advice.push(&slip.advice);
        }
    }
    let spans = slips.iter().take(SHOWN).map(|slip| slip.span);
    context.on_spans(spans, title, message).because(format!("{}。", advice.join("；")))
}

/// Every place of a pattern in running text for which `advice` has something to say; it is given the text before and
/// after.
fn find(context: &Context<'_>, pattern: &str, advice: impl Fn(&str, &str) -> Option<String>) -> Vec<Slip> {
    let mut slips = Vec::new();
    let Some(last) = pattern.chars().next_back() else { return slips };
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

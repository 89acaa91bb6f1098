//! The numbers in prose, in the tab 读取说明: what each was taken to be, by which words, and what else it might be.

use crate::words::numbers as words;
use jiaohe::wire::{Claim, ClaimReading, ClaimVerdict};
use yew::prelude::*;

/// The numbers by what came of them, each group folded.
pub(super) fn numbers(claims: &[Claim]) -> Html {
    if claims.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ words::HEADING }{ " " }{ claims.len() }</h3>
            { for words::GROUPS.iter().map(|&(verdict, heading)| group(claims, verdict, heading)) }
        </>
    }
}

fn group(claims: &[Claim], verdict: ClaimVerdict, heading: &str) -> Html {
    let of_group: Vec<_> = claims.iter().filter(|claim| claim.verdict == verdict).collect();
    if of_group.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ heading }{ " " }{ of_group.len() }</summary>
            <ul class="notes">{ for of_group.into_iter().map(number) }</ul>
        </details>
    }
}

/// One number with what is known of it, a line for each question that a doubting reader asks.
fn number(claim: &Claim) -> Html {
    // The reading that was chosen is among those considered; the rest are what else it might have been.
    let chosen = claim.considered.iter().find(|reading| reading.terms == claim.terms);
    let others = claim.considered.iter().filter(|reading| Some(*reading) != chosen);
    let compared = claim.verdict != ClaimVerdict::NotCompared;
    let lines = [
        (
            if compared { words::TAKEN_FOR } else { words::NEAREST },
            chosen.map(with_value).unwrap_or_default(),
        ),
        (words::BY_WORDS, claim.evidence.join("、")),
        (words::OR_ELSE, others.map(with_value).collect::<Vec<_>>().join("；")),
        (words::DOUBTS, claim.doubts.join("；")),
    ];
    html! {
        <li>
            { &claim.text }
            { for lines.iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| html! {
                <p class="quiet">{ *label }{ text }</p>
            }) }
        </li>
    }
}

fn with_value(reading: &ClaimReading) -> String {
    let value = reading.value.as_deref().unwrap_or(words::NOT_KNOWN);
    format!("{} {value}", reading.label)
}

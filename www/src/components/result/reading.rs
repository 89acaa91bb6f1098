//! The tab 读取说明: what reading guessed or left out, what was not judged, what does not apply.

use super::numbers::numbers;
use super::rule_title;
use crate::words::result as words;
use jiaohe::wire::{CheckedReport, OutcomeKind, RuleCard};
use yew::prelude::*;

/// Notes, verdicts without judgement, numbers left alone.
pub(super) fn reading(checked: &CheckedReport, rules: &[RuleCard]) -> Html {
    let group = |heading: &'static str, outcome: OutcomeKind| {
        let verdicts = checked.report.verdicts.iter();
        let told: Vec<_> = verdicts.filter(|verdict| verdict.outcome == outcome).collect();
        if told.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <h3>{ heading }{ " " }{ told.len() }</h3>
                <ul class="rules">
                    { for told.iter().map(|verdict| html! {
                        <li><div><b>{ rule_title(rules, &verdict.rule) }</b>
                            if let Some(reason) = &verdict.reason { <p class="quiet">{ reason }</p> }
                        </div></li>
                    }) }
                </ul>
            </>
        }
    };
    let notes = checked.unread.iter().chain(&checked.report.notes);
    html! {
        <>
            <h3>{ words::NOTES }</h3>
            if checked.unread.is_empty() && checked.report.notes.is_empty() {
                <p class="quiet">{ words::NO_NOTES }</p>
            } else {
                <ul class="notes">{ for notes.map(|note| html! { <li>{ note }</li> }) }</ul>
            }
            { group(words::NOT_JUDGED, OutcomeKind::NotJudged) }
            { group(words::NOT_APPLICABLE, OutcomeKind::NotApplicable) }
            { numbers(&checked.report.claims) }
        </>
    }
}

//! The tab 读取说明: what reading guessed or left out, what was not judged, what does not apply.

use crate::words::result as words;
use jiaohe::wire::CheckedReport;
use yew::prelude::*;

/// Notes, verdicts without judgement, numbers left alone.
pub(super) fn reading(checked: &CheckedReport) -> Html {
    let outcome = |outcome: &'static str| {
        let rules = checked.report.verdicts.iter().zip(&checked.rules);
        rules.filter(move |(verdict, _)| verdict.outcome == outcome).collect::<Vec<_>>()
    };
    let group = |heading: &'static str, name: &'static str| {
        let rules = outcome(name);
        if rules.is_empty() {
            return Html::default();
        }
        html! {
            <>
                <h3>{ heading }{ " " }{ rules.len() }</h3>
                <ul class="rules">
                    { for rules.iter().map(|(verdict, rule)| html! {
                        <li><div><b>{ &rule.title }</b>
                            if let Some(reason) = &verdict.reason { <p class="quiet">{ reason }</p> }
                        </div></li>
                    }) }
                </ul>
            </>
        }
    };
    let notes = checked.unread.iter().chain(&checked.report.notes);
    let alone: Vec<_> =
        checked.report.claims.iter().filter(|claim| claim.verdict == "not_compared").collect();
    html! {
        <>
            <h3>{ words::NOTES }</h3>
            if checked.unread.is_empty() && checked.report.notes.is_empty() {
                <p class="quiet">{ words::NO_NOTES }</p>
            } else {
                <ul class="notes">{ for notes.map(|note| html! { <li>{ note }</li> }) }</ul>
            }
            { group(words::NOT_JUDGED, "not_judged") }
            { group(words::NOT_APPLICABLE, "not_applicable") }
            if !alone.is_empty() {
                <details>
                    <summary>{ words::NOT_COMPARED }{ " " }{ alone.len() }</summary>
                    <ul class="notes">
                        { for alone.iter().map(|claim| html! {
                            <li>{ &claim.text }<span class="quiet">{ " " }{ &claim.reason }</span></li>
                        }) }
                    </ul>
                </details>
            }
        </>
    }
}

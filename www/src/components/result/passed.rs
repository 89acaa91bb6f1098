//! The tab 通过项: what was checked and holds.

use super::rule_title;
use crate::components::icon::tick;
use crate::view::equation::typed;
use crate::words::result as words;
use jiaohe::wire::{CheckedReport, Equation, OutcomeKind, RuleCard};
use yew::prelude::*;

/// Rules that passed, each with its equations; then the equations that hold under rules that found something.
pub(super) fn passed(checked: &CheckedReport, rules: &[RuleCard]) -> Html {
    let verdicts = |outcome: OutcomeKind| {
        checked.report.verdicts.iter().filter(move |verdict| verdict.outcome == outcome)
    };
    let what = |rule: &str| rules.iter().find(|card| card.id == rule).map(|card| card.what.clone());
    let holding = |rule: &str| -> Vec<&Equation> {
        checked.equations.iter().filter(|equation| equation.holds && equation.rule == rule).collect()
    };
    let rest: Vec<_> = verdicts(OutcomeKind::Failed)
        .map(|verdict| (&verdict.rule, holding(&verdict.rule)))
        .filter(|(_, equations)| !equations.is_empty())
        .collect();
    html! {
        <>
            <ul class="rules">
                { for verdicts(OutcomeKind::Passed).map(|verdict| html! {
                    <li>{ tick() }<div><b>{ rule_title(rules, &verdict.rule) }</b>
                        if let Some(what) = what(&verdict.rule) { <p class="quiet">{ what }</p> }
                        { equations(&holding(&verdict.rule)) }
                    </div></li>
                }) }
            </ul>
            if !rest.is_empty() {
                <h3>{ words::HOLDING }</h3>
                <ul class="rules">
                    { for rest.iter().map(|(rule, found)| html! {
                        <li><div><b>{ rule_title(rules, rule) }</b>{ equations(found) }</div></li>
                    }) }
                </ul>
            }
        </>
    }
}

/// Equations behind a fold: a full table three has seventy.
fn equations(equations: &[&Equation]) -> Html {
    if equations.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ words::holding(equations.len()) }</summary>
            <ul class="sums">
                { for equations.iter().map(|equation| html! {
                    <li><span>{ &equation.label }</span>{ " " }<span class="typed">{ typed(equation) }</span></li>
                }) }
            </ul>
        </details>
    }
}

//! The tab 通过项: what was checked and holds.

use crate::components::icon::tick;
use crate::view::equation::typed;
use crate::words::result as words;
use jiaohe::wire::{CheckedReport, Equation};
use yew::prelude::*;

/// Rules that passed, each with its equations; then the equations that hold under rules that found something.
pub(super) fn passed(checked: &CheckedReport) -> Html {
    let rules = || checked.report.verdicts.iter().zip(&checked.rules);
    let holding = |rule: &str| -> Vec<&Equation> {
        checked.equations.iter().filter(|equation| equation.holds && equation.rule == rule).collect()
    };
    let passed = rules().filter(|(verdict, _)| verdict.outcome == "passed");
    let rest: Vec<_> = rules()
        .filter(|(verdict, _)| verdict.outcome == "failed")
        .map(|(verdict, rule)| (rule, holding(&verdict.rule)))
        .filter(|(_, equations)| !equations.is_empty())
        .collect();
    html! {
        <>
            <ul class="rules">
                { for passed.map(|(verdict, rule)| html! {
                    <li>{ tick() }<div><b>{ &rule.title }</b>
                        if !rule.what.is_empty() { <p class="quiet">{ &rule.what }</p> }
                        { equations(&holding(&verdict.rule)) }
                    </div></li>
                }) }
            </ul>
            if !rest.is_empty() {
                <h3>{ words::HOLDING }</h3>
                <ul class="rules">
                    { for rest.iter().map(|(rule, found)| html! {
                        <li><div><b>{ &rule.title }</b>{ equations(found) }</div></li>
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

//! A finding's card: nine parts in a fixed order.

use super::decision::Decisions;
use super::equation::sum;
use crate::components::copy::copy;
use crate::components::icon::severity_mark;
use crate::shared::Shared;
use crate::state::{Action, Decision, Goal, use_dispatch};
use crate::words::result as words;
use jiaohe::export::letter;
use jiaohe::wire::{Basis, CheckedReport, Finding, Repair};
use yew::prelude::*;

/// What a card is given.
#[derive(Properties, PartialEq)]
pub(super) struct CardProps {
    /// The report's number.
    pub(super) report: u32,
    /// Whether another one took its place, so that nothing can be decided any more.
    pub(super) past: bool,
    /// Its result.
    pub(super) checked: Shared<CheckedReport>,
    /// The finding's index.
    pub(super) finding: usize,
    /// Its number in the list, from 1.
    pub(super) number: usize,
    /// How many are listed.
    pub(super) total: usize,
    /// What the clerk decided about it.
    pub(super) decision: Option<Decision>,
    /// Whether it is in view.
    pub(super) active: bool,
    /// Whether it is in the order of focus.
    pub(super) entry: bool,
}

/// One finding.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let dispatch = use_dispatch();
    let index = props.finding;
    let Some(finding) = props.checked.report.findings.get(index) else { return Html::default() };
    let detail = &finding.detail;
    let decision = &props.decision;
    let select = dispatch.reform(move |goal: Goal| Action::Select(index, goal));
    let click = {
        let (select, active) = (select.clone(), props.active);
        move |event: MouseEvent| {
            // Buttons of the card do their own work; a click elsewhere on it shows the place.
            let button = event.target_dyn_into::<web_sys::Element>();
            let button =
                button.and_then(|element| element.closest("button,select,input,label").ok().flatten());
            if button.is_none() && !active {
                select.emit(Goal::Card(index));
            }
        }
    };
    let press = {
        let select = select.clone();
        move |event: KeyboardEvent| {
            let on_card = event.target_dyn_into::<web_sys::Element>();
            if event.key() == "Enter" && on_card.is_some_and(|element| element.class_list().contains("card"))
            {
                event.prevent_default();
                select.emit(Goal::Place(index));
            }
        }
    };
    let locate = select.reform(move |_: MouseEvent| Goal::Place(index));
    let copy_one = {
        let (dispatch, checked) = (dispatch.clone(), props.checked.clone());
        move |_: MouseEvent| {
            if let Some(finding) = checked.report.findings.get(index) {
                copy(&dispatch, &letter::alone(finding));
            }
        }
    };
    let class = classes!(
        "card",
        finding.severity.id(),
        props.active.then_some("active"),
        decision.is_some().then_some("decided"),
    );
    html! {
        <li id={format!("finding-{index}")} {class} tabindex={if props.entry { "0" } else { "-1" }}
            aria-labelledby={format!("title-{index}")} aria-current={props.active.then_some("true")}
            aria-keyshortcuts="F8 Enter" onclick={click} onkeydown={press}>
            <p class="verdict">
                <span class="word">{ severity_mark(finding.severity) }{ finding.severity.word() }</span>
                <span class="sure">{ " · " }{ finding.certainty.word() }</span>
                if let Some(decision) = decision { <span class="decided-word">{ decided(decision) }</span> }
                <span class="counter">{ words::counter(props.number, props.total) }</span>
            </p>
            <h3 id={format!("title-{index}")}>{ &detail.title }</h3>
            { figures(finding) }
            { for detail.equations.iter().map(|equation| sum(&dispatch, equation)) }
            if props.active || props.total <= 3 {
                { explanation(props, finding) }
                <p class="row actions">
                    <button class="main" onclick={locate}>{ words::LOCATE }</button>
                    <button onclick={copy_one}>{ words::COPY }</button>
                    if !props.past { <Decisions report={props.report} checked={props.checked.clone()} finding={index} decision={decision.clone()} /> }
                </p>
            } else {
                if !detail.location.is_empty() { <p class="quiet">{ &detail.location }</p> }
                // On paper nothing unfolds.
                <div class="printed">{ explanation(props, finding) }</div>
            }
        </li>
    }
}

/// The figures, where one number is due.
fn figures(finding: &Finding) -> Html {
    let detail = &finding.detail;
    let figures = words::figures(&detail.expected, &detail.actual, &detail.difference);
    html! {
        <>
            if !figures.is_empty() {
                <p class="figures">{ figures }</p>
            }
        </>
    }
}

/// Place, what to check, what to change, basis.
fn explanation(props: &CardProps, finding: &Finding) -> Html {
    let detail = &finding.detail;
    let because = detail.equations.is_empty() && !finding.because.is_empty();
    html! {
        <>
            if because { <p>{ &finding.because }</p> }
            <dl>
                if !detail.location.is_empty() { <dt>{ words::PLACE }</dt><dd>{ &detail.location }</dd> }
                if !detail.candidates.is_empty() {
                    <dt>{ words::CHECK }</dt>
                    <dd><ol class="candidates">
                        { for detail.candidates.iter().map(|candidate| html! { <li>{ candidate }</li> }) }
                    </ol></dd>
                }
                if detail.candidates.is_empty() && !finding.todo.is_empty() { <dt>{ words::ADVICE }</dt><dd>{ &finding.todo }</dd> }
                if !finding.basis.is_empty() {
                    <dt>{ words::BASIS }</dt><dd>{ for finding.basis.iter().map(basis) }</dd>
                }
            </dl>
            if finding.repairs.len() > 1 { { repairs(&props.checked, &finding.repairs) } }
        </>
    }
}

fn basis(basis: &Basis) -> Html {
    html! { <span class="basis">{ &basis.norm }{ "　" }{ &basis.clause }</span> }
}

/// Changes that would fit, cells by their names in words.
fn repairs(checked: &CheckedReport, repairs: &[Repair]) -> Html {
    let name = |id: &str| {
        let terms = checked.equations.iter().flat_map(crate::view::cells::terms);
        terms
            .into_iter()
            .find(|term| term.cell.as_ref().is_some_and(|cell| cell.id == id))
            .map_or_else(|| id.to_owned(), |term| term.label.clone())
    };
    let one = |repair: &Repair| {
        let changes =
            repair.changes.iter().map(|change| words::change(&name(&change.cell), &change.from, &change.to));
        html! { <li>{ changes.collect::<Vec<_>>().join("；") }</li> }
    };
    html! {
        <details class="repairs">
            <summary>{ words::REPAIRS }</summary>
            <ul>{ for repairs.iter().map(one) }</ul>
        </details>
    }
}

/// What was decided, in words.
fn decided(decision: &Decision) -> String {
    match decision {
        Decision::Confirmed(reason) => format!("{}：{reason}", words::CONFIRMED),
        Decision::Misread => words::MISREAD.into(),
    }
}

//! The tab 问题: filters and the cards.

use super::card::Card;
use crate::components::icon::tick;
use crate::shared::Shared;
use crate::state::{Action, Filter, Goal, Report, Store};
use crate::view::counts::Counts;
use crate::view::severity;
use crate::words::result as words;
use jiaohe::wire::{CheckedReport, Severity};
use yew::prelude::*;

/// The list of findings.
pub(super) fn findings(store: &Store, report: &Shared<Report>, checked: &Shared<CheckedReport>) -> Html {
    let findings = &checked.report.findings;
    if findings.is_empty() {
        return nothing_found(report, checked);
    }
    let listed = store.listed();
    let filter = |filter: Filter, word: &'static str, count: usize| {
        let store = store.clone();
        let pressed = store.filter == filter;
        html! {
            <button class="chip" aria-pressed={pressed.to_string()} onclick={move |_| store.dispatch(Action::Sift(filter))}>
                { word }{ " " }{ count }
            </button>
        }
    };
    let of = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let total = listed.len();
    // Arrows move between cards; one card is in the order of focus.
    let entry = store.active.filter(|active| listed.contains(active)).or_else(|| listed.first().copied());
    let walk = {
        let store = store.clone();
        move |event: KeyboardEvent| {
            let on_card = event.target_dyn_into::<web_sys::Element>();
            let on_card = on_card.is_some_and(|element| element.class_list().contains("card"));
            let forward = match event.key().as_str() {
                "ArrowDown" if on_card => true,
                "ArrowUp" if on_card => false,
                _ => return,
            };
            event.prevent_default();
            if let Some(next) = store.neighbour(forward) {
                store.dispatch(Action::Select(next, Goal::Card(next)));
            }
        }
    };
    html! {
        <>
            <p class="chips" role="group" aria-label={words::FILTER}>
                { filter(Filter::All, words::ALL, findings.len()) }
                { for severity::ALL.into_iter().filter(|severity| of(*severity) > 0).map(|severity| {
                    filter(Filter::Only(severity), severity.word(), of(severity))
                }) }
            </p>
            if listed.is_empty() { <p>{ words::FILTERED_OUT }</p> }
            <ol class="cards" onkeydown={walk}>
                { for listed.iter().enumerate().map(|(number, finding)| html! {
                    <Card key={*finding} report={report.clone()} checked={checked.clone()} finding={*finding}
                        number={number + 1} {total} active={store.active == Some(*finding)} entry={entry == Some(*finding)} />
                }) }
            </ol>
            <p class="aid quiet">{ words::AID }</p>
        </>
    }
}

/// Nothing found: what was checked, and what never is.
fn nothing_found(report: &Report, checked: &CheckedReport) -> Html {
    let passed = Counts::of(report).map_or(0, |counts| counts.passed);
    html! {
        <div class="nothing">
            if passed > 0 && !words::no_tables(checked) {
                <p>{ tick() }{ words::no_findings(passed) }</p>
            } else {
                <p>{ words::NOTHING_TO_CHECK }</p>
            }
            <p>{ words::NOT_CHECKED }</p>
            <p class="quiet">{ words::AID }</p>
        </div>
    }
}

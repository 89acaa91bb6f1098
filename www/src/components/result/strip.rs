//! The verdict strip: unit, year, file, and the figures.

use crate::components::icon::{severity_mark, tick};
use crate::dom;
use crate::shared::Shared;
use crate::state::{Action, Filter, Report, Store, Tab};
use crate::view::counts::Counts;
use crate::view::{letter, severity};
use crate::words::result as words;
use jiaohe::wire::{CheckedReport, Severity};
use yew::prelude::*;

/// Above both panes.
pub(super) fn strip(store: &Store, report: &Shared<Report>, checked: &CheckedReport) -> Html {
    let Some(counts) = Counts::of(report) else { return Html::default() };
    let chip = |(index, severity): (usize, Severity)| {
        let count = counts.open.get(index).copied().unwrap_or_default();
        let sift = {
            let store = store.clone();
            move |_: MouseEvent| {
                store.dispatch(Action::Sift(Filter::Only(severity)));
                store.dispatch(Action::Show(Tab::Findings));
            }
        };
        html! {
            <button class={classes!("count", severity.id(), (count == 0).then_some("none"))} onclick={sift}>
                { severity_mark(severity) }{ severity.word() }<b>{ count }</b>
            </button>
        }
    };
    let show = |tab: Tab| {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Show(tab))
    };
    let copy = {
        let (store, report) = (store.clone(), report.clone());
        move |_: MouseEvent| {
            let said =
                if dom::copy(&letter::all_advice(&report)) { words::COPIED } else { words::NOT_COPIED };
            store.dispatch(Action::Say(said.into()));
        }
    };
    let unread = &checked.unread;
    html! {
        <div class="strip">
            <div class="strip-line">
                <h1 id="heading" tabindex="-1">{ words::heading(checked) }</h1>
                <span class="file quiet">{ &report.name }</span>
                <p class="counts">
                    <span>{ words::total(counts) }</span>
                    { for severity::ALL.into_iter().enumerate().map(chip) }
                    <button class="count pass" onclick={show(Tab::Passed)}>
                        { tick() }{ words::PASSED }<b>{ counts.passed }</b>
                    </button>
                    if counts.confirmed > 0 { <span class="plain">{ words::CONFIRMED }<b>{ counts.confirmed }</b></span> }
                    if counts.misread > 0 { <span class="plain">{ words::MISREAD }<b>{ counts.misread }</b></span> }
                    if counts.not_judged > 0 {
                        <button class="count unjudged" onclick={show(Tab::Reading)}>
                            { words::NOT_JUDGED }<b>{ counts.not_judged }</b>
                        </button>
                    }
                    <button class="count plain" onclick={show(Tab::Reading)}>
                        { words::NOT_APPLICABLE }<b>{ counts.not_applicable }</b>
                    </button>
                </p>
                if counts.findings() > 0 { <button class="copy-all" onclick={copy}>{ words::COPY_ALL }</button> }
            </div>
            if !store.levels.is_empty() {
                <p class="remark hint">{ crate::words::compare::lowered(store.levels.len()) }</p>
            }
            if let Some(sentence) = words::old_form(checked) { <p class="remark hint">{ sentence }</p> }
            if words::no_tables(checked) {
                <p class="remark warning">{ words::NO_TABLES }</p>
            } else if !unread.is_empty() {
                <p class="remark warning">{ words::partial(unread, counts.not_judged) }</p>
            }
        </div>
    }
}

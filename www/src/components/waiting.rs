//! A report without a result: queued, being read, unreadable, or left behind by a worker that died.

use crate::dom;
use crate::shared::Shared;
use crate::state::{Action, Report, Source, Status, Store};
use crate::view::letter;
use crate::words::{desk, result};
use yew::prelude::*;

/// The whole screen of a report without a result.
pub(super) fn waiting(store: &Store, report: &Shared<Report>) -> Html {
    let heading = match &report.status {
        Status::Queued | Status::Reading { .. } => desk::reading(&report.name, report.source.size()),
        Status::Unreadable(failure) => format!("{}：{}", desk::unreadable(failure), report.name),
        other => format!("{}：{}", desk::status(other), report.name),
    };
    html! {
        <section class="waiting">
            <h1 id="heading" tabindex="-1">{ heading }</h1>
            { notice(store, report) }
        </section>
    }
}

/// What is going on with the check, and what can be done. Also shown above an older result.
pub(super) fn notice(store: &Store, report: &Shared<Report>) -> Html {
    let id = report.id;
    let button = |word: &'static str, action: fn(u32) -> Action| {
        let store = store.clone();
        html! { <button onclick={move |_| store.dispatch(action(id))}>{ word }</button> }
    };
    match &report.status {
        Status::Done => Html::default(),
        Status::Queued => html! { <p class="progress">{ desk::status(&report.status) }</p> },
        Status::Reading { phase, slow } => html! {
            <div class="progress">
                <p class={classes!(report.checked.is_none().then_some("steps"))}>{ desk::phase(phase) }{ "…" }</p>
                if *slow { <p>{ desk::SLOW }</p> }
                { button(desk::CANCEL, Action::Cancel) }
            </div>
        },
        Status::Cancelled => html! { <p>{ button(desk::RETRY, Action::Retry) }</p> },
        Status::Unreadable(failure) => html! {
            <div class="trouble warning">
                <p><b>{ &failure.message }</b></p>
                <p>{ &failure.hint }</p>
                <p class="quiet">{ desk::UNTOUCHED }</p>
                { button(desk::REMOVE, Action::Remove) }
            </div>
        },
        Status::Died(death) => {
            let copy = {
                let (store, report, death) = (store.clone(), report.clone(), death.clone());
                move |_| {
                    let copied = dom::copy(&letter::obituary(&report, &death));
                    let said = if copied { result::COPIED } else { result::NOT_COPIED };
                    store.dispatch(Action::Say(said.into()));
                }
            };
            html! {
                <div class="trouble warning" role="alert">
                    <p><b>{ desk::death(death.cause) }</b></p>
                    <p>{ desk::after_death(death.cause) }</p>
                    if !matches!(report.source, Source::File(_)) { <p>{ desk::KEPT }</p> }
                    <p class="row">
                        if report.deaths < 2 { { button(desk::RETRY, Action::Retry) } }
                        <button onclick={copy}>{ desk::COPY_DIAGNOSIS }</button>
                        { button(desk::REMOVE, Action::Remove) }
                    </p>
                    <p class="quiet">{ desk::DIAGNOSIS_NOTE }</p>
                </div>
            }
        }
    }
}

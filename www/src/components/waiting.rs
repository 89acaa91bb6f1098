//! A report without a result: queued, being read, unreadable, or left behind by a worker that died.

use super::copy::copy;
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Report, SourceKind, Status};
use crate::view::letter;
use crate::words::desk;
use yew::prelude::*;

/// The whole screen of a report without a result.
pub(super) fn waiting(dispatch: &Dispatch, report: &Shared<Report>, phase: &str) -> Html {
    let heading = match &report.status {
        Status::Queued | Status::Reading { .. } => desk::reading(&report.name, report.source.size),
        Status::Unreadable(failure) => format!("{}：{}", desk::unreadable(failure), report.name),
        other => format!("{}：{}", desk::status(other), report.name),
    };
    html! {
        <section class="waiting">
            <h1 id="heading" tabindex="-1">{ heading }</h1>
            { notice(dispatch, report, phase) }
        </section>
    }
}

/// What is going on with the check, and what can be done. Also shown above an older result.
pub(super) fn notice(dispatch: &Dispatch, report: &Shared<Report>, phase: &str) -> Html {
    let id = report.id;
    let button = |word: &'static str, action: fn(u32) -> Action| {
        html! { <button onclick={dispatch.reform(move |_: MouseEvent| action(id))}>{ word }</button> }
    };
    match &report.status {
        Status::Done => Html::default(),
        Status::Queued => html! { <p class="progress">{ desk::status(&report.status) }</p> },
        Status::Reading { slow } => html! {
            <div class="progress">
                <p class={classes!(report.brief.is_none().then_some("steps"))}>{ desk::phase(phase) }{ "…" }</p>
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
                let (dispatch, report, death) = (dispatch.clone(), report.clone(), death.clone());
                move |_: MouseEvent| copy(&dispatch, &letter::obituary(&report, &death))
            };
            html! {
                <div class="trouble warning" role="alert">
                    <p><b>{ desk::death(death.cause) }</b></p>
                    <p>{ desk::after_death(death.cause) }</p>
                    if report.source.kind != SourceKind::File { <p>{ desk::KEPT }</p> }
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

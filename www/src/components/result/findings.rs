//! The tab 问题: filters and the cards.

use super::ResultProps;
use super::card::Card;
use crate::components::icon::tick;
use crate::state::{Action, Dispatch, Filter, Report};
use crate::view::counts::{Counts, standing};
use crate::view::severity;
use crate::words::result as words;
use jiaohe::export::standing::Standing;
use jiaohe::wire::Severity;
use yew::prelude::*;

/// The list of findings.
pub(super) fn findings(props: &ResultProps, dispatch: &Dispatch) -> Html {
    let ResultProps { report, checked, active, .. } = props;
    let (findings, active) = (&checked.report.findings, *active);
    if findings.is_empty() {
        return nothing_found(report);
    }
    let listed = props.filter.listed(checked);
    let filter = |filter: Filter, word: &'static str, count: usize| {
        let sift = dispatch.reform(move |_: MouseEvent| Action::Sift(filter));
        let pressed = props.filter == filter;
        html! {
            <button class="chip" aria-pressed={pressed.to_string()} onclick={sift}>{ word }{ " " }{ count }</button>
        }
    };
    let of = |severity: Severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let total = listed.len();
    // Arrows move between cards; one card is in the order of focus.
    let entry = active.filter(|active| listed.contains(active)).or_else(|| listed.first().copied());
    let walk = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            let on_card = event.target_dyn_into::<web_sys::Element>();
            let on_card = on_card.is_some_and(|element| element.class_list().contains("card"));
            let forward = match event.key().as_str() {
                "ArrowDown" if on_card => true,
                "ArrowUp" if on_card => false,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::Step(forward));
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
                { for listed.iter().zip(1..).map(|(finding, number)| html! {
                    <Card key={*finding} report={report.id} past={report.replaced_by.is_some()} checked={checked.clone()} finding={*finding} {number} {total}
                        decision={findings.get(*finding).and_then(|found| report.decision(&found.fingerprint)).cloned()}
                        active={active == Some(*finding)} entry={entry == Some(*finding)} />
                }) }
            </ol>
            <p class="aid quiet">{ words::AID }</p>
        </>
    }
}

/// Nothing found: what was checked, and what never is.
fn nothing_found(report: &Report) -> Html {
    let standing = standing(report).unwrap_or(Standing::Unrecognized);
    let tick = if standing.is_clean() { tick() } else { Html::default() };
    html! {
        <div class="nothing">
            if matches!(standing, Standing::Foreign | Standing::Unrecognized) {
                <p>{ words::NOTHING_TO_CHECK }</p>
            } else {
                <p>{ tick }{ words::no_findings(standing, Counts::of(report).unwrap_or_default()) }</p>
            }
            <p>{ words::NOT_CHECKED }</p>
            <p class="quiet">{ words::AID }</p>
        </div>
    }
}

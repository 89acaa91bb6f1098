//! The verdict strip: unit, year, file, and the figures.

use super::ResultProps;
use super::again::again;
use super::amend::corrections;
use crate::components::copy::copy;
use crate::components::icon::{severity_mark, tick};
use crate::state::{Action, Dispatch, Filter, Goal, Tab};
use crate::view::counts::{Counts, standing};
use crate::view::{letter, severity};
use crate::words::result as words;
use jiaohe::wire::Severity;
use yew::prelude::*;

/// Above both panes.
pub(super) fn strip(props: &ResultProps, dispatch: &Dispatch) -> Html {
    let ResultProps { report, checked, lowered, .. } = props;
    let (Some(counts), Some(brief)) = (Counts::of(report), &report.brief) else { return Html::default() };
    let chip = |(index, severity): (usize, Severity)| {
        let count = counts.open.get(index).copied().unwrap_or_default();
        let sift = {
            let dispatch = dispatch.clone();
            move |_: MouseEvent| {
                dispatch.emit(Action::Sift(Filter::Only(severity)));
                dispatch.emit(Action::Show(Tab::Findings));
            }
        };
        html! {
            <button class={classes!("count", severity.id(), (count == 0).then_some("none"))} onclick={sift}>
                { severity_mark(severity) }{ severity.word() }<b>{ count }</b>
            </button>
        }
    };
    let show = |tab: Tab| dispatch.reform(move |_: MouseEvent| Action::Show(tab));
    let copy_all = {
        let (dispatch, report, checked) = (dispatch.clone(), report.clone(), checked.clone());
        move |_: MouseEvent| copy(&dispatch, &letter::all_advice(&report, &checked))
    };
    let first = props.filter.listed(checked).first().copied();
    let unread = &checked.unread;
    // What was put right has a line of its own.
    let own = usize::from(checked.report.corrected().is_some());
    let left_out = checked.report.notes.get(own..).unwrap_or_default();
    html! {
        <div class="strip">
            <div class="strip-line">
                <h1 id="heading" tabindex="-1">{ words::heading(checked) }</h1>
                if let Some(first) = first {
                    <button class="skip" onclick={dispatch.reform(move |_: MouseEvent| Action::Select(first, Goal::Card(first)))}>
                        { words::TO_FIRST }
                    </button>
                }
                <span class="file quiet">{ &report.name }</span>
                if let Some(standing) = standing(report) {
                    <strong class="standing">{ if standing.is_clean() { tick() } else { Html::default() } }{ standing.to_string() }</strong>
                }
                <p class="counts">
                    <span>{ words::found(counts) }</span>
                    { for severity::ALL.into_iter().enumerate().map(chip) }
                    if counts.confirmed > 0 { <span class="plain">{ words::CONFIRMED }<b>{ counts.confirmed }</b></span> }
                    if counts.misread > 0 { <span class="plain">{ words::MISREAD }<b>{ counts.misread }</b></span> }
                    <span class="rules-total">{ words::rules(counts) }</span>
                    <button class="count pass" onclick={show(Tab::Passed)}>
                        { tick() }{ words::PASSED }<b>{ counts.passed }</b>
                    </button>
                    <button class="count plain" onclick={show(Tab::Findings)}>{ words::FAILED }<b>{ counts.failed }</b></button>
                    if counts.not_judged > 0 {
                        <button class="count unjudged" onclick={show(Tab::Reading)}>
                            { words::NOT_JUDGED }<b>{ counts.not_judged }</b>
                        </button>
                    }
                    <button class="count plain" onclick={show(Tab::Reading)}>
                        { words::NOT_APPLICABLE }<b>{ counts.not_applicable }</b>
                    </button>
                </p>
                if counts.findings() > 0 { <button class="copy-all" onclick={copy_all}>{ words::COPY_ALL }</button> }
                { super::take::menu(report.id, dispatch) }
            </div>
            <p class="printed remark">{ words::printed(&report.name, &report.digest) }</p>
            if *lowered > 0 { <p class="remark hint">{ crate::words::compare::lowered(*lowered) }</p> }
            if let Some(sentence) = words::old_form(brief.forms) { <p class="remark hint">{ sentence }</p> }
            if words::no_tables(brief.forms) {
                <p class="remark warning">{ words::NO_TABLES }</p>
            } else if !unread.is_empty() {
                <p class="remark warning">{ words::partial(unread, counts.not_judged) }</p>
            }
            if let Some(restored) = &report.restored {
                <p class="remark hint restored">{ crate::words::work::restored(restored) }</p>
            }
            { again(report, dispatch) }
            { corrections(report, checked, dispatch) }
            if !left_out.is_empty() { <p class="remark hint left-out">{ words::left_out(left_out) }</p> }
        </div>
    }
}

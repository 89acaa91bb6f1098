//! The two ways to answer a finding: it is true as it stands, or the program misread.

use crate::components::copy::copy;
use crate::shared::Shared;
use crate::state::{Action, Decision, use_dispatch};
use crate::view::letter;
use crate::words::{amend, desk, result as words};
use jiaohe::wire::CheckedReport;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct DecisionsProps {
    /// The report's number.
    pub(super) report: u32,
    /// Its result.
    pub(super) checked: Shared<CheckedReport>,
    /// The finding's index.
    pub(super) finding: usize,
    /// What was decided.
    pub(super) decision: Option<Decision>,
}

/// Which of the two is open.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Neither,
    Confirm,
    Misread,
}

/// The buttons and what they unfold.
#[component]
pub(super) fn Decisions(props: &DecisionsProps) -> Html {
    let open = use_state(|| Open::Neither);
    let (chosen, added) = (use_node_ref(), use_node_ref());
    let dispatch = use_dispatch();
    let Some(finding) = props.checked.report.findings.get(props.finding) else { return Html::default() };
    let decide = {
        let (dispatch, id, fingerprint, open) =
            (dispatch.clone(), props.report, finding.fingerprint.clone(), open.clone());
        Callback::from(move |decision: Option<Decision>| {
            open.set(Open::Neither);
            dispatch.emit(Action::Decide(id, fingerprint.clone(), decision));
        })
    };
    if props.decision.is_some() {
        return html! { <button onclick={decide.reform(|_: MouseEvent| None)}>{ words::UNDO }</button> };
    }
    let toggle = |which: Open| {
        let open = open.clone();
        let next = if *open == which { Open::Neither } else { which };
        move |_: MouseEvent| open.set(next)
    };
    let diagnose = {
        let (dispatch, checked, index) = (dispatch.clone(), props.checked.clone(), props.finding);
        move |_: MouseEvent| copy(&dispatch, &letter::misreading(&checked, index))
    };
    let amend = finding
        .cells
        .first()
        .cloned()
        .map(|cell| dispatch.reform(move |_: MouseEvent| Action::Amend(Some(cell.clone()))));
    let misread = decide.reform(|_: MouseEvent| Some(Decision::Misread));
    html! {
        <>
            <button aria-expanded={(*open == Open::Confirm).to_string()} onclick={toggle(Open::Confirm)}>{ words::CONFIRM }</button>
            <button aria-expanded={(*open == Open::Misread).to_string()} onclick={toggle(Open::Misread)}>{ words::MISREADING }</button>
            if *open == Open::Confirm { { reason(&chosen, &added, decide) } }
            if *open == Open::Misread {
                <span class="unfolded">
                    <span>{ words::MISREADING_NOTE }</span>
                    if let Some(amend) = amend { <button class="main" onclick={amend}>{ amend::AMEND_CELL }</button> }
                    <button onclick={misread}>{ words::MARK_MISREAD }</button>
                    <button onclick={diagnose}>{ desk::COPY_DIAGNOSIS }</button>
                </span>
            }
        </>
    }
}

/// A reason from the list, with words of one's own where the list does not do.
fn reason(chosen: &NodeRef, added: &NodeRef, decide: Callback<Option<Decision>>) -> Html {
    let accept = {
        let (chosen, added) = (chosen.clone(), added.clone());
        move |_: MouseEvent| {
            let preset = chosen.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            let text = added
                .cast::<HtmlInputElement>()
                .map(|input| input.value().trim().to_owned())
                .unwrap_or_default();
            let is_other = words::REASONS.last() == Some(&preset.as_str());
            if is_other && text.chars().count() < 4 {
                if let Some(input) = added.cast::<HtmlInputElement>() {
                    // The label says what is missing; the focus says where.
                    let _ = input.focus();
                }
                return;
            }
            let reason = match (is_other, text.is_empty()) {
                (true, _) => text,
                (false, true) => preset,
                (false, false) => format!("{preset}，{text}"),
            };
            decide.emit(Some(Decision::Confirmed(reason)));
        }
    };
    html! {
        <span class="unfolded">
            <label>{ words::REASON }
                <select ref={chosen.clone()}>
                    { for words::REASONS.iter().enumerate().map(|(index, reason)| html! {
                        <option value={*reason} selected={index == 0}>{ *reason }</option>
                    }) }
                </select>
            </label>
            <label>{ words::REASON_TEXT }<input type="text" ref={added.clone()} maxlength="200" /></label>
            <button class="main" onclick={accept}>{ words::ACCEPT }</button>
            <span class="quiet">{ words::CONFIRM_NOTE }</span>
        </span>
    }
}

//! Putting misread cells right: the box in a cell, and what was put right above the findings.

use super::line::Write;
use crate::dom;
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Goal, Report, use_dispatch};
use crate::view::cells::label_of;
use crate::view::rewrite::Edit;
use crate::words::amend as words;
use jiaohe::wire::{CheckedReport, Correction};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct CellBoxProps {
    /// The report's number.
    pub(super) report: u32,
    /// The cell.
    pub(super) cell: String,
    /// What it shows.
    pub(super) text: String,
    /// Its name in words.
    pub(super) label: String,
    /// How it is corrected in the text; if it is not, only its reading is put right.
    pub(super) write: Option<Write>,
}

/// The box in a cell. Enter or going elsewhere takes the number, Esc leaves all as it was.
#[component]
pub(super) fn CellBox(props: &CellBoxProps) -> Html {
    let field = use_node_ref();
    let dispatch = use_dispatch();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                dom::look_at(&field, false, true);
                field.select();
            }
        }
    });
    // Closing the box takes its focus away, which must not count as leaving it with a number.
    let closed = use_mut_ref(|| false);
    let take = {
        let (dispatch, field, closed) = (dispatch.clone(), field.clone(), closed.clone());
        let (report, cell, before) = (props.report, props.cell.clone(), props.text.clone());
        let write = props.write.clone();
        // Whoever asked goes back to the cell; whoever went elsewhere stays there.
        let back = {
            let (dispatch, cell) = (dispatch.clone(), props.cell.clone());
            move |asked: bool| {
                if asked {
                    dispatch.emit(Action::Look(Goal::NextCell(cell.clone())));
                }
            }
        };
        move |asked: bool| {
            let Some(field) = field.cast::<HtmlInputElement>().filter(|_| !*closed.borrow()) else { return };
            let typed = field.value().trim().to_owned();
            let is_text = write.is_some();
            if typed == before
                || (!asked && !is_text && !typed.is_empty() && crate::state::number(&typed).is_none())
            {
                *closed.borrow_mut() = true;
                dispatch.emit(Action::Amend(None));
                return back(asked);
            }
            if let Some(write) = &write {
                *closed.borrow_mut() = true;
                dispatch.emit(Action::Amend(None));
                write.emit(Edit::Cell { id: cell.clone(), text: typed });
                return back(asked);
            }
            let is_number = typed.is_empty() || crate::state::number(&typed).is_some();
            *closed.borrow_mut() = is_number;
            dispatch.emit(Action::PutRight(
                report,
                cell.clone(),
                Some(typed).filter(|typed| !typed.is_empty()),
            ));
            back(asked && is_number);
        }
    };
    let leave = {
        let take = take.clone();
        move |_: FocusEvent| take(false)
    };
    let cell = props.cell.clone();
    let press = move |event: KeyboardEvent| {
        // The keys of the table and of the page mean nothing in here.
        event.stop_propagation();
        match event.key().as_str() {
            "Enter" if !event.is_composing() => take(true),
            "Escape" => {
                *closed.borrow_mut() = true;
                dispatch.emit(Action::Amend(None));
                dispatch.emit(Action::Look(Goal::NextCell(cell.clone())));
            }
            _ => return,
        }
        event.prevent_default();
    };
    let quiet = |event: MouseEvent| event.stop_propagation();
    html! {
        <input type="text" id="cell-box" class="cell-box" ref={field} value={props.text.clone()} inputmode="decimal" autocomplete="off"
            aria-label={words::label(&props.label, props.write.is_some())} onkeydown={press} onblur={leave} onclick={quiet} ondblclick={quiet} />
    }
}

/// What was put right, each with a way to take it back.
pub(super) fn corrections(report: &Report, checked: &Shared<CheckedReport>, dispatch: &Dispatch) -> Html {
    if report.put_right.is_empty() {
        return Html::default();
    }
    let one = |known: &Correction| {
        let (id, cell) = (report.id, known.cell.clone());
        let undo = dispatch.reform(move |_: MouseEvent| Action::PutRight(id, cell.clone(), None));
        let counts = report.is_busy() || checked.report.corrections.contains(known);
        html! {
            <span class="corrected-one">
                { words::one(label_of(checked, &known.cell), &known.from, &known.to, counts) }{ " " }
                <button onclick={undo}>{ words::UNDO }</button>
            </span>
        }
    };
    html! {
        <p class="remark hint corrections">
            { words::count(report.put_right.len()) }{ for report.put_right.iter().map(one) }
        </p>
    }
}

//! An equation of a finding, short on a line or long as a folded list. Each term leads to its cell.

use crate::components::copy::copy;
use crate::state::{Action, Dispatch, Goal};
use crate::view::cells::sign;
use crate::view::equation::{fold, is_long, needs_label, short_names, typed};
use crate::words::result as words;
use jiaohe::wire::{Equation, Term};
use yew::prelude::*;

/// One equation.
pub(super) fn sum(dispatch: &Dispatch, equation: &Equation) -> Html {
    if is_long(equation) {
        return long_sum(dispatch, equation);
    }
    let relation = if equation.holds { "＝" } else { "≠" };
    let names = short_names(equation);
    let (left, right) = names.split_at_checked(equation.left.len()).unwrap_or_default();
    html! {
        <div class="equation">
            if needs_label(equation) { <p class="quiet">{ &equation.label }</p> }
            <p class="sum">{ side(dispatch, &equation.left, left, &equation.left_value) }</p>
            <p class="sum"><b class="relation">{ relation }</b>{ side(dispatch, &equation.right, right, &equation.right_value) }</p>
        </div>
    }
}

/// A side with its terms named; the total only where there is more than one.
fn side(dispatch: &Dispatch, terms: &[Term], names: &[String], value: &str) -> Html {
    html! {
        <span class="side">
            { for terms.iter().zip(names).enumerate().map(|(index, (term, name))| html! {
                <>
                    if index > 0 || sign(term) == "－" { <span class="operator">{ sign(term) }</span> }
                    { self::name(dispatch, term, name) }{ " " }<b>{ shown(&term.value) }</b>
                </>
            }) }
            if terms.len() > 1 { <span class="operator">{ "＝" }</span><b>{ value }</b> }
        </span>
    }
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "空白" } else { value }
}

/// A term's name; a button where it has a cell.
fn name(dispatch: &Dispatch, term: &Term, name: &str) -> Html {
    let Some(cell) = &term.cell else { return html! { <span>{ name.to_owned() }</span> } };
    let id = cell.id.clone();
    let show = dispatch.reform(move |event: MouseEvent| {
        event.stop_propagation();
        Action::Look(Goal::Cell(id.clone()))
    });
    html! { <button class="link" title={term.label.clone()} onclick={show}>{ name.to_owned() }</button> }
}

/// A long sum: rows in table order, zeros folded, then computed, reported, difference.
fn long_sum(dispatch: &Dispatch, equation: &Equation) -> Html {
    let (many, total) = if equation.left.len() >= equation.right.len() {
        ((&equation.left, &equation.left_value), (&equation.right, &equation.right_value))
    } else {
        ((&equation.right, &equation.right_value), (&equation.left, &equation.left_value))
    };
    let (rows, folded) = fold(many.0);
    let names = short_names(equation);
    let all = equation.left.iter().chain(&equation.right);
    let by_cell: Vec<_> = all.map(|term| &term.cell).zip(names).collect();
    let name = |term: &Term| {
        let found = by_cell.iter().find(|(cell, _)| cell.is_some() && **cell == term.cell);
        found.map_or_else(|| term.label.clone(), |(_, name)| name.clone())
    };
    let copy_sum = {
        let (dispatch, text) = (dispatch.clone(), typed(equation));
        move |_: MouseEvent| copy(&dispatch, &text)
    };
    html! {
        <div class="equation long">
            if needs_label(equation) { <p class="quiet">{ &equation.label }</p> }
            <table>
                <tbody>
                    { for rows.into_iter().map(|term| html! {
                        <tr><th scope="row">{ self::name(dispatch, term, &name(term)) }</th><td>if sign(term) == "－" { { "－" } }{ &term.value }</td></tr>
                    }) }
                    if folded > 0 { <tr><th scope="row" class="quiet">{ words::folded(folded) }</th><td>{ "0" }</td></tr> }
                    <tr class="due"><th scope="row">{ "合计应为" }</th><td>{ many.1 }</td></tr>
                    { for total.0.iter().map(|term| html! {
                        <tr class="due"><th scope="row">{ self::name(dispatch, term, &name(term)) }{ " 现为" }</th><td>{ shown(&term.value) }</td></tr>
                    }) }
                </tbody>
            </table>
            <button onclick={copy_sum}>{ words::COPY_SUM }</button>
        </div>
    }
}

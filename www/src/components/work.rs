//! The menu for saving work, opening it, and clearing the desk.

use crate::dom;
use crate::engine::Engine;
use crate::input;
use crate::state::{Action, Dispatch, State};
use crate::words::{desk, work as words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A list that opens below its button.
pub(super) fn menu(store: &State, dispatch: &Dispatch, engine: &Engine) -> Html {
    let with_text = NodeRef::default();
    let save = {
        let (dispatch, with_text) = (dispatch.clone(), with_text.clone());
        move |_: MouseEvent| {
            dom::close_menu();
            let ticked = with_text.cast::<HtmlInputElement>().is_some_and(|field| field.checked());
            dispatch.emit(Action::Save(ticked));
        }
    };
    let open = {
        let (dispatch, engine) = (dispatch.clone(), engine.clone());
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = field.files().and_then(|files| files.get(0)) {
                dom::close_menu();
                input::open_work(&engine, &dispatch, file);
            }
            // So that choosing the same file again counts as new.
            field.set_value("");
        }
    };
    let clear = dispatch.reform(|_: MouseEvent| {
        dom::close_menu();
        Action::Clear
    });
    let is_empty = store.reports.is_empty();
    html! {
        <details class="menu work">
            <summary>{ words::MENU }</summary>
            <div class="menu-list">
                if is_empty {
                    <p class="quiet">{ words::NOTHING }</p>
                } else {
                    <button onclick={save}>{ words::SAVE }</button>
                    <label class="tick"><input type="checkbox" ref={with_text} />{ words::WITH_TEXT }</label>
                    <p class="quiet">{ words::NOTE }</p>
                }
                <label class="file" data-own={"true"}>{ words::OPEN }
                    <input class="away" type="file" accept=".json" onchange={open} />
                </label>
                if !is_empty {
                    <details class="clear">
                        <summary>{ desk::CLEAR }</summary>
                        <button onclick={clear}>{ desk::CLEAR_ASK }</button>
                    </details>
                }
            </div>
        </details>
    }
}

/// Reports that opened work waits for.
pub(super) fn waiting(store: &State) -> Html {
    let name = |saved: &crate::state::Saved| match (&saved.unit, saved.year) {
        (Some(unit), Some(year)) => format!("{unit} {year} 年"),
        _ => saved.name.clone(),
    };
    let names: Vec<String> = store.shelf.iter().map(|saved| name(saved)).collect();
    if names.is_empty() {
        Html::default()
    } else {
        html! { <p class="remark hint shelf">{ words::waiting(&names) }</p> }
    }
}

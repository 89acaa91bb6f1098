//! The menu of files to take along.

use crate::dom;
use crate::state::{Action, Dispatch};
use crate::words::take as words;
use yew::prelude::*;

/// A list that opens below its button; choosing closes it.
pub(super) fn menu(report: u32, dispatch: &Dispatch) -> Html {
    let item = |(what, name, purpose): &(&'static str, &'static str, &'static str)| {
        let (dispatch, what) = (dispatch.clone(), *what);
        let take = move |_: MouseEvent| {
            dom::close_menu();
            dispatch.emit(Action::Order(report, what));
        };
        html! {
            <li>
                <button onclick={take}><b>{ *name }</b><span>{ *purpose }</span></button>
            </li>
        }
    };
    html! {
        <details class="export">
            <summary aria-keyshortcuts="Alt+4">{ words::EXPORT }</summary>
            <div class="export-list">
                <ul>{ for words::ITEMS.iter().map(item) }</ul>
                <p class="quiet">{ words::LOCAL }</p>
            </div>
        </details>
    }
}

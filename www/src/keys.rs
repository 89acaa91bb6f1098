//! The keys that work everywhere. No single letters: screen readers and input methods need those. Ctrl+O works before
//! the program is ready and is therefore in `static/boot.js`.

use crate::dom;
use crate::state::{Action, Goal, Route, Store, Tab};
use web_sys::KeyboardEvent;

/// Does what a key asks for; the browser's own meaning is put aside only for keys used here.
pub(crate) fn press(event: &KeyboardEvent, store: &Store) {
    let (alt, control) = (event.alt_key(), event.ctrl_key() || event.meta_key());
    let action = match (event.key().as_str(), alt, control) {
        ("F8", false, false) if store.shown_result().is_some() => Action::Step(!event.shift_key()),
        ("F1", false, false) => Action::Go(Route::Help),
        ("1", true, false) if store.shown().is_some() => Action::Show(Tab::Findings),
        ("2", true, false) if store.shown().is_some() => Action::Show(Tab::Passed),
        ("3", true, false) if store.shown().is_some() => Action::Show(Tab::Reading),
        ("PageUp" | "PageDown", true, false) => {
            let Some((.., [before, after])) = store.around() else { return };
            let Some(next) = (if event.key() == "PageUp" { before } else { after }) else { return };
            Action::Go(Route::Report(next))
        }
        ("4", true, false) if store.shown_result().is_some() => {
            event.prevent_default();
            return dom::toggle_menu();
        }
        ("Escape", false, false) if dom::close_menu() => return event.prevent_default(),
        ("Escape", false, false) => match escape(event, store) {
            Some(action) => action,
            None => return,
        },
        _ => return,
    };
    event.prevent_default();
    store.dispatch(action);
}

/// Esc goes one step back: from the place to its card, from the card to the whole, from help to the desk.
fn escape(event: &KeyboardEvent, store: &Store) -> Option<Action> {
    if event.is_composing() {
        return None;
    }
    match store.route {
        Route::Start => None,
        Route::List => Some(Action::Go(Route::Start)),
        Route::Verify => Some(Action::Go(Route::Help)),
        Route::Help => Some(Action::Go(match store.reports.as_slice() {
            [] => Route::Start,
            [one] => Route::Report(one.id),
            _ => Route::List,
        })),
        Route::Report(_) => {
            if dom::in_field(event.target()) {
                return None;
            }
            let Some(active) = store.active else {
                return Some(Action::Go(if store.reports.len() > 1 { Route::List } else { Route::Start }));
            };
            let card = dom::by_id(&format!("finding-{active}"));
            let at_card = card.is_some_and(|card| {
                let focused = dom::document().and_then(|document| document.active_element());
                focused.is_some_and(|focused| card.contains(Some(&focused)))
            });
            Some(if at_card { Action::Unselect } else { Action::Select(active, Goal::Card(active)) })
        }
    }
}

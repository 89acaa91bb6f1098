//! Tabs, by mouse and by keys.

use crate::state::{Action, Dispatch, Goal};
use yew::prelude::*;

/// A row of tabs and the panel of the selected one. Arrows move between them, as the pattern for tabs asks; with `keys`
/// Alt+1 and so on select them too. `turn` says what turning to a tab is.
pub(super) fn tabs(
    names: &[&'static str],
    selected: usize,
    label: &'static str,
    turn: fn(usize) -> Option<Action>,
    dispatch: &Dispatch,
    keys: bool,
    panel: Html,
) -> Html {
    let count = names.len();
    let current = selected;
    let tab = |(index, name): (usize, &&'static str)| {
        let selected = current == index;
        let turn_to = {
            let dispatch = dispatch.clone();
            move |tab| turn(tab).into_iter().for_each(|action| dispatch.emit(action))
        };
        let show = {
            let turn_to = turn_to.clone();
            move |_: MouseEvent| turn_to(index)
        };
        let dispatch = dispatch.clone();
        let step = move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => count - 1,
                _ => return,
            };
            let next = (index + by) % count;
            turn_to(next);
            dispatch.emit(Action::Look(Goal::Tab(next)));
        };
        html! {
            <button id={format!("tab-{index}")} role="tab" aria-selected={selected.to_string()} aria-controls="tab-panel"
                tabindex={if selected { "0" } else { "-1" }}
                aria-keyshortcuts={keys.then(|| format!("Alt+{}", index + 1))}
                onclick={show} onkeydown={step}>{ *name }</button>
        }
    };
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={label}>
                { for names.iter().enumerate().map(tab) }
            </div>
            <div id="tab-panel" class="panel" role="tabpanel" tabindex="0" aria-labelledby={format!("tab-{current}")}>
                { panel }
            </div>
        </>
    }
}

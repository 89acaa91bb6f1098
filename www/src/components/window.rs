//! A table of which only the rows in view are drawn, however many there are.
//!
//! All rows are equally high, so those that are not drawn are an empty one of the right height above and below. The table says how
//! many rows it has and which each is. Arrows, page keys, Home and End lead from row to row, also to those that are not drawn
//! yet; one row is in the order of focus. On paper all are drawn.

use gloo::events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Rows drawn above and below what is in view, so that scrolling shows no gap.
const SPARE: usize = 8;
/// What is in view, before the table's height is known.
const AT_FIRST: View = View { first: 0, count: 24, height: 48.0, whole: false };

/// What the table is given.
#[derive(Properties)]
pub(super) struct WindowProps {
    /// Its name.
    pub(super) label: AttrValue,
    /// Its headings.
    pub(super) head: Html,
    /// How many rows it has.
    pub(super) count: usize,
    /// Draws the row with this index, which may be in the order of focus.
    pub(super) row: Callback<(usize, bool), Html>,
}

/// What the rows look like is known to `row` alone.
impl PartialEq for WindowProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// What is in view.
#[derive(Clone, Copy, PartialEq)]
struct View {
    first: usize,
    count: usize,
    /// A row's height.
    height: f64,
    /// Whether the page is being printed.
    whole: bool,
}

/// The table.
#[component]
pub(super) fn Window(props: &WindowProps) -> Html {
    let region = use_node_ref();
    let view = use_state_eq(|| AT_FIRST);
    // The row in the order of focus, and whether the focus is on its way there.
    let current = use_state_eq(|| (0, false));
    let look = {
        let (region, view) = (region.clone(), view.clone());
        move || {
            if let Some(seen) = region.cast::<Element>().and_then(|region| seen(&region, *view)) {
                view.set(seen);
            }
        }
    };
    // Where the first row has come, so that its height can be measured. Not after each drawing: measuring makes the browser lay
    // the page out.
    use_effect_with((props.count > 0, view.whole), {
        let look = look.clone();
        move |_| look()
    });
    use_effect({
        let (region, look, current, view) = (region.clone(), look.clone(), current.clone(), view.clone());
        move || {
            let (row, wanted) = *current;
            if let Some(region) = region.cast::<Element>().filter(|_| wanted) {
                show(&region, row, view.height);
                if focus(&region, row) {
                    current.set((row, false));
                } else {
                    look();
                }
            }
        }
    });
    use_effect_with((), {
        let view = view.clone();
        move |()| {
            let print = |name, whole| {
                let view = view.clone();
                web_sys::window().map(|window| {
                    EventListener::new(&window, name, move |_| view.set(View { whole, ..AT_FIRST }))
                })
            };
            let listeners = (print("beforeprint", true), print("afterprint", false));
            move || drop(listeners)
        }
    });
    let View { first, count, height, whole } = *view;
    let (from, to) = if whole {
        (0, props.count)
    } else {
        let from = first.min(props.count.saturating_sub(count)).saturating_sub(SPARE);
        (from, (from + count + 2 * SPARE).min(props.count))
    };
    let last = props.count.saturating_sub(1);
    let at = current.0.min(last);
    let walk = {
        let current = current.clone();
        let page = count.saturating_sub(2).max(1);
        move |event: KeyboardEvent| {
            let target = event.target_dyn_into::<Element>();
            if target.is_none_or(|target| target.tag_name() != "BUTTON") {
                return;
            }
            let next = match event.key().as_str() {
                "ArrowDown" => at + 1,
                "ArrowUp" => at.saturating_sub(1),
                "PageDown" => at + page,
                "PageUp" => at.saturating_sub(page),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            if !(event.alt_key() || event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
                current.set((next.min(last), true));
            }
        }
    };
    // Whatever way the focus came into a row, it goes on from there.
    let enter = move |event: FocusEvent| {
        let row = event.target_dyn_into::<Element>().and_then(|target| target.closest("tr").ok().flatten());
        let row = row.and_then(|row| row.get_attribute("aria-rowindex")?.parse::<usize>().ok());
        if let Some(row) = row.and_then(|row| row.checked_sub(2)).filter(|row| *row != at) {
            current.set((row, false));
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "a page has fewer pixels than that")]
    let gap = |rows: usize| match rows {
        0 => Html::default(),
        // An attribute: the page's policy allows no styles in tags.
        _ => {
            html! { <tbody aria-hidden="true"><tr class="gap"><td height={(rows as f64 * height).to_string()}></td></tr></tbody> }
        }
    };
    html! {
        <div ref={region} class="scroll window" tabindex="0" role="region" aria-label={props.label.clone()}
            onscroll={move |_: Event| look()} onkeydown={walk} onfocusin={enter}>
            <table class="reports" aria-rowcount={(props.count + 1).to_string()}>
                { props.head.clone() }
                { gap(from) }
                <tbody>{ for (from..to).map(|row| props.row.emit((row, row == at))) }</tbody>
                { gap(props.count - to) }
            </table>
        </div>
    }
}

/// A row's height in a table.
fn row_height(region: &Element) -> Option<f64> {
    let row = region.query_selector("tbody:not([aria-hidden]) tr").ok()??.dyn_into::<HtmlElement>().ok()?;
    Some(f64::from(row.offset_height())).filter(|height| *height > 1.0)
}

/// Which rows are in view. In steps, so that scrolling by a row draws nothing.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rows in view are few, and none is above the first"
)]
fn seen(region: &Element, view: View) -> Option<View> {
    const STEP: usize = 4;
    let height = row_height(region)?;
    let (top, high) = (f64::from(region.scroll_top()), f64::from(region.client_height()));
    let in_steps = |rows: f64| rows as usize / STEP * STEP;
    Some(View { first: in_steps(top / height), count: in_steps(high / height) + 2 * STEP, height, ..view })
}

/// Scrolls a row into view, be it drawn or not.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "pixels are small numbers")]
fn show(region: &Element, row: usize, height: f64) {
    let head = region.query_selector("thead").ok().flatten().map_or(0, |head| head.client_height());
    let top = (row as f64 * height) as i32;
    let bottom = top + height as i32 + head;
    let from = region.scroll_top();
    if top < from {
        region.set_scroll_top(top);
    } else if bottom > from + region.client_height() {
        region.set_scroll_top(bottom - region.client_height());
    }
}

/// Focuses the first button of a row, if the row is drawn.
fn focus(region: &Element, row: usize) -> bool {
    let query = format!("tr[aria-rowindex=\"{}\"] button", row + 2);
    let button = region.query_selector(&query).ok().flatten();
    let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else { return false };
    let quietly = web_sys::FocusOptions::new();
    quietly.set_prevent_scroll(true);
    button.focus_with_options(&quietly).is_ok()
}

//! A line that is corrected where it stands.

use crate::dom;
use crate::state::{Action, Goal, use_dispatch};
use crate::view::rewrite::Edit;
use crate::words::result as words;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// How a place of the pasted text is changed; says whether it still was there.
pub(super) type Write = Callback<Edit, bool>;

#[derive(Properties, PartialEq)]
pub(super) struct LineBoxProps {
    /// Which line, from 0.
    pub(super) line: u32,
    /// What it says.
    pub(super) text: String,
    /// Changes the text.
    pub(super) write: Write,
    /// Opens another line, or none.
    pub(super) open: Callback<Option<u32>>,
}

/// The box of a line. Ctrl+Enter takes what was typed, Esc leaves all as it was.
#[component]
pub(super) fn LineBox(props: &LineBoxProps) -> Html {
    let field = use_node_ref();
    let dispatch = use_dispatch();
    // By the time it is taken, a check may have made another line of this number.
    let opened = use_state(|| props.text.clone());
    use_effect_with((), {
        let (field, text) = (field.clone(), props.text.clone());
        move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&text);
                dom::look_at(&field, false, true);
            }
        }
    });
    let close = {
        let (open, line) = (props.open.clone(), props.line);
        Callback::from(move |()| {
            open.emit(None);
            dispatch.emit(Action::Look(Goal::Line(line)));
        })
    };
    let take = {
        let (field, write, close) = (field.clone(), props.write.clone(), close.clone());
        let (line, before) = (props.line, (*opened).clone());
        Callback::from(move |()| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            // What cannot be written stays in the box.
            if text == before || write.emit(Edit::Line { line, before: before.clone(), text }) {
                close.emit(());
            }
        })
    };
    let press = {
        let (take, close) = (take.clone(), close.clone());
        move |event: KeyboardEvent| {
            event.stop_propagation();
            match (event.key().as_str(), event.ctrl_key() || event.meta_key()) {
                ("Enter", true) => take.emit(()),
                ("Escape", _) if !event.is_composing() => close.emit(()),
                _ => return,
            }
            event.prevent_default();
        }
    };
    html! {
        <span class="line-box">
            <textarea ref={field} rows="4" aria-label={words::edit_line(&props.text)} spellcheck="false" onkeydown={press} />
            <button class="main" onclick={take.reform(|_: MouseEvent| ())}>{ words::EDIT_TAKE }</button>
            <button onclick={close.reform(|_: MouseEvent| ())}>{ words::EDIT_LEAVE }</button>
        </span>
    }
}

/// The button that opens a line.
pub(super) fn edit_button(line: u32, text: &str, open: &Callback<Option<u32>>) -> Html {
    let open = open.reform(move |_: MouseEvent| Some(line));
    html! {
        <button id={format!("edit-line-{line}")} class="edit-line" aria-label={words::edit_line(text)} onclick={open}>{ words::EDIT_LINE }</button>
    }
}

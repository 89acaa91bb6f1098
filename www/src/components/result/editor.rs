//! Correcting the text in the page. The box belongs to the browser: its text is set once, caret and input method are
//! left alone, and each pause in typing sends the text to be checked.

use crate::dom;
use crate::shared::Shared;
use crate::state::{Action, EDITABLE_UNITS, Goal, Report, Source, Store};
use crate::view::selection;
use crate::words::result as words;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use jiaohe::wire::CheckedReport;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

/// A pause in typing this long starts a check.
const PAUSE_MS: u32 = 300;

#[derive(Properties, PartialEq)]
pub(super) struct EditorProps {
    /// The report.
    pub(super) report: Shared<Report>,
}

/// The text box.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let field = use_node_ref();
    let pause = use_mut_ref(|| None::<Timeout>);
    let Some(store) = use_context::<Store>() else { return Html::default() };
    let id = props.report.id;
    // Only when another report is shown is the text set anew; typing must never be overwritten.
    use_effect_with(id, {
        let (field, report) = (field.clone(), props.report.clone());
        move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&report.editable_text().unwrap_or_default());
            }
        }
    });
    use_effect_with((store.active, store.goal.as_ref().map(|(turn, _)| *turn)), {
        let (field, store) = (field.clone(), store.clone());
        move |_| {
            let wanted = matches!(store.goal, Some((_, Goal::Place(_))));
            let checked = store.shown().and_then(|report| report.checked.clone());
            if let (Some(field), Some(active), Some(checked)) =
                (field.cast::<HtmlTextAreaElement>(), store.active, checked)
            {
                select(&field, &checked, active, wanted);
            }
        }
    });
    let later = {
        let (field, store, pause) = (field.clone(), store.clone(), Rc::clone(&pause));
        Callback::from(move |()| wait(&field, &store, &pause, id))
    };
    let typed = {
        let later = later.clone();
        move |event: InputEvent| {
            if !event.is_composing() {
                later.emit(());
            }
        }
    };
    // Input methods end with an event of their own, after their last `input`.
    use_effect_with(id, {
        let field = field.clone();
        move |_| {
            let box_ = field.cast::<HtmlTextAreaElement>();
            let listener =
                box_.map(|field| EventListener::new(&field, "compositionend", move |_| later.emit(())));
            move || drop(listener)
        }
    });
    let too_long = props.report.editable_text().is_some_and(|text| text.len() > EDITABLE_UNITS);
    html! {
        <div class="editor">
            if too_long { <p class="remark warning">{ words::TOO_LONG }</p> }
            if matches!(props.report.source, Source::Html { .. }) { <p class="remark hint">{ words::HTML_TO_TEXT }</p> }
            <label for="text" class="away">{ words::EDIT_LABEL }</label>
            <textarea id="text" ref={field} spellcheck="false" autocomplete="off" readonly={too_long} wrap="soft"
                oninput={typed} />
        </div>
    }
}

/// Starts the pause anew; at its end the text goes to be checked.
fn wait(field: &NodeRef, store: &Store, pause: &Rc<RefCell<Option<Timeout>>>, id: u32) {
    let (field, store) = (field.clone(), store.clone());
    *pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, move || {
        if let Some(field) = field.cast::<HtmlTextAreaElement>() {
            store.dispatch(Action::Rewrite(id, field.value()));
        }
    }));
}

/// Selects a finding's first place in the box, if the box still holds the line that was checked.
fn select(field: &HtmlTextAreaElement, checked: &CheckedReport, finding: usize, focus: bool) {
    let found = checked.report.findings.get(finding);
    let Some(place) = found.and_then(|finding| finding.places.first()) else { return };
    let Some(range) = selection::units(&field.value(), place.place(), &checked.lines) else { return };
    // A range beyond the text is clipped by the browser.
    let _ = field.set_selection_range(range.start, range.end);
    if focus {
        dom::look_at(field, false, true);
    }
}

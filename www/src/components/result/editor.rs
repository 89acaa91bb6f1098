//! Correcting the text in the page. The box belongs to the browser: its text is set once, caret and input method are
//! left alone, and each pause in typing sends the text to be checked.

use crate::dom;
use crate::engine::{Engine, Given};
use crate::shared::Shared;
use crate::state::{Action, Dispatch, EDITABLE, Report, SourceKind, use_dispatch};
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
    /// Its result, if there is one.
    pub(super) checked: Option<Shared<CheckedReport>>,
    /// The finding in view.
    pub(super) active: Option<usize>,
    /// Changes whenever the place of a finding is to be looked at.
    pub(super) goal: Option<u64>,
}

/// The text box.
#[component]
pub(super) fn Editor(props: &EditorProps) -> Html {
    let field = use_node_ref();
    let pause = use_mut_ref(|| None::<Timeout>);
    let dispatch = use_dispatch();
    let Some(engine) = use_context::<Engine>() else { return Html::default() };
    let EditorProps { report, checked, active, goal } = props;
    let id = report.id;
    let lines = || checked.as_ref().map(|checked| checked.lines.join("\n"));
    // Only when another report is shown is the text set anew; typing must never be overwritten.
    use_effect_with(id, {
        let (field, text) = (field.clone(), engine.text(report.source).or_else(lines));
        move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&text.unwrap_or_default());
            }
        }
    });
    use_effect_with((*active, *goal), {
        let (field, checked) = (field.clone(), checked.clone());
        move |(active, goal)| {
            if let (Some(field), Some(active), Some(checked)) =
                (field.cast::<HtmlTextAreaElement>(), active, checked)
            {
                select(&field, &checked, *active, goal.is_some());
            }
        }
    });
    let later = {
        let (field, pause) = (field.clone(), Rc::clone(&pause));
        Callback::from(move |()| wait(&field, (&dispatch, &engine), &pause, id))
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
    let too_long = usize::try_from(report.source.size).is_ok_and(|size| size > EDITABLE);
    html! {
        <div class="editor">
            if too_long { <p class="remark warning">{ words::TOO_LONG }</p> }
            if report.source.kind == SourceKind::Html { <p class="remark hint">{ words::HTML_TO_TEXT }</p> }
            <label for="text" class="away">{ words::EDIT_LABEL }</label>
            <textarea id="text" ref={field} spellcheck="false" autocomplete="off" readonly={too_long} wrap="soft"
                oninput={typed} />
        </div>
    }
}

/// Starts the pause anew; at its end the text goes to be checked.
fn wait(
    field: &NodeRef,
    (dispatch, engine): (&Dispatch, &Engine),
    pause: &Rc<RefCell<Option<Timeout>>>,
    id: u32,
) {
    let (field, dispatch, engine) = (field.clone(), dispatch.clone(), engine.clone());
    *pause.borrow_mut() = Some(Timeout::new(PAUSE_MS, move || {
        if let Some(field) = field.cast::<HtmlTextAreaElement>() {
            dispatch.emit(Action::Rewrite(id, engine.keep(Given::Text(field.value()))));
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
    dom::scroll_to(field, range.start);
    if focus {
        dom::look_at(field, false, true);
    }
}

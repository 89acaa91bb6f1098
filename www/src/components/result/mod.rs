//! The result of one report: verdict strip, the document as read, findings beside it.

mod card;
mod decision;
mod document;
mod editor;
mod equation;
mod findings;
mod passed;
mod reading;
mod strip;
mod table;

use super::waiting::{Notice, Waiting};
use crate::shared::Shared;
use crate::state::{Action, Report, Store, Tab};
use crate::view::{cells, prose};
use crate::words::{desk, result as words};
use document::Document;
use editor::Editor;
use jiaohe::wire::CheckedReport;
use strip::Strip;
use yew::prelude::*;

/// Which report is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct ShownProps {
    /// Its number.
    pub(crate) id: u32,
}

/// The screen of one report, whatever its state.
#[component]
pub(crate) fn Shown(props: &ShownProps) -> Html {
    let Some(store) = use_context::<Store>() else { return Html::default() };
    let Some(report) = store.report(props.id) else {
        return html! { <h1 id="heading" tabindex="-1" class="gone">{ desk::GONE }</h1> };
    };
    match &report.checked {
        None => html! {
            <>
                <Waiting report={report.clone()} />
                if !report.is_busy() && report.editable_text().is_some() { <Editor report={report.clone()} /> }
            </>
        },
        Some(checked) => html! { <Result report={report.clone()} checked={checked.clone()} /> },
    }
}

/// A report and its result.
#[derive(Properties, PartialEq)]
pub(super) struct ResultProps {
    /// The report.
    pub(super) report: Shared<Report>,
    /// Its result.
    pub(super) checked: Shared<CheckedReport>,
}

/// What is worked out of a result once and used by every part of the screen.
pub(super) struct Index {
    /// Facts by cell.
    pub(super) facts: cells::Facts,
    /// Marks by line.
    pub(super) marks: prose::Marks,
}

#[component]
fn Result(props: &ResultProps) -> Html {
    let Some(store) = use_context::<Store>() else { return Html::default() };
    let index = use_memo(props.checked.clone(), |checked| {
        Shared::new(Index { facts: cells::facts(checked), marks: prose::marks(checked) })
    });
    let (report, checked) = (props.report.clone(), props.checked.clone());
    let toggle = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Edit(!store.editing))
    };
    let editable = report.editable_text().is_some();
    let drawer = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Drawer(!store.drawer))
    };
    html! {
        <>
            <Strip report={report.clone()} checked={checked.clone()} />
            <div class={classes!("panes", store.drawer.then_some("open"))}>
                <section class="pane left" aria-labelledby="document-heading">
                    <div class="pane-head">
                        <h2 id="document-heading">{ words::DOCUMENT }</h2>
                        <span class="quiet">
                            if report.is_busy() { { words::RECHECKING } } else { { words::AS_READ } }
                        </span>
                        if editable {
                            <button aria-pressed={store.editing.to_string()} onclick={toggle}>
                                { if store.editing { words::EDIT_DONE } else { words::EDIT } }
                            </button>
                        }
                    </div>
                    if !report.is_busy() { <Notice report={report.clone()} /> }
                    if store.editing && editable {
                        <Editor report={report.clone()} />
                    } else {
                        <Document checked={checked.clone()} index={(*index).clone()} active={store.active} />
                    }
                    if !editable { <p class="elsewhere quiet">{ words::EDIT_ELSEWHERE }</p> }
                </section>
                <section class="pane right" aria-labelledby="findings-heading">
                    <h2 id="findings-heading" class="away">{ words::FINDINGS }</h2>
                    <button class="handle" aria-expanded={store.drawer.to_string()} onclick={drawer}>
                        { if store.drawer { words::DRAWER_CLOSE } else { words::DRAWER_OPEN } }
                    </button>
                    <Tabs report={report.clone()} checked={checked.clone()} />
                </section>
            </div>
        </>
    }
}

/// The three tabs.
#[component]
fn Tabs(props: &ResultProps) -> Html {
    let Some(store) = use_context::<Store>() else { return Html::default() };
    let (report, checked) = (props.report.clone(), props.checked.clone());
    let tab = |(index, tab): (usize, Tab)| {
        let selected = store.tab == tab;
        let show = {
            let store = store.clone();
            move |_: MouseEvent| store.dispatch(Action::Show(tab))
        };
        // Arrows move between tabs, as the pattern for tabs asks.
        let turn = {
            let store = store.clone();
            move |event: KeyboardEvent| {
                let step = match event.key().as_str() {
                    "ArrowRight" => 1,
                    "ArrowLeft" => Tab::ALL.len() - 1,
                    _ => return,
                };
                let next = (index + step) % Tab::ALL.len();
                if let Some(tab) = Tab::ALL.get(next) {
                    store.dispatch(Action::Show(*tab));
                    if let Some(button) = crate::dom::by_id(&format!("tab-{next}")) {
                        crate::dom::look_at(&button, false, true);
                    }
                }
            }
        };
        html! {
            <button id={format!("tab-{index}")} role="tab" aria-selected={selected.to_string()} aria-controls="tab-panel"
                tabindex={if selected { "0" } else { "-1" }} aria-keyshortcuts={format!("Alt+{}", index + 1)}
                onclick={show} onkeydown={turn}>{ words::tab(tab) }</button>
        }
    };
    let selected = Tab::ALL.iter().position(|tab| *tab == store.tab).unwrap_or_default();
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={words::FINDINGS}>
                { for Tab::ALL.into_iter().enumerate().map(tab) }
            </div>
            <div id="tab-panel" class="panel" role="tabpanel" tabindex="0" aria-labelledby={format!("tab-{selected}")}>
                { match store.tab {
                    Tab::Findings => html! { <findings::Findings {report} {checked} /> },
                    Tab::Passed => html! { <passed::Passed {report} {checked} /> },
                    Tab::Reading => html! { <reading::Reading {report} {checked} /> },
                } }
            </div>
        </>
    }
}

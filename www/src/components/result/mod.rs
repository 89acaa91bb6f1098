//! The result of one report: verdict strip, the document as read, findings beside it.

mod card;
mod copy;
mod decision;
mod document;
mod editor;
mod equation;
mod findings;
mod passed;
mod reading;
mod strip;
mod table;

use super::tabs;
use super::waiting::{notice, waiting};
use crate::shared::Shared;
use crate::state::{Action, Report, Store, Tab};
use crate::view::{cells, prose};
use crate::words::{desk, result as words};
use document::Document;
use editor::Editor;
use jiaohe::wire::CheckedReport;
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
                { waiting(&store, report) }
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
            { strip::strip(&store, &report, &checked) }
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
                    if !report.is_busy() { { notice(&store, &report) } }
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
                    { three_tabs(&store, &report, &checked) }
                </section>
            </div>
        </>
    }
}

/// The three tabs.
fn three_tabs(store: &Store, report: &Shared<Report>, checked: &Shared<CheckedReport>) -> Html {
    let turn = {
        let store = store.clone();
        Callback::from(move |tab: usize| {
            if let Some(tab) = Tab::ALL.get(tab) {
                store.dispatch(Action::Show(*tab));
            }
        })
    };
    let selected = Tab::ALL.iter().position(|tab| *tab == store.tab).unwrap_or_default();
    let panel = match store.tab {
        Tab::Findings => findings::findings(store, report, checked),
        Tab::Passed => passed::passed(store, checked),
        Tab::Reading => reading::reading(store, checked),
    };
    tabs::tabs(&Tab::ALL.map(words::tab), selected, words::FINDINGS, &turn, true, panel)
}

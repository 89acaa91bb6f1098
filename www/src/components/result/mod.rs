//! The result of one report: verdict strip, the document as read, findings beside it.

mod again;
mod amend;
mod card;
mod decision;
mod document;
mod editor;
mod equation;
mod findings;
mod line;
mod numbers;
mod passed;
mod reading;
mod slices;
mod strip;
mod table;
mod take;

use super::tabs;
use super::waiting::{notice, waiting};
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Filter, Goal, Report, State, Tab, use_dispatch};
use crate::view::{cells, prose};
use crate::words::{desk, result as words};
use document::Document;
use editor::Editor;
use jiaohe::wire::{CheckedReport, RuleCard};
use yew::prelude::*;

/// The screen of one report, whatever its state.
pub(super) fn shown(store: &State, id: u32, dispatch: &Dispatch) -> Html {
    let Some(report) = store.report(id) else {
        return html! { <h1 id="heading" tabindex="-1" class="gone">{ desk::GONE }</h1> };
    };
    let active = store.active;
    let place = matches!(store.goal, Some((_, crate::state::Goal::Place(_))));
    let goal = store.goal.as_ref().map(|(turn, _)| *turn).filter(|_| place);
    let away = matches!(store.goal, Some((_, Goal::Place(_) | Goal::Cell(_) | Goal::NextCell(_))));
    match store.results.get(id) {
        None => html! {
            <>
                { waiting(dispatch, report, &store.phase) }
                if !report.is_busy() && report.is_editable() {
                    <Editor report={report.clone()} checked={None::<Shared<CheckedReport>>} {active} {goal} />
                }
            </>
        },
        Some(checked) => html! {
            <Result report={report.clone()} checked={checked.clone()} tab={store.tab} filter={store.filter} {active} {goal} {away}
                phase={store.phase.clone()} editing={store.editing} raw={store.raw} amending={store.amending.clone()} drawer={store.drawer} lowered={store.levels.len()}
                rules={store.rules.clone()} />
        },
    }
}

/// All that the screen of a result depends on.
#[derive(Properties, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub(super) struct ResultProps {
    /// The report.
    pub(super) report: Shared<Report>,
    /// Its result.
    pub(super) checked: Shared<CheckedReport>,
    /// The tab beside the document.
    pub(super) tab: Tab,
    /// Which findings are listed.
    pub(super) filter: Filter,
    /// The finding in view.
    pub(super) active: Option<usize>,
    /// Changes whenever the place of a finding is to be looked at.
    pub(super) goal: Option<u64>,
    /// Whether a place in the document was looked at last, and not a card.
    pub(super) away: bool,
    /// The step of the worker.
    pub(super) phase: String,
    /// Whether the text is being corrected.
    pub(super) editing: bool,
    /// Whether it is corrected as one text.
    pub(super) raw: bool,
    /// The cell that is being put right.
    pub(super) amending: Option<String>,
    /// Whether the drawer is open.
    pub(super) drawer: bool,
    /// How many rules are switched off or lowered.
    pub(super) lowered: usize,
    /// The catalogue.
    pub(super) rules: Shared<Vec<RuleCard>>,
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
    let dispatch = use_dispatch();
    let index = use_memo(props.checked.clone(), |checked| {
        Shared::new(Index { facts: cells::facts(checked), marks: prose::marks(checked) })
    });
    let ResultProps { report, checked, editing, drawer, active, .. } = props;
    let (editing, drawer, active) = (*editing, *drawer, *active);
    let editable = report.is_editable() && report.replaced_by.is_none();
    let toggle = dispatch.reform(move |_: MouseEvent| Action::Edit(!editing));
    let raw = !props.raw;
    let all = dispatch.reform(move |_: MouseEvent| Action::Raw(raw));
    let pull = dispatch.reform(move |_: MouseEvent| Action::Drawer(!drawer));
    html! {
        <>
            { strip::strip(props, &dispatch) }
            <div class={classes!("panes", drawer.then_some("open"))}>
                <section class="pane left" aria-labelledby="document-heading">
                    <div class="pane-head">
                        <h2 id="document-heading">{ words::DOCUMENT }</h2>
                        <span class="quiet">
                            { if report.is_busy() { words::RECHECKING } else if editing { words::EDIT_HOW } else { words::AS_READ } }
                        </span>
                        if editing && editable {
                            <button class="raw" aria-pressed={props.raw.to_string()} onclick={all}>{ words::EDIT_RAW }</button>
                        }
                        if editable {
                            <button class="edit" aria-pressed={editing.to_string()} onclick={toggle}>
                                { if editing { words::EDIT_DONE } else { words::EDIT } }
                            </button>
                        }
                    </div>
                    if !report.is_busy() { { notice(&dispatch, report, &props.phase) } }
                    if editing && editable && props.raw {
                        <Editor report={report.clone()} checked={checked.clone()} {active} goal={props.goal} />
                    } else {
                        <Document report={report.clone()} editing={editing && editable} checked={checked.clone()} index={(*index).clone()} {active} amending={props.amending.clone()} />
                    }
                    if let Some(active) = active.filter(|_| props.away) {
                        <button class="to-card" onclick={dispatch.reform(move |_: MouseEvent| Action::Select(active, Goal::Card(active)))}>
                            { words::TO_CARD }
                        </button>
                    }
                    if !report.is_editable() { <p class="elsewhere quiet">{ words::EDIT_ELSEWHERE }</p> }
                </section>
                <section class="pane right" aria-labelledby="findings-heading">
                    <h2 id="findings-heading" class="away">{ words::FINDINGS }</h2>
                    <button class="handle" aria-expanded={drawer.to_string()} onclick={pull}>
                        { if drawer { words::DRAWER_CLOSE } else { words::DRAWER_OPEN } }
                    </button>
                    { three_tabs(props, &dispatch) }
                </section>
            </div>
        </>
    }
}

/// The three tabs.
fn three_tabs(props: &ResultProps, dispatch: &Dispatch) -> Html {
    let turn = |tab: usize| Tab::ALL.get(tab).map(|tab| Action::Show(*tab));
    let selected = Tab::ALL.iter().position(|tab| *tab == props.tab).unwrap_or_default();
    let panel = match props.tab {
        Tab::Findings => findings::findings(props, dispatch),
        Tab::Passed => passed::passed(&props.checked, &props.rules),
        Tab::Reading => reading::reading(&props.checked, &props.rules),
    };
    tabs::tabs(&Tab::ALL.map(words::tab), selected, words::FINDINGS, turn, dispatch, true, panel)
}

/// A rule's name in the catalogue; its id until that is there.
fn rule_title<'a>(rules: &'a [RuleCard], id: &'a str) -> &'a str {
    rules.iter().find(|rule| rule.id == id).map_or(id, |rule| &rule.title)
}

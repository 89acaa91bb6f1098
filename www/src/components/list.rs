//! The list of reports: one row each, those that failed included.

use super::compare::{Choices, roll_call, sheets};
use super::icon::{severity_mark, tick};
use super::tabs::tabs;
use crate::shared::Shared;
use crate::state::{Action, Desk, Dispatch, Report, Route, State, Status, use_dispatch};
use crate::view::counts::{Counts, standing};
use crate::words::{compare, desk as words};
use jiaohe::wire::Relation;
use yew::prelude::*;

/// All reports on the desk.
pub(super) fn list(store: &State, dispatch: &Dispatch) -> Html {
    let standings: Vec<_> =
        store.reports.iter().filter(|report| !report.is_busy()).map(|report| standing(report)).collect();
    let turn = |desk: usize| Desk::ALL.get(desk).map(|desk| Action::Turn(*desk));
    let names = Desk::ALL.map(compare::tab);
    let selected = Desk::ALL.iter().position(|desk| *desk == store.desk).unwrap_or_default();
    let related = |relation| {
        let reports: Vec<_> = store.readable().cloned().collect();
        html! { <>{ sheets(store, dispatch, relation) }<Choices {reports} {relation} /></> }
    };
    let panel = match store.desk {
        Desk::Reports => table(&store.reports),
        Desk::Years => related(Relation::Years),
        Desk::Sums => related(Relation::Sum),
        Desk::Roster => roll_call(store, dispatch),
    };
    html! {
        <>
            <h1 id="heading" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::summary(store.reports.len(), &standings) }</p>
            <details class="clear">
                <summary>{ words::CLEAR }</summary>
                <button onclick={dispatch.reform(|_: MouseEvent| Action::Clear)}>{ words::CLEAR_ASK }</button>
            </details>
            { tabs(&names, selected, words::HEADING, turn, dispatch, false, panel) }
        </>
    }
}

fn table(reports: &[Shared<Report>]) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words::HEADING}>
            <table class="reports">
                <thead><tr>
                    { for words::COLUMNS.iter().map(|column| html! { <th scope="col">{ *column }</th> }) }
                </tr></thead>
                <tbody>
                    { for reports.iter().zip(1..).map(|(report, number)| html! {
                        <Row key={report.id} report={report.clone()} {number} />
                    }) }
                </tbody>
            </table>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    report: Shared<Report>,
    /// Its number in the list, from 1.
    number: usize,
}

/// One report, drawn anew only when it has changed. Its name opens it.
#[component]
fn Row(props: &RowProps) -> Html {
    let report = &props.report;
    let id = report.id;
    let open = use_dispatch().reform(move |_: MouseEvent| Action::Go(Route::Report(id)));
    let counts = Counts::of(report);
    let count = |index: usize| {
        let count = counts.and_then(|counts| counts.open.get(index).copied());
        count.map(|count| count.to_string()).unwrap_or_default()
    };
    html! {
        <tr>
            <td class="number">{ props.number }</td>
            <th scope="row"><button class="link" onclick={open}>{ report.body().to_owned() }</button></th>
            <td class="number">{ report.year().map(|year| year.to_string()).unwrap_or_default() }</td>
            <td class="file">{ &report.name }</td>
            <td>{ status(report) }</td>
            <td class="number">{ count(0) }</td>
            <td class="number">{ count(1) }</td>
            <td class="first">{ remark(report) }</td>
        </tr>
    }
}

/// How far the check is, or how the report stands; only what was judged whole and has nothing open gets a tick.
fn status(report: &Report) -> Html {
    match standing(report).filter(|_| matches!(report.status, Status::Done | Status::Unreadable(_))) {
        Some(standing) if standing.is_clean() => html! { <>{ tick() }{ standing.to_string() }</> },
        Some(standing) => html! { { standing.to_string() } },
        None => html! { { words::status(&report.status) } },
    }
}

/// Why there is no result, or the first finding that is still open.
fn remark(report: &Report) -> Html {
    match &report.status {
        Status::Unreadable(failure) => html! { { format!("{}{}", failure.message, failure.hint) } },
        Status::Died(death) => html! { { words::death(death.cause) } },
        _ => {
            let Some(brief) = &report.brief else { return Html::default() };
            let open = brief.findings.iter().find(|finding| report.decision(&finding.fingerprint).is_none());
            match open {
                Some(finding) => html! { <>{ severity_mark(finding.severity) }{ &finding.title }</> },
                None => Html::default(),
            }
        }
    }
}

//! The list of reports: one row each, those that failed included.

use super::compare::{roll_call, sheets};
use super::icon::{severity_mark, tick};
use super::tabs::tabs;
use crate::state::{Action, Desk, Report, Route, Status, Store};
use crate::view::counts::Counts;
use crate::words::{compare, desk as words};
use jiaohe::wire::Relation;
use yew::prelude::*;

/// All reports on the desk.
pub(super) fn list(store: &Store) -> Html {
    let counts: Vec<_> = store.reports.iter().map(|report| Counts::of(report)).collect();
    let done = store.reports.iter().filter(|report| !report.is_busy()).count();
    let failing =
        counts.iter().flatten().filter(|counts| matches!(counts.open, [1..=u32::MAX, _, _])).count();
    let failed = store.reports.iter().filter(|report| !report.is_busy() && report.checked.is_none()).count();
    let reports = html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words::HEADING}>
            <table class="reports">
                <thead><tr>
                    { for words::COLUMNS.iter().map(|column| html! { <th scope="col">{ *column }</th> }) }
                </tr></thead>
                <tbody>
                    { for store.reports.iter().zip(counts).enumerate().map(|(index, (report, counts))| html! {
                        { row(store, report, index + 1, counts) }
                    }) }
                </tbody>
            </table>
        </div>
    };
    let turn = {
        let store = store.clone();
        Callback::from(move |desk: usize| {
            if let Some(desk) = Desk::ALL.get(desk) {
                store.dispatch(Action::Turn(*desk));
            }
        })
    };
    let names = Desk::ALL.map(compare::tab);
    let selected = Desk::ALL.iter().position(|desk| *desk == store.desk).unwrap_or_default();
    html! {
        <>
            <h1 id="heading" tabindex="-1">{ words::HEADING }</h1>
            <p>{ words::summary(store.reports.len(), done, failing, failed) }</p>
            { tabs(&names, selected, words::HEADING, &turn, false, match store.desk {
                Desk::Reports => reports,
                Desk::Years => sheets(store, Relation::Years),
                Desk::Sums => sheets(store, Relation::Sum),
                Desk::Roster => roll_call(store),
            }) }
        </>
    }
}

/// One report. Its name opens it; arrows move between names.
fn row(store: &Store, report: &Report, number: usize, counts: Option<Counts>) -> Html {
    let id = report.id;
    let open = {
        let store = store.clone();
        move |_: MouseEvent| store.dispatch(Action::Go(Route::Report(id)))
    };
    let found = report.checked.as_ref().map(|checked| &checked.report);
    let organ = found.and_then(|report| report.organ.clone());
    let year = found.and_then(|report| report.year);
    let first = report.checked.as_ref().and_then(|checked| {
        let finding = checked.report.findings.first()?;
        Some((finding.severity, finding.detail.title.clone()))
    });
    let count = |index: usize| counts.and_then(|counts| counts.open.get(index).copied());
    let remark = match &report.status {
        Status::Unreadable(failure) => Some(format!("{}{}", failure.message, failure.hint)),
        Status::Died(death) => Some(words::death(death.cause)),
        _ => None,
    };
    html! {
        <tr key={id}>
            <td class="number">{ number }</td>
            <th scope="row">
                <button class="link" onclick={open}>{ organ.unwrap_or_else(|| report.name.clone()) }</button>
            </th>
            <td class="number">{ year.map(|year| year.to_string()).unwrap_or_default() }</td>
            <td class="file">{ &report.name }</td>
            <td>{ words::status(&report.status) }</td>
            <td class="number">{ count(0).map(|count| count.to_string()).unwrap_or_default() }</td>
            <td class="number">{ count(1).map(|count| count.to_string()).unwrap_or_default() }</td>
            <td class="first">
                if let Some(remark) = remark {
                    { remark }
                } else if let Some((severity, title)) = first {
                    { severity_mark(severity) }{ title }
                } else if report.checked.is_some() {
                    { tick() }{ crate::words::result::NO_FINDINGS }
                }
            </td>
        </tr>
    }
}

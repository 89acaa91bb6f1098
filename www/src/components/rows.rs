//! The rows of the list: one for each report, those that failed included.

use super::icon::{severity_mark, tick};
use super::window::Window;
use crate::shared::Shared;
use crate::state::{
    Action, Column, Correction, Dispatch, Listing, Repeat, Report, Route, Status, use_dispatch,
};
use crate::view::counts::{Counts, standing};
use crate::view::severity;
use crate::words::desk as words;
use std::collections::BTreeMap;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is there more than once, by the reports' numbers.
pub(super) type Repeats = BTreeMap<u32, Repeat>;

/// The table of these reports, each with its row in the whole list.
pub(super) fn table(
    listing: &Listing,
    listed: Vec<(usize, Shared<Report>)>,
    repeats: &Repeats,
    dispatch: &Dispatch,
) -> Html {
    let count = listed.len();
    let repeats = repeats.clone();
    let row = move |(index, entry): (usize, bool)| {
        let Some((number, report)) = listed.get(index) else { return Html::default() };
        let repeat = repeats.get(&report.id).copied();
        html! { <Row key={report.id} report={report.clone()} number={*number} {index} {entry} {repeat} /> }
    };
    let head = html! {
        <thead><tr aria-rowindex="1">
            { for columns().iter().map(|(name, class, column)| heading(listing, name, class, *column, dispatch)) }
        </tr></thead>
    };
    html! { <Window label={words::HEADING} {head} {count} row={Callback::from(row)} /> }
}

/// The columns: heading, class, and what they order the list by.
fn columns() -> [(&'static str, &'static str, Option<Column>); 10] {
    let [error, warning, hint] = severity::ALL;
    [
        (words::NUMBER, "number", Some(Column::Number)),
        (words::BODY, "body", Some(Column::Body)),
        (words::YEAR, "number", Some(Column::Year)),
        (words::FILE, "file", Some(Column::File)),
        (words::STATUS, "standing", Some(Column::Status)),
        (error.word(), "number", Some(Column::Open(error))),
        (warning.word(), "number", Some(Column::Open(warning))),
        (hint.word(), "number", Some(Column::Open(hint))),
        (words::FIRST, "first", None),
        (words::ACTIONS, "actions", None),
    ]
}

/// A heading; one that can, orders the list.
fn heading(
    listing: &Listing,
    name: &'static str,
    class: &'static str,
    column: Option<Column>,
    dispatch: &Dispatch,
) -> Html {
    let Some(column) = column else { return html! { <th scope="col" {class}>{ name }</th> } };
    let is_order = listing.column == column;
    let order = is_order.then_some(if listing.backwards { "descending" } else { "ascending" });
    let sort = {
        // Whoever orders by a number of findings looks for the most.
        let backwards = if is_order { !listing.backwards } else { matches!(column, Column::Open(_)) };
        let listing = Listing { column, backwards, ..listing.clone() };
        dispatch.reform(move |_: MouseEvent| Action::List(listing.clone()))
    };
    let sign = if !is_order {
        ""
    } else if listing.backwards {
        " ▼"
    } else {
        " ▲"
    };
    html! {
        <th scope="col" {class} aria-sort={order}>
            <button class="link" onclick={sort}>{ name }<span aria-hidden="true">{ sign }</span></button>
        </th>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    report: Shared<Report>,
    /// Its number in the whole list, from 1.
    number: usize,
    /// Its row in what is listed, from 0.
    index: usize,
    /// Whether it is in the order of focus.
    entry: bool,
    /// What else is the same.
    repeat: Option<Repeat>,
}

/// One report, drawn anew only when it has changed. Its name opens it.
#[component]
fn Row(props: &RowProps) -> Html {
    let report = &props.report;
    let id = report.id;
    let dispatch = use_dispatch();
    let editing = use_state_eq(|| false);
    let (organ, year) = (use_node_ref(), use_node_ref());
    let open = dispatch.reform(move |_: MouseEvent| Action::Go(Route::Report(id)));
    let remove = dispatch.reform(move |_: MouseEvent| Action::Remove(id));
    let edit = {
        let (dispatch, editing) = (dispatch.clone(), editing.clone());
        let (organ, year, before) = (organ.clone(), year.clone(), report.correction.clone());
        let read = report.clone();
        move |_: MouseEvent| {
            if *editing {
                let value = |field: &NodeRef| field.cast::<HtmlInputElement>().map(|field| field.value());
                let organ = value(&organ).map(|organ| organ.trim().to_owned());
                let year = value(&year).and_then(|year| crate::state::number(&year)?.parse().ok());
                let organ = organ.filter(|organ| !organ.is_empty() && organ != read.body());
                let year = year.filter(|year| Some(*year) != read.year());
                let Correction { organ: organ_before, year: year_before } = before.clone();
                dispatch.emit(Action::Correct(
                    id,
                    Correction { organ: organ.or(organ_before), year: year.or(year_before) },
                ));
            }
            editing.set(!*editing);
        }
    };
    let counts = Counts::of(report);
    let count = |index: usize| {
        let count = counts.and_then(|counts| counts.open.get(index).copied()).filter(|count| *count > 0);
        html! { <td class="number">{ count.map(|count| count.to_string()).unwrap_or_default() }</td> }
    };
    let edit_word = if *editing { words::SAVE } else { words::EDIT };
    let tabindex = if props.entry { "0" } else { "-1" };
    let year_text = report.year().map(|year| year.to_string()).unwrap_or_default();
    let body = report.body().to_owned();
    html! {
        <tr aria-rowindex={(props.index + 2).to_string()}>
            <td class="number">{ props.number }</td>
            if *editing {
                <th scope="row"><input type="text" ref={organ} aria-label={words::BODY} value={body.clone()} /></th>
                <td><input type="text" ref={year} inputmode="numeric" size="4" aria-label={words::YEAR} value={year_text} /></td>
            } else {
                <th scope="row" title={body.clone()}><button class="link" {tabindex} onclick={open}>{ body.clone() }</button></th>
                <td class="number">{ year_text }</td>
            }
            <td class="file" title={report.name.clone()}>{ report.file().to_owned() }</td>
            <td>{ status(report) }</td>
            { count(0) }{ count(1) }{ count(2) }
            <td class="first"><div class="clamp">{ repeated(props.repeat) }{ remark(report) }</div></td>
            <td class="actions">
                <button class="link" {tabindex} aria-label={format!("{edit_word}：{body}")} onclick={edit}>
                    { edit_word }
                </button>
                <button class="link" {tabindex} aria-label={format!("{}：{body}", words::REMOVE)} onclick={remove}>{ words::TAKE_OFF }</button>
            </td>
        </tr>
    }
}

/// How the report stands, or how far the check is; only what was judged whole and has nothing open gets a tick. A report that is
/// checked again beside others stands as it stood.
fn status(report: &Report) -> Html {
    let ended = match report.status {
        Status::Done | Status::Unreadable(_) => true,
        Status::Queued | Status::Reading { .. } => report.brief.is_some(),
        Status::Died(_) | Status::Cancelled => false,
    };
    match standing(report).filter(|_| ended) {
        Some(standing) if standing.is_clean() => html! { <>{ tick() }{ standing.to_string() }</> },
        Some(standing) => html! { { standing.to_string() } },
        None => html! { { words::status(&report.status) } },
    }
}

/// What else is the same.
fn repeated(repeat: Option<Repeat>) -> Html {
    let words = match repeat {
        None => return Html::default(),
        Some(Repeat::File(row)) => words::same_file(row),
        Some(Repeat::Body(row)) => words::same_body(row),
    };
    html! { <span class="repeat">{ words }</span> }
}

/// Why there is no result, or the first finding that is still open: the most important one.
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

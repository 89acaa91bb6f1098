//! A table of the report as a real table; its cells know their findings and checks.

use super::Index;
use super::amend::CellBox;
use super::line::Write;
use crate::shared::Shared;
use crate::state::{Action, Dispatch, Goal, use_dispatch};
use crate::view::cells::{Signs, signs};
use crate::words::amend as words;
use jiaohe::wire::{
    Block, CellStateKind, CheckedReport, Severity, TableCell, TableCellKind, TableKind, TableView,
};
use web_sys::{FocusEvent, KeyboardEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct TableProps {
    /// The report's number.
    pub(super) report: u32,
    /// The result.
    pub(super) checked: Shared<CheckedReport>,
    /// Facts and marks.
    pub(super) index: Shared<Index>,
    /// Which block of the document it is.
    pub(super) at: usize,
    /// The finding in view, if it lights a cell of this table.
    pub(super) active: Option<usize>,
    /// The cell of this table that is being put right.
    pub(super) amending: Option<String>,
    /// Told the cell pointed at.
    pub(super) point: Callback<Option<String>>,
    /// Told the cell that was clicked or reached by keys.
    pub(super) choose: Callback<String>,
    /// How a cell is corrected in the text, if it is.
    pub(super) write: Option<Write>,
}

/// Whether a table has this cell.
pub(super) fn holds(table: &TableView, id: &str) -> bool {
    table.rows.iter().flatten().any(|cell| id_of(cell) == Some(id))
}

/// Whether a finding lights a cell of a table.
pub(super) fn concerns(checked: &CheckedReport, finding: usize, table: &TableView) -> bool {
    let signs = signs(checked, finding);
    table.rows.iter().any(|row| lights(&signs, row))
}

fn lights(signs: &Signs, row: &[TableCell]) -> bool {
    row.iter().filter_map(id_of).any(|id| signs.get(id).is_some())
}

fn table_at(checked: &CheckedReport, at: usize) -> Option<&TableView> {
    match checked.blocks.get(at)? {
        Block::Table(table) => Some(table),
        _ => None,
    }
}

/// One table in a box of its own, which scrolls when the window is narrow.
#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let dispatch = use_dispatch();
    let TableProps { report, checked, index, at, active, amending, point, choose, write } = props;
    let Some(table) = table_at(checked, *at) else { return Html::default() };
    let signs = active.map(|active| signs(checked, active)).unwrap_or_default();
    let is_head = |row: &&Vec<TableCell>| row.iter().all(|cell| cell.kind == TableCellKind::Head);
    let heads = table.rows.iter().take_while(is_head).count();
    // One cell of a table is in the order of focus; arrows lead to the others.
    let values = || table.rows.iter().flatten().filter_map(id_of);
    let found = |id: &&str| index.facts.get(*id).is_some_and(|fact| !fact.findings.is_empty());
    let entry = values().find(found).or_else(|| values().next());
    let row = |(row, cells): (usize, &Vec<TableCell>)| {
        html! {
            <Row report={*report} checked={checked.clone()} index={index.clone()} at={*at} {row} point={point.clone()}
                choose={choose.clone()} write={write.clone()} amending={amending.clone().filter(|id| cells.iter().any(|cell| id_of(cell) == Some(id)))}
                active={active.filter(|_| lights(&signs, cells))}
                entry={entry.filter(|entry| cells.iter().any(|cell| id_of(cell) == Some(*entry))).map(str::to_owned)} />
        }
    };
    let leave = point.reform(|_: MouseEvent| None);
    let walk = {
        let (checked, at) = (checked.clone(), *at);
        move |event: KeyboardEvent| {
            if let Some(table) = table_at(&checked, at) {
                walk(table, &event, &dispatch);
            }
        }
    };
    let rows = table.rows.iter().enumerate();
    html! {
        <div class="table-box">
            <table class={classes!("form", table.table.map(TableKind::id))} onmouseleave={leave} onkeydown={walk}>
                if !table.caption.is_empty() { <caption>{ &table.caption }</caption> }
                if heads > 0 { <thead>{ for rows.clone().take(heads).map(row) }</thead> }
                <tbody>{ for rows.skip(heads).map(row) }</tbody>
            </table>
            if !table.unreadable.is_empty() { <p class="remark warning">{ &table.unreadable }</p> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    report: u32,
    checked: Shared<CheckedReport>,
    index: Shared<Index>,
    /// Which block of the document the table is.
    at: usize,
    /// Which row of it.
    row: usize,
    /// The finding in view, if it lights a cell of this row.
    active: Option<usize>,
    /// The cell in the order of focus, if it is in this row.
    entry: Option<String>,
    /// The cell of this row that is being put right.
    amending: Option<String>,
    point: Callback<Option<String>>,
    choose: Callback<String>,
    write: Option<Write>,
}

/// One row, drawn anew only when a cell of it is lit or goes out.
#[component]
fn Row(props: &RowProps) -> Html {
    let dispatch = use_dispatch();
    let table = table_at(&props.checked, props.at);
    let Some(cells) = table.and_then(|table| table.rows.get(props.row)) else { return Html::default() };
    let signs = props.active.map(|active| signs(&props.checked, active)).unwrap_or_default();
    let draw = |cell: &TableCell| {
        let (rowspan, colspan) = (span(cell.row_span), span(cell.column_span));
        match &cell.kind {
            TableCellKind::Head => {
                let scope = if cell.column_span > 1 { "colgroup" } else { "col" };
                html! { <th {scope} {rowspan} {colspan}>{ cell.text.trim() }</th> }
            }
            TableCellKind::Label => html! { <th scope="row" {rowspan} {colspan}>{ cell.text.trim() }</th> },
            TableCellKind::Plain => html! { <td {rowspan} {colspan}>{ cell.text.trim() }</td> },
            TableCellKind::Value { id, state, label, .. } => {
                value(props, &dispatch, cell, (id, *state, label), signs.get(id))
            }
        }
    };
    html! { <tr>{ for cells.iter().map(draw) }</tr> }
}

/// A value cell.
fn value(
    props: &RowProps,
    dispatch: &Dispatch,
    cell: &TableCell,
    (id, state, label): (&str, CellStateKind, &str),
    sign: Option<&'static str>,
) -> Html {
    let fact = props.index.facts.get(id);
    let severity = fact.and_then(|fact| fact.severity(&props.checked));
    let findings = fact.map(|fact| fact.findings.clone()).unwrap_or_default();
    // The finding that a click leads to: the active one if it speaks of this cell, else the gravest.
    let lead = props.active.filter(|active| findings.contains(active)).or_else(|| findings.first().copied());
    let lit = sign.is_some();
    let active_severity = props.active.and_then(|active| props.checked.report.findings.get(active));
    let shade = if lit { active_severity.map(|found| found.severity) } else { severity };
    let named =
        |ids: &[usize], name: &str| ids.iter().map(|id| format!("{name}{id}")).collect::<Vec<_>>().join(" ");
    let described = (!findings.is_empty()).then(|| named(&findings, "about-"));
    let mut anchors = findings.clone();
    if let Some(active) = props.active.filter(|active| lit && !anchors.contains(active)) {
        anchors.push(active);
    }
    let go = |finding| dispatch.reform(move |_: MouseEvent| Action::Select(finding, Goal::CardOnly(finding)));
    let (name, pointed) = (format!("cell-{id}"), id.to_owned());
    let over = props.point.reform(move |_: MouseEvent| Some(pointed.clone()));
    let focused = {
        let (point, choose, id) = (props.point.clone(), props.choose.clone(), id.to_owned());
        move |_: FocusEvent| {
            point.emit(Some(id.clone()));
            choose.emit(id.clone());
        }
    };
    let corrected = props.checked.report.corrections.iter().find(|known| known.cell == id);
    let open = {
        let id = id.to_owned();
        dispatch.reform(move |_: MouseEvent| Action::Amend(Some(id.clone())))
    };
    let class = classes!(
        "value",
        shade.map(Severity::id),
        severity.is_some().then_some("found"),
        lit.then_some("lit"),
        (state == CellStateKind::Unreadable).then_some("unreadable"),
        corrected.is_some().then_some("corrected"),
    );
    let amending = props.amending.as_deref() == Some(id);
    let tabindex = if props.entry.as_deref() == Some(id) { "0" } else { "-1" };
    html! {
        <td id={name} {class} rowspan={span(cell.row_span)} colspan={span(cell.column_span)} {tabindex}
            data-findings={(!anchors.is_empty()).then(|| named(&anchors, ""))}
            data-lead={lead.map(|lead| lead.to_string())} aria-describedby={described}
            title={corrected.map(|known| words::mark(&known.from))}
            onclick={lead.filter(|_| !amending).map(go)} ondblclick={open} onmouseenter={over} onfocus={focused}>
            if let Some(sign) = sign.filter(|sign| !sign.is_empty()) { <span class="sign">{ sign }</span> }
            if amending {
                <CellBox report={props.report} write={props.write.clone()} cell={id.to_owned()} text={cell.text.trim().to_owned()} label={label.to_owned()} />
            } else {
                { cell.text.trim() }
            }
        </td>
    }
}

/// The contract's id of a value cell.
fn id_of(cell: &TableCell) -> Option<&str> {
    match &cell.kind {
        TableCellKind::Value { id, .. } => Some(id),
        TableCellKind::Head | TableCellKind::Label | TableCellKind::Plain => None,
    }
}

/// Spans of 1 are left out.
fn span(count: u32) -> Option<String> {
    (count > 1).then(|| count.to_string())
}

/// Arrows lead from value to value, Enter to the finding's card.
fn walk(table: &TableView, event: &KeyboardEvent, dispatch: &Dispatch) {
    let Some(target) = event.target_dyn_into::<web_sys::HtmlElement>() else { return };
    let Some(id) = target.id().strip_prefix("cell-").map(str::to_owned) else { return };
    let rows: Vec<Vec<&str>> = table
        .rows
        .iter()
        .map(|row| row.iter().filter_map(id_of).collect::<Vec<_>>())
        .filter(|row| !row.is_empty())
        .collect();
    let Some((y, x)) =
        rows.iter().enumerate().find_map(|(y, row)| row.iter().position(|cell| *cell == id).map(|x| (y, x)))
    else {
        return;
    };
    let next = match event.key().as_str() {
        "ArrowUp" => y.checked_sub(1).map(|y| (y, x)),
        "ArrowDown" => Some((y + 1, x)),
        "ArrowLeft" => x.checked_sub(1).map(|x| (y, x)),
        "ArrowRight" => Some((y, x + 1)),
        "Enter" => {
            target.click();
            return;
        }
        "F2" => {
            event.prevent_default();
            return dispatch.emit(Action::Amend(Some(id)));
        }
        _ => return,
    };
    let cell = next.and_then(|(y, x)| rows.get(y).and_then(|row| row.get(x).or_else(|| row.last())));
    if let Some(id) = cell {
        event.prevent_default();
        dispatch.emit(Action::Look(Goal::NextCell((*id).to_owned())));
    }
}

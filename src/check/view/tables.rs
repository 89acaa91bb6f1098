//! The prescribed tables rebuilt in the form's own shape, so that every layout looks the same to the clerk.

use crate::check::places::Places;
use crate::document::{Document, Table};
use crate::report::form::{self, CellId, Content, Edition, Printed, TableKind};
use crate::report::{Report, TableReading, TableState};
use crate::wire::{CellStateKind, TableCell, TableCellKind, TableView};

/// A prescribed table: rebuilt if it was read, else as it stands with the reason.
pub(super) fn prescribed(report: &Report<'_>, kind: TableKind, places: &Places<'_>) -> TableView {
    let table = report.tables.get(kind);
    let caption = format!("{} {}", kind.name(), kind.title());
    let (unreadable, rows) = match (&table.state, table.edition) {
        (TableState::Read, Some(edition)) => (String::new(), rebuilt(table, edition, places)),
        (TableState::Unreadable(why), _) => (why.clone(), lines(report.document, table)),
        _ => (String::new(), Vec::new()),
    };
    TableView { table: Some(kind), caption, unreadable, rows }
}

/// Any other table as it stands.
pub(super) fn as_read(document: &Document, table: &Table) -> TableView {
    let mut rows: Vec<Vec<TableCell>> = Vec::new();
    let mut current = None;
    for cell in &table.cells {
        if current != Some(cell.row) {
            rows.push(Vec::new());
            current = Some(cell.row);
        }
        let mut drawn = text(document.line(cell.line), TableCellKind::Plain);
        (drawn.row_span, drawn.column_span) = (cell.row_span, cell.column_span);
        if let Some(row) = rows.last_mut() {
            row.push(drawn);
        }
    }
    TableView { table: None, caption: String::new(), unreadable: String::new(), rows }
}

fn lines(document: &Document, table: &TableReading) -> Vec<Vec<TableCell>> {
    let shown = table.lines.iter().map(|line| document.line(*line).trim()).filter(|line| !line.is_empty());
    shown.map(|line| vec![text(line, TableCellKind::Plain)]).collect()
}

/// The table as the form prints it, with the values of the report.
fn rebuilt(table: &TableReading, edition: Edition, places: &Places<'_>) -> Vec<Vec<TableCell>> {
    let cell = |printed: Printed| {
        let (row_span, column_span) = (printed.rows, printed.columns);
        let cell = match printed.content {
            Content::Head(words) => text(&words, TableCellKind::Head),
            Content::Label(words) => text(&words, TableCellKind::Label),
            Content::Value(id) => value(table, id, places),
        };
        TableCell { row_span, column_span, ..cell }
    };
    let rows = form::printed(table.kind, edition).into_iter();
    rows.map(|row| row.into_iter().map(cell).collect()).collect()
}

fn text(text: &str, kind: TableCellKind) -> TableCell {
    TableCell { kind, text: text.to_owned(), row_span: 1, column_span: 1 }
}

fn value(table: &TableReading, id: CellId, places: &Places<'_>) -> TableCell {
    let reading = table.cells.get(&id);
    let state = reading.map_or(CellStateKind::Missing, |reading| reading.state.kind());
    let shown = reading.map(|reading| reading.text.as_str()).unwrap_or_default();
    let place = reading.and_then(|reading| reading.span).map(|span| places.of_span(span));
    text(shown, TableCellKind::Value { id: id.to_string(), state, place })
}

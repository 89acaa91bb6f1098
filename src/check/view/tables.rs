//! The prescribed tables rebuilt in the form's own shape, so that every layout looks the same to the clerk.

use crate::check::places::Places;
use crate::compare::drawn;
use crate::document::{Document, Table};
use crate::report::form::TableKind;
use crate::report::{Report, TableReading, TableState};
use crate::wire::{CellStateKind, TableCell, TableCellKind, TableView};

/// A prescribed table: rebuilt if it was read, else as it stands with the reason.
pub(super) fn prescribed(report: &Report<'_>, kind: TableKind, places: &Places<'_>) -> TableView {
    let table = report.tables.get(kind);
    if let (TableState::Read, Some(edition)) = (&table.state, table.edition) {
        return drawn(kind, edition, &|id| {
            let reading = table.cells.get(&id);
            let state = reading.map_or(CellStateKind::Missing, |reading| reading.state.kind());
            let text = reading.map(|reading| reading.text.clone()).unwrap_or_default();
            (state, text, reading.and_then(|reading| reading.span).map(|span| places.of_span(span)))
        });
    }
    let (unreadable, rows) = match &table.state {
        TableState::Unreadable(why) => (why.clone(), lines(report.document, table)),
        TableState::Read | TableState::Absent => (String::new(), Vec::new()),
    };
    let caption = format!("{} {}", kind.name(), kind.title());
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

fn text(text: &str, kind: TableCellKind) -> TableCell {
    TableCell { kind, text: text.to_owned(), row_span: 1, column_span: 1 }
}

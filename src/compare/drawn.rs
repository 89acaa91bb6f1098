//! A prescribed table in the form's own shape, whatever its values come from.

use crate::report::form::{CellId, Content, Edition, Printed, TableKind, printed};
use crate::vocabulary::CellStateKind;
use crate::wire::{Place, TableCell, TableCellKind, TableView};

/// The table as an edition prints it; `value` says what a cell holds, what it shows and where
/// that stands.
pub(crate) fn drawn(
    kind: TableKind,
    edition: Edition,
    value: &dyn Fn(CellId) -> (CellStateKind, String, Option<Place>),
) -> TableView {
    let cell = |printed: Printed| {
        let (kind, text) = match printed.content {
            Content::Head(words) => (TableCellKind::Head, words),
            Content::Label(words) => (TableCellKind::Label, words),
            Content::Value(id) => {
                let (state, text, place) = value(id);
                let label = format!("{}{}", id.table().name(), id.label());
                (TableCellKind::Value { id: id.to_string(), state, place, label }, text)
            }
        };
        TableCell { kind, text, row_span: printed.rows, column_span: printed.columns }
    };
    let rows = printed(kind, edition).into_iter();
    TableView {
        table: Some(kind),
        caption: format!("{} {}", kind.name(), kind.title()),
        unreadable: String::new(),
        rows: rows.map(|row| row.into_iter().map(cell).collect()).collect(),
    }
}

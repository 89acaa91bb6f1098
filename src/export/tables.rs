//! The three prescribed tables as they stand now, in the prescribed form: as a workbook, and as markup for a website.

use super::html::escape;
use super::office::xlsx::{Cell, Look, Page};
use super::paper::{placed, spans, widths};
use crate::wire::{Block, CheckedReport, TableCellKind, TableView};
use std::fmt::Write as _;

/// The tables that were read, in their order.
pub fn read(checked: &CheckedReport) -> Vec<&TableView> {
    let tables = checked.blocks.iter().filter_map(|block| match block {
        Block::Table(view) if view.table.is_some() && view.unreadable.is_empty() => Some(view),
        _ => None,
    });
    tables.filter(|view| !view.rows.is_empty()).collect()
}

/// A sheet for each table.
pub fn pages(checked: &CheckedReport) -> Vec<Page> {
    let note = checked.report.corrected().map(|told| format!("{told}。"));
    read(checked).into_iter().map(|view| page(view, note.as_deref())).collect()
}

/// The sheet of one table.
pub(super) fn page(view: &TableView, note: Option<&str>) -> Page {
    let title = Cell { text: view.caption.clone(), look: Look::Title, rows: 1, columns: 1 };
    let cell = |cell: &crate::wire::TableCell| {
        let look = match cell.kind {
            TableCellKind::Head | TableCellKind::Label => Look::Head,
            TableCellKind::Plain | TableCellKind::Value { .. } => Look::Body,
        };
        Cell { text: cell.text.clone(), look, rows: cell.row_span, columns: cell.column_span }
    };
    let note = note.map(|note| Cell { text: note.to_owned(), look: Look::Note, rows: 1, columns: 1 });
    let rows = view.rows.iter().map(|row| row.iter().map(cell).collect());
    Page {
        name: view.table.map_or("表", |table| table.name()).to_owned(),
        widths: widths(
            &placed(&view.rows, |cell| (cell.row_span, cell.column_span)),
            |cell| &cell.text,
            (9, 30),
        ),
        frozen: 0,
        rows: std::iter::once(vec![title]).chain(note.map(|note| vec![note])).chain(rows).collect(),
    }
}

/// Plain markup to be pasted into the source view of a website's editor: headings and cells, no style but lines.
pub fn markup(checked: &CheckedReport) -> String {
    let mut markup = String::new();
    for view in read(checked) {
        let _ = writeln!(
            markup,
            "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" style=\"border-collapse:collapse\">\n<caption>{}</caption>",
            escape(&view.caption)
        );
        for row in &view.rows {
            markup.push_str("<tr>");
            for cell in row {
                let tag =
                    if matches!(cell.kind, TableCellKind::Head | TableCellKind::Label) { "th" } else { "td" };
                let spans = spans(cell.row_span, cell.column_span);
                let _ = write!(markup, "<{tag}{spans}>{}</{tag}>", escape(&cell.text));
            }
            markup.push_str("</tr>\n");
        }
        markup.push_str("</table>\n");
    }
    markup
}

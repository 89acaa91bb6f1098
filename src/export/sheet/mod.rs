//! Results as plain tables ([`Sheet`]: title, notes, columns, rows), for spreadsheets, for printing and for the page.

mod comparison;
mod total;

pub use comparison::comparison;
pub use total::{cells, differs, left_out, missing, units};

use super::handover;
use crate::wire::{Confirmation, Handover, Output, Sheet};

/// Every finding of every file, one a row; a file that could not be read has a row that says so.
/// With confirmations there is a column more, with what the clerk says to each.
pub fn findings(output: &Output, confirmations: &[Confirmation]) -> Sheet {
    let parts: Vec<Handover> = output.files.iter().map(|file| handover::of(file, confirmations)).collect();
    all_findings(&parts, !confirmations.is_empty())
}

/// The same of reports whose parts were kept.
pub fn all_findings(parts: &[Handover], with_answers: bool) -> Sheet {
    let mut names =
        columns(&["单位", "年度", "文件", "结论", "把握", "规则", "问题", "原因", "请核对", "行"]);
    names.extend(with_answers.then(|| "经办人说明".to_owned()));
    Sheet {
        relation: None,
        title: "问题清单".into(),
        notes: handover::profile(parts)
            .into_iter()
            .chain(parts.iter().filter_map(handover::corrected))
            .collect(),
        columns: names,
        rows: parts.iter().flat_map(|part| handover::rows(part, with_answers)).collect(),
    }
}

/// A sheet of a workbook: the title, the notes, then the table with its headings in view.
#[cfg(feature = "engine")]
pub fn page(sheet: &Sheet) -> super::office::xlsx::Page {
    use super::office::xlsx::{Cell, Look, Page};
    let cell = |text: &String, look| Cell { text: text.clone(), look, rows: 1, columns: 1 };
    let above =
        std::iter::once((&sheet.title, Look::Title)).chain(sheet.notes.iter().map(|note| (note, Look::Note)));
    let mut rows: Vec<Vec<Cell>> = above.map(|(text, look)| vec![cell(text, look)]).collect();
    rows.push(sheet.columns.iter().map(|name| cell(name, Look::Head)).collect());
    let frozen = rows.len();
    rows.extend(sheet.rows.iter().map(|row| row.cells.iter().map(|text| cell(text, Look::Body)).collect()));
    // As wide as the longest text, within reason; the lines above the table reach beyond their column.
    let table = rows.get(frozen - 1..).unwrap_or_default();
    let widths = super::paper::widths(&super::paper::placed(table, |_| (1, 1)), |cell| &cell.text, (8, 50));
    Page {
        name: sheet.title.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect(),
        widths,
        frozen,
        rows,
    }
}

/// A sheet in a paper: a heading, the notes, and the table if it has rows.
#[cfg(feature = "engine")]
pub fn blocks(sheet: &Sheet) -> Vec<super::paper::Block> {
    use super::paper::{Block, Cell, Table};
    let mut blocks = vec![Block::Heading(1, sheet.title.as_str().into())];
    blocks.extend(sheet.notes.iter().map(|note| Block::Paragraph(note.as_str().into())));
    if sheet.rows.is_empty() {
        return blocks;
    }
    let head = sheet.columns.iter().map(|name| Cell::head(name.as_str())).collect();
    let body = sheet.rows.iter().map(|row| row.cells.iter().map(|text| Cell::new(text.as_str())).collect());
    let rows: Vec<Vec<Cell>> = std::iter::once(head).chain(body).collect();
    let widths =
        super::paper::widths(&super::paper::placed(&rows, |_| (1, 1)), |cell| &cell.line.text, (6, 30));
    blocks.push(Block::Table(Table { heads: 1, widths, rows }));
    blocks
}

pub(super) fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

//! Spreadsheets of any kind, from filled cells to paragraphs and tables: one stage for xlsx, xls and ods.
//!
//! A reader names its sheets and puts what is shown into them; see [`Book`]. What is a paragraph and what a table is
//! decided here, so that all three decide alike.

mod areas;
mod beside;
mod calendar;
mod cells;
mod date;
mod format;
mod number;
mod regions;
mod render;
mod words;

use super::limits::{self, Budget};
use super::{ErrorKind, ReadError};
use crate::document::Builder;
pub(super) use format::Format;
pub(super) use number::Number;
use std::collections::{BTreeMap, BTreeSet};

/// A rectangle of cells that are merged into one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    /// First row, from 0.
    pub(super) row: u32,
    /// First column, from 0.
    pub(super) column: u32,
    /// Rows covered.
    pub(super) rows: u32,
    /// Columns covered.
    pub(super) columns: u32,
}

/// A sheet as read so far.
#[derive(Debug, Default)]
struct Sheet {
    name: String,
    /// What the filled cells show.
    texts: BTreeMap<(u32, u32), String>,
    /// Cells that show nothing but are drawn: they have a border, as the blank values of a table have.
    drawn: BTreeSet<(u32, u32)>,
    merges: Vec<Merge>,
    /// First and number of hidden rows.
    hidden_rows: Vec<(u32, u32)>,
    /// First and number of hidden columns.
    hidden_columns: Vec<(u32, u32)>,
    /// The lines of text boxes on it.
    boxes: Vec<String>,
}

/// The sheets of a workbook, in their order. Everything is put into the sheet begun last.
#[derive(Debug, Default)]
pub(super) struct Book {
    sheets: Vec<Sheet>,
    hidden: Vec<String>,
    budget: Budget,
    cells: usize,
    drawn: usize,
    boxes: usize,
}

impl Book {
    /// Begins a sheet.
    pub(super) fn sheet(&mut self, name: impl Into<String>) {
        self.sheets.push(Sheet { name: name.into(), ..Sheet::default() });
    }

    /// Notes a sheet that is hidden and not read.
    pub(super) fn hidden_sheet(&mut self, name: impl Into<String>) {
        self.hidden.push(name.into());
    }

    /// Hides the sheet begun last, whatever was put into it.
    pub(super) fn hide_sheet(&mut self) {
        self.hidden.extend(self.sheets.pop().map(|sheet| sheet.name));
    }

    /// Puts what a cell shows into the sheet; rows and columns count from 0. Text that shows nothing only says that the
    /// cell is there, as [`Book::drawn`] does.
    ///
    /// # Errors
    /// More cells or more text than a report may have, over all sheets.
    pub(super) fn put(&mut self, row: u32, column: u32, text: impl Into<String>) -> Result<(), ReadError> {
        let text = text.into();
        if !crate::text::shows(&text) {
            self.drawn(row, column);
            return Ok(());
        }
        self.cells = self.cells.saturating_add(1);
        limits::within(self.cells, limits::SHEET_CELLS, ErrorKind::TooManyCells)?;
        self.budget.text(&text)?;
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.texts.insert((row, column), text);
        }
        Ok(())
    }

    /// Says that an empty cell has a border. It only helps to tell what is a table, so those beyond the limit are passed over.
    pub(super) fn drawn(&mut self, row: u32, column: u32) {
        self.drawn = self.drawn.saturating_add(1);
        if let Some(sheet) = self.sheets.last_mut()
            && self.drawn <= limits::SHEET_CELLS
        {
            sheet.drawn.insert((row, column));
        }
    }

    /// Merges cells. What was put into its first cell is shown; the rest of it shows nothing.
    pub(super) fn merge(&mut self, merge: Merge) {
        if let Some(sheet) = self.sheets.last_mut()
            && sheet.merges.len() < limits::SHEET_CELLS
        {
            sheet.merges.push(merge);
        }
    }

    /// Hides rows: they are left out, with a note if there was something in them.
    pub(super) fn hide_rows(&mut self, first: u32, count: u32) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.hidden_rows.push((first, count));
        }
    }

    /// Hides columns.
    pub(super) fn hide_columns(&mut self, first: u32, count: u32) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.hidden_columns.push((first, count));
        }
    }

    /// Puts the paragraphs of a text box below the sheet.
    ///
    /// # Errors
    /// More text than a report may have.
    pub(super) fn text_box(&mut self, mut lines: Vec<String>) -> Result<(), ReadError> {
        lines.retain(|line| crate::text::shows(line));
        self.boxes += usize::from(!lines.is_empty());
        for line in &lines {
            self.budget.text(line)?;
        }
        self.sheets.last_mut().into_iter().for_each(|sheet| sheet.boxes.append(&mut lines));
        Ok(())
    }

    /// Adds paragraphs and tables to the document, sheet by sheet.
    pub(super) fn finish(self, builder: &mut Builder) {
        if let [name, ..] = self.hidden.as_slice() {
            let count = self.hidden.len();
            builder.note(format!(
                "有 {count} 个隐藏的工作表未读取（{name}{}）",
                if count > 1 { " 等" } else { "" }
            ));
        }
        let several = self.sheets.iter().filter(|sheet| !sheet.texts.is_empty()).count() > 1;
        if self.boxes > 0 {
            builder.note(format!("有 {} 个文本框，其文字排在所在工作表之后", self.boxes));
        }
        for mut sheet in self.sheets {
            let name = std::mem::take(&mut sheet.name);
            let boxes = std::mem::take(&mut sheet.boxes);
            let (areas, hidden) = areas::areas(sheet);
            if let (rows, columns) = hidden
                && rows + columns > 0
            {
                let what = match (rows, columns) {
                    (rows, 0) => format!("{rows} 行"),
                    (0, columns) => format!("{columns} 列"),
                    (rows, columns) => format!("{rows} 行、{columns} 列"),
                };
                builder.note(format!("工作表“{name}”中有 {what}隐藏的内容未读取"));
            }
            for areas in beside::divide(areas) {
                regions::emit(areas, Some(name.as_str()).filter(|_| several), builder);
            }
            for line in boxes {
                builder.paragraph(line, None);
            }
        }
    }
}

#[cfg(test)]
mod tests;

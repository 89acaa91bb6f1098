//! A table of a text document (9), brought into the form that all word processors' tables are judged in.

use crate::read::ReadError;
use crate::read::block::{Block, Merge, RawCell, RawRow, RawTable};
use crate::read::limits::{self, Budget};
use crate::read::xml::Element;

/// Columns that repeated cells may reach: what lies beyond is clipped anyway.
const COLUMNS: usize = 4 * limits::COLUMNS;

/// A table as read so far.
#[derive(Debug, Default)]
pub(super) struct Table {
    raw: RawTable,
    /// Cells that reach down: first column, columns, and how many more rows.
    down: Vec<(u32, u32, u32)>,
    /// Those that began in the row being read.
    new: Vec<(u32, u32, u32)>,
    /// Where the next cell of the row stands.
    column: u32,
    /// Columns up to here are covered by the cell before.
    until: u32,
    /// How often the row and the cell being read come.
    row_times: usize,
    cell_times: usize,
}

fn number(element: &Element<'_>, name: &str) -> u32 {
    element.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

fn times(element: &Element<'_>, name: &str, most: usize) -> usize {
    usize::try_from(number(element, name)).unwrap_or(most).min(most)
}

impl Table {
    /// A column of the given width in twips.
    pub(super) fn column(&mut self, element: &Element<'_>, width: Option<u32>) {
        let room = COLUMNS.saturating_sub(self.raw.widths.len());
        let times = times(element, "number-columns-repeated", room);
        self.raw.widths.extend(std::iter::repeat_n(width.unwrap_or(0), times));
    }

    /// A row begins.
    pub(super) fn row(&mut self, element: &Element<'_>) {
        self.raw.rows.push(RawRow::default());
        self.row_times = times(element, "number-rows-repeated", limits::ROWS + 1);
        (self.column, self.until) = (0, 0);
    }

    /// A cell begins.
    pub(super) fn cell(&mut self, element: &Element<'_>) {
        let span = number(element, "number-columns-spanned");
        let rows = number(element, "number-rows-spanned");
        self.cell_times = times(element, "number-columns-repeated", COLUMNS);
        if rows > 1 {
            self.new.push((self.column, span, rows - 1));
        }
        self.until = self.column.saturating_add(span);
        let vertical = if rows > 1 { Merge::Restart } else { Merge::None };
        self.push(RawCell { span, vertical, ..RawCell::default() });
        let width = if span > 1 { 1 } else { u32::try_from(self.cell_times).unwrap_or(1) };
        self.column = self.column.saturating_add(width);
    }

    /// Cells that another one covers: from the left, or from above.
    pub(super) fn covered(&mut self, element: &Element<'_>) {
        for _ in 0..times(element, "number-columns-repeated", COLUMNS) {
            if self.column >= self.until {
                let above = self.down.iter().find(|&&(first, ..)| first == self.column);
                let (span, vertical) =
                    above.map_or((1, Merge::None), |&(_, span, _)| (span, Merge::Continue));
                self.push(RawCell { span, vertical, ..RawCell::default() });
                self.until = self.column.saturating_add(span);
            }
            self.column = self.column.saturating_add(1);
        }
    }

    fn push(&mut self, cell: RawCell) {
        if let Some(row) = self.raw.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    /// Gives the cell being read its content.
    pub(super) fn end_cell(&mut self, mut blocks: Vec<Block>) {
        if let Some(cell) = self.raw.cell() {
            cell.blocks.append(&mut blocks);
        }
    }

    /// Ends a cell that may come several times.
    pub(super) fn repeat_cell(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        let times = std::mem::replace(&mut self.cell_times, 1);
        let Some(row) = self.raw.rows.last_mut() else { return Ok(()) };
        let Some(cell) = row.cells.last() else { return Ok(()) };
        for cell in std::iter::repeat_n(cell.clone(), times.saturating_sub(1)) {
            charge(&cell, budget)?;
            row.cells.push(cell);
        }
        Ok(())
    }

    /// A row ends, which may come several times.
    pub(super) fn end_row(&mut self, budget: &mut Budget) -> Result<(), ReadError> {
        let times = std::mem::replace(&mut self.row_times, 1);
        self.down.iter_mut().for_each(|cell| cell.2 = cell.2.saturating_sub(1));
        self.down.retain(|cell| cell.2 > 0);
        self.down.append(&mut self.new);
        let Some(row) = self.raw.rows.last().cloned() else { return Ok(()) };
        for row in std::iter::repeat_n(row, times.saturating_sub(1)) {
            for cell in &row.cells {
                charge(cell, budget)?;
            }
            self.raw.rows.push(row);
        }
        Ok(())
    }

    /// The blocks that the table means.
    pub(super) fn finish(mut self) -> Vec<Block> {
        // A width that is not known makes all of them worthless.
        if self.raw.widths.contains(&0) {
            self.raw.widths.clear();
        }
        self.raw.finish()
    }
}

/// Counts a copy of a cell against the limits.
fn charge(cell: &RawCell, budget: &mut Budget) -> Result<(), ReadError> {
    budget.node()?;
    for block in &cell.blocks {
        match block {
            Block::Paragraph(text, _) => budget.text(text)?,
            Block::Table(grid) => {
                for (_, text) in &grid.cells {
                    budget.node()?;
                    budget.text(text)?;
                }
            }
            Block::Embedded(_) => {}
        }
    }
    Ok(())
}

//! Rows of a table as RTF says them: cells by the distance of their right edges (`\cellx`), not by columns of a grid.

use crate::read::block::{Block, Merge};
use crate::read::colour::Colour;
use crate::read::edges::{self, Placed};
use crate::read::limits;

/// Cells that a row may define: some four times the limit on columns, since phantom ones go later.
const CELLS: usize = 4 * limits::COLUMNS;
/// The properties of a cell (`\clmgf` … `\cellx`).
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct CellProperties {
    /// Its right edge in twips.
    right: i32,
    /// `\clmrg`: it is the rest of the one to the left.
    pub(super) joins_left: bool,
    /// `\clvmgf` and `\clvmrg`.
    pub(super) vertical: Merge,
    /// `\cldel`: a tracked change took it out.
    pub(super) deleted: bool,
    /// `\clcbpat`: its ground.
    pub(super) ground: Option<Colour>,
}

/// The properties of a row (`\trowd` … `\cellx`), which hold until the next `\trowd`.
#[derive(Debug, Default, Clone)]
pub(super) struct RowProperties {
    /// `\trleft`.
    pub(super) left: i32,
    /// The properties of the cell whose `\cellx` is yet to come.
    pub(super) next: CellProperties,
    cells: Vec<CellProperties>,
}

impl RowProperties {
    /// `\cellxN`, which ends the properties of a cell.
    pub(super) fn end_cell(&mut self, right: i32) {
        let cell = CellProperties { right, ..std::mem::take(&mut self.next) };
        if self.cells.len() < CELLS {
            self.cells.push(cell);
        }
    }

    /// The ground of a cell.
    pub(super) fn ground(&self, column: usize) -> Option<Colour> {
        self.cells.get(column)?.ground
    }

    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Puts together what was said of the cells and what is in them. Where writers say the one without the other, cells
    /// go on to the right or are empty.
    fn row(&self, mut contents: Vec<Vec<Block>>) -> Vec<Placed> {
        contents.resize_with(contents.len().max(self.cells.len()), Vec::new);
        let width = self.cells.last().map_or(0, |cell| cell.right.saturating_sub(self.left))
            / i32::try_from(self.cells.len().max(1)).unwrap_or(1);
        let mut row: Vec<Placed> = Vec::with_capacity(contents.len());
        let mut left = self.left;
        let mut properties = self.cells.iter();
        let mut deleted = !contents.is_empty();
        for blocks in contents {
            let cell = properties.next().copied().unwrap_or_default();
            let right =
                if cell.right > left { cell.right } else { left.saturating_add(width.clamp(1, 1000)) };
            deleted &= cell.deleted;
            match row.last_mut() {
                Some(before) if cell.joins_left => {
                    before.right = right;
                    before.blocks.extend(blocks);
                }
                _ => row.push(Placed { left, right, vertical: cell.vertical, blocks }),
            }
            left = right;
        }
        if deleted { Vec::new() } else { row }
    }
}

/// A table whose rows come one after the other.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Placed>>,
    /// Finished cells of the row that is being read.
    cells: Vec<Vec<Block>>,
    /// What is in the cell that is being read.
    pub(super) cell: Vec<Block>,
}

impl Table {
    /// `\cell`, `\nestcell`.
    pub(super) fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
    }

    /// How many cells of the row are finished.
    pub(super) fn cells(&self) -> usize {
        self.cells.len()
    }

    /// `\row`, `\nestrow`. What stands behind the last cell is a cell if the row has room for one.
    pub(super) fn end_row(&mut self, properties: &RowProperties) {
        if !self.cell.is_empty() {
            if self.cells.is_empty() || self.cells.len() < properties.len() {
                self.end_cell();
            } else if let Some(last) = self.cells.last_mut() {
                last.append(&mut self.cell);
            }
        }
        if !self.cells.is_empty() {
            self.rows.push(properties.row(std::mem::take(&mut self.cells)));
        }
    }

    /// The blocks that the table means.
    pub(super) fn finish(mut self, properties: &RowProperties) -> Vec<Block> {
        self.end_row(properties);
        edges::table(self.rows).finish()
    }
}

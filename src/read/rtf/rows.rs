//! Rows of a table as RTF says them: cells by the distance of their right edges (`\cellx`), not by columns of a grid.

use crate::read::limits;
use crate::read::table::{Block, Merge, RawCell, RawRow, RawTable};

/// Cells that a row may define: some four times the limit on columns, since phantom ones go later.
const CELLS: usize = 4 * limits::COLUMNS;
/// Edges nearer than this, in twips, are one edge that was dragged by a hair.
const HAIR: i32 = 20;

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

    /// How many cells the row has.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// Puts together what was said of the cells and what is in them. Where writers say the one without the other, cells
    /// go on to the right or are empty.
    fn row(&self, mut contents: Vec<Vec<Block>>) -> Row {
        contents.resize_with(contents.len().max(self.cells.len()), Vec::new);
        let width = self.cells.last().map_or(0, |cell| cell.right.saturating_sub(self.left))
            / i32::try_from(self.cells.len().max(1)).unwrap_or(1);
        let mut row = Row { left: self.left, cells: Vec::with_capacity(contents.len()) };
        let mut left = self.left;
        let mut properties = self.cells.iter();
        let mut deleted = !contents.is_empty();
        for blocks in contents {
            let cell = properties.next().copied().unwrap_or_default();
            let right =
                if cell.right > left { cell.right } else { left.saturating_add(width.clamp(1, 1000)) };
            left = right;
            deleted &= cell.deleted;
            match row.cells.last_mut() {
                Some(before) if cell.joins_left => {
                    before.right = right;
                    before.blocks.extend(blocks);
                }
                _ => row.cells.push(Cell { right, vertical: cell.vertical, blocks }),
            }
        }
        if deleted { Row { left: self.left, cells: Vec::new() } } else { row }
    }
}

#[derive(Debug)]
struct Cell {
    right: i32,
    vertical: Merge,
    blocks: Vec<Block>,
}

#[derive(Debug)]
struct Row {
    left: i32,
    cells: Vec<Cell>,
}

/// A table whose rows come one after the other.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
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
        let edges = Edges::of(&self.rows);
        let mut table = RawTable { widths: edges.widths(), rows: Vec::with_capacity(self.rows.len()) };
        for row in self.rows.into_iter().filter(|row| !row.cells.is_empty()) {
            let mut raw = RawRow { before: edges.column(row.left), ..RawRow::default() };
            let mut left = raw.before;
            for mut cell in row.cells {
                let right = edges.column(cell.right);
                let span = right.saturating_sub(left);
                left = left.max(right);
                match raw.cells.last_mut() {
                    // A cell of no width: a phantom, which has no text.
                    Some(before) if span == 0 => before.blocks.append(&mut cell.blocks),
                    _ => raw.cells.push(RawCell {
                        span,
                        vertical: cell.vertical,
                        horizontal: Merge::None,
                        blocks: cell.blocks,
                    }),
                }
            }
            table.rows.push(raw);
        }
        table.finish()
    }
}

/// The vertical lines of a table from left to right, each with the first and the last edge that lie on it.
#[derive(Debug)]
struct Edges(Vec<(i32, i32)>);

impl Edges {
    fn of(rows: &[Row]) -> Self {
        let mut all: Vec<i32> = Vec::new();
        let mut most = 1;
        for row in rows.iter().filter(|row| !row.cells.is_empty()) {
            all.push(row.left);
            all.extend(row.cells.iter().map(|cell| cell.right));
            most = most.max(row.cells.len());
        }
        all.sort_unstable();
        all.dedup();
        let total = all.last().zip(all.first()).map_or(0, |(last, first)| last.saturating_sub(*first));
        // Some writers give any small numbers for want of a layout: then the hair is a part of them.
        let columns = i32::try_from(most).unwrap_or(i32::MAX).saturating_mul(4);
        let hair = HAIR.min(total / columns.max(1));
        let mut lines: Vec<(i32, i32)> = Vec::new();
        for edge in all {
            match lines.last_mut() {
                Some((first, last)) if edge.saturating_sub(*first) < hair => *last = edge,
                _ => lines.push((edge, edge)),
            }
        }
        Self(lines)
    }

    /// The number of the line that an edge lies on.
    fn column(&self, edge: i32) -> u32 {
        u32::try_from(self.0.partition_point(|&(_, last)| last < edge)).unwrap_or(u32::MAX)
    }

    fn widths(&self) -> Vec<u32> {
        let gap = |pair: &[(i32, i32)]| match pair {
            [left, right] => u32::try_from(right.0.saturating_sub(left.0)).unwrap_or(0),
            _ => 0,
        };
        self.0.windows(2).map(gap).collect()
    }
}

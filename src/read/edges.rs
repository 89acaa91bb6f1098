//! Rows of cells that are told by their edges, as in doc and rtf → cells in columns of one grid.

use super::block::{Block, Merge, RawCell, RawRow, RawTable};
use super::grid::SAME;

/// A cell between its edges, which are in twips.
#[derive(Debug)]
pub(super) struct Placed {
    /// Its left edge.
    pub(super) left: i32,
    /// Its right edge, not before the left one.
    pub(super) right: i32,
    /// How it continues the cell above.
    pub(super) vertical: Merge,
    /// What is in it.
    pub(super) blocks: Vec<Block>,
}

impl Placed {
    fn width(&self) -> i32 {
        self.right.saturating_sub(self.left)
    }
}

/// The table that rows of cells mean; rows without cells are none.
pub(super) fn table(mut rows: Vec<Vec<Placed>>) -> RawTable {
    let same = tolerance(&rows);
    for row in &mut rows {
        drop_phantoms(row, same);
    }
    let lines = lines(&rows, same);
    let place = |x: i32| {
        u32::try_from(lines.partition_point(|line| *line <= x)).unwrap_or(u32::MAX).saturating_sub(1)
    };
    let width = |pair: &[i32]| if let [left, right] = pair { left.abs_diff(*right) } else { 0 };
    let mut table = RawTable { widths: lines.windows(2).map(width).collect(), ..RawTable::default() };
    for row in rows {
        let before = row.first().map_or(0, |cell| place(cell.left));
        let mut column = before;
        let mut cells = Vec::with_capacity(row.len());
        for cell in row {
            // A gap that a phantom cell left belongs to the cell after it.
            let end = place(cell.right).max(column.saturating_add(1));
            let Placed { vertical, blocks, .. } = cell;
            cells.push(RawCell {
                span: end - column,
                vertical,
                horizontal: Merge::None,
                blocks,
                deleted: false,
            });
            column = end;
        }
        if !cells.is_empty() {
            table.rows.push(RawRow { before, deleted: false, cells });
        }
    }
    table
}

/// [`SAME`], unless the table is so small that it would be a quarter of a column: for want of a layout, some writers give
/// any small numbers.
fn tolerance(rows: &[Vec<Placed>]) -> i32 {
    let cells = || rows.iter().flatten();
    let ends = cells().map(|cell| cell.left).min().zip(cells().map(|cell| cell.right).max());
    let width = ends.map_or(0, |(left, right)| right.saturating_sub(left));
    let most = rows.iter().map(Vec::len).max().unwrap_or(0).max(1);
    let quarter = width / i32::try_from(most).unwrap_or(i32::MAX).saturating_mul(4);
    quarter.min(i32::try_from(SAME).unwrap_or(i32::MAX))
}

/// Drops empty cells of no width; what is beside each takes its place.
fn drop_phantoms(row: &mut Vec<Placed>, same: i32) {
    let mut kept: Vec<Placed> = Vec::with_capacity(row.len());
    let mut left = None;
    for mut cell in row.drain(..) {
        if cell.width() < same && !cell.blocks.iter().any(Block::shows) {
            match kept.last_mut() {
                Some(last) => last.right = cell.right,
                None => left = left.or(Some(cell.left)),
            }
        } else {
            cell.left = left.take().unwrap_or(cell.left);
            kept.push(cell);
        }
    }
    *row = kept;
}

/// The vertical lines of a table: the edges of all rows, near ones taken together unless a row uses both. Each stands
/// at the first of its edges.
fn lines(rows: &[Vec<Placed>], same: i32) -> Vec<i32> {
    let mut edges: Vec<(i32, usize)> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        edges.extend(row.iter().flat_map(|cell| [(cell.left, number), (cell.right, number)]));
    }
    edges.sort_unstable();
    edges.dedup();
    // For each row the last line that it uses.
    let mut used = vec![usize::MAX; rows.len()];
    let mut lines: Vec<i32> = Vec::new();
    let mut last = i32::MIN;
    for (x, row) in edges {
        let line = lines.len().wrapping_sub(1);
        let near = lines.last().is_some_and(|start| x.saturating_sub(*start) < same);
        let Some(used) = used.get_mut(row) else { continue };
        if x != last && (!near || *used == line) {
            lines.push(x);
        }
        *used = lines.len().wrapping_sub(1);
        last = x;
    }
    lines
}

//! Rows of tables (MS-DOC 2.4.3, 2.6.3): the edges of their cells and which of them are merged.

use super::shape::Shape;
use crate::read::block::{Block, Merge};
use crate::read::edges::{self, Placed};

/// The width assumed for cells whose edges are not told.
const USUAL: i32 = 1440;

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    rows: Vec<Vec<Placed>>,
    /// The finished cells of the row.
    cells: Vec<Vec<Block>>,
    /// What is in the cell so far.
    pub(super) cell: Vec<Block>,
}

impl OpenTable {
    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
    }

    /// Ends a row, which is left out if a tracked change deleted it.
    pub(super) fn end_row(&mut self, mut shape: Shape, deleted: bool) {
        if !self.cell.is_empty() {
            self.end_cell();
        }
        let contents = std::mem::take(&mut self.cells);
        if deleted {
            return;
        }
        while shape.edges.len() <= contents.len() {
            shape.edges.push(shape.edges.last().map_or(0, |edge| edge.saturating_add(USUAL)));
        }
        let mut row: Vec<Placed> = Vec::with_capacity(contents.len());
        // The first flag of a group of horizontally merged cells. Specification and programs disagree which of 1 and 2 it
        // is, so whatever comes first begins the group.
        let mut group = 0;
        let pairs = shape.edges.iter().zip(shape.edges.iter().skip(1));
        for (at, (blocks, (&left, &right))) in contents.into_iter().zip(pairs).enumerate() {
            let flags = shape.flags.get(at).copied().unwrap_or(0);
            let (horizontal, right) = (flags & 3, right.max(left));
            let goes_on = group != 0 && horizontal != 0 && horizontal != 3 && horizontal != group;
            if let Some(last) = row.last_mut().filter(|_| goes_on) {
                last.right = right;
                last.blocks.extend(blocks);
                continue;
            }
            group = horizontal;
            let vertical = match flags & 0x60 {
                0x20 => Merge::Continue,
                0x60 | 0x40 => Merge::Restart,
                _ => Merge::None,
            };
            row.push(Placed { left, right, vertical, blocks });
        }
        self.rows.push(row);
    }

    /// What the table means.
    pub(super) fn finish(mut self) -> Vec<Block> {
        if !self.cells.is_empty() || !self.cell.is_empty() {
            self.end_row(Shape::default(), false);
        }
        edges::table(self.rows).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of cells between edges, with flags of merging; the text of each is its number.
    fn shape(edges: &[i32], flags: &[u16]) -> Shape {
        Shape { edges: edges.to_vec(), flags: flags.to_vec(), gap: 0 }
    }

    fn fill(table: &mut OpenTable, texts: &[&str], shape: Shape, deleted: bool) {
        for text in texts {
            table.cell.push(Block::Paragraph((*text).into(), None));
            table.end_cell();
        }
        table.end_row(shape, deleted);
    }

    /// First column, columns and text of each cell, row by row.
    fn show(table: OpenTable) -> Vec<String> {
        let mut shown = Vec::new();
        for block in table.finish() {
            match block {
                Block::Paragraph(text, _) => shown.push(text),
                Block::Table(grid) => shown.extend(grid.cells.iter().map(|(at, text)| {
                    format!("{},{}+{}×{} {text}", at.row, at.column, at.row_span, at.column_span)
                })),
                Block::Embedded(_) => {}
            }
        }
        shown
    }

    #[test]
    fn horizontal_merges_in_either_notation_and_deleted_rows() {
        for (first, rest) in [(1, 2), (2, 1), (3, 1)] {
            let mut table = OpenTable::default();
            fill(&mut table, &["a", "", "b"], shape(&[0, 500, 1000, 1500], &[first, rest, 0]), false);
            fill(&mut table, &["x", "y", "z"], shape(&[0, 500, 1000, 1500], &[0, 0, 0]), true);
            fill(&mut table, &["c", "d", "e"], shape(&[0, 500, 1000, 1500], &[0x60, 0, 0]), false);
            fill(&mut table, &["", "f", "g"], shape(&[0, 500, 1000, 1500], &[0x20, 0, 0]), false);
            let want =
                ["0,0+1×2 a", "0,2+1×1 b", "1,0+2×1 c", "1,1+1×1 d", "1,2+1×1 e", "2,1+1×1 f", "2,2+1×1 g"];
            assert_eq!(show(table), want, "{first} {rest}");
        }
    }

    #[test]
    fn near_edges_are_one_unless_a_row_uses_both() {
        let mut table = OpenTable::default();
        fill(&mut table, &["a", "b"], shape(&[-108, 700, 1500], &[0, 0]), false);
        fill(&mut table, &["c", "", "d"], shape(&[-100, 690, 712, 1510], &[0, 0, 0]), false);
        fill(&mut table, &["e"], shape(&[705, 1500], &[0]), false);
        let want = ["0,0+1×1 a", "0,1+1×1 b", "1,0+1×1 c", "1,1+1×1 d", "2,1+1×1 e"];
        assert_eq!(show(table), want);
    }

    #[test]
    fn rows_without_a_shape_have_columns_all_the_same() {
        let mut table = OpenTable::default();
        fill(&mut table, &["a", "b"], Shape::default(), false);
        fill(&mut table, &["c", "d"], Shape::default(), false);
        assert_eq!(show(table), ["0,0+1×1 a", "0,1+1×1 b", "1,0+1×1 c", "1,1+1×1 d"]);
    }
}

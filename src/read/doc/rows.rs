//! Rows of tables (MS-DOC 2.4.3, 2.6.3): the edges of their cells and which of them are merged.

use super::sprm::Sprm;
use crate::read::bytes::{i16_at, slice, u16_at};
use crate::read::table::{Block, Merge, RawCell, RawRow, RawTable};

/// Bytes of the description of a cell (2.9.321 `TC80`).
const CELL: usize = 20;
/// Edges nearer than this are one, unless a row uses both: 30 twips, half a millimetre.
const SAME_EDGE: i32 = 30;
/// The width assumed for cells whose edges are not told.
const USUAL: i32 = 1440;

/// The shape of a row.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// Where cells begin and end, in twips.
    edges: Vec<i32>,
    /// For each cell its flags of merging (2.9.327 `TCGRF`).
    flags: Vec<u16>,
    gap: i32,
}

impl Shape {
    /// The shape that the properties of a row's end give.
    pub(super) fn of(sprms: &[Sprm<'_>]) -> Self {
        let mut shape = Self::default();
        for sprm in sprms {
            shape.apply(sprm);
        }
        shape
    }

    fn apply(&mut self, sprm: &Sprm<'_>) -> Option<()> {
        let operand = sprm.operand;
        let byte = |at: usize| operand.get(at).copied().map(usize::from);
        match sprm.code {
            // sprmTDefTable
            0xd608 | 0xd606 => {
                let count = byte(0)?;
                let edge = |at| i16_at(operand, 1 + at * 2).map(i32::from);
                self.edges = (0..=count).map(edge).collect::<Option<_>>()?;
                let flags = |at| {
                    slice(operand, 1 + (count + 1) * 2 + at * CELL, 2)
                        .and_then(|two| u16_at(two, 0))
                        .unwrap_or(0)
                };
                self.flags = (0..count).map(flags).collect();
            }
            // sprmTDxaLeft, sprmTDxaGapHalf: the first edge lies half a gap before the text.
            0x9601 => {
                let by = i32::from(i16_at(operand, 0)?) - (self.edges.first()? + self.gap);
                self.edges.iter_mut().for_each(|edge| *edge += by);
            }
            0x9602 => {
                let gap = i32::from(i16_at(operand, 0)?);
                if let Some(edge) = self.edges.first_mut() {
                    *edge += self.gap - gap;
                }
                self.gap = gap;
            }
            // sprmTInsert: so many cells of a width.
            0x7621 => {
                let (first, count, width) =
                    (byte(0)?.min(self.flags.len()), byte(1)?, i32::from(i16_at(operand, 2)?));
                if count + self.flags.len() > 64 || self.edges.is_empty() {
                    return None;
                }
                for _ in 0..count {
                    let at = *self.edges.get(first)?;
                    self.edges.iter_mut().skip(first + 1).for_each(|edge| *edge = edge.saturating_add(width));
                    self.edges.insert(first + 1, at.saturating_add(width));
                    self.flags.insert(first, 0);
                }
            }
            // sprmTDelete
            0x5622 => {
                let (first, limit) = (byte(0)?, byte(1)?.min(self.flags.len()));
                let width = self.edges.get(limit)? - self.edges.get(first)?;
                if first < limit {
                    self.edges.drain(first + 1..=limit);
                    self.flags.drain(first..limit);
                    self.edges.iter_mut().skip(first + 1).for_each(|edge| *edge -= width);
                }
            }
            // sprmTDxaCol: cells first to limit get a width.
            0x7623 => {
                let (first, limit, width) = (byte(0)?, byte(1)?, i32::from(i16_at(operand, 2)?));
                for cell in first..limit.min(self.flags.len()) {
                    let by = self.edges.get(cell)?.saturating_add(width) - self.edges.get(cell + 1)?;
                    self.edges.iter_mut().skip(cell + 1).for_each(|edge| *edge = edge.saturating_add(by));
                }
            }
            // sprmTMerge, sprmTSplit
            0x5624 | 0x5625 => {
                let (first, limit) = (byte(0)?, byte(1)?);
                for (at, flags) in self.flags.iter_mut().enumerate().take(limit).skip(first) {
                    let merged = if at == first { 1 } else { 2 };
                    *flags = (*flags & !3) | if sprm.code == 0x5624 { merged } else { 0 };
                }
            }
            // sprmTVertMerge
            0xd62b => {
                let flags = self.flags.get_mut(byte(0)?)?;
                *flags = (*flags & !0x60) | (u16::try_from(byte(1)?).ok()? & 3) << 5;
            }
            _ => {}
        }
        Some(())
    }
}

/// A cell between its edges.
#[derive(Debug)]
struct Cell {
    left: i32,
    right: i32,
    vertical: Merge,
    blocks: Vec<Block>,
}

/// A table that is being read.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    rows: Vec<Vec<Cell>>,
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
        let mut row: Vec<Cell> = Vec::with_capacity(contents.len());
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
            row.push(Cell { left, right, vertical, blocks });
        }
        self.rows.push(row);
    }

    /// What the table means.
    pub(super) fn finish(mut self) -> Vec<Block> {
        if !self.cells.is_empty() || !self.cell.is_empty() {
            self.end_row(Shape::default(), false);
        }
        self.rows.iter_mut().for_each(drop_phantoms);
        let columns = columns(&self.rows);
        let place = |x: i32| {
            u32::try_from(columns.partition_point(|column| *column <= x)).unwrap_or(0).saturating_sub(1)
        };
        let widths = columns
            .windows(2)
            .map(|pair| match pair {
                [left, right] => left.abs_diff(*right),
                _ => 0,
            })
            .collect();
        let mut table = RawTable { widths, ..RawTable::default() };
        for row in self.rows {
            let before = row.first().map_or(0, |cell| place(cell.left));
            let mut column = before;
            let mut cells = Vec::with_capacity(row.len());
            for cell in row {
                // A gap that a phantom cell left belongs to the cell after it.
                let end = place(cell.right).max(column + 1);
                let Cell { vertical, blocks, .. } = cell;
                cells.push(RawCell { span: end - column, vertical, horizontal: Merge::None, blocks });
                column = end;
            }
            if !cells.is_empty() {
                table.rows.push(RawRow { before, deleted: false, cells });
            }
        }
        table.finish()
    }
}

/// Drops empty cells of no width; what is beside each takes its place.
fn drop_phantoms(row: &mut Vec<Cell>) {
    let mut kept: Vec<Cell> = Vec::with_capacity(row.len());
    let mut left = None;
    for mut cell in row.drain(..) {
        if cell.right - cell.left < SAME_EDGE && !cell.blocks.iter().any(Block::shows) {
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
fn columns(rows: &[Vec<Cell>]) -> Vec<i32> {
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
        let near = lines.last().is_some_and(|start| x - start < SAME_EDGE);
        let Some(used) = used.get_mut(row) else { continue };
        if x != last && (!near || *used == line) {
            lines.push(x);
        }
        *used = lines.len().wrapping_sub(1);
        last = x;
    }
    lines
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

    #[test]
    fn later_properties_change_the_shape() {
        let mut operand = vec![2, 0, 0, 0xe8, 3, 0xd0, 7];
        operand.resize(7 + 2 * CELL, 0);
        let sprm = |code, operand: &'static [u8]| Sprm { code, operand };
        let list = [
            Sprm { code: 0xd608, operand: &operand },
            sprm(0x7621, &[1, 1, 100, 0]),
            sprm(0x7623, &[0, 1, 50, 0]),
            sprm(0x5624, &[0, 2]),
            sprm(0xd62b, &[2, 3]),
            sprm(0x9601, &[10, 0]),
        ];
        let got = Shape::of(&list);
        assert_eq!((got.edges, got.flags), (vec![10, 60, 160, 1160], vec![1, 2, 0x60]));
        let got = Shape::of(&[list[0], list[1], sprm(0x5622, &[0, 2])]);
        assert_eq!((got.edges, got.flags), (vec![0, 1000], vec![0]));
    }
}

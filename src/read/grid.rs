//! Tidies the grid of a table that a word processor wrote: phantom grid lines go, hostile sizes are clipped.
//!
//! Word processors number columns by all vertical lines that any row uses. A line that was dragged by a hair in some
//! rows makes an extra column: `LibreOffice` writes the fifteen columns of a table as sixteen, one of them 1/20 pt wide.

use super::limits;
use crate::document::{Builder, CellSpan};

/// Edges nearer than this are one line that was dragged by a hair, unless a row uses both: 30 twips, half a millimetre.
pub(super) const SAME: u32 = 30;

/// Columns looked at before tidying: some four times the limit on columns, so that phantom ones do not count.
const RAW_COLUMNS: u32 = 250;

/// A table as a reader found it.
#[derive(Debug, Default, Clone)]
pub(super) struct Grid {
    /// Cells, none covering another, in any order.
    pub(super) cells: Vec<(CellSpan, String)>,
    /// Width of each column in twips (1/20 pt), if the source tells it.
    pub(super) widths: Option<Vec<u32>>,
}

impl Grid {
    /// Tidies the grid and adds it to the document, with a note if something had to be clipped.
    pub(super) fn emit(mut self, builder: &mut Builder) {
        self.cells.retain_mut(|(at, _)| {
            let end = at.column.saturating_add(at.column_span.max(1)).min(RAW_COLUMNS);
            at.column_span = end.saturating_sub(at.column);
            at.row_span = at.row_span.max(1);
            at.column_span > 0
        });
        let rows = self.drop_unused_rows();
        self.clip_rows(rows, builder);
        self.drop_phantom_columns();
        self.clip_columns(builder);
        if !self.cells.is_empty() {
            builder.table(self.cells);
        }
    }

    /// Removes rows in which no cell begins: they have no height. Returns the number of rows left.
    fn drop_unused_rows(&mut self) -> u32 {
        let mut starts: Vec<u32> = self.cells.iter().map(|(at, _)| at.row).collect();
        crate::sorted::sort_by_key(&mut starts, |&start| start);
        starts.dedup();
        let map = |row: u32| u32::try_from(starts.partition_point(|&start| start < row)).unwrap_or(u32::MAX);
        for (at, _) in &mut self.cells {
            let end = map(at.row.saturating_add(at.row_span));
            at.row = map(at.row);
            at.row_span = end.saturating_sub(at.row).max(1);
        }
        u32::try_from(starts.len()).unwrap_or(u32::MAX)
    }

    fn clip_rows(&mut self, rows: u32, builder: &mut Builder) {
        let most = u32::try_from(limits::ROWS).unwrap_or(u32::MAX);
        if rows > most {
            builder.note(format!("有一张表格超过 {most} 行，后面的 {} 行未读取", rows - most));
            self.cells.retain(|(at, _)| at.row < most);
            for (at, _) in &mut self.cells {
                at.row_span = at.row_span.min(most.saturating_sub(at.row));
            }
        }
    }

    fn clip_columns(&mut self, builder: &mut Builder) {
        let most = u32::try_from(limits::COLUMNS).unwrap_or(u32::MAX);
        let columns = self.cells.iter().map(|(at, _)| at.column + at.column_span).max().unwrap_or(0);
        if columns > most {
            builder.note(format!("有一张表格超过 {most} 列，后面的列未读取"));
            self.cells.retain(|(at, _)| at.column < most);
            for (at, _) in &mut self.cells {
                at.column_span = at.column_span.min(most.saturating_sub(at.column));
            }
        }
    }

    fn drop_phantom_columns(&mut self) {
        let mut lines = Lines::of(&self.cells, self.widths.as_deref());
        lines.merge();
        let at_line = lines.numbers();
        let new = |line: u32| at_line.get(line as usize).copied().unwrap_or(line);
        self.cells.retain_mut(|(at, _)| {
            let end = new(at.column + at.column_span);
            at.column = new(at.column);
            at.column_span = end.saturating_sub(at.column);
            at.column_span > 0
        });
    }
}

/// A vertical line of the grid, perhaps merged from several.
#[derive(Debug, Clone)]
struct Line {
    /// The last original line merged into this one.
    last: usize,
    /// Distance from the left edge in twips, if known.
    x: Option<u32>,
    /// The rows in which a cell with text begins or ends here, as a bit set.
    rows: Vec<u64>,
}

/// The vertical lines of a grid from left to right.
#[derive(Debug)]
struct Lines {
    lines: Vec<Line>,
    /// Half the mean width of a column, if known: lines further apart are meant.
    near: Option<u32>,
}

impl Lines {
    fn of(cells: &[(CellSpan, String)], widths: Option<&[u32]>) -> Self {
        let columns = cells.iter().map(|(at, _)| at.column + at.column_span).max().unwrap_or(0) as usize;
        let words = cells.iter().map(|(at, _)| at.row + at.row_span).max().unwrap_or(0) as usize / 64 + 1;
        let widths = widths.filter(|widths| widths.len() >= columns);
        let mut x = widths.map(|_| 0_u32);
        let mut lines = Vec::with_capacity(columns + 1);
        for last in 0..=columns {
            lines.push(Line { last, x, rows: vec![0; words] });
            x = x
                .zip(widths.and_then(|widths| widths.get(last)))
                .map(|(x, width)| x.saturating_add(*width))
                .or(x);
        }
        for (at, text) in cells {
            // An empty cell of no width is what a phantom column holds in some rows; it must not keep the column alive.
            let width = (at.column..at.column + at.column_span)
                .try_fold(0_u32, |sum, column| Some(sum.saturating_add(*widths?.get(column as usize)?)));
            if text.is_empty() && width.is_some_and(|width| width < SAME) {
                continue;
            }
            for line in [at.column, at.column + at.column_span] {
                if let Some(line) = lines.get_mut(line as usize) {
                    for row in at.row..at.row + at.row_span {
                        if let Some(word) = line.rows.get_mut(row as usize / 64) {
                            *word |= 1 << (row % 64);
                        }
                    }
                }
            }
        }
        let total =
            widths.map(|widths| widths.iter().take(columns).fold(0_u32, |sum, w| sum.saturating_add(*w)));
        let near = total.map(|total| total / u32::try_from(columns.max(1)).unwrap_or(1) / 2);
        Self { lines, near }
    }

    /// Merges pairs of neighbours that no row uses both of: near ones first, then the pair that most rows use.
    fn merge(&mut self) {
        while let Some((left, _)) = self
            .lines
            .windows(2)
            .enumerate()
            .filter_map(|(at, pair)| match pair {
                [left, right] => Some((at, self.worth(left, right)?)),
                _ => None,
            })
            // The first of equals, so that the outcome does not depend on how ties fall.
            .rev()
            .max_by_key(|&(_, worth)| worth)
        {
            let right = self.lines.remove(left + 1);
            if let Some(line) = self.lines.get_mut(left) {
                line.last = right.last;
                for (word, other) in line.rows.iter_mut().zip(right.rows) {
                    *word |= other;
                }
            }
        }
    }

    /// How good it is to merge two neighbours; `None` if it must not be done.
    fn worth(&self, left: &Line, right: &Line) -> Option<(bool, u32)> {
        if left.rows.iter().zip(&right.rows).any(|(a, b)| a & b != 0) {
            return None;
        }
        let distance = right.x.zip(left.x).map(|(right, left)| right.saturating_sub(left));
        let same = distance.is_some_and(|distance| distance < SAME);
        if distance.zip(self.near).is_some_and(|(distance, near)| distance > near) {
            return None;
        }
        let rows = left.rows.iter().zip(&right.rows).map(|(a, b)| (a | b).count_ones()).sum();
        Some((same, rows))
    }

    /// The new number of each original line.
    fn numbers(&self) -> Vec<u32> {
        let mut numbers = Vec::new();
        for (number, line) in (0..).zip(&self.lines) {
            numbers.resize(line.last + 1, number);
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Format};

    type Spans = Vec<(u32, u32, u32, u32)>;
    type Cells<'a> = [(u32, u32, u32, u32, &'a str)];

    fn tidy(cells: &Cells<'_>, widths: Option<&[u32]>) -> (Spans, Vec<String>) {
        let mut builder = Builder::new(Format::Html);
        let cells = cells.iter().map(|&(row, column, row_span, column_span, text)| {
            (CellSpan { row, column, row_span, column_span }, text.to_owned())
        });
        Grid { cells: cells.collect(), widths: widths.map(<[u32]>::to_vec) }.emit(&mut builder);
        let document = builder.finish();
        let cells = document.blocks.iter().flat_map(|block| match block {
            Block::Table(table) => table.cells.clone(),
            Block::Paragraph(_) => Vec::new(),
        });
        (cells.map(|c| (c.row, c.column, c.row_span, c.column_span)).collect(), document.notes)
    }

    /// Two rows whose middle line differs by a hair.
    const HAIR: &Cells<'_> = &[(0, 0, 1, 1, "a"), (0, 1, 1, 2, "b"), (1, 0, 1, 2, "c"), (1, 2, 1, 1, "d")];
    const SQUARE: [(u32, u32, u32, u32); 4] = [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)];

    #[test]
    fn a_column_of_a_hair_goes() {
        assert_eq!(tidy(HAIR, Some(&[700, 1, 700])).0, SQUARE);
        assert_eq!(tidy(HAIR, None).0, SQUARE);
    }

    #[test]
    fn lines_far_apart_are_meant() {
        assert_eq!(
            tidy(HAIR, Some(&[700, 600, 700])).0,
            [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 1, 2), (1, 2, 1, 1)]
        );
    }

    #[test]
    fn a_column_that_one_row_uses_stays_and_one_that_none_uses_goes() {
        let cells =
            [(0, 0, 1, 3, "a"), (0, 3, 1, 1, "b"), (1, 0, 1, 1, "c"), (1, 1, 1, 2, "d"), (1, 3, 1, 1, "")];
        let want = [(0, 0, 1, 2), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)];
        assert_eq!(tidy(&cells, None).0, want);
    }

    #[test]
    fn the_pair_that_makes_most_rows_agree_is_merged() {
        // Line 1 is used by row 0, line 2 by rows 1 and 2, line 3 by row 0 and 3: merging 1 with 2 makes three agree.
        let cells = [
            (0, 0, 1, 1, "a"),
            (0, 1, 1, 2, "b"),
            (0, 3, 1, 1, "c"),
            (1, 0, 1, 2, "d"),
            (1, 2, 1, 1, "e"),
            (1, 3, 1, 1, "f"),
            (2, 0, 1, 2, "g"),
            (2, 2, 1, 1, "h"),
            (2, 3, 1, 1, "i"),
        ];
        let want: Vec<_> = (0..3).flat_map(|row| (0..3).map(move |column| (row, column, 1, 1))).collect();
        assert_eq!(tidy(&cells, None).0, want);
    }

    #[test]
    fn rows_without_a_cell_of_their_own_go() {
        let cells = [(0, 0, 2, 1, "a"), (0, 1, 2, 1, "b"), (2, 0, 1, 1, "c"), (2, 1, 1, 1, "d")];
        assert_eq!(tidy(&cells, None).0, SQUARE);
    }

    #[test]
    fn clipping_is_said() {
        let most = u32::try_from(limits::ROWS).unwrap_or(0);
        let rows = |n: u32| (0..n).map(|row| (row, 0, 1, 1, "x")).collect::<Vec<_>>();
        assert_eq!(tidy(&rows(most), None).1.len(), 0);
        let (cells, notes) = tidy(&rows(most + 2), None);
        assert_eq!(
            (cells.len(), notes),
            (limits::ROWS, vec!["有一张表格超过 500 行，后面的 2 行未读取".to_owned()])
        );
        let columns = |n: u32| (0..n).map(|column| (0, column, 1, 1, "x")).collect::<Vec<_>>();
        let most = u32::try_from(limits::COLUMNS).unwrap_or(0);
        assert_eq!(tidy(&columns(most), None).1.len(), 0);
        assert_eq!(tidy(&columns(most + 1), None).1.len(), 1);
        assert_eq!(tidy(&[(0, 0, u32::MAX, u32::MAX, "x")], None).0, [(0, 0, 1, 1)]);
    }
}

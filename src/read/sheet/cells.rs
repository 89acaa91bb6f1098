//! The cells of a table on a sheet.

use super::areas::Area;
use super::words::lines;
use crate::document::CellSpan;
use crate::read::grid::Grid;
use crate::read::limits;
use std::collections::BTreeSet;
use std::ops::Range;

/// The grid of some rows. Columns in which no cell begins go; places that no cell covers become empty cells, so that
/// what was left blank keeps its place.
pub(super) fn grid(all: &[Area], rows: Range<u32>) -> Grid {
    let first = all.partition_point(|area| area.top < rows.start);
    let end = all.partition_point(|area| area.top < rows.end);
    let areas = all.get(first..end).unwrap_or(&[]);
    let shows = |area: &&Area| !area.text.is_empty();
    let (mut left, mut right) = (u32::MAX, 0);
    for area in areas.iter().filter(shows) {
        (left, right) = (left.min(area.left), right.max(area.right));
    }
    let mut columns: Vec<u32> = areas.iter().map(|area| area.left).collect();
    columns.retain(|column| (left..right).contains(column));
    columns.sort_unstable();
    columns.dedup();
    let starts: Vec<u32> = areas.iter().map(|area| area.top).collect::<BTreeSet<_>>().into_iter().collect();
    snap(&mut columns, areas, &starts);
    let place = |column: u32| u32::try_from(columns.partition_point(|&c| c < column)).unwrap_or(u32::MAX);
    let mut cells = Vec::new();
    for area in areas.iter().filter(|area| area.right > left && area.left < right) {
        let (column, end) = (place(area.left), place(area.right.min(right)));
        let bottom = area.bottom.min(rows.end);
        let at = CellSpan {
            row: area.top - rows.start,
            column,
            row_span: bottom - area.top,
            column_span: end.saturating_sub(column).max(1),
        };
        let text: Vec<_> = lines(&area.text).collect();
        cells.push((at, text.join("\n")));
    }
    let width = u32::try_from(columns.len().min(limits::COLUMNS + 1)).unwrap_or(0);
    let rows: Vec<u32> = starts.iter().map(|row| row - rows.start).take(limits::ROWS).collect();
    fill(&mut cells, &rows, width);
    Grid { cells, widths: None }
}

/// Joins lines one column apart of which no row uses both: a page opened in a spreadsheet has such cells side by side. The
/// grid would do so, too, but it does not know which lines are near.
fn snap(columns: &mut Vec<u32>, areas: &[Area], starts: &[u32]) {
    const WORDS: usize = limits::ROWS.div_ceil(64);
    let mut used = vec![[0_u64; WORDS]; columns.len().min(limits::COLUMNS + 1)];
    for area in areas {
        let row = |at: u32| starts.partition_point(|&row| row < at).min(limits::ROWS);
        for line in [area.left, area.right] {
            let Ok(line) = columns.binary_search(&line) else { continue };
            let Some(words) = used.get_mut(line) else { continue };
            for row in row(area.top)..row(area.bottom) {
                words.iter_mut().skip(row / 64).take(1).for_each(|word| *word |= 1 << (row % 64));
            }
        }
    }
    // The first line is the left edge and stays.
    let mut line = 1;
    while let (Some(&left), Some(&right), Some(rows), Some(others)) =
        (columns.get(line), columns.get(line + 1), used.get(line), used.get(line + 1))
    {
        if right - left == 1 && rows.iter().zip(others).all(|(a, b)| a & b == 0) {
            let rows = used.remove(line);
            columns.remove(line);
            for (word, other) in used.iter_mut().skip(line).take(1).flatten().zip(rows) {
                *word |= other;
            }
        } else {
            line += 1;
        }
    }
}

/// Puts empty cells where none is.
fn fill(cells: &mut Vec<(CellSpan, String)>, rows: &[u32], width: u32) {
    let mut taken = vec![0_u64; rows.len()];
    for (at, _) in cells.iter() {
        let first = rows.partition_point(|&row| row < at.row);
        let end = rows.partition_point(|&row| row < at.row.saturating_add(at.row_span));
        let columns = at.column.min(63)..at.column.saturating_add(at.column_span).min(63);
        let bits = columns.fold(0_u64, |bits, column| bits | 1 << column);
        for row in taken.get_mut(first..end).into_iter().flatten() {
            *row |= bits;
        }
    }
    for (&row, taken) in rows.iter().zip(taken) {
        for column in (0..width.min(63)).filter(|column| taken & 1 << column == 0) {
            cells.push((CellSpan { row, column, row_span: 1, column_span: 1 }, String::new()));
        }
    }
}

//! Tables without lines, by the blanks between their columns.
//!
//! Only tables whose rows end with several numbers are made: each number goes to the column that it stands in, which a
//! line of text could not say once a cell is blank. What cannot be told stays lines of text.

use super::labels;
use super::line::Line;
use super::row::Row;
use super::seam::is_numbered;
use super::table::Table;
use super::{Item, Sheet};
use crate::document::CellSpan;
use crate::sorted::sort_by_key;
use std::ops::Range;

/// More lines than this between two rows, or above the first, belong to something else.
const BETWEEN: usize = 14;

/// Replaces the lines of tables that are set without ruling lines.
pub(super) fn find(sheets: &mut [Sheet]) {
    // Lines of one run, with the page and the place of each.
    let mut run: Vec<(usize, usize)> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut tables: Vec<(Vec<(usize, usize)>, Table)> = Vec::new();
    let mut above = 0_i64;
    let mut flush = |run: &mut Vec<(usize, usize)>, rows: &mut Vec<Row>| {
        for (range, table) in tables_of(rows) {
            tables.push((run.get(range).unwrap_or_default().to_vec(), table));
        }
        run.clear();
        rows.clear();
    };
    for (page, sheet) in sheets.iter().enumerate() {
        for (at, item) in sheet.items.iter().enumerate() {
            match item {
                Item::Line(line) => {
                    run.push((page, at));
                    rows.push(Row::of(line, above));
                }
                Item::Table(_) => flush(&mut run, &mut rows),
            }
        }
        above += i64::from(sheet.height);
    }
    flush(&mut run, &mut rows);
    // From the last on, so that places before stay what they are.
    for (lines, table) in tables.into_iter().rev() {
        let Some((&(page, at), rest)) = lines.split_first() else { continue };
        for &(page, at) in rest.iter().rev() {
            if let Some(sheet) = sheets.get_mut(page).filter(|sheet| at < sheet.items.len()) {
                sheet.items.remove(at);
            }
        }
        if let Some(item) = sheets.get_mut(page).and_then(|sheet| sheet.items.get_mut(at)) {
            *item = Item::Table(table);
        }
    }
}

fn tables_of(rows: &[Row]) -> Vec<(Range<usize>, Table)> {
    let mut tables = Vec::new();
    let mut next = 0;
    while let Some(first) = rows.iter().skip(next).position(|row| row.values > 0).map(|at| at + next) {
        let body = body(rows, first);
        let start = head(rows, next, &body);
        if let Some(table) = build(rows, start, &body) {
            tables.push((start..body.end, table));
        }
        next = body.end;
    }
    tables
}

/// The rows from the first row of values on that belong together, with lines of labels between and behind.
fn body(rows: &[Row], first: usize) -> Range<usize> {
    let mut edge = rows.get(first).and_then(Row::edge).unwrap_or_default();
    let mut last = first;
    let mut labels = 0;
    for (at, row) in rows.iter().enumerate().skip(first + 1) {
        if row.values > 0 {
            // The values of both rows stand right of the labels of both.
            let own = row.edge().unwrap_or(edge).min(edge);
            let fits =
                row.labels().iter().all(|cell| cell.end() <= own + row.size) || row.labels().is_empty();
            if !fits {
                break;
            }
            edge = own;
            last = at;
            labels = 0;
        } else if row.is_left_of(edge) && labels < BETWEEN {
            labels += 1;
        } else {
            break;
        }
    }
    // Behind the last row, only what goes on with its label line by line.
    let mut end = last + 1;
    while let (Some(before), Some(row)) = (rows.get(end - 1), rows.get(end))
        && row.values == 0
        && row.is_left_of(edge)
        && row.y - before.y <= i64::from(row.size * 8 / 5)
        && !row.cells.iter().any(|cell| is_numbered(&cell.text()))
        && row.cells.iter().all(|cell| labels::overlaps_any(cell, before.labels()))
    {
        end += 1;
    }
    first..end
}

/// Where the lines of labels and headings above the first row begin.
fn head(rows: &[Row], from: usize, body: &Range<usize>) -> usize {
    let Some(first) = rows.get(body.start) else { return body.start };
    let edge = first.edge().unwrap_or_default();
    let mut start = body.start;
    while start > from
        && body.start - start < BETWEEN
        && let Some(row) = rows.get(start - 1)
    {
        // A line that begins where the table does and reaches into its values is text above it.
        let is_text = match row.cells.as_slice() {
            [only] => only.start() < edge + row.size && only.end() > edge + row.size,
            _ => false,
        };
        let is_heading = row.is_left_of(edge) && (row.size - first.size).abs() * 8 > first.size;
        // Above the headings of the columns, a numbered line is a heading of the text.
        let passed =
            rows.get(start..body.start).is_some_and(|rows| rows.iter().any(|row| !row.is_left_of(edge)));
        let is_numbered =
            passed && row.is_left_of(edge) && row.cells.iter().any(|cell| is_numbered(&cell.text()));
        let below = rows.get(start).map_or(row.y, |below| below.y);
        if is_text || is_heading || is_numbered || below - row.y > i64::from(row.size * 3) {
            break;
        }
        start -= 1;
    }
    start
}

/// Left and right ends of the columns of values.
fn value_columns(rows: &[Row]) -> Vec<(i32, i32)> {
    let mut spans: Vec<(i32, i32)> =
        rows.iter().flat_map(Row::value_cells).map(|cell| (cell.start(), cell.end())).collect();
    sort_by_key(&mut spans, |span| (span.0, span.1));
    let mut columns: Vec<(i32, i32)> = Vec::new();
    for (start, end) in spans {
        match columns.last_mut().filter(|column| start < column.1) {
            Some(column) => column.1 = column.1.max(end),
            None => columns.push((start, end)),
        }
    }
    columns
}

fn build(rows: &[Row], start: usize, body: &Range<usize>) -> Option<Table> {
    let inside = rows.get(body.clone())?;
    let columns = value_columns(inside);
    let full = inside.iter().filter(|row| row.values > 1).count();
    if columns.len() < 2 || (full < 2 && columns.len() < 4) {
        return None;
    }
    let column_at = |cell: &Line| {
        let middle = i32::midpoint(cell.start(), cell.end());
        columns.iter().position(|(from, to)| (*from..=*to).contains(&middle))
    };
    let has_labels = inside.iter().any(|row| !row.labels().is_empty() || row.values == 0);
    let shift = usize::from(has_labels);
    let mut cells: Vec<(i64, usize, usize, String)> = Vec::new();
    for row in inside.iter().filter(|row| row.values > 0) {
        let mut taken = vec![false; columns.len()];
        for cell in row.value_cells() {
            let column = column_at(cell)?;
            // Two numbers in one column: it is no column.
            if std::mem::replace(taken.get_mut(column)?, true) {
                return None;
            }
            cells.push((row.y, column + shift, 1, cell.text()));
        }
        for column in (0..columns.len()).filter(|column| taken.get(*column) == Some(&false)) {
            cells.push((row.y, column + shift, 1, String::new()));
        }
    }
    let edge = columns.first()?.0;
    let above: Vec<Row> = rows.get(start..body.start)?.iter().map(|row| row.split_at(&columns)).collect();
    let heads = above
        .iter()
        .flat_map(|row| row.cells.iter().filter(move |cell| cell.end() > edge).map(move |cell| (row, cell)));
    for head in labels::stack(heads) {
        let over: Vec<usize> = (0..columns.len())
            .filter(|at| columns.get(*at).is_some_and(|c| c.0 < head.end && c.1 > head.start))
            .collect();
        let (from, to) = if let (Some(from), Some(to)) = (over.first(), over.last()) {
            (*from, *to)
        } else {
            let middle = i32::midpoint(head.start, head.end);
            let distance = |column: &(i32, i32)| i32::midpoint(column.0, column.1).abs_diff(middle);
            let near = columns.iter().enumerate().min_by_key(|(_, column)| distance(column))?.0;
            (near, near)
        };
        cells.push((head.top, from + shift, to + 1 - from, head.text));
    }
    let beside = above
        .iter()
        .flat_map(|row| row.cells.iter().filter(move |cell| cell.end() <= edge).map(move |cell| (row, cell)));
    let labelled = inside.iter().flat_map(|row| row.labels().iter().map(move |cell| (row, cell)));
    let at_values: Vec<i64> = inside.iter().filter(|row| row.values > 0).map(|row| row.y).collect();
    for (y, text) in labels::assign(labels::group(beside.chain(labelled), &at_values), &at_values) {
        cells.push((y, 0, 1, text));
    }
    Some(table(cells, &columns, shift, rows.get(start)?))
}

/// The table, its rows numbered by their baselines. Of two cells in one place the first stays, and takes in the other.
fn table(
    mut cells: Vec<(i64, usize, usize, String)>,
    columns: &[(i32, i32)],
    shift: usize,
    first: &Row,
) -> Table {
    let column = |column: usize| i32::try_from(column).unwrap_or(i32::MAX);
    sort_by_key(&mut cells, |cell| (cell.0, column(cell.1)));
    let mut levels: Vec<i64> = cells.iter().map(|(y, ..)| *y).collect();
    levels.dedup();
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut placed: Vec<(CellSpan, String)> = Vec::with_capacity(cells.len());
    for (y, column, width, text) in cells {
        let row = number(levels.partition_point(|level| *level < y));
        let (column, end) = (number(column), number(column + width));
        match placed.last_mut().filter(|(span, _)| span.row == row && span.column + span.column_span > column)
        {
            Some((_, other)) => other.push_str(&text),
            None => placed.push((CellSpan { row, column, row_span: 1, column_span: end - column }, text)),
        }
    }
    // The columns have no lines, so even ones stand for them: places would only mislead.
    let xs = (0..).take(columns.len() + shift + 1).map(|n| n * 1000).collect();
    let top = first.cells.first().map_or(0, |cell| cell.y - cell.size);
    Table::new(xs, top, number(levels.len()), placed)
}

#[cfg(test)]
mod tests;

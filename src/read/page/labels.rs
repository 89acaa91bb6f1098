//! Labels and headings of tables without lines: which lines are one label, and which row it belongs to.

use super::flow::append;
use super::line::Line;
use super::row::Row;
use super::seam::is_numbered;
use crate::sorted::sort_by_key;

/// Labels looked at when a line is to go on with one.
const OPEN: usize = 40;

/// The distance of a line that does not come.
const FAR: i64 = 1 << 40;

/// Lines that are one label.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) start: i32,
    pub(super) end: i32,
    /// The first baseline.
    pub(super) top: i64,
    /// The last baseline.
    pub(super) bottom: i64,
    size: i32,
    pub(super) text: String,
    /// A row of values has its baseline on one of the lines.
    has_values: bool,
}

impl Label {
    fn of(row: &Row, cell: &Line) -> Self {
        Self {
            start: cell.start(),
            end: cell.end(),
            top: row.y,
            bottom: row.y,
            size: row.size,
            text: cell.text(),
            has_values: false,
        }
    }

    fn add(&mut self, row: &Row, cell: &Line) {
        (self.start, self.end) = (self.start.min(cell.start()), self.end.max(cell.end()));
        self.bottom = row.y;
        append(&mut self.text, &cell.text());
    }

    /// The middle of the label.
    fn middle(&self) -> i64 {
        i64::midpoint(self.top, self.bottom)
    }

    /// Whether a cell stands right below, close enough to be the next line.
    fn is_above(&self, row: &Row, cell: &Line) -> bool {
        let both = self.end.min(cell.end()) - self.start.max(cell.start());
        let narrow = (self.end - self.start).min(cell.end() - cell.start());
        row.y > self.bottom && row.y - self.bottom <= i64::from(row.size * 5 / 2) && both * 3 > narrow
    }
}

/// Whether a cell stands below one of others.
pub(super) fn overlaps_any(cell: &Line, others: &[Line]) -> bool {
    others.is_empty() || others.iter().any(|other| other.start() < cell.end() && cell.start() < other.end())
}

/// Headings, whose lines are stacked in their columns.
pub(super) fn stack<'a>(cells: impl Iterator<Item = (&'a Row, &'a Line)>) -> Vec<Label> {
    // Each with the number of cells in its last line.
    let mut heads: Vec<(Label, usize)> = Vec::new();
    for (row, cell) in cells {
        let width = cell.end() - cell.start();
        let count = row.cells.len();
        let same = |(head, above): &&mut (Label, usize)| {
            let aligned = (head.start - cell.start()).abs() < row.size
                || ((head.start + head.end) - (cell.start() + cell.end())).abs() < row.size * 2;
            // A heading over several columns is no line of those below it: they are more, and not as wide.
            let own = head.end - head.start;
            let as_wide = own * 2 < width * 3 && width * 2 < own * 3;
            head.is_above(row, cell) && aligned && (as_wide || (count <= *above && width <= own))
        };
        match heads.iter_mut().rev().take(OPEN).find(same) {
            Some((head, above)) => {
                head.add(row, cell);
                *above = count;
            }
            None => heads.push((Label::of(row, cell), count)),
        }
    }
    heads.into_iter().map(|(head, _)| head).collect()
}

/// Labels beside the rows of values, whose baselines are given.
pub(super) fn group<'a>(cells: impl Iterator<Item = (&'a Row, &'a Line)>, values: &[i64]) -> Vec<Label> {
    let cells: Vec<(&Row, &Line)> = cells.collect();
    let beside = || cells.iter().filter(|(row, _)| values.binary_search(&row.y).is_ok());
    let with_number = beside().filter(|(_, cell)| is_numbered(&cell.text())).count();
    let numbered = with_number * 2 >= beside().count().max(1)
        || cells.iter().filter(|(_, cell)| is_numbered(&cell.text())).count() * 2 >= values.len().max(2);
    let mut labels: Vec<Label> = Vec::new();
    for (at, (row, cell)) in cells.iter().enumerate() {
        // Beside a heading, too, a label is whole.
        let has_values = values.binary_search(&row.y).is_ok()
            || !numbered && row.cells.last().is_some_and(|last| last.start() > cell.end());
        let begins = is_numbered(&cell.text());
        let goes_on = |label: &&mut Label| {
            if begins || !label.is_above(row, cell) || (has_values && label.has_values) {
                return false;
            }
            // Without numbers, a line nearer to the next one than to the last begins the next label.
            let next = cells.get(at + 1).map_or(FAR, |(next, _)| next.y - row.y);
            numbered || next <= 0 || !label.has_values || (row.y - label.bottom) * 5 <= next * 6
        };
        if let Some(label) = labels.iter_mut().rev().take(OPEN).find(goes_on) {
            label.add(row, cell);
            label.has_values |= has_values;
        } else {
            labels.push(Label { has_values, ..Label::of(row, cell) });
        }
    }
    labels
}

/// The label of each row of values, by its baseline; labels without a row stand at their own.
pub(super) fn assign(labels: Vec<Label>, values: &[i64]) -> Vec<(i64, String)> {
    let mut placed: Vec<(i64, i32, String)> = labels
        .into_iter()
        .map(|label| {
            let reach = i64::from(label.size) / 2;
            let middle = label.middle();
            let first = values.partition_point(|value| *value < label.top - reach);
            let rows = values.iter().skip(first).take_while(|value| **value <= label.bottom + reach);
            let nearest = rows.copied().min_by_key(|value| (value - middle).abs());
            (nearest.unwrap_or(label.top), label.start, label.text)
        })
        .collect();
    sort_by_key(&mut placed, |placed| (placed.0, placed.1));
    placed.into_iter().map(|(y, _, text)| (y, text)).collect()
}

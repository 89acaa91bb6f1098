//! The row at a page break: whether it was cut in two, and which cells go on below.

use super::table::{Cell, Table};
use crate::text::{Mark, leading};

/// A cell with its place in the list of its piece.
type Numbered<'a> = (usize, &'a Cell);

/// The cells on both sides of a page break that lie in the same columns.
pub(super) struct Seam<'a> {
    /// Indices and contents of the upper and the lower cell.
    pairs: Vec<(Numbered<'a>, Numbered<'a>)>,
    /// Every cell of either side has its partner.
    complete: bool,
    /// No cell of either side is a value, in a table that has values: headings.
    heads: bool,
}

impl<'a> Seam<'a> {
    pub(super) fn of(table: &'a Table, next: &'a Table) -> Self {
        let upper: Vec<(usize, &Cell)> = table
            .cells
            .iter()
            .enumerate()
            .filter(|(_, (span, _))| span.row + span.row_span == table.rows)
            .collect();
        let lower: Vec<(usize, &Cell)> =
            next.cells.iter().enumerate().filter(|(_, (span, _))| span.row == 0).collect();
        let columns = |cell: &(usize, &Cell)| (cell.1.0.column, cell.1.0.column_span);
        let pairs: Vec<_> = lower
            .iter()
            .filter_map(|below| Some((*upper.iter().find(|above| columns(above) == columns(below))?, *below)))
            .collect();
        let complete = pairs.len() == upper.len() && pairs.len() == lower.len();
        let is_head = |cells: &[Numbered<'_>]| cells.iter().all(|(_, (_, text))| !is_value(text));
        let heads = is_head(&upper) && is_head(&lower) && next.cells.iter().any(|(_, text)| is_value(text));
        Self { pairs, complete, heads }
    }

    /// Whether the last row above and the first row below are one row. `open` says that no line lies between them.
    pub(super) fn is_cut(&self, open: bool) -> bool {
        if !self.complete {
            return false;
        }
        let single = || {
            let pairs = self.pairs.iter().map(|((_, a), (_, b))| (*a, *b));
            // Cells over several rows say nothing about the row at the break.
            pairs.filter(|(a, b)| a.0.row_span == 1 && b.0.row_span == 1)
        };
        let values = |text: fn(&(&'a Cell, &'a Cell)) -> &'a str| single().any(|pair| is_value(text(&pair)));
        let (above, below) = (values(|(a, _)| &a.1), values(|(_, b)| &b.1));
        // A word above a number in one column is a heading and not the start of it.
        let differ = |a: &str, b: &str| is_value(a) && has_han(b) || has_han(a) && is_value(b);
        if above && below || single().any(|(a, b)| differ(&a.1, &b.1)) {
            return false;
        }
        // The label nearest to the values is that of the row.
        let label = |text: fn(&(&'a Cell, &'a Cell)) -> &'a str| {
            single().map(|pair| text(&pair)).rfind(|text| has_han(text))
        };
        let (first, second) = (label(|(a, _)| &a.1), label(|(_, b)| &b.1));
        let goes_on = second.is_none_or(|text| !is_numbered(text));
        match (above || below, first, second) {
            (true, Some(first), Some(_)) => goes_on && (open || is_numbered(first)),
            (true, ..) => goes_on || first.is_none(),
            (false, ..) => open && goes_on,
        }
    }

    /// The pairs of indices of cells that are one.
    pub(super) fn joins(&self, cut: bool) -> Vec<(usize, usize)> {
        let is_one = |a: &Cell, b: &Cell| {
            let spans = a.0.row_span > 1 || b.0.row_span > 1;
            match (a.1.is_empty(), b.1.is_empty()) {
                (true, true) => spans,
                // A label that stands on one side only.
                (false, true) => has_han(&a.1),
                (true, false) => has_han(&b.1) && (spans || self.heads),
                (false, false) => spans && has_han(&b.1) && is_numbered(&a.1) && !is_numbered(&b.1),
            }
        };
        let pairs = self.pairs.iter().filter(|((_, a), (_, b))| cut || is_one(a, b));
        pairs.map(|((a, _), (b, _))| (*a, *b)).collect()
    }
}

fn is_value(text: &str) -> bool {
    !text.is_empty() && !has_han(text)
}

/// Whether a text has an ideograph, as labels have.
pub(super) fn has_han(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{9fff}'))
}

/// Whether a label begins with a number: 1. （一） 一、 第二十条
pub(super) fn is_numbered(text: &str) -> bool {
    leading(text.chars()).is_some_and(|found| found.mark != Mark::Is)
}

//! L6 and L7: one cell a line and nothing else.

use crate::grid::Grid;
use std::collections::BTreeSet;

/// L6: a blank line behind each cell.
pub(super) fn cells(grid: &Grid) -> String {
    let mut out = String::new();
    for row in 0..grid.height {
        for cell in grid.starting(row) {
            out.push_str(&format!("{}\n\n", cell.text));
        }
    }
    out
}

/// L7: a line that was there before is left out, as some archives do.
pub(super) fn collapsed(text: &str) -> String {
    let mut seen = BTreeSet::new();
    text.lines()
        .filter(|line| !line.trim().is_empty() && seen.insert(line.trim()))
        .fold(String::new(), |out, line| out + line + "\n")
}

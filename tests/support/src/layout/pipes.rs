//! L2, L3 and L4: pipes.

use crate::grid::{Grid, Slot};

/// L2: one cell a line, a pipe behind; at the end of a row one bare pipe per place that merging covers.
pub(super) fn cells(grid: &Grid) -> String {
    let mut out = String::new();
    for row in 0..grid.height {
        let starting = grid.starting(row);
        for cell in &starting {
            if cell.text.is_empty() {
                out.push_str("|\n");
            } else {
                out.push_str(&format!("{} |\n", cell.text));
            }
        }
        let rest = grid.width - starting.len();
        if rest > 0 {
            out.push_str(&"|".repeat(rest));
            out.push('\n');
        }
    }
    out
}

/// L3: one row a line; the places that merging covers are dropped, or stand as bare pipes at the end.
pub(super) fn rows(grid: &Grid, padded: bool) -> String {
    let mut out = String::new();
    for row in 0..grid.height {
        let starting = grid.starting(row);
        for cell in &starting {
            out.push_str(&format!("{} | ", cell.text));
        }
        if padded {
            out.push_str(&"|".repeat(grid.width - starting.len()));
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

/// L4: Markdown rows, the places that merging covers empty.
pub(super) fn markdown(grid: &Grid, delimited: bool) -> String {
    let mut out = String::new();
    for row in 0..grid.height {
        for slot in grid.row(row) {
            let text = if let Slot::Cell(cell) = slot { cell.text.as_str() } else { "" };
            out.push_str(&format!("| {text} "));
        }
        out.push_str("|\n");
        if row == 0 && delimited {
            out.push_str(&"|---".repeat(grid.width));
            out.push_str("|\n");
        }
    }
    out
}

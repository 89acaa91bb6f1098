//! L1 and L5: tabs.

use crate::grid::{Grid, Kind, Slot};

/// L1: what a text export of a Word file looks like. Short heads are broken in two, as narrow columns break them.
pub(super) fn cells(grid: &Grid) -> String {
    let mut out = String::new();
    for row in 0..grid.height {
        for slot in grid.row(row) {
            match slot {
                Slot::Cell(cell) => {
                    let narrow =
                        cell.kind == Kind::Head && cell.columns == 1 && cell.text.chars().count() == 4;
                    let text = if narrow { broken(&cell.text) } else { cell.text.clone() };
                    out.push_str(&format!("\t{text}\n"));
                }
                Slot::Above { first: true } => out.push_str("\t\n"),
                Slot::Above { first: false } | Slot::Left => {}
            }
        }
        out.push('\n');
    }
    out
}

fn broken(text: &str) -> String {
    let middle = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
    format!("{}\n{}", &text[..middle], &text[middle..])
}

/// L5: every grid column has its place.
pub(super) fn rows(grid: &Grid) -> String {
    let line = |row| {
        let texts: Vec<&str> = grid.row(row).into_iter().map(text_of).collect();
        texts.join("\t") + "\n"
    };
    (0..grid.height).map(line).collect()
}

fn text_of(slot: Slot<'_>) -> &str {
    match slot {
        Slot::Cell(cell) => &cell.text,
        Slot::Left | Slot::Above { .. } => "",
    }
}

/// L5 as pages copied from a browser have it: merged labels take fewer columns, rows end in a varying number of
/// tabs, and the row 3.其他 has lost what stood before it.
pub(super) fn uneven(grid: &Grid) -> String {
    let mut out = String::new();
    for row in 0..grid.height {
        let slots = grid.row(row);
        let mut fields = Vec::new();
        for slot in &slots {
            match slot {
                Slot::Cell(cell) => {
                    fields.push(cell.text.as_str());
                    // A label over three columns keeps one of the two places it covers.
                    fields.extend((2..cell.columns.min(3)).map(|_| ""));
                }
                Slot::Above { first: true } => fields.push(""),
                Slot::Above { first: false } | Slot::Left => {}
            }
        }
        let shifted = fields.iter().position(|field| *field == "3.其他");
        if let Some(label) = shifted {
            fields.drain(..label);
            fields.insert(1, "");
        }
        out.push_str(&fields.join("\t"));
        out.push_str(&"\t".repeat(1 + row % 3));
        out.push('\n');
    }
    out
}

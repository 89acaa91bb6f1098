//! L8: what comes out when text is copied from a PDF.

use super::Layout;
use crate::grid::{Cell, Grid, Kind, grid};
use crate::scenario::{Scenario, Style};

/// Characters of prose a line.
const LINE: usize = 38;
/// Lines a page.
const PAGE: usize = 42;

/// The report as a copy from a PDF: prose broken into lines, page numbers in between.
pub(super) fn write(layout: Layout, scenario: &Scenario, style: Style) -> String {
    let mut out: Vec<String> = Vec::new();
    let paragraph = |out: &mut Vec<String>, text: &str| out.extend(wrap(text, LINE));
    paragraph(&mut out, &scenario.title);
    for text in &scenario.preface {
        paragraph(&mut out, text);
    }
    for section in &scenario.sections {
        paragraph(&mut out, &section.heading);
        if (2..=4).contains(&section.number) && scenario.tables[usize::from(section.number) - 2] {
            let grid = grid(scenario, section.number, style);
            match layout {
                Layout::PdfRaw => raw(&grid, &mut out),
                Layout::PdfNarrow => narrow(&grid, &mut out),
                Layout::PdfLayout => drawn(&grid, &mut out),
                _ => by_column(&grid, &mut out),
            }
        }
        for text in &section.prose {
            paragraph(&mut out, text);
        }
    }
    let mut text = String::new();
    for (i, line) in out.iter().enumerate() {
        text.push_str(line);
        text.push('\n');
        if i % PAGE == PAGE - 1 {
            text.push_str(&format!("— {} —\n", i / PAGE + 1));
        }
    }
    text
}

/// Breaks a text into lines of at most `width` characters.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(width.max(1)).map(|chunk| chunk.iter().collect()).collect()
}

fn values(cells: &[&Cell]) -> Option<String> {
    let texts: Vec<&str> = cells
        .iter()
        .filter(|cell| cell.kind == Kind::Value)
        .map(|cell| cell.text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    cells.iter().any(|cell| cell.kind == Kind::Value).then(|| texts.join(" "))
}

/// Reading order of the page: a label that breaks takes lines of its own, then the numbers on one line.
fn raw(grid: &Grid, out: &mut Vec<String>) {
    for row in 0..grid.height {
        let cells = grid.starting(row);
        if let Some(values) = values(&cells) {
            for group in cells.iter().filter(|cell| cell.kind == Kind::Group) {
                out.extend(wrap(&group.text, 5));
            }
            let label = cells.iter().find(|cell| cell.kind == Kind::Label);
            let lines = label
                .map_or_else(Vec::new, |label| wrap(&label.text, if label.columns == 1 { 8 } else { 18 }));
            match lines.as_slice() {
                [one] => out.push(format!("{one} {values}").trim_end().to_owned()),
                _ => {
                    out.extend(lines);
                    out.push(values);
                }
            }
        } else if cells.iter().any(|cell| cell.text.chars().count() > 10) {
            out.extend(cells.iter().flat_map(|cell| wrap(&cell.text, 20)));
        } else if grid.width > 4 && row > 0 {
            out.extend(cells.iter().flat_map(|cell| wrap(&cell.text, 2)));
        } else {
            out.push(cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "));
        }
    }
}

/// Narrow columns: heads one character a line across, group labels one character a line between the rows, the
/// numbers at half the height of the label.
fn narrow(grid: &Grid, out: &mut Vec<String>) {
    let mut pending: Vec<char> = Vec::new();
    for row in 0..grid.height {
        let cells = grid.starting(row);
        let Some(values) = values(&cells) else {
            if grid.width == 4 || row == 0 {
                out.push(cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "));
            } else {
                out.extend(across(&cells));
            }
            continue;
        };
        if cells.iter().any(|cell| cell.kind == Kind::Group) {
            out.extend(pending.drain(..).map(String::from));
            pending = cells
                .iter()
                .filter(|cell| cell.kind == Kind::Group)
                .flat_map(|cell| cell.text.chars())
                .collect();
            // The numeral comes first, so that the group is known before its rows.
            let known =
                pending.iter().position(|c| *c == '）').map_or(pending.len(), |at| at + 3).min(pending.len());
            out.extend(pending.drain(..known).map(String::from));
        } else if !pending.is_empty() {
            out.push(pending.remove(0).to_string());
        }
        let label = cells.iter().find(|cell| cell.kind == Kind::Label).map_or("", |cell| cell.text.as_str());
        if label.starts_with(['（', '四']) {
            out.extend(pending.drain(..).map(String::from));
        }
        out.extend(centred(&wrap(label, 14), &values));
    }
}

/// The numbers stand at half the height of the label: behind its middle line, or between the two middle lines.
fn centred(lines: &[String], values: &str) -> Vec<String> {
    let mut out = lines.to_vec();
    let middle = lines.len() / 2;
    if lines.len() % 2 == 1 {
        out[middle] = format!("{} {values}", out[middle]).trim_end().to_owned();
    } else {
        out.insert(middle, values.to_owned());
    }
    out
}

/// Heads side by side, each one character wide.
fn across(cells: &[&Cell]) -> Vec<String> {
    let texts: Vec<Vec<char>> = cells.iter().map(|cell| cell.text.chars().collect()).collect();
    let height = texts.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|i| {
            texts.iter().filter_map(|text| text.get(i)).map(char::to_string).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// Columns drawn with blanks; a Chinese character is two columns wide.
fn drawn(grid: &Grid, out: &mut Vec<String>) {
    let width = |column: usize| match grid.width {
        4 => 24,
        10 if column == 0 => 12,
        10 if column == 1 => 14,
        10 if column == 2 => 24,
        10 => 10,
        _ => 8,
    };
    let from = |column: usize| (0..column).map(width).sum::<usize>();
    for row in 0..grid.height {
        let cells = grid.starting(row);
        let columns: Vec<(usize, Vec<String>)> = cells
            .iter()
            .map(|cell| {
                let room = (from(cell.column + cell.columns) - from(cell.column)) / 2 - 1;
                let lines = if cell.text.trim().chars().all(|c| c.is_ascii_digit()) {
                    vec![cell.text.trim().to_owned()]
                } else {
                    wrap(&cell.text, room)
                };
                (from(cell.column), lines)
            })
            .collect();
        let height = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        for i in 0..height {
            let mut line = String::new();
            let mut at = 0;
            for (start, lines) in &columns {
                let top = (height - lines.len()) / 2;
                let Some(text) = i.checked_sub(top).and_then(|i| lines.get(i)) else { continue };
                line.push_str(&" ".repeat(start.saturating_sub(at).max(1)));
                line.push_str(text);
                at = start.max(&at) + text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
            }
            out.push(line.trim_end().to_owned());
        }
    }
}

/// Column by column: first the labels of all rows, then each column of numbers.
fn by_column(grid: &Grid, out: &mut Vec<String>) {
    for kind in [Kind::Head, Kind::Group, Kind::Label] {
        for cell in grid.cells.iter().filter(|cell| cell.kind == kind) {
            out.extend(wrap(&cell.text, 12));
            out.push(String::new());
        }
    }
    for column in 0..grid.width {
        for cell in grid.cells.iter().filter(|cell| cell.kind == Kind::Value && cell.column == column) {
            out.push(cell.text.trim().to_owned());
        }
        out.push(String::new());
    }
}

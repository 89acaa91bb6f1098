//! A sheet (18.3): its cells, what is merged and what is hidden. What it says of its size is not believed.

use super::Shared;
use super::strings::{Piece, unescape};
use crate::read::ReadError;
use crate::read::omitted::{Marks, Omitted, settle};
use crate::read::sheet::{Book, Merge, Number};
use crate::read::xml::{Element, Event, Xml};

/// Where the text that comes next belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Nothing,
    Value,
    /// A string inside the cell (`is`).
    Inline,
}

/// The cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    row: u32,
    column: u32,
    kind: String,
    style: usize,
    value: String,
    formula: bool,
}

/// Puts a sheet into the book. Returns how many formulas have no value with them.
pub(super) fn read(
    source: &str,
    shared: &Shared,
    book: &mut Book,
    omitted: &mut Omitted,
) -> Result<usize, ReadError> {
    let (mut row, mut column, mut unsaved) = (0_u32, 0_u32, 0);
    let mut next_row = 0_u32;
    let mut cell: Option<Cell> = None;
    let mut part = Part::Nothing;
    let mut piece = Piece::default();
    let mut path: Vec<bool> = Vec::new();
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                let number = |name: &str| element.attribute(name).and_then(|n| n.parse::<u32>().ok());
                let is_cell = element.name() == "c" && cell.is_none();
                match (element.name(), &mut cell) {
                    ("row", None) => {
                        // Rows and cells without a place follow those before them (18.3.1.4, 18.3.1.73).
                        row = number("r").map_or(next_row, |r| r.saturating_sub(1));
                        next_row = row.saturating_add(1);
                        column = 0;
                        if is_hidden(&element, "ht") {
                            book.hide_rows(row, 1);
                        }
                    }
                    ("c", None) => {
                        let at = element.attribute("r").and_then(|at| reference(&at));
                        let (at_row, at_column) = at.unwrap_or((row, column));
                        column = at_column.saturating_add(1);
                        cell = Some(Cell {
                            row: at_row,
                            column: at_column,
                            kind: element.attribute("t").unwrap_or_default(),
                            style: number("s").map_or(0, |s| s as usize),
                            ..Cell::default()
                        });
                    }
                    // Beside a string inside the cell a value means nothing.
                    ("v", Some(cell)) if cell.kind != "inlineStr" => part = Part::Value,
                    ("is", Some(_)) => part = Part::Inline,
                    ("f", Some(cell)) => cell.formula = true,
                    ("col", None) if is_hidden(&element, "width") => {
                        let first = number("min").unwrap_or(1).saturating_sub(1);
                        let last = number("max").unwrap_or(0);
                        book.hide_columns(first, last.saturating_sub(first));
                    }
                    ("mergeCell", None) => {
                        if let Some(merge) = element.attribute("ref").and_then(|at| range(&at)) {
                            book.merge(merge);
                        }
                    }
                    _ => {}
                }
                piece.start(&element);
                path.push(is_cell);
            }
            Event::End => {
                piece.end();
                if path.pop() == Some(true) {
                    part = Part::Nothing;
                    if let Some(mut cell) = cell.take() {
                        settle(&mut cell.value, omitted);
                        unsaved += usize::from(cell.finish(shared, book, omitted)?);
                    }
                }
            }
            Event::Text(text) => {
                if let Some(cell) = &mut cell
                    && (part == Part::Value && !text.trim().is_empty()
                        || part == Part::Inline && piece.is_shown())
                {
                    let marks = match part {
                        Part::Inline => {
                            let own = shared.styles.marks(cell.style);
                            piece.marks.map_or(own, |marks| Marks { ground: own.ground, ..marks })
                        }
                        _ => Marks::default(),
                    };
                    omitted.write(marks, &text, &mut cell.value);
                }
            }
        }
    }
    Ok(unsaved)
}

impl Cell {
    /// Puts what the cell shows into the book. Returns whether it is a formula whose value is not there.
    fn finish(self, shared: &Shared, book: &mut Book, omitted: &mut Omitted) -> Result<bool, ReadError> {
        let format = shared.styles.format(self.style);
        let as_text = |text: &str| format.map_or_else(|| text.to_owned(), |format| format.text(text));
        let shown = match self.kind.as_str() {
            "s" => {
                let index = self.value.trim().parse::<usize>().ok();
                index
                    .and_then(|index| shared.strings.get(index))
                    .map(|text| as_text(&text.shown(shared.styles.marks(self.style), omitted)))
                    .unwrap_or_default()
            }
            "str" | "inlineStr" => as_text(&unescape(&self.value)),
            "b" => match self.value.trim() {
                "" => String::new(),
                "0" | "false" => "FALSE".into(),
                _ => "TRUE".into(),
            },
            "e" | "d" => self.value,
            _ => match (Number::parse(&self.value), format) {
                (Some(number), Some(format)) => {
                    let shown = format.number(number, shared.since_1904);
                    omitted.unshown(&shown, number.is_zero());
                    shown
                }
                (Some(number), None) => number.general(),
                (None, _) => self.value,
            },
        };
        // The runs of a string say so themselves.
        if let Some(why) = shared.styles.marks(self.style).why()
            && !matches!(self.kind.as_str(), "s" | "inlineStr")
        {
            omitted.part();
            omitted.add_text(why, &shown);
            book.drawn(self.row, self.column);
            return Ok(false);
        }
        let is_unsaved = self.formula && shown.is_empty() && self.kind != "str";
        if shown.is_empty() {
            if shared.styles.draws(self.style) || self.formula {
                book.drawn(self.row, self.column);
            }
        } else {
            book.put(self.row, self.column, shown)?;
        }
        Ok(is_unsaved)
    }
}

/// Whether a row or a column is hidden, or has no height or width.
fn is_hidden(element: &Element<'_>, size: &str) -> bool {
    element.attribute("hidden").is_some_and(|on| on == "1" || on == "true")
        || element.attribute(size).is_some_and(|size| size.trim_matches(['0', '.']).is_empty())
}

/// Row and column of a reference such as `AB12`, from 0.
fn reference(text: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut rest = text;
    while let Some(letter) = rest.chars().next().filter(char::is_ascii_alphabetic) {
        column = column.checked_mul(26)?.checked_add(letter.to_digit(36)?.checked_sub(9)?)?;
        rest = rest.get(1..)?;
    }
    Some((rest.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// The rectangle of a reference such as `A1:C2`.
fn range(text: &str) -> Option<Merge> {
    let text = text.replace('$', "");
    let (from, to) = text.split_once(':')?;
    let ((row, column), (last_row, last_column)) = (reference(from)?, reference(to)?);
    Some(Merge {
        row: row.min(last_row),
        column: column.min(last_column),
        rows: row.abs_diff(last_row).saturating_add(1),
        columns: column.abs_diff(last_column).saturating_add(1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        let cases =
            [("A1", Some((0, 0))), ("AB12", Some((11, 27))), ("xfd1048576", Some((1_048_575, 16_383)))];
        for (text, want) in cases {
            assert_eq!(reference(text), want);
        }
        for text in ["", "A", "1", "A0", "AAAAAAAAAA1", "A1:B2", "甲1"] {
            assert_eq!(reference(text), None, "{text}");
        }
        assert_eq!(range("$C$4:A2"), Some(Merge { row: 1, column: 0, rows: 3, columns: 3 }));
    }
}

//! A line of text, parted into columns where its blanks are wide.

use super::line::Line;

/// A gap of so many hundredths of the size parts columns.
const GAP: i32 = 90;
/// A gap between two headings above different columns.
const CLOSE: i32 = 25;

/// A line with its columns.
#[derive(Debug)]
pub(super) struct Row {
    /// The baseline, counted on over all pages.
    pub(super) y: i64,
    pub(super) size: i32,
    pub(super) cells: Vec<Line>,
    /// How many of the last columns are values; 0 unless the row has several columns.
    pub(super) values: usize,
}

impl Row {
    pub(super) fn of(line: &Line, above: i64) -> Self {
        let cells = line.split(GAP);
        let values = cells.iter().rev().take_while(|cell| is_value(&cell.text())).count();
        let leads = cells.iter().any(|cell| {
            cell.glyphs.iter().any(|glyph| matches!(glyph.char, '…' | '.' | '·'))
                && cell.text().contains(['…', '·']) | cell.text().contains("...")
        });
        let values = if cells.len() < 2 || leads { 0 } else { values };
        Self { y: above + i64::from(line.y), size: line.size, cells, values }
    }

    /// The columns before the values.
    pub(super) fn labels(&self) -> &[Line] {
        self.cells.get(..self.cells.len() - self.values).unwrap_or_default()
    }

    pub(super) fn value_cells(&self) -> &[Line] {
        self.cells.get(self.cells.len() - self.values..).unwrap_or_default()
    }

    /// Where the values begin.
    pub(super) fn edge(&self) -> Option<i32> {
        self.value_cells().first().map(Line::start)
    }

    /// The same with cells that reach over gutters parted there: headings stand closer than numbers.
    pub(super) fn split_at(&self, columns: &[(i32, i32)]) -> Self {
        let nearest = |piece: &Line| {
            let middle = i32::midpoint(piece.start(), piece.end());
            let distance = |column: &(i32, i32)| i32::midpoint(column.0, column.1).abs_diff(middle);
            columns.iter().enumerate().min_by_key(|(_, column)| distance(column)).map(|(at, _)| at)
        };
        let mut cells: Vec<Line> = Vec::new();
        for cell in &self.cells {
            let first = cells.len();
            for piece in cell.split(CLOSE) {
                let own = cells.get_mut(first..).and_then(<[Line]>::last_mut);
                match own.filter(|last| nearest(last) == nearest(&piece)) {
                    Some(last) => last.glyphs.extend(piece.glyphs),
                    None => cells.push(piece),
                }
            }
        }
        Self { y: self.y, size: self.size, cells, values: 0 }
    }

    pub(super) fn is_left_of(&self, edge: i32) -> bool {
        self.cells.iter().all(|cell| cell.end() <= edge)
    }
}

/// A number or a mark, as stands in a cell of values.
fn is_value(text: &str) -> bool {
    let fits =
        |c: char| c.is_numeric() && !"一二三四五六七八九十".contains(c) || ".,，%％-—–－/／".contains(c);
    !text.is_empty() && text.chars().count() <= 14 && text.chars().all(fits)
}

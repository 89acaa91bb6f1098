//! Which rows of a sheet form a table and which are paragraphs.
//!
//! Clerks put a table on each sheet, or the whole report on one: titles and prose in cells merged across, or left to run
//! over their neighbours, and tables between them. Rows with two cells or more are rows of a table; a row with one cell
//! is judged by its extent, by its text, and by what is around it.

use super::areas::Area;
use super::cells;
use super::words::{is_heading, is_label, is_prose, lines, says_something};
use crate::document::Builder;
use crate::read::limits;
use crate::text::is_blank;
use std::ops::Range;

/// A row in which a cell begins.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    at: u32,
    /// Cells with text that cover it, and the last of them.
    texts: usize,
    text: usize,
    /// All cells that cover it, drawn ones too.
    all: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing is shown.
    Blank,
    /// One cell, by its number.
    Single(usize),
    /// Prose in one cell, or a heading that something new follows.
    Paragraph(usize),
    /// Several cells.
    Multi,
}

/// Adds what is on a sheet to the document. `name` is given if there are several sheets: one that has words for the
/// table on it stands above it, if nothing on the sheet does.
pub(super) fn emit(areas: Vec<Area>, name: Option<&str>, builder: &mut Builder) {
    let mut stage = Stage { areas, rows: Vec::new(), kinds: Vec::new(), parts: Vec::new() };
    stage.count_rows();
    for region in stage.regions() {
        stage.judge(&region);
        stage.divide(region);
    }
    let told = stage.parts.first().is_none_or(|part| matches!(part, Part::Paragraph(_)));
    if let Some(name) = name.filter(|name| !told && says_something(name)) {
        builder.paragraph(name, None);
    }
    for part in std::mem::take(&mut stage.parts) {
        match part {
            Part::Paragraph(at) => {
                let text = stage.areas.get(at).map_or("", |area| area.text.as_str());
                for line in lines(text) {
                    builder.paragraph(line, None);
                }
            }
            Part::Table(rows) => cells::grid(&stage.areas, rows).emit(builder),
        }
    }
}

enum Part {
    Paragraph(usize),
    /// The rows from the first to the last, exclusive, by their position in the sheet.
    Table(Range<u32>),
}

struct Stage {
    areas: Vec<Area>,
    rows: Vec<Row>,
    kinds: Vec<Kind>,
    parts: Vec<Part>,
}

impl Stage {
    /// Finds the rows in which a cell begins and counts what covers each, in one sweep.
    fn count_rows(&mut self) {
        self.rows = self.areas.iter().map(|area| Row { at: area.top, ..Row::default() }).collect();
        self.rows.dedup_by_key(|row| row.at);
        let place = |rows: &[Row], at: u32| rows.partition_point(|row| row.at < at);
        // What begins and ends at each row: texts, the sum of their numbers, all. The sum is the number if there is one.
        let mut changes = vec![[(0_usize, 0_usize, 0_usize); 2]; self.rows.len() + 1];
        for (number, area) in self.areas.iter().enumerate() {
            for (side, row) in [(0, area.top), (1, area.bottom)] {
                let change = changes.get_mut(place(&self.rows, row)).and_then(|pair| pair.get_mut(side));
                if let Some(change) = change {
                    let is_text = usize::from(!area.text.is_empty());
                    change.0 += is_text;
                    change.1 = change.1.wrapping_add(is_text * number);
                    change.2 += 1;
                }
            }
        }
        let mut now = (0_usize, 0_usize, 0_usize);
        for (row, [begin, end]) in self.rows.iter_mut().zip(changes) {
            now.0 = now.0 + begin.0 - end.0;
            now.1 = now.1.wrapping_add(begin.1).wrapping_sub(end.1);
            now.2 = now.2 + begin.2 - end.2;
            (row.texts, row.text, row.all) = now;
        }
    }

    /// Stretches of rows without a blank one between them.
    fn regions(&self) -> Vec<Range<usize>> {
        let mut regions: Vec<Range<usize>> = Vec::new();
        let mut areas = self.areas.iter().peekable();
        let mut reach = 0;
        for (index, row) in self.rows.iter().enumerate() {
            match regions.last_mut() {
                Some(last) if row.at <= reach => last.end = index + 1,
                _ => regions.push(index..index + 1),
            }
            while let Some(area) = areas.next_if(|area| area.top <= row.at) {
                reach = reach.max(area.bottom);
            }
        }
        regions
    }

    /// Says for each row of a region what kind it is; regions are judged in order.
    fn judge(&mut self, region: &Range<usize>) {
        let rows = self.rows.get(region.clone()).unwrap_or(&[]);
        let mut kinds: Vec<Kind> = rows.iter().map(|row| self.kind(row)).collect();
        // From below: whether the next row with several cells is a header, with no value in it.
        let mut header = true;
        let mut anew = Vec::with_capacity(rows.len());
        for (kind, row) in kinds.iter().zip(rows).rev() {
            if *kind == Kind::Multi {
                header = !self.has_number(row.at);
            }
            anew.push(header);
        }
        // From above: how far the table reaches to the right so far.
        let mut right = 0;
        for (index, (kind, anew)) in kinds.iter_mut().zip(anew.into_iter().rev()).enumerate() {
            match *kind {
                Kind::Multi => {
                    right = right.max(self.width(region.start + index..region.start + index + 1).end);
                }
                Kind::Single(number) => {
                    let Some(area) = self.areas.get(number) else { continue };
                    // A label merged over less than the table: the rest of its row was left blank.
                    let is_label = area.right - area.left > 1 && area.right < right;
                    if anew && !is_label && is_heading(&area.text) {
                        *kind = Kind::Paragraph(number);
                        right = 0;
                    }
                }
                Kind::Paragraph(_) => right = 0,
                Kind::Blank => {}
            }
        }
        self.kinds.append(&mut kinds);
    }

    fn kind(&self, row: &Row) -> Kind {
        let text = self.areas.get(row.text).filter(|_| row.texts == 1);
        match (row.texts, text) {
            (0, _) => Kind::Blank,
            (1, Some(area)) if is_prose(&area.text) => Kind::Paragraph(row.text),
            (1, Some(_)) if row.all == 1 => Kind::Single(row.text),
            _ => Kind::Multi,
        }
    }

    /// Whether a number stands in a row.
    fn has_number(&self, row: u32) -> bool {
        let first = self.areas.partition_point(|area| area.top < row);
        let areas = self.areas.iter().skip(first).take_while(|area| area.top == row);
        areas.take(limits::COLUMNS).any(|area| {
            area.text.contains(|c: char| c.is_ascii_digit())
                && area.text.chars().all(|c| c.is_ascii_digit() || is_blank(c) || ",.-%".contains(c))
        })
    }

    /// Divides a region into paragraphs and tables.
    fn divide(&mut self, region: Range<usize>) {
        let mut start = region.start;
        let mut said = None;
        for index in region.clone() {
            if let Some(Kind::Paragraph(number)) = self.kinds.get(index).copied() {
                self.piece(start..index);
                // A cell merged over several rows is one paragraph.
                if said != Some(number) {
                    self.parts.push(Part::Paragraph(number));
                }
                said = Some(number);
                start = index + 1;
            }
        }
        self.piece(start..region.end);
    }

    /// A stretch of rows without prose: at most one table, and lone cells before and after it.
    fn piece(&mut self, rows: Range<usize>) {
        let kinds = self.kinds.get(rows.clone()).unwrap_or(&[]);
        let first = kinds.iter().position(|kind| *kind == Kind::Multi);
        let last = kinds.iter().rposition(|kind| *kind == Kind::Multi);
        let Some((mut first, mut last)) = first.zip(last) else {
            self.lone(rows);
            return;
        };
        let single = |at: usize| match kinds.get(at) {
            Some(&Kind::Single(number)) => self.areas.get(number),
            _ => None,
        };
        let width = self.width(rows.start + first..rows.start + last + 1);
        // A heading above belongs to the table if there are others like it inside.
        if let Some(above) = first.checked_sub(1).and_then(single) {
            let is_like = |area: &Area| (area.left, area.right) == (above.left, above.right);
            if (first..last).filter_map(single).any(is_like) {
                first -= 1;
            }
        }
        // A label below whose values were left blank.
        while let Some(below) = single(last + 1)
            && first < last
            && below.left <= width.start
            && below.right < width.end
            && is_label(&below.text)
        {
            last += 1;
        }
        // A last row of which all values were left blank.
        let below =
            self.rows.get(rows.start + last + 1).filter(|_| kinds.get(last + 1) == Some(&Kind::Blank));
        last += usize::from(below.is_some_and(|row| row.all > 1));
        let at = |index: usize| self.rows.get(rows.start + index).map(|row| row.at);
        let top = at(first).unwrap_or(0);
        let bottom = at(last).unwrap_or(top).saturating_add(1);
        self.lone(rows.start..rows.start + first);
        self.parts.push(Part::Table(top..bottom));
        self.lone(rows.start + last + 1..rows.end);
    }

    /// The columns that cells with text cover in some rows.
    fn width(&self, rows: Range<usize>) -> Range<u32> {
        let row = |index: usize| self.rows.get(index).map_or(u32::MAX, |row| row.at);
        let within = row(rows.start)..row(rows.end.saturating_sub(1)).saturating_add(1);
        let first = self.areas.partition_point(|area| area.top < within.start);
        let areas = self.areas.iter().skip(first).take_while(|area| area.top < within.end);
        let shown = || areas.clone().filter(|area| !area.text.is_empty());
        let left = shown().map(|area| area.left).min().unwrap_or(0);
        left..shown().map(|area| area.right).max().unwrap_or(0)
    }

    /// Lone cells are paragraphs.
    fn lone(&mut self, rows: Range<usize>) {
        let mut said = None;
        for kind in self.kinds.get(rows).unwrap_or(&[]) {
            if let Kind::Single(number) = *kind
                && said.replace(number) != Some(number)
            {
                self.parts.push(Part::Paragraph(number));
            }
        }
    }
}

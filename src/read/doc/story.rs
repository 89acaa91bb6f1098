//! Walks over a story paragraph by paragraph and puts together what it means.

use super::format::Outline;
use super::rows::OpenTable;
use super::text::{Text, codes};
use crate::read::block::Block;
use crate::read::counts::Counts;
use crate::read::limits::{self, Budget};
use crate::read::numbering::{Numbered, Numbering};
use crate::read::omitted::{Why, settle};
use crate::read::{ErrorKind, ReadError};
use std::ops::Range;

/// What all stories share.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    /// The text.
    pub(super) text: Text<'a>,
    /// The lists, which count on from story to story.
    pub(super) numbering: Numbering,
    /// What the clerk is told of.
    pub(super) counts: Counts,
    budget: Budget,
}

/// Where the walk is in the changes that are counted: a stretch counts once, whatever formats it has.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Marks {
    deleted: bool,
    inserted: bool,
}

/// A story that is being read.
#[derive(Debug, Default)]
struct Walk {
    blocks: Vec<Block>,
    /// The tables that are open, the innermost last.
    tables: Vec<OpenTable>,
    /// The text of paragraphs whose mark is deleted: it goes on in the next.
    carried: String,
    marks: Marks,
}

impl<'a> Reader<'a> {
    /// A reader of the text.
    pub(super) fn new(text: Text<'a>, numbering: Numbering) -> Self {
        Self { text, numbering, counts: Counts::default(), budget: Budget::default() }
    }

    /// The blocks of a story, or of a text box.
    pub(super) fn story(&mut self, range: Range<usize>, has_boxes: bool) -> Result<Vec<Block>, ReadError> {
        let units = self.text.units(range.clone()).to_vec();
        let (codes, rubies) = codes(&units);
        (0..rubies).for_each(|_| self.counts.omitted.add(Why::Ruby));
        let mut walk = Walk::default();
        let mut start = 0;
        while start < units.len() {
            let ends = |(at, unit): (usize, &u16)| match unit {
                7 | 13 => Some(at),
                12 => self.text.ends_section(range.start + at).then_some(at),
                _ => None,
            };
            let found = units.iter().enumerate().skip(start).find_map(ends);
            let end = found.unwrap_or(units.len() - 1);
            let piece = Piece {
                first: range.start + start,
                units: units.get(start..=end).unwrap_or_default(),
                codes: codes.get(start..=end).unwrap_or_default(),
                has_mark: found.is_some(),
            };
            self.paragraph(&piece, &mut walk, has_boxes)?;
            start = end + 1;
        }
        if !walk.carried.is_empty() {
            let mut rest = std::mem::take(&mut walk.carried);
            settle(&mut rest, &mut self.counts.omitted);
            walk.emit(vec![Block::Paragraph(rest, None)]);
        }
        walk.close(0);
        Ok(walk.blocks)
    }

    fn paragraph(&mut self, piece: &Piece<'_>, walk: &mut Walk, has_boxes: bool) -> Result<(), ReadError> {
        self.budget.node()?;
        let last = piece.first + piece.units.len() - 1;
        let (paragraph, shape) = self.text.paragraph(last)?;
        let style = self.text.style(paragraph.style);
        let mut text = std::mem::take(&mut walk.carried);
        let mut units = Vec::new();
        let mut at = 0;
        let mut mark_deleted = false;
        while at < piece.units.len() {
            let run = self.text.run(piece.first + at, style)?;
            let end = (run.end - piece.first).min(piece.units.len());
            let format = run.format;
            let marks = Marks { deleted: format.deleted, inserted: format.inserted };
            let stretch = piece.units.get(at..end).unwrap_or_default();
            let code = piece.codes.get(at..end).unwrap_or_default();
            let shown = stretch.iter().zip(code).filter(|(_, code)| !**code).map(|(unit, _)| *unit);
            let mut shown = shown.peekable();
            if shown.peek().is_some() {
                self.count(walk.marks, marks);
                walk.marks = marks;
            }
            mark_deleted = format.deleted;
            if !format.deleted {
                for unit in shown {
                    if format.special {
                        self.special(unit, &format, &mut units);
                    } else {
                        plain(unit, &mut units);
                    }
                }
                // A character of two units may be split over runs.
                let half = units.pop_if(|last| (0xd800..0xdc00).contains(last));
                self.counts.omitted.write(format.marks, &String::from_utf16_lossy(&units), &mut text);
                units.clear();
                units.extend(half);
            }
            at = end;
        }
        let depth = paragraph.depth();
        limits::within(depth, limits::DEPTH, ErrorKind::TooDeep)?;
        let after = if has_boxes { self.boxes(piece.first..last + 1)? } else { Vec::new() };
        for _ in walk.tables.len()..depth {
            self.budget.node()?;
        }
        walk.close(depth);
        walk.tables.resize_with(depth, OpenTable::default);
        if let Some(shape) = shape.filter(|_| depth > 0) {
            if let Some(table) = walk.tables.last_mut() {
                table.end_row(shape, mark_deleted);
            }
            walk.emit(after);
            return Ok(());
        }
        let ends_cell = depth > 0 && (piece.units.last() == Some(&7) || paragraph.inner_cell);
        if mark_deleted && piece.has_mark && !ends_cell {
            walk.carried = text;
            walk.emit(after);
            return Ok(());
        }
        if !units.is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        settle(&mut text, &mut self.counts.omitted);
        let chosen =
            paragraph.list.or(style.list).and_then(|list| u32::try_from(list).ok()).filter(|&list| list != 0);
        if let Some(list) = chosen {
            let level = usize::from(paragraph.list_level.or(style.list_level).unwrap_or(0));
            if let Some(label) = self.numbering.label(Numbered { list, level }) {
                text.insert_str(0, &label);
            }
        }
        self.budget.text(&text)?;
        let heading = match paragraph.outline {
            Outline::Unsaid => style.level,
            Outline::Text => None,
            Outline::Heading(level) => Some(level),
        };
        walk.emit(vec![Block::Paragraph(text, heading)]);
        walk.emit(after);
        if ends_cell && let Some(table) = walk.tables.last_mut() {
            table.end_cell();
        }
        Ok(())
    }

    fn count(&mut self, before: Marks, now: Marks) {
        self.counts.deletions += usize::from(now.deleted && !before.deleted);
        self.counts.insertions += usize::from(now.inserted && !now.deleted && !before.inserted);
    }

    /// A character that stands for something else (2.4.1).
    fn special(&mut self, unit: u16, format: &super::format::Character, into: &mut Vec<u16>) {
        match (unit, format.symbol) {
            (1, _) if format.data => {}
            (1, _) if format.object => self.counts.objects += 1,
            (1, _) => self.counts.pictures += 1,
            (5, _) => self.counts.comments += 1,
            // A reference to a note, a date, a number that the program computes, a shape.
            (0 | 2..=4 | 8, _) => {}
            (0x20.., Some(symbol)) => {
                into.extend_from_slice(self.text.symbol(symbol).encode_utf16(&mut [0; 2]));
            }
            _ => plain(unit, into),
        }
    }

    /// The text boxes that are anchored in a stretch of the body.
    pub(super) fn boxes(&mut self, range: Range<usize>) -> Result<Vec<Block>, ReadError> {
        let found: Vec<_> = self.text.boxes(range).cloned().collect();
        let mut blocks = Vec::new();
        for text in found {
            let mut found = self.story(text, false)?;
            // Any shape can hold text; most hold none.
            if found.iter().any(Block::shows) {
                self.counts.boxes += 1;
                blocks.append(&mut found);
            }
        }
        Ok(blocks)
    }
}

/// A paragraph with its mark.
#[derive(Debug)]
struct Piece<'a> {
    /// The place of its first character.
    first: usize,
    units: &'a [u16],
    /// Which of them are the code of a field.
    codes: &'a [bool],
    /// The last story may end without a mark.
    has_mark: bool,
}

/// A character as text (2.4.1).
fn plain(unit: u16, into: &mut Vec<u16>) {
    match unit {
        9 => into.push(9),
        // A break of a line, of a page, of a column.
        11 | 12 | 14 => into.push(10),
        0x1e => into.push(0x2011),
        0..0x20 => {}
        unit => into.push(unit),
    }
}

impl Walk {
    /// Ends the tables that are deeper.
    fn close(&mut self, depth: usize) {
        while self.tables.len() > depth {
            let blocks = self.tables.pop().map(OpenTable::finish).unwrap_or_default();
            self.emit(blocks);
        }
    }

    /// Hands finished blocks to what is around them.
    fn emit(&mut self, mut blocks: Vec<Block>) {
        self.tables.last_mut().map_or(&mut self.blocks, |table| &mut table.cell).append(&mut blocks);
    }
}

//! Formatted disk pages (MS-DOC 2.9.33, 2.9.174): which format the bytes of the text have. They are searched in place,
//! so that a hostile number of them costs no memory.

use super::file::{File, Part};
use crate::read::bytes::{size_at, slice, u16_at, u32_at};

/// Bytes of a page.
const PAGE: usize = 512;

/// The formats of characters or of paragraphs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages<'a> {
    index: &'a [u8],
    count: usize,
    word: &'a [u8],
    paragraphs: bool,
}

/// A stretch of bytes of one format.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Run<'a> {
    /// The byte after its last.
    pub(super) end: usize,
    /// The style of a paragraph.
    pub(super) style: u16,
    /// What differs from the style.
    pub(super) list: &'a [u8],
}

impl<'a> Pages<'a> {
    /// The formats of characters.
    pub(super) fn characters(file: &'a File) -> Self {
        Self::new(file, Part::CharacterPages)
    }

    /// The formats of paragraphs.
    pub(super) fn paragraphs(file: &'a File) -> Self {
        Self { paragraphs: true, ..Self::new(file, Part::ParagraphPages) }
    }

    fn new(file: &'a File, part: Part) -> Self {
        let index = file.part(part);
        Self { index, count: index.len().saturating_sub(4) / 8, word: &file.word, paragraphs: false }
    }

    /// The stretch that a byte belongs to.
    pub(super) fn at(&self, byte: usize) -> Option<Run<'a>> {
        let entry = last_not_above(self.index, self.count, byte)?;
        // The page's number has 22 bits.
        let number = u32_at(self.index, (self.count + 1) * 4 + entry * 4)? & 0x003f_ffff;
        let page = slice(self.word, (number as usize).checked_mul(PAGE)?, PAGE)?;
        let count = usize::from(*page.get(PAGE - 1)?);
        let run = last_not_above(page, count, byte)?;
        let end = size_at(page, run * 4 + 4)?;
        if end <= byte {
            return None;
        }
        let formats = (count + 1) * 4;
        let format = if self.paragraphs {
            paragraph(page, formats + run * 13)
        } else {
            character(page, formats + run)
        };
        let (style, list) = format.unwrap_or_default();
        Some(Run { end, style, list })
    }
}

/// The last of `count` ascending numbers that is not above `value`.
fn last_not_above(numbers: &[u8], count: usize, value: usize) -> Option<usize> {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if size_at(numbers, middle * 4)? <= value { low = middle + 1 } else { high = middle }
    }
    low.checked_sub(1)
}

fn character(page: &[u8], at: usize) -> Option<(u16, &[u8])> {
    let place = usize::from(*page.get(at)?) * 2;
    if place == 0 {
        return None;
    }
    let size = usize::from(*page.get(place)?);
    Some((0, page.get(place + 1..(place + 1 + size).min(PAGE - 1))?))
}

fn paragraph(page: &[u8], at: usize) -> Option<(u16, &[u8])> {
    let place = usize::from(*page.get(at)?) * 2;
    if place == 0 {
        return None;
    }
    // The size counts pairs; an even number of bytes is told by 0 and the pairs after it.
    let (start, size) = match *page.get(place)? {
        0 => (place + 2, usize::from(*page.get(place + 1)?) * 2),
        pairs => (place + 1, usize::from(pairs) * 2 - 1),
    };
    let list = page.get(start..(start + size).min(PAGE - 1))?;
    Some((u16_at(list, 0)?, list.get(2..)?))
}

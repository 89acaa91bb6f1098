//! The text with what is known of each character: its format, its paragraph, whether it is the code of a field.

use super::file::{File, Part};
use super::format::{Character, Paragraph};
use super::pages::Pages;
use super::pieces::{Change, Pieces};
use super::shape::Shape;
use super::sprm::{Sprm, Sprms, expand};
use super::styles::{Resolved, Styles};
use crate::read::bytes::{slice, u16_at};
use crate::read::equation;
use crate::read::omitted::Marks;
use crate::read::symbol::symbol;
use crate::read::{ErrorKind, ReadError, limits};
use std::collections::BTreeMap;
use std::ops::Range;

/// The size of text where nothing is said: 10 pt, in half points.
const USUAL: u16 = 20;

/// The text of all stories.
#[derive(Debug)]
pub(super) struct Text<'a> {
    file: &'a File,
    pieces: Pieces<'a>,
    characters: Pages<'a>,
    paragraphs: Pages<'a>,
    styles: Styles,
    /// The names of the fonts by their number.
    fonts: Vec<String>,
    /// For text boxes: which characters of their story each holds, by the place of its anchor in the body.
    boxes: BTreeMap<usize, Range<usize>>,
    /// Bytes of properties that were looked at.
    worked: usize,
}

/// A stretch of characters of one format.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// The character after its last.
    pub(super) end: usize,
    /// What the characters are.
    pub(super) format: Character,
}

impl<'a> Text<'a> {
    /// Opens the text.
    pub(super) fn open(file: &'a File) -> Result<Self, ReadError> {
        let pieces = Pieces::read(file)?;
        let fonts = fonts(file.part(Part::Fonts));
        let (characters, paragraphs) = (Pages::characters(file), Pages::paragraphs(file));
        let boxes = super::boxes::anchors(file);
        Ok(Self { file, pieces, characters, paragraphs, styles: Styles::read(file), fonts, boxes, worked: 0 })
    }

    /// The units of a stretch of text.
    pub(super) fn units(&self, range: Range<usize>) -> &[u16] {
        let end = range.end.min(self.pieces.text.len());
        self.pieces.text.get(range.start.min(end)..end).unwrap_or_default()
    }

    /// What the style of a paragraph gives.
    pub(super) fn style(&self, number: u16) -> Resolved {
        self.styles.get(number)
    }

    /// The text boxes whose anchors lie in a stretch of the body.
    pub(super) fn boxes(&self, range: Range<usize>) -> impl Iterator<Item = &Range<usize>> {
        self.boxes.range(range).map(|(_, text)| text)
    }

    /// Bounds the work on properties, which hostile files let every paragraph share.
    fn work(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.worked = self.worked.saturating_add(bytes);
        limits::within(self.worked, limits::PROPERTY_BYTES, ErrorKind::TooManyNodes)
    }

    /// The run that a character begins. `style` is what its paragraph's style gives.
    pub(super) fn run(&mut self, at: usize, style: Resolved) -> Result<Run, ReadError> {
        let mut styled = style.marks.or(Marks { size: Some(USUAL), ..Marks::default() });
        let mut format = Character { marks: styled, ..Character::default() };
        let Some(place) = self.pieces.place(at) else { return Ok(Run { end: at + 1, format }) };
        let found = self.characters.at(place.byte);
        let end = found.map_or(at + 1, |run| at + (run.end.saturating_sub(place.byte)).div_ceil(place.width));
        let list = found.map_or(&[][..], |run| run.list);
        let change = self.pieces.change(place.change);
        self.work(list.len() + change.len())?;
        let mut apply = |sprm: &Sprm<'_>| {
            format.apply(sprm, styled);
            if let Some(style) = format.style.take() {
                styled = self.styles.get(style).marks.or(styled);
                format.marks = styled;
            }
        };
        Sprms(list).for_each(|sprm| apply(&sprm));
        change.each(&mut apply);
        Ok(Run { end: end.min(place.end).max(at + 1), format })
    }

    /// The paragraph whose last character is given, and its shape if it ends a row.
    pub(super) fn paragraph(&mut self, last: usize) -> Result<(Paragraph, Option<Shape>), ReadError> {
        let mut paragraph = Paragraph::default();
        let Some(place) = self.pieces.place(last) else { return Ok((paragraph, None)) };
        let found = self.paragraphs.at(place.byte).unwrap_or_default();
        paragraph.style = found.style;
        let mut sprms = Vec::new();
        expand(found.list, &self.file.data, &mut sprms);
        let change = self.pieces.change(place.change);
        let bytes: usize = sprms.iter().map(|sprm| sprm.operand.len() + 2).sum();
        self.work(bytes + change.len())?;
        if let Change::List(list) = change {
            sprms.extend(Sprms(list));
        }
        for sprm in &sprms {
            paragraph.apply(sprm);
        }
        if let Change::One(..) = change {
            change.each(&mut |sprm| paragraph.apply(sprm));
        }
        let shape = paragraph.ends_row().then(|| Shape::of(&sprms));
        Ok((paragraph, shape))
    }

    /// Whether a form feed ends its paragraph, being the end of a section; otherwise it is a page break inside one.
    pub(super) fn ends_section(&self, at: usize) -> bool {
        let Some(place) = self.pieces.place(at) else { return true };
        self.paragraphs.at(place.byte).is_none_or(|run| run.end <= place.byte + place.width)
    }

    /// What a symbol shows.
    pub(super) fn symbol(&self, (font, code): (u16, u16)) -> char {
        symbol(self.fonts.get(usize::from(font)).map_or("", String::as_str), code.into())
    }
}

/// For a story, which of its characters are the code of a field or one of its marks (2.8.25): between 0x13 and 0x14, or
/// 0x15 if the field has no result. A mark without its counterpart hides nothing. An equation shows its code, or what in it
/// has ruby above, whose number is given, too.
pub(super) fn codes(units: &[u16]) -> (Vec<bool>, usize) {
    let mut rubies = 0;
    let mut depth = vec![0_i32; units.len() + 1];
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        match unit {
            0x13 => open.push((at, None)),
            0x14 => {
                if let Some((_, middle)) = open.last_mut() {
                    middle.get_or_insert(at);
                }
            }
            0x15 => {
                if let Some((start, middle)) = open.pop() {
                    let mut hide = |from: usize, to: usize| {
                        depth.get_mut(from).into_iter().for_each(|depth| *depth += 1);
                        depth.get_mut(to).into_iter().for_each(|depth| *depth -= 1);
                    };
                    let code = units
                        .get(start + 1..at)
                        .filter(|code| middle.is_none() && code.len() < equation::LONGEST);
                    let code = code.map(String::from_utf16_lossy).unwrap_or_default();
                    match equation::base(&code) {
                        None => hide(start, middle.unwrap_or(at)),
                        Some(None) => {}
                        Some(Some(base)) => {
                            let units =
                                |end: usize| code.get(..end).unwrap_or_default().encode_utf16().count();
                            hide(start, start + 1 + units(base.start));
                            hide(start + 1 + units(base.end), at);
                            rubies += 1;
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut sum = 0;
    let hidden = depth.iter().take(units.len()).map(|change| {
        sum += change;
        sum > 0
    });
    (hidden.collect(), rubies)
}

/// The names of the fonts (2.9.286 `SttbfFfn`).
fn fonts(bytes: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = bytes.get(4..).unwrap_or_default();
    while let Some(&size) = rest.first() {
        let font = slice(rest, 1, size.into()).unwrap_or_default();
        // The name follows 39 bytes and ends with a zero.
        let name = font.get(39..).unwrap_or_default().chunks_exact(2).filter_map(|two| u16_at(two, 0));
        names.push(String::from_utf16_lossy(&name.take_while(|&unit| unit != 0).collect::<Vec<_>>()));
        rest = rest.get(1 + usize::from(size)..).unwrap_or_default();
    }
    names
}

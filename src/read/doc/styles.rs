//! The style sheet (MS-DOC 2.9.271): what of a style changes the meaning of a paragraph.

use super::file::{File, Part};
use super::format::{Character, Outline, Paragraph};
use super::sprm::Sprms;
use crate::read::bytes::{slice, u16_at};
use crate::read::omitted::Marks;

/// Styles that a style is based on. A chain longer than any real one is a circle.
const CHAIN: usize = 20;

#[derive(Debug, Default)]
struct Style<'a> {
    /// The built-in style that it is: 1 to 9 are headings.
    identifier: u16,
    based_on: u16,
    paragraph: &'a [u8],
    character: &'a [u8],
}

/// What a style gives, with all that it is based on.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Resolved {
    /// The heading level.
    pub(super) level: Option<u8>,
    /// The list that it puts its paragraphs into.
    pub(super) list: Option<i16>,
    /// The level in that list.
    pub(super) list_level: Option<u8>,
    /// What leaves out its text.
    pub(super) marks: Marks,
}

/// All styles by their number.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Resolved>);

impl Styles {
    /// Reads the style sheet.
    pub(super) fn read(file: &File) -> Self {
        let styles = sheet(file.part(Part::Styles)).unwrap_or_default();
        Self(styles.iter().map(|style| resolve(style, &styles)).collect())
    }

    /// What a style gives.
    pub(super) fn get(&self, number: u16) -> Resolved {
        self.0.get(usize::from(number)).copied().unwrap_or_default()
    }
}

fn sheet(bytes: &[u8]) -> Option<Vec<Style<'_>>> {
    let size = usize::from(u16_at(bytes, 0)?);
    let count = u16_at(bytes, 2)?;
    let base = usize::from(u16_at(bytes, 4)?);
    let mut rest = bytes.get(2 + size..)?;
    let mut styles = Vec::new();
    for _ in 0..count {
        let Some(size) = u16_at(rest, 0).map(usize::from) else { break };
        let Some(definition) = slice(rest, 2, size) else { break };
        styles.push(style(definition, base).unwrap_or_default());
        rest = rest.get(2 + size..).unwrap_or_default();
    }
    Some(styles)
}

fn style(bytes: &[u8], base: usize) -> Option<Style<'_>> {
    let identifier = u16_at(bytes, 0)? & 0xfff;
    let kind = u16_at(bytes, 2)?;
    let count = u16_at(bytes, 4)? & 0xf;
    let mut style = Style { identifier, based_on: kind >> 4, ..Style::default() };
    // The name follows: its length, its characters and a zero.
    let mut at = base + usize::from(u16_at(bytes, base)?) * 2 + 4;
    for part in 0..count {
        let size = usize::from(u16_at(bytes, at)?);
        let list = slice(bytes, at + 2, size)?;
        match (kind & 0xf, part) {
            // The list of a paragraph's style begins with the number of the style.
            (1, 0) => style.paragraph = list.get(2..).unwrap_or_default(),
            (1, 1) | (2, 0) => style.character = list,
            _ => {}
        }
        at += 2 + size + size % 2;
    }
    Some(style)
}

fn resolve(style: &Style<'_>, styles: &[Style<'_>]) -> Resolved {
    let next = |style: &&Style<'_>| styles.get(usize::from(style.based_on));
    let mut found = Resolved::default();
    for style in std::iter::successors(Some(style), next).take(CHAIN) {
        let mut paragraph = Paragraph::default();
        Sprms(style.paragraph).for_each(|sprm| paragraph.apply(&sprm));
        let heading = u8::try_from(style.identifier).ok().filter(|level| (1..=9).contains(level));
        found.level = found.level.or(match paragraph.outline {
            Outline::Heading(level) => Some(level),
            Outline::Text | Outline::Unsaid => heading,
        });
        found.list = found.list.or(paragraph.list);
        found.list_level = found.list_level.or(paragraph.list_level);
        let mut character = Character::default();
        Sprms(style.character).for_each(|sprm| character.apply(&sprm, Marks::default()));
        found.marks = found.marks.or(character.marks);
    }
    found
}

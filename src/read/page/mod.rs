//! Pages of glyphs and ruling lines → paragraphs and tables: what PDF and OFD share.
//!
//! Everything is in twips (1/20 pt), x to the right and y down. A page goes through four steps: it is turned upright,
//! its ruling lines become grids ([`lattice`]), the glyphs outside them become lines ([`mod@line`]) without headers, footers
//! and page numbers ([`furniture`]), and the lines of all pages become paragraphs ([`flow`]) while tables are continued
//! over page breaks ([`join`]).

mod columns;
mod flow;
mod furniture;
mod join;
mod labels;
mod lattice;
mod line;
mod margins;
mod marks;
mod matrix;
mod number;
mod paths;
mod quality;
mod row;
mod ruby;
mod ruling;
mod seam;
mod spread;
mod table;
mod turn;
mod unseen;

use super::colour::Colour;
use super::omitted::{Omitted, Why};
use super::{ErrorKind, ReadError, limits};
use crate::document::Builder;
use crate::sorted::sort_by_key;
use line::Line;
pub(super) use matrix::Matrix;
pub(super) use number::{number, numbers};
pub(super) use paths::Path;
pub(super) use quality::{Quality, is_unknown};
use table::Table;
pub(super) use unseen::{is_clipped, within};

/// Coordinates are held within this, so that sums of a few never overflow.
const FAR: i32 = 1 << 20;

/// A character at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The character.
    pub(super) char: char,
    /// Left end on the baseline, seen in the direction of its writing.
    pub(super) x: i32,
    /// The baseline there.
    pub(super) y: i32,
    /// How far writing advances.
    pub(super) width: i32,
    /// The size of the font.
    pub(super) size: i32,
    /// The direction of writing in quarter turns clockwise: 0 rightwards, 1 down, 2 leftwards, 3 up.
    pub(super) turn: u8,
}

/// A stroke or thin fill, or the edge of a filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    /// Left.
    pub(super) x0: i32,
    /// Top.
    pub(super) y0: i32,
    /// Right, not less than left.
    pub(super) x1: i32,
    /// Bottom, not less than top.
    pub(super) y1: i32,
}

/// What is painted on a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The text, in the order of painting.
    pub(super) glyphs: Vec<Glyph>,
    /// Ruling lines: one extent is that of a pen.
    pub(super) rules: Vec<Rule>,
    /// Filled rectangles that are no lines: the ground of cells, whose edges serve where no line is drawn.
    pub(super) fills: Vec<Rule>,
    /// Where text is struck out that no line strikes.
    pub(super) struck: Vec<Rule>,
    /// Width.
    pub(super) width: i32,
    /// Height.
    pub(super) height: i32,
}

/// What a reader finds on a page.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    /// What is visible.
    pub(super) page: Page,
    /// Text without paint: the text layer of a scan.
    pub(super) hidden: Vec<Glyph>,
    /// Characters written aslant, as watermarks are.
    pub(super) aslant: usize,
    /// Images.
    pub(super) images: usize,
    /// Text in a pale colour: a watermark, if it is large.
    pub(super) pale: Vec<Glyph>,
    /// What has been painted so far that white text can be seen on.
    pub(super) grounds: Vec<Rule>,
    /// The boxes that have been filled so far, with their colours; `Auto` where it is not known.
    pub(super) tints: Vec<(Rule, Colour)>,
    /// Whether one of them is as dark as text.
    pub(super) has_dark: bool,
    /// Where white was painted, and how many glyphs there were before: those lie under it.
    pub(super) covers: Vec<(Rule, usize)>,
    /// What is left out, and the last glyph of it.
    pub(super) omitted: Omitted,
    pub(super) left: Option<Glyph>,
    /// Comments, and stamps, which are not read.
    pub(super) comments: usize,
    pub(super) stamps: usize,
}

/// More boxes than this are a drawing, in which no colour of text is looked at.
const TINTS: usize = 2000;
/// Each part of a colour that is as dark as text is at most this.
pub(super) const DARK: u8 = 64;

/// More grounds than this are a drawing, on which anything can be seen.
const GROUNDS: usize = 10_000;

impl Canvas {
    /// Adds what white text can be seen on.
    pub(super) fn ground(&mut self, rule: Rule) {
        if self.grounds.len() < GROUNDS {
            self.grounds.push(rule);
        }
    }

    /// Adds a box that text may have the colour of.
    pub(super) fn tint(&mut self, rule: Rule, colour: Colour) {
        if self.tints.len() < TINTS {
            let is_dark = matches!(colour, Colour::Of(parts) if parts.iter().all(|part| *part <= DARK));
            // Higher than a line is thick.
            self.has_dark |= is_dark && rule.y1 - rule.y0 > 80 && rule.x1 - rule.x0 > 40;
            self.tints.push((rule, colour));
        }
    }

    /// Whether the box that was filled last at a place has a colour.
    pub(super) fn is_ground(&self, place: (i32, i32), colour: Colour) -> bool {
        let last = self.tints.iter().rev().find(|(ground, _)| ground.holds(place, 0));
        self.tints.len() < TINTS && last.is_some_and(|(_, ground)| ground.is_near(colour))
    }

    /// Leaves out a glyph. What does not stand right behind the last one is a piece of its own.
    pub(super) fn leave(&mut self, why: Why, glyph: Glyph) {
        let joins = self.left.replace(glyph).is_some_and(|last| {
            (glyph.y - last.y).abs() <= glyph.size && (glyph.x - last.end()).abs() <= glyph.size
        });
        if !joins {
            self.omitted.part();
        }
        self.omitted.add_text(why, glyph.char.encode_utf8(&mut [0; 4]));
    }

    /// Paints a white box over what stands there.
    pub(super) fn cover(&mut self, rule: Rule) {
        let glyphs = self.page.glyphs.len();
        if glyphs > 0 && self.covers.len() < GROUNDS {
            self.covers.push((rule, glyphs));
        }
    }

    /// Decides what of the page cannot be read, now that all of it is painted.
    pub(super) fn settle(&mut self) {
        unseen::uncover(self);
        unseen::drop_tiny(self);
        marks::settle_pale(self);
    }

    /// Whether white text can be seen at a place.
    pub(super) fn is_dark(&self, place: (i32, i32)) -> bool {
        self.grounds.len() >= GROUNDS || self.grounds.iter().any(|ground| ground.holds(place, 0))
    }
}

/// A whole number of twips, within bounds.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "bounded before")]
pub(super) fn twips(points: f32) -> i32 {
    let twips = (points * 20.0).round();
    // What is no number compares with nothing and becomes 0.
    if twips.abs() < FAR as f32 { twips as i32 } else { 0 }
}

impl Rule {
    /// Whether a place lies in it, or beside it by no more than `slack`.
    pub(super) fn holds(&self, (x, y): (i32, i32), slack: i32) -> bool {
        (self.x0 - slack..=self.x1 + slack).contains(&x) && (self.y0 - slack..=self.y1 + slack).contains(&y)
    }

    /// A rectangle by two opposite corners.
    pub(super) fn new(a: (i32, i32), b: (i32, i32)) -> Self {
        Self { x0: a.0.min(b.0), y0: a.1.min(b.1), x1: a.0.max(b.0), y1: a.1.max(b.1) }
    }
}

/// What stands on a page, from top to bottom.
#[derive(Debug)]
enum Item {
    Line(Line),
    Table(Table),
}

impl Item {
    fn line(&self) -> Option<&Line> {
        match self {
            Self::Line(line) => Some(line),
            Self::Table(_) => None,
        }
    }

    fn top(&self) -> i32 {
        match self {
            Self::Line(line) => line.y - line.size,
            Self::Table(table) => table.top(),
        }
    }
}

/// The items of a page, and what is needed to judge them.
#[derive(Debug)]
struct Sheet {
    items: Vec<Item>,
    width: i32,
    height: i32,
}

/// The pages of a document.
#[derive(Debug, Default)]
pub(super) struct Stack {
    sheets: Vec<Sheet>,
    chars: usize,
    omitted: Omitted,
}

impl Stack {
    /// Adds the next page.
    ///
    /// # Errors
    /// [`ErrorKind::TooMuchText`] beyond the limit on characters.
    pub(super) fn add(&mut self, page: Page) -> Result<(), ReadError> {
        self.chars = self.chars.saturating_add(page.glyphs.len());
        limits::within(self.chars, limits::TEXT_CHARS, ErrorKind::TooMuchText)?;
        for page in spread::split(turn::upright(page)) {
            let sheet = sheet(page, &mut self.omitted);
            self.sheets.push(sheet);
        }
        Ok(())
    }

    /// Adds the paragraphs and tables of all pages to the document.
    pub(super) fn emit(mut self, mut omitted: Omitted, builder: &mut Builder) {
        omitted.merge(&self.omitted);
        omitted.note().into_iter().for_each(|note| builder.note(note));
        furniture::drop(&mut self.sheets, builder);
        margins::set(&mut self.sheets);
        columns::find(&mut self.sheets);
        flow::emit(join::join(self.sheets), builder);
    }
}

/// The lines and ruled tables of a page.
fn sheet(mut page: Page, omitted: &mut Omitted) -> Sheet {
    marks::strike(&mut page, omitted);
    let mut grids = lattice::grids(&page.rules);
    if grids.is_empty() && !page.fills.is_empty() {
        grids = lattice::grids_of_fills(&page.fills);
    }
    let (tables, rest) = table::fill(grids, page.glyphs, omitted);
    let mut items: Vec<Item> = tables.into_iter().map(Item::Table).collect();
    let mut lines = line::lines(rest, omitted);
    ruby::drop_ruby(&mut lines, omitted);
    items.extend(lines.into_iter().map(Item::Line));
    sort_by_key(&mut items, Item::top);
    Sheet { items, width: page.width, height: page.height }
}

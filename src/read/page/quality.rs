//! Judges how far the text of pages can be trusted.

use super::{Canvas, Page};
use crate::document::Builder;
use crate::read::omitted::{Omitted, Why};
use crate::read::{ErrorKind, ReadError};

/// More unknown characters than this, in percent, and nothing can be trusted.
const GARBLED: usize = 10;

/// What was seen on the pages so far.
#[derive(Debug, Default)]
pub(in crate::read) struct Quality {
    pages: u32,
    chars: usize,
    unknown: usize,
    aslant: usize,
    images: usize,
    comments: usize,
    stamps: usize,
    /// What is left out.
    pub(in crate::read) omitted: Omitted,
    /// Pages with images and no text.
    blank: Vec<u32>,
    /// Pages whose text is laid invisibly over a scan.
    recognised: Vec<u32>,
}

impl Quality {
    /// Counts a page and gives what is to be read of it.
    pub(in crate::read) fn judge(&mut self, canvas: Canvas) -> Page {
        self.pages += 1;
        let mut canvas = canvas;
        canvas.settle();
        self.omitted.merge(&canvas.omitted);
        self.comments += canvas.comments;
        self.stamps += canvas.stamps;
        let mut page = canvas.page;
        if !has_text(&page) && !canvas.hidden.is_empty() {
            page.glyphs = canvas.hidden;
            if has_text(&page) {
                self.recognised.push(self.pages);
            }
        } else {
            let mut hidden = Canvas::default();
            canvas.hidden.iter().for_each(|glyph| hidden.leave(Why::Unpainted, *glyph));
            self.omitted.merge(&hidden.omitted);
        }
        let images = canvas.images > 0 || page.fills.len() + page.rules.len() > 200;
        if !has_text(&page) && images {
            self.blank.push(self.pages);
        } else {
            self.images += canvas.images;
        }
        for glyph in &page.glyphs {
            if !glyph.char.is_whitespace() {
                self.chars += 1;
                self.unknown += usize::from(is_unknown(glyph.char));
            }
        }
        self.aslant += canvas.aslant;
        page
    }

    /// Refuses what cannot be trusted, and says the rest to the clerk.
    ///
    /// # Errors
    /// [`ErrorKind::Scanned`] without text, [`ErrorKind::Garbled`] with too much that is unknown.
    pub(in crate::read) fn conclude(&self, builder: &mut Builder) -> Result<(), ReadError> {
        if self.chars == 0 {
            return Err(ReadError::counted(ErrorKind::Scanned, self.pages));
        }
        if self.unknown * 100 > self.chars * GARBLED {
            let percent = (self.unknown * 100).div_ceil(self.chars);
            return Err(ReadError::counted(ErrorKind::Garbled, u32::try_from(percent).unwrap_or(100)));
        }
        if self.unknown > 0 {
            builder.note(format!("有 {} 个字形无法识别，已用“\u{fffd}”等代替，请核对原文", self.unknown));
        }
        if !self.blank.is_empty() {
            builder.note(format!("第 {} 页没有文字（可能是扫描件或图片），未读取", list(&self.blank)));
        }
        if !self.recognised.is_empty() {
            let pages = list(&self.recognised);
            builder.note(format!("第 {pages} 页是扫描件，文字由扫描程序识别，可能有误，请核对原文"));
        }
        if self.aslant > 0 {
            builder.note(format!("有 {} 个斜排的字（如水印）未读取", self.aslant));
        }
        if self.comments > 0 {
            builder.note(format!("有 {} 条批注未读取", self.comments));
        }
        if self.stamps > 0 {
            builder.note(format!("有 {} 个图章未读取", self.stamps));
        }
        if self.images > 0 {
            builder.note(format!("有 {} 张图片未读取", self.images));
        }
        Ok(())
    }
}

/// Whether a character is none that anyone could have meant.
pub(in crate::read) fn is_unknown(char: char) -> bool {
    char == char::REPLACEMENT_CHARACTER
        || matches!(char, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
        || char.is_control() && !char.is_whitespace()
}

fn has_text(page: &Page) -> bool {
    page.glyphs.iter().any(|glyph| !glyph.char.is_whitespace())
}

/// Page numbers as people write them: 1、3—5.
fn list(pages: &[u32]) -> String {
    let mut parts: Vec<(u32, u32)> = Vec::new();
    for &page in pages {
        match parts.last_mut().filter(|(_, last)| last + 1 == page) {
            Some((_, last)) => *last = page,
            None => parts.push((page, page)),
        }
    }
    let show = |(first, last): &(u32, u32)| match last - first {
        0 => first.to_string(),
        1 => format!("{first}、{last}"),
        _ => format!("{first}—{last}"),
    };
    parts.iter().map(show).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_in_runs() {
        assert_eq!(list(&[1, 3, 4, 6, 7, 8]), "1、3、4、6—8");
    }
}

//! Text: bytes in the charset of their font, units of UTF-16, and what stands in for those.

use super::charset::Charset;
use super::reader::Reader;
use super::state::{Destination, Script};
use crate::read::ReadError;
use crate::read::colour::Colour;
use crate::read::equation;
use crate::read::symbol::symbol;
use std::borrow::Cow;

impl Reader<'_> {
    /// What stood in for the last `\u` is over.
    pub(super) fn stop_skipping(&mut self) {
        self.skip = 0;
    }

    /// Whether what comes stands in for the last `\u`, and so is passed over.
    pub(super) fn stands_in(&mut self, bytes: usize) -> bool {
        let skipped = self.skip > 0;
        self.skip = self.skip.saturating_sub(bytes);
        skipped
    }

    pub(super) fn hex(&mut self, byte: u8) {
        let charset = self.charset();
        if self.skip == 1
            && charset.leads(byte)
            && self.lexer.peek_hex().is_some_and(|next| next >= 0x40 && next != 0x7f)
        {
            // Some writers count characters where bytes are meant.
            self.skip = 2;
        }
        if !self.stands_in(1) {
            self.pending.push(byte, charset);
        }
    }

    pub(super) fn bytes(&mut self, text: &[u8]) {
        let skipped = self.skip.min(text.len());
        self.skip -= skipped;
        let charset = self.charset();
        let text = text.get(skipped..).unwrap_or_default();
        for &byte in text {
            self.pending.push(byte, charset);
        }
        if !text.is_empty()
            && self.pending.is_open()
            && let Some(byte) = self.lexer.trail()
        {
            self.pending.push(byte, charset);
        }
    }

    /// `\uN`: a unit of UTF-16.
    pub(super) fn unicode(&mut self, number: i32) -> Result<(), ReadError> {
        self.skip = self.state.stand_in;
        // Units beyond 32767 are written as negative numbers.
        let Ok(unit) = u16::try_from(number.rem_euclid(0x1_0000)) else { return Ok(()) };
        if (0xd800..0xdc00).contains(&unit) {
            if self.high.replace(unit).is_some() {
                self.text("\u{fffd}")?;
            }
            return Ok(());
        }
        let units = [self.high.take().unwrap_or(0), unit];
        let units = if units.first() == Some(&0) { units.get(1..) } else { units.get(..) };
        let text = String::from_utf16_lossy(units.unwrap_or_default());
        self.text(&text)
    }

    /// The font of the text that comes.
    fn font(&self) -> i32 {
        let characters = &self.state.characters;
        let associated = characters.east_asian.filter(|_| characters.script == Script::EastAsian);
        associated.or(characters.font).unwrap_or(self.default_font)
    }

    pub(super) fn charset(&self) -> Charset {
        self.fonts.charset(self.font())
    }

    /// Decodes the bytes that wait.
    pub(super) fn flush(&mut self) -> Result<(), ReadError> {
        if self.pending.is_empty() {
            return Ok(());
        }
        let charset = match self.charset() {
            // The name of a symbol font is no symbol.
            Charset::Symbol if self.state.destination == Destination::Fonts => Charset::Latin,
            charset => charset,
        };
        let (text, unknown) = self.pending.take(charset, self.fonts.may_be_chinese(), self.gb18030);
        if matches!(self.state.destination, Destination::Text | Destination::Label) {
            self.unknown = self.unknown.saturating_add(unknown);
        }
        self.text(&text)
    }

    /// Adds text to where it goes.
    pub(super) fn text(&mut self, text: &str) -> Result<(), ReadError> {
        let entry = self.state.entry;
        match self.state.destination {
            Destination::Text | Destination::Label => {}
            Destination::Fonts => {
                self.fonts.add_name(entry, text);
                return Ok(());
            }
            Destination::Code => {
                if self.code.len() < equation::LONGEST {
                    self.code.push_str(text);
                }
                return Ok(());
            }
            Destination::Colours => {
                for _ in text.matches(';') {
                    let parts = std::mem::take(&mut self.colour);
                    let part = |part: Option<i32>| part.and_then(|part| u8::try_from(part).ok());
                    self.colours.push(match parts.map(part) {
                        [Some(red), Some(green), Some(blue)] => Colour::Of([red, green, blue]),
                        _ => Colour::Auto,
                    });
                }
                return Ok(());
            }
            Destination::Styles => {
                self.styles.add_name(entry, text);
                return Ok(());
            }
            _ => return Ok(()),
        }
        let characters = self.state.characters;
        let now = (characters.deleted, characters.inserted);
        let before = std::mem::replace(&mut self.was, now);
        self.counts.deletions += usize::from(now.0 && !before.0);
        self.counts.insertions += usize::from(now.1 && !now.0 && !before.1);
        if characters.deleted {
            return Ok(());
        }
        self.budget.text(text)?;
        let font = self.font();
        let name = (self.fonts.charset(font) == Charset::Symbol).then(|| self.fonts.name(font));
        let text = match name {
            // The glyphs of a symbol font are no letters.
            Some(name) => Cow::Owned(
                text.chars()
                    .map(|c| match u32::from(c) {
                        code @ 0xf000..=0xf0ff => symbol(name, code),
                        _ => c,
                    })
                    .collect(),
            ),
            None => Cow::Borrowed(text),
        };
        if self.state.destination == Destination::Label {
            self.story.label.push_str(&text);
        } else {
            let mut marks = characters.marks;
            marks.ground = marks.ground.or(self.state.paragraph.ground);
            if marks.ground.is_none() && marks.colour.is_some() && self.state.paragraph.depth() > 0 {
                marks.ground = self.row.ground(self.story.column());
            }
            marks.size = marks.size.or(Some(24));
            self.story.omitted.write(marks, &text, &mut self.story.text);
        }
        Ok(())
    }
}

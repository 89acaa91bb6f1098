//! Showing text (ISO 32000-1, 9.4).

use super::font::{Font, Shown};
use super::interpret::{Interpreter, Operand};
use crate::read::omitted::Why;
use crate::read::page::{Glyph, is_clipped, twips};
use crate::read::{ErrorKind, ReadError, limits};

impl Interpreter<'_, '_> {
    /// Shows strings; numbers between them move back by thousandths.
    pub(super) fn show(&mut self, operands: &[Operand<'_>]) -> Result<(), ReadError> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        for operand in operands {
            match operand {
                Operand::Number(number) => self.advance(&font, -number / 1000.0 * self.state.size),
                Operand::String(bytes) => {
                    let mut run = font.begin(bytes, &mut self.shared.gb);
                    let mut shown = std::mem::take(&mut self.shown);
                    while font.show(&mut run, &self.shared.gb, &mut shown) {
                        self.count(shown.iter().map(|one| one.text.chars().count()).sum())?;
                        for one in shown.drain(..) {
                            self.glyph(&font, &one);
                        }
                    }
                    self.shown = shown;
                }
                Operand::Name(_) | Operand::Mark => {}
            }
        }
        Ok(())
    }

    /// Counts characters that are about to be put on the page.
    fn count(&mut self, chars: usize) -> Result<(), ReadError> {
        self.shared.chars = self.shared.chars.saturating_add(chars);
        limits::within(self.shared.chars, limits::TEXT_CHARS, ErrorKind::TooMuchText)?;
        self.chars = self.chars.saturating_add(chars);
        limits::within(self.chars, limits::PAGE_CHARS, ErrorKind::CrowdedPage)?;
        // Each is held against what was painted before.
        if self.state.is_white() {
            self.shared.budget.take(chars.saturating_mul(self.canvas.grounds.len()) / 4)?;
        } else if self.state.tint(self.canvas.has_dark).is_some() {
            self.shared.budget.take(chars.saturating_mul(self.canvas.tints.len()) / 64)?;
        }
        Ok(())
    }

    fn advance(&mut self, font: &Font, by: f32) {
        let (x, y) = if font.vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text = self.text.shifted(x, y);
    }

    fn glyph(&mut self, font: &Font, shown: &Shown) {
        let state = &self.state;
        let size = state.size;
        let matrix = self.text.then(&state.page);
        let spacing = state.between + if shown.is_space { state.between_words } else { 0.0 };
        // Text that runs down has its origin above the middle of the glyph (9.7.4.3).
        let (x, y) =
            if font.vertical { (-shown.width / 2.0 * size, -0.88 * size) } else { (0.0, state.rise) };
        let (x, y) = matrix.apply(x, y);
        if let Some(turn) = matrix.turn() {
            let stretch = if font.vertical { 1.0 } else { state.stretch };
            let width = twips((shown.width * size * stretch * matrix.scale()).abs());
            let height = twips((size * font.height * matrix.height()).abs()).max(1);
            let many = i32::try_from(shown.text.chars().count().max(1)).unwrap_or(1);
            // Letters set as one glyph share its room.
            for (part, char) in (0..).zip(shown.text.chars()) {
                let along = width / many * part;
                let (dx, dy) = match turn {
                    0 => (along, 0),
                    1 => (0, along),
                    2 => (-along, 0),
                    _ => (0, -along),
                };
                let glyph = Glyph {
                    char,
                    x: twips(x) + dx,
                    y: twips(y) + dy,
                    width: width / many,
                    size: height,
                    turn,
                };
                let page = &self.canvas.page;
                let (across, down) = glyph.centre();
                if (0..=page.width).contains(&across) && (0..=page.height).contains(&down) {
                    self.put(glyph);
                }
            }
        } else {
            self.canvas.aslant += 1;
        }
        let by = if font.vertical { spacing - size } else { shown.width * size + spacing };
        self.advance(font, by);
    }

    /// Puts a glyph where it belongs: onto the page, or with what cannot be seen.
    fn put(&mut self, glyph: Glyph) {
        let state = &self.state;
        let place = glyph.centre();
        let why = if let Some(why) = self.hides {
            Some(why)
        } else if state.clip.is_some_and(|clip| is_clipped(clip, &glyph)) {
            Some(Why::Clipped)
        } else if state.is_gone {
            Some(Why::Unpainted)
        } else if state.is_white() {
            (!self.canvas.is_dark(place)).then_some(Why::White)
        } else {
            state
                .tint(self.canvas.has_dark)
                .filter(|tint| self.canvas.is_ground(place, *tint))
                .map(|_| Why::Faint)
        };
        let canvas = &mut self.canvas;
        if state.is_unpainted() {
            canvas.hidden.push(glyph);
        } else if let Some(why) = why {
            canvas.leave(why, glyph);
        } else if state.fill_is_pale && !state.is_white() || state.is_faint {
            canvas.pale.push(glyph);
        } else {
            canvas.omitted.part();
            canvas.page.glyphs.push(glyph);
        }
    }
}

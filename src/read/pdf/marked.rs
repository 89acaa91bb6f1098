//! Marked content (ISO 32000-1, 14.6): layers, watermarks, and the text that stands for what is shown (14.9.4).

use super::interpret::{Interpreter, Operand};
use super::state::Marked;
use crate::read::ReadError;
use crate::read::omitted::Why;
use crate::read::page::is_unknown;
use hayro_syntax::object::Dict;
use hayro_syntax::page::Resources;

/// Marked content inside marked content; deeper one is passed over.
const MARKED_DEPTH: usize = 1 << 10;

/// A text string (7.9.2.2): UTF-16 or, as a rule, ASCII.
pub(super) fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units = wide
                .chunks_exact(2)
                .map(|pair| pair.iter().fold(0_u16, |value, byte| value << 8 | u16::from(*byte)));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

impl Interpreter<'_, '_> {
    /// Begins marked content: a layer, a watermark, or what stands for a text.
    pub(super) fn begin_marked(
        &mut self,
        operands: &[Operand<'_>],
        name: Option<&[u8]>,
        resources: &Resources<'_>,
    ) -> Result<(), ReadError> {
        let named = |wanted: &[u8]| {
            operands.iter().any(|operand| matches!(operand, Operand::Name(name) if &**name == wanted))
        };
        let layer = name.filter(|_| named(b"OC"));
        let hides = if layer.is_some_and(|layer| self.shared.layers.hide(&resources.properties, layer)) {
            Some(Why::Layer)
        } else {
            (named(b"Artifact") && named(b"Watermark")).then_some(Why::Watermark)
        };
        let actual = self.actual_text(operands, name, resources);
        // A text that many pieces share is read for each of them.
        self.shared.budget.take(actual.as_ref().map_or(0, |(text, _)| text.len()))?;
        self.mark(actual, hides);
        Ok(())
    }

    /// Begins marked content: the text that stands for it, and why it is left out.
    pub(super) fn mark(&mut self, actual: Option<(String, usize)>, hides: Option<Why>) {
        if self.marked.len() >= MARKED_DEPTH {
            self.too_deep += 1;
            return;
        }
        self.marked.push(Marked { actual, before: self.hides });
        self.hides = self.hides.or(hides);
    }

    /// Ends marked content, and gives the text that stands for it.
    fn unmark(&mut self) -> Option<(String, usize)> {
        if let Some(less) = self.too_deep.checked_sub(1) {
            self.too_deep = less;
            return None;
        }
        let ended = self.marked.pop();
        self.hides = ended.as_ref().map_or(self.around, |ended| ended.before);
        ended?.actual
    }

    fn actual_text(
        &self,
        operands: &[Operand<'_>],
        name: Option<&[u8]>,
        resources: &Resources<'_>,
    ) -> Option<(String, usize)> {
        let at = operands
            .iter()
            .position(|operand| matches!(operand, Operand::Name(name) if &**name == b"ActualText"));
        let bytes = if let Some(Operand::String(bytes)) = at.and_then(|at| operands.get(at + 1)) {
            bytes.to_vec()
        } else {
            let properties = resources.properties.get::<Dict<'_>>(name?)?;
            properties.get::<hayro_syntax::object::String<'_>>("ActualText")?.to_vec()
        };
        Some((decoded(&bytes), self.canvas.page.glyphs.len()))
    }

    /// Where glyphs cannot be told, the text that marked content stands for says what they are.
    pub(super) fn end_marked(&mut self) {
        let Some((text, from)) = self.unmark() else { return };
        let glyphs = self.canvas.page.glyphs.get_mut(from..).unwrap_or_default();
        let chars = text.chars().count();
        if chars == glyphs.len() && glyphs.iter().any(|glyph| is_unknown(glyph.char)) {
            for (glyph, char) in glyphs.iter_mut().zip(text.chars()) {
                glyph.char = char;
            }
        }
    }
}

//! The widths of glyphs (ISO 32000-1, 9.6.2 and 9.7.4.3), in thousandths of the size.

use super::super::stream::Budget;
use super::ranges::Ranges;
use crate::read::ReadError;
use hayro_syntax::object::{Array, Dict, Name, Object};

/// Widths by code or by number of glyph.
#[derive(Debug)]
pub(super) struct Widths {
    /// Their bits.
    told: Ranges,
    default: f32,
}

impl Widths {
    /// Those of a simple font.
    pub(super) fn simple(font: &Dict<'_>) -> Self {
        let descriptor = font.get::<Dict<'_>>("FontDescriptor");
        let missing = descriptor.and_then(|descriptor| number(&descriptor, "MissingWidth"));
        let first = font.get::<i32>("FirstChar").and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
        let widths = font.get::<Array<'_>>("Widths");
        let default = missing
            .filter(|width| *width > 0.0)
            .unwrap_or_else(|| if widths.is_some() { 0.0 } else { standard(font) });
        let mut told = Ranges::default();
        let widths =
            widths.iter().flat_map(Array::iter::<Object<'_>>).map(|width| width.into_f32().unwrap_or(0.0));
        for (code, width) in (first..).zip(widths.take(256)) {
            told.add(code, code, width.to_bits());
        }
        told.finish();
        Self { told, default }
    }

    /// Those of the descendant of a composite font.
    ///
    /// # Errors
    /// Those of [`Budget::take`]: lists are read again for each font that shares them.
    pub(super) fn composite(font: &Dict<'_>, budget: &mut Budget) -> Result<Self, ReadError> {
        let default = number(font, "DW").unwrap_or(1000.0);
        let mut told = Ranges::default();
        let array = font.get::<Array<'_>>("W");
        budget.take(array.as_ref().map_or(0, |array| array.data().len()).saturating_mul(8))?;
        let mut items = array.iter().flat_map(Array::iter::<Object<'_>>);
        let whole = |item: Option<Object<'_>>| {
            item.and_then(Object::into_i32).and_then(|number| u32::try_from(number).ok())
        };
        while let Some(first) = whole(items.next()) {
            match items.next() {
                Some(Object::Array(list)) => {
                    budget.take(list.data().len())?;
                    for (number, width) in (first..=0xffff).zip(list.iter::<Object<'_>>()) {
                        told.add(number, number, width.into_f32().unwrap_or(default).to_bits());
                    }
                }
                Some(last) => {
                    let width = items.next().and_then(Object::into_f32);
                    if let Some((last, width)) = whole(Some(last)).zip(width) {
                        told.add(first, last, width.to_bits());
                    }
                }
                None => break,
            }
        }
        told.finish();
        Ok(Self { told, default })
    }

    /// The width of a code or glyph, if it is told.
    pub(super) fn told(&self, number: u32) -> Option<f32> {
        self.told.get(number).map(|(bits, _)| f32::from_bits(bits))
    }

    /// The width of a code or glyph.
    pub(super) fn of(&self, number: u32) -> f32 {
        self.told(number).unwrap_or(self.default)
    }
}

/// The width of digits in the fourteen standard fonts (9.6.2.2), which bring no widths. It is near enough for letters.
fn standard(font: &Dict<'_>) -> f32 {
    let name = font.get::<Name<'_>>("BaseFont");
    let name = name.as_deref().unwrap_or_default();
    let has = |part: &[u8]| name.windows(part.len()).any(|window| window == part);
    if has(b"Courier") {
        600.0
    } else if has(b"Helvetica") || has(b"Arial") {
        556.0
    } else {
        500.0
    }
}

fn number(dict: &Dict<'_>, key: &str) -> Option<f32> {
    dict.get::<Object<'_>>(key).and_then(Object::into_f32)
}

//! The widths of glyphs (ISO 32000-1, 9.6.2 and 9.7.4.3), in thousandths of the size.

use hayro_syntax::object::{Array, Dict, Object};
use std::collections::BTreeMap;

/// Widths by code or by number of glyph.
#[derive(Debug)]
pub(super) struct Widths {
    single: BTreeMap<u32, f32>,
    /// By their last number: first number, width.
    ranges: BTreeMap<u32, (u32, f32)>,
    default: f32,
}

impl Widths {
    /// Those of a simple font.
    pub(super) fn simple(font: &Dict<'_>) -> Self {
        let descriptor = font.get::<Dict<'_>>("FontDescriptor");
        let missing = descriptor.and_then(|descriptor| descriptor.get::<f32>("MissingWidth"));
        let first = font.get::<i32>("FirstChar").and_then(|first| u32::try_from(first).ok()).unwrap_or(0);
        let widths = font.get::<Array<'_>>("Widths");
        // The fourteen standard fonts bring no widths; half the size is near enough for them.
        let default =
            missing.filter(|width| *width > 0.0).unwrap_or(if widths.is_some() { 0.0 } else { 500.0 });
        let widths = widths.into_iter().flat_map(|widths| widths.iter::<f32>().take(256).collect::<Vec<_>>());
        Self { single: (first..).zip(widths).collect(), ranges: BTreeMap::new(), default }
    }

    /// Those of the descendant of a composite font.
    pub(super) fn composite(font: &Dict<'_>) -> Self {
        let default = font.get::<f32>("DW").unwrap_or(1000.0);
        let mut widths = Self { single: BTreeMap::new(), ranges: BTreeMap::new(), default };
        let Some(array) = font.get::<Array<'_>>("W") else { return widths };
        let mut items = array.iter::<Object<'_>>();
        let number = |item: Option<Object<'_>>| {
            item.and_then(Object::into_i32).and_then(|number| u32::try_from(number).ok())
        };
        while let Some(first) = number(items.next()) {
            match items.next() {
                Some(Object::Array(list)) => {
                    widths.single.extend((first..=0xffff).zip(list.iter::<f32>()));
                }
                Some(last) => {
                    let width = items.next().and_then(Object::into_f32);
                    if let Some((last, width)) = number(Some(last)).zip(width) {
                        widths.ranges.insert(last, (first, width));
                    }
                }
                None => break,
            }
        }
        widths
    }

    /// The width of a code or glyph, if it is told.
    pub(super) fn told(&self, number: u32) -> Option<f32> {
        self.single.get(&number).copied().or_else(|| {
            let (_, (first, width)) = self.ranges.range(number..).next()?;
            (*first <= number).then_some(*width)
        })
    }

    /// The width of a code or glyph.
    pub(super) fn of(&self, number: u32) -> f32 {
        self.told(number).unwrap_or(self.default)
    }
}

//! Places as others count them: characters for the contract, UTF-16 code units for the page.
//!
//! Both are counted from the start of the line. A line may be as long as the file, and a place stand in it for each number, so
//! long lines get marks on the way to count from.

use crate::document::{Document, LineId, Span};
use crate::wire;
use std::collections::BTreeMap;

/// Bytes from one mark to the next.
const STEP: usize = 4096;

/// So much of a line.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    bytes: usize,
    characters: u32,
    units: u32,
}

impl Count {
    /// This much, and `text` behind it.
    fn and(self, text: &str) -> Self {
        let (characters, units) =
            text.chars().fold((self.characters, self.units), |(characters, units), c| {
                (characters.saturating_add(1), units.saturating_add(if c.len_utf16() == 2 { 2 } else { 1 }))
            });
        Self { bytes: self.bytes.saturating_add(text.len()), characters, units }
    }
}

/// The places of a document.
#[derive(Debug)]
pub(super) struct Places<'d> {
    document: &'d Document,
    /// The marks of long lines, in order.
    marks: BTreeMap<LineId, Vec<Count>>,
}

impl<'d> Places<'d> {
    /// Sets the marks.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut marks = BTreeMap::new();
        for (id, line) in (0..).map(LineId).zip(document.lines()) {
            let mut rest = line.as_str();
            let mut all = Vec::new();
            let mut count = Count::default();
            while rest.len() > STEP {
                let (piece, tail) = rest.split_at(rest.floor_char_boundary(STEP));
                count = count.and(piece);
                all.push(count);
                rest = tail;
            }
            if !all.is_empty() {
                marks.insert(id, all);
            }
        }
        Self { document, marks }
    }

    /// What stands before a byte of a line.
    fn before(&self, line: LineId, byte: usize) -> Count {
        let marks = self.marks.get(&line).map(Vec::as_slice).unwrap_or_default();
        let passed = marks.partition_point(|mark| mark.bytes <= byte);
        let mark = passed.checked_sub(1).and_then(|last| marks.get(last)).copied().unwrap_or_default();
        mark.and(self.document.line(line).get(mark.bytes..byte).unwrap_or(""))
    }

    /// Line, column and length of a span in characters, line and column from 1.
    pub(super) fn position(&self, span: Span) -> (u32, u32, u32) {
        let start = self.before(span.line, span.start as usize);
        let end = start.and(self.document.text(span));
        let one = |n: u32| n.saturating_add(1);
        (one(span.line.0), one(start.characters), end.characters.saturating_sub(start.characters))
    }

    /// A span in UTF-16 code units, counted from 0.
    pub(super) fn anchor(&self, span: Span) -> wire::Anchor {
        let start = self.before(span.line, span.start as usize);
        wire::Anchor { line: span.line.0, start: start.units, end: start.and(self.document.text(span)).units }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Format};

    #[test]
    fn a_place_far_into_a_line_is_counted_as_from_its_start() {
        let mut builder = Builder::new(Format::Text);
        let line = "a公𠮷开".repeat(3000);
        builder.paragraph("短", None);
        builder.paragraph(line.as_str(), None);
        let document = builder.finish();
        let places = Places::of(&document);
        for (index, (at, c)) in line.char_indices().enumerate().step_by(97) {
            let span = Span::new(LineId(1), at, at + c.len_utf8());
            let units = line.get(..at).unwrap_or("").encode_utf16().count();
            let index = u32::try_from(index).unwrap_or(0);
            assert_eq!(places.position(span), (2, index + 1, 1));
            let anchor = places.anchor(span);
            assert_eq!((anchor.start as usize, anchor.end as usize), (units, units + c.len_utf16()));
        }
    }
}

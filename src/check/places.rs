//! Places as others count them: in characters.
//!
//! They are counted from the start of the line. A line may be as long as the file, and a place stand in it for each number, so
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
}

impl Count {
    /// This much, and `text` behind it.
    fn and(self, text: &str) -> Self {
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Self {
            bytes: self.bytes.saturating_add(text.len()),
            characters: self.characters.saturating_add(characters),
        }
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
        for (id, line) in (document.first_line().0..).map(LineId).zip(document.lines()) {
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

    /// Where a span stands.
    pub(super) fn of_span(&self, span: Span) -> wire::Place {
        let start = self.before(span.line, span.start as usize);
        let end = start.and(self.document.text(span));
        wire::Place {
            line: span.line.0.saturating_add(1),
            column: start.characters.saturating_add(1),
            length: end.characters.saturating_sub(start.characters),
        }
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
            let column = u32::try_from(index).unwrap_or(0) + 1;
            assert_eq!(places.of_span(span), wire::Place { line: 2, column, length: 1 });
        }
    }
}

//! Every limit that protects the clerk's computer from hostile or unlucky files, in one place.
//!
//! A limit is the largest value still accepted. What goes beyond ends the reading with an [`ErrorKind`] that names it;
//! tables alone are clipped with a note instead, because a sheet with ten thousand rows is unlucky and not hostile.

use super::{ErrorKind, ReadError};
use crate::document::Document;

/// Bytes of a file of any kind.
pub const FILE_BYTES: usize = 30 << 20;
/// Bytes of plain text, Markdown or HTML, from a file or the clipboard.
pub const TEXT_BYTES: usize = 10 << 20;
/// Characters of text in the document that is read.
pub const TEXT_CHARS: usize = crate::document::MOST_CHARS;
/// Paragraphs and cells of the document that is read.
pub const LINES: usize = crate::document::MOST_LINES;
/// Entries of a zip container.
pub const ENTRIES: usize = 1_000;
/// Inflated bytes of one entry.
pub const ENTRY_BYTES: usize = 64 << 20;
/// Inflated bytes of all entries that are read.
pub const TOTAL_BYTES: usize = 128 << 20;
/// Inflated bytes per stored byte of an entry…
pub const RATIO: usize = 100;
/// … once this many bytes have come out.
pub const RATIO_GRACE: usize = 1 << 20;
/// Nesting of elements.
pub const DEPTH: usize = 256;
/// Elements and pieces of text in a document.
pub const NODES: usize = 1_000_000;
/// Attributes of one element.
pub const ATTRIBUTES: usize = 256;
/// Rows of a table; later ones are left out with a note.
pub const ROWS: usize = 500;
/// Columns of a table, and so the largest span; what lies beyond is left out with a note.
pub const COLUMNS: usize = 60;
/// Characters of an automatic label such as 一、; what is longer is cut off there.
pub const LABEL_CHARS: usize = 64;
/// Documents embedded in documents (`altChunk`).
pub const EMBEDDED: usize = 10;
/// Pages of a PDF or OFD.
pub const PAGES: usize = 300;
/// Characters on a page of a PDF.
pub const PAGE_CHARS: usize = 200_000;
/// Objects of a PDF.
pub const OBJECTS: usize = 300_000;
/// Inflated bytes of one stream of a PDF.
pub const STREAM_BYTES: usize = 32 << 20;
/// Forms inside forms on a page of a PDF; deeper ones are left out.
pub const FORM_DEPTH: usize = 16;
/// Bytes of properties of characters and paragraphs that a binary document of Word refers to; its parts may share them.
pub const PROPERTY_BYTES: usize = 128 << 20;
/// Cells of a workbook with something in them. Drawn empty ones and merges of each sheet beyond as many are passed over.
pub const SHEET_CELLS: usize = 200_000;

/// Fails with `kind` if `value` is beyond `limit`.
pub(crate) fn within(value: usize, limit: usize, kind: ErrorKind) -> Result<(), ReadError> {
    if value > limit { Err(ReadError::new(kind)) } else { Ok(()) }
}

/// Refuses a document that holds more than one may.
pub(crate) fn whole(document: &Document) -> Result<(), ReadError> {
    let lines = document.lines();
    within(lines.len(), LINES, ErrorKind::TooManyLines)?;
    // Most are so short that their bytes say enough.
    if lines.iter().map(String::len).sum::<usize>() <= TEXT_CHARS {
        return Ok(());
    }
    within(lines.iter().map(|line| line.chars().count()).sum(), TEXT_CHARS, ErrorKind::TooMuchText)
}

/// Counts what a reader produces, so that a document can be refused before it is held in memory.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    nodes: usize,
    chars: usize,
}

impl Budget {
    /// One more element or piece of text.
    pub(crate) fn node(&mut self) -> Result<(), ReadError> {
        self.nodes = self.nodes.saturating_add(1);
        within(self.nodes, NODES, ErrorKind::TooManyNodes)
    }

    /// So much more text.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), ReadError> {
        self.chars = self.chars.saturating_add(text.chars().count());
        within(self.chars, TEXT_CHARS, ErrorKind::TooMuchText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_the_largest_value_accepted() {
        let kind = ErrorKind::TooDeep;
        assert_eq!(within(DEPTH - 1, DEPTH, kind), Ok(()));
        assert_eq!(within(DEPTH, DEPTH, kind), Ok(()));
        assert_eq!(within(DEPTH + 1, DEPTH, kind), Err(ReadError::new(kind)));
    }

    #[test]
    fn nodes_are_counted() {
        let mut budget = Budget { nodes: NODES - 1, chars: 0 };
        assert_eq!(budget.node(), Ok(()));
        assert_eq!(budget.node(), Err(ReadError::new(ErrorKind::TooManyNodes)));
    }

    #[test]
    fn text_is_counted_in_characters() {
        let mut budget = Budget { nodes: 0, chars: TEXT_CHARS - 3 };
        assert_eq!(budget.text("公开"), Ok(()));
        assert_eq!(budget.text("年"), Ok(()));
        assert_eq!(budget.text("报"), Err(ReadError::new(ErrorKind::TooMuchText)));
    }
}

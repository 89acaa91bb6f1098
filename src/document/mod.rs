//! What every reader produces and everything after it works on: lines of text, and blocks made of them.
//!
//! A *line* is the unit of place: one line of a text file, one paragraph of a document, or the text of one table
//! cell. The source text is never altered; whatever folds or normalises text does so in a view with a map back.

mod builder;

pub use crate::formats::Format;
pub use builder::{Builder, CellSpan, MOST_CHARS, MOST_LINES};

/// A report as read: its lines, and the paragraphs and tables they form, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The reader that made it.
    pub format: Format,
    /// Paragraphs and tables in reading order.
    pub blocks: Vec<Block>,
    /// What reading had to guess or leave out, as sentences for the clerk.
    pub notes: Vec<String>,
    /// The number of the first of its lines; not 0 in a part of a file.
    first: u32,
    lines: Vec<String>,
}

impl Document {
    /// All lines, in the order of the source. Those of a part begin with its [`Self::first_line`].
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The number of the first line.
    pub fn first_line(&self) -> LineId {
        LineId(self.first)
    }

    fn index(&self, id: LineId) -> Option<usize> {
        id.0.checked_sub(self.first).map(|index| index as usize)
    }

    /// The text of a line; empty if there is no such line.
    pub fn line(&self, id: LineId) -> &str {
        self.index(id).and_then(|index| self.lines.get(index)).map_or("", String::as_str)
    }

    /// The same document with another text in a line; a line that is not there is passed over. What spans said of the old
    /// text no longer holds.
    #[must_use]
    pub fn with_line(mut self, id: LineId, text: String) -> Self {
        if let Some(line) = self.index(id).and_then(|index| self.lines.get_mut(index)) {
            *line = text;
        }
        self
    }

    /// The part of the document that these blocks make up, by their index. Lines keep their numbers.
    #[must_use]
    pub fn part(&self, blocks: std::ops::Range<usize>) -> Self {
        let blocks = self.blocks.get(blocks).unwrap_or_default().to_vec();
        let ids = || blocks.iter().flat_map(Block::lines).map(|id| id.0);
        let first = ids().min().unwrap_or(0);
        let end = ids().max().map_or(first, |last| last.saturating_add(1));
        // Each block has lines of its own, one behind the other.
        let lines = (first..end).map(|id| self.line(LineId(id)).to_owned()).collect();
        Self { format: self.format, blocks, notes: self.notes.clone(), first, lines }
    }

    /// The text that a span covers; empty if the span does not fit its line.
    pub fn text(&self, span: Span) -> &str {
        self.line(span.line).get(span.start as usize..span.end as usize).unwrap_or("")
    }
}

/// Which line of a document; counts from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(pub u32);

/// A stretch of one line, in bytes of its original text. The ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The line.
    pub line: LineId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span of bytes `start..end` of `line`.
    pub fn new(line: LineId, start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { line, start: clamp(start), end: clamp(end) }
    }
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text or a heading.
    Paragraph(Paragraph),
    /// A grid of cells that the source itself marks as a table.
    Table(Table),
}

impl Block {
    /// The lines it is made of.
    pub fn lines(&self) -> impl Iterator<Item = LineId> {
        let (paragraph, cells) = match self {
            Self::Paragraph(paragraph) => (Some(paragraph.line), &[][..]),
            Self::Table(table) => (None, table.cells.as_slice()),
        };
        paragraph.into_iter().chain(cells.iter().map(|cell| cell.line))
    }
}

/// One paragraph, which is one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Its text.
    pub line: LineId,
    /// The heading level (1 = highest) if the source marks it as a heading; a plain-text heading has none.
    pub level: Option<u8>,
}

/// A table with its merged cells resolved: each cell stands once, at its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Number of rows.
    pub rows: u32,
    /// Number of columns, phantom grid lines removed.
    pub columns: u32,
    /// The cells, by row and then by column.
    pub cells: Vec<Cell>,
}

/// One cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// First row it covers, from 0.
    pub row: u32,
    /// First column it covers, from 0.
    pub column: u32,
    /// Rows it covers, at least 1.
    pub row_span: u32,
    /// Columns it covers, at least 1.
    pub column_span: u32,
    /// Its text. Paragraphs inside a cell are separated by `\n`.
    pub line: LineId,
}

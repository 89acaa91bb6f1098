use super::{Block, Cell, Document, Format, LineId, Paragraph, Table};

/// Characters of text in a document. A builder keeps nothing behind the line that goes beyond: whoever made it sees by its
/// length that it is to be refused, whatever the text was made of.
pub const MOST_CHARS: usize = 3_000_000;
/// Lines of a document, which are its paragraphs and cells; the same holds for them.
pub const MOST_LINES: usize = 250_000;

/// Builds a [`Document`] in reading order.
#[derive(Debug)]
pub struct Builder {
    format: Format,
    chars: usize,
    lines: Vec<String>,
    blocks: Vec<Block>,
    notes: Vec<String>,
}

/// Position and extent of a cell that is handed to [`Builder::table`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellSpan {
    /// First row, from 0.
    pub row: u32,
    /// First column, from 0.
    pub column: u32,
    /// Rows covered, at least 1.
    pub row_span: u32,
    /// Columns covered, at least 1.
    pub column_span: u32,
}

impl Builder {
    /// An empty document of the given format.
    pub fn new(format: Format) -> Self {
        Self { format, chars: 0, lines: Vec::new(), blocks: Vec::new(), notes: Vec::new() }
    }

    /// Adds a paragraph; `level` is the heading level if the source marks it as a heading.
    pub fn paragraph(&mut self, text: impl Into<String>, level: Option<u8>) {
        if !self.is_full() {
            let line = self.push(text.into());
            self.blocks.push(Block::Paragraph(Paragraph { line, level }));
        }
    }

    /// Adds a table. Cells may come in any order; the table is as large as they reach.
    pub fn table(&mut self, cells: impl IntoIterator<Item = (CellSpan, String)>) {
        if self.is_full() {
            return;
        }
        let mut given: Vec<(CellSpan, String)> = cells.into_iter().collect();
        crate::sorted::sort_by_key(&mut given, |(at, _)| (at.row, at.column));
        let (mut rows, mut columns) = (0, 0);
        let mut cells = Vec::with_capacity(given.len());
        for (at, text) in given {
            let line = self.push(text);
            let (row_span, column_span) = (at.row_span.max(1), at.column_span.max(1));
            rows = rows.max(at.row.saturating_add(row_span));
            columns = columns.max(at.column.saturating_add(column_span));
            cells.push(Cell { row: at.row, column: at.column, row_span, column_span, line });
        }
        self.blocks.push(Block::Table(Table { rows, columns, cells }));
    }

    /// Adds a note for the clerk, once.
    pub fn note(&mut self, note: impl Into<String>) {
        let note = note.into();
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Whether nothing has been added yet.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The finished document.
    pub fn finish(self) -> Document {
        Document { format: self.format, blocks: self.blocks, notes: self.notes, first: 0, lines: self.lines }
    }

    /// Whether it has gone beyond what a document may have.
    pub fn is_full(&self) -> bool {
        self.chars > MOST_CHARS || self.lines.len() > MOST_LINES
    }

    fn push(&mut self, text: String) -> LineId {
        let id = LineId(u32::try_from(self.lines.len()).unwrap_or(u32::MAX));
        if !self.is_full() {
            self.chars = self.chars.saturating_add(text.chars().count());
            self.lines.push(text);
        }
        id
    }
}

//! A table as its rows say it, and the grid that it means.

use crate::document::{Builder, CellSpan};
use crate::read::grid::Grid;
use crate::text::shows;

/// A piece of the document, in reading order.
#[derive(Debug, Clone)]
pub(super) enum Block {
    /// Text whose lines are separated by `\n`, and its heading level.
    Paragraph(String, Option<u8>),
    /// A table that holds data.
    Table(Grid),
    /// Another document that is embedded here (`w:altChunk`), by the id of its relationship.
    Embedded(String),
}

/// How a cell continues another.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    /// It does not.
    #[default]
    None,
    /// It begins a merged cell.
    Restart,
    /// It is the rest of the one above (`w:vMerge`) or to the left (`w:hMerge`).
    Continue,
}

impl Merge {
    /// The value of `w:vMerge` and `w:hMerge`: without one it continues.
    pub(super) fn from_val(val: Option<&str>) -> Self {
        if val == Some("restart") { Self::Restart } else { Self::Continue }
    }
}

/// A cell as written.
#[derive(Debug, Default, Clone)]
pub(super) struct RawCell {
    /// Columns of the grid that it covers.
    pub(super) span: u32,
    /// `w:vMerge`.
    pub(super) vertical: Merge,
    /// `w:hMerge`, which old files use instead of a span.
    pub(super) horizontal: Merge,
    /// What is in it.
    pub(super) blocks: Vec<Block>,
    /// Deleted by a tracked change.
    pub(super) deleted: bool,
}

/// A row as written.
#[derive(Debug, Default, Clone)]
pub(super) struct RawRow {
    /// Columns of the grid before its first cell.
    pub(super) before: u32,
    /// Deleted by a tracked change.
    pub(super) deleted: bool,
    /// Its cells.
    pub(super) cells: Vec<RawCell>,
}

/// A table as written.
#[derive(Debug, Default)]
pub(super) struct RawTable {
    /// The widths of the grid's columns in twips.
    pub(super) widths: Vec<u32>,
    /// Its rows.
    pub(super) rows: Vec<RawRow>,
}

impl RawTable {
    /// The cell that is being read.
    pub(super) fn cell(&mut self) -> Option<&mut RawCell> {
        self.rows.last_mut()?.cells.last_mut()
    }

    /// The blocks that the table means: itself, or what is in its cells if it only lays out the page: if it has
    /// one column, or a table in it with several rows, unless it is a grid itself and most of the text is its own.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.rows.retain(|row| !row.deleted);
        self.rows.iter_mut().for_each(|row| row.cells.retain(|cell| !cell.deleted));
        let (mut text, mut inner) = (0, 0);
        let mut width = 0;
        for row in &self.rows {
            let spans = row.cells.iter().map(|cell| cell.span.max(1)).fold(row.before, u32::saturating_add);
            width = width.max(if row.cells.len() < 2 { 0 } else { spans });
            for block in row.cells.iter().flat_map(|cell| &cell.blocks) {
                let length = block.text_len();
                text += length;
                if let Block::Table(grid) = block
                    && grid.cells.iter().any(|(at, _)| at.row > 0)
                {
                    inner += length.max(1);
                }
            }
        }
        let is_grid = self.rows.iter().filter(|row| row.cells.len() >= 3).count() >= 3;
        if (inner > 0 && (inner * 2 > text || !is_grid)) || width < 2 {
            return self.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks).collect();
        }
        vec![Block::Table(self.grid())]
    }

    fn grid(self) -> Grid {
        let mut cells: Vec<(CellSpan, String)> = Vec::new();
        // For each cell of the row above: its first column, its span, and which of `cells` it belongs to.
        let mut above: Vec<(u32, u32, usize)> = Vec::new();
        for (row, raw) in (0_u32..).zip(self.rows) {
            let mut current: Vec<(u32, u32, usize)> = Vec::new();
            let mut column = raw.before;
            for cell in raw.cells {
                let span = cell.span.max(1);
                let text = flatten(cell.blocks);
                // Cells of a row come from left to right.
                let upper = above
                    .get(above.partition_point(|&(first, ..)| first < column))
                    .filter(|&&(first, columns, _)| (first, columns) == (column, span));
                let at = match (cell.vertical, cell.horizontal, upper, current.last_mut()) {
                    (_, Merge::Continue, _, Some(left)) => {
                        left.1 = left.1.saturating_add(span);
                        let at = left.2;
                        if let Some((place, into)) = cells.get_mut(at) {
                            place.column_span = place.column_span.max(left.1);
                            append(into, &text);
                        }
                        column = column.saturating_add(span);
                        continue;
                    }
                    (Merge::Continue, _, Some(&(_, _, at)), _) => {
                        if let Some((place, into)) = cells.get_mut(at) {
                            place.row_span = row.saturating_sub(place.row).saturating_add(1);
                            append(into, &text);
                        }
                        at
                    }
                    _ => {
                        cells.push((CellSpan { row, column, row_span: 1, column_span: span }, text));
                        cells.len() - 1
                    }
                };
                current.push((column, span, at));
                column = column.saturating_add(span);
            }
            above = current;
        }
        let widths = (!self.widths.is_empty()).then_some(self.widths);
        Grid { cells, widths }
    }
}

/// Adds blocks to a document, in a format that embeds no other documents.
pub(super) fn emit(blocks: Vec<Block>, builder: &mut Builder) {
    for block in blocks {
        match block {
            Block::Paragraph(text, level) => paragraphs(&text, level, builder),
            Block::Table(grid) => grid.emit(builder),
            Block::Embedded(_) => {}
        }
    }
}

/// Adds the lines of a text that show something, each as a paragraph.
pub(super) fn paragraphs(text: &str, level: Option<u8>, builder: &mut Builder) {
    for line in text.split('\n').filter(|line| shows(line)) {
        builder.paragraph(line, level);
    }
}

impl Block {
    /// Whether it is more than blanks.
    pub(super) fn shows(&self) -> bool {
        match self {
            Self::Paragraph(text, _) => shows(text),
            Self::Table(_) | Self::Embedded(_) => true,
        }
    }

    fn text_len(&self) -> usize {
        match self {
            Self::Paragraph(text, _) => text.len(),
            Self::Table(grid) => grid.cells.iter().map(|(_, text)| text.len()).sum(),
            Self::Embedded(_) => 0,
        }
    }
}

fn append(into: &mut String, text: &str) {
    if !into.is_empty() && !text.is_empty() {
        into.push('\n');
    }
    into.push_str(text);
}

/// The text of a cell: its lines that show something, those of tables inside it included.
fn flatten(blocks: Vec<Block>) -> String {
    let mut out = String::new();
    let mut add = |text: &str| {
        for line in text.split('\n').filter(|line| shows(line)) {
            append(&mut out, line);
        }
    };
    for block in blocks {
        match block {
            Block::Paragraph(text, _) => add(&text),
            Block::Table(grid) => grid.cells.iter().for_each(|(_, text)| add(text)),
            Block::Embedded(_) => {}
        }
    }
    out
}

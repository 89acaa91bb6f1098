//! A run of paragraphs and tables: the body, a text box, a footnote.

use super::rows::{RowProperties, Table};
use crate::read::block::Block;
use crate::read::omitted::{Omitted, settle};

/// The tables that are open here may not be more than this; deeper ones are read as if they were this deep.
const TABLES: usize = 16;

/// A story as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Story {
    blocks: Vec<Block>,
    /// Open tables, each in the cell of the one before.
    tables: Vec<Table>,
    /// The text of the paragraph that is being read.
    pub(super) text: String,
    /// Its label, as an automatic numbering gives it.
    pub(super) label: String,
    /// Text boxes anchored in it.
    pub(super) after: Vec<Block>,
    /// What is no part of its text.
    pub(super) omitted: Omitted,
}

impl Story {
    /// `\par`: ends a paragraph at a depth of tables.
    pub(super) fn end_paragraph(&mut self, depth: usize, level: Option<u8>, rows: &RowProperties) {
        // Some exporters say `\intbl` only once: a row that is open and not full goes on.
        let open = self.tables.first().is_some_and(|table| (1..rows.len()).contains(&table.cells()));
        self.go_to(if open { depth.max(1) } else { depth }, rows);
        self.put_paragraph(level);
    }

    /// `\cell`, `\nestcell`.
    pub(super) fn end_cell(&mut self, depth: usize, level: Option<u8>, rows: &RowProperties) {
        self.go_to(depth, rows);
        self.put_paragraph(level);
        if let Some(table) = self.tables.last_mut() {
            table.end_cell();
        }
    }

    /// `\row`, `\nestrow`.
    pub(super) fn end_row(&mut self, depth: usize, rows: &RowProperties) {
        self.go_to(depth, rows);
        self.put_paragraph(None);
        if let Some(table) = self.tables.last_mut() {
            table.end_row(rows);
        }
    }

    /// Which cell of the innermost table is being read.
    pub(super) fn column(&self) -> usize {
        self.tables.last().map_or(0, Table::cells)
    }

    /// The blocks of the story.
    pub(super) fn finish(mut self, rows: &RowProperties) -> Vec<Block> {
        self.go_to(0, rows);
        self.blocks
    }

    /// Whether nothing has come since the last mark of a paragraph.
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty() && self.after.is_empty()
    }

    fn put_paragraph(&mut self, level: Option<u8>) {
        let label = std::mem::take(&mut self.label);
        let mut text = std::mem::take(&mut self.text);
        settle(&mut text, &mut self.omitted);
        let mut blocks = std::mem::take(&mut self.after);
        let into = self.tables.last_mut().map_or(&mut self.blocks, |table| &mut table.cell);
        if !text.is_empty() {
            into.push(Block::Paragraph(super::label::with(&label, text), level));
        }
        into.append(&mut blocks);
    }

    /// Closes tables deeper than `depth`, or opens tables down to it.
    fn go_to(&mut self, depth: usize, rows: &RowProperties) {
        let depth = depth.min(TABLES);
        while self.tables.len() > depth {
            let Some(table) = self.tables.pop() else { break };
            let mut blocks = table.finish(rows);
            let into = self.tables.last_mut().map_or(&mut self.blocks, |table| &mut table.cell);
            into.append(&mut blocks);
        }
        self.tables.resize_with(depth.max(self.tables.len()), Table::default);
    }
}

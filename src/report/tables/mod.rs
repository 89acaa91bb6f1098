//! The prescribed tables, found in whatever layout the source has them.
//!
//! The document becomes a stream of cells ([`token`]); each table has its stretch of it ([`window`]); rows are found by
//! their labels and columns by their headings, never by position; what can be read in two ways is unreadable.

mod align;
mod correct;
mod header;
mod label;
mod rows;
mod shift;
mod table2;
mod table3;
mod table4;
mod token;
mod value;
mod window;

pub use correct::Correction;

use super::form::{CellId, Edition, Editions, TableKind};
use super::outline::Outline;
use crate::document::{Block, Document, LineId, Span};
use crate::sorted;
use crate::text::Decimal;
use crate::vocabulary::CellStateKind;
use std::collections::BTreeMap;

/// Finds and reads the three tables.
pub(super) fn lift(document: &Document, outline: &Outline, year: Option<u16>) -> Tables {
    let tokens = token::stream(document);
    let anchors = window::Anchors::of(&tokens);
    let read = |kind: TableKind| {
        let section = outline.lines_of_section(kind);
        let Some(window) = window::find(&tokens, &anchors, &outline.headings, section, kind) else {
            return TableReading::absent(kind);
        };
        let stretch = tokens.get(window.tokens).unwrap_or_default();
        let mut table = match kind {
            TableKind::Table2 => table2::lift(document, stretch, year),
            TableKind::Table3 => table3::lift(document, stretch, year),
            TableKind::Table4 => table4::lift(document, stretch),
        };
        if window.repeated && table.state == TableState::Read {
            let why = format!("文中有不止一张{}，不能确定以哪一张为准。", kind.name());
            table.state = TableState::Unreadable(why);
        }
        if let TableState::Unreadable(why) = &table.state {
            table.give_up(why.clone());
        }
        table.lines = lines(stretch, &table);
        table
    };
    let [mut table2, table3, table4] = [TableKind::Table2, TableKind::Table3, TableKind::Table4].map(read);
    // What cannot be relied on in the largest table cannot be in a small one either, which has less to tell it by.
    if matches!(table3.state, TableState::Unreadable(_)) && table2.state == TableState::Read {
        doubt_blanks(document, &mut table2);
        if !token::has_rows(&tokens, &table2.lines) {
            table2.give_up("表二与表三的排法相同，而表三不能可靠读出，表二各数也不能确定。".into());
        }
    }
    Tables { table2, table3, table4 }
}

/// Gives up the blank cells of a table of text: what lost cells of one table, so that it cannot be read, may have lost the only
/// value of a row here.
fn doubt_blanks(document: &Document, table: &mut TableReading) {
    let gridded = sorted::set(document.blocks.iter().flat_map(|block| match block {
        Block::Table(table) => table.cells.iter().map(|cell| cell.line).collect(),
        Block::Paragraph(_) => Vec::new(),
    }));
    let of_text = |cell: &CellReading| cell.span.is_some_and(|span| !gridded.contains(&span.line));
    for cell in table.cells.values_mut() {
        if cell.state == CellState::Blank && of_text(cell) {
            cell.state = CellState::Unreadable;
        }
    }
}

/// The lines from the first heading of a table to its last value.
fn lines(stretch: &[token::Token], table: &TableReading) -> Vec<LineId> {
    let last_value = table.cells.values().filter_map(|cell| cell.span).map(|span| span.line).max();
    let last = match table.state {
        TableState::Unreadable(_) => stretch.last().map(|token| token.span.line),
        TableState::Read | TableState::Absent => last_value,
    };
    let first = stretch.first().map(|token| token.span.line);
    match (first, last) {
        (Some(first), Some(last)) => (first.0..=last.0).map(LineId).collect(),
        _ => Vec::new(),
    }
}

/// The three prescribed tables of a report.
#[derive(Debug, Clone)]
pub struct Tables {
    /// 表二.
    pub table2: TableReading,
    /// 表三.
    pub table3: TableReading,
    /// 表四.
    pub table4: TableReading,
}

impl Tables {
    /// The reading of one table.
    pub fn get(&self, kind: TableKind) -> &TableReading {
        match kind {
            TableKind::Table2 => &self.table2,
            TableKind::Table3 => &self.table3,
            TableKind::Table4 => &self.table4,
        }
    }

    fn get_mut(&mut self, kind: TableKind) -> &mut TableReading {
        match kind {
            TableKind::Table2 => &mut self.table2,
            TableKind::Table3 => &mut self.table3,
            TableKind::Table4 => &mut self.table4,
        }
    }

    /// The number in a cell; a blank or a mark such as `/` counts as 0. `None` where nothing certain is known.
    pub fn value(&self, cell: CellId) -> Option<Decimal> {
        self.get(cell.table()).value(cell)
    }

    /// What a cell holds, if the table has it.
    pub fn cell(&self, cell: CellId) -> Option<&CellReading> {
        self.get(cell.table()).cells.get(&cell)
    }
}

/// A table as far as it could be read.
#[derive(Debug, Clone)]
pub struct TableReading {
    /// Which table.
    pub kind: TableKind,
    /// Whether it was found and can be relied on.
    pub state: TableState,
    /// The edition it follows; `None` where it was not found or could not be told.
    pub edition: Option<Edition>,
    /// Every cell of that edition.
    pub cells: BTreeMap<CellId, CellReading>,
    /// The lines it takes up, headings and labels included.
    pub lines: Vec<LineId>,
    /// Headings and labels that only some editions have, with their places.
    pub signs: Vec<(Editions, Span)>,
}

impl TableReading {
    /// A table that was not found.
    pub fn absent(kind: TableKind) -> Self {
        let (cells, lines, signs) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self { kind, state: TableState::Absent, edition: None, cells, lines, signs }
    }

    fn give_up(&mut self, why: String) {
        self.state = TableState::Unreadable(why);
        for cell in self.cells.values_mut().filter(|cell| cell.state != CellState::Missing) {
            cell.state = CellState::Unreadable;
        }
    }

    /// The number in a cell; a blank or a mark counts as 0. `None` where nothing certain is known.
    pub fn value(&self, cell: CellId) -> Option<Decimal> {
        match self.cells.get(&cell)?.state {
            CellState::Number(value) => Some(value),
            CellState::Blank | CellState::Mark => Some(Decimal::ZERO),
            CellState::Text | CellState::Missing | CellState::Unreadable => None,
        }
    }
}

/// Whether a table was found and can be relied on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableState {
    /// Its rows and columns were found by their labels.
    Read,
    /// It is there, but what its cells hold cannot be told for certain; the sentence says why.
    Unreadable(String),
    /// It is not there.
    Absent,
}

/// One value cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellReading {
    /// What it holds.
    pub state: CellState,
    /// Its text as it stands.
    pub text: String,
    /// Where it stands; `None` if it is missing.
    pub span: Option<Span>,
}

impl CellReading {
    fn of(document: &Document, token: &token::Token) -> Self {
        Self { state: token.state, text: document.text(token.span).to_owned(), span: Some(token.span) }
    }

    fn without_place(state: CellState) -> Self {
        Self { state, text: String::new(), span: None }
    }
}

/// What a value cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// A number.
    Number(Decimal),
    /// Nothing.
    Blank,
    /// A mark that stands for nothing: `/`, `-`, `—`, 无 ….
    Mark,
    /// Something that is no number.
    Text,
    /// The row or column is not there.
    Missing,
    /// It is there, but this reader cannot say what it holds.
    Unreadable,
}

impl CellState {
    /// Which of the six it is.
    pub fn kind(self) -> CellStateKind {
        match self {
            Self::Number(_) => CellStateKind::Number,
            Self::Blank => CellStateKind::Blank,
            Self::Mark => CellStateKind::Mark,
            Self::Text => CellStateKind::Text,
            Self::Missing => CellStateKind::Missing,
            Self::Unreadable => CellStateKind::Unreadable,
        }
    }
}

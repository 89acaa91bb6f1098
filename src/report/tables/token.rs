//! The document as a stream of cells, whatever separated them: grid cells, tabs, pipes, one cell a line, or numbers
//! at the end of a line.

mod line;

use super::CellState;
use super::{label, value};
use crate::document::{Block, Document, LineId, Span, Table};
use line::{Line, Pipes, has_pipe, is_page_number};

/// One cell of the stream.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Its place, blanks around it left out.
    pub(super) span: Span,
    /// What it would hold as a value cell.
    pub(super) state: CellState,
    /// Its text as labels are compared; empty for values and for paragraphs, which are no labels.
    pub(super) key: String,
    /// Whether a row begins here for certain.
    pub(super) starts_row: bool,
    /// How the source separated it from its neighbours.
    pub(super) source: Source,
    /// Columns `from..to` of the grid it stands in.
    pub(super) columns: Option<(u32, u32)>,
}

/// How a cell was told from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// A cell of a real table.
    Grid,
    /// Tabs or pipes between the cells of a row, or a tab before each cell.
    Separated,
    /// Trailing pipes, one cell a line: cells are certain, rows are not.
    Piped,
    /// A line of its own.
    Line,
    /// A number at the end of a line of text, split at blanks.
    LineEnd,
    /// Blanks left over where a merged cell was: more than one pipe and nothing else.
    Padding,
}

impl Source {
    /// Whether the source says which row a cell belongs to, and not only the labels around it.
    pub(super) fn has_rows(self) -> bool {
        self <= Self::Separated
    }
}

impl Token {
    /// Whether it can be a value: a number, a mark or a blank.
    pub(super) fn is_value(&self) -> bool {
        matches!(self.state, CellState::Number(_) | CellState::Mark | CellState::Blank)
    }
}

/// The stream of a whole document.
pub(super) fn stream(document: &Document) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut after_gap = true;
    let mut pipes_open = false;
    let pipes = Pipes::of(document);
    for block in &document.blocks {
        match block {
            Block::Table(table) => grid(document, table, &mut tokens),
            Block::Paragraph(paragraph) => {
                let text = document.line(paragraph.line);
                let mut line = Line { document, id: paragraph.line, pipes, tokens: &mut tokens };
                if has_pipe(text) {
                    pipes_open = line.pipes(text, pipes_open);
                } else if text.trim_matches([' ', '\u{3000}', '\u{a0}']).is_empty() {
                    after_gap = true;
                    continue;
                } else if is_page_number(text) {
                    continue;
                } else if text.contains('\t') {
                    line.tabs(text, after_gap);
                } else {
                    pipes_open = !text.trim().is_empty();
                    line.words(text);
                }
            }
        }
        after_gap = false;
    }
    tokens
}

/// Whether the source says of each value in some lines which row it belongs to.
pub(super) fn has_rows(tokens: &[Token], lines: &[LineId]) -> bool {
    let (first, last) = (lines.first().copied(), lines.last().copied());
    let within = |token: &&Token| Some(token.span.line) >= first && Some(token.span.line) <= last;
    tokens.iter().filter(within).filter(|token| token.is_value()).all(|token| token.source.has_rows())
}

/// What a cell would hold as a value, and its key as a label. A paragraph is neither, whatever it says.
pub(super) fn classify(text: &str) -> (CellState, String) {
    const LONGEST_LABEL: usize = 400;
    if text.len() > LONGEST_LABEL {
        return (CellState::Text, String::new());
    }
    match value::state(text) {
        CellState::Text => (CellState::Text, label::key(text)),
        value => (value, String::new()),
    }
}

fn grid(document: &Document, table: &Table, tokens: &mut Vec<Token>) {
    let mut row = None;
    for cell in &table.cells {
        let text = document.line(cell.line);
        let span = trimmed(text, cell.line, 0, text.len());
        let (state, key) = classify(document.text(span));
        let columns = Some((cell.column, cell.column.saturating_add(cell.column_span)));
        let starts_row = row != Some(cell.row);
        row = Some(cell.row);
        tokens.push(Token { span, state, key, starts_row, source: Source::Grid, columns });
    }
}

/// The span of `from..to` without blanks around it; of a blank cell, the whole of it.
pub(super) fn trimmed(text: &str, line: LineId, from: usize, to: usize) -> Span {
    let part = text.get(from..to).unwrap_or("");
    let lead = part.len() - part.trim_start().len();
    let body = part.trim().len();
    if body == 0 { Span::new(line, from, to) } else { Span::new(line, from + lead, from + lead + body) }
}

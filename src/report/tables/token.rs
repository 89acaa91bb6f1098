//! The document as a stream of cells, whatever separated them: grid cells, tabs, pipes, one cell a line, or numbers
//! at the end of a line.

use super::CellState;
use super::{label, value};
use crate::document::{Block, Document, LineId, Span, Table};
use crate::text::compact;

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
    for block in &document.blocks {
        match block {
            Block::Table(table) => grid(document, table, &mut tokens),
            Block::Paragraph(paragraph) => {
                let text = document.line(paragraph.line);
                let mut line = Line { document, id: paragraph.line, tokens: &mut tokens };
                if text.contains('|') || text.contains('｜') || text.contains('│') {
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

/// What a cell would hold as a value, and its key as a label. A paragraph is neither, whatever it says.
fn classify(text: &str) -> (CellState, String) {
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

/// One line of text being split into cells.
struct Line<'a> {
    document: &'a Document,
    id: LineId,
    tokens: &'a mut Vec<Token>,
}

impl Line<'_> {
    fn push(&mut self, from: usize, to: usize, source: Source, starts_row: bool) {
        let text = self.document.line(self.id);
        let span = trimmed(text, self.id, from, to);
        let (state, key) = classify(self.document.text(span));
        self.tokens.push(Token { span, state, key, starts_row, source, columns: None });
    }

    /// A line with pipes: a whole row, or one cell that ends with a pipe. Gives whether a cell is still open, that is,
    /// whether a lone pipe on the next line only closes it.
    fn pipes(&mut self, text: &str, open: bool) -> bool {
        let is_pipe = |c: char| matches!(c, '|' | '｜' | '│');
        // A single dash between blanks is a mark in a cell: `- |`. The row under the heads of a Markdown table has
        // several dashes, or no blanks at all.
        let ruled = text.chars().all(|c| is_pipe(c) || matches!(c, '-' | ':' | ' ' | '=' | '+'));
        let is_rule = ruled && (text.contains("--") || (text.contains("|-|") && !text.contains(' ')));
        if is_rule {
            return false;
        }
        let mut cuts: Vec<(usize, usize)> =
            text.match_indices(is_pipe).map(|(at, pipe)| (at, at + pipe.len())).collect();
        cuts.push((text.len(), text.len()));
        let leads = text.trim_start().starts_with(is_pipe);
        let trails = text.trim_end().ends_with(is_pipe);
        let mut cells = Vec::new();
        let mut from = 0;
        for (at, next) in &cuts {
            cells.push((from, *at));
            from = *next;
        }
        if trails {
            cells.pop();
        }
        let blank = cells.iter().all(|&(a, b)| text.get(a..b).is_some_and(|cell| cell.trim().is_empty()));
        if blank {
            // Nothing but pipes: one closes an open cell or is a blank cell; several are what a merged cell left over,
            // unless blanks keep them apart: then it is a row of blank cells.
            let count = cells.len();
            let apart = |&(a, b): &(usize, usize)| a < b;
            if leads && count > 4 && cells.iter().skip(1).all(apart) {
                for (index, (a, b)) in cells.into_iter().skip(1).enumerate() {
                    self.push(a, b, Source::Separated, index == 0);
                }
                return false;
            }
            for (index, (a, b)) in cells.into_iter().enumerate() {
                if open && index == 0 {
                    continue;
                }
                let source = if count > 1 { Source::Padding } else { Source::Piped };
                self.push(a, b, source, false);
            }
            return false;
        }
        let first_is_border = leads && cells.len() > 1;
        let row = cells.iter().skip(usize::from(first_is_border)).count() > 1;
        let source = if row { Source::Separated } else { Source::Piped };
        for (index, (a, b)) in cells.into_iter().skip(usize::from(first_is_border)).enumerate() {
            self.push(a, b, source, row && index == 0);
        }
        !trails
    }

    /// A line with tabs: a row if several cells stand in it; with one tab in front, a single cell of a row that began
    /// after the last empty line.
    fn tabs(&mut self, text: &str, after_gap: bool) {
        let body = text.trim_end_matches([' ', '\r']);
        let single = body.strip_prefix('\t').is_some_and(|rest| !rest.contains('\t'));
        if single {
            self.push(1, text.len(), Source::Separated, after_gap);
            return;
        }
        let mut from = 0;
        for (index, cell) in text.split('\t').enumerate() {
            self.push(from, from + cell.len(), Source::Separated, index == 0);
            from += cell.len() + 1;
        }
    }

    /// A line without separators: one cell, or a label with numbers behind it, split at blanks.
    fn words(&mut self, text: &str) {
        let words: Vec<(usize, usize)> = words(text);
        let is_number = |&(a, b): &(usize, usize)| {
            text.get(a..b)
                .is_some_and(|word| matches!(value::state(word), CellState::Number(_) | CellState::Mark))
        };
        let numbers = words.iter().rev().take_while(|word| is_number(word)).count();
        let label = words.len() - numbers;
        let label_end = words.get(label.wrapping_sub(1)).map(|(_, end)| *end);
        match label_end {
            None if numbers == 1 => self.push(0, text.len(), Source::Line, false),
            None => self.numbers(text, &words),
            Some(end) => {
                let begin = words.first().map_or(0, |(start, _)| *start);
                // Behind a label, even a single number was a cell of its own: text copied from a PDF.
                self.push(begin, if numbers == 0 { text.len() } else { end }, Source::Line, false);
                self.numbers(text, words.get(label..).unwrap_or_default());
            }
        }
    }

    fn numbers(&mut self, text: &str, words: &[(usize, usize)]) {
        for &(a, b) in words {
            // Several zeros run together can only be several cells.
            let zeros =
                text.get(a..b).is_some_and(|word| word.len() > 1 && word.bytes().all(|byte| byte == b'0'));
            if zeros {
                (a..b).for_each(|at| self.push(at, at + 1, Source::LineEnd, false));
            } else {
                self.push(a, b, Source::LineEnd, false);
            }
        }
    }
}

/// A line that only says which page it is on: `— 3 —`, `- 3 -`, 第 3 页, 第3页 共8页. A bare number is none: it may be a value.
fn is_page_number(text: &str) -> bool {
    if text.len() > 60 {
        return false;
    }
    let text = compact(text);
    let is_dash = |c: char| matches!(c, '-' | '—' | '–' | '―' | '－' | '─');
    let inner = text.trim_matches(is_dash);
    let dashed = text.starts_with(is_dash) && text.ends_with(is_dash);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let page = |text: &str| text.strip_suffix('页').is_some_and(digits);
    let numbered = inner.strip_prefix('第').is_some_and(|rest| match rest.split_once('页') {
        Some((number, "")) => digits(number),
        Some((number, total)) => {
            digits(number)
                && total.trim_matches(['/', ',', '，', '(', ')']).strip_prefix('共').is_some_and(page)
        }
        None => false,
    });
    numbered || (dashed && digits(inner))
}

/// The words of a line, as byte ranges.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push((from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    words.extend(start.map(|from| (from, text.len())));
    words
}

/// The span of `from..to` without blanks around it; of a blank cell, the whole of it.
fn trimmed(text: &str, line: LineId, from: usize, to: usize) -> Span {
    let part = text.get(from..to).unwrap_or("");
    let lead = part.len() - part.trim_start().len();
    let body = part.trim().len();
    if body == 0 { Span::new(line, from, to) } else { Span::new(line, from + lead, from + lead + body) }
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn page_numbers_are_told_from_values() {
        for text in ["— 3 —", "- 12 -", "－１－", "第 3 页", "第3页 共8页", "第 3 页，共 8 页", "第3页/共8页"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["3", "-3", "—", "0 0 0", "- -", "第三页的数字", "第二十条第（一）项", "3-4"]
        {
            assert!(!is_page_number(text), "{text}");
        }
    }
}

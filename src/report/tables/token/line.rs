//! A line of text → cells: split at pipes or tabs, or one cell, or a label with numbers behind it.

use super::super::{CellState, value};
use super::{Source, Token, classify, trimmed};
use crate::document::{Block, Document, LineId};
use crate::text::compact;

/// How the lines of a document use pipes. Where nearly all of them begin or end with one, it is a border; where they do
/// not, a pipe at an end has a blank cell behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pipes {
    lead: bool,
    trail: bool,
}

impl Pipes {
    pub(super) fn of(document: &Document) -> Self {
        let (mut all, mut lead, mut trail) = (0_usize, 0, 0);
        for block in &document.blocks {
            let Block::Paragraph(paragraph) = block else { continue };
            let text = document.line(paragraph.line);
            if has_pipe(text) {
                let text = text.trim();
                all += 1;
                lead += usize::from(text.starts_with(is_pipe));
                trail += usize::from(text.ends_with(is_pipe));
            }
        }
        let nearly_all = |count: usize| count * 10 >= all * 9;
        Self { lead: nearly_all(lead), trail: nearly_all(trail) }
    }
}

/// Whether a text has a pipe.
pub(super) fn has_pipe(text: &str) -> bool {
    text.contains('|') || text.contains('｜') || text.contains('│')
}

/// A pipe, full-width or of a drawn box too.
pub(super) fn is_pipe(char: char) -> bool {
    matches!(char, '|' | '｜' | '│')
}

/// One line of text being split into cells.
pub(super) struct Line<'a> {
    pub(super) document: &'a Document,
    pub(super) id: LineId,
    pub(super) pipes: Pipes,
    pub(super) tokens: &'a mut Vec<Token>,
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
    pub(super) fn pipes(&mut self, text: &str, open: bool) -> bool {
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
        let leads = self.pipes.lead && text.trim_start().starts_with(is_pipe);
        let closed = text.trim_end().ends_with(is_pipe);
        let trails = self.pipes.trail && closed;
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
            let border = usize::from(leads);
            let parted = text.trim_start().starts_with(is_pipe) && cells.iter().skip(1).all(apart);
            if parted && count > 4 {
                for (index, (a, b)) in cells.into_iter().skip(border).enumerate() {
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
        !closed
    }

    /// A line with tabs: a row if several cells stand in it; with one tab in front, a single cell of a row that began
    /// after the last empty line.
    pub(super) fn tabs(&mut self, text: &str, after_gap: bool) {
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
    pub(super) fn words(&mut self, text: &str) {
        let is_number = |word: &str| matches!(value::state(word), CellState::Number(_) | CellState::Mark);
        let mut numbers = Vec::new();
        let mut label = text.trim_end();
        while let Some(start) = last_word(label)
            && label.get(start..).is_some_and(is_number)
        {
            numbers.push((start, label.len()));
            label = label.get(..start).unwrap_or_default().trim_end();
        }
        numbers.reverse();
        if label.is_empty() && numbers.len() == 1 {
            self.push(0, text.len(), Source::Line, false);
            return;
        }
        if !label.is_empty() {
            let begin = label.len() - label.trim_start().len();
            // Behind a label, even a single number was a cell of its own: text copied from a PDF.
            let end = if numbers.is_empty() { text.len() } else { label.len() };
            self.push(begin, end, Source::Line, false);
        }
        self.numbers(text, &numbers);
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
pub(super) fn is_page_number(text: &str) -> bool {
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

/// Where the last word of a text that ends with one begins; `None` if there is none, or one so long that it is no value.
fn last_word(text: &str) -> Option<usize> {
    let mut start = None;
    for (at, c) in text.char_indices().rev() {
        if c.is_whitespace() {
            break;
        }
        if text.len() - at > value::LONGEST {
            return None;
        }
        start = Some(at);
    }
    start
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

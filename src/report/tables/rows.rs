//! The stream of cells → rows with a known label and the values behind it.

use super::label;
use super::token::{Source, Token};
use crate::document::Document;
use crate::report::tables::CellState;
use crate::text::compact;

/// A labelled row with the cells behind its label.
#[derive(Debug, Clone)]
pub(super) struct Row<L> {
    pub(super) label: L,
    /// The cells behind the label, those that merged cells left over included.
    pub(super) values: Vec<Token>,
    /// How many cells stood before the first value in the source's own row.
    pub(super) lead: usize,
}

/// Values without a label, which a later stage may still place between its neighbours.
#[derive(Debug, Clone)]
pub(super) struct Stray {
    /// How many rows came before.
    pub(super) after: usize,
    /// The text before the values.
    pub(super) run: String,
    /// The values.
    pub(super) values: Vec<Token>,
}

/// Rows in the order of the source, and values that no label was found for.
#[derive(Debug, Clone)]
pub(super) struct Rows<L> {
    pub(super) rows: Vec<Row<L>>,
    pub(super) strays: Vec<Stray>,
}

/// What a run of text is the label of: the label and how many values belong to it, given the rows found so far.
pub(super) type Matcher<'a, L> = &'a dyn Fn(&str, &[Row<L>]) -> Option<(L, usize)>;

/// Splits a stretch of the stream into rows.
pub(super) fn rows<L: Copy>(document: &Document, tokens: &[Token], matcher: Matcher<'_, L>) -> Rows<L> {
    let mut machine = Machine {
        matcher,
        rows: Vec::new(),
        strays: Vec::new(),
        open: None,
        run: Run::default(),
        lead: 0,
        in_lead: true,
    };
    for token in tokens {
        machine.take(document, token);
    }
    machine.close();
    Rows { rows: machine.rows, strays: machine.strays }
}

/// The text since the last value. A note in brackets may be broken over several cells or lines, so that notes can only
/// be told from the whole of it.
#[derive(Default)]
struct Run {
    key: String,
    /// The same with its brackets.
    plain: String,
}

impl Run {
    fn push(&mut self, text: &str, token: &Token) {
        self.key.push_str(&token.key);
        self.plain.push_str(&compact(text));
    }
}

/// How many cells there are from the first that is not blank.
fn filled(values: &[Token]) -> usize {
    values.iter().skip_while(|value| value.state == CellState::Blank).count()
}

enum Open<L> {
    Row(Row<L>, usize),
    Stray(Stray),
}

struct Machine<'a, L> {
    matcher: Matcher<'a, L>,
    rows: Vec<Row<L>>,
    strays: Vec<Stray>,
    open: Option<Open<L>>,
    run: Run,
    /// Cells seen in the source's row so far.
    lead: usize,
    /// Whether only blanks were seen in the source's row so far.
    in_lead: bool,
}

impl<L: Copy> Machine<'_, L> {
    fn take(&mut self, document: &Document, token: &Token) {
        if token.starts_row {
            self.close();
            self.run = Run::default();
            (self.lead, self.in_lead) = (0, true);
        }
        let text = document.text(token.span);
        if token.is_value() {
            self.value(token);
        } else {
            self.text(text, token);
        }
        self.lead += 1;
    }

    fn value(&mut self, token: &Token) {
        let blank = token.state == CellState::Blank;
        let explicit = token.source <= Source::Separated;
        match &mut self.open {
            // A full row of numbers at the end of a line is followed by nothing but page numbers.
            Some(Open::Row(row, width))
                if row.values.len() >= *width && row.values.iter().all(|v| v.source == Source::LineEnd) => {}
            // Between cells that tabs set apart, a number on a line of its own is that of a page.
            Some(Open::Row(row, _))
                if token.source >= Source::Line
                    && token.source != Source::Padding
                    && row.values.iter().all(|v| v.source == Source::Separated) => {}
            Some(Open::Row(row, _)) => row.values.push(token.clone()),
            Some(Open::Stray(stray)) => stray.values.push(token.clone()),
            None if blank && ((self.in_lead && explicit) || token.source == Source::Padding) => {}
            None => {
                if let Some((label, width)) = self.matched() {
                    let row = Row { label, values: vec![token.clone()], lead: self.lead };
                    self.open = Some(Open::Row(row, width));
                } else if !blank && (!explicit || token.source == Source::Grid) {
                    let run = std::mem::take(&mut self.run).key;
                    self.open =
                        Some(Open::Stray(Stray { after: self.rows.len(), run, values: vec![token.clone()] }));
                }
            }
        }
    }

    fn text(&mut self, text: &str, token: &Token) {
        self.in_lead = false;
        let same_row = token.source <= Source::Separated && !token.starts_row;
        // What stands in the label already is a part of it that comes again, as converters repeat merged cells.
        let again = token.key.chars().count() > 2 && self.run.key.contains(&token.key);
        let could_be_value = same_row
            && !again
            && !label::is_label(&token.key)
            && !label::is_label(&label::without_notes(text));
        match &mut self.open {
            // The blanks in front may be what merged cells left over.
            Some(Open::Row(row, width)) if could_be_value && filled(&row.values) < *width => {
                row.values.push(token.clone());
            }
            Some(_) => {
                self.close();
                self.run = Run::default();
                self.run.push(text, token);
            }
            None => {
                if could_be_value && let Some((label, width)) = self.matched() {
                    let row = Row { label, values: vec![token.clone()], lead: self.lead };
                    self.open = Some(Open::Row(row, width));
                } else {
                    self.run.push(text, token);
                }
            }
        }
    }

    fn matched(&self) -> Option<(L, usize)> {
        (self.matcher)(&self.run.key, &self.rows)
            .or_else(|| (self.matcher)(&label::without_notes(&self.run.plain), &self.rows))
    }

    fn close(&mut self) {
        match self.open.take() {
            Some(Open::Row(row, _)) => self.rows.push(row),
            Some(Open::Stray(stray)) => self.strays.push(stray),
            None => return,
        }
        self.run = Run::default();
    }
}

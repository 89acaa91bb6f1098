//! Equations between cells, or between numbers in prose and cells.

use crate::document::Span;
use crate::report::TableReading;
use crate::report::claims::{Claim, Quoted};
use crate::report::form::{CellId, Edition, Identity};
use crate::text::Decimal;

/// One term of an equation: a cell, or a number in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it is taken away.
    pub minus: bool,
    /// The cell; `None` for a number in prose.
    pub cell: Option<CellId>,
    /// The number in prose as it is said; empty for a cell.
    said: String,
    /// Its value; a blank counts as 0. `None` where nothing certain is known.
    pub value: Option<Decimal>,
    /// Where it stands.
    pub span: Option<Span>,
}

impl Term {
    /// A cell of a table.
    pub fn cell(table: &TableReading, cell: CellId) -> Self {
        let span = table.cells.get(&cell).and_then(|reading| reading.span);
        Self { minus: false, cell: Some(cell), said: String::new(), value: table.value(cell), span }
    }

    /// A number in prose.
    pub fn said(claim: &Claim) -> Self {
        let (said, value, span) = (claim.text.clone(), Some(claim.number), Some(claim.span));
        Self { minus: false, cell: None, said, value, span }
    }

    /// A number in prose, whatever it was taken to be.
    pub fn quoted(figure: &Quoted) -> Self {
        let (said, value, span) = (figure.text.clone(), Some(figure.number), Some(figure.span));
        Self { minus: false, cell: None, said, value, span }
    }

    /// The same, taken away.
    #[must_use]
    pub fn taken_away(self) -> Self {
        Self { minus: true, ..self }
    }

    /// Its name in words.
    pub fn label(&self) -> String {
        self.cell.map_or_else(|| format!("正文“{}”", self.said), CellId::label)
    }
}

/// One side of an equation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The terms; each is added unless it says otherwise.
    pub terms: Vec<Term>,
    /// Their sum; a term without a certain value counts as 0.
    pub value: Decimal,
}

impl Side {
    /// A side with its sum.
    pub fn new(terms: Vec<Term>) -> Self {
        let signed = |term: &Term| {
            let value = term.value.unwrap_or_default();
            if term.minus { -value } else { value }
        };
        let value = terms.iter().map(signed).sum();
        Self { terms, value }
    }

    fn cells(&self) -> impl Iterator<Item = CellId> {
        self.terms.iter().filter_map(|term| term.cell)
    }
}

/// What is computed on one side, what is reported on the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equation {
    /// The id of the rule that checks it.
    pub rule: &'static str,
    /// What it says.
    pub says: Says,
    /// What is computed: the sum.
    pub left: Side,
    /// What is reported: the total.
    pub right: Side,
    /// Whether it holds.
    pub status: Status,
}

/// What an equation says. The words are only made where they are shown: nearly all equations hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// An identity of the form, in an edition.
    Identity(Identity, Edition),
    /// These words.
    Words(String),
}

/// Whether an equation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Both sides are equal.
    Holds,
    /// They differ for certain.
    Broken,
    /// A term is not known, so nothing can be said.
    Unknown,
}

impl Status {
    /// Whether something that is certain holds.
    pub(super) fn certain(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Broken }
    }
}

impl Equation {
    /// All cells of both sides.
    pub fn cells(&self) -> Vec<CellId> {
        self.left.cells().chain(self.right.cells()).collect()
    }

    /// What it says in words.
    pub fn label(&self) -> String {
        match &self.says {
            Says::Identity(identity, edition) => identity.label(*edition),
            Says::Words(words) => words.clone(),
        }
    }

    /// What left is more than right.
    pub fn surplus(&self) -> Decimal {
        self.left.value - self.right.value
    }
}

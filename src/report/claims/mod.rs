//! Numbers asserted in prose: what they mean, whose they are, and what they may be compared with.

use super::form::CellId;
use super::{Section, Tables};
use crate::document::{Document, LineId, Span};
use crate::text::Decimal;

/// A number in prose, or a statement in words that amounts to one (未收到 = 0).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The words around the number, enough to understand it.
    pub text: String,
    /// Where the number (or the word that stands for it) is.
    pub span: Span,
    /// The number.
    pub number: Decimal,
    /// Whether the prose says 余, 多, 近, 约 and the like.
    pub approximate: bool,
    /// What it was taken to be, a short stable id such as `requests.received`.
    pub meaning: &'static str,
    /// Every reading it may be compared with, the likeliest first; empty if none.
    pub readings: Vec<Reading>,
    /// The outcome.
    pub comparison: Comparison,
}

/// A sum of cells that a number may stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The cells that are added.
    pub plus: Vec<CellId>,
    /// The cells that are taken away.
    pub minus: Vec<CellId>,
}

impl Reading {
    /// The value in the tables; `None` if one of the cells is not known.
    pub fn value(&self, tables: &Tables) -> Option<Decimal> {
        self.value_by(&|cell| tables.value(cell))
    }

    /// The value where `value` gives that of each cell.
    pub fn value_by(&self, value: &dyn Fn(CellId) -> Option<Decimal>) -> Option<Decimal> {
        let sum = |cells: &[CellId]| cells.iter().map(|&cell| value(cell)).sum::<Option<Decimal>>();
        Some(sum(&self.plus)? - sum(&self.minus)?)
    }

    /// The table whose cells it adds.
    pub fn table(&self) -> Option<super::form::TableKind> {
        self.plus.first().map(|cell| cell.table())
    }
}

/// What comparing a claim with the tables gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// It agrees with the reading of that index.
    Agrees(usize),
    /// No reading fits. Each reading of the claim has a value in the tables.
    Differs {
        /// Set where a legitimate reading cannot be ruled out; says which. The finding is then at most a hint.
        doubt: Option<String>,
    },
    /// It was deliberately left alone; the sentence says why.
    NotCompared(String),
}

/// Finds the claims in the prose of a report and compares them with its tables.
///
/// `organ` is the body whose report it is, empty if unknown; numbers of another body are not compared.
pub fn find(
    _document: &Document,
    _organ: &str,
    _preface: &[LineId],
    _sections: &[Section],
    _year: Option<u16>,
    _tables: &Tables,
) -> Vec<Claim> {
    Vec::new()
}

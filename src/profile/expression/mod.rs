//! Expressions over the cells and the words of a report, for rules of one's own.
//!
//! ```text
//! t3.received.total >= t4.review.total + t4.direct.total
//! s6 contains "信息处理费" or t2.fees = 0
//! not (organ contains "镇") and t2.permits > 0
//! ```
//!
//! Numbers are joined by `+ - *` and compared by `= != < <= > >=`; what is compared or contained is joined by `and or not`.
//! `text`, `title`, `organ` and `s1` to `s6` stand for the whole text, the title, the body and the prose of the sections. Signs
//! may be those of a Chinese keyboard, and 含 且 或 非 stand for `contains and or not`.
//!
//! Written by hand: the parser is smaller than the glue to any of the parser libraries, and its faults are told in Chinese.

mod evaluate;
mod lex;
mod parse;

pub(super) use evaluate::evaluate;
pub(super) use parse::parse;

use crate::report::form::CellId;
use crate::text::Decimal;

/// A number or a sum of them.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Number {
    Literal(Decimal),
    Cell(CellId),
    Year,
    Minus(Box<Number>),
    Join(Box<Number>, Sign, Box<Number>),
}

/// How two numbers are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
    Times,
}

/// How two numbers are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// A text of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Whole,
    Title,
    Organ,
    /// The prose of a section, 1 to 6.
    Section(u8),
}

/// What holds or does not.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Truth {
    Compare(Number, Order, Number),
    Contains(Source, String),
    And(Box<Truth>, Box<Truth>),
    Or(Box<Truth>, Box<Truth>),
    Not(Box<Truth>),
}

/// What is wrong with an expression: where, in characters, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) message: String,
}

impl Sign {
    fn id(self) -> &'static str {
        match self {
            Self::Plus => "＋",
            Self::Minus => "－",
            Self::Times => "×",
        }
    }
}

impl Truth {
    /// The cells it speaks of, in their order in the expression.
    pub(super) fn cells(&self) -> Vec<CellId> {
        let mut cells = Vec::new();
        self.walk(&mut cells);
        cells
    }

    fn walk(&self, cells: &mut Vec<CellId>) {
        match self {
            Self::Compare(one, _, other) => {
                one.walk(cells);
                other.walk(cells);
            }
            Self::Contains(..) => {}
            Self::And(one, other) | Self::Or(one, other) => {
                one.walk(cells);
                other.walk(cells);
            }
            Self::Not(one) => one.walk(cells),
        }
    }
}

impl Number {
    fn walk(&self, cells: &mut Vec<CellId>) {
        match self {
            Self::Cell(cell) if !cells.contains(cell) => cells.push(*cell),
            Self::Cell(_) | Self::Literal(_) | Self::Year => {}
            Self::Minus(one) => one.walk(cells),
            Self::Join(one, _, other) => {
                one.walk(cells);
                other.walk(cells);
            }
        }
    }
}

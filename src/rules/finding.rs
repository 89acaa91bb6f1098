use super::{Equation, Repair};
use crate::document::Span;
use crate::report::form::CellId;
use crate::text::Decimal;

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 提示: advice, style, rules without a confirmed basis.
    Hint,
    /// 需核实: probable, or legitimate only with an explanation.
    Warning,
    /// 不通过: certain; the report contradicts itself or breaks a rule with a citable basis.
    Error,
}

impl Severity {
    /// The contract's name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong, told in three sentences: what, because, what to do.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How serious it is.
    pub severity: Severity,
    /// A short title that stands alone.
    pub title: String,
    /// What: one sentence that stands alone.
    pub message: String,
    /// The arithmetic or the clause.
    pub because: String,
    /// What to check or change, one entry per possibility.
    pub todo: Vec<String>,
    /// The place in words.
    pub location: String,
    /// 应为 and 现为, where one number is due.
    pub due: Option<(Decimal, Decimal)>,
    /// The cells it speaks of.
    pub cells: Vec<CellId>,
    /// Where it shows, the primary place first.
    pub places: Vec<Place>,
    /// The equations that break, the one to show first at the head.
    pub equations: Vec<Equation>,
    /// Changes that would make its equations hold, the likeliest first.
    pub repairs: Vec<Repair>,
}

impl Finding {
    /// A finding with its three sentences; the rest is added by the builder methods.
    pub fn new(severity: Severity, title: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            severity,
            title: title.into(),
            message: message.into(),
            because: String::new(),
            todo: Vec::new(),
            location: String::new(),
            due: None,
            cells: Vec::new(),
            places: Vec::new(),
            equations: Vec::new(),
            repairs: Vec::new(),
        }
    }

    /// The arithmetic or the clause.
    #[must_use]
    pub fn because(mut self, because: impl Into<String>) -> Self {
        self.because = because.into();
        self
    }

    /// Adds a possibility of what to check or change.
    #[must_use]
    pub fn todo(mut self, todo: impl Into<String>) -> Self {
        self.todo.push(todo.into());
        self
    }

    /// The place in words.
    #[must_use]
    pub fn location(mut self, location: impl Into<String>) -> Self {
        self.location = location.into();
        self
    }

    /// Adds a place; the first one is the primary.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        let role = if self.places.is_empty() { Role::Primary } else { Role::Context };
        self.places.push(Place { span, role });
        self
    }
}

/// A place of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub span: Span,
    /// What it is to the finding.
    pub role: Role,
}

/// What a place is to its finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Where to look first.
    Primary,
    /// What it is compared with.
    Context,
}

impl Role {
    /// The contract's name.
    pub fn id(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Context => "context",
        }
    }
}

/// One term of an equation: a cell, or a number in prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it is taken away.
    pub minus: bool,
    /// The cell; `None` for a number in prose.
    pub cell: Option<CellId>,
    /// Its name in words.
    pub label: String,
    /// Its value; a blank counts as 0. `None` where nothing certain is known.
    pub value: Option<Decimal>,
    /// Where it stands.
    pub span: Option<Span>,
}

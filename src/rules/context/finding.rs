use crate::document::Span;
use crate::report::Tables;
use crate::report::form::CellId;
use crate::rules::{Equation, Repair};
use crate::text::Decimal;
use crate::vocabulary::{Certainty, Role, Severity};

/// One thing that is wrong, told in three sentences: what, because, what to do. What is a title of at most 60 characters that
/// stands alone, the others have at most 120. Only the rule's [`super::Context`] can make it,
/// on cells, on a number in prose, on text; so it never weighs more than its rule declares.
#[derive(Debug, Clone)]
pub struct Finding {
    severity: Severity,
    certainty: Certainty,
    /// What, without a full stop: it names its subject and stands alone.
    pub title: String,
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
    /// A finding of a severity; the rest is added by the builder methods.
    pub(super) fn new(severity: Severity, title: impl Into<String>) -> Self {
        Self {
            severity,
            certainty: Certainty::of(severity),
            title: title.into(),
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

    /// How serious it is.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// How sure it is that what its title says is so; what it costs is its severity.
    pub fn certainty(&self) -> Certainty {
        self.certainty
    }

    /// What, as a sentence.
    pub fn message(&self) -> String {
        format!("{}。", self.title)
    }

    /// Lowers it where less is certain; it is never raised.
    #[must_use]
    pub fn at_most(mut self, most: Severity) -> Self {
        self.severity = self.severity.min(most);
        self.certainty = self.certainty.min(Certainty::of(self.severity));
        self
    }

    /// Lowers its severity for someone who cares less; what it says is as sure as before.
    #[must_use]
    pub fn told_as(mut self, most: Severity) -> Self {
        self.severity = self.severity.min(most);
        self
    }

    /// How sure it is, where that does not go with its severity: a blank cell is advice, and certainly blank.
    #[must_use]
    pub(in crate::rules) fn sure(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
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

    /// 应为 and 现为.
    #[must_use]
    pub fn due(mut self, due: Decimal, now: Decimal) -> Self {
        self.due = Some((due, now));
        self
    }

    /// Adds an equation that breaks; the first one is shown first.
    #[must_use]
    pub fn equation(mut self, equation: Equation) -> Self {
        self.equations.push(equation);
        self
    }

    /// Adds cells with the places where they stand.
    #[must_use]
    pub(in crate::rules) fn cells(
        mut self,
        tables: &Tables,
        cells: impl IntoIterator<Item = CellId>,
    ) -> Self {
        for cell in cells {
            self.cells.push(cell);
            if let Some(span) = tables.cell(cell).and_then(|reading| reading.span) {
                self = self.at(span);
            }
        }
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

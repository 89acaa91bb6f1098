mod finding;

pub use finding::{Finding, Place};

use super::outcome::{Needed as _, not_judged};
use super::{Arithmetic, Cause, Equation, Outcome, Says, Side, Status, Term, repair};
use crate::compare::Others;
use crate::document::{LineId, Span};
use crate::report::claims::Claim;
use crate::report::form::{CellId, SectionKind, TableKind};
use crate::report::{Heading, Report, Section, TableReading, TableState};
use crate::text::{Decimal, Letters};
use crate::vocabulary::Severity;

/// What all rules look at, found once.
#[derive(Debug)]
pub struct Facts<'r> {
    /// The report.
    pub report: &'r Report<'r>,
    /// The letters of its running text.
    pub letters: Letters,
    /// Its equations, evaluated.
    pub arithmetic: Arithmetic,
    /// Its broken equations by cause, each with its likeliest repairs.
    pub causes: Vec<Cause>,
    /// What is known of other reports; most checks have none.
    pub others: Others,
}

impl<'r> Facts<'r> {
    /// Evaluates the equations of a report.
    pub fn new(report: &'r Report<'r>, others: Others) -> Self {
        let arithmetic = Arithmetic::of(&report.tables);
        let causes = repair::causes(report, &arithmetic);
        let letters = Letters::of(report.running_text().map(|(_, text)| text));
        Self { report, letters, arithmetic, causes, others }
    }
}

/// What one rule gets: itself, and what it looks at. It gives what the rule needs, or the outcome that it is not there; and
/// it makes the findings, so that each carries the severity its rule declares.
#[derive(Debug, Clone, Copy)]
pub struct Context<'r> {
    /// The id of the rule that is asked.
    pub id: &'static str,
    /// The severity that it declares.
    pub severity: Severity,
    /// The report.
    pub report: &'r Report<'r>,
    /// The letters of its running text: a word that these do not have stands nowhere in it.
    pub letters: &'r Letters,
    /// Its equations, evaluated.
    pub arithmetic: &'r Arithmetic,
    /// Its broken equations by cause, each with its likeliest repairs.
    pub causes: &'r [Cause],
    /// What is known of other reports; most checks have none.
    pub others: &'r Others,
}

impl<'r> Context<'r> {
    /// A table that was read; or the outcome that says why it was not.
    pub(super) fn table(&self, kind: TableKind) -> Result<&'r TableReading, Outcome> {
        let table = self.report.tables.get(kind);
        match &table.state {
            TableState::Read => Ok(table),
            TableState::Unreadable(why) => Err(not_judged(why.clone())),
            TableState::Absent => Err(not_judged(format!("没有找到{}。", kind.name()))),
        }
    }

    /// The number in a cell; a blank counts as 0. `None` where nothing certain is known.
    pub(super) fn value(&self, cell: CellId) -> Option<Decimal> {
        self.report.tables.value(cell)
    }

    /// The year reported on; or the outcome that it is not known.
    pub(super) fn year(&self) -> Result<u16, Outcome> {
        self.report.year.or_not_judged("没有找到报告的年度。")
    }

    /// The sections whose heading was found, in the form's order.
    pub(super) fn headings(&self) -> Vec<(&'r Section, &'r Heading)> {
        let found = |section: &'r Section| Some((section, section.heading.as_ref()?));
        self.report.sections.iter().filter_map(found).collect()
    }

    /// A finding that is nowhere, as something is missing.
    pub(super) fn finding(&self, title: impl Into<String>) -> Finding {
        Finding::new(self.severity, title)
    }

    /// A finding on cells, the first being where to look first.
    pub(super) fn on_cells(
        &self,
        cells: impl IntoIterator<Item = CellId>,
        title: impl Into<String>,
    ) -> Finding {
        let finding = self.finding(title).cells(&self.report.tables, cells);
        let place = super::words::whereabouts(&finding.cells);
        finding.location(place)
    }

    /// A finding on a number in prose.
    pub(super) fn on_claim(&self, claim: &Claim, title: impl Into<String>) -> Finding {
        self.on_spans([claim.span], title)
    }

    /// A finding on text, the first span being where to look first; its paragraph is the place, unless its location says more.
    pub(super) fn on_spans(
        &self,
        spans: impl IntoIterator<Item = Span>,
        title: impl Into<String>,
    ) -> Finding {
        let finding = spans.into_iter().fold(self.finding(title), Finding::at);
        let place = finding.places.first().map(|place| self.paragraph(place.span.line));
        finding.location(place.unwrap_or_default())
    }

    /// Where a line stands, in words: 第一部分第 3 段, 开头第 2 段, 第五部分标题, 标题.
    pub(super) fn paragraph(&self, line: LineId) -> String {
        let report = self.report;
        // Lines stand in the order of the text.
        let number = |lines: &[LineId]| lines.binary_search(&line).ok().map(|at| at + 1);
        if let Some(number) = number(&report.preface) {
            return format!("开头第 {number} 段");
        }
        if report.title.as_ref().is_some_and(|title| title.lines.contains(&line)) {
            return "标题".to_owned();
        }
        for section in &report.sections {
            let part = format!("第{}部分", section.kind.numeral());
            if section.heading.as_ref().is_some_and(|heading| heading.span.line == line) {
                return format!("{part}标题");
            }
            if let Some(number) = number(&section.prose) {
                return format!("{part}第 {number} 段");
            }
        }
        "正文".to_owned()
    }

    /// A finding on what a section says or leaves out; its heading is the place.
    pub(super) fn on_section(&self, kind: SectionKind, title: impl Into<String>) -> Finding {
        let heading = self.report.section(kind).and_then(|section| section.heading.as_ref());
        let label = kind.numeral();
        self.on_spans(heading.map(|heading| heading.span), title).location(format!("第{label}部分"))
    }

    /// A cell as a term of an equation.
    pub(super) fn term(&self, cell: CellId) -> Term {
        Term::cell(self.report.tables.get(cell.table()), cell)
    }

    /// An equation of the rule, all of whose terms are known.
    pub(super) fn equation(&self, label: impl Into<String>, left: Vec<Term>, right: Vec<Term>) -> Equation {
        let (left, right) = (Side::new(left), Side::new(right));
        let status = Status::certain(left.value == right.value);
        Equation { rule: self.id, says: Says::Words(label.into()), left, right, status }
    }
}

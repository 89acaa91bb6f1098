//! The rules. The folder is the catalogue: a rule's id is its path, `table3/balance` ↔ `rules/table3/balance.rs`.
//!
//! To add one: write its file, its literate cases in `tests/rules/`, and one line in [`all`].

// First, because a macro is only known to the modules behind it.
#[macro_use]
mod declare;

mod arithmetic;
mod basis;
mod cause;
mod cells;
mod finding;
mod form;
mod prose;
mod repair;
mod statement;
mod sum;
mod table2;
mod table3;
mod table4;
mod text;
mod years;

pub use arithmetic::{Arithmetic, Equation, Family, Side, Status};
pub use basis::Basis;
pub use declare::{Documentation, Example, Rule};
pub use finding::{Finding, Place, Role, Severity, Term};
pub use repair::{Cause, Repair};

use crate::compare::Others;
use crate::report::Report;

/// Every rule, in the order of the catalogue.
pub fn all() -> &'static [&'static Rule] {
    static ALL: &[&Rule] = &[
        &form::title::RULE,
        &form::year::RULE,
        &form::sections::RULE,
        &form::numbering::RULE,
        &form::heading::RULE,
        &form::edition::RULE,
        &form::citation::RULE,
        &form::preface::RULE,
        &form::topics::RULE,
        &form::subheading::RULE,
        &form::enumeration::RULE,
        &form::deadline::RULE,
        &statement::assessment::RULE,
        &statement::improvement::RULE,
        &statement::fee::RULE,
        &text::blank_number::RULE,
        &text::placeholder::RULE,
        &text::foreign_organ::RULE,
        &text::personal_data::RULE,
        &text::wording::RULE,
        &text::punctuation::RULE,
        &cells::not_a_number::RULE,
        &cells::blank::RULE,
        &cells::mark::RULE,
        &table2::stock::RULE,
        &table2::first_stock::RULE,
        &table2::rules_issuer::RULE,
        &table2::fee_unit::RULE,
        &table3::balance::RULE,
        &table3::row_total::RULE,
        &table3::result_total::RULE,
        &table3::bounds::RULE,
        &table4::total::RULE,
        &prose::requests::RULE,
        &prose::applicants::RULE,
        &prose::results::RULE,
        &prose::review::RULE,
        &prose::documents::RULE,
        &prose::decisions::RULE,
        &prose::sum::RULE,
        &prose::share::RULE,
        &prose::change::RULE,
        &prose::fee::RULE,
        &prose::year::RULE,
        &years::carried_in::RULE,
        &years::stock::RULE,
        &years::jump::RULE,
        &years::copied::RULE,
        &sum::cells::RULE,
    ];
    ALL
}

/// The catalogue as it is shown and printed.
pub fn cards() -> Vec<crate::wire::RuleCard> {
    all().iter().map(|rule| crate::check::rule_card(rule)).collect()
}

/// What a rule looks at.
#[derive(Debug)]
pub struct Context<'r> {
    /// The report.
    pub report: &'r Report<'r>,
    /// Its equations, evaluated once for all rules.
    pub arithmetic: Arithmetic,
    /// Its broken equations by cause, each with its likeliest repairs.
    pub causes: Vec<Cause>,
    /// What is known of other reports; most checks have none.
    pub others: Others,
}

impl<'r> Context<'r> {
    /// Evaluates the equations of a report.
    pub fn new(report: &'r Report<'r>, others: Others) -> Self {
        let arithmetic = Arithmetic::of(&report.tables);
        let causes = repair::causes(report, &arithmetic);
        Self { report, arithmetic, causes, others }
    }
}

/// What a rule says of a report. Silence is never "fine": each rule says one of these.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It was checked and holds.
    Passed,
    /// It does not hold. Findings may be empty when the same cause is already told by another rule.
    Failed(Vec<Finding>),
    /// It could not be checked; the sentence says what could not be read.
    NotJudged(String),
    /// It does not apply to this report; the sentence says why.
    NotApplicable(String),
}

impl Outcome {
    /// The contract's name.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed(_) => "failed",
            Self::NotJudged(_) => "not_judged",
            Self::NotApplicable(_) => "not_applicable",
        }
    }

    /// [`Outcome::Failed`] with the findings, or [`Outcome::Passed`] if there are none.
    pub fn of(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Passed } else { Self::Failed(findings) }
    }
}

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
mod context;
mod equation;
mod finding;
mod form;
mod outcome;
mod prose;
mod repair;
mod statement;
mod sum;
mod table2;
mod table3;
mod table4;
mod text;
mod years;

pub use crate::report::form::Identity;
pub use crate::vocabulary::{Role, Severity};
pub use arithmetic::Arithmetic;
pub use basis::Basis;
pub use context::{Context, Facts};
pub use declare::{Documentation, Example, Rule};
pub use equation::{Equation, Side, Status, Term};
pub use finding::{Finding, Place};
pub use outcome::{Judgement, Outcome};
pub use repair::{Cause, Repair};

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

/// The rule that checks an identity of the form.
fn rule_of(identity: Identity) -> &'static Rule {
    match identity {
        Identity::Balance(_) => &table3::balance::RULE,
        Identity::RowTotal(_) => &table3::row_total::RULE,
        Identity::ResultTotal(_) => &table3::result_total::RULE,
        Identity::BlockTotal(_) => &table4::total::RULE,
    }
}

//! The rules. The folder is the catalogue: a rule's id is its path, `table3/balance` ↔ `rules/table3/balance.rs`.
//!
//! To add one: write its file, its literate cases in `tests/rules/`, and its line in the list of its group.

// First, because a macro is only known to the modules behind it.
#[macro_use]
mod declare;

mod arithmetic;
mod basis;
mod cards;
mod cause;
mod cells;
mod context;
mod equation;
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
mod words;
mod years;

pub use crate::report::form::Identity;
pub use crate::vocabulary::{Certainty, Role, Severity};
pub use arithmetic::Arithmetic;
pub use basis::Basis;
use basis::{form_2021, regulation};
pub(crate) use cards::basis;
pub use cards::cards;
pub use context::{Context, Facts, Finding, Place};
pub use declare::{Documentation, Example, Rule};
pub use equation::{Equation, Says, Side, Status, Term};
pub(crate) use form::dated;
pub use outcome::{Judgement, Outcome};
use outcome::{Needed, not_applicable, not_judged};
pub use repair::{Cause, Change, Kind, Lead, Repair};

/// The groups of the catalogue, in its order.
static GROUPS: [&[&Rule]; 10] = [
    form::RULES,
    statement::RULES,
    text::RULES,
    cells::RULES,
    table2::RULES,
    table3::RULES,
    table4::RULES,
    prose::RULES,
    years::RULES,
    sum::RULES,
];

/// Every rule, in the order of the catalogue.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|rules| rules.iter().copied())
}

/// Whether there is a rule of this id.
pub fn is_known(id: &str) -> bool {
    all().any(|rule| rule.id == id)
}

/// The id of the rule that checks an identity of the form.
fn rule_of(identity: Identity) -> &'static str {
    let rule = match identity {
        Identity::Balance(_) => &table3::balance::RULE,
        Identity::RowTotal(_) => &table3::row_total::RULE,
        Identity::ResultTotal(_) => &table3::result_total::RULE,
        Identity::BlockTotal(_) => &table4::total::RULE,
    };
    rule.id
}

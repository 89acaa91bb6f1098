//! The catalogue as it is shown and printed.

use super::{Example, Rule, all};
use crate::wire::{self, RuleCard, RuleExample};

/// A card for each rule, in the order of the catalogue.
pub fn cards() -> Vec<RuleCard> {
    all().map(card).collect()
}

fn card(rule: &Rule) -> RuleCard {
    let documentation = rule.documentation();
    let example = |example: Example| RuleExample { right: example.right, text: example.text };
    RuleCard {
        id: rule.id.into(),
        title: rule.title.into(),
        what: documentation.what,
        why: documentation.why,
        severity: rule.severity,
        basis: basis(rule),
        since: rule.since,
        examples: documentation.examples.into_iter().map(example).collect(),
    }
}

/// What a rule rests on.
pub(crate) fn basis(rule: &Rule) -> Vec<wire::Basis> {
    let basis = |basis: &super::Basis| wire::Basis { norm: basis.norm.into(), clause: basis.clause.into() };
    rule.basis.iter().map(basis).collect()
}

//! Rules that the user switched off or lowered.

use crate::rules::Outcome;
use crate::vocabulary::Level;
use std::collections::BTreeMap;

/// What the user makes of rules, by their ids; a rule that is not in it stays as it is declared. Never raises a finding.
#[derive(Debug, Clone, Default)]
pub struct Levels(BTreeMap<String, Level>);

impl Levels {
    /// Sets the level of a rule.
    pub fn set(&mut self, rule: &str, level: Level) {
        self.0.insert(rule.to_owned(), level);
    }

    /// The outcome of a rule as the user wants it.
    pub(super) fn apply(&self, rule: &str, outcome: Outcome) -> Outcome {
        match (self.0.get(rule).map(|level| level.most()), outcome) {
            (Some(None), _) => Outcome::NotApplicable("已由使用者关闭。".into()),
            (Some(Some(most)), Outcome::Failed(findings)) => {
                Outcome::Failed(findings.into_iter().map(|finding| finding.told_as(most)).collect())
            }
            (_, outcome) => outcome,
        }
    }
}

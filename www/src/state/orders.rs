//! Files that the clerk asked for: from the click until they are made.

use super::{Decision, Report, State};
use crate::words::take as words;
use jiaohe::wire::Confirmation;

/// A file that is being made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Order {
    /// Its number; never reused.
    pub(crate) number: u32,
    /// The report that it is made of.
    pub(crate) report: u32,
    /// What it is, in the engine's word.
    pub(crate) what: &'static str,
}

impl State {
    /// Asks for a file of a report that was read.
    pub(super) fn order(&mut self, report: u32, what: &'static str) {
        if self.report(report).is_some_and(|report| report.brief.is_some()) {
            self.last_order += 1;
            self.orders.push(Order { number: self.last_order, report, what });
            self.say(words::MAKING.into());
        }
    }

    /// A file is made, or cannot be: what is to be said of it.
    pub(super) fn made(&mut self, number: u32, sentence: String) {
        let count = self.orders.len();
        self.orders.retain(|order| order.number != number);
        if self.orders.len() < count {
            self.say(sentence);
        }
    }
}

impl Report {
    /// What the clerk decided, as a paper tells it.
    pub(crate) fn confirmations(&self) -> Vec<Confirmation> {
        let confirmation = |(fingerprint, decision): &(String, Decision)| Confirmation {
            fingerprint: fingerprint.clone(),
            reason: match decision {
                Decision::Confirmed(reason) => reason.clone(),
                Decision::Misread => words::MISREAD.into(),
            },
        };
        self.decisions.iter().map(confirmation).collect()
    }
}

//! The one entry: input in, verdicts out.

use crate::document::Document;
use crate::read::{self, Input};
use crate::report::Report;
use crate::rules::{self, Context, Outcome, Rule};
use crate::wire;

mod output;
mod view;

pub(crate) use view::rule_card;

/// What the user may choose. Nothing yet: every rule runs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {}

/// Reads, lifts and checks one input, and gives the contract's entry for it.
pub fn check(name: &str, input: Input<'_>, _options: &Options) -> wire::File {
    match read::read(name, input) {
        Ok(document) => {
            let report = Report::lift(&document);
            let checked = Checked::new(&report);
            wire::File { name: name.to_owned(), error: None, report: Some(output::report(&checked)) }
        }
        Err(error) => {
            wire::File { name: name.to_owned(), error: Some(output::failure(&error)), report: None }
        }
    }
}

/// Reads, lifts and checks one input, and gives everything the page shows of it.
pub fn review(name: &str, input: Input<'_>, _options: &Options) -> wire::Review {
    match read::read(name, input) {
        Ok(document) => {
            let report = Report::lift(&document);
            let checked = Checked::new(&report);
            wire::Review { name: name.to_owned(), error: None, checked: Some(view::checked_report(&checked)) }
        }
        Err(error) => {
            wire::Review { name: name.to_owned(), error: Some(output::failure(&error)), checked: None }
        }
    }
}

/// A report with the outcome of every rule.
struct Checked<'r> {
    document: &'r Document,
    context: Context<'r>,
    outcomes: Vec<(&'static Rule, Outcome)>,
}

impl<'r> Checked<'r> {
    fn new(report: &'r Report<'r>) -> Self {
        let context = Context::new(report);
        let outcomes = rules::all().iter().map(|rule| (*rule, (rule.check)(&context))).collect();
        Self { document: report.document, context, outcomes }
    }

    /// The findings with their rules, most important first, then in reading order.
    fn findings(&self) -> Vec<(&'static Rule, &rules::Finding)> {
        let mut found: Vec<_> = self
            .outcomes
            .iter()
            .filter_map(|(rule, outcome)| match outcome {
                Outcome::Failed(findings) => Some(findings.iter().map(move |finding| (*rule, finding))),
                _ => None,
            })
            .flatten()
            .collect();
        found.sort_by_key(|(_, finding)| {
            (std::cmp::Reverse(finding.severity), finding.places.first().map(|place| place.span))
        });
        found
    }
}

//! The one entry: input in, verdicts out.

use crate::compare::{self, Others};
use crate::document::Document;
use crate::read::{self, Input, ReadError};
use crate::report::Report;
use crate::rules::{self, Context, Outcome, Rule};
use crate::wire;

mod levels;
mod output;
mod view;

pub use levels::{Level, Levels};

pub(crate) use view::rule_card;

/// What the caller may choose.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The decoder of GB18030; natively there is one built in, in WebAssembly the host lends its own.
    pub gb18030: read::Gb18030<'a>,
    /// Told when a phase begins, in words for the clerk.
    pub on_phase: &'a dyn Fn(&str),
    /// The other reports to check against: the year before, the units of a sum.
    pub related: Option<&'a wire::Related>,
    /// Rules that are switched off or lowered.
    pub levels: Option<&'a Levels>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { gb18030: &read::gb18030, on_phase: &|_| {}, related: None, levels: None }
    }
}

/// Reads, lifts and checks one input, and gives the contract's entry for it.
pub fn check(name: &str, input: Input<'_>, options: &Options<'_>) -> wire::File {
    let (error, report) = match run(name, input, options, output::report) {
        Ok(report) => (None, Some(report)),
        Err(error) => (Some(output::failure(error)), None),
    };
    wire::File { name: name.to_owned(), error, report }
}

/// Reads, lifts and checks one input, and gives everything the page shows of it.
pub fn review(name: &str, input: Input<'_>, options: &Options<'_>) -> wire::Review {
    let show = |checked: &Checked<'_>| {
        (view::checked_report(checked), compare::extract(name, checked.context.report))
    };
    let (error, found) = match run(name, input, options, show) {
        Ok(found) => (None, Some(found)),
        Err(error) => (Some(output::failure(error)), None),
    };
    let (checked, extract) = found.unzip();
    wire::Review { name: name.to_owned(), error, checked, extract }
}

/// What other reports need to know of one, or why it could not be read.
///
/// # Errors
/// The same as in [`wire::File::error`].
pub fn extract(name: &str, input: Input<'_>, options: &Options<'_>) -> Result<wire::Extract, wire::Failure> {
    let document = read::read_with(name, input, options.gb18030).map_err(output::failure)?;
    Ok(compare::extract(name, &Report::lift(&document)))
}

/// The pipeline; `show` turns the result into the shape asked for.
fn run<T>(
    name: &str,
    input: Input<'_>,
    options: &Options<'_>,
    show: impl FnOnce(&Checked<'_>) -> T,
) -> Result<T, ReadError> {
    (options.on_phase)("读取文件");
    let document = read::read_with(name, input, options.gb18030)?;
    (options.on_phase)("核对");
    let report = Report::lift(&document);
    let others = options.related.map(Others::of).unwrap_or_default();
    Ok(show(&Checked::new(&report, others, options.levels)))
}

/// A report with the outcome of every rule.
struct Checked<'r> {
    document: &'r Document,
    context: Context<'r>,
    outcomes: Vec<(&'static Rule, Outcome)>,
}

impl<'r> Checked<'r> {
    fn new(report: &'r Report<'r>, others: Others, levels: Option<&Levels>) -> Self {
        let context = Context::new(report, others);
        let judge = |rule: &&'static Rule| {
            let outcome = (rule.check)(&context);
            let outcome = match levels {
                Some(levels) => levels.apply(rule.id, outcome),
                None => outcome,
            };
            (*rule, outcome)
        };
        let outcomes = rules::all().iter().map(judge).collect();
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
        crate::sorted::sort_by_key(&mut found, |(_, finding)| {
            (std::cmp::Reverse(finding.severity), finding.places.first().map(|place| place.span))
        });
        found
    }
}

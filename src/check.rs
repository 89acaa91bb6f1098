//! The one entry: input in, verdicts out.

use crate::compare::{self, Others};
use crate::document::Document;
use crate::profile::{self, Profile};
use crate::read::{self, Input, ReadError};
use crate::report::{self, Report};
use crate::rules::{self, Facts, Outcome, Rule};
use crate::wire;
use std::sync::Arc;

mod corrections;
mod levels;
mod output;
mod own;
mod places;
mod view;

pub use corrections::Corrections;
pub use levels::Levels;

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
    /// Cells that were misread, and what stands there.
    pub corrections: Option<&'a Corrections>,
    /// Rules of one's own; its levels are those of `levels`, if they are to hold.
    pub profile: Option<&'a Profile>,
    /// Whether what was opened keeps the bytes it came from, for files that are made of it.
    pub keep_source: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            gb18030: &read::gb18030,
            on_phase: &|_| {},
            related: None,
            levels: None,
            corrections: None,
            profile: None,
            keep_source: false,
        }
    }
}

/// Reads, lifts and checks one input, and gives the contract's entry for each report in it: see [`open`].
pub fn check(name: &str, input: Input<'_>, options: &Options<'_>) -> Vec<wire::File> {
    open(name, input, options).iter().map(|report| report.check(options)).collect()
}

/// Reads one input: one report as a rule, several where a file holds more than one, and those of all its files where it is
/// a zip. What cannot be read is told by each report's result.
pub fn open(name: &str, input: Input<'_>, options: &Options<'_>) -> Vec<Opened> {
    (options.on_phase)("读取文件");
    let keep = |bytes: &[u8]| if options.keep_source { Arc::from(bytes) } else { Arc::default() };
    let given = || match input {
        Input::Bytes(bytes) => keep(bytes),
        Input::Text(text) | Input::Clipboard { html: "", text } => keep(text.as_bytes()),
        Input::Clipboard { html, .. } => keep(html.as_bytes()),
    };
    match read::open(name, input, options.gb18030) {
        Err(error) => reports(name, Err(error), &given()),
        Ok(read::Opened::Document(document)) => reports(name, Ok(document), &given()),
        Ok(read::Opened::Archive(members)) => members
            .into_iter()
            .flat_map(|member| {
                let name = format!("{name}/{}", member.name);
                let source = member.bytes.as_deref().map(keep).unwrap_or_default();
                let read = |bytes: Vec<u8>| read::read_with(&name, Input::Bytes(&bytes), options.gb18030);
                reports(&name, member.bytes.and_then(read), &source)
            })
            .collect(),
    }
}

/// The reports of one file.
fn reports(name: &str, document: Result<Document, ReadError>, source: &Arc<[u8]>) -> Vec<Opened> {
    let opened = |name: String, document| Opened { name, document, source: Arc::clone(source) };
    let parts = match document {
        Ok(document) => report::split(document),
        Err(error) => return vec![opened(name.to_owned(), Err(error))],
    };
    let count = parts.len();
    let named = |(number, mut document): (usize, Document)| {
        let mut name = name.to_owned();
        if count > 1 {
            document.notes.push(format!("文件中有 {count} 份年度报告，分别列出；这是第 {number} 份"));
            name = format!("{name}（第 {number} 份）");
        }
        opened(name, Ok(document))
    };
    (1..).zip(parts).map(named).collect()
}

/// A report that was read, or why it could not be.
#[derive(Debug)]
pub struct Opened {
    /// The name of its file, with its path in an archive and its number in a file that holds several.
    pub name: String,
    document: Result<Document, ReadError>,
    /// What it came from; nothing unless that is kept.
    source: Arc<[u8]>,
}

impl Opened {
    /// The bytes that it came from, or the text: nothing unless [`Options::keep_source`] asked for it.
    pub fn source(&self) -> &[u8] {
        &self.source
    }

    /// The contract's entry for it.
    pub fn check(&self, options: &Options<'_>) -> wire::File {
        self.entry(self.run(options, output::contract))
    }

    /// The contract's entry for it, and what other reports need to know of it, for the price of one.
    pub fn check_and_extract(&self, options: &Options<'_>) -> (wire::File, Option<wire::Extract>) {
        let both = |checked: &Checked<'_>| (output::contract(checked), self.extract_of(checked));
        match self.run(options, both) {
            Ok((report, extract)) => (self.entry(Ok(report)), Some(extract)),
            Err(error) => (self.entry(Err(error)), None),
        }
    }

    fn entry(&self, checked: Result<wire::Report, wire::Failure>) -> wire::File {
        let (error, report) = match checked {
            Ok(report) => (None, Some(report)),
            Err(error) => (Some(error), None),
        };
        wire::File { name: self.name.clone(), error, report }
    }

    /// What the page shows of it: in a row of a list, and everything if it is asked for in full.
    pub fn review(&self, options: &Options<'_>, full: bool) -> wire::Review {
        let name = self.name.clone();
        let show = |checked: &Checked<'_>| {
            let extract = self.extract_of(checked);
            wire::Review {
                name: name.clone(),
                error: None,
                brief: Some(view::brief(checked)),
                checked: full.then(|| view::checked_report(checked)),
                mark: compare::mark(&extract),
                digest: String::new(),
                extract: Some(extract),
            }
        };
        self.run(options, show).unwrap_or_else(|error| wire::Review {
            name: self.name.clone(),
            error: Some(error),
            brief: None,
            checked: None,
            extract: None,
            mark: String::new(),
            digest: String::new(),
        })
    }

    /// What other reports need to know of it, with the cells that errors speak of.
    fn extract_of(&self, checked: &Checked<'_>) -> wire::Extract {
        let doubts = output::doubts(checked);
        wire::Extract { doubts, ..compare::extract(&self.name, checked.facts.report) }
    }

    /// What an expression of a rule of one's own comes to on it.
    pub fn try_out(&self, expression: &str) -> wire::Tried {
        let report = self.document.as_ref().ok().map(Report::lift);
        profile::try_out(expression, report.as_ref())
    }

    /// What other reports need to know of it; nothing is checked for that.
    ///
    /// # Errors
    /// Why it could not be read, the same as in [`wire::File::error`].
    pub fn extract(&self) -> Result<wire::Extract, wire::Failure> {
        let document = self.document.as_ref().map_err(|error| output::failure(*error))?;
        Ok(compare::extract(&self.name, &Report::lift_tables(document)))
    }

    /// Lifts and checks it; `show` turns the result into the shape asked for.
    fn run<T>(
        &self,
        options: &Options<'_>,
        show: impl FnOnce(&Checked<'_>) -> T,
    ) -> Result<T, wire::Failure> {
        let document = self.document.as_ref().map_err(|error| output::failure(*error))?;
        (options.on_phase)("核对");
        let corrections = options.corrections.map(Corrections::all).unwrap_or_default();
        let report = Report::lift_corrected(document, corrections);
        let others = options.related.map(Others::of).unwrap_or_default();
        Ok(show(&Checked::new(&report, others, options)))
    }
}

/// A report with the outcome of every rule.
struct Checked<'r> {
    document: &'r Document,
    places: places::Places<'r>,
    facts: Facts<'r>,
    outcomes: Vec<(&'static Rule, Outcome)>,
    /// What the profile says, and its own rules.
    own: Vec<profile::Verdict>,
    remark: Option<String>,
}

impl<'r> Checked<'r> {
    fn new(report: &'r Report<'r>, others: Others, options: &Options<'_>) -> Self {
        let facts = Facts::new(report, others);
        let judge = |rule: &'static Rule| {
            let outcome = rule.judge(&facts);
            let outcome = match options.levels {
                Some(levels) => levels.apply(rule.id, outcome),
                None => outcome,
            };
            (rule, outcome)
        };
        let outcomes = rules::all().map(judge).collect();
        Self {
            document: report.document,
            places: places::Places::of(report.document),
            facts,
            outcomes,
            own: options.profile.map(|profile| profile.judge(report)).unwrap_or_default(),
            remark: options.profile.map(Profile::remark),
        }
    }

    /// The findings with their rules, most important first, then the surest, then in reading order.
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
            (
                std::cmp::Reverse(finding.severity()),
                std::cmp::Reverse(finding.certainty()),
                finding.places.first().map(|place| place.span),
            )
        });
        found
    }
}

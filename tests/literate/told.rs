//! What the rules say of a report, with the places as a case gives them.

use super::Shown;
use jiaohe::Options;
use jiaohe::compare::Others;
use jiaohe::document::{Document, Span};
use jiaohe::read::{self, Input};
use jiaohe::report::Report;
use jiaohe::rules::{self, Facts, Finding, Outcome, Rule, Severity};
use jiaohe::wire::{self, OutcomeKind};
use jiaohe_testkit::edit::Case;
use jiaohe_testkit::layout::Source;
use std::fmt;

/// What a rule says.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) rule: &'static Rule,
    pub(crate) outcome: OutcomeKind,
    pub(crate) findings: Vec<Told>,
}

/// A finding as a case speaks of it.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) severity: Severity,
    pub(crate) rule: &'static str,
    pub(crate) sentences: String,
    pub(crate) places: Vec<Shown>,
}

/// What every rule says of a report that edits describe, in the light of the other reports they speak of.
pub(crate) fn said(edits: &str) -> Result<Vec<Said>, String> {
    let case = Case::parse(edits)?;
    let units: Vec<wire::Extract> = case.units()?.iter().map(extract).collect();
    let previous = case.previous()?.as_ref().map(extract);
    let document = document(&case.source());
    Ok(of_document(&document, &wire::Related { previous, units }))
}

/// What every rule says of a report given as text.
pub(super) fn said_of_text(text: &str) -> Vec<Said> {
    of_document(
        &document(&Source::Text(text.to_owned())),
        &wire::Related { previous: None, units: Vec::new() },
    )
}

fn input(source: &Source) -> Input<'_> {
    match source {
        Source::Text(text) => Input::Text(text),
        Source::Bytes(bytes) => Input::Bytes(bytes),
    }
}

fn document(source: &Source) -> Document {
    read::read("报告", input(source)).unwrap_or_else(|error| panic!("not read: {error:?}"))
}

fn extract(source: &Source) -> wire::Extract {
    let opened = jiaohe::open("报告", input(source), &Options::default());
    let [report] = opened.as_slice() else { panic!("one report") };
    report.extract().unwrap()
}

fn of_document(document: &Document, related: &wire::Related) -> Vec<Said> {
    let report = Report::lift(document);
    let facts = Facts::new(&report, Others::of(related));
    let said = |rule: &'static Rule| {
        let outcome = rule.judge(&facts);
        let findings = match &outcome {
            Outcome::Failed(findings) => {
                findings.iter().map(|finding| Told::of(rule, finding, &report)).collect()
            }
            _ => Vec::new(),
        };
        Said { rule, outcome: outcome.kind(), findings }
    };
    rules::all().map(said).collect()
}

impl Told {
    fn of(rule: &Rule, finding: &Finding, report: &Report<'_>) -> Self {
        let todo = finding.todo.join("；");
        Self {
            severity: finding.severity(),
            rule: rule.id,
            sentences: [finding.message().as_str(), &finding.because, &todo].join("\n"),
            places: finding.places.iter().map(|place| shown(report, finding, place.span)).collect(),
        }
    }
}

/// A place as the cell that stands there, if the finding speaks of it, else as the words.
fn shown(report: &Report<'_>, finding: &Finding, span: Span) -> Shown {
    let stands = |cell: &&jiaohe::report::form::CellId| {
        report.tables.cell(**cell).is_some_and(|reading| reading.span == Some(span))
    };
    if let Some(cell) = finding.cells.iter().find(stands) {
        return Shown::Cell(cell.to_string());
    }
    let line = report.document.line(span.line);
    let (before, rest) = line.split_at(span.start as usize);
    let (marked, after) = rest.split_at((span.end - span.start) as usize);
    Shown::Words { before: before.into(), marked: marked.into(), after: after.into() }
}

/// So many characters around marked words are shown.
const AROUND: usize = 5;

impl fmt::Display for Told {
    /// In the language of the cases.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} | {}", self.severity, self.rule, self.sentences.replace('\n', " / "))?;
        write_places(f, &self.places, false)
    }
}

/// Places in the language of the cases, a line for each stretch of cells and for each of words.
pub(super) fn write_places(f: &mut fmt::Formatter<'_>, places: &[Shown], more: bool) -> fmt::Result {
    let mut cells = false;
    for place in places {
        match place {
            Shown::Cell(id) if cells => write!(f, " {id}")?,
            Shown::Cell(id) => write!(f, "\n  @ {id}")?,
            Shown::Words { before, marked, after } => {
                let start =
                    before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
                let after: String = after.chars().take(AROUND).collect();
                write!(f, "\n  @ {}【{marked}】{after}", before.get(start..).unwrap_or_default())?;
            }
        }
        cells = matches!(place, Shown::Cell(_));
    }
    match (places.is_empty(), more) {
        (true, _) => write!(f, "\n  @ nowhere"),
        (false, true) => write!(f, " …"),
        (false, false) => Ok(()),
    }
}

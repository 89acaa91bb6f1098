//! The literate cases: Markdown files that say in words what a rule must and must not find, and prove it.
//!
//! ````text
//! # table3/balance
//! ## 一列不平
//! Words for the reader.
//! ```edits
//! t3.carried_in.person = 29
//! ```
//! ```findings
//! error table3/balance | 相差
//!   @ t3.carried_in.person …
//! ```
//! ````
//! The findings are all findings above hint, and all of the file's own rule: severity, rule, and words that its sentences
//! contain. Below each stands where it shows, in order, the place to look first at the head: `@ t3.carried_in.person` for
//! cells, `@ 收到申请【77】件` for marked words with those around them, `@ nowhere` where something is missing. A `…` at the
//! end stands for whatever follows.
//!
//! A line `outcome passed` gives the rule's outcome; where the rule finds nothing it is due, so that nothing is silent by
//! chance. A fence `report` holds a whole report as text instead of edits.

mod told;

pub(crate) use told::{Said, Told, said};

use jiaohe::rules::Severity;
use jiaohe::wire::OutcomeKind;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// One case of a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct LiterateCase {
    /// Its heading.
    pub(crate) name: String,
    /// The line of its heading.
    pub(crate) line: usize,
    /// Edits on a base report.
    pub(crate) edits: String,
    /// A whole report instead.
    pub(crate) report: Option<String>,
    /// What must be found, all of it.
    pub(crate) findings: Vec<Expected>,
    /// The outcome that the file's rule must have.
    pub(crate) outcome: Option<OutcomeKind>,
}

impl LiterateCase {
    /// What every rule says of it: of a whole report, or of a made-up one with its edits and the other reports they speak
    /// of.
    ///
    /// # Errors
    /// The edit that is not understood, and why.
    pub(crate) fn said(&self) -> Result<Vec<Said>, String> {
        match &self.report {
            Some(text) => Ok(told::said_of_text(text)),
            None => said(&self.edits),
        }
    }

    /// Whether it is written in another layout than the one that cases have unless they say so.
    pub(crate) fn is_in_another_layout(&self) -> bool {
        self.report.is_none() && self.edits.lines().any(|line| line.starts_with("layout = "))
    }

    /// Whether it changes something in its base report.
    pub(crate) fn changes_something(&self) -> bool {
        let only_chosen = |line: &str| line.starts_with("base = ") || line.starts_with("layout = ");
        self.report.is_some() || self.edits.lines().any(|line| !only_chosen(line))
    }
}

/// A finding that is due.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    /// Its severity.
    pub(crate) severity: Severity,
    /// Its rule.
    pub(crate) rule: String,
    /// What its sentences must contain.
    pub(crate) substring: String,
    /// Where it shows, in order; `None` where the case does not say.
    pub(crate) places: Option<Vec<Shown>>,
    /// Whether other places may follow.
    pub(crate) more: bool,
}

/// A place as a case gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A cell by its id.
    Cell(String),
    /// Marked words, with those before and behind them in their line.
    Words { before: String, marked: String, after: String },
}

impl Shown {
    /// The places of a line behind its `@`, and whether others may follow.
    fn parse(line: &str) -> (Vec<Self>, bool) {
        if let Some((before, rest)) = line.split_once('【') {
            let (marked, after) =
                rest.split_once('】').unwrap_or_else(|| panic!("no end of marked words: {line}"));
            let words = Self::Words { before: before.into(), marked: marked.into(), after: after.into() };
            return (vec![words], false);
        }
        let cells = line.split_whitespace().filter(|word| !["nowhere", "…"].contains(word));
        (cells.map(|id| Self::Cell(id.to_owned())).collect(), line.ends_with('…'))
    }

    /// Whether a place is the one that is due.
    fn is_met_by(&self, place: &Self) -> bool {
        match (self, place) {
            (Self::Cell(due), Self::Cell(shown)) => due == shown,
            (Self::Words { before, marked, after }, Self::Words { before: b, marked: m, after: a }) => {
                marked == m && b.ends_with(before.as_str()) && a.starts_with(after.as_str())
            }
            _ => false,
        }
    }
}

impl Expected {
    fn parse(line: &str) -> Self {
        let (head, substring) = line.split_once('|').unwrap_or((line, ""));
        let mut words = head.split_whitespace();
        let severity = words.next().and_then(Severity::parse);
        let severity = severity.unwrap_or_else(|| panic!("not a finding: {line}"));
        let rule = words.next().unwrap_or_else(|| panic!("of which rule: {line}")).to_owned();
        Self { severity, rule, substring: substring.trim().to_owned(), places: None, more: false }
    }

    /// Whether a finding is the one that is due.
    pub(crate) fn is_met_by(&self, told: &Told) -> bool {
        let shown = |due: &Vec<Shown>| {
            let enough = due.len() == told.places.len() || (self.more && due.len() < told.places.len());
            enough && due.iter().zip(&told.places).all(|(due, place)| due.is_met_by(place))
        };
        told.severity == self.severity
            && told.rule == self.rule
            && told.sentences.contains(&self.substring)
            && self.places.as_ref().is_none_or(shown)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} | {}", self.severity, self.rule, self.substring)?;
        told::write_places(f, self.places.as_deref().unwrap_or_default(), self.more)
    }
}

/// Every file below `tests/rules`, by the id of its rule.
pub(crate) fn files() -> Vec<(String, Vec<LiterateCase>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let rule =
                path.strip_prefix(&root).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
            (rule, parse(&fs::read_to_string(&path).unwrap()))
        })
        .collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            into.push(path);
        }
    }
}

fn parse(text: &str) -> Vec<LiterateCase> {
    let mut cases: Vec<LiterateCase> = Vec::new();
    let mut fence: Option<(String, String)> = None;
    for (i, line) in text.lines().enumerate() {
        if let Some((kind, body)) = &mut fence {
            if line == "```" {
                let case =
                    cases.last_mut().unwrap_or_else(|| panic!("line {i}: a fence before the first case"));
                close(case, kind, body);
                fence = None;
            } else {
                body.push_str(line);
                body.push('\n');
            }
        } else if let Some(kind) = line.strip_prefix("```") {
            fence = Some((kind.to_owned(), String::new()));
        } else if let Some(name) = line.strip_prefix("## ") {
            cases.push(LiterateCase { name: name.to_owned(), line: i + 1, ..LiterateCase::default() });
        }
    }
    cases
}

fn close(case: &mut LiterateCase, kind: &str, body: &str) {
    match kind {
        "edits" => body.clone_into(&mut case.edits),
        "report" => case.report = Some(body.to_owned()),
        "findings" => {
            for line in body.lines().filter(|line| !line.trim().is_empty()) {
                if let Some(outcome) = line.strip_prefix("outcome ") {
                    case.outcome = OutcomeKind::parse(outcome.trim());
                    assert!(case.outcome.is_some(), "no outcome: {line}");
                } else if let Some(place) = line.trim_start().strip_prefix("@ ") {
                    let last =
                        case.findings.last_mut().unwrap_or_else(|| panic!("a place of nothing: {line}"));
                    let (places, more) = Shown::parse(place);
                    last.places.get_or_insert_default().extend(places);
                    last.more |= more;
                } else {
                    case.findings.push(Expected::parse(line));
                }
            }
        }
        other => panic!("no fence of kind {other}"),
    }
}

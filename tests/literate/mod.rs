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
//! ```
//! ````
//! The findings are all findings above hint, and all of the file's own rule. A line `outcome not_applicable` asks for
//! the rule's outcome. A fence `report` holds a whole report as text instead of edits.

use jiaohe::wire::Finding;
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
    pub(crate) outcome: Option<String>,
}

/// A finding that is due.
#[derive(Debug, Clone)]
pub(crate) struct Expected {
    /// Its severity.
    pub(crate) severity: String,
    /// Its rule.
    pub(crate) rule: String,
    /// What its sentences must contain.
    pub(crate) substring: String,
}

impl Expected {
    fn parse(line: &str) -> Self {
        let (head, substring) = line.split_once('|').unwrap_or((line, ""));
        let mut words = head.split_whitespace();
        let mut next = || words.next().unwrap_or_else(|| panic!("not a finding: {line}")).to_owned();
        Self { severity: next(), rule: next(), substring: substring.trim().to_owned() }
    }

    /// Whether a finding is the one that is due.
    pub(crate) fn matches(&self, finding: &Finding) -> bool {
        let sentences = [finding.message.as_str(), &finding.because, &finding.todo].join("\n");
        finding.severity.id() == self.severity
            && finding.rule == self.rule
            && sentences.contains(&self.substring)
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} | {}", self.severity, self.rule, self.substring)
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
                match line.strip_prefix("outcome ") {
                    Some(outcome) => case.outcome = Some(outcome.trim().to_owned()),
                    None => case.findings.push(Expected::parse(line)),
                }
            }
        }
        other => panic!("no fence of kind {other}"),
    }
}

//! The rules, one by one: the literate cases in `tests/rules/`, the examples in the rules' own documentation, and what
//! the catalogue promises of every rule.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;
mod literate;

use common::{check, check_with, line};
use jiaohe::wire::{Finding, Report, Severity};
use jiaohe_testkit::edit::Case;
use jiaohe_testkit::layout::Source;
use literate::{Expected, LiterateCase};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Checks a literate case: a whole report, or edits on a made-up one, with the other reports it speaks of.
fn check_case(case: &LiterateCase) -> Result<Report, String> {
    match &case.report {
        Some(text) => Ok(check(&Source::Text(text.clone()))),
        None => check_edits(&case.edits),
    }
}

fn check_edits(edits: &str) -> Result<Report, String> {
    let case = Case::parse(edits)?;
    Ok(check_with(&case.source(), case.previous()?.as_ref(), &case.units()?))
}

/// Findings above hint, and all findings of the rule under test.
fn concerned<'r>(report: &'r Report, rule: &str) -> Vec<&'r Finding> {
    report
        .findings
        .iter()
        .filter(|finding| finding.severity != Severity::Hint || finding.rule == rule)
        .collect()
}

fn mismatches(case: &LiterateCase, rule: &str, report: &Report) -> Vec<String> {
    let found = concerned(report, rule);
    let mut unmet: Vec<&Expected> = case.findings.iter().collect();
    let mut wrong = Vec::new();
    for finding in &found {
        match unmet.iter().position(|expected| expected.matches(finding)) {
            Some(at) => drop(unmet.remove(at)),
            None => wrong.push(format!("unexpected: {}", line(finding))),
        }
    }
    wrong.extend(unmet.iter().map(|expected| format!("not found:  {expected}")));
    if let Some(outcome) = &case.outcome {
        let said =
            report.verdicts.iter().find(|verdict| verdict.rule == rule).map(|verdict| verdict.outcome.id());
        if said != Some(outcome) {
            wrong.push(format!("outcome should be {outcome}, is {said:?}"));
        }
    }
    wrong
}

#[test]
fn literate_cases_hold() {
    let mut faults = String::new();
    let mut count = 0;
    for (rule, cases) in literate::files() {
        for case in cases {
            count += 1;
            let wrong = match check_case(&case) {
                Ok(report) => mismatches(&case, &rule, &report),
                Err(why) => vec![why],
            };
            if !wrong.is_empty() {
                writeln!(faults, "{rule}.md:{} {}\n    {}", case.line, case.name, wrong.join("\n    "))
                    .unwrap();
            }
        }
    }
    println!("{count} literate cases");
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_rule_has_its_cases_and_every_file_its_rule() {
    let known: BTreeSet<String> = jiaohe::rules::all().iter().map(|rule| rule.id.to_owned()).collect();
    let mut faults = String::new();
    let files = literate::files();
    for id in &known {
        let Some((_, cases)) = files.iter().find(|(rule, _)| rule == id) else {
            writeln!(faults, "{id}: tests/rules/{id}.md is missing").unwrap();
            continue;
        };
        let speaks = |case: &&LiterateCase| case.findings.iter().any(|expected| &expected.rule == id);
        let found = cases.iter().filter(speaks).count();
        let silent = cases.len() - found;
        if found < 1 || silent < 2 {
            writeln!(faults, "{id}: {found} firing and {silent} silent cases; at least 1 and 2 are due")
                .unwrap();
        }
    }
    for (rule, _) in files.iter().filter(|(rule, _)| !known.contains(rule)) {
        writeln!(faults, "tests/rules/{rule}.md: there is no such rule").unwrap();
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// The examples in a rule's documentation are run: on a wrong one the rule speaks, on a right one it is silent.
#[test]
fn examples_in_the_documentation_hold() {
    let mut faults = String::new();
    for rule in jiaohe::rules::all() {
        for example in rule.documentation().examples {
            let report = match check_edits(&example.text) {
                Ok(report) => report,
                Err(why) => {
                    writeln!(faults, "{}: {why}", rule.id).unwrap();
                    continue;
                }
            };
            let fired = report.findings.iter().any(|finding| finding.rule == rule.id);
            if fired == example.right {
                let lines: Vec<String> = report.findings.iter().map(line).collect();
                let kind = if example.right { "right" } else { "wrong" };
                writeln!(faults, "{}: the {kind} example\n{}gives {lines:#?}", rule.id, example.text)
                    .unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn the_catalogue_is_complete() {
    let mut faults = String::new();
    let mut seen = BTreeSet::new();
    for rule in jiaohe::rules::all() {
        let mut demand = |holds: bool, what: &str| {
            if !holds {
                writeln!(faults, "{}: {what}", rule.id).unwrap();
            }
        };
        let documentation = rule.documentation();
        let severity = rule.severity.id();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules").join(format!("{}.rs", rule.id));
        demand(seen.insert(rule.id), "the id is taken twice");
        demand(path.exists(), "the id is not the path of a file in src/rules");
        demand(rule.module.ends_with(&rule.id.replace('/', "::")), "the id is not the path of its module");
        demand(["error", "warning", "hint"].contains(&severity), "the severity is not the contract's");
        demand(severity != "error" || !rule.basis.is_empty(), "an error without a basis");
        demand(rule.basis.iter().all(|basis| !basis.norm.is_empty()), "a basis without a norm");
        demand(!rule.title.is_empty(), "no title");
        demand(documentation.what.chars().count() >= 10, "does not say what it checks");
        demand(documentation.why.chars().count() >= 10, "does not say why");
        demand(documentation.examples.iter().any(|example| !example.right), "no wrong example");
        demand(documentation.examples.iter().any(|example| example.right), "no right example");
    }
    assert!(!seen.is_empty(), "there are no rules");
    assert!(faults.is_empty(), "\n{faults}");
}

//! The rules, one by one: the literate cases in `tests/rules/`, the examples in the rules' own documentation, and what
//! the catalogue promises of every rule.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

mod literate;
mod relations;

use jiaohe::rules::Severity;
use jiaohe::wire::OutcomeKind;
use jiaohe_testkit::clerk;
use literate::{Expected, LiterateCase, Said, said};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// What is not as the case says: findings above hint, all findings of the rule under test, and its outcome.
fn mismatches(case: &LiterateCase, rule: &str, said: &[Said]) -> Vec<String> {
    let mut unmet: Vec<&Expected> = case.findings.iter().collect();
    let mut wrong = Vec::new();
    for told in said.iter().flat_map(|said| &said.findings) {
        if told.severity == Severity::Hint && told.rule != rule {
            continue;
        }
        match unmet.iter().position(|expected| expected.is_met_by(told)) {
            Some(at) => drop(unmet.remove(at)),
            None => wrong.push(format!("unexpected: {told}")),
        }
    }
    wrong.extend(unmet.iter().map(|expected| format!("not found:  {expected}")));
    let outcome = said.iter().find(|said| said.rule.id == rule).map(|said| said.outcome);
    if case.outcome.is_some() && case.outcome != outcome {
        wrong.push(format!("outcome should be {:?}, is {outcome:?}", case.outcome));
    }
    for said in said {
        let declared = said.rule.severity;
        let above = said.findings.iter().filter(|told| told.severity > declared);
        wrong.extend(above.map(|told| format!("more serious than declared: {told}")));
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
            let wrong = match case.said() {
                Ok(said) => mismatches(&case, &rule, &said),
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
fn lists_shares_and_changes_are_told_and_look_alikes_are_not() {
    let (wrong, count) = relations::wrong();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 55, "only {count} sentences");
}

/// What the cases have to show of every rule, so that they can fail: where it fires, at the level it declares, and that it
/// was looked at where it is silent.
#[test]
fn every_rule_has_its_cases_and_every_file_its_rule() {
    let known: BTreeSet<String> = jiaohe::rules::all().map(|rule| rule.id.to_owned()).collect();
    let mut faults = String::new();
    let files = literate::files();
    for rule in jiaohe::rules::all() {
        let id = rule.id;
        let Some((_, cases)) = files.iter().find(|(known, _)| known == id) else {
            writeln!(faults, "{id}: tests/rules/{id}.md is missing").unwrap();
            continue;
        };
        let own = |case: &&LiterateCase| case.findings.iter().any(|expected| expected.rule == id);
        let (firing, silent): (Vec<&LiterateCase>, Vec<&LiterateCase>) = cases.iter().partition(own);
        let expected =
            || firing.iter().flat_map(|case| &case.findings).filter(|expected| expected.rule == id);
        let mut demand = |holds: bool, what: &str| {
            if !holds {
                writeln!(faults, "{id}: {what}").unwrap();
            }
        };
        demand(silent.len() >= 2, "two silent cases are due");
        demand(
            expected().any(|due| due.places.as_ref().is_some_and(|places| !places.is_empty())),
            "no case says where it fires",
        );
        demand(
            expected().any(|due| due.severity == rule.severity),
            "no case fires as seriously as the rule declares",
        );
        demand(
            silent.iter().any(|case| case.outcome == Some(OutcomeKind::Passed) && case.changes_something()),
            "no case passes by a hair: with something changed and `outcome passed`",
        );
        let mut names = BTreeSet::new();
        for case in cases {
            let mut demand = |holds: bool, what: &str| {
                if !holds {
                    writeln!(faults, "{id}.md:{} {}: {what}", case.line, case.name).unwrap();
                }
            };
            demand(names.insert(&case.name), "the name is taken twice");
            demand(case.changes_something(), "it changes nothing, so it cannot fail");
            demand(own(&case) || case.outcome.is_some(), "it is silent, and does not say with which outcome");
            let told = |due: &Expected| due.places.is_some() && !due.substring.is_empty();
            demand(case.findings.iter().all(told), "a finding without words or without its place");
        }
    }
    for (rule, _) in files.iter().filter(|(rule, _)| !known.contains(rule)) {
        writeln!(faults, "tests/rules/{rule}.md: there is no such rule").unwrap();
    }
    let cases = || files.iter().flat_map(|(_, cases)| cases);
    let elsewhere = cases().filter(|case| case.is_in_another_layout()).count();
    println!("{elsewhere} of {} cases are in another layout", cases().count());
    if elsewhere * 3 < cases().count() {
        writeln!(faults, "a third of the cases has to be in other layouts").unwrap();
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// The examples in a rule's documentation, in a clerk's words, are run: on a wrong one the rule speaks, on a right one it is
/// silent.
#[test]
fn examples_in_the_documentation_hold() {
    let mut faults = String::new();
    for rule in jiaohe::rules::all() {
        for example in rule.documentation().examples {
            let said = match clerk::edits(&example.text).and_then(|edits| said(&edits)) {
                Ok(said) => said,
                Err(why) => {
                    writeln!(faults, "{}: {why}", rule.id).unwrap();
                    continue;
                }
            };
            let fired = said.iter().any(|said| said.rule.id == rule.id && !said.findings.is_empty());
            if fired == example.right {
                let lines: Vec<String> =
                    said.iter().flat_map(|said| &said.findings).map(ToString::to_string).collect();
                let kind = if example.right { "right" } else { "wrong" };
                writeln!(
                    faults,
                    "{}: the {kind} example\n{}gives\n{}",
                    rule.id,
                    example.text,
                    lines.join("\n")
                )
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
        demand(documentation.examples.iter().all(|example| !example.text.is_empty()), "an empty example");
    }
    assert!(!seen.is_empty(), "there are no rules");
    assert!(faults.is_empty(), "\n{faults}");
}

//! Every number in prose whose meaning is determined, one by one: a one added to it has to be told.
//!
//! Determined is a number that agrees with the tables, or that a list, a share or a change in the text ties to others.
//! The reports are those of `tests/corpus` and, where they are present beside the project, the five real ones. What is
//! not told is printed with the reason.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

use jiaohe::compare::Others;
use jiaohe::document::Document;
use jiaohe::read::Input;
use jiaohe::report::Report;
use jiaohe::report::claims::{Claim, Comparison, Parting};
use jiaohe::rules::{Facts, Outcome};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What the rules say of a document: rule and sentence of every finding.
fn said(document: &Document) -> BTreeSet<(&'static str, String)> {
    let report = Report::lift(document);
    let facts = Facts::new(&report, Others::default());
    let mut said = BTreeSet::new();
    for rule in jiaohe::rules::all() {
        if let Outcome::Failed(findings) = rule.judge(&facts) {
            said.extend(findings.into_iter().map(|finding| (rule.id, finding.message())));
        }
    }
    said
}

/// Claims whose number the text or the tables determine.
fn determined(report: &Report<'_>) -> BTreeSet<usize> {
    let agrees = |claim: &Claim| claim.binding && matches!(claim.comparison, Comparison::Agrees(_));
    let mut found: BTreeSet<usize> =
        (0..report.claims.len()).filter(|&index| agrees(&report.claims[index])).collect();
    let relations = &report.relations;
    let claims = |figure: &usize| relations.figures[*figure].claims.iter().copied();
    for sum in &relations.sums {
        // A whole that the tables contradict is told already.
        let differs = |claim: usize| matches!(report.claims[claim].comparison, Comparison::Differs { .. });
        let said = matches!(sum.parting, Parting::Certain | Parting::Likely);
        if sum.holds(&relations.figures) && said && !sum.whole.iter().flat_map(claims).any(differs) {
            found.extend(sum.whole.iter().chain(&sum.parts).flat_map(claims));
        }
    }
    for share in &relations.shares {
        found.extend([share.part, share.percent].iter().flat_map(claims));
    }
    for change in relations.changes.iter().filter(|change| change.previous.is_some()) {
        found.extend([change.amount, change.current].iter().chain(&change.previous).flat_map(claims));
    }
    found
}

/// The document with one more in the number of a claim; `None` where the number is a word or in Chinese numerals.
fn one_more(document: &Document, claim: &Claim) -> Option<Document> {
    let digits = document.text(claim.span);
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let number: u64 = whole.parse().ok()?;
    let line = document.line(claim.span.line);
    let (before, after) = (&line[..claim.span.start as usize], &line[claim.span.end as usize..]);
    Some(document.clone().with_line(claim.span.line, format!("{before}{}{rest}{after}", number + 1)))
}

fn reports(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        path.is_file() && path.file_stem().is_some_and(|stem| stem != "README" && stem != "faults")
    });
    paths.sort();
    paths
}

#[test]
fn a_one_added_to_a_number_in_prose_is_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let real = root.join("../shared/reports");
    let mut paths = reports(&root.join("tests/corpus"));
    assert!(paths.len() >= 12, "the corpus has shrunk");
    match reports(&real) {
        found if found.is_empty() => {
            println!("the five real reports are not here; only the project's own are used");
        }
        found => paths.extend(found),
    }
    let (mut told, mut missed) = (0, Vec::new());
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = jiaohe::read::read(&name, Input::Bytes(&fs::read(&path).unwrap())).unwrap();
        let before = said(&document);
        let report = Report::lift(&document);
        for index in determined(&report) {
            let claim = &report.claims[index];
            let Some(changed) = one_more(&document, claim) else { continue };
            if said(&changed).difference(&before).next().is_some() {
                told += 1;
            } else {
                missed.push(format!("{name}: {} in “{}”, {}", claim.number, claim.text, claim.meaning.id()));
            }
        }
    }
    let all = told + missed.len();
    println!("{told} of {all} are told; not told:\n{}", missed.join("\n"));
    assert!(all > 70, "only {all} numbers are determined");
    assert!(told * 100 >= all * 95, "{told} of {all}:\n{}", missed.join("\n"));
}

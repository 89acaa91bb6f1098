//! One wrong cell in an otherwise correct report: the first proposal has to name that cell and its right value wherever
//! equations and prose together leave no other choice.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

mod common;

use common::{above_hint, check};
use jiaohe::wire::Repair;
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::{Layout, Scenario, Style};
use std::fmt::Write as _;

fn checked(scenario: &Scenario) -> jiaohe::wire::Report {
    check(&Layout::TabCells.write(scenario, Style::default()))
}

/// Whether nothing is left to say once a proposal is followed: then it is as good as the truth.
fn settles(repair: &Repair, scenario: &Scenario) -> bool {
    let mut repaired = scenario.clone();
    for change in &repair.changes {
        repaired.set(&change.cell, change.to.clone());
    }
    above_hint(&checked(&repaired)).is_empty()
}

#[test]
fn the_wrong_cell_is_named_with_its_right_value() {
    let (mut right, mut open, mut wrong) = (0, 0, String::new());
    for body in [Body::County, Body::Department, Body::City] {
        let scenario = Scenario::base(body);
        for cell in scenario.ids().into_iter().filter(|id| id.starts_with("t3.") || id.starts_with("t4.")) {
            for by in [1, 7, 90] {
                let value = scenario.number(&cell);
                let mut changed = scenario.clone();
                changed.set(&cell, (value + by).to_string());
                let report = checked(&changed);
                let errors = report.findings.iter().filter(|finding| finding.severity == "error");
                let repairs: Vec<&Repair> = errors.flat_map(|finding| &finding.repairs).collect();
                let is_truth = |repair: &&Repair| match repair.changes.as_slice() {
                    [change] => change.cell == cell && change.to == value.to_string(),
                    _ => false,
                };
                match repairs.first() {
                    Some(first) if is_truth(first) => right += 1,
                    // The figures alone cannot tell; then the truth has at least to be among the proposals.
                    Some(first) if settles(first, &changed) && repairs.iter().any(is_truth) => open += 1,
                    _ => {
                        let said: Vec<&str> = repairs.iter().map(|repair| repair.reason.as_str()).collect();
                        writeln!(wrong, "{body:?} {cell} {value} + {by}: {said:#?}").unwrap();
                    }
                }
            }
        }
    }
    println!("named first {right}, undetermined {open}");
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(right > 40 * open, "named first {right}, undetermined {open}");
}

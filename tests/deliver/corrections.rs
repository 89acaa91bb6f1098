//! Cells that were misread and put right by hand: checked anew, and named wherever the result goes.

use super::{opened, written, wrong};
use jiaohe::deliver::{Told, make};
use jiaohe::read::{Input, read};
use jiaohe::vocabulary::{CellStateKind, Deliverable};
use jiaohe::{Corrections, Options, wire};
use jiaohe_testkit::correct::Body;
use jiaohe_testkit::layout::Source;
use jiaohe_testkit::{Layout, Scenario};

const CELL: &str = "t3.open.person";

fn correction(cell: &str, from: &str, to: &str) -> Corrections {
    let mut corrections = Corrections::default();
    assert!(corrections.add(cell, from, to), "{cell} {to}");
    corrections
}

fn checked(source: &Source, corrections: &Corrections) -> wire::Report {
    let options = Options { corrections: Some(corrections), ..Options::default() };
    opened("年报.docx", source).check(&options).report.unwrap()
}

fn about(report: &wire::Report) -> usize {
    report.findings.iter().filter(|finding| finding.cells.iter().any(|cell| cell == CELL)).count()
}

#[test]
fn a_cell_put_right_is_checked_anew_and_named() {
    let right = Scenario::base(Body::County).number(CELL);
    for layout in [Layout::Docx, Layout::TabRows] {
        let source = written(&wrong(), layout);
        assert!(about(&checked(&source, &Corrections::default())) > 0, "the slip is found");
        let read = (right + 1).to_string();
        let report = checked(&source, &correction(CELL, &read, &right.to_string()));
        assert_eq!(about(&report), 0, "{:?}", report.findings);
        let cell = report.cells.iter().find(|(id, _)| id == CELL).map(|(_, cell)| cell.clone()).unwrap();
        assert_eq!((cell.value, cell.text), (Some(right.to_string()), Some(right.to_string())));
        assert!(report.notes[0].starts_with("人工更正 1 处：表三"), "{:?}", report.notes);
        assert!(report.notes[0].contains(&format!("读作“{read}”，更正为 {right}")), "{:?}", report.notes);
        let json = serde_json::to_string(&report).unwrap();
        assert!(json.contains(&format!(
            "\"corrections\":[{{\"cell\":\"{CELL}\",\"from\":\"{read}\",\"to\":\"{right}\"}}]"
        )));
    }
}

#[test]
fn an_unreadable_cell_is_put_right() {
    let right = Scenario::base(Body::County);
    let mut torn = right.clone();
    torn.set(CELL, "1 7 2");
    let source = written(&torn, Layout::Docx);
    let before = checked(&source, &Corrections::default());
    let state = |report: &wire::Report| {
        report.cells.iter().find(|(id, _)| id == CELL).map(|(_, cell)| cell.state).unwrap()
    };
    assert_ne!(state(&before), CellStateKind::Number);
    let after = checked(&source, &correction(CELL, "1 7 2", &right.number(CELL).to_string()));
    assert_eq!(state(&after), CellStateKind::Number);
    assert!(
        after.summary.not_judged < before.summary.not_judged || after.findings.len() < before.findings.len()
    );
    assert_eq!(about(&after), 0, "{:?}", after.findings);
}

#[test]
fn prose_is_held_against_what_was_put_right() {
    let right = Scenario::base(Body::County);
    let (cell, source) = ("t2.documents.in_force", written(&wrong(), Layout::Docx));
    let differs = |report: &wire::Report| {
        report.findings.iter().any(|finding| finding.cells.iter().any(|id| id == cell))
    };
    let read = (right.number(cell) + 1).to_string();
    assert!(differs(&checked(&source, &Corrections::default())));
    assert!(!differs(&checked(&source, &correction(cell, &read, &right.number(cell).to_string()))));
}

#[test]
fn a_correction_lapses_with_its_reading_and_says_so() {
    let source = written(&wrong(), Layout::Docx);
    let before = checked(&source, &Corrections::default());
    let mut after = checked(&source, &correction(CELL, "999", "1"));
    let told = after.notes.remove(0);
    assert!(told.starts_with("人工更正失效 1 处") && told.contains("表三"), "{told}");
    assert_eq!(after, before, "nothing else has changed");
    let untouched = serde_json::to_string(&before).unwrap();
    assert!(!untouched.contains("corrections"), "what is not used is not in the contract's output");
    for (cell, to) in [("t3.nothing.person", "1"), (CELL, "约 3"), (CELL, "")] {
        assert!(!Corrections::default().add(cell, "1", to), "{cell} {to}");
    }
}

#[test]
fn files_name_what_was_put_right() {
    let right = Scenario::base(Body::County).number(CELL);
    let source = written(&wrong(), Layout::Docx);
    let corrections = correction(CELL, &(right + 1).to_string(), &right.to_string());
    let options = Options { corrections: Some(&corrections), ..Options::default() };
    let lines = |what, options: &Options<'_>| {
        let file = make(what, &opened("年报.docx", &source), options, &Told::default()).unwrap();
        read("a", Input::Bytes(&file.bytes)).unwrap().lines().join("\n")
    };
    for what in
        [Deliverable::Certificate, Deliverable::CertificatePage, Deliverable::Issues, Deliverable::Tables]
    {
        assert!(lines(what, &options).contains("人工更正 1 处：表三"), "{what:?}");
        assert!(!lines(what, &Options::default()).contains("人工更正"), "{what:?}");
    }
}

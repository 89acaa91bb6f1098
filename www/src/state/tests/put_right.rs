//! Cells that were misread are put right, checked anew, taken back, and kept when the report comes again.

use super::*;
use jiaohe::wire::{Cell, CellStateKind, Correction};

const CELL: &str = "t3.open.person";

fn correction(from: &str, to: &str) -> Correction {
    Correction { cell: CELL.into(), from: from.into(), to: to.into() }
}

/// A whole answer in which the cell reads so, with what was put right in it.
fn reading(text: &str, corrections: Vec<Correction>, findings: &[&str]) -> Answer {
    let mut full = checked(findings);
    let cell = Cell { state: CellStateKind::Number, value: Some(text.into()), text: Some(text.into()) };
    full.report.cells = vec![(CELL.into(), cell)];
    full.report.corrections = corrections;
    let brief = Brief { organ: Some("云岭县林业局".into()), year: Some(2023), ..brief(findings) };
    Answer::Checked { brief, full: Some(Box::new(full)), mark: "a".into(), digest: String::new() }
}

fn put_right(to: Option<&str>) -> Action {
    Action::PutRight(1, CELL.into(), to.map(str::to_owned))
}

#[test]
fn a_cell_put_right_is_checked_anew_with_what_was_read() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, reading(" 7 ", Vec::new(), &["e1"])),
        Action::Amend(Some(CELL.into())),
    ]);
    assert_eq!(state.amending.as_deref(), Some(CELL));
    let state = state.reduce(put_right(Some("１")));
    assert_eq!(state.reports[0].put_right, [correction("7", "1")]);
    assert_eq!((state.reports[0].status.clone(), state.amending.clone()), (Status::Queued, None));
    assert_eq!(
        state.goal.as_ref().map(|(_, goal)| goal.clone()),
        Some(Goal::Box),
        "the focus stays where the clerk went"
    );
    assert!(state.has_work(), "it would be lost");
    // Put right once more: what was read is still what the program read.
    let answer = reading("1", vec![correction("7", "1")], &[]);
    let state = state.reduce(Action::Answered(1, 2, answer));
    assert!(state.said.contains("人工更正 1 处"), "{}", state.said);
    let again = state.clone().reduce(put_right(Some("2")));
    assert_eq!(again.reports[0].put_right, [correction("7", "2")]);
    // Taken back, or set to what was read: nothing is put right.
    for to in [None, Some("7")] {
        let back = state.clone().reduce(put_right(to));
        assert!(back.reports[0].put_right.is_empty() && back.reports[0].is_busy());
    }
}

#[test]
fn what_is_no_number_changes_nothing_and_is_told() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, reading("7", Vec::new(), &["e1"])),
        Action::Amend(Some(CELL.into())),
        put_right(Some("七件")),
    ]);
    assert!(state.reports[0].put_right.is_empty() && !state.reports[0].is_busy());
    assert_eq!(state.amending.as_deref(), Some(CELL), "the box stays open");
    assert!(state.said.contains("请填一个数字"), "{}", state.said);
    let closed = state.reduce(Action::Amend(None));
    assert_eq!(closed.amending, None);
    let unchanged = closed.clone().reduce(put_right(None));
    assert!(!unchanged.reports[0].is_busy(), "nothing to take back");
}

#[test]
fn the_report_given_again_is_compared_once_it_is_checked_with_what_was_put_right() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, reading("7", Vec::new(), &["e1", "e2"])),
        put_right(Some("1")),
        Action::Answered(1, 2, reading("1", vec![correction("7", "1")], &["e2"])),
        give(&["b"]),
        Action::Answered(2, 1, reading("7", Vec::new(), &["e1"])),
    ]);
    let heir = state.report(2).cloned().map(|report| (report.put_right.clone(), report.is_busy()));
    assert_eq!(heir, Some((vec![correction("7", "1")], true)));
    assert_eq!(state.reports.len(), 2, "the older one stays until then");
    let state = state.reduce(Action::Answered(2, 2, reading("1", vec![correction("7", "1")], &[])));
    let again = state.reports[0].again.clone().unwrap_or_default();
    assert_eq!(state.reports.len(), 1);
    assert_eq!((again.mended.len(), again.left.len(), again.new.len()), (1, 0, 0));
}

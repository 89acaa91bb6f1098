//! The same report given again, what would be lost, and clearing.

use super::*;

fn of(organ: &str, year: u16, findings: &[&str]) -> Answer {
    let brief = Brief { organ: Some(organ.into()), year: Some(year), ..brief(findings) };
    Answer::Checked {
        brief,
        full: Some(Box::new(checked(findings))),
        mark: "a".into(),
        digest: String::new(),
    }
}

fn confirmed() -> Decision {
    Decision::Confirmed("口径不同".into())
}

#[test]
fn the_same_unit_and_year_given_again_replaces_and_tells_what_was_mended() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, of("云岭县林业局", 2023, &["e1", "e2", "w1", "h1"])),
        Action::Decide(1, "w1".into(), Some(confirmed())),
        Action::Decide(1, "e2".into(), Some(confirmed())),
        give(&["b"]),
        Action::Answered(2, 1, of("云岭县林业局", 2023, &["w1", "h1", "e3"])),
    ]);
    let ids: Vec<_> = state.reports.iter().map(|report| report.id).collect();
    assert_eq!((ids, state.route), (vec![2], Route::Report(2)));
    let again = state.reports[0].again.clone().unwrap_or_default();
    assert_eq!(
        (again.mended.as_slice(), again.left.as_slice(), again.new.as_slice()),
        (
            ["title of e1".to_owned(), "title of e2".to_owned()].as_slice(),
            ["title of w1".to_owned(), "title of h1".to_owned()].as_slice(),
            ["title of e3".to_owned()].as_slice(),
        )
    );
    assert_eq!(again.lapsed, ["title of e2"], "a decision whose finding is gone is named");
    assert!(state.reports[0].decision("w1").is_some(), "and one whose figures stayed stays");
    assert!(state.said.contains("已改 2 处，剩 2 处，新增 1 处"), "{}", state.said);
}

#[test]
fn another_year_another_unit_and_files_given_together_replace_nothing() {
    for (organ, year) in [("云岭县林业局", 2022), ("云岭县水利局", 2023)] {
        let state = desk([
            give(&["a"]),
            Action::Answered(1, 1, of("云岭县林业局", 2023, &["e1"])),
            give(&["b"]),
            Action::Answered(2, 1, of(organ, year, &[])),
        ]);
        assert_eq!(state.reports.len(), 2, "{organ} {year}");
    }
    let state = desk([
        give(&["a", "b"]),
        Action::Answered(1, 1, of("云岭县林业局", 2023, &["e1"])),
        Action::Answered(2, 1, of("云岭县林业局", 2023, &[])),
    ]);
    assert_eq!(state.reports.len(), 2, "the same unit twice in one folder is for the clerk to see");
    let nameless = desk([give(&["a"]), Action::Answered(1, 1, whole(&["e1"])), give(&["b"])]);
    let nameless = nameless.reduce(Action::Answered(2, 1, whole(&[])));
    assert_eq!(nameless.reports.len(), 2, "what names no unit is nobody's second report");
}

#[test]
fn an_older_report_checked_again_takes_no_newer_ones_place() {
    let organ = "云岭县林业局";
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, of(organ, 2023, &["e1", "e2"])),
        give(&["b", "c"]),
        Action::Answered(2, 1, of(organ, 2023, &["e1"])),
        Action::Answered(3, 1, of("云岭县水利局", 2023, &[])),
        Action::Decide(2, "e1".into(), Some(confirmed())),
        Action::Rewrite(1, text(9)),
    ]);
    let job = state.reports.iter().find(|report| report.id == 1).map_or(0, |report| report.job);
    let state = state.reduce(Action::Answered(1, job, of(organ, 2023, &["e1"])));
    let ids: Vec<_> = state.reports.iter().map(|report| report.id).collect();
    assert_eq!(ids, [1, 2, 3]);
    assert!(state.reports.iter().any(|report| report.decision("e1").is_some()), "its decisions stay");
}

#[test]
fn only_what_would_be_lost_is_work_and_clearing_leaves_nothing() {
    let state = desk([give(&["a"]), Action::Answered(1, 1, whole(&["e1"]))]);
    assert!(!state.has_work(), "one report can be given again");
    let decided = state.clone().reduce(Action::Decide(1, "e1".into(), Some(confirmed())));
    assert!(decided.has_work());
    assert!(state.clone().reduce(Action::Rewrite(1, text(9))).has_work());
    assert!(state.clone().reduce(give(&["b"])).has_work());
    let cleared = decided.reduce(Action::Clear);
    assert_eq!((cleared.reports.len(), cleared.route), (0, Route::Start));
    assert!(!cleared.has_work() && cleared.results == State::default().results);
}

/// Two drafts of one report, the second shown.
fn two_drafts() -> Rc<State> {
    desk([
        give(&["a"]),
        Action::Answered(1, 1, of("云岭县林业局", 2023, &["e1", "w1"])),
        Action::Decide(1, "w1".into(), Some(confirmed())),
        give(&["b"]),
        Action::Answered(2, 1, of("云岭县林业局", 2023, &["w1"])),
    ])
}

#[test]
fn the_draft_before_can_be_looked_at_and_left_again_but_not_changed() {
    let state = two_drafts();
    let before = state.reports[0].again.clone().unwrap_or_default().before;
    let past = state.clone().reduce(Action::Go(Route::Report(before)));
    let shown = past.shown().cloned();
    assert_eq!(shown.map(|report| (report.id, report.replaced_by)), Some((1, Some(2))));
    let marks = past.shown_result().map(|checked| checked.report.findings.len());
    assert_eq!(marks, Some(2), "its result is still there");
    for action in [
        Action::Decide(1, "e1".into(), Some(confirmed())),
        Action::PutRight(1, "t3.open.person".into(), Some("3".into())),
        Action::Rewrite(1, text(9)),
        Action::Amend(Some("t3.open.person".into())),
    ] {
        let said = format!("{action:?}");
        assert!(Rc::ptr_eq(&past.clone().reduce(action), &past), "{said}");
    }
    let back = past.reduce(Action::Go(Route::Report(2)));
    assert_eq!(back.shown().map(|report| report.id), Some(2));
    assert_eq!(state.reports.len(), 1, "it is no row of the list");
}

#[test]
fn a_draft_that_is_no_longer_in_memory_is_checked_again_and_only_the_last_is_kept() {
    let mut state = two_drafts();
    // Other reports are looked at until the result of the draft is forgotten.
    for (id, organ) in [(3, "云岭县水利局"), (4, "云岭县教育局"), (5, "云岭县财政局"), (6, "云岭县民政局")]
    {
        state = state.reduce(give(&["x"])).reduce(Action::Answered(id, 1, of(organ, 2023, &[])));
    }
    assert!(state.results.get(1).is_none());
    let opened = state.clone().reduce(Action::Go(Route::Report(1)));
    let job = opened.report(1).map(|report| (report.status.clone(), report.job));
    assert_eq!(job, Some((Status::Queued, 2)));
    let read = opened.reduce(Action::Answered(1, 2, of("云岭县林业局", 2023, &["e1", "w1"])));
    assert!(read.shown_result().is_some());
    let ids: Vec<_> = read.reports.iter().map(|report| report.id).collect();
    assert_eq!(ids, [2, 3, 4, 5, 6], "being checked again it takes nobody's place");
    // A third draft: the first one goes.
    let third = read.reduce(give(&["c"])).reduce(Action::Answered(7, 1, of("云岭县林业局", 2023, &[])));
    let past: Vec<_> = third.past.iter().map(|report| report.id).collect();
    assert_eq!(past, [2]);
    assert!(third.clone().reduce(Action::Remove(7)).past.is_empty());
    assert!(third.reduce(Action::Clear).past.is_empty());
}

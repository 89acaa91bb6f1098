//! What an action does not touch is not drawn anew, and what a list does not show is not kept.

use super::*;
use jiaohe::wire::{Level, SumRole};

/// A hundred reports, all checked for the list.
fn hundred() -> Rc<State> {
    let names: Vec<String> = (1..=100).map(|number| format!("{number}.docx")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let answers = (1..=100).map(|id| Action::Answered(id, 1, in_brief(&["e1", "w1"])));
    desk(std::iter::once(give(&names)).chain(answers))
}

#[test]
fn an_action_that_changes_nothing_gives_the_same_state() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, whole(&["e1"])),
        Action::Select(0, Goal::Card(0)),
        Action::Show(super::super::Tab::Passed),
        Action::Enlarge(true),
    ]);
    let late = || whole(&["e2"]);
    let nothing = [
        Action::Started(1, 1),
        Action::Started(9, 1),
        Action::Phase(1, 7, "核对".into()),
        Action::Slow(1, 1),
        Action::Answered(1, 1, late()),
        Action::Answered(9, 1, late()),
        Action::Divide(1, 9, vec![late(), late()]),
        Action::Unpack(1, 9, Vec::new()),
        Action::Died(1, 1, death()),
        Action::Related(Box::new(Related { question: 99, links: Vec::new(), roster: None })),
        Action::Precede(1, super::super::Previous::Told),
        Action::Enrol(1, None),
        Action::Enrol(9, Some(SumRole::Out)),
        Action::CallRoll(String::new()),
        Action::Level("form/title".into(), None),
        Action::Turn(super::super::Desk::Reports),
        Action::AllRows(false),
        Action::Remove(9),
        Action::Go(Route::Report(1)),
        Action::Sift(Filter::All),
        Action::Edit(false),
        Action::Drawer(true),
        Action::Paint(super::super::Theme::Auto),
        Action::Enlarge(true),
    ];
    for action in nothing {
        let said = format!("{action:?}");
        assert!(Rc::ptr_eq(&Rc::clone(&state).reduce(action), &state), "{said}");
    }
    let unselected = state.reduce(Action::Unselect);
    assert!(Rc::ptr_eq(&Rc::clone(&unselected).reduce(Action::Unselect), &unselected));
}

#[test]
fn a_change_of_one_report_leaves_ninety_nine_the_same() {
    let before = hundred();
    let changes: [fn(u32) -> Action; 4] = [
        |id| Action::Retry(id),
        |id| Action::Decide(id, "e1".into(), Some(Decision::Misread)),
        |id| Action::Enrol(id, Some(SumRole::Out)),
        |id| Action::Rewrite(id, text(1000)),
    ];
    for change in changes {
        let after = Rc::clone(&before).reduce(change(50));
        let same: Vec<bool> = before.reports.iter().zip(&after.reports).map(|(a, b)| a == b).collect();
        assert_eq!(same.iter().filter(|same| !**same).count(), 1, "{:?}", change(50));
        assert!(!same[49]);
    }
    let sifted = Rc::clone(&before).reduce(Action::Sift(Filter::Only(Severity::Error)));
    assert_eq!(sifted.reports, before.reports);
    let started = Rc::clone(&before).reduce(Action::Retry(50)).reduce(Action::Started(50, 2));
    let phase = Rc::clone(&started).reduce(Action::Phase(50, 2, "核对".into()));
    assert!(Rc::ptr_eq(&phase, &started), "nobody looks at the steps of a row");
}

#[test]
fn a_row_holds_a_brief_and_few_whole_results_are_kept() {
    let mut state = hundred();
    assert_eq!((1..=100).filter(|id| state.results.get(*id).is_some()).count(), 0);
    for id in 1..=20 {
        state = state.reduce(Action::Go(Route::Report(id)));
        assert_eq!(state.reports[id as usize - 1].status, Status::Queued, "opened again from its source");
        state = state.reduce(Action::Answered(id, 2, whole(&["e1", "w1"])));
        assert_eq!(state.shown_result().map(|checked| checked.report.findings.len()), Some(2));
    }
    let kept: Vec<u32> = (1..=100).filter(|id| state.results.get(*id).is_some()).collect();
    assert_eq!(kept.len(), KEPT);
    // One that is still kept is on the screen at once, and stays longest.
    let oldest = kept[0];
    let back = state.reduce(Action::Go(Route::Report(oldest)));
    assert_eq!(back.reports[oldest as usize - 1].status, Status::Done);
    let next = back.reduce(Action::Go(Route::Report(60))).reduce(Action::Answered(60, 2, whole(&[])));
    assert!(next.results.get(oldest).is_some() && next.results.get(kept[1]).is_none());
}

#[test]
fn a_report_opened_while_it_is_checked_for_the_list_is_checked_for_the_screen() {
    let state = desk([
        give(&["a", "b"]),
        Action::Started(1, 1),
        Action::Go(Route::Report(1)),
        Action::Answered(1, 1, in_brief(&["e1"])),
    ]);
    assert_eq!((state.reports[0].job, &state.reports[0].status), (2, &Status::Queued));
    let state = state.reduce(Action::Answered(1, 2, whole(&["e1"])));
    assert!(state.shown_result().is_some() && !state.said.is_empty());
}

#[test]
fn a_result_that_no_longer_holds_is_not_shown_from_memory() {
    let state = desk([
        give(&["a", "b"]),
        Action::Answered(2, 1, in_brief(&[])),
        Action::Go(Route::Report(1)),
        Action::Answered(1, 1, whole(&["e1"])),
        Action::Go(Route::List),
        Action::Level("table3/balance".into(), Some(Level::Off)),
        Action::Answered(1, 2, in_brief(&[])),
    ]);
    assert!(state.results.get(1).is_none());
}

#[test]
fn the_reports_are_asked_about_once_and_again_when_one_has_changed() {
    let answer = |mark: &str| Answer::Checked {
        brief: brief(&[]),
        full: None,
        mark: mark.into(),
        digest: String::new(),
    };
    let state = desk([give(&["a", "b"]), Action::Answered(1, 1, answer("a"))]);
    assert_eq!(state.question(), None, "one is still being read");
    let state = state.reduce(Action::Answered(2, 1, answer("b")));
    let question = state.question().expect("two reports are read");
    let links = vec![Link::default(), Link { previous: Some(0), units: Vec::new() }];
    let related = |question| Related { question, links: links.clone(), roster: None };
    let state = state.reduce(Action::Related(Box::new(related(question))));
    assert_eq!((state.question(), state.reports[1].company.previous), (None, Some(1)));
    assert_eq!(state.reports[0].status, Status::Done, "its company is as before");
    let state = state.reduce(Action::Answered(2, 2, answer("b")));
    assert_eq!(state.question(), None, "checked in another light, it is the same to others");
    let state = state.reduce(Action::Rewrite(1, text(9))).reduce(Action::Answered(1, 2, answer("a2")));
    let question = state.question().expect("another text is another report");
    let state = state.reduce(Action::Related(Box::new(related(question))));
    assert_eq!(state.reports[1].status, Status::Queued, "checked beside another report");
}

#[test]
fn the_reports_of_one_file_come_with_their_answers() {
    let state = desk([
        give(&["a"]),
        Action::Started(1, 1),
        Action::Divide(1, 1, vec![in_brief(&["e1"]), in_brief(&[]), in_brief(&["w1"])]),
    ]);
    let found: Vec<_> = state.reports.iter().map(|one| (one.id, one.part, one.status.clone())).collect();
    let done = |id, part| (id, Some(part), Status::Done);
    assert_eq!(found, [done(1, 0), done(2, 1), done(3, 2)]);
    assert_eq!((state.route, state.reports[2].name.as_str()), (Route::List, "a（第 3 份）"));
    let sources: Vec<Source> = state.reports.iter().map(|report| report.source).collect();
    assert!(sources.iter().all(|source| *source == text(1)));
}

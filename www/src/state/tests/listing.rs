//! The list is ordered, narrowed and counted as it says, and what lies there twice counts once.

use super::{Goal, Rc, State, brief, desk, give, in_brief};
use crate::state::{Action, Answer, Column, Correction, Kind, Listing, Repeat, Route, Status};
use jiaohe::wire::Severity;
use yew::Reducible;

/// The answer for a report of this body and year that came from this file.
fn of(organ: &str, year: u16, digest: &str, findings: &[&str]) -> Answer {
    let mut brief = brief(findings);
    (brief.organ, brief.year) = (Some(organ.into()), Some(year));
    Answer::Checked { brief, full: None, mark: format!("{organ}{year}{digest}"), digest: digest.into() }
}

/// Four reports: two bodies, two years, one file that is there twice.
fn shelf() -> Rc<State> {
    desk([
        give(&["b.txt", "a.txt", "c.txt", "d/b.txt"]),
        Action::All(vec![
            Action::Answered(1, 1, of("乙局", 2023, "1", &["e1", "w1"])),
            Action::Answered(2, 1, of("甲局", 2022, "2", &["h1"])),
            Action::Answered(3, 1, of("甲局", 2023, "3", &["e2", "e3"])),
            Action::Answered(4, 1, of("乙局", 2023, "1", &["e1", "w1"])),
        ]),
    ])
}

fn rows(state: &State) -> Vec<usize> {
    state.listed(&state.repeats()).into_iter().map(|(row, _)| row).collect()
}

fn with(state: &Rc<State>, listing: Listing) -> Rc<State> {
    Rc::clone(state).reduce(Action::List(listing))
}

#[test]
fn the_list_is_ordered_by_any_column_both_ways() {
    let shelf = shelf();
    let by = |column, backwards| rows(&with(&shelf, Listing { column, backwards, ..Listing::default() }));
    assert_eq!(by(Column::Number, false), [1, 2, 3, 4]);
    assert_eq!(by(Column::Number, true), [4, 3, 2, 1]);
    assert_eq!(by(Column::Body, false), [1, 4, 2, 3], "乙 stands before 甲 in Unicode; equals as given");
    assert_eq!(by(Column::Year, false), [2, 1, 3, 4]);
    assert_eq!(by(Column::File, false), [2, 1, 3, 4]);
    assert_eq!(by(Column::Open(Severity::Error), true)[0], 3);
    assert_eq!(by(Column::Status, false), [1, 3, 4, 2], "what fails before what is clean");
}

#[test]
fn the_list_is_narrowed_by_kind_year_and_text() {
    let shelf = shelf();
    let only = |listing| rows(&with(&shelf, listing));
    let kind = |kind| Listing { kind: Some(kind), ..Listing::default() };
    assert_eq!(only(kind(Kind::Failing)), [1, 3, 4]);
    assert_eq!(only(kind(Kind::Clean)), [2]);
    assert_eq!(only(kind(Kind::Hinted)), [2]);
    assert_eq!(only(kind(Kind::Repeated)), [4]);
    assert!(only(kind(Kind::Unreadable)).is_empty());
    assert_eq!(only(Listing { year: Some(2022), ..Listing::default() }), [2]);
    let search = |text: &str| only(Listing { search: text.into(), ..Listing::default() });
    assert_eq!(search(" 甲 "), [2, 3]);
    assert_eq!(search("D/B"), [4], "by the file, in any case");
    assert_eq!(search("title of w1"), [1, 4], "by a finding");
    let settled = Rc::clone(&shelf).reduce(Action::Decide(3, "e2".into(), Some(super::Decision::Misread)));
    assert_eq!(rows(&with(&settled, kind(Kind::Settled))), [3]);
}

#[test]
fn the_same_file_counts_once_and_the_same_body_and_year_is_told() {
    let shelf = shelf();
    assert_eq!(shelf.repeats().get(&4), Some(&Repeat::File(1)));
    assert_eq!(shelf.readable().count(), 3, "the same file is related to others once");
    let put_right = Correction { organ: Some("乙局".into()), year: None };
    let shelf = shelf.reduce(Action::Correct(3, put_right));
    let repeats = shelf.repeats();
    assert_eq!((repeats.get(&1), repeats.get(&3)), (Some(&Repeat::Body(3)), Some(&Repeat::Body(1))));
    assert_eq!(repeats.get(&2), None);
}

#[test]
fn body_and_year_put_right_hold_for_list_and_question() {
    let shelf = shelf();
    let asked = shelf.question();
    let put_right = Correction { organ: Some("丙局".into()), year: Some(2021) };
    let shelf = shelf.reduce(Action::Correct(1, put_right));
    assert_eq!((shelf.reports[0].body(), shelf.reports[0].year()), ("丙局", Some(2021)));
    assert_ne!(shelf.question(), asked, "the reports belong together in another way now");
    assert_eq!(shelf.years(), [2023, 2022, 2021]);
}

#[test]
fn what_is_checked_again_beside_others_does_not_go_back_to_the_queue() {
    let shelf = desk([give(&["a", "b"]), Action::Answered(1, 1, in_brief(&["e1"]))]);
    assert_eq!(shelf.ended(), 1);
    let shelf = shelf.reduce(Action::Answered(2, 1, in_brief(&[]))).reduce(Action::Retry(1));
    assert!(shelf.reports[0].is_busy());
    assert_eq!((shelf.ended(), Kind::of(&shelf.reports[0])), (2, Kind::Failing));
}

#[test]
fn another_year_of_the_list_asks_nothing_anew() {
    let shelf = shelf().reduce(Action::CallRoll("甲局".into()));
    let asked = shelf.question();
    let shelf = shelf.reduce(Action::RollYear(Some(2022)));
    assert_eq!((shelf.question(), shelf.relations.roll_year), (asked, Some(2022)));
}

#[test]
fn the_end_of_the_last_check_is_told_once() {
    let shelf = desk([give(&["a", "b"]), Action::Answered(1, 1, in_brief(&["e1"]))]);
    assert_eq!(shelf.said, "");
    let shelf = shelf.reduce(Action::Answered(2, 1, in_brief(&[])));
    assert_eq!(shelf.said, "共 2 份，已核对 2 份：不通过 1 份，未发现问题 1 份。");
    let turn = shelf.said_turn;
    let shelf = shelf.reduce(Action::Retry(1)).reduce(Action::Answered(1, 2, in_brief(&["e1"])));
    assert_eq!(shelf.said_turn, turn, "what is checked again is no end");
}

#[test]
fn stopping_ends_what_waits_and_keeps_what_is_known() {
    let shelf = desk([
        give(&["a", "b"]),
        Action::Pause(true),
        Action::Answered(1, 1, in_brief(&[])),
        Action::Retry(1),
        Action::Stop,
    ]);
    let statuses: Vec<_> = shelf.reports.iter().map(|report| report.status.clone()).collect();
    assert_eq!(statuses, [Status::Queued, Status::Cancelled], "what is checked again goes on");
    assert!(!shelf.paused);
    let late = shelf.reduce(Action::Answered(2, 1, in_brief(&["e1"])));
    assert_eq!(late.reports[1].status, Status::Cancelled, "a late answer changes nothing");
}

#[test]
fn a_report_knows_its_place_in_the_list_as_it_is_shown() {
    let shelf = shelf().reduce(Action::Go(Route::Report(3)));
    assert_eq!(shelf.around(), Some((3, 4, [Some(2), Some(4)])));
    let narrow = Listing { kind: Some(Kind::Failing), ..Listing::default() };
    assert_eq!(with(&shelf, narrow).around(), Some((2, 3, [Some(1), Some(4)])));
    let apart = Listing { kind: Some(Kind::Clean), ..Listing::default() };
    assert_eq!(
        with(&shelf, apart).around(),
        Some((3, 4, [Some(2), Some(4)])),
        "it is not among those listed"
    );
    assert!(matches!(shelf.goal, Some((_, Goal::Heading))));
}

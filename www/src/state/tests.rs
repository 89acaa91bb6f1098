//! The desk loses nothing, late or dead answers change nothing, and what did not change stays the very same.

mod again;
mod beside;
mod listing;
mod put_right;
mod sameness;
mod work;

use super::results::KEPT;
use super::{
    Action, Answer, Cause, Death, Decision, Filter, Goal, NewInput, Related, Route, Source, SourceKind,
    State, Status,
};
use jiaohe::wire::{
    Brief, Certainty, CheckedReport, Detail, Edition, ErrorKind, Failure, Finding, FindingBrief, Format,
    Forms, Link, Recognition, Report, Severity, Summary,
};
use std::rc::Rc;
use yew::Reducible;

/// A desk after these actions.
fn desk(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::default()), Reducible::reduce)
}

/// A text under a number of its own.
fn text(id: u32) -> Source {
    Source { id, kind: SourceKind::Text, size: 12 }
}

fn give(names: &[&str]) -> Action {
    let input = |(name, id): (&&str, u32)| NewInput { name: (*name).into(), source: text(id) };
    Action::Give(names.iter().zip(1..).map(input).collect(), None)
}

fn severity(mark: &str) -> Severity {
    match mark.chars().next() {
        Some('e') => Severity::Error,
        Some('w') => Severity::Warning,
        _ => Severity::Hint,
    }
}

/// What a list shows of a report with one finding per fingerprint; the letter before it is the severity.
fn brief(findings: &[&str]) -> Brief {
    let finding = |mark: &&str| FindingBrief {
        rule: "table3/balance".into(),
        fingerprint: (*mark).into(),
        severity: severity(mark),
        title: format!("title of {mark}"),
    };
    Brief {
        organ: None,
        year: None,
        recognition: Recognition::Whole,
        forms: Forms { table3: Some(Edition::F2021), ..Forms::default() },
        summary: Summary { passed: 40, not_applicable: 2, ..Summary::default() },
        findings: findings.iter().map(finding).collect(),
    }
}

fn checked(findings: &[&str]) -> CheckedReport {
    let finding = |mark: &&str| Finding {
        rule: "table3/balance".into(),
        severity: severity(mark),
        certainty: Certainty::of(severity(mark)),
        message: String::new(),
        because: String::new(),
        todo: String::new(),
        basis: Vec::new(),
        cells: Vec::new(),
        places: Vec::new(),
        repairs: Vec::new(),
        fingerprint: (*mark).into(),
        detail: Detail::default(),
    };
    let Brief { forms, summary, .. } = brief(findings);
    let report = Report {
        reader: Format::Text,
        notes: Vec::new(),
        profile: None,
        recognition: Recognition::Whole,
        title: None,
        organ: None,
        year: None,
        period: None,
        forms,
        sections: Vec::new(),
        cells: Vec::new(),
        corrections: Vec::new(),
        claims: Vec::new(),
        verdicts: Vec::new(),
        findings: findings.iter().map(finding).collect(),
        summary,
    };
    let (lines, blocks, equations, unread) = Default::default();
    CheckedReport { report, lines, blocks, equations, unread }
}

/// A result without findings.
pub(crate) fn empty_result() -> CheckedReport {
    checked(&[])
}

/// The answer of a check for the screen.
fn whole(findings: &[&str]) -> Answer {
    Answer::Checked {
        brief: brief(findings),
        full: Some(Box::new(checked(findings))),
        mark: "a".into(),
        digest: String::new(),
    }
}

/// The answer of a check for the list.
fn in_brief(findings: &[&str]) -> Answer {
    Answer::Checked { brief: brief(findings), full: None, mark: "a".into(), digest: String::new() }
}

fn death() -> Death {
    Death { cause: Cause::Depth, phase: "读取文件".into(), place: "out of bounds".into() }
}

#[test]
fn one_report_is_shown_at_once_and_several_as_a_list() {
    assert_eq!(desk([give(&["a"])]).route, Route::Report(1));
    let several = desk([give(&["a", "b"])]);
    assert_eq!(several.route, Route::List);
    let ids: Vec<_> = several.reports.iter().map(|report| report.id).collect();
    assert_eq!(ids, [1, 2]);
}

#[test]
fn a_later_gift_keeps_what_is_on_the_desk() {
    let state = desk([give(&["a"]), Action::Answered(1, 1, whole(&[])), give(&["b"])]);
    assert_eq!((state.route, state.reports.len()), (Route::Report(2), 2));
    assert_eq!(state.reports[0].status, Status::Done);
}

#[test]
fn an_answer_to_an_older_text_is_dropped() {
    let state = desk([
        give(&["a"]),
        Action::Started(1, 1),
        Action::Rewrite(1, text(9)),
        Action::Answered(1, 1, whole(&["e1"])),
    ]);
    assert_eq!(state.reports[0].status, Status::Queued);
    assert!(state.reports[0].brief.is_none());
}

#[test]
fn the_last_result_stays_while_the_text_is_checked_anew() {
    let state = desk([give(&["a"]), Action::Answered(1, 1, whole(&["e1"])), Action::Rewrite(1, text(9))]);
    assert!(state.results.get(1).is_some() && state.reports[0].brief.is_some());
    assert!(state.reports[0].is_busy());
}

#[test]
fn a_death_keeps_text_and_result_and_counts() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, whole(&["e1"])),
        Action::Rewrite(1, text(8)),
        Action::Started(1, 2),
        Action::Died(1, 2, death()),
        Action::Retry(1),
        Action::Started(1, 3),
        Action::Died(1, 3, death()),
    ]);
    let report = &state.reports[0];
    assert_eq!((report.deaths, report.source), (2, text(8)));
    assert_eq!(report.status, Status::Died(death()));
    assert!(report.brief.is_some() && state.results.get(1).is_some());
}

#[test]
fn a_cancelled_check_stays_cancelled_when_its_answer_comes() {
    let state =
        desk([give(&["a"]), Action::Started(1, 1), Action::Cancel(1), Action::Answered(1, 1, whole(&[]))]);
    assert_eq!(state.reports[0].status, Status::Cancelled);
}

#[test]
fn an_unreadable_file_is_told_and_the_rest_goes_on() {
    let failure =
        Failure {
            kind: ErrorKind::Encrypted, message: "文件已加密。".into(), hint: "取消密码。".into()
        };
    let state = desk([
        give(&["a", "b"]),
        Action::Answered(1, 1, Answer::Unreadable(failure.clone())),
        Action::Answered(2, 1, whole(&[])),
    ]);
    assert_eq!(state.reports[0].status, Status::Unreadable(failure));
    assert_eq!(state.reports[1].status, Status::Done);
}

#[test]
fn next_and_previous_go_round_the_listed_findings() {
    let mut state = desk([give(&["a"]), Action::Answered(1, 1, whole(&["e1", "w1", "e2"]))]);
    let mut seen = Vec::new();
    for _ in 0..4 {
        let next = state.neighbour(true).unwrap_or(99);
        seen.push(next);
        state = state.reduce(Action::Step(true));
        assert_eq!(state.active, Some(next));
    }
    assert_eq!(seen, [0, 1, 2, 0]);
    assert_eq!(state.neighbour(false), Some(2));
    let state = state.reduce(Action::Sift(Filter::Only(Severity::Warning)));
    assert_eq!((state.neighbour(true), state.neighbour(false)), (Some(1), Some(1)));
}

#[test]
fn the_active_finding_is_followed_by_its_fingerprint() {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, whole(&["e1", "w1"])),
        Action::Select(1, Goal::Card(1)),
        Action::Rewrite(1, text(9)),
        Action::Answered(1, 2, whole(&["w1"])),
    ]);
    assert_eq!(state.active, Some(0));
    let state = state.reduce(Action::Rewrite(1, text(10))).reduce(Action::Answered(1, 3, whole(&[])));
    assert_eq!(state.active, None);
}

#[test]
fn a_confirmation_lapses_when_the_fingerprint_changes() {
    let confirmed = Decision::Confirmed("口径不同".into());
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, whole(&["e-5-9"])),
        Action::Decide(1, "e-5-9".into(), Some(confirmed.clone())),
    ]);
    assert_eq!(state.reports[0].decision("e-5-9"), Some(&confirmed));
    let counts = crate::view::counts::Counts::of(&state.reports[0]).unwrap_or_default();
    assert_eq!((counts.open, counts.confirmed, counts.rules()), ([0, 0, 0], 1, 42));
    let state = state.reduce(Action::Rewrite(1, text(9))).reduce(Action::Answered(1, 2, whole(&["e-6-9"])));
    let counts = crate::view::counts::Counts::of(&state.reports[0]).unwrap_or_default();
    assert_eq!((counts.open, counts.confirmed), ([1, 0, 0], 0));
}

#[test]
fn title_and_announcement_say_how_a_report_stands_in_the_same_words() {
    let said = |recognition: Recognition, not_judged: u32, findings: &[&str]| {
        let mut brief = brief(findings);
        (brief.recognition, brief.summary.not_judged) = (recognition, not_judged);
        let answer = Answer::Checked { brief, full: None, mark: String::new(), digest: String::new() };
        let state = desk([give(&["a", "b"]), Action::Answered(1, 1, answer)]);
        let report = state.reports[0].clone();
        let standing = crate::view::counts::standing(&report).map(|standing| standing.to_string());
        let standing = standing.unwrap_or_default();
        assert!(crate::words::result::window_title(&report).starts_with(&standing), "{standing}");
        assert!(crate::words::result::announcement(&report).contains(&standing), "{standing}");
        standing
    };
    assert_eq!(said(Recognition::Whole, 0, &[]), "未发现问题");
    assert_eq!(said(Recognition::Partial, 3, &[]), "部分核对（3 项未能判断）");
    assert_eq!(said(Recognition::Partial, 3, &["e-5-9"]), "不通过 1");
    assert_eq!(said(Recognition::Foreign, 0, &[]), "不是年度报告");
}

#[test]
fn a_file_is_made_once_and_only_of_what_was_read() {
    let state = desk([give(&["a"]), Action::Order(1, "docx")]);
    assert!(state.orders.is_empty(), "nothing was read yet");
    let state = state.reduce(Action::Answered(1, 1, whole(&["e-5-9"]))).reduce(Action::Order(1, "docx"));
    let numbers = |state: &State| state.orders.iter().map(|order| order.number).collect::<Vec<_>>();
    assert_eq!(numbers(&state), [1]);
    let state = state.reduce(Action::Order(1, "xlsx")).reduce(Action::Made(1, "好".into()));
    assert_eq!((numbers(&state), state.said.as_str()), (vec![2], "好"));
    let again = state.clone().reduce(Action::Made(1, "又".into()));
    assert_eq!(again.said, "好", "what is done is not told twice");
}

#[test]
fn addresses_are_read_back_and_name_no_content() {
    for route in [Route::Start, Route::List, Route::Report(12), Route::Help] {
        assert_eq!(Route::parse(&format!("file:///C:/jiaohe.html{}", route.address())), route);
    }
    assert_eq!(Route::parse("https://example.cn/jiaohe/"), Route::Start);
    assert_eq!(Route::parse("https://example.cn/#/r/none"), Route::Start);
}

#[test]
fn removing_the_shown_report_leads_to_what_is_left() {
    let state = desk([give(&["a", "b"]), Action::Go(Route::Report(2)), Action::Remove(2)]);
    assert_eq!((state.route, state.reports.len()), (Route::List, 1));
    assert_eq!(state.reduce(Action::Remove(1)).route, Route::Start);
}

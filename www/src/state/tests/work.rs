//! Saved work: written and read again, matched with reports there or to come, and nothing else taken for it.

use super::super::{Refused, Saved, Text, Work};
use super::*;
use jiaohe::wire::{Correction, Level};

const ORGAN: &str = "云岭县林业局";

/// The answer for a report of this year, from these bytes.
fn of(year: u16, digest: &str, findings: &[&str]) -> Answer {
    let brief = Brief { organ: Some(ORGAN.into()), year: Some(year), ..brief(findings) };
    Answer::Checked {
        brief,
        full: Some(Box::new(checked(findings))),
        mark: "a".into(),
        digest: digest.into(),
    }
}

fn confirmed() -> Decision {
    Decision::Confirmed("口径不同".into())
}

fn correction() -> Correction {
    Correction { cell: "t3.open.person".into(), from: "7".into(), to: "1".into() }
}

/// A desk with a decision of each kind, and its work as text.
fn saved(with_text: bool) -> (Rc<State>, String) {
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, of(2023, "hash", &["e1", "w1", "h1"])),
        Action::Decide(1, "e1".into(), Some(confirmed())),
        Action::Decide(1, "w1".into(), Some(Decision::Misread)),
        Action::Level("table3/balance".into(), Some(Level::Hint)),
        Action::CallRoll("云岭县水利局".into()),
    ]);
    let text = |_: &crate::state::Report| {
        with_text.then(|| Text { html: String::new(), plain: "报告全文".into() })
    };
    let work = state.work("2024-01-20 15:00".into(), text).write();
    (state, work)
}

fn opened(text: &str) -> Action {
    Action::Open(Work::read(text).map(|work| (work, Vec::new())))
}

#[test]
fn the_file_names_itself_and_holds_no_report_unless_asked() {
    let (_, without) = saved(false);
    assert!(
        without.contains("\"format\": \"jiaohe-work\"") && without.contains("\"version\": 1"),
        "{without}"
    );
    assert!(without.contains("口径不同") && without.contains("title of e1") && without.contains(ORGAN));
    assert!(!without.contains("报告全文"));
    assert!(saved(true).1.contains("报告全文"));
}

#[test]
fn work_opened_first_waits_for_its_report_and_names_what_has_lapsed() {
    let (_, work) = saved(false);
    let state = desk([opened(&work)]);
    assert_eq!(state.shelf.len(), 1);
    assert!(state.said.contains("还有 1 份请拖入或粘贴"), "{}", state.said);
    assert_eq!(state.levels, [("table3/balance".to_owned(), Level::Hint)]);
    assert_eq!(state.relations.list, "云岭县水利局");
    // Another year is another report.
    let state = state.reduce(give(&["b"])).reduce(Action::Answered(1, 1, of(2022, "other", &["e1"])));
    assert!(state.reports[0].decisions.is_empty() && state.shelf.len() == 1);
    // The same unit and year from other bytes: what holds is restored, what does not is named.
    let state = state.reduce(give(&["c"])).reduce(Action::Answered(2, 1, of(2023, "new", &["w1", "e9"])));
    let report = state.report(2).cloned();
    let report = report.as_deref();
    assert_eq!(report.and_then(|report| report.decision("w1")), Some(&Decision::Misread));
    let restored = report.and_then(|report| report.restored.clone()).unwrap_or_default();
    assert_eq!((restored.decisions, restored.lapsed), (1, vec!["title of e1".to_owned()]));
    assert!(state.shelf.is_empty());
}

#[test]
fn a_report_that_is_open_gets_its_work_back_by_its_bytes_even_without_a_name() {
    let named = |digest: &str| {
        let brief = brief(&["e1"]);
        Answer::Checked {
            brief,
            full: Some(Box::new(checked(&["e1"]))),
            mark: "a".into(),
            digest: digest.into(),
        }
    };
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, named("hash")),
        Action::Decide(1, "e1".into(), Some(confirmed())),
    ]);
    let work = state.work(String::new(), |_| None).write();
    let state = desk([give(&["x"]), Action::Answered(1, 1, named("hash")), opened(&work)]);
    assert_eq!(state.reports[0].decision("e1"), Some(&confirmed()));
    let state = desk([give(&["x"]), Action::Answered(1, 1, named("other")), opened(&work)]);
    assert!(state.reports[0].decisions.is_empty(), "nothing tells that it is the same");
}

#[test]
fn what_was_put_right_comes_first_since_findings_follow_from_it() {
    let mut work = Work::read(&saved(false).1).unwrap_or_else(|refused| panic!("{refused:?}"));
    if let Some(saved) = work.reports.first_mut() {
        *saved = with_correction(saved.clone());
    }
    let state =
        desk([give(&["a"]), Action::Answered(1, 1, of(2023, "hash", &["e5"])), opened(&work.write())]);
    assert!(state.reports[0].put_right.is_empty(), "the levels in it come first");
    let state = state.reduce(Action::Answered(1, 2, of(2023, "hash", &["e5"])));
    assert_eq!(state.reports[0].put_right, [correction()]);
    assert!(state.reports[0].is_busy() && state.reports[0].decisions.is_empty());
    let state = state.reduce(Action::Answered(1, 3, of(2023, "hash", &["e1", "w1"])));
    assert_eq!(state.reports[0].decision("e1"), Some(&confirmed()));
    let restored = state.reports[0].restored.clone().unwrap_or_default();
    assert_eq!((restored.decisions, restored.corrections, restored.lapsed.len()), (2, 1, 0));
}

/// The same with a cell put right, as the file would say it.
fn with_correction(saved: Saved) -> Saved {
    let mut value = serde_json::to_value(saved).unwrap_or_default();
    value["corrections"] = serde_json::to_value([correction()]).unwrap_or_default();
    serde_json::from_value(value).unwrap_or_default()
}

#[test]
fn foreign_newer_and_damaged_files_are_refused_each_with_its_reason() {
    let (state, work) = saved(false);
    for (text, why, word) in [
        ("", Refused::Foreign, "不是本程序保存的工作文件"),
        ("{\"a\": 1}", Refused::Foreign, "不是本程序保存的工作文件"),
        ("{\"format\": \"other\", \"version\": 1}", Refused::Foreign, "不是本程序保存的工作文件"),
        (&work.replace("\"version\": 1", "\"version\": 2"), Refused::Newer(2), "第 2 版格式"),
        (&work.replace("\"reports\"", "\"report\""), Refused::Damaged, "不完整或已损坏"),
        (work.get(..work.len() / 2).unwrap_or_default(), Refused::Damaged, "不完整或已损坏"),
    ] {
        assert_eq!(Work::read(text), Err(why), "{text}");
        let after = state.clone().reduce(opened(text));
        assert!(after.said.starts_with("没有打开") && after.said.contains(word), "{}", after.said);
        assert_eq!(after.reports[0].decisions, state.reports[0].decisions, "nothing is touched");
    }
    assert!(Work::read(&format!("\u{feff}{work}")).is_ok(), "an editor may have put a mark before it");
}

#[test]
fn saving_ends_the_warning_until_something_changes() {
    let (state, _) = saved(false);
    assert!(state.has_work());
    let state = state.reduce(Action::Save(false));
    assert_eq!(state.saving, Some(false));
    let state = state.reduce(Action::Stored(false, "校核工作.json".into()));
    assert!(!state.has_work() && state.saving.is_none() && state.said.contains("校核工作.json"));
    let looked = state.clone().reduce(Action::Go(Route::Help)).reduce(Action::Go(Route::Report(1)));
    assert!(!looked.has_work(), "looking changes nothing");
    let decided = state.clone().reduce(Action::Decide(1, "h1".into(), Some(confirmed())));
    assert!(decided.has_work());
    assert!(state.clone().reduce(give(&["b"])).has_work());
    // Corrected text is only saved where that was asked for.
    let rewritten = state.reduce(Action::Rewrite(1, text(9)));
    let without = rewritten.clone().reduce(Action::Stored(false, "a".into()));
    assert!(without.has_work() && without.said.contains("1 份改过的文字没有保存"));
    assert!(!rewritten.reduce(Action::Stored(true, "a".into())).has_work());
}

#[test]
fn text_in_the_file_comes_back_unless_its_report_is_open() {
    let (state, work) = saved(true);
    let input = || NewInput { name: "粘贴的内容".into(), source: text(7) };
    let open = || Action::Open(Work::read(&work).map(|work| (work, vec![(0, input())])));
    assert_eq!(state.reduce(open()).reports.len(), 1, "it is there already");
    let state = desk([open()]);
    assert_eq!((state.reports.len(), state.route), (1, Route::Report(1)));
    let state = state.reduce(Action::Answered(1, 1, of(2023, "hash", &["e1", "w1"])));
    assert_eq!(state.reports[0].decisions.len(), 2);
    // Work that still waits is not lost by saving again.
    let waiting = desk([opened(&work)]).work(String::new(), |_| None);
    assert_eq!(waiting.reports.len(), 1);
}

#[test]
fn a_unit_and_year_put_right_come_back_with_the_report() {
    let edit = crate::state::Correction { organ: Some("云岭县园林局".into()), year: Some(2024) };
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, of(2023, "hash", &["e1"])),
        Action::Correct(1, edit.clone()),
    ]);
    assert!(state.has_work());
    let work = state.work(String::new(), |_| None).write();
    assert!(work.contains("云岭县园林局") && work.contains(ORGAN), "as read, and as put right");
    let state = desk([opened(&work), give(&["b"]), Action::Answered(1, 1, of(2023, "other", &["e1"]))]);
    assert_eq!(state.reports[0].correction, edit);
    assert_eq!((state.reports[0].body(), state.reports[0].year()), ("云岭县园林局", Some(2024)));
}

#[test]
fn each_of_several_reports_in_a_file_has_its_own() {
    let of_part = |part| Saved { sha256: "hash".into(), part: Some(part), ..Saved::default() };
    let report = |part| crate::state::Report { part: Some(part), digest: "hash".into(), ..shown_report() };
    assert!(of_part(1).is_of(&report(1)) && !of_part(0).is_of(&report(1)));
}

/// A report as it is on a desk.
fn shown_report() -> crate::state::Report {
    (*desk([give(&["a"]), Action::Answered(1, 1, of(2023, "other", &[]))]).reports[0]).clone()
}

#[test]
fn opened_work_takes_nothing_from_what_is_there() {
    let (_, work) = saved(false);
    // Undecided things were decided before: opening saves none of them.
    let state = desk([
        give(&["a"]),
        Action::Answered(1, 1, of(2023, "hash", &["e1", "h1"])),
        Action::Decide(1, "h1".into(), Some(confirmed())),
        opened(&work),
        Action::Answered(1, 2, of(2023, "hash", &["e1", "h1"])),
    ]);
    assert!(state.has_work(), "the decision on h1 is in no file");
    // What waits of a file opened before goes on waiting.
    let other = work.replace(ORGAN, "云岭县水利局").replace("hash", "else");
    let waiting = desk([opened(&work), opened(&other)]).work(String::new(), |_| None);
    assert_eq!(waiting.reports.len(), 2);
}

#[test]
fn a_list_of_units_is_work() {
    let state = desk([give(&["a"]), Action::Answered(1, 1, of(2023, "hash", &[]))]);
    assert!(!state.has_work());
    let listed = state.reduce(Action::CallRoll("云岭县水利局".into()));
    assert!(listed.has_work());
    let stored = listed.reduce(Action::Stored(false, "a".into()));
    assert!(!stored.has_work());
    assert!(stored.reduce(Action::CallRoll("云岭县水利局\n云岭县林业局".into())).has_work(), "changed since");
}

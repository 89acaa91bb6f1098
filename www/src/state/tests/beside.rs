//! One comparison at a time: which is asked for, when it is there, and when it no longer holds.

use super::{Rc, State, desk, give, in_brief};
use crate::state::{Action, Desk, Previous, Related, Route};
use jiaohe::wire::{Link, Relation, Sheet};
use yew::Reducible;

/// Three reports, the second of which is the year after the first.
fn pair() -> Rc<State> {
    let state = desk([
        give(&["a", "b", "c"]),
        Action::All((1..=3).map(|id| Action::Answered(id, 1, in_brief(&[]))).collect()),
    ]);
    let link = |previous| Link { previous, units: Vec::new() };
    let related = Related {
        question: state.question().unwrap_or_default(),
        links: vec![link(None), link(Some(0)), link(None)],
        roster: None,
    };
    // Checked again in the light of the first.
    state.reduce(Action::Related(Box::new(related))).reduce(Action::Answered(2, 2, in_brief(&[])))
}

fn sheet() -> Sheet {
    let (title, notes, columns, rows) = Default::default();
    Sheet { relation: Some(Relation::Years), title, notes, columns, rows }
}

#[test]
fn a_comparison_is_asked_for_when_it_is_looked_at_and_once() {
    let state = pair();
    assert!(state.comparison().is_none(), "nobody looks at it");
    let state = state.reduce(Action::Turn(Desk::Years));
    let (report, mark) = state.comparison().expect("the only pair is shown");
    assert_eq!(report.id, 2);
    let late = Rc::clone(&state).reduce(Action::Compared("another".into(), vec![sheet()]));
    assert!(late.sheets_of(&report, Relation::Years).is_none(), "of another report");
    let state = state.reduce(Action::Compared(mark, vec![sheet()]));
    assert!(state.comparison().is_none());
    assert_eq!(state.sheets_of(&report, Relation::Years).map(|sheets| sheets.len()), Some(1));
    assert!(state.reduce(Action::Go(Route::Report(1))).comparison().is_none());
}

#[test]
fn a_report_whose_pair_was_taken_away_stays_on_the_screen() {
    let state = pair().reduce(Action::Turn(Desk::Years)).reduce(Action::Precede(2, Previous::Nothing));
    let apart = Related {
        question: state.question().unwrap_or_default(),
        links: vec![Link::default(); 3],
        roster: None,
    };
    let before = state.comparison().map(|(_, mark)| mark);
    let state = state.reduce(Action::Related(Box::new(apart)));
    assert!(state.compared_as(Relation::Years).is_empty());
    assert_eq!(state.compared_report(Relation::Years).map(|report| report.id), Some(2));
    assert_ne!(state.comparison().map(|(_, mark)| mark), before, "it is another comparison now");
}

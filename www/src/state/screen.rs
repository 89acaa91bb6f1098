//! What is on the screen, and where to look.

use super::{Filter, Goal, Report, Route, State, Tab};
use crate::shared::Shared;
use crate::words::result as words;

impl State {
    /// Shows a screen; selection and editing belong to the one before. A report whose result is no longer kept is checked
    /// again from its source.
    pub(super) fn go(&mut self, route: Route) {
        if self.route == route {
            return;
        }
        self.route = route;
        self.active = None;
        self.filter = Filter::All;
        self.tab = Tab::Findings;
        self.editing = false;
        self.raw = false;
        self.amending = None;
        self.drawer = false;
        self.phase = String::new();
        self.look(Goal::Heading);
        if let Route::Report(id) = route {
            self.last_shown = Some(id);
            self.results.touch(id);
            let is_read = self.report(id).is_some_and(|report| report.brief.is_some() && !report.is_busy());
            if is_read && self.results.get(id).is_none() {
                self.change(id, Report::queue);
            }
        }
    }

    /// The report that was looked at last, where another screen is shown and it still lies on the desk; else the newest one.
    pub(crate) fn left_open(&self) -> Option<&Shared<Report>> {
        if !matches!(self.route, Route::Start | Route::Help) {
            return None;
        }
        self.last_shown.and_then(|id| self.report(id)).or_else(|| self.reports.last())
    }

    /// Shows a tab; the focus goes to it, so that it is told.
    pub(super) fn show(&mut self, tab: Tab) {
        self.tab = tab;
        self.drawer = true;
        let index = Tab::ALL.iter().position(|one| *one == tab).unwrap_or_default();
        self.look(Goal::Tab(index));
    }

    /// Makes a finding the active one.
    pub(super) fn select(&mut self, finding: usize, goal: Goal) {
        self.active = Some(finding);
        self.tab = Tab::Findings;
        self.drawer = true;
        self.look(goal);
    }

    /// Chooses which findings are listed.
    pub(super) fn sift(&mut self, filter: Filter) {
        if self.filter != filter {
            self.filter = filter;
            self.active = None;
            let listed = self.shown_result().map_or(0, |checked| filter.listed(checked).len());
            self.say(words::sifted(filter, listed));
        }
    }

    /// Says a sentence.
    pub(super) fn say(&mut self, sentence: String) {
        if !(sentence.is_empty() && self.said.is_empty()) {
            self.said = sentence;
            self.said_aloud = false;
            self.said_turn += 1;
        }
    }

    /// Says to those who listen what the others see.
    pub(super) fn say_aloud(&mut self, sentence: String) {
        self.say(sentence);
        self.said_aloud = true;
    }

    /// Sets where to look after the next render.
    pub(super) fn look(&mut self, goal: Goal) {
        let turn = self.goal.as_ref().map_or(0, |(turn, _)| turn + 1);
        self.goal = Some((turn, goal));
    }
}

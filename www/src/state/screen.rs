//! What is on the screen, and where to look.

use super::{Filter, Goal, Report, Route, State, Tab};

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
        self.drawer = false;
        self.phase = String::new();
        self.look(Goal::Heading);
        if let Route::Report(id) = route {
            self.results.touch(id);
            let is_read = self.report(id).is_some_and(|report| report.brief.is_some() && !report.is_busy());
            if is_read && self.results.get(id).is_none() {
                self.change(id, Report::queue);
            }
        }
    }

    /// Makes a finding the active one.
    pub(super) fn select(&mut self, finding: usize, goal: Goal) {
        self.active = Some(finding);
        self.tab = Tab::Findings;
        self.look(goal);
    }

    /// Chooses which findings are listed.
    pub(super) fn sift(&mut self, filter: Filter) {
        if self.filter != filter {
            self.filter = filter;
            self.active = None;
        }
    }

    /// Says a sentence.
    pub(super) fn say(&mut self, sentence: String) {
        if !(sentence.is_empty() && self.said.is_empty()) {
            self.said = sentence;
            self.said_turn += 1;
        }
    }

    /// Sets where to look after the next render.
    pub(super) fn look(&mut self, goal: Goal) {
        let turn = self.goal.as_ref().map_or(0, |(turn, _)| turn + 1);
        self.goal = Some((turn, goal));
    }
}

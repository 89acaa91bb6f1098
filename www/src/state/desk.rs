//! What happens to the reports on the desk: they come and go, are checked, and their checks end in one way or another.

use super::action::NewInput;
use super::{Answer, Death, Decision, Goal, Report, Route, Source, State, Status};
use crate::shared::Shared;
use crate::words;

/// How many findings the list of a report shows.
fn findings_of(state: &State, id: u32) -> usize {
    state.report(id).and_then(|report| report.brief.as_ref()).map_or(0, |brief| brief.findings.len())
}

impl State {
    /// A report on the desk under a number of its own.
    fn new_report(&mut self, input: NewInput) -> Report {
        self.last_id += 1;
        Report::new(self.last_id, input.name, input.source)
    }

    /// Puts new reports on the desk and shows them: one alone at once, several as a list.
    pub(super) fn give(&mut self, inputs: Vec<NewInput>, left_out: Option<String>) {
        let count = inputs.len();
        for input in inputs {
            let mut report = self.new_report(input);
            report.is_alone = count == 1;
            self.reports.push(Shared::new(report));
        }
        match count {
            0 => {}
            1 => self.go(Route::Report(self.last_id)),
            _ => self.go(Route::List),
        }
        self.say(left_out.unwrap_or_default());
    }

    /// Lists the reports of a file that holds several, once.
    pub(super) fn divide(&mut self, id: u32, job: u32, answers: Vec<Answer>) {
        let current = |report: &Shared<Report>| report.id == id && report.job == job && report.is_busy();
        let Some(at) = self.reports.iter().position(current) else { return };
        let Some(first) = self.reports.get(at).cloned() else { return };
        let numbers = 0..u32::try_from(answers.len()).unwrap_or(u32::MAX);
        let mut ids = Vec::new();
        for (part, at) in numbers.zip(at..) {
            let mut report = if part == 0 {
                (*first).clone()
            } else {
                self.new_report(NewInput { name: first.given.clone(), source: first.source })
            };
            report.name = words::desk::part(&first.given, part + 1);
            report.part = Some(part);
            report.job = job;
            ids.push(report.id);
            let new = usize::from(part == 0);
            self.reports.splice(at..at + new, [Shared::new(report)]);
        }
        self.go(Route::List);
        for (id, answer) in ids.into_iter().zip(answers) {
            self.answer(id, job, answer);
        }
    }

    /// Puts the files of a zip in its place.
    pub(super) fn unpack(&mut self, id: u32, job: u32, inputs: Vec<NewInput>) {
        let Some(at) = self.reports.iter().position(|report| report.id == id && report.job == job) else {
            return;
        };
        let shown = self.route == Route::Report(id);
        let reports: Vec<_> = inputs.into_iter().map(|input| Shared::new(self.new_report(input))).collect();
        let only = reports.first().filter(|_| reports.len() == 1).map(|report| report.id);
        self.reports.splice(at..=at, reports);
        if shown {
            self.go(only.map_or(Route::List, Route::Report));
        }
    }

    /// Changes one report, and says whether that made a difference.
    pub(super) fn change(&mut self, id: u32, with: impl FnOnce(&mut Report)) -> bool {
        let mut all = self.reports.iter_mut().chain(&mut self.past);
        let Some(slot) = all.find(|report| report.id == id) else { return false };
        let mut report = (**slot).clone();
        with(&mut report);
        let changed = report != **slot;
        if changed {
            *slot = Shared::new(report);
        }
        changed
    }

    /// Changes one report if this job is still its current one; late answers end here.
    pub(super) fn change_current(&mut self, id: u32, job: u32, with: impl FnOnce(&mut Report)) -> bool {
        let current = self.report(id).is_some_and(|report| report.job == job && report.is_busy());
        current && self.change(id, with)
    }

    /// Notes that a worker took a report.
    pub(super) fn started(&mut self, id: u32, job: u32) {
        self.change_current(id, job, |report| report.status = Status::Reading { slow: false });
        self.phase(id, job, String::new());
    }

    /// Notes the step of a worker, if anyone is looking.
    pub(super) fn phase(&mut self, id: u32, job: u32, phase: String) {
        if self.shown().is_some_and(|report| report.id == id && report.job == job) {
            self.phase = phase;
        }
    }

    /// Takes an answer in.
    pub(super) fn answer(&mut self, id: u32, job: u32, answer: Answer) {
        if !self.report(id).is_some_and(|report| report.job == job && report.is_busy()) {
            return;
        }
        let shown = self.route == Route::Report(id);
        let was_shown = shown && self.results.get(id).is_some();
        // A re-check may reorder findings: follow the active one by its fingerprint.
        let finding = |state: &Self| {
            Some(state.results.get(id)?.report.findings.get(state.active?)?.fingerprint.clone())
        };
        let held = finding(self).filter(|_| shown);
        let before = self.report(id).map(|report| report.mark.clone());
        let first = self.report(id).is_some_and(|report| report.brief.is_none());
        match answer {
            Answer::Checked { brief, full, mark, digest } => {
                let is_whole = full.is_some();
                match full {
                    Some(full) => self.results.keep(id, *full),
                    // What is on the screen stays there until all of the new result is known.
                    None if shown => {}
                    None => self.results.drop_of(id),
                }
                self.change(id, |report| {
                    report.brief = Some(Shared::new(brief));
                    report.mark = mark;
                    report.digest = digest;
                    report.status = Status::Done;
                    report.deaths = 0;
                });
                if shown && !is_whole {
                    // It was opened while its check for the list was under way.
                    self.change(id, Report::queue);
                }
            }
            Answer::Unreadable(failure) => {
                self.change(id, |report| report.status = Status::Unreadable(failure));
            }
        }
        if self.report(id).map(|report| report.mark.clone()) != before {
            self.ask();
        }
        if first || self.report(id).is_some_and(|report| report.is_heir) {
            self.replace_older(id);
        }
        self.restore(id);
        if shown {
            self.arrive(id, was_shown, held);
        }
    }

    /// The result of the shown report has come.
    fn arrive(&mut self, id: u32, was_shown: bool, held: Option<String>) {
        let Some(report) = self.report(id).filter(|report| !report.is_busy()).cloned() else { return };
        let findings = self.results.get(id).map(|checked| &checked.report.findings);
        self.active = held.and_then(|held| findings?.iter().position(|finding| finding.fingerprint == held));
        if !was_shown {
            self.look(Goal::Heading);
            // In a narrow window the findings lie in a drawer: the verdict opens it.
            self.drawer = findings_of(self, id) > 0;
        }
        self.say_aloud(words::result::announcement(&report));
    }

    /// Notes that the worker of this job is gone.
    pub(super) fn bury(&mut self, id: u32, job: u32, death: Death) {
        let taken = self.change_current(id, job, |report| {
            report.deaths = report.deaths.saturating_add(1);
            report.status = Status::Died(death);
        });
        if taken && self.route == Route::Report(id) {
            self.look(Goal::Heading);
        }
    }

    /// The clerk stops waiting.
    pub(super) fn cancel(&mut self, id: u32) {
        let whole = self.results.get(id).is_some();
        self.change(id, |report| {
            report.job += 1;
            report.status = if whole { Status::Done } else { Status::Cancelled };
        });
    }

    /// Takes corrected text in.
    pub(super) fn rewrite(&mut self, id: u32, source: Source) {
        self.change(id, |report| {
            report.source = source;
            report.is_rewritten = true;
            report.deaths = 0;
            report.queue();
        });
    }

    /// Takes everything off the desk; what the clerk prefers stays.
    pub(super) fn clear(&mut self) {
        self.reports.clear();
        self.orders.clear();
        self.shelf.clear();
        self.past.clear();
        (self.results, self.relations, self.listing) = Default::default();
        self.paused = false;
        self.go(Route::Start);
        self.say(words::desk::CLEARED.into());
    }

    /// Takes a report off the desk.
    pub(super) fn remove(&mut self, id: u32) {
        let count = self.reports.len();
        self.reports.retain(|report| report.id != id);
        if self.reports.len() == count {
            return;
        }
        self.past.retain(|past| past.replaced_by != Some(id));
        self.results.drop_of(id);
        self.orders.retain(|order| order.report != id);
        self.ask();
        if self.route == Route::Report(id) || self.reports.is_empty() {
            self.go(if self.reports.is_empty() { Route::Start } else { Route::List });
        }
    }

    /// Notes a decision; the focus goes to the card it was made on.
    pub(super) fn decide(&mut self, id: u32, fingerprint: String, decision: Option<Decision>) {
        let findings = self.results.get(id).map(|checked| &checked.report.findings);
        let card = findings.and_then(|all| all.iter().position(|finding| finding.fingerprint == fingerprint));
        let made = decision.clone();
        let changed = self.change(id, |report| {
            report.decisions.retain(|(mark, _)| *mark != fingerprint);
            report.decisions.extend(decision.map(|decision| (fingerprint, decision)));
        });
        if let Some(report) = self.report(id).filter(|_| changed) {
            self.say(words::result::decided(made.as_ref(), report));
        }
        if let Some(card) = card.filter(|_| self.route == Route::Report(id)) {
            self.look(Goal::Card(card));
        }
    }
}

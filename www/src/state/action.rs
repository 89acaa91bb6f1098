//! What can happen, and what it does to the desk.

use super::{
    Cause, Death, Decision, Desk, Filter, Goal, Previous, Related, Report, Route, Source, State, Status, Tab,
    Theme,
};
use crate::shared::Shared;
use crate::words;
use jiaohe::wire::{Level, Review, RuleCard, SumRole};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::Reducible;

/// Something given to the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NewInput {
    /// File name, or what stands for it.
    pub(crate) name: String,
    /// What was given.
    pub(crate) source: Source,
}

/// Everything that can happen.
#[derive(Debug)]
pub(crate) enum Action {
    /// Things were pasted, dropped or chosen; with what was left out, in words.
    Give(Vec<NewInput>, Option<String>),
    /// A worker took this report and job.
    Started(u32, u32),
    /// The worker names its step.
    Phase(u32, u32, String),
    /// The soft limit has passed.
    Slow(u32, u32),
    /// The answer, with what other reports need to know of this one.
    Answered(u32, u32, Box<Review>, Option<JsValue>),
    /// The file of this report and job holds so many reports.
    Divide(u32, u32, u32),
    /// The file of this report and job is a zip of these files.
    Unpack(u32, u32, Vec<NewInput>),
    /// What the reports say of each other.
    Related(Box<Related>),
    /// Which report is last year's.
    Precede(u32, Previous),
    /// What a report is to a sum of units; `None` leaves it to what titles tell.
    Enrol(u32, Option<SumRole>),
    /// The list of units that have to report.
    CallRoll(String),
    /// The catalogue of rules.
    Rules(Vec<RuleCard>),
    /// A rule's level; `None` for its own.
    Level(String, Option<Level>),
    /// Show a tab of the list.
    Turn(Desk),
    /// Show all rows of a sum, or only those that differ.
    AllRows(bool),
    /// The worker died.
    Died(u32, u32, Death),
    /// The clerk stops waiting.
    Cancel(u32),
    /// Check the same thing again.
    Retry(u32),
    /// The text was corrected.
    Rewrite(u32, String),
    /// Take a report off the desk.
    Remove(u32),
    /// Show a screen.
    Go(Route),
    /// Show a tab.
    Show(Tab),
    /// Make a finding the active one, and look there.
    Select(usize, Goal),
    /// No finding is active.
    Unselect,
    /// Choose which findings are listed.
    Sift(Filter),
    /// Begin or end correcting the text.
    Edit(bool),
    /// Open or close the drawer.
    Drawer(bool),
    /// Decide about the finding with this fingerprint; `None` takes the decision back.
    Decide(u32, String, Option<Decision>),
    /// Choose light or dark.
    Paint(Theme),
    /// 大字 on or off.
    Enlarge(bool),
    /// Say a sentence in the status line.
    Say(String),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        next.revision += 1;
        next.apply(action);
        Rc::new(next)
    }
}

impl State {
    /// Carries an action out.
    fn apply(&mut self, action: Action) {
        match action {
            Action::Give(inputs, left_out) => self.give(inputs, left_out),
            Action::Started(id, job) => self.advance(id, job, String::new(), false),
            Action::Phase(id, job, phase) => self.advance(id, job, phase, false),
            Action::Slow(id, job) => self.advance(id, job, String::new(), true),
            Action::Answered(id, job, review, extract) => self.answer(id, job, *review, extract),
            Action::Divide(id, job, parts) => self.divide(id, job, parts),
            Action::Unpack(id, job, inputs) => self.unpack(id, job, inputs),
            Action::Related(related) => self.relate(*related),
            Action::Precede(id, previous) => self.change(id, |report| report.previous = previous),
            Action::Enrol(id, role) => self.enrol(id, role),
            Action::CallRoll(list) => self.relations.list = list,
            Action::Rules(rules) => self.rules = Shared::new(rules),
            Action::Level(rule, level) => self.level(rule, level),
            Action::Turn(desk) => self.desk = desk,
            Action::AllRows(all) => self.all_rows = all,
            Action::Died(id, job, death) => self.bury(id, job, death),
            Action::Cancel(id) => self.change(id, |report| {
                report.job += 1;
                report.status = if report.checked.is_some() { Status::Done } else { Status::Cancelled };
            }),
            Action::Retry(id) => self.change(id, Report::queue),
            Action::Rewrite(id, text) => self.change(id, |report| {
                report.source = Source::Text(text);
                report.deaths = 0;
                report.queue();
            }),
            Action::Remove(id) => {
                self.reports.retain(|report| report.id != id);
                if self.route == Route::Report(id) || self.reports.is_empty() {
                    self.go(if self.reports.is_empty() { Route::Start } else { Route::List });
                }
            }
            Action::Go(route) => self.go(route),
            Action::Show(tab) => {
                self.tab = tab;
                self.drawer = true;
            }
            Action::Select(finding, goal) => {
                self.active = Some(finding);
                self.tab = Tab::Findings;
                self.look(goal);
            }
            Action::Unselect => self.active = None,
            Action::Sift(filter) => {
                self.filter = filter;
                self.active = None;
            }
            Action::Edit(on) => self.editing = on,
            Action::Drawer(open) => self.drawer = open,
            Action::Decide(id, fingerprint, decision) => self.change(id, |report| {
                report.decisions.retain(|(mark, _)| *mark != fingerprint);
                report.decisions.extend(decision.map(|decision| (fingerprint, decision)));
            }),
            Action::Paint(theme) => self.theme = theme,
            Action::Enlarge(on) => self.large = on,
            Action::Say(sentence) => self.say(sentence),
        }
    }

    /// A report on the desk under a number of its own.
    fn new_report(&mut self, input: NewInput) -> Report {
        self.last_id += 1;
        Report::new(self.last_id, input.name, input.source)
    }

    /// Puts new reports on the desk and shows them: one alone at once, several as a list.
    fn give(&mut self, inputs: Vec<NewInput>, left_out: Option<String>) {
        let count = inputs.len();
        for input in inputs {
            let report = self.new_report(input);
            self.reports.push(Shared::new(report));
        }
        match count {
            0 => {}
            1 => self.go(Route::Report(self.last_id)),
            _ => self.go(Route::List),
        }
        self.say(left_out.unwrap_or_default());
    }

    /// Lists the other reports of a file that holds several, once.
    fn divide(&mut self, id: u32, job: u32, parts: u32) {
        let Some(at) = self.reports.iter().position(|report| report.id == id && report.job == job) else {
            return;
        };
        let Some(first) = self.reports.get(at).cloned() else { return };
        if first.name != first.given {
            return;
        }
        self.change(id, |report| report.name = words::desk::part(&first.given, 1));
        for part in (1..parts).rev() {
            let mut report =
                self.new_report(NewInput { name: first.given.clone(), source: first.source.clone() });
            report.name = words::desk::part(&first.given, part + 1);
            report.part = part;
            self.reports.insert(at + 1, Shared::new(report));
        }
        self.go(Route::List);
    }

    /// Puts the files of a zip in its place.
    fn unpack(&mut self, id: u32, job: u32, inputs: Vec<NewInput>) {
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

    /// Shows a screen; selection and editing belong to the one before.
    fn go(&mut self, route: Route) {
        if self.route == route {
            return;
        }
        self.route = route;
        self.active = None;
        self.filter = Filter::All;
        self.tab = Tab::Findings;
        self.editing = false;
        self.drawer = false;
        self.look(Goal::Heading);
    }

    /// Says a sentence.
    fn say(&mut self, sentence: String) {
        self.said = sentence;
        self.said_turn += 1;
    }

    /// Sets where to look after the next render.
    fn look(&mut self, goal: Goal) {
        let turn = self.goal.as_ref().map_or(0, |(turn, _)| turn + 1);
        self.goal = Some((turn, goal));
    }

    /// Changes one report.
    pub(super) fn change(&mut self, id: u32, with: impl FnOnce(&mut Report)) {
        if let Some(slot) = self.reports.iter_mut().find(|report| report.id == id) {
            let mut report = (**slot).clone();
            with(&mut report);
            *slot = Shared::new(report);
        }
    }

    /// Changes one report if this job is still its current one; late answers end here.
    fn change_current(&mut self, id: u32, job: u32, with: impl FnOnce(&mut Report)) -> bool {
        let current = self.report(id).is_some_and(|report| report.job == job && report.is_busy());
        if current {
            self.change(id, with);
        }
        current
    }

    /// Notes how far a worker is; an empty phase keeps the last one.
    fn advance(&mut self, id: u32, job: u32, phase: String, is_slow: bool) {
        self.change_current(id, job, |report| {
            let (last, was_slow) = match &report.status {
                Status::Reading { phase, slow } => (phase.clone(), *slow),
                _ => (String::new(), false),
            };
            let phase = if phase.is_empty() { last } else { phase };
            report.status = Status::Reading { phase, slow: was_slow || is_slow };
        });
    }

    /// Takes an answer in.
    fn answer(&mut self, id: u32, job: u32, review: Review, extract: Option<JsValue>) {
        let shown = self.route == Route::Report(id);
        let is_first = self.report(id).is_some_and(|report| report.checked.is_none());
        // A re-check may reorder findings: follow the active one by its fingerprint.
        let held = self.active.filter(|_| shown).and_then(|active| {
            let checked = self.report(id)?.checked.as_ref()?;
            checked.report.findings.get(active).map(|finding| finding.fingerprint.clone())
        });
        let taken = self.change_current(id, job, |report| match (review.checked, review.error) {
            (Some(checked), _) => {
                report.checked = Some(Shared::new(checked));
                report.extract = extract;
                report.status = Status::Done;
                report.deaths = 0;
            }
            (None, Some(failure)) => report.status = Status::Unreadable(failure),
            (None, None) => {
                let place = "empty review".into();
                report.status = Status::Died(Death { cause: Cause::Internal, phase: String::new(), place });
            }
        });
        if taken && shown {
            let checked = self.report(id).and_then(|report| report.checked.clone());
            self.active = held.and_then(|held| {
                checked.as_ref()?.report.findings.iter().position(|finding| finding.fingerprint == held)
            });
            if is_first {
                self.look(Goal::Heading);
            }
            let announcement = self.report(id).map(|report| words::result::announcement(report));
            self.say(announcement.unwrap_or_default());
        }
    }

    /// Notes that the worker of this job is gone.
    fn bury(&mut self, id: u32, job: u32, death: Death) {
        let taken = self.change_current(id, job, |report| {
            report.deaths = report.deaths.saturating_add(1);
            report.status = Status::Died(death);
        });
        if taken && self.route == Route::Report(id) {
            self.look(Goal::Heading);
        }
    }
}

impl Report {
    /// Puts it in the queue again under a new job number.
    pub(super) fn queue(&mut self) {
        self.job += 1;
        self.status = Status::Queued;
    }
}

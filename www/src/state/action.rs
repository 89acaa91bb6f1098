//! What can happen, and what it does to the desk.

use super::{
    Answer, Correction, Death, Decision, Desk, Filter, Goal, Listing, Previous, Proof, Refused, Related,
    Report, Route, Source, State, Status, Tab, Theme, Work,
};
use crate::shared::Shared;
use jiaohe::wire::{Level, RuleCard, Sheet, SumRole};
use std::rc::Rc;
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
    /// All of these, in this order.
    All(Vec<Action>),
    /// Things were pasted, dropped or chosen; with what was left out, in words.
    Give(Vec<NewInput>, Option<String>),
    /// A worker took this report and job.
    Started(u32, u32),
    /// The worker names its step.
    Phase(u32, u32, String),
    /// The soft limit has passed.
    Slow(u32, u32),
    /// What the check of this report and job said.
    Answered(u32, u32, Answer),
    /// The file of this report and job holds several reports: what their checks said.
    Divide(u32, u32, Vec<Answer>),
    /// The file of this report and job is a zip of these files.
    Unpack(u32, u32, Vec<NewInput>),
    /// What the reports say of each other.
    Related(Box<Related>),
    /// The report with this mark beside others, as tables.
    Compared(String, Vec<Sheet>),
    /// Show the comparison of this report.
    Beside(u32),
    /// Which report is last year's.
    Precede(u32, Previous),
    /// What a report is to a sum of units; `None` leaves it to what titles tell.
    Enrol(u32, Option<SumRole>),
    /// On which year these have to report; `None` is any.
    RollYear(Option<u16>),
    /// The list of units that have to report.
    CallRoll(String),
    /// The catalogue of rules.
    Rules(Vec<RuleCard>),
    /// A rule's level; `None` for its own.
    Level(String, Option<Level>),
    /// Show a tab of the list.
    Turn(Desk),
    /// Order or narrow the list.
    List(Listing),
    /// Begin no further check of the list, or go on.
    Pause(bool),
    /// The clerk waits for none of the checks any more.
    Stop,
    /// Whose report it is, put right.
    Correct(u32, Correction),
    /// Show all rows of a sum, or only those that differ.
    AllRows(bool),
    /// The worker died.
    Died(u32, u32, Death),
    /// The clerk stops waiting.
    Cancel(u32),
    /// Check the same thing again.
    Retry(u32),
    /// The text was corrected; it is kept under this number.
    Rewrite(u32, Source),
    /// Open the box in a cell to put it right, or close it.
    Amend(Option<String>),
    /// The cell of this report holds that number, whatever was read; `None` takes this back.
    PutRight(u32, String, Option<String>),
    /// Save the work, with what was pasted or without it.
    Save(bool),
    /// The work was handed to the browser as a file of this name.
    Stored(bool, String),
    /// Saved work was opened, with the texts in it, each with its place among the reports saved; or why it was not.
    Open(Result<(Work, Vec<(usize, NewInput)>), Refused>),
    /// Take everything off the desk.
    Clear,
    /// Take a report off the desk.
    Remove(u32),
    /// Show a screen.
    Go(Route),
    /// Show a tab.
    Show(Tab),
    /// Make a finding the active one, and look there.
    Select(usize, Goal),
    /// Make the next finding of the list the active one, or the one before.
    Step(bool),
    /// Look there.
    Look(Goal),
    /// No finding is active.
    Unselect,
    /// Choose which findings are listed.
    Sift(Filter),
    /// Begin or end correcting the text.
    Edit(bool),
    /// Correct the text as one, or place by place.
    Raw(bool),
    /// Open or close the drawer.
    Drawer(bool),
    /// Decide about the finding with this fingerprint; `None` takes the decision back.
    Decide(u32, String, Option<Decision>),
    /// Make a file of this report, named in the engine's word.
    Order(u32, &'static str),
    /// The file of this order was handed to the browser, or there is none: what is to be said.
    Made(u32, String),
    /// The program shall check itself, or has done so.
    Prove(Proof),
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
        let mut next = (*self).clone();
        next.apply(action);
        // Whoever looks at the list is told when the last check has ended.
        if self.ended() < self.reports.len()
            && next.ended() == next.reports.len()
            && next.route == Route::List
        {
            next.say(next.summary());
        }
        next.note_changes(&self);
        if next == *self { self } else { Rc::new(next) }
    }
}

impl State {
    /// Carries an action out.
    fn apply(&mut self, action: Action) {
        // A report whose place was taken is only looked at.
        if let Action::Rewrite(id, _) | Action::PutRight(id, ..) | Action::Decide(id, ..) = &action
            && self.report(*id).is_some_and(|report| report.replaced_by.is_some())
        {
            return;
        }
        match action {
            Action::All(actions) => actions.into_iter().for_each(|action| self.apply(action)),
            Action::Give(inputs, left_out) => self.give(inputs, left_out),
            Action::Started(id, job) => self.started(id, job),
            Action::Phase(id, job, phase) => self.phase(id, job, phase),
            Action::Slow(id, job) => {
                self.change_current(id, job, |report| report.status = Status::Reading { slow: true });
            }
            Action::Answered(id, job, answer) => self.answer(id, job, answer),
            Action::Divide(id, job, answers) => self.divide(id, job, answers),
            Action::Unpack(id, job, inputs) => self.unpack(id, job, inputs),
            Action::Related(related) => self.relate(*related),
            Action::Compared(mark, sheets) => self.compared(mark, sheets),
            Action::Beside(id) => self.relations.shown = Some(id),
            Action::Precede(id, previous) => self.precede(id, previous),
            Action::Enrol(id, role) => self.enrol(id, role),
            Action::RollYear(year) => self.relations.roll_year = year,
            Action::CallRoll(list) => self.call_roll(list),
            Action::Rules(rules) => self.rules = Shared::new(rules),
            Action::Level(rule, level) => self.level(rule, level),
            Action::Turn(desk) => self.desk = desk,
            Action::List(listing) => self.listing = listing,
            Action::Pause(on) => self.paused = on,
            Action::Stop => self.stop(),
            Action::Correct(id, correction) => self.correct(id, correction),
            Action::AllRows(all) => self.all_rows = all,
            Action::Died(id, job, death) => self.bury(id, job, death),
            Action::Cancel(id) => self.cancel(id),
            Action::Retry(id) => drop(self.change(id, Report::queue)),
            Action::Rewrite(id, source) => self.rewrite(id, source),
            Action::Amend(cell) => self.amend(cell),
            Action::PutRight(id, cell, to) => self.put_right(id, cell, to.as_deref()),
            Action::Save(with_text) => self.saving = Some(with_text),
            Action::Stored(with_text, name) => self.stored(with_text, &name),
            Action::Open(opened) => self.open(opened),
            Action::Clear => self.clear(),
            Action::Remove(id) => self.remove(id),
            Action::Go(route) => self.go(route),
            Action::Show(tab) => self.show(tab),
            Action::Select(finding, goal) => self.select(finding, goal),
            Action::Step(forward) => {
                if let Some(next) = self.neighbour(forward) {
                    self.select(next, Goal::Card(next));
                }
            }
            Action::Look(goal) => self.look(goal),
            Action::Unselect => self.active = None,
            Action::Sift(filter) => self.sift(filter),
            Action::Edit(on) => {
                self.editing = on;
                self.raw = false;
                self.amending = None;
            }
            Action::Raw(on) => self.raw = on,
            Action::Drawer(open) => self.drawer = open,
            Action::Decide(id, fingerprint, decision) => self.decide(id, fingerprint, decision),
            Action::Order(report, what) => self.order(report, what),
            Action::Made(number, sentence) => self.made(number, sentence),
            Action::Prove(proof) => self.prove(proof),
            Action::Paint(theme) => self.theme = theme,
            Action::Enlarge(on) => self.large = on,
            Action::Say(sentence) => self.say(sentence),
        }
    }
}

//! What the reports on the desk say of each other, and what the clerk corrects about it.

use super::{Company, Previous, Report, State};
use crate::shared::Shared;
use jiaohe::wire::{Level, Link, Roster, Sheet, SumRole};

/// The tabs of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Desk {
    /// 清单
    #[default]
    Reports,
    /// 两年比对
    Years,
    /// 单位汇总比对
    Sums,
    /// 未报单位
    Roster,
}

impl Desk {
    /// All of them, in order.
    pub(crate) const ALL: [Self; 4] = [Self::Reports, Self::Years, Self::Sums, Self::Roster];
}

/// What is known of how the reports belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Relations {
    /// Counts what the engine would answer otherwise: reports that came, went or changed, choices, the list of units.
    asked: u64,
    /// The count when it last answered.
    answered: u64,
    /// Every comparison as a table.
    pub(crate) sheets: Vec<Shared<Sheet>>,
    /// The list of units that have to report, as typed.
    pub(crate) list: String,
    /// That list against the reports.
    pub(crate) roster: Option<Shared<Roster>>,
}

/// What the engine says of the reports together.
#[derive(Debug)]
pub(crate) struct Related {
    /// The question it answers, see [`State::question`].
    pub(crate) question: u64,
    /// For each readable report what it is compared with, by places among them.
    pub(crate) links: Vec<Link>,
    /// Every comparison as a table.
    pub(crate) sheets: Vec<Sheet>,
    /// The list of units against the reports.
    pub(crate) roster: Option<Roster>,
}

impl State {
    /// The reports that can be related: those that were read.
    pub(crate) fn readable(&self) -> impl Iterator<Item = &Shared<Report>> {
        self.reports.iter().filter(|report| !report.mark.is_empty())
    }

    /// Notes that the engine would answer otherwise now.
    pub(super) fn ask(&mut self) {
        self.relations.asked += 1;
    }

    /// The number of the question to ask, if the reports are all read and it was not answered yet. One report alone is
    /// related to nothing, unless it was related before.
    pub(crate) fn question(&self) -> Option<u64> {
        let relations = &self.relations;
        let open =
            relations.asked != relations.answered && !self.reports.iter().any(|report| report.is_busy());
        let related = |report: &Shared<Report>| report.company != Company::default();
        let several = || self.readable().nth(1).is_some() || self.readable().any(related);
        (open && several()).then_some(relations.asked)
    }

    /// Takes an answer in: reports whose company has changed are checked again in its light.
    pub(super) fn relate(&mut self, related: Related) {
        if related.question != self.relations.asked {
            return;
        }
        self.relations.answered = related.question;
        self.relations.sheets = related.sheets.into_iter().map(Shared::new).collect();
        self.relations.roster = related.roster.map(Shared::new);
        let readable: Vec<Shared<Report>> = self.readable().cloned().collect();
        for (report, link) in readable.iter().zip(related.links) {
            let company = company(&readable, &link);
            if report.company != company {
                self.change(report.id, |report| {
                    report.company = company;
                    report.queue();
                });
            }
        }
    }

    /// Notes which report is last year's.
    pub(super) fn precede(&mut self, id: u32, previous: Previous) {
        if self.change(id, |report| report.previous = previous) {
            self.ask();
        }
    }

    /// Notes what a report is to a sum; there is one sum at most.
    pub(super) fn enrol(&mut self, id: u32, role: Option<SumRole>) {
        let sums = self.reports.iter().filter(|other| role == Some(SumRole::Sum) && other.role == role);
        let others: Vec<u32> = sums.map(|other| other.id).filter(|other| *other != id).collect();
        for other in others {
            self.change(other, |report| report.role = None);
        }
        if self.change(id, |report| report.role = role) {
            self.ask();
        }
    }

    /// Takes in the list of units that have to report.
    pub(super) fn call_roll(&mut self, list: String) {
        if self.relations.list != list {
            self.relations.list = list;
            self.ask();
        }
    }

    /// Sets a rule's level and checks everything again; `None` is the rule's own.
    pub(super) fn level(&mut self, rule: String, level: Option<Level>) {
        if self.levels.iter().find(|(known, _)| *known == rule).map(|(_, level)| *level) == level {
            return;
        }
        self.levels.retain(|(known, _)| *known != rule);
        self.levels.extend(level.map(|level| (rule, level)));
        let read = self.reports.iter().filter(|report| report.brief.is_some());
        for id in read.map(|report| report.id).collect::<Vec<_>>() {
            self.change(id, Report::queue);
        }
    }
}

/// The reports that a link leads to.
fn company(readable: &[Shared<Report>], link: &Link) -> Company {
    let at = |index: &usize| readable.get(*index);
    let others = link.previous.iter().chain(&link.units).filter_map(at);
    Company {
        previous: link.previous.as_ref().and_then(at).map(|report| report.id),
        units: link.units.iter().filter_map(at).map(|report| report.id).collect(),
        marks: others.map(|report| report.mark.as_str()).collect(),
    }
}

//! What the reports on the desk say of each other, and what the clerk corrects about it.

use super::{Company, Previous, Report, Route, State};
use crate::shared::Shared;
use jiaohe::wire::{Level, Link, Relation, Roster, Sheet, SumRole};
use std::collections::BTreeSet;

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

    /// What its tab compares.
    pub(crate) fn relation(self) -> Option<Relation> {
        match self {
            Self::Years => Some(Relation::Years),
            Self::Sums => Some(Relation::Sum),
            Self::Reports | Self::Roster => None,
        }
    }
}

/// What is known of how the reports belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Relations {
    /// Counts what the engine would answer otherwise: reports that came, went or changed, choices, the list of units.
    asked: u64,
    /// The count when it last answered.
    answered: u64,
    /// The report whose comparison is shown.
    pub(super) shown: Option<u32>,
    /// That comparison as tables, under the mark that [`State::comparison`] gave it.
    sheets: Option<(String, Vec<Shared<Sheet>>)>,
    /// The list of units that have to report, as typed.
    pub(crate) list: String,
    /// On which year they have to report; `None` is any.
    pub(crate) roll_year: Option<u16>,
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
    /// The list of units against the reports.
    pub(crate) roster: Option<Roster>,
}

impl State {
    /// The reports that can be related: those that were read, the same file once.
    pub(crate) fn readable(&self) -> impl Iterator<Item = &Shared<Report>> {
        let mut seen = BTreeSet::new();
        let mut is_new = move |report: &Report| {
            report.digest.is_empty() || seen.insert((report.digest.clone(), report.part))
        };
        self.reports.iter().filter(move |report| !report.mark.is_empty() && is_new(report))
    }

    /// The reports that are compared so, in the order of body and year.
    pub(crate) fn compared_as(&self, relation: Relation) -> Vec<Shared<Report>> {
        let is_so = |company: &Company| match relation {
            Relation::Years => company.previous.is_some(),
            Relation::Sum => !company.units.is_empty(),
        };
        self.by_body().into_iter().filter(|report| is_so(&report.company)).collect()
    }

    /// The reports that can be related, in the order of body and year.
    pub(crate) fn by_body(&self) -> Vec<Shared<Report>> {
        let mut all: Vec<_> = self.readable().cloned().collect();
        all.sort_by(|one, other| (one.body(), one.year()).cmp(&(other.body(), other.year())));
        all
    }

    /// The report whose comparison is shown: the one chosen, else the first.
    pub(crate) fn compared_report(&self, relation: Relation) -> Option<Shared<Report>> {
        let chosen = self.relations.shown.and_then(|id| self.report(id));
        // What was chosen may have no pair: it is shown so that it can be given one.
        let chosen = chosen.filter(|report| match relation {
            Relation::Years => !report.mark.is_empty(),
            Relation::Sum => !report.company.units.is_empty(),
        });
        chosen.cloned().or_else(|| self.compared_as(relation).into_iter().next())
    }

    /// The comparison that has to be asked for: its report, and a mark that is another whenever it would be another.
    pub(crate) fn comparison(&self) -> Option<(Shared<Report>, String)> {
        let relation = self.desk.relation().filter(|_| self.route == Route::List)?;
        let report = self.compared_report(relation)?;
        let mark = comparison_mark(&report);
        let known = self.relations.sheets.as_ref().is_some_and(|(known, _)| *known == mark);
        (!known).then_some((report, mark))
    }

    /// Takes a comparison in.
    pub(super) fn compared(&mut self, mark: String, sheets: Vec<Sheet>) {
        self.relations.sheets = Some((mark, sheets.into_iter().map(Shared::new).collect()));
    }

    /// The tables of a report beside others of this kind, once they are there.
    pub(crate) fn sheets_of(&self, report: &Report, relation: Relation) -> Option<Vec<Shared<Sheet>>> {
        let (mark, sheets) = self.relations.sheets.as_ref()?;
        let is_so = |sheet: &&Shared<Sheet>| sheet.relation == Some(relation);
        (*mark == comparison_mark(report)).then(|| sheets.iter().filter(is_so).cloned().collect())
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
            // It stays on the screen even without a pair, so that this can be taken back.
            self.relations.shown = Some(id);
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

/// What a comparison depends on.
fn comparison_mark(report: &Report) -> String {
    format!("{} {} {}", report.id, report.mark, report.company.marks)
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

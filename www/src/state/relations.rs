//! What the reports on the desk say of each other, and what the clerk corrects about it.

use super::{Previous, Report, State};
use crate::shared::Shared;
use jiaohe::wire::{Level, Roster, Sheet, SumRole};
use wasm_bindgen::JsValue;

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
#[derive(Debug, Clone, Default)]
pub(crate) struct Relations {
    /// What the last answer was given to.
    answered: String,
    /// Every comparison as a table.
    pub(crate) sheets: Vec<Shared<Sheet>>,
    /// The list of units that have to report, as typed.
    pub(crate) list: String,
    /// That list against the reports.
    pub(crate) roster: Option<Roster>,
}

/// What the engine says of the reports together.
#[derive(Debug)]
pub(crate) struct Related {
    /// What it was asked, see [`State::question`].
    pub(crate) question: String,
    /// For each report what it is compared with, and a mark that changes with it; the mark is empty where there is nothing.
    pub(crate) links: Vec<(JsValue, String)>,
    /// Every comparison as a table.
    pub(crate) sheets: Vec<Sheet>,
    /// The list of units against the reports.
    pub(crate) roster: Option<Roster>,
}

impl State {
    /// The reports that can be related: those that were read.
    pub(crate) fn readable(&self) -> impl Iterator<Item = &Shared<Report>> {
        self.reports.iter().filter(|report| report.extract.is_some() && report.checked.is_some())
    }

    /// What the engine would be asked now; changes with every check and every choice.
    fn question(&self) -> String {
        let mut question = self.relations.list.clone();
        for report in self.readable() {
            let choice = match report.previous {
                Previous::Told => String::new(),
                Previous::Nothing => "-".to_owned(),
                Previous::Chosen(id) => id.to_string(),
            };
            question = format!(
                "{question}|{},{},{choice},{}",
                report.id,
                report.job,
                report.role.map_or("", SumRole::id)
            );
        }
        question
    }

    /// The question to ask, if the reports are all read and it was not answered yet. One report alone is related to
    /// nothing, unless it was related before.
    pub(crate) fn unanswered(&self) -> Option<String> {
        let several = self.readable().count() > 1 || self.readable().any(|report| !report.links.is_empty());
        let busy = self.reports.iter().any(|report| report.is_busy());
        let question = self.question();
        (several && !busy && question != self.relations.answered).then_some(question)
    }

    /// Takes an answer in: reports whose company has changed are checked again in its light.
    pub(super) fn relate(&mut self, related: Related) {
        if related.question != self.question() {
            return;
        }
        self.relations.answered = related.question;
        self.relations.sheets = related.sheets.into_iter().map(Shared::new).collect();
        self.relations.roster = related.roster;
        let ids: Vec<u32> = self.readable().map(|report| report.id).collect();
        for (id, (value, mark)) in ids.into_iter().zip(related.links) {
            if self.report(id).is_some_and(|report| report.links != mark) {
                self.change(id, |report| {
                    report.related = Some(value);
                    report.links = mark;
                    report.queue();
                });
            }
        }
    }

    /// Notes what a report is to a sum; there is one sum at most.
    pub(super) fn enrol(&mut self, id: u32, role: Option<SumRole>) {
        if role == Some(SumRole::Sum) {
            let others: Vec<u32> =
                self.reports.iter().filter(|other| other.role == role).map(|other| other.id).collect();
            for other in others {
                self.change(other, |report| report.role = None);
            }
        }
        self.change(id, |report| report.role = role);
    }

    /// Sets a rule's level and checks everything again; `None` is the rule's own.
    pub(super) fn level(&mut self, rule: String, level: Option<Level>) {
        self.levels.retain(|(known, _)| *known != rule);
        self.levels.extend(level.map(|level| (rule, level)));
        let ids: Vec<u32> =
            self.reports.iter().filter(|report| report.checked.is_some()).map(|report| report.id).collect();
        for id in ids {
            self.change(id, Report::queue);
        }
    }
}

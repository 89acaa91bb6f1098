//! What an administrator lays down: a [`wire::Profile`] made ready, and what its own rules say of a report.

mod deadline;
mod expression;

use crate::document::Span;
use crate::report::Report;
use crate::report::form::CellId;
use crate::rules;
use crate::vocabulary::{Level, OutcomeKind, Severity};
use crate::wire::{self, ProfileFault, Tried};
use deadline::Deadlines;
use expression::{Truth, evaluate, parse};
use std::collections::{BTreeMap, BTreeSet};

/// More rules of one's own than this are not taken.
const MOST_RULES: usize = 200;

/// A profile in force.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    name: String,
    levels: BTreeMap<String, Level>,
    roster: String,
    deadlines: Deadlines,
    rules: Vec<OwnRule>,
}

#[derive(Debug, Clone)]
struct OwnRule {
    id: String,
    title: String,
    level: Level,
    when: Option<Truth>,
    must: Truth,
    todo: String,
}

/// What a rule of one's own says of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// `own/` and its id.
    pub(crate) rule: String,
    pub(crate) outcome: OutcomeKind,
    /// Why it was not judged or does not apply.
    pub(crate) reason: Option<String>,
    /// What is told where it does not hold.
    pub(crate) told: Option<Told>,
}

/// A rule of one's own that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) title: String,
    pub(crate) severity: Severity,
    pub(crate) because: String,
    pub(crate) todo: String,
    /// The cells it speaks of.
    pub(crate) cells: Vec<CellId>,
    /// Where it shows otherwise.
    pub(crate) span: Option<Span>,
}

impl Profile {
    /// Makes a profile ready. What is wrong is left out and told.
    pub fn of(written: &wire::Profile) -> (Self, Vec<ProfileFault>) {
        let mut faults = Vec::new();
        let mut fault = |place: String, message: &str, start: usize, length: usize| {
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            faults.push(ProfileFault {
                place,
                message: message.into(),
                start: count(start),
                length: count(length),
            });
        };
        let mut profile = Self { name: written.name.trim().to_owned(), ..Self::default() };
        if profile.name.is_empty() {
            profile.name = "未命名".into();
        }
        for (rule, level) in &written.levels {
            if rules::is_known(rule) {
                profile.levels.insert(rule.clone(), *level);
            } else {
                fault(format!("levels[\"{rule}\"]"), "没有这条规则；用 jiaohe rules 查看全部规则。", 0, 0);
            }
        }
        profile.roster = written.roster.join("\n");
        for (place, text) in profile.deadlines.read(&written.deadlines) {
            fault(place.into(), &format!("“{text}”不是月日，应写作 01-20；没有启用。"), 0, 0);
        }
        // The rule that deadlines make has this one.
        let mut ids = BTreeSet::from(["deadline"]);
        if written.rules.len() > MOST_RULES {
            fault("rules".into(), &format!("自定规则超过 {MOST_RULES} 条，后面的没有启用。"), 0, 0);
        }
        for (at, rule) in written.rules.iter().enumerate().take(MOST_RULES) {
            let place = |key: &str| format!("rules[{at}].{key}");
            let is_id = !rule.id.is_empty()
                && rule.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            if !is_id || !ids.insert(rule.id.as_str()) {
                fault(
                    place("id"),
                    "编号只能用小写字母、数字和下划线，不能重复，也不能是 deadline；这条规则没有启用。",
                    0,
                    0,
                );
                continue;
            }
            if rule.title.trim().is_empty() {
                fault(place("title"), "没有写题目；这条规则没有启用。", 0, 0);
                continue;
            }
            let mut read = |key: &str, text: &str| match parse(text) {
                Ok(truth) => Some(truth),
                Err(why) => {
                    let message = format!("{}；这条规则没有启用。", why.message);
                    fault(place(key), &message, why.start, why.length);
                    None
                }
            };
            let when = rule.when.as_deref().map(|when| read("when", when));
            let (Some(must), false) = (read("must", &rule.must), when == Some(None)) else { continue };
            profile.rules.push(OwnRule {
                id: format!("own/{}", rule.id),
                title: rule.title.trim().trim_end_matches('。').to_owned(),
                level: rule.level,
                when: when.flatten(),
                must,
                todo: rule.todo.trim().to_owned(),
            });
        }
        (profile, faults)
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The levels of rules.
    pub fn levels(&self) -> impl Iterator<Item = (&str, Level)> {
        self.levels.iter().map(|(rule, level)| (rule.as_str(), *level))
    }

    /// The units that have to report, one a line; empty if it names none.
    pub fn roster(&self) -> &str {
        &self.roster
    }

    /// In a sentence without its stop: what it is called and what it changes.
    pub fn remark(&self) -> String {
        let (levels, rules) = (self.levels.len(), self.rules.len());
        let deadlines = if self.deadlines.are_there() { "，另定公布时限" } else { "" };
        format!("按本地配置“{}”核对：调整级别 {levels} 条，自定规则 {rules} 条{deadlines}", self.name)
    }

    /// What its own rules say of a report.
    pub(crate) fn judge(&self, report: &Report<'_>) -> Vec<Verdict> {
        let rules = self.rules.iter().map(|rule| rule.judge(report));
        rules.chain(self.deadlines.judge(report)).collect()
    }
}

impl OwnRule {
    fn judge(&self, report: &Report<'_>) -> Verdict {
        let verdict =
            |outcome, reason: Option<String>, told| Verdict { rule: self.id.clone(), outcome, reason, told };
        let Some(severity) = self.level.most() else {
            return verdict(OutcomeKind::NotApplicable, Some("已由使用者关闭。".into()), None);
        };
        match self.when.as_ref().map(|when| evaluate(when, report).holds) {
            Some(Ok(false)) => {
                return verdict(OutcomeKind::NotApplicable, Some("不符合这条规则的适用条件。".into()), None);
            }
            Some(Err(why)) => return verdict(OutcomeKind::NotJudged, Some(format!("{why}。")), None),
            Some(Ok(true)) | None => {}
        }
        let said = evaluate(&self.must, report);
        match said.holds {
            Ok(true) => verdict(OutcomeKind::Passed, None, None),
            Err(why) => verdict(OutcomeKind::NotJudged, Some(format!("{why}。")), None),
            Ok(false) => {
                let told = Told {
                    title: self.title.clone(),
                    severity,
                    because: said.because.join("；"),
                    todo: self.todo.clone(),
                    cells: self.must.cells(),
                    span: None,
                };
                verdict(OutcomeKind::Failed, None, Some(told))
            }
        }
    }
}

/// What an expression comes to on a report; nothing of a report where only the expression is looked at.
pub(crate) fn try_out(text: &str, report: Option<&Report<'_>>) -> Tried {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match (parse(text), report) {
        (Err(why), _) => {
            let fault = ProfileFault {
                place: String::new(),
                message: format!("{}。", why.message),
                start: count(why.start),
                length: count(why.length),
            };
            Tried { holds: None, because: String::new(), fault: Some(fault) }
        }
        (Ok(_), None) => Tried { holds: None, because: String::new(), fault: None },
        (Ok(truth), Some(report)) => {
            let said = evaluate(&truth, report);
            let because = said.holds.as_ref().err().cloned().unwrap_or_else(|| said.because.join("；"));
            Tried { holds: said.holds.ok(), because, fault: None }
        }
    }
}

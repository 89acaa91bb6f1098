//! Last days that a region sets for its bodies, inside of those that the regulation gives.

use super::{Told, Verdict};
use crate::report::Report;
use crate::report::organ::{Kind, Level};
use crate::rules::dated;
use crate::vocabulary::{OutcomeKind, Severity};
use crate::wire;

/// Month and day.
type Day = (u8, u8);

/// The last days in force.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Deadlines {
    department: Option<Day>,
    town: Option<Day>,
    government: Option<Day>,
}

impl Deadlines {
    /// Takes what is written; gives what is no day, with its place.
    pub(super) fn read<'w>(&mut self, written: &'w wire::Deadlines) -> Vec<(&'static str, &'w str)> {
        let mut wrong = Vec::new();
        for (place, text, day) in [
            ("deadlines.department", &written.department, &mut self.department),
            ("deadlines.town", &written.town, &mut self.town),
            ("deadlines.government", &written.government, &mut self.government),
        ] {
            let Some(text) = text.as_deref() else { continue };
            *day = self::day(text);
            if day.is_none() {
                wrong.push((place, text));
            }
        }
        wrong
    }

    pub(super) fn are_there(self) -> bool {
        self.department.or(self.town).or(self.government).is_some()
    }

    /// Whether a report is dated in time; nothing where no last day is set for anybody.
    pub(super) fn judge(self, report: &Report<'_>) -> Option<Verdict> {
        self.are_there().then(|| {
            let found = self.late(report);
            let (outcome, reason, told) = match found {
                Ok(None) => (OutcomeKind::Passed, None, None),
                Ok(Some(told)) => (OutcomeKind::Failed, None, Some(told)),
                Err(why) => (OutcomeKind::NotApplicable, Some(why.to_owned()), None),
            };
            Verdict { rule: "own/deadline".into(), outcome, reason, told }
        })
    }

    fn late(self, report: &Report<'_>) -> Result<Option<Told>, &'static str> {
        let (day, whose) = match (report.organ.kind(), report.organ.level()) {
            (Kind::Government | Kind::Office | Kind::Department, Level::Town) => (self.town, "乡镇、街道"),
            (Kind::Department | Kind::Office, _) => (self.department, "部门"),
            (Kind::Government, _) => (self.government, "县级以上人民政府"),
            (Kind::Committee | Kind::Unknown, _) => (None, ""),
        };
        let (month, day) = day.ok_or("本地配置没有给这类单位定公布时限。")?;
        let year = report.year.ok_or("年度没有读出。")?.saturating_add(1);
        let (date, span) = dated(report).ok_or("报告没有写发布日期。")?;
        if date <= (year, month, day) {
            return Ok(None);
        }
        let (published, due) = (spelt(date), spelt((year, month, day)));
        Ok(Some(Told {
            title: format!("报告日期 {published}，晚于本地要求的 {due}"),
            severity: Severity::Warning,
            because: format!("本地配置要求{whose}在{due}前公布"),
            todo: "请核对；更正后重发的保留首次发布日期".into(),
            cells: Vec::new(),
            span: Some(span),
        }))
    }
}

fn spelt((year, month, day): (u16, u8, u8)) -> String {
    format!("{year}年{month}月{day}日")
}

fn day(text: &str) -> Option<Day> {
    let (month, day) = text.trim().split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    ((1..=12).contains(&month) && (1..=longest).contains(&day)).then_some((month, day))
}

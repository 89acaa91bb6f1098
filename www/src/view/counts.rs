//! The figures of the verdict line.

use crate::state::{Decision, Report, Status};
use crate::view::severity;
use jiaohe::export::standing::Standing;
use jiaohe::wire::Summary;

/// How many of each. Findings the clerk has decided about are counted apart, never hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Open findings by severity: 不通过, 需核实, 提示.
    pub(crate) open: [u32; 3],
    /// 已说明: findings confirmed with a reason.
    pub(crate) confirmed: u32,
    /// Findings put down to misreading.
    pub(crate) misread: u32,
    /// 通过
    pub(crate) passed: u32,
    /// Rules that found something.
    pub(crate) failed: u32,
    /// 不适用
    pub(crate) not_applicable: u32,
    /// 未能判断
    pub(crate) not_judged: u32,
}

impl Counts {
    /// Counts a report; `None` before its first result.
    pub(crate) fn of(report: &Report) -> Option<Self> {
        let brief = report.brief.as_ref()?;
        let summary = &brief.summary;
        let mut counts = Self {
            passed: summary.passed,
            failed: summary.failed,
            not_applicable: summary.not_applicable,
            not_judged: summary.not_judged,
            ..Self::default()
        };
        for finding in &brief.findings {
            match report.decision(&finding.fingerprint) {
                Some(Decision::Confirmed(_)) => counts.confirmed += 1,
                Some(Decision::Misread) => counts.misread += 1,
                None => {
                    if let Some(count) = counts.open.get_mut(severity::rank(finding.severity)) {
                        *count += 1;
                    }
                }
            }
        }
        Some(counts)
    }

    /// Findings still open.
    pub(crate) fn findings(self) -> u32 {
        self.open.iter().sum()
    }

    /// Every rule of the catalogue; 通过, 有问题, 未能判断 and 不适用 add up to it.
    pub(crate) fn rules(self) -> u32 {
        self.passed + self.failed + self.not_judged + self.not_applicable
    }
}

/// How a report stands, once its check has ended; the clerk's decisions count.
pub(crate) fn standing(report: &Report) -> Option<Standing> {
    if matches!(report.status, Status::Unreadable(_)) {
        return Some(Standing::Unreadable);
    }
    let (counts, brief) = (Counts::of(report)?, report.brief.as_ref()?);
    let [error, warning, hint] = counts.open;
    Some(Standing::of(brief.recognition, &Summary { error, warning, hint, ..brief.summary }))
}

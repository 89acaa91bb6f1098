//! The figures of the verdict line.

use crate::state::{Decision, Report};
use crate::view::severity;

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

    /// Everything that was looked at.
    pub(crate) fn total(self) -> u32 {
        self.findings() + self.confirmed + self.misread + self.passed + self.not_applicable + self.not_judged
    }
}

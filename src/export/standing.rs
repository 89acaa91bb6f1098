//! How a report stands, in the words of one list: the same on the page, in papers and on the command line.

use crate::wire::{Confirmation, Recognition, Report, Severity, Summary};

/// The one status of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// All that applies was judged, and nothing is wrong; there may be hints.
    Clean,
    /// So many findings are certain.
    Failing(u32),
    /// So many findings have to be looked at, and none is certain.
    Doubtful(u32),
    /// Nothing was found, but a table was not read or so many rules could not be judged.
    Partial(u32),
    /// Nothing of a report is in it.
    Foreign,
    /// It may be a report, but none of its tables was read.
    Unrecognized,
    /// It could not be read.
    Unreadable,
}

impl Standing {
    /// Of a report that was read. `open` has its findings less those that the clerk has settled.
    pub fn of(recognition: Recognition, open: &Summary) -> Self {
        match (recognition, open.error, open.warning) {
            (Recognition::Foreign, ..) => Self::Foreign,
            (Recognition::Unrecognized, ..) => Self::Unrecognized,
            (_, 1.., _) => Self::Failing(open.error),
            (_, 0, 1..) => Self::Doubtful(open.warning),
            (Recognition::Partial, 0, 0) => Self::Partial(open.not_judged),
            (Recognition::Whole, 0, 0) => Self::Clean,
        }
    }

    /// Of a report, with the clerk's confirmations.
    pub fn of_report(report: &Report, confirmations: &[Confirmation]) -> Self {
        Self::of(report.recognition, &open(report, confirmations))
    }

    /// Whether it deserves a tick.
    pub fn is_clean(self) -> bool {
        self == Self::Clean
    }
}

impl std::fmt::Display for Standing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Clean => f.write_str("未发现问题"),
            Self::Failing(count) => write!(f, "不通过 {count}"),
            Self::Doubtful(count) => write!(f, "需核实 {count}"),
            Self::Partial(0) => f.write_str(Recognition::Partial.word()),
            Self::Partial(count) => write!(f, "{}（{count} 项未能判断）", Recognition::Partial.word()),
            Self::Foreign => f.write_str(Recognition::Foreign.word()),
            Self::Unrecognized => f.write_str(Recognition::Unrecognized.word()),
            Self::Unreadable => f.write_str("未能读取"),
        }
    }
}

/// The counts of a report, less the findings that are confirmed.
pub fn open(report: &Report, confirmations: &[Confirmation]) -> Summary {
    let mut open = report.summary;
    (open.error, open.warning, open.hint) = (0, 0, 0);
    let confirmed = |mark: &str| confirmations.iter().any(|one| one.fingerprint == mark);
    for finding in report.findings.iter().filter(|finding| !confirmed(&finding.fingerprint)) {
        match finding.severity {
            Severity::Error => open.error += 1,
            Severity::Warning => open.warning += 1,
            Severity::Hint => open.hint += 1,
        }
    }
    open
}

/// How a report stands, how many rules said what, and how many findings there are of each kind.
pub fn headline(report: &Report) -> String {
    let (standing, summary) = (Standing::of_report(report, &[]), &report.summary);
    let Summary { error, warning, hint, .. } = *summary;
    let rules = counts(summary);
    format!("{standing}。{rules}；发现 不通过 {error} 处，需核实 {warning} 处，提示 {hint} 处")
}

/// How many rules said what; the parts add up to the first number.
pub fn counts(summary: &Summary) -> String {
    let Summary { passed, failed, not_judged, not_applicable, .. } = *summary;
    let total = passed + failed + not_judged + not_applicable;
    format!(
        "共 {total} 条规则：通过 {passed}，有问题 {failed}，未能判断 {not_judged}，不适用 {not_applicable}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_report_that_was_judged_whole_is_clean() {
        let of = |recognition, error, warning, hint, not_judged| {
            let open = Summary { error, warning, hint, not_judged, ..Summary::default() };
            let standing = Standing::of(recognition, &open);
            (standing.to_string(), standing.is_clean())
        };
        assert_eq!(of(Recognition::Whole, 0, 0, 3, 0), ("未发现问题".into(), true));
        assert_eq!(of(Recognition::Partial, 0, 0, 0, 1), ("部分核对（1 项未能判断）".into(), false));
        assert_eq!(of(Recognition::Partial, 0, 0, 0, 0), ("部分核对".into(), false));
        assert_eq!(of(Recognition::Partial, 0, 2, 0, 1), ("需核实 2".into(), false));
        assert_eq!(of(Recognition::Whole, 1, 2, 0, 0), ("不通过 1".into(), false));
        assert_eq!(of(Recognition::Foreign, 0, 1, 0, 0), ("不是年度报告".into(), false));
        assert_eq!(of(Recognition::Unrecognized, 1, 0, 0, 0), ("未识别".into(), false));
    }
}

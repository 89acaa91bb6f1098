//! Whole results, of the reports last looked at. A row of the desk holds a brief only: a thousand results would not fit into
//! the memory of an office PC, and a check takes less time than a glance at the list.

use crate::shared::Shared;
use jiaohe::wire::CheckedReport;

/// How many are kept.
pub(crate) const KEPT: usize = 4;

/// The results last looked at, the latest at the end.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Results(Vec<(u32, Shared<CheckedReport>)>);

impl Results {
    /// The result of a report.
    pub(crate) fn get(&self, report: u32) -> Option<&Shared<CheckedReport>> {
        self.0.iter().find(|(id, _)| *id == report).map(|(_, checked)| checked)
    }

    /// Keeps a result in place of the one looked at longest ago.
    pub(super) fn keep(&mut self, report: u32, checked: CheckedReport) {
        self.drop_of(report);
        if self.0.len() == KEPT {
            self.0.remove(0);
        }
        self.0.push((report, Shared::new(checked)));
    }

    /// Notes that a result is looked at.
    pub(super) fn touch(&mut self, report: u32) {
        if let Some(at) = self.0.iter().position(|(id, _)| *id == report) {
            let looked_at = self.0.remove(at);
            self.0.push(looked_at);
        }
    }

    /// Forgets the result of a report.
    pub(super) fn drop_of(&mut self, report: u32) {
        self.0.retain(|(id, _)| *id != report);
    }
}

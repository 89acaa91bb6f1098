//! The same unit's report on the same year given again, corrected: it takes the place of the one before.

use super::{Again, Previous, Report, Route, State};
use crate::shared::Shared;
use jiaohe::wire::Brief;

/// What has become of the findings of `before`.
fn compare(before: &Report, old: &Brief, new: &Brief) -> Again {
    let has = |brief: &Brief, mark: &str| brief.findings.iter().any(|finding| finding.fingerprint == mark);
    let left = old.findings.iter().filter(|finding| has(new, &finding.fingerprint)).count();
    let lapsed = old
        .findings
        .iter()
        .filter(|finding| before.decision(&finding.fingerprint).is_some() && !has(new, &finding.fingerprint));
    Again {
        mended: old.findings.len() - left,
        left,
        new: new.findings.iter().filter(|finding| !has(old, &finding.fingerprint)).count(),
        lapsed: lapsed.map(|finding| finding.title.clone()).collect(),
    }
}

impl State {
    /// If a report that was given by itself has just been read for the first time, and the same unit's on the same year lies on
    /// the desk: takes its place and its decisions. Among files given together the same unit twice is for the clerk to see.
    pub(super) fn replace_older(&mut self, id: u32) {
        let Some(report) =
            self.report(id).filter(|report| report.is_alone && report.again.is_none()).cloned()
        else {
            return;
        };
        let Some(brief) = report.brief.clone() else { return };
        let (Some(organ), Some(year)) = (&brief.organ, brief.year) else { return };
        let is_older = |other: &&Shared<Report>| {
            let known = other
                .brief
                .as_ref()
                .is_some_and(|brief| brief.organ.as_ref() == Some(organ) && brief.year == Some(year));
            known && other.id < id && other.part.is_none() && report.part.is_none() && !other.is_busy()
        };
        let Some(older) = self.reports.iter().find(is_older).cloned() else { return };
        let Some(old) = older.brief.clone() else { return };
        let again = compare(&older, &old, &brief);
        self.change(id, |report| {
            report.again = Some(again);
            report.decisions.clone_from(&older.decisions);
            (report.previous, report.role) = (older.previous, older.role);
        });
        // It stands where the older one stood, and is last year's of whom that was.
        let Some(from) = self.reports.iter().position(|report| report.id == id) else { return };
        let new = self.reports.remove(from);
        if let Some(slot) = self.reports.iter_mut().find(|report| report.id == older.id) {
            *slot = new;
        }
        let follow: Vec<u32> = self
            .reports
            .iter()
            .filter(|report| report.previous == Previous::Chosen(older.id))
            .map(|report| report.id)
            .collect();
        for other in follow {
            self.change(other, |report| report.previous = Previous::Chosen(id));
        }
        self.results.drop_of(older.id);
        if self.route == Route::Report(older.id) {
            self.go(Route::Report(id));
        }
        self.ask();
    }

    /// Whether closing the page would lose work: decisions, corrected text, or several reports.
    pub(crate) fn has_work(&self) -> bool {
        self.reports.len() > 1
            || self.reports.iter().any(|report| !report.decisions.is_empty() || report.is_rewritten)
    }
}

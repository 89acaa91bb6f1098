//! The same unit's report on the same year given again, corrected: it takes the place of the one before.

use super::{Again, Correction, Previous, Report, Route, State};
use crate::shared::Shared;
use jiaohe::wire::{Brief, FindingBrief};

/// What has become of the findings of `before`.
fn compare(before: &Report, old: &Brief, new: &Brief) -> Again {
    let has = |brief: &Brief, mark: &str| brief.findings.iter().any(|finding| finding.fingerprint == mark);
    let titles = |findings: &[FindingBrief], of: &dyn Fn(&FindingBrief) -> bool| -> Vec<String> {
        findings.iter().filter(|finding| of(finding)).map(|finding| finding.title.clone()).collect()
    };
    let is_gone = |finding: &FindingBrief| !has(new, &finding.fingerprint);
    Again {
        before: before.id,
        mended: titles(&old.findings, &is_gone),
        left: titles(&old.findings, &|finding| !is_gone(finding)),
        new: titles(&new.findings, &|finding| !has(old, &finding.fingerprint)),
        lapsed: titles(&old.findings, &|finding| {
            is_gone(finding) && before.decision(&finding.fingerprint).is_some()
        }),
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
        if !older.put_right.is_empty() && !report.is_heir {
            // What was put right may hold for the new one too: only its check with that says what has become of the findings.
            self.change(id, |report| {
                report.put_right.clone_from(&older.put_right);
                report.is_heir = true;
                report.queue();
            });
            return;
        }
        let again = compare(&older, &old, &brief);
        self.change(id, |report| {
            report.again = Some(again);
            report.is_heir = false;
            for (mark, decision) in &older.decisions {
                if report.decision(mark).is_none() {
                    report.decisions.push((mark.clone(), decision.clone()));
                }
            }
            (report.previous, report.role) = (older.previous, older.role);
            // What was misread of the older one's name is misread of this one's, too.
            if report.correction == Correction::default() {
                report.correction.clone_from(&older.correction);
            }
        });
        // It stands where the older one stood, and is last year's of whom that was.
        let Some(from) = self.reports.iter().position(|report| report.id == id) else { return };
        let new = self.reports.remove(from);
        if let Some(slot) = self.reports.iter_mut().find(|report| report.id == older.id) {
            *slot = new;
        }
        // It can be looked at from now on; what stood before it goes.
        self.past.retain(|past| past.replaced_by != Some(older.id));
        let mut past = (*older).clone();
        past.replaced_by = Some(id);
        self.past.push(Shared::new(past));
        let follow: Vec<u32> = self
            .reports
            .iter()
            .filter(|report| report.previous == Previous::Chosen(older.id))
            .map(|report| report.id)
            .collect();
        for other in follow {
            self.change(other, |report| report.previous = Previous::Chosen(id));
        }
        if self.route == Route::Report(older.id) {
            self.go(Route::Report(id));
        }
        self.ask();
    }
}

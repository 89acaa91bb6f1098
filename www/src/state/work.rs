//! Work that outlives the page: what of the desk is saved, and what of it comes back when it is opened.

use super::action::NewInput;
use super::report::Restored;
use super::saved::{Refused, Saved, SavedDecision, Text, Work};
use super::{Correction, Decision, Report, State};
use crate::shared::Shared;
use crate::words::work as words;
use jiaohe::wire::{self, Level};

impl Saved {
    /// Whether there is anything to be restored.
    fn has_work(&self) -> bool {
        !self.decisions.is_empty()
            || !self.corrections.is_empty()
            || self.unit_edited.is_some()
            || self.year_edited.is_some()
    }

    /// Whether it was saved of these very bytes, and of this report among those in them.
    fn is_same(&self, report: &Report) -> bool {
        !self.sha256.is_empty() && self.sha256 == report.digest && self.part == report.part
    }

    /// Whether it was saved of this report: of the same bytes, or of the same body and year. Of several reports in the same
    /// bytes each is its own.
    pub(super) fn is_of(&self, report: &Report) -> bool {
        let brief = report.brief.as_ref();
        let (organ, year) =
            (brief.and_then(|brief| brief.organ.as_deref()), brief.and_then(|brief| brief.year));
        let known = self.unit.is_some() && self.year.is_some() && self.part == report.part;
        self.is_same(report) || known && self.unit.as_deref() == organ && self.year == year
    }
}

impl State {
    /// The work on the desk, and what of opened work still waits for its report. `text_of` gives what was pasted.
    pub(crate) fn work(&self, saved: String, text_of: impl Fn(&Report) -> Option<Text>) -> Work {
        let save = |report: &Shared<Report>| Saved {
            name: report.given.clone(),
            size: report.source.size,
            sha256: report.digest.clone(),
            part: report.part,
            unit: report.brief.as_ref().and_then(|brief| brief.organ.clone()),
            year: report.brief.as_ref().and_then(|brief| brief.year),
            unit_edited: report.correction.organ.clone(),
            year_edited: report.correction.year,
            decisions: decisions(report),
            corrections: report.put_right.clone(),
            text: text_of(report),
        };
        let reports = self.reports.iter().map(save);
        let levels = self.levels.iter().map(|(rule, level)| (rule.clone(), level.id().to_owned()));
        let waiting = self.shelf.iter().map(|saved| (**saved).clone());
        Work::new(saved, reports.chain(waiting).collect(), self.relations.list.clone(), levels.collect())
    }

    /// Takes saved work in: what is for reports on the desk at once, the rest when its report comes.
    pub(super) fn open(&mut self, opened: Result<(Work, Vec<(usize, NewInput)>), Refused>) {
        let (work, texts) = match opened {
            Ok(opened) => opened,
            Err(refused) => return self.say(words::refused(refused)),
        };
        let had_work = self.has_work();
        for (rule, level) in work.levels {
            self.level(rule, Level::parse(&level));
        }
        if !work.roster.is_empty() {
            self.call_roll(work.roster);
        }
        let total = work.reports.len();
        let is_here = |saved: &Saved| self.reports.iter().any(|report| saved.is_of(report));
        let given: Vec<NewInput> = texts
            .into_iter()
            .filter(|(at, _)| work.reports.get(*at).is_some_and(|saved| !is_here(saved)))
            .map(|(_, input)| input)
            .collect();
        // What still waits of work opened before goes on waiting.
        for saved in work.reports.into_iter().map(Shared::new) {
            if !self.shelf.contains(&saved) {
                self.shelf.push(saved);
            }
        }
        for id in self.reports.iter().map(|report| report.id).collect::<Vec<_>>() {
            self.restore(id);
        }
        let texts = given.len();
        if texts > 0 {
            self.give(given, None);
        }
        let waiting = self.shelf.len().saturating_sub(texts);
        self.say(words::opened(total, waiting));
        self.saved = (waiting == 0 && !had_work).then_some(false);
    }

    /// If saved work waits for this report: what was put right first, since findings follow from it, then the decisions.
    pub(super) fn restore(&mut self, id: u32) {
        let is_read = |report: &&Shared<Report>| {
            report.brief.is_some() && !report.is_busy() && report.replaced_by.is_none()
        };
        let Some(report) = self.report(id).filter(is_read).cloned() else { return };
        // What was saved of the same bytes comes before what was saved of an older draft.
        let same = self.shelf.iter().position(|saved| saved.is_same(&report));
        let Some(at) = same.or_else(|| self.shelf.iter().position(|saved| saved.is_of(&report))) else {
            return;
        };
        let Some(saved) = self.shelf.get(at).cloned() else { return };
        let is_known = |new: &wire::Correction| report.put_right.iter().any(|known| known.cell == new.cell);
        let missing: Vec<wire::Correction> =
            saved.corrections.iter().filter(|new| !is_known(new)).cloned().collect();
        if !missing.is_empty() {
            self.change(id, |report| {
                report.put_right.extend(missing);
                report.queue();
            });
            return;
        }
        self.shelf.remove(at);
        if report.correction == Correction::default() {
            let (organ, year) = (saved.unit_edited.clone(), saved.year_edited);
            self.correct(id, Correction { organ, year });
        }
        if !saved.has_work() {
            return;
        }
        let findings = report.brief.as_ref().map_or(&[][..], |brief| &brief.findings);
        let holds =
            |one: &&SavedDecision| findings.iter().any(|finding| finding.fingerprint == one.fingerprint);
        let (kept, lapsed): (Vec<&SavedDecision>, Vec<_>) = saved.decisions.iter().partition(holds);
        let restored = Restored {
            decisions: kept.len(),
            corrections: saved.corrections.len(),
            lapsed: lapsed.iter().map(|one| one.title.clone()).collect(),
        };
        self.change(id, |report| {
            for one in kept {
                if report.decision(&one.fingerprint).is_none() {
                    let decision = one.reason.clone().map_or(Decision::Misread, Decision::Confirmed);
                    report.decisions.push((one.fingerprint.clone(), decision));
                }
            }
            report.restored = Some(restored);
        });
    }

    /// The file of the work was handed to the browser.
    pub(super) fn stored(&mut self, with_text: bool, name: &str) {
        self.saving = None;
        self.saved = Some(with_text);
        let lost = self.reports.iter().filter(|report| report.is_rewritten && !with_text).count();
        self.say(words::stored(name, lost));
    }

    /// What was saved is saved no more once something of it has changed.
    pub(super) fn note_changes(&mut self, before: &Self) {
        if self.saved.is_none() || self.saved != before.saved {
            return;
        }
        let same = |(new, old): (&Shared<Report>, &Shared<Report>)| {
            new == old
                || (new.id == old.id
                    && new.source == old.source
                    && new.decisions == old.decisions
                    && new.put_right == old.put_right
                    && new.correction == old.correction)
        };
        let unchanged =
            self.reports.len() == before.reports.len() && self.reports.iter().zip(&before.reports).all(same);
        let same_desk = self.levels == before.levels && self.relations.list == before.relations.list;
        if !(unchanged && same_desk) {
            self.saved = None;
        }
    }

    /// Whether closing the page would lose work: decisions, what was put right, corrected text, a list of units, or several
    /// reports; unless it was saved.
    pub(crate) fn has_work(&self) -> bool {
        let rewritten = || self.reports.iter().any(|report| report.is_rewritten);
        match self.saved {
            Some(with_text) => !with_text && rewritten(),
            None => {
                self.reports.len() > 1
                    || !self.relations.list.is_empty()
                    || rewritten()
                    || self.reports.iter().any(|report| {
                        !report.decisions.is_empty()
                            || !report.put_right.is_empty()
                            || report.correction != Correction::default()
                    })
            }
        }
    }
}

/// What was decided about a report, with the titles of the findings.
fn decisions(report: &Report) -> Vec<SavedDecision> {
    let findings = report.brief.as_ref().map_or(&[][..], |brief| &brief.findings);
    let title = |mark: &str| {
        let found = findings.iter().find(|finding| finding.fingerprint == mark);
        found.map(|finding| finding.title.clone()).unwrap_or_default()
    };
    let save = |(fingerprint, decision): &(String, Decision)| SavedDecision {
        fingerprint: fingerprint.clone(),
        title: title(fingerprint),
        reason: match decision {
            Decision::Confirmed(reason) => Some(reason.clone()),
            Decision::Misread => None,
        },
    };
    report.decisions.iter().map(save).collect()
}

//! One report on the desk: where it came from, how far its check is, and in brief what the check said.

use crate::shared::Shared;
use jiaohe::wire::{self, Brief, CheckedReport, Failure, SumRole};

/// Which report is last year's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Previous {
    /// The one that title and year tell.
    #[default]
    Told,
    /// None.
    Nothing,
    /// This one.
    Chosen(u32),
}

/// Largest text the page offers for editing, in bytes (about 200 KB); more is shown read-only.
pub(crate) const EDITABLE: usize = 200_000;

/// What was given. The engine room keeps the thing itself under this number, for as long as a report comes from it: a check
/// that dies loses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Source {
    /// Its number in the engine room.
    pub(crate) id: u32,
    /// What it is.
    pub(crate) kind: SourceKind,
    /// Its size in bytes.
    pub(crate) size: u64,
}

/// What something given is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceKind {
    /// Text that was pasted, typed or corrected in the page.
    Text,
    /// A paste with both forms; tables exist only in its HTML.
    Html,
    /// A file, read anew for each check.
    File,
}

/// How far the check of a report is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Status {
    /// Waits for a free worker.
    Queued,
    /// A worker has it.
    Reading {
        /// Whether the soft limit has passed and cancelling should be offered.
        slow: bool,
    },
    /// Finished; `brief` says what came of it.
    Done,
    /// The engine says why it cannot read it.
    Unreadable(Failure),
    /// The worker died or was ended.
    Died(Death),
    /// The clerk cancelled.
    Cancelled,
}

/// Why a worker died.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Death {
    /// The kind of death.
    pub(crate) cause: Cause,
    /// The last step it named.
    pub(crate) phase: String,
    /// Where in the program, as the panic hook says; never content.
    pub(crate) place: String,
}

/// The kinds of death a clerk can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The memory cap was hit.
    Memory,
    /// The stack ran out.
    Depth,
    /// The hard time limit passed.
    Time,
    /// The worker could not be started or never answered.
    Start,
    /// The file was changed, moved or taken away since it was given.
    Gone,
    /// Anything else.
    Internal,
}

/// What the clerk decided about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Decision {
    /// The figures are right as they stand, for this reason.
    Confirmed(String),
    /// The program misread the report.
    Misread,
}

/// What a finished check said.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// It was read.
    Checked {
        /// What the list shows of it.
        brief: Brief,
        /// Everything else, where it was asked for.
        full: Option<Box<CheckedReport>>,
        /// Another text whenever other reports would see another report.
        mark: String,
        /// Another text for any other input.
        digest: String,
    },
    /// It could not be read.
    Unreadable(Failure),
}

/// What the clerk put right about whose report it is; what is not there is as it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Correction {
    /// The body.
    pub(crate) organ: Option<String>,
    /// The year reported on.
    pub(crate) year: Option<u16>,
}

/// The reports that one is checked against, by their numbers on the desk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Company {
    /// Last year's.
    pub(crate) previous: Option<u32>,
    /// The units whose sum it is.
    pub(crate) units: Vec<u32>,
    /// The marks of all of them.
    pub(crate) marks: String,
}

/// What has become of the findings of the report before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Again {
    /// The older report, which can be looked at.
    pub(crate) before: u32,
    /// The titles of findings that are gone.
    pub(crate) mended: Vec<String>,
    /// Of findings that are still there.
    pub(crate) left: Vec<String>,
    /// Of findings that were not there before.
    pub(crate) new: Vec<String>,
    /// The titles of findings that were confirmed and are told no more, or with other figures.
    pub(crate) lapsed: Vec<String>,
}

/// What of saved work holds for a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Restored {
    /// Decisions that hold.
    pub(crate) decisions: usize,
    /// Corrections that were taken over.
    pub(crate) corrections: usize,
    /// The titles of findings that are told no more, or with other figures.
    pub(crate) lapsed: Vec<String>,
}

/// A report on the desk. Small, so that thousands can lie there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Report {
    /// Its number in addresses, from 1; never reused.
    pub(crate) id: u32,
    /// The name it was given under: a file's, or what stands for it.
    pub(crate) given: String,
    /// That name, with its number where a file holds several reports.
    pub(crate) name: String,
    /// Which report of its file it is, from 0, where the file holds several.
    pub(crate) part: Option<u32>,
    /// What was given.
    pub(crate) source: Source,
    /// Counts the checks started for it; answers to older ones are dropped.
    pub(crate) job: u32,
    /// How far the current check is.
    pub(crate) status: Status,
    /// What the last finished check said; stays while the text is checked anew.
    pub(crate) brief: Option<Shared<Brief>>,
    /// How often a worker died on it.
    pub(crate) deaths: u8,
    /// The mark of what other reports need to know of it, which the engine room keeps.
    pub(crate) mark: String,
    /// The same for the same file, whatever its name; empty until it is read.
    pub(crate) digest: String,
    /// What the clerk put right about whose it is.
    pub(crate) correction: Correction,
    /// What it is checked against beside itself.
    pub(crate) company: Company,
    /// Which report is last year's, as far as the clerk chose.
    pub(crate) previous: Previous,
    /// What it is to a sum of units, as far as the clerk chose.
    pub(crate) role: Option<SumRole>,
    /// Whether it was given by itself, and not among others.
    pub(crate) is_alone: bool,
    /// Whether its text was corrected in the page.
    pub(crate) is_rewritten: bool,
    /// Cells that were misread, with what stands there.
    pub(crate) put_right: Vec<wire::Correction>,
    /// Whether it waits to be checked with what was put right in the older one whose place it takes.
    pub(super) is_heir: bool,
    /// What of saved work holds for it.
    pub(crate) restored: Option<Restored>,
    /// The report that took its place: this one is only looked at.
    pub(crate) replaced_by: Option<u32>,
    /// What it has mended, if it took the place of an older one.
    pub(crate) again: Option<Again>,
    /// Decisions with the fingerprint they hold for: they lapse by themselves when a value changes.
    pub(crate) decisions: Vec<(String, Decision)>,
}

impl Report {
    /// A report waiting for its first check.
    pub(crate) fn new(id: u32, name: String, source: Source) -> Self {
        Self {
            id,
            given: name.clone(),
            name,
            part: None,
            source,
            job: 1,
            status: Status::Queued,
            brief: None,
            deaths: 0,
            mark: String::new(),
            digest: String::new(),
            correction: Correction::default(),
            company: Company::default(),
            previous: Previous::Told,
            role: None,
            is_alone: false,
            is_rewritten: false,
            put_right: Vec::new(),
            is_heir: false,
            restored: None,
            replaced_by: None,
            again: None,
            decisions: Vec::new(),
        }
    }

    /// Whether a check is waiting or under way.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self.status, Status::Queued | Status::Reading { .. })
    }

    /// Puts it in the queue again under a new job number.
    pub(super) fn queue(&mut self) {
        self.job += 1;
        self.status = Status::Queued;
    }

    /// Whether the clerk may correct its text in the page: a paste, or a file of plain text. Other files are corrected in
    /// their own program.
    pub(crate) fn is_editable(&self) -> bool {
        let name = self.given.to_ascii_lowercase();
        match self.source.kind {
            SourceKind::Text | SourceKind::Html => true,
            SourceKind::File => [".txt", ".md", ".markdown", ".text"].iter().any(|end| name.ends_with(end)),
        }
    }

    /// The body whose report it is, else its file.
    pub(crate) fn body(&self) -> &str {
        self.organ().unwrap_or_else(|| self.file())
    }

    /// The name it was given under, without folders.
    pub(crate) fn file(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// The body whose report it is, if it is known.
    pub(crate) fn organ(&self) -> Option<&str> {
        let read = || self.brief.as_ref().and_then(|brief| brief.organ.as_deref());
        self.correction.organ.as_deref().or_else(read)
    }

    /// The year reported on.
    pub(crate) fn year(&self) -> Option<u16> {
        self.correction.year.or_else(|| self.brief.as_ref().and_then(|brief| brief.year))
    }

    /// The decision about the finding with this fingerprint, if any.
    pub(crate) fn decision(&self, fingerprint: &str) -> Option<&Decision> {
        self.decisions.iter().find(|(mark, _)| mark == fingerprint).map(|(_, decision)| decision)
    }
}

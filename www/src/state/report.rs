//! One report on the desk: where it came from, how far its check is, what the check said.

use crate::shared::Shared;
use jiaohe::wire::{CheckedReport, Failure, SumRole};
use wasm_bindgen::JsValue;

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

/// Largest text the page offers for editing, in UTF-16 code units (about 200 KB); more is shown read-only.
pub(crate) const EDITABLE_UNITS: usize = 200_000;

/// What was given. Kept for as long as the report is listed: a check that dies loses nothing.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Source {
    /// Text that was pasted, typed or corrected in the page.
    Text(String),
    /// A paste with both forms; tables exist only in `html`.
    Html {
        /// The clipboard's `text/html`.
        html: String,
        /// The clipboard's `text/plain`.
        text: String,
    },
    /// A file, read anew for each check.
    File(web_sys::File),
}

impl Source {
    /// Bytes, for the "reading" line.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Text(text) | Self::Html { html: text, .. } => u64::try_from(text.len()).unwrap_or(u64::MAX),
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a file's size is a whole number"
            )]
            Self::File(file) => file.size() as u64,
        }
    }
}

/// How far the check of a report is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Status {
    /// Waits for a free worker.
    Queued,
    /// A worker has it.
    Reading {
        /// The step the worker named last: `read`, `lift`, `check` ….
        phase: String,
        /// Whether the soft limit has passed and cancelling should be offered.
        slow: bool,
    },
    /// Finished; `checked` holds the result.
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

/// A report on the desk.
#[derive(Debug, Clone)]
pub(crate) struct Report {
    /// Its number in addresses, from 1; never reused.
    pub(crate) id: u32,
    /// The name it was given under: a file's, or what stands for it.
    pub(crate) given: String,
    /// That name, with its number where a file holds several reports.
    pub(crate) name: String,
    /// Which report of its file it is, from 0.
    pub(crate) part: u32,
    /// What was given.
    pub(crate) source: Source,
    /// Counts the checks started for it; answers to older ones are dropped.
    pub(crate) job: u32,
    /// How far the current check is.
    pub(crate) status: Status,
    /// The last finished result; stays while the text is checked anew.
    pub(crate) checked: Option<Shared<CheckedReport>>,
    /// How often a worker died on it.
    pub(crate) deaths: u8,
    /// What other reports need to know of it, as the engine gave it.
    pub(crate) extract: Option<JsValue>,
    /// What it is checked against beside itself, as the engine gave it.
    pub(crate) related: Option<JsValue>,
    /// A mark of `related`; empty where there is nothing.
    pub(crate) links: String,
    /// Which report is last year's, as far as the clerk chose.
    pub(crate) previous: Previous,
    /// What it is to a sum of units, as far as the clerk chose.
    pub(crate) role: Option<SumRole>,
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
            part: 0,
            source,
            job: 1,
            status: Status::Queued,
            checked: None,
            deaths: 0,
            extract: None,
            related: None,
            links: String::new(),
            previous: Previous::Told,
            role: None,
            decisions: Vec::new(),
        }
    }

    /// Whether a check is waiting or under way.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self.status, Status::Queued | Status::Reading { .. })
    }

    /// The text the clerk may correct in the page; `None` for files that are edited in their own program.
    pub(crate) fn editable_text(&self) -> Option<String> {
        match &self.source {
            Source::Text(text) | Source::Html { text, .. } => Some(text.clone()),
            Source::File(file) => {
                let name = file.name().to_ascii_lowercase();
                let plain = [".txt", ".md", ".markdown", ".text"].iter().any(|end| name.ends_with(end));
                let checked = self.checked.as_ref().filter(|_| plain)?;
                Some(checked.lines.join("\n"))
            }
        }
    }

    /// The decision about the finding with this index, if any.
    pub(crate) fn decision(&self, finding: usize) -> Option<&Decision> {
        let finding = self.checked.as_ref()?.report.findings.get(finding)?;
        self.decisions.iter().find(|(mark, _)| *mark == finding.fingerprint).map(|(_, decision)| decision)
    }
}

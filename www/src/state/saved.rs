//! The file that work is saved in: JSON that names itself and its version. It holds no report unless that was asked for.

use jiaohe::wire::Correction;
use serde::{Deserialize, Serialize};

/// By this a file of work is known.
const FORMAT: &str = "jiaohe-work";
/// The version that is written, and the newest that is read.
const VERSION: u32 = 1;

/// A file of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Work {
    /// [`FORMAT`].
    format: String,
    /// [`VERSION`].
    version: u32,
    /// The program's own version.
    program: String,
    /// When, in words.
    saved: String,
    /// The reports.
    pub(crate) reports: Vec<Saved>,
    /// The units that have to report, one a line.
    #[serde(default)]
    pub(super) roster: String,
    /// Rules switched off or lowered.
    #[serde(default)]
    pub(super) levels: Vec<(String, String)>,
}

/// What is kept of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Saved {
    /// The name it was given under.
    pub(crate) name: String,
    /// Its size in bytes.
    pub(super) size: u64,
    /// SHA-256 of what was given.
    #[serde(default)]
    pub(super) sha256: String,
    /// Which of several reports in the same file it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<u32>,
    /// Whose it is, as read.
    #[serde(default)]
    pub(crate) unit: Option<String>,
    /// The year reported on, as read.
    #[serde(default)]
    pub(crate) year: Option<u16>,
    /// What the clerk put right about whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unit_edited: Option<String>,
    /// And about its year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) year_edited: Option<u16>,
    /// What was decided.
    #[serde(default)]
    pub(super) decisions: Vec<SavedDecision>,
    /// What was put right.
    #[serde(default)]
    pub(super) corrections: Vec<Correction>,
    /// What was pasted, if that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) text: Option<Text>,
}

/// What was pasted, in both forms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Text {
    /// The clipboard's `text/html`; empty if it had none.
    #[serde(default)]
    pub(crate) html: String,
    /// Its `text/plain`.
    pub(crate) plain: String,
}

/// A decision, with what it was about in words: so that one that no longer holds can be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SavedDecision {
    pub(super) fingerprint: String,
    pub(super) title: String,
    /// Why the figures are right; nothing where the program misread them.
    #[serde(default)]
    pub(super) reason: Option<String>,
}

/// Why a file is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// It is something else.
    Foreign,
    /// It was written by a program that knows more, in this version.
    Newer(u32),
    /// It breaks off, or does not say what it must.
    Damaged,
}

/// Of a file of any version: what it is.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Work {
    /// A file of these reports, as this program writes it now.
    pub(super) fn new(
        saved: String,
        reports: Vec<Saved>,
        roster: String,
        levels: Vec<(String, String)>,
    ) -> Self {
        let program = env!("CARGO_PKG_VERSION").into();
        Self { format: FORMAT.into(), version: VERSION, program, saved, reports, roster, levels }
    }

    /// Reads a file.
    pub(crate) fn read(text: &str) -> Result<Self, Refused> {
        let text = text.trim_start_matches('\u{feff}');
        let Ok(head) = serde_json::from_str::<Head>(text) else {
            // One that breaks off still begins as this program begins it.
            let is_ours = text.trim_start().starts_with('{') && text.contains(&format!("\"{FORMAT}\""));
            return Err(if is_ours { Refused::Damaged } else { Refused::Foreign });
        };
        match (head.format == FORMAT, head.version) {
            (false, _) => Err(Refused::Foreign),
            (true, 1..=VERSION) => serde_json::from_str(text).map_err(|_| Refused::Damaged),
            (true, 0) => Err(Refused::Damaged),
            (true, newer) => Err(Refused::Newer(newer)),
        }
    }

    /// Writes it down.
    pub(crate) fn write(&self) -> String {
        // Nothing in it can fail to be written: texts, numbers and lists.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

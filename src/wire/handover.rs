//! What of a checked report is handed to its unit, and to whoever keeps the overview: small enough to be kept for each of many.

use super::{Certainty, Failure, OutcomeKind, Severity};
use serde::{Deserialize, Serialize};

/// A report's part of what is made for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Handover {
    /// The file, with its folders.
    pub file: String,
    /// The body, as far as it is known.
    pub organ: Option<String>,
    /// The year, as far as it is known.
    pub year: Option<u16>,
    /// What the profile that it was checked under is called and changes.
    pub profile: Option<String>,
    /// What a person put right in its reading, in a sentence without its stop.
    pub corrected: Option<String>,
    /// How it stands, in the words of the list: 不通过 3.
    pub standing: String,
    /// Whether anything is left to be done for its unit.
    pub open: bool,
    /// Why it could not be read; then nothing follows.
    pub failure: Option<Failure>,
    /// What is wrong, most important first.
    pub findings: Vec<HandoverFinding>,
    /// The outcome of each rule, in the order of the catalogue.
    pub verdicts: Vec<HandoverVerdict>,
    /// 修改意见: what is open, short enough for a message.
    pub letter: String,
}

/// A finding as its unit reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct HandoverFinding {
    /// How serious it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// The rule that found it.
    pub rule: String,
    /// What: one sentence that stands alone.
    pub message: String,
    /// The arithmetic or the clause.
    pub because: String,
    /// What to check or change.
    pub todo: String,
    /// The line of the text as read, from 1; 0 if it stands nowhere.
    pub line: u32,
    /// What the clerk says to it; empty if nothing.
    pub explained: String,
}

/// What a rule said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct HandoverVerdict {
    /// The rule.
    pub rule: String,
    /// Its outcome.
    pub outcome: OutcomeKind,
}

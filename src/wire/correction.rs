//! Cells that a person put right because they had been misread.

use super::Report;
use serde::{Deserialize, Serialize};

/// A cell that was misread, with the number that stands in the report. Given to a check, it counts as long as the cell is
/// still read as it was; the report itself is never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Correction {
    /// The cell.
    pub cell: String,
    /// Its text as read, without blanks around it; empty where nothing was read.
    pub from: String,
    /// The number that stands there.
    pub to: String,
}

impl Report {
    /// What a person put right, in words; it is the first of the notes.
    pub fn corrected(&self) -> Option<&str> {
        self.notes.first().filter(|_| !self.corrections.is_empty()).map(String::as_str)
    }
}

//! A list of the units that have to report, held against the reports that are there.

use super::NameMatch;
use serde::{Deserialize, Serialize};

/// Who of a list has reported, over all years and in each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Roster {
    /// Units of the list without a report on any year.
    pub missing: Vec<String>,
    /// Bodies that are not on the list.
    pub unlisted: Vec<String>,
    /// Units with more than one report on the same year.
    pub repeated: Vec<String>,
    /// The same for each year that there are reports on, the earliest first.
    #[serde(default)]
    pub years: Vec<RosterYear>,
}

/// Who of a list has reported on one year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct RosterYear {
    /// The year.
    pub year: u16,
    /// Units of the list without a report, in the order of the list.
    pub missing: Vec<String>,
    /// Bodies that have reported and are not on the list.
    pub unlisted: Vec<String>,
    /// Units with more than one report.
    pub repeated: Vec<String>,
    /// Units that have reported, in the order of the list, with what was taken for their reports.
    pub matches: Vec<RosterMatch>,
}

/// A unit of the list and a report that was taken for its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct RosterMatch {
    /// The name on the list.
    pub unit: String,
    /// The body that the report names.
    pub organ: String,
    /// The report's file.
    pub file: String,
    /// By what the two names were taken for one.
    pub how: NameMatch,
}

//! 汇总表: what the units of a region come to, cell by cell, and what a report that should be their sum says.

use super::{SumCause, TableView, Uncounted};
use serde::{Deserialize, Serialize};

/// What is asked of a sum beside the reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TotalOptions {
    /// Only this year; else a sum for each year that there are reports on.
    pub year: Option<u16>,
    /// Where the report of the region's own organ (本级) stands in the list, if it cannot be told from its name.
    pub own: Option<usize>,
    /// Whether the region's own organ is left out.
    pub without_own: bool,
    /// The units that have to report, one a line; empty if that is not known. Who is not on it is not counted.
    pub roster: String,
    /// Files that could not be read, by name.
    pub unreadable: Vec<String>,
}

/// The sum of the units of a region in one year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Total {
    /// The year.
    pub year: u16,
    /// The region, if the names of the units tell.
    pub region: Option<String>,
    /// The report that should be this sum, if there is one.
    pub parent: Option<TotalParent>,
    /// The units that are counted, in the order of the list, else by name; each once.
    pub units: Vec<TotalUnit>,
    /// The files of the year, and those of no year, that are not counted, each with its reason.
    pub left_out: Vec<LeftOut>,
    /// Whether there was a list of units; without one nobody knows who is missing.
    pub listed: bool,
    /// Units of the list without a report.
    pub missing: Vec<String>,
    /// Every cell of the three tables in the edition of the year, in the order of the form.
    pub cells: Vec<TotalCell>,
    /// The tables in the prescribed form, filled with the sums.
    pub tables: Vec<TableView>,
    /// What explains the differences to the report that should be this sum, that of most cells first.
    pub explanations: Vec<Explanation>,
}

/// A report that should be the sum of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct TotalParent {
    /// The body.
    pub organ: String,
    /// Its file.
    pub file: String,
}

/// A unit that is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct TotalUnit {
    /// The body, else the file without its folders.
    pub unit: String,
    /// Its file.
    pub file: String,
    /// Whether it is the region's own organ (本级).
    pub own: bool,
    /// How many of the cells are not known.
    pub unread: u32,
    /// How many of the cells an error speaks of.
    pub open: u32,
}

/// A report that is no part of the sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct LeftOut {
    /// Its file.
    pub file: String,
    /// The body, as far as it is known.
    pub organ: Option<String>,
    /// Why.
    pub reason: Uncounted,
    /// The file that is counted in its place, for a copy or another version.
    pub instead: Option<String>,
}

/// One cell of the sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct TotalCell {
    /// The cell.
    pub cell: String,
    /// Its name in the form's words, with its table.
    pub label: String,
    /// The sum over the units whose number is known.
    pub sum: String,
    /// Counted units whose number is not known: the sum is too small by what they have.
    pub unread: Vec<String>,
    /// Counted units in whose report an error speaks of this cell.
    pub open: Vec<String>,
    /// What the report says that should be the sum; `None` if there is none, or its number is not known.
    pub parent: Option<String>,
    /// The sum less that; `None` likewise.
    pub difference: Option<String>,
    /// Which of [`Total::explanations`] makes the two agree; `None` where they agree, where a unit is not known, or where
    /// nothing was found.
    pub explanation: Option<usize>,
}

/// The smallest set of units that makes a report and the sum agree in some cells: what that report would have done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Explanation {
    /// The units, and what was done with each.
    pub parts: Vec<ExplanationPart>,
    /// The cells that agree then, in the order of the form.
    pub cells: Vec<String>,
    /// How many other sets of as many units would do as well; at 99 there may be more. Only 0 tells anything for certain.
    pub others: u32,
    /// The same in a sentence.
    pub text: String,
}

/// What a report that sums up would have done with one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct ExplanationPart {
    /// The unit.
    pub unit: String,
    /// What was done with it.
    pub cause: SumCause,
}

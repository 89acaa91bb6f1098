//! What passes between reports that are compared: last year's with this year's, units with their sum.

use super::{Relation, Roster, SumRole};
use serde::{Deserialize, Serialize};

/// What other reports need to know of a report. Plain data, so that a page can keep it while the worker that read the file
/// is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Extract {
    /// The file's name.
    pub name: String,
    /// The body whose report it is, if the title names one.
    pub organ: Option<String>,
    /// The year reported on.
    pub year: Option<u16>,
    /// Every cell whose number is certain, as id and decimal string; a blank counts as 0.
    pub values: Vec<(String, String)>,
    /// The sentences of its prose, blanks left out.
    pub sentences: Vec<String>,
    /// How many of them stand in each of the six sections, in their order.
    #[serde(default)]
    pub parts: Vec<u32>,
    /// Cells that an error speaks of; none where the report was only read and not checked.
    #[serde(default)]
    pub doubts: Vec<Doubt>,
}

/// A cell that an error speaks of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Doubt {
    /// The cell.
    pub cell: String,
    /// The value that the likeliest repair gives it, if that changes it.
    pub repair: Option<String>,
}

/// The other reports that a report is checked against.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(default)]
pub struct Related {
    /// The same body's report on the year before.
    pub previous: Option<Extract>,
    /// The reports of the units whose sum this report is.
    pub units: Vec<Extract>,
}

/// [`Related`] by the places of the reports in the list that was asked about, each counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Link {
    /// The same body's report on the year before.
    pub previous: Option<usize>,
    /// The reports of the units whose sum this report is.
    pub units: Vec<usize>,
}

/// What several reports say of each other, for a page that keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Company {
    /// For each report the others it is compared with.
    pub links: Vec<Link>,
    /// A list of units held against the reports, where one was given.
    pub roster: Option<Roster>,
}

/// How the user corrects which reports belong together; what is not there is left to the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Choice {
    /// Last year's report.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "js", tsify(optional, type = "\"none\" | number"))]
    pub previous: Option<PreviousChoice>,
    /// What it is to a sum of units.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub role: Option<SumRole>,
}

/// Which report is last year's, where the user says so. In JavaScript `"none"` or an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PreviousChoice {
    /// None of them.
    Nothing,
    /// The one with this index in the list.
    Report(usize),
}

impl Serialize for PreviousChoice {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => to.serialize_str("none"),
            Self::Report(index) => to.serialize_u32(u32::try_from(*index).unwrap_or(u32::MAX)),
        }
    }
}

/// A plain table for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Sheet {
    /// What it compares, if it is a comparison.
    pub relation: Option<Relation>,
    /// What it shows; of a comparison, whose figures.
    pub title: String,
    /// What has to be known to read it, each a sentence.
    pub notes: Vec<String>,
    /// The headings of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<SheetRow>,
}

/// A row of a [`Sheet`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct SheetRow {
    /// One for each column.
    pub cells: Vec<String>,
    /// Whether a person should look at it.
    pub marked: bool,
}

/// Several reports side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Comparison {
    /// Two years of one body. What is wrong between them is among the findings of the later report.
    Years(Years),
    /// Units and the report that sums them up. What is wrong is among the findings of the latter.
    Sum(Sum),
}

/// Two years of one body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Years {
    /// The body.
    pub organ: String,
    /// The later year, as far as it is known.
    #[serde(default)]
    pub year: Option<u16>,
    /// The file of the year before.
    pub previous: String,
    /// The file of the later year.
    pub current: String,
    /// What should go on from one year to the other, in the order of the form; only what both years have.
    #[serde(default)]
    pub checks: Vec<YearCheck>,
    /// Cells that both years have and that are not 0 in both, in the order of the form.
    pub values: Vec<YearValue>,
    /// How many sentences of the later report stand in the earlier one too, numbers left aside.
    pub copied: u32,
    /// How many sentences of the later report were compared.
    pub sentences: u32,
    /// The same for each of the six sections that has any.
    #[serde(default)]
    pub sections: Vec<SectionCopied>,
}

/// What one year should leave to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct YearCheck {
    /// The cell of the later year.
    pub cell: String,
    /// What should be equal, in the form's words.
    pub label: String,
    /// What the year before leaves: what is carried over, or the stock with what was made and repealed since.
    pub due: String,
    /// What the later year says.
    pub current: String,
    /// Whether the two are equal.
    pub holds: bool,
}

/// How much of a section stands in last year's report too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct SectionCopied {
    /// 1 to 6.
    pub number: u8,
    /// Sentences that are the same but for their numbers.
    pub copied: u32,
    /// All sentences.
    pub sentences: u32,
}

/// A cell in two years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct YearValue {
    /// The cell.
    pub cell: String,
    /// Its name in the form's words.
    pub label: String,
    /// Its value in the year before.
    pub previous: String,
    /// Its value in the later year.
    pub current: String,
    /// The later value less the earlier.
    pub change: String,
}

/// Units and the report that sums them up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Sum {
    /// The file of the report that should be the sum.
    pub parent: String,
    /// Its body, else its file.
    #[serde(default)]
    pub organ: String,
    /// Its year, as far as it is known.
    #[serde(default)]
    pub year: Option<u16>,
    /// The files of the units.
    pub units: Vec<String>,
    /// Cells that are not 0 everywhere, in the order of the form.
    pub rows: Vec<SumRow>,
}

/// One cell: what the units come to, and what the parent says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct SumRow {
    /// The cell.
    pub cell: String,
    /// Its name in the form's words.
    pub label: String,
    /// The sum over the units that could be read.
    pub sum: String,
    /// The parent's value.
    pub parent: String,
    /// The sum less the parent's value.
    pub difference: String,
    /// The units that are not 0, largest first.
    pub contributions: Vec<Contribution>,
    /// The units whose cell could not be read; the row is not judged if there are any.
    pub unread: Vec<String>,
}

/// What one unit adds to a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Contribution {
    /// The unit, by its name or else its file.
    pub unit: String,
    /// Its value.
    pub value: String,
}

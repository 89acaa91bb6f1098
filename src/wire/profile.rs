//! What an administrator lays down for everybody: levels of rules, who has to report, rules of one's own.

use super::Level;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A profile as it is written, in `static/profile.js` or in a file for the command line. Every part may be left out; one that is
/// not known is refused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// What it is called; it is named in whatever is made under it.
    pub name: String,
    /// Rules that are switched off or lowered, by their ids.
    #[cfg_attr(feature = "js", tsify(type = "Record<string, Level>"))]
    pub levels: BTreeMap<String, Level>,
    /// The units that have to report.
    pub roster: Vec<String>,
    /// The last day on which a report may be dated.
    pub deadlines: Deadlines,
    /// Rules of one's own.
    pub rules: Vec<OwnRule>,
}

/// The last days, each as month and day of the year after the one reported on, such as `01-20`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(default, deny_unknown_fields)]
pub struct Deadlines {
    /// Of departments and offices.
    pub department: Option<String>,
    /// Of towns and streets.
    pub town: Option<String>,
    /// Of the governments of counties and higher.
    pub government: Option<String>,
}

/// A rule of one's own. Its findings are never errors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct OwnRule {
    /// Lower-case letters, digits and `_`; the rule is known as `own/` and this.
    pub id: String,
    /// What to say where it does not hold, a few words.
    pub title: String,
    /// How serious that is.
    #[serde(default = "usual")]
    pub level: Level,
    /// When it applies; always if it is left out.
    #[serde(default)]
    pub when: Option<String>,
    /// What has to hold.
    pub must: String,
    /// What to do.
    #[serde(default)]
    pub todo: String,
}

fn usual() -> Level {
    Level::Hint
}

/// What is wrong with a profile. The rest of it is in force all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct ProfileFault {
    /// Where, such as `rules[2].must`.
    pub place: String,
    /// What, a sentence.
    pub message: String,
    /// In an expression the first character that is wrong, from 0, and how many there are.
    pub start: u32,
    /// Nothing where the whole is meant.
    pub length: u32,
}

/// What an expression comes to on a report: for trying it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct Tried {
    /// Whether it holds; `None` if that cannot be said.
    pub holds: Option<bool>,
    /// The values it was told by, or why it cannot be said.
    pub because: String,
    /// What is wrong with the expression itself.
    pub fault: Option<ProfileFault>,
}

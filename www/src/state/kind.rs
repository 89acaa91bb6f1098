//! How reports stand, by kinds.

use super::{Report, Status};
use crate::view::counts::standing;
use jiaohe::export::standing::Standing;

/// Kinds of reports that the list can be narrowed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something is certainly wrong.
    Failing,
    /// Something has to be looked at, and nothing is certain.
    Doubtful,
    /// It was judged in part.
    Partial,
    /// It is no annual report, or none of its tables was found.
    Foreign,
    /// It could not be read.
    Unreadable,
    /// Its check waits, is under way, was cancelled or broke off.
    Unfinished,
    /// All was judged, and nothing is wrong.
    Clean,
    /// There are open hints.
    Hinted,
    /// The clerk has decided about a finding.
    Settled,
    /// The same file, or the same body and year, is there once more.
    Repeated,
}

impl Kind {
    /// All of them. The first seven exclude each other.
    pub(crate) const ALL: [Self; 10] = [
        Self::Failing,
        Self::Doubtful,
        Self::Partial,
        Self::Foreign,
        Self::Unreadable,
        Self::Unfinished,
        Self::Clean,
        Self::Hinted,
        Self::Settled,
        Self::Repeated,
    ];

    /// How a report stands.
    pub(crate) fn of(report: &Report) -> Self {
        match standing(report).filter(|_| !matches!(report.status, Status::Died(_))) {
            Some(Standing::Failing(_)) => Self::Failing,
            Some(Standing::Doubtful(_)) => Self::Doubtful,
            Some(Standing::Partial(_)) => Self::Partial,
            Some(Standing::Foreign | Standing::Unrecognized) => Self::Foreign,
            Some(Standing::Unreadable) => Self::Unreadable,
            Some(Standing::Clean) => Self::Clean,
            None => Self::Unfinished,
        }
    }
}

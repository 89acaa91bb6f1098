//! The three severities in the order in which the page shows them.

use jiaohe::wire::Severity;

/// Severities, gravest first.
pub(crate) const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Hint];

/// How grave: the index in [`ALL`].
pub(crate) fn rank(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Hint => 2,
    }
}

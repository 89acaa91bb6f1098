//! The three severities, as the contract spells them.

/// Severities, gravest first.
pub(crate) const ALL: [&str; 3] = ["error", "warning", "hint"];

/// How grave: 0 is gravest; unknown words come last.
pub(crate) fn rank(severity: &str) -> usize {
    ALL.iter().position(|known| *known == severity).unwrap_or(ALL.len())
}

/// The known name of a severity, fit for a class.
pub(crate) fn class(severity: &str) -> &'static str {
    ALL.get(rank(severity)).copied().unwrap_or("hint")
}

//! A region's report against the reports of its units.

mod cells;

use super::Rule;

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[&cells::RULE];

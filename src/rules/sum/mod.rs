//! A region's report against the reports of its units.

pub(super) mod cells;

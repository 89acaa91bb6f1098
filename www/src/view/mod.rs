//! What the result screen draws, worked out from a report without touching the browser.

pub(crate) mod cells;
pub(crate) mod counts;
pub(crate) mod equation;
pub(crate) mod letter;
pub(crate) mod proof;
pub(crate) mod prose;
pub(crate) mod rewrite;
pub(crate) mod selection;
pub(crate) mod severity;

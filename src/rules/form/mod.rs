//! The frame of a report: title, year, sections, editions of the tables.

pub(super) mod citation;
pub(super) mod deadline;
pub(super) mod edition;
pub(super) mod enumeration;
pub(super) mod heading;
pub(super) mod numbering;
pub(super) mod preface;
pub(super) mod sections;
pub(super) mod subheading;
pub(super) mod title;
pub(super) mod topics;
pub(super) mod year;

use super::Context;

/// So few headings mean that only a part was pasted, or that it is another kind of text.
const FEW_SECTIONS: usize = 4;

/// Whether so many sections were found that the rest can be said to be missing.
fn is_whole(context: &Context<'_>) -> bool {
    context.sections().count() >= FEW_SECTIONS
}

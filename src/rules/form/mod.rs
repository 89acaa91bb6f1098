//! The frame of a report: title, year, sections, editions of the tables.

pub(super) mod edition;
pub(super) mod heading;
pub(super) mod numbering;
pub(super) mod sections;
pub(super) mod title;
pub(super) mod year;

use crate::report::Report;

/// How many of the six sections were found.
fn sections_found(report: &Report<'_>) -> usize {
    report.sections.iter().filter(|section| section.heading.is_some()).count()
}

/// So few headings mean that only a part was pasted, or that it is another kind of text.
const FEW_SECTIONS: usize = 4;

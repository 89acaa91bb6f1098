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

use super::Finding;
use crate::report::Report;

/// How many of the six sections were found.
fn sections_found(report: &Report<'_>) -> usize {
    report.sections.iter().filter(|section| section.heading.is_some()).count()
}

/// So few headings mean that only a part was pasted, or that it is another kind of text.
const FEW_SECTIONS: usize = 4;

/// The finding with the heading of a section as its place.
pub(super) fn at_heading(report: &Report<'_>, number: u8, finding: Finding) -> Finding {
    let section = report.sections.iter().find(|section| section.number == number);
    let heading = section.and_then(|section| section.heading.as_ref());
    heading.into_iter().fold(finding, |finding, heading| finding.at(heading.span))
}

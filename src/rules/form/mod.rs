//! The frame of a report: title, year, sections, editions of the tables.

mod citation;
mod deadline;
mod edition;
mod enumeration;
mod heading;
mod numbering;
mod preface;
mod sections;
mod subheading;
mod title;
mod topics;
mod year;

pub(crate) use deadline::dated;

use super::{Context, Rule};

/// The rules of the group, in the order of the catalogue.
pub(super) static RULES: &[&Rule] = &[
    &title::RULE,
    &year::RULE,
    &sections::RULE,
    &numbering::RULE,
    &heading::RULE,
    &edition::RULE,
    &citation::RULE,
    &preface::RULE,
    &topics::RULE,
    &subheading::RULE,
    &enumeration::RULE,
    &deadline::RULE,
];

/// So few headings mean that only a part was pasted, or that it is another kind of text.
const FEW_SECTIONS: usize = 4;

/// Whether so many sections were found that the rest can be said to be missing.
fn is_whole(context: &Context<'_>) -> bool {
    context.headings().len() >= FEW_SECTIONS
}

//! What can be said of a piece of text: folding with a map back, numbers, dates.

mod any;
mod decimal;
mod fold;
mod lead;
mod leading;
mod letters;
mod number;
mod ordinal;
mod passage;
mod slip;

pub use any::{has_any, have_any, start_with, without_start};
pub use decimal::Decimal;
pub use fold::{Folded, is_blank, narrow};
pub use lead::without_lead;
pub use leading::{Leading, Mark, leading};
pub use letters::Letters;
pub use number::{Number, NumberForm, Unit, may_begin_number, number_at};
pub use ordinal::ordinal;
pub use passage::{Passage, passages};
pub use slip::Slip;

/// Whether a text has more than blanks.
pub fn shows(text: &str) -> bool {
    !text.chars().all(is_blank)
}

/// A text in its plain form without any blank, for comparing labels and headings, which differ in width and blanks
/// from one converter to the next. Where places matter, [`Folded`] keeps a map back.
pub fn compact(text: &str) -> String {
    fold::compact(text)
}

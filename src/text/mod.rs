//! What can be said of a piece of text: folding with a map back, numbers, dates.

mod decimal;
mod fold;

pub use decimal::Decimal;
pub use fold::{Folded, is_blank};

//! What can be said of a piece of text: folding with a map back, numbers, dates.

mod decimal;

pub use decimal::Decimal;

//! The prescribed forms as data: which cells there are, how they are labelled, in which edition.

mod cell;
mod table2;
mod table3;
mod table4;

pub use crate::vocabulary::{Edition, TableKind};
pub use cell::CellId;
pub use table2::{Cell2, Cell2Of2019, Documents2, Item2, Item2Of2019};
pub use table3::{Column3, Group3, Row3};
pub use table4::{Block4, Outcome4};

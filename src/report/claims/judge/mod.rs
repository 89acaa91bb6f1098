//! Decides, in one place, what a number in prose is worth beside the tables: agreement, contradiction, or silence.

mod between;
mod single;

pub(super) use between::claims as together;
pub(super) use single::compare as one;

//! Decides, in one place, what a number in prose is worth beside the tables: agreement, contradiction, or silence.

mod between;
mod group;
mod joint;
mod single;
mod weigh;

pub(super) use between::claims as together;
pub(super) use group::accuse as accuse_groups;
pub(super) use joint::{confirm, passage as jointly};
pub(super) use single::compare as one;

//! What is drawn, one component a file.

pub(crate) mod frame;
mod help;
mod icon;
mod list;
mod result;
mod start;
mod waiting;

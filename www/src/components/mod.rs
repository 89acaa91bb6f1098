//! What is drawn, one component a file.

mod compare;
mod copy;
pub(crate) mod frame;
mod help;
mod icon;
mod list;
mod result;
mod rows;
mod start;
mod tabs;
mod verify;
mod waiting;
mod window;
mod work;

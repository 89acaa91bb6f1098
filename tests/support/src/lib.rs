//! Reports made up for the tests: correct ones, edited ones, written in every layout met in the wild.
//!
//! The form is written down here a second time, independently of the core, so that a slip in one shows in the
//! tests. Nothing here depends on the core; the tests bring the two together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::missing_panics_doc,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    clippy::items_after_statements,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::single_match_else,
    clippy::assigning_clones,
    reason = "fixtures may fail loudly (a panic here is a broken test, never a broken report) and may be simple"
)]

mod body;
pub mod cfb;
pub mod clerk;
pub mod correct;
pub mod county;
pub mod docx;
pub mod edit;
pub mod form;
pub mod grid;
pub mod layout;
mod prose;
mod related;
mod rng;
mod scenario;
pub mod sheet;

pub use form::Edition;
pub use layout::{Layout, RandomLayout};
pub use rng::Rng;
pub use scenario::{Scenario, Section, Style, Zeros};

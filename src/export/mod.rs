//! What leaves the program: the shapes of [`crate::wire`] as text, pages and tables for people and for other programs.
//!
//! Everything here turns plain data into a string or into another plain shape; nothing reads, judges, prints or saves. So
//! the command line, the page and its worker give the same. Names of files and words of reports come from outside: a
//! terminal, a browser or a spreadsheet must never take them for a command ([`plain()`]).
//!
//! To add an export, write a module here that takes `wire`: a [`crate::wire::Sheet`] where a table is wanted, a
//! [`paper::Paper`] where people read and sign it. Office files are made of these two.

#[cfg(feature = "engine")]
pub mod as_read;
pub mod catalogue;
#[cfg(feature = "engine")]
pub mod certificate;
pub mod csv;
#[cfg(feature = "digest")]
pub mod digest;
pub mod handover;
pub mod html;
pub mod letter;
#[cfg(feature = "engine")]
pub mod office;
#[cfg(feature = "engine")]
pub mod paper;
mod plain;
#[cfg(feature = "engine")]
pub mod remark;
pub mod sarif;
pub mod sheet;
pub mod standing;
#[cfg(feature = "engine")]
pub mod tables;
pub mod text;
#[cfg(feature = "engine")]
pub mod total;

pub use plain::{acts_in_spreadsheet, harmless_json, is_active, is_number, plain};

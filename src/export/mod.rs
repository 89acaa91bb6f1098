//! What leaves the program: the shapes of [`crate::wire`] as text, pages and tables for people and for other programs.
//!
//! Everything here turns plain data into a string or into another plain shape; nothing reads, judges, prints or saves. So
//! the command line, the page and its worker give the same. Names of files and words of reports come from outside: a
//! terminal, a browser or a spreadsheet must never take them for a command ([`plain()`]).
//!
//! To add an export, write a module here that takes `wire`, or a [`crate::wire::Sheet`] where a table is wanted.

pub mod catalogue;
pub mod csv;
pub mod html;
pub mod letter;
mod plain;
pub mod sarif;
pub mod sheet;
pub mod text;

pub use plain::{is_active, plain};

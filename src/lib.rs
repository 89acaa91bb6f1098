//! 校核: checks a Chinese annual report on government information disclosure.
//!
//! bytes → [`read`] → [`document::Document`] → [`report`] lifts what was found, missing or unreadable → [`rules`]
//! give a verdict each, in the light of other reports if there are any ([`compare`]) → [`wire`] carries the result out,
//! [`export`] gives it the form of a text, a page or a table.

#[cfg(feature = "engine")]
mod check;
#[cfg(feature = "engine")]
pub mod compare;
#[cfg(feature = "engine")]
mod crc;
#[cfg(feature = "engine")]
pub mod deliver;
#[cfg(feature = "engine")]
pub mod document;
pub mod export;
#[cfg(feature = "engine")]
mod fnv;
pub mod formats;
#[cfg(feature = "js")]
pub mod js;
#[cfg(feature = "engine")]
pub mod member;
#[cfg(feature = "engine")]
pub mod profile;
#[cfg(feature = "engine")]
pub mod read;
#[cfg(feature = "engine")]
pub mod report;
#[cfg(feature = "engine")]
pub mod rules;
#[cfg(feature = "engine")]
mod sorted;
#[cfg(feature = "engine")]
pub mod text;
pub mod vocabulary;
pub mod wire;

#[cfg(feature = "engine")]
pub use check::{Corrections, Levels, Opened, Options, check, open};
pub use vocabulary::Level;

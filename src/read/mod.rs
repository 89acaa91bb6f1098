//! Bytes → [`Document`]. The only place where anything may fail.
//!
//! One file or folder per format; what a file is, is told by its content, never by its name.

mod error;

use crate::document::Document;
pub use error::{ErrorKind, ReadError};

/// What the clerk handed over.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// The bytes of a file.
    Bytes(&'a [u8]),
    /// Text that was typed or pasted.
    Text(&'a str),
    /// What the clipboard held: its `text/html` and its `text/plain` flavour, each empty if it had none.
    Clipboard {
        /// The `text/html` flavour.
        html: &'a str,
        /// The `text/plain` flavour.
        text: &'a str,
    },
}

/// Reads what the clerk handed over. `name` only serves notes such as a name that does not fit the content.
///
/// # Errors
/// A [`ReadError`] that names the cause and the next step, in Chinese.
pub fn read(_name: &str, _input: Input<'_>) -> Result<Document, ReadError> {
    Err(ReadError::new(ErrorKind::Unsupported))
}

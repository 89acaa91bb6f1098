//! Rich Text Format.

use super::{ErrorKind, ReadError};
use crate::document::Document;

/// Reads it.
pub(super) fn read(_bytes: &[u8], _gb18030: super::Gb18030<'_>) -> Result<Document, ReadError> {
    Err(ReadError::new(ErrorKind::Rtf))
}

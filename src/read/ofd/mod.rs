//! Fixed-layout documents of GB/T 33190.

use super::{ErrorKind, ReadError};
use crate::document::Document;

/// Reads it.
pub(super) fn read(_zip: &super::zip::Zip<'_>) -> Result<Document, ReadError> {
    Err(ReadError::new(ErrorKind::Ofd))
}

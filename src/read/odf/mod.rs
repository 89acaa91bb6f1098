//! OpenDocument text and spreadsheets.

use super::{ErrorKind, ReadError};
use crate::document::Document;

/// Reads it.
pub(super) fn read(_zip: &super::zip::Zip<'_>) -> Result<Document, ReadError> {
    Err(ReadError::new(ErrorKind::OpenDocument))
}

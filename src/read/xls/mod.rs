//! Excel 97–2003 and Kingsoft ET.

use super::{ErrorKind, ReadError};
use crate::document::Document;

/// Reads it.
pub(super) fn read(
    _file: &super::cfb::Compound<'_>,
    _gb18030: super::Gb18030<'_>,
) -> Result<Document, ReadError> {
    Err(ReadError::new(ErrorKind::Spreadsheet))
}

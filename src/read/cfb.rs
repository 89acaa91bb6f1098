//! Compound files (MS-CFB): the container of Word and Excel 97–2003, WPS and ET.

use super::{ErrorKind, ReadError};

/// An open compound file.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
}

impl<'a> Compound<'a> {
    /// Reads the directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        Ok(Self { bytes })
    }

    /// Whether the root holds a stream of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        self.bytes.chunks(128).any(|entry| entry.starts_with(&name))
    }

    /// The bytes of a stream of the root; `None` if there is none of that name.
    pub(super) fn stream(&self, _name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        Err(ReadError::new(ErrorKind::Unsupported))
    }
}

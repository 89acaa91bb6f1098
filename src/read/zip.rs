//! Zip containers: the directory by `rawzip`, inflating by `miniz_oxide`, limits counted while inflating.
//!
//! The crate `zip` does the same for 55 KB (brotli) more, and leaves bombs to its caller all the same.

use super::{ErrorKind, ReadError, limits};
use crate::crc::crc32;
use crate::member::Member;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive, ZipVerification};
use std::cell::Cell;
use std::collections::BTreeMap;

/// An open container.
#[derive(Debug)]
pub(super) struct Zip<'a> {
    archive: Option<ZipSliceArchive<&'a [u8]>>,
    entries: BTreeMap<String, Entry>,
    /// Parts of a package that is no zip, by their names in lower case.
    parts: BTreeMap<String, Vec<u8>>,
    /// Bytes inflated so far.
    inflated: Cell<usize>,
}

#[derive(Debug)]
struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    encrypted: bool,
    /// The path as it is written, in whatever encoding.
    path: Vec<u8>,
}

impl<'a> Zip<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`ErrorKind::Truncated`] without an end record, [`ErrorKind::Overlap`] for two entries of one name or place.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let archive = ZipArchive::from_slice(bytes).map_err(|_| ReadError::new(ErrorKind::Truncated))?;
        let mut entries = BTreeMap::new();
        let mut ranges = Vec::new();
        let mut records = archive.entries();
        while let Some(record) = records.next_entry().map_err(|_| damaged)? {
            limits::within(ranges.len() + 1, limits::ENTRIES, ErrorKind::TooManyEntries)?;
            let place = record.wayfinder();
            let range = archive.get_entry(place).map_err(|_| damaged)?.compressed_data_range();
            ranges.push((record.local_header_offset(), range.1));
            let path = record.file_path().as_bytes();
            // Names in another encoding must stay distinct; what they say is for `archive` to find out.
            let name = std::str::from_utf8(path)
                .map_or_else(|_| path.iter().map(|&byte| char::from(byte)).collect(), str::to_owned)
                .replace('\\', "/");
            let entry = Entry {
                place,
                method: record.compression_method(),
                encrypted: record.flags().is_encrypted(),
                path: path.to_vec(),
            };
            // Part names are compared without regard to case (ECMA-376-2, 6.2.2.3).
            let name = name.trim_start_matches('/').to_ascii_lowercase();
            if entries.insert(name, entry).is_some() {
                return Err(ReadError::new(ErrorKind::Overlap));
            }
        }
        crate::sorted::sort_by_key(&mut ranges, |&range| range);
        if ranges.windows(2).any(|pair| matches!(pair, [a, b] if a.1 > b.0)) {
            return Err(ReadError::new(ErrorKind::Overlap));
        }
        Ok(Self { archive: Some(archive), entries, parts: BTreeMap::new(), inflated: Cell::new(0) })
    }

    /// A package whose parts came otherwise, by their names in lower case.
    pub(super) fn of_parts(parts: BTreeMap<String, Vec<u8>>) -> Self {
        Self { archive: None, entries: BTreeMap::new(), parts, inflated: Cell::new(0) }
    }

    /// The names of the entries, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().chain(self.parts.keys()).map(String::as_str)
    }

    /// The members in their order, as they lie in the container.
    pub(super) fn parts(&self) -> Result<Vec<Member>, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let Some(archive) = &self.archive else { return Ok(Vec::new()) };
        let mut parts = Vec::new();
        let mut records = archive.entries();
        while let Some(record) = records.next_entry().map_err(|_| damaged)? {
            let stored = archive.get_entry(record.wayfinder()).map_err(|_| damaged)?;
            let name = record.file_path().as_bytes().to_vec();
            parts.push(Member {
                is_utf8: record.flags().is_utf8(),
                method: record.compression_method().as_u16(),
                time: dos(record.last_modified_dos()),
                crc: record.crc32(),
                size: u32::try_from(record.uncompressed_size_hint()).map_err(|_| damaged)?,
                data: stored.data().to_vec(),
                name,
            });
        }
        Ok(parts)
    }

    /// The name to read each entry by, and its path as it is written.
    pub(super) fn paths(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.entries.iter().map(|(name, entry)| (name.as_str(), entry.path.as_slice()))
    }

    /// The bytes of an entry; `None` if there is none of that name.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let name = name.trim_start_matches('/').to_ascii_lowercase();
        if let Some(part) = self.parts.get(&name) {
            return Ok(Some(part.clone()));
        }
        let Some((entry, archive)) = self.entries.get(&name).zip(self.archive.as_ref()) else {
            return Ok(None);
        };
        if entry.encrypted {
            return Err(ReadError::new(ErrorKind::Encrypted));
        }
        let stored = archive.get_entry(entry.place).map_err(|_| damaged)?;
        let left = limits::TOTAL_BYTES.saturating_sub(self.inflated.get());
        let most = most_bytes(stored.data().len()).min(left);
        let bytes = match entry.method {
            CompressionMethod::STORE if stored.data().len() > most => {
                return Err(ReadError::new(ErrorKind::Inflates));
            }
            CompressionMethod::STORE => stored.data().to_vec(),
            CompressionMethod::DEFLATE => inflate(stored.data(), most)?,
            _ => return Err(ReadError::new(ErrorKind::Unsupported)),
        };
        let found = ZipVerification { crc: crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        stored.claim_verifier().valid(found).map_err(|_| damaged)?;
        self.inflated.set(self.inflated.get().saturating_add(bytes.len()));
        Ok(Some(bytes))
    }
}

/// A time as MS-DOS writes it, the date above the time (APPNOTE 4.4.6).
fn dos(time: rawzip::time::DosDateTime) -> u32 {
    let year = u32::from(time.year().saturating_sub(1980));
    let date = (year << 9) | (u32::from(time.month()) << 5) | u32::from(time.day());
    let clock =
        (u32::from(time.hour()) << 11) | (u32::from(time.minute()) << 5) | (u32::from(time.second()) / 2);
    (date << 16) | clock
}

/// The most bytes that an entry of so many stored bytes may give.
fn most_bytes(stored: usize) -> usize {
    stored.saturating_mul(limits::RATIO).clamp(limits::RATIO_GRACE, limits::ENTRY_BYTES)
}

fn inflate(stored: &[u8], most: usize) -> Result<Vec<u8>, ReadError> {
    miniz_oxide::inflate::decompress_to_vec_with_limit(stored, most).map_err(|error| {
        let more = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
        ReadError::new(if more { ErrorKind::Inflates } else { ErrorKind::Damaged })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflating_stops_at_the_limit() {
        for (most, ok) in [(4999, false), (5000, true), (5001, true)] {
            let stored = miniz_oxide::deflate::compress_to_vec(&[b'x'; 5000], 6);
            let got = inflate(&stored, most).map(|bytes| bytes.len()).map_err(|error| error.kind);
            assert_eq!(got, if ok { Ok(5000) } else { Err(ErrorKind::Inflates) });
        }
        assert_eq!(inflate(b"no deflate", 100), Err(ReadError::new(ErrorKind::Damaged)));
    }

    #[test]
    fn small_entries_may_inflate_a_lot_and_none_beyond_its_limit() {
        assert_eq!(most_bytes(1), limits::RATIO_GRACE);
        assert_eq!(most_bytes(limits::RATIO_GRACE), limits::ENTRY_BYTES);
        assert_eq!(most_bytes(20_000), 2_000_000);
    }

    #[test]
    fn an_archive_without_its_end_is_truncated() {
        assert_eq!(Zip::open(b"PK\x03\x04\x14\0").err().map(|e| e.kind), Some(ErrorKind::Truncated));
    }
}

//! Records (MS-XLS 2.1.4): a kind, a size, and so many bytes. What does not fit goes on in records `Continue`.

use super::codes::CONTINUE;
use crate::read::bytes::{slice, u16_at};
use crate::read::{ErrorKind, ReadError};

/// A record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    /// What it holds.
    pub(super) kind: u16,
    /// Its own bytes.
    pub(super) data: &'a [u8],
    /// What comes after it.
    rest: &'a [u8],
}

impl<'a> Record<'a> {
    /// The number of 16 bits at a place.
    pub(super) fn word(&self, at: usize) -> Option<u16> {
        u16_at(self.data, at)
    }

    /// Its bytes from a place on, with those of the records that go on with it.
    pub(super) fn continued(&self, from: usize) -> Continued<'a> {
        Continued { current: self.data.get(from..).unwrap_or_default(), rest: self.rest }
    }
}

/// Takes records from a stream one by one.
#[derive(Debug)]
pub(super) struct Records<'a>(&'a [u8]);

impl<'a> Records<'a> {
    /// The records from a place of the stream on.
    pub(super) fn from(stream: &'a [u8], at: usize) -> Self {
        Self(stream.get(at..).unwrap_or_default())
    }

    /// The next record; `None` at the end of the stream.
    pub(super) fn next(&mut self) -> Result<Option<Record<'a>>, ReadError> {
        let Some(record) = record(self.0) else {
            // Some programs pad the stream with zeros.
            let is_end = self.0.len() < 4 || self.0.iter().all(|&byte| byte == 0);
            return if is_end { Ok(None) } else { Err(ReadError::new(ErrorKind::Damaged)) };
        };
        self.0 = record.rest;
        Ok(Some(record))
    }
}

fn record(bytes: &[u8]) -> Option<Record<'_>> {
    let size = usize::from(u16_at(bytes, 2)?);
    Some(Record { kind: u16_at(bytes, 0)?, data: slice(bytes, 4, size)?, rest: bytes.get(4 + size..)? })
}

/// The bytes of a record and of those that go on with it.
#[derive(Debug)]
pub(super) struct Continued<'a> {
    current: &'a [u8],
    rest: &'a [u8],
}

impl Continued<'_> {
    /// Goes to the next record if the current one is used up; `false` at the end.
    fn advance(&mut self) -> bool {
        while self.current.is_empty() {
            let Some(next) = record(self.rest).filter(|next| next.kind == CONTINUE) else { return false };
            (self.current, self.rest) = (next.data, next.rest);
        }
        true
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.advance();
        let (&first, rest) = self.current.split_first()?;
        self.current = rest;
        Some(first)
    }

    /// The next number of 16 bits.
    pub(super) fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    /// The next number of 32 bits.
    pub(super) fn double(&mut self) -> Option<u32> {
        Some(u32::from(self.word()?) | u32::from(self.word()?) << 16)
    }

    /// Passes over bytes.
    pub(super) fn skip(&mut self, mut count: usize) {
        while count > 0 && self.advance() {
            let step = count.min(self.current.len());
            self.current = self.current.get(step..).unwrap_or_default();
            count -= step;
        }
    }

    /// So many characters of one byte or of two. Where they go on in the next record, a byte says anew which (2.5.293).
    pub(super) fn characters(&mut self, count: usize, mut wide: bool) -> Option<String> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.current.is_empty() {
                wide = self.byte()? & 1 != 0;
                continue;
            }
            let width = if wide { 2 } else { 1 };
            let take = (count - units.len()).min(self.current.len() / width);
            let bytes = self.current.get(..take * width)?;
            if wide {
                units.extend(bytes.chunks_exact(2).filter_map(|two| u16_at(two, 0)));
            } else {
                units.extend(bytes.iter().map(|&byte| u16::from(byte)));
            }
            self.current = self.current.get(take * width..)?;
            // A lone byte before the end of a record is half a character, which no program writes.
            if take == 0 {
                self.current = &[];
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stream(records: &[(u16, &[u8])]) -> Vec<u8> {
        let one = |(kind, data): &(u16, &[u8])| {
            let size = u16::try_from(data.len()).unwrap_or(0);
            [&kind.to_le_bytes()[..], &size.to_le_bytes(), data].concat()
        };
        records.iter().flat_map(one).collect()
    }

    #[test]
    fn characters_go_on_in_the_next_record_wide_or_not() -> Result<(), ReadError> {
        let bytes =
            stream(&[(0xfc, b"__ab"), (CONTINUE, &[1, 0x2d, 0x4e]), (CONTINUE, &[0, b'c', 7]), (10, &[1])]);
        let Some(record) = Records::from(&bytes, 0).next()? else { panic!("no record") };
        let mut continued = record.continued(2);
        assert_eq!(continued.characters(4, false).as_deref(), Some("ab中c"));
        assert_eq!((continued.byte(), continued.byte()), (Some(7), None));
        assert_eq!(record.continued(2).characters(6, false), None);
        Ok(())
    }

    #[test]
    fn records_end_with_the_stream_and_may_not_be_cut() {
        let bytes = stream(&[(1, b"ab"), (2, b"")]);
        let kinds = |bytes: &[u8]| {
            let mut records = Records::from(bytes, 0);
            let mut kinds = Vec::new();
            loop {
                match records.next() {
                    Ok(Some(record)) => kinds.push(record.kind),
                    Ok(None) => return Ok(kinds),
                    Err(error) => return Err(error.kind),
                }
            }
        };
        assert_eq!(kinds(&bytes), Ok(vec![1, 2]));
        assert_eq!(kinds(bytes.get(..5).unwrap_or(&[])), Err(ErrorKind::Damaged));
    }
}

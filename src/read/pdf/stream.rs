//! Streams (ISO 32000-1, 7.4), inflated under a limit.
//!
//! `hayro-syntax` inflates without a limit, so everything but object and cross-reference streams is inflated here, and
//! those are measured before it opens the file ([`super::structure`]).

use super::super::{ErrorKind, ReadError, limits};
use super::filters;
use hayro_syntax::Filter;
use hayro_syntax::object::{Dict, Stream};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

/// Counts the bytes that come out of a document.
#[derive(Debug)]
pub(super) struct Budget {
    left: usize,
}

impl Budget {
    /// The whole of what a document may give.
    pub(super) fn new() -> Self {
        Self { left: limits::TOTAL_BYTES }
    }

    /// Counts bytes that are worked through.
    ///
    /// # Errors
    /// [`ErrorKind::Inflates`] when they are too many.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.left = self.left.checked_sub(bytes).ok_or(ReadError::new(ErrorKind::Inflates))?;
        Ok(())
    }

    /// The decoded bytes of a stream; of a damaged one, those before the damage. An image gives none.
    ///
    /// # Errors
    /// [`ErrorKind::Inflates`] beyond the limits.
    pub(super) fn decode(&mut self, stream: &Stream<'_>) -> Result<Vec<u8>, ReadError> {
        let most = limits::STREAM_BYTES.min(self.left);
        let mut data = stream.raw_data().into_owned();
        for filter in stream.filters() {
            data = undo(filter, data, most)?;
            // What passes from one filter to the next is work as well.
            self.take(data.len() / 8)?;
        }
        let predicts = |parameters: Dict<'_>| parameters.get::<i32>("Predictor").is_some_and(|kind| kind > 1);
        if stream.dict().get::<Dict<'_>>("DecodeParms").is_some_and(predicts) {
            // Nobody writes text so; that it is small enough is known by now.
            data = stream.decoded_data().unwrap_or_default().into_owned();
        }
        self.take(data.len())?;
        Ok(data)
    }
}

/// The bytes that a filter was applied to. An image gives none.
///
/// # Errors
/// [`ErrorKind::Inflates`] if more than `most` bytes come out.
pub(super) fn undo(filter: Filter, data: Vec<u8>, most: usize) -> Result<Vec<u8>, ReadError> {
    Ok(match filter {
        Filter::FlateDecode => inflate(&data, most)?,
        Filter::LzwDecode => filters::lzw(&data, most)?,
        Filter::Ascii85Decode => filters::ascii85(&data),
        Filter::AsciiHexDecode => filters::hex(&data),
        Filter::RunLengthDecode => filters::run_length(&data, most)?,
        Filter::Crypt => data,
        _ => Vec::new(),
    })
}

fn inflate(data: &[u8], most: usize) -> Result<Vec<u8>, ReadError> {
    let zlib = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER;
    let out = inflate_as(data, most, zlib)?;
    // Some writers leave the header out.
    if out.is_empty() { inflate_as(data, most, 0) } else { Ok(out) }
}

fn inflate_as(data: &[u8], most: usize, header: u32) -> Result<Vec<u8>, ReadError> {
    let flags = header
        | inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF
        | inflate_flags::TINFL_FLAG_IGNORE_ADLER32;
    let mut state = Box::new(DecompressorOxide::new());
    let mut out = vec![0; data.len().saturating_mul(4).clamp(256, 1 << 20).min(most)];
    let (mut read, mut written) = (0, 0);
    loop {
        let rest = data.get(read..).unwrap_or_default();
        let (status, taken, given) = decompress(&mut state, rest, &mut out, written, flags);
        read = read.saturating_add(taken);
        written = written.saturating_add(given);
        match status {
            TINFLStatus::HasMoreOutput if out.len() < most => {
                out.resize(out.len().saturating_mul(2).min(most), 0);
            }
            TINFLStatus::HasMoreOutput => return Err(ReadError::new(ErrorKind::Inflates)),
            _ => {
                out.truncate(written);
                return Ok(out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflating_keeps_what_came_before_damage_and_stops_at_the_limit() {
        let text = b"BT ET ".repeat(2000);
        let stored = miniz_oxide::deflate::compress_to_vec_zlib(&text, 6);
        assert_eq!(inflate(&stored, text.len() + 1).as_deref(), Ok(text.as_slice()));
        assert_eq!(inflate(&stored, 5000), Err(ReadError::new(ErrorKind::Inflates)));
        let bare = miniz_oxide::deflate::compress_to_vec(&text, 6);
        assert_eq!(inflate(&bare, 1 << 20).as_deref(), Ok(text.as_slice()));
        let cut = inflate(&stored[..stored.len() - 8], 1 << 20).unwrap_or_default();
        assert!(text.starts_with(&cut));
    }
}

//! Streams (ISO 32000-1, 7.4), inflated under a limit.
//!
//! `hayro-syntax` inflates without a limit, so everything but object and cross-reference streams is inflated here, and
//! those are measured before it opens the file.

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
            data = match filter {
                Filter::FlateDecode => inflate(&data, most)?,
                Filter::LzwDecode => filters::lzw(&data, most)?,
                Filter::Ascii85Decode => filters::ascii85(&data),
                Filter::AsciiHexDecode => filters::hex(&data),
                Filter::RunLengthDecode => filters::run_length(&data, most)?,
                Filter::Crypt => data,
                _ => Vec::new(),
            };
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

/// Measures what `hayro-syntax` will inflate and walk by itself: object streams, cross-reference streams, and pages that
/// stand in the page tree as they are.
///
/// # Errors
/// [`ErrorKind::Inflates`] or [`ErrorKind::TooManyObjects`] beyond the limits.
pub(super) fn measure(bytes: &[u8]) -> Result<(), ReadError> {
    const WORD: &[u8] = b"stream";
    let mut dicts = count_dicts(bytes);
    let mut total = 0_usize;
    let mut at = 0;
    while let Some(found) = find(bytes.get(at..).unwrap_or_default(), WORD) {
        let start = at + found;
        at = start + WORD.len();
        let before = bytes.get(start.saturating_sub(512)..start).unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let dict = before.windows(3).rposition(|word| word == b"obj").and_then(|at| before.get(at..));
        let dict = dict.unwrap_or(before);
        let names = [b"/ObjStm".as_slice(), b"/XRef", b"/First"];
        // A name may hide behind an escape.
        if dict.contains(&b'#') || names.iter().any(|name| find(dict, name).is_some()) {
            let data = bytes.get(at..).unwrap_or_default();
            let data = data.strip_prefix(b"\r").unwrap_or(data);
            let data = data.strip_prefix(b"\n").unwrap_or(data);
            let (length, inside) = measure_stream(data);
            total = total.saturating_add(length);
            dicts = dicts.saturating_add(inside);
            limits::within(length, limits::STREAM_BYTES, ErrorKind::Inflates)?;
            limits::within(total, limits::TOTAL_BYTES, ErrorKind::Inflates)?;
        }
    }
    limits::within(dicts, limits::OBJECTS.saturating_mul(3), ErrorKind::TooManyObjects)
}

/// How many bytes a stream gives, at most one beyond the limit, and how many dictionaries begin in them.
fn measure_stream(data: &[u8]) -> (usize, usize) {
    let flags = inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER;
    let mut state = Box::new(DecompressorOxide::new());
    let mut ring = vec![0; 1 << 15];
    let (mut read, mut written, mut dicts) = (0_usize, 0_usize, 0_usize);
    loop {
        let rest = data.get(read..).unwrap_or_default();
        let at = written % ring.len();
        let (status, taken, given) = decompress(&mut state, rest, &mut ring, at, flags);
        read = read.saturating_add(taken);
        dicts = dicts.saturating_add(count_dicts(ring.get(at..at.saturating_add(given)).unwrap_or_default()));
        written = written.saturating_add(given);
        if status != TINFLStatus::HasMoreOutput || written > limits::STREAM_BYTES {
            return (written, dicts);
        }
    }
}

fn count_dicts(bytes: &[u8]) -> usize {
    bytes.windows(2).filter(|pair| *pair == b"<<").count()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let (first, _) = part.split_first()?;
    let mut at = 0;
    loop {
        let rest = bytes.get(at..)?;
        at += rest.iter().position(|byte| byte == first)?;
        if bytes.get(at..)?.starts_with(part) {
            return Some(at);
        }
        at += 1;
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

    #[test]
    fn object_streams_are_measured_before_anything_opens_them() {
        let stored = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; limits::STREAM_BYTES + 1], 1);
        let with =
            |dict: &[u8]| measure(&[b"%PDF-1.7\n1 0 obj".as_slice(), dict, b"stream\r\n", &stored].concat());
        assert_eq!(with(b"<</Type/ObjStm/N 1>>"), Err(ReadError::new(ErrorKind::Inflates)));
        assert_eq!(with(b"<</Type/Obj#53tm/N 1>>"), Err(ReadError::new(ErrorKind::Inflates)));
        assert_eq!(with(b"<</Subtype/Image>>"), Ok(()));
        let kids = b"<<>>".repeat(limits::OBJECTS * 3 + 1);
        assert_eq!(measure(&kids), Err(ReadError::new(ErrorKind::TooManyObjects)));
    }
}

//! The parts of a message, however nested (RFC 2046, section 5.1).

use super::headers::{Headers, line};
use super::transfer;
use crate::document::Builder;
use crate::read::{ErrorKind, Gb18030, ReadError, decode, limits};

/// Multipart in multipart: mail has two or three levels.
const DEPTH: usize = 8;

/// A part that is no multipart.
#[derive(Debug)]
pub(super) struct Part<'a> {
    headers: Headers,
    /// `Content-ID`.
    pub(super) id: String,
    /// As it is in the file.
    pub(super) body: &'a [u8],
    /// Nothing comes after it.
    pub(super) is_last: bool,
}

/// All parts of a message.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    /// In the order of the file.
    pub(super) all: Vec<Part<'a>>,
    /// The `Content-ID` of the root, if it is named.
    pub(super) start: Option<String>,
    /// Whether every multipart has its last boundary.
    pub(super) ends: bool,
}

impl Part<'_> {
    /// Whether it is a page.
    pub(super) fn is_html(&self) -> bool {
        match self.headers.media_type().as_str() {
            "text/html" | "application/xhtml+xml" => true,
            "" => self.body.get(..self.body.len().min(512)).is_some_and(|start| {
                let start = start.trim_ascii_start().to_ascii_lowercase();
                start.starts_with(b"<html") || start.starts_with(b"<!doctype html")
            }),
            _ => false,
        }
    }

    /// Its bytes, as they were before they were encoded for sending.
    pub(super) fn bytes(&self) -> Vec<u8> {
        transfer::decode(self.body, self.headers.get("content-transfer-encoding"))
    }

    /// The name of the file that it is, if it is an attached one.
    pub(super) fn file_name(&self, gb18030: Gb18030<'_>) -> Option<String> {
        let field = |field: &str, name: &str| self.headers.parameter_of(field, name);
        let name = field("content-disposition", "filename").or(field("content-type", "name"))?;
        // `filename*=utf-8''…` in percent encoding (RFC 2231).
        if let Some((charset, text)) = name.split_once('\'').and_then(|(charset, rest)| {
            rest.split_once('\'').map(|(_, text)| (charset.to_ascii_lowercase(), text))
        }) {
            let bytes = transfer::decode(text.replace('%', "=").as_bytes(), "quoted-printable");
            return Some(word(&bytes, &charset, gb18030));
        }
        Some(unfold_words(&name, gb18030))
    }

    /// Whether it is plain text.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.headers.media_type().as_str(), "text/plain" | "")
    }

    /// Its text. The charset of the part goes before what the page says of itself, if the bytes are in it.
    pub(super) fn text(&self, gb18030: Gb18030<'_>, builder: &mut Builder) -> Result<String, ReadError> {
        let encoding = self.headers.get("content-transfer-encoding");
        let bytes = transfer::decode(self.body, encoding);
        limits::within(bytes.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
        let charset = self.headers.parameter("charset").unwrap_or_default().to_ascii_lowercase();
        let names_gb =
            charset.starts_with("gb") || matches!(charset.as_str(), "x-gbk" | "cp936" | "hz-gb-2312");
        if names_gb
            && let Some(text) = gb18030(&bytes)
            && !text.contains(char::REPLACEMENT_CHARACTER)
        {
            return Ok(text);
        }
        let decoded = decode::decode(&bytes, names_gb || decode::names_gb(&bytes), gb18030)?;
        decoded.notes().for_each(|note| builder.note(note));
        Ok(decoded.text)
    }

    /// Whether `src`, as the page `from` names it, leads here.
    pub(super) fn is_at(&self, src: &str, from: &Self) -> bool {
        if let Some(id) = src.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("cid:")).and(src.get(4..))
        {
            return self.id == id;
        }
        let location = self.headers.get("content-location");
        if location.is_empty() {
            return false;
        }
        let (here, src) = (path(location), path(src));
        // Its address may be written as `src` itself is, or whole; the end of it is enough.
        let ends = |whole: &str, end: &str| {
            whole.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
        };
        !src.is_empty()
            && here != path(from.headers.get("content-location"))
            && (ends(&here, &src) || ends(&src, &here))
    }
}

/// Text of encoded words (RFC 2047): `=?utf-8?B?…?=`.
fn unfold_words(text: &str, gb18030: Gb18030<'_>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=?") {
        let mut parts = after.splitn(3, '?');
        let (Some(charset), Some(kind), Some(tail)) = (parts.next(), parts.next(), parts.next()) else {
            break;
        };
        let Some((data, behind)) = tail.split_once("?=") else { break };
        let bytes = if kind.eq_ignore_ascii_case("b") {
            transfer::decode(data.as_bytes(), "base64")
        } else {
            transfer::decode(data.replace('_', " ").as_bytes(), "quoted-printable")
        };
        // Blanks between two encoded words only part them.
        if !before.trim().is_empty() || out.is_empty() {
            out.push_str(before);
        }
        out.push_str(&word(&bytes, &charset.to_ascii_lowercase(), gb18030));
        rest = behind;
    }
    out.push_str(rest);
    out
}

fn word(bytes: &[u8], charset: &str, gb18030: Gb18030<'_>) -> String {
    let gb = charset.starts_with("gb").then(|| gb18030(bytes)).flatten();
    gb.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned())
}

/// An address without its fragment, with slashes and in lower case, and without steps up at its start.
fn path(address: &str) -> String {
    let address =
        address.split('#').next().unwrap_or("").trim().replace('\\', "/").replace("%20", " ").to_lowercase();
    address.trim_start_matches("./").trim_start_matches("../").trim_start_matches('/').to_owned()
}

fn bare(id: &str) -> String {
    id.trim().trim_start_matches('<').trim_end_matches('>').to_owned()
}

/// Splits a message.
pub(super) fn split(bytes: &[u8]) -> Result<Parts<'_>, ReadError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let mut found = Parts { ends: true, ..Parts::default() };
    // What is yet to be split, the first last; with its depth.
    let mut waiting = vec![(bytes, 0_usize, true)];
    let mut count = 0_usize;
    while let Some((bytes, depth, is_last)) = waiting.pop() {
        let (headers, body) = Headers::read(bytes);
        if !headers.media_type().starts_with("multipart/") {
            let id = bare(headers.get("content-id"));
            found.all.push(Part { headers, id, body, is_last });
            continue;
        }
        limits::within(depth + 1, DEPTH, ErrorKind::TooDeep)?;
        let boundary = headers.parameter("boundary").filter(|boundary| !boundary.is_empty());
        let boundary = boundary.ok_or(ReadError::new(ErrorKind::Damaged))?;
        found.start = found.start.or(headers.parameter("start").map(|id| bare(&id)));
        let (pieces, ends) = pieces(body, boundary.as_bytes());
        found.ends &= ends;
        count = count.saturating_add(pieces.len());
        limits::within(count, limits::ENTRIES, ErrorKind::TooManyEntries)?;
        let last = pieces.len().saturating_sub(1);
        let pieces = pieces.into_iter().enumerate().rev();
        waiting.extend(pieces.map(|(at, piece)| (piece, depth + 1, is_last && at == last)));
    }
    Ok(found)
}

/// The pieces between lines that are the boundary, and whether the last one is there.
fn pieces<'a>(body: &'a [u8], boundary: &[u8]) -> (Vec<&'a [u8]>, bool) {
    let mut pieces = Vec::new();
    let mut begins: Option<&[u8]> = None;
    let mut rest = body;
    while !rest.is_empty() {
        let (line, after) = line(rest);
        let shown = line.trim_ascii_end();
        if let Some(end) = shown.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary))
            && matches!(end, b"" | b"--")
        {
            if let Some(piece) = begins {
                pieces.push(piece.get(..piece.len() - rest.len()).unwrap_or_default());
            }
            if end == b"--" || pieces.len() > limits::ENTRIES {
                return (pieces, true);
            }
            begins = Some(after);
        }
        rest = after;
    }
    pieces.extend(begins);
    (pieces, false)
}

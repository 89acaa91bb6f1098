//! Bytes → [`Document`]. The only place where anything may fail.
//!
//! One file or folder per format; what a file is, is told by its content, never by its name.

mod archive;
mod block;
mod bytes;
mod cfb;
mod clipboard;
mod colour;
mod counts;
mod csv;
#[cfg(test)]
mod damage;
mod decode;
mod doc;
mod docx;
mod edges;
mod equation;
mod error;
mod grid;
mod html;
pub mod limits;
mod markdown;
mod markup;
mod mht;
mod name;
mod numbering;
mod numeral;
mod odf;
mod ofd;
mod omitted;
mod opened_docx;
mod package;
mod page;
mod pdf;
mod plain;
mod rtf;
mod sheet;
mod sniff;
mod spreadsheet_xml;
mod symbol;
mod xls;
mod xlsx;
mod xml;
mod zip;

use crate::document::Document;
pub use archive::unpack;
pub use decode::{Gb18030, gb18030};
pub use docx::trace::{Stretch, Traced};
pub use docx::{Place, Spot};
pub use error::{ErrorKind, ReadError};
pub use opened_docx::Docx;
use sniff::Kind;

/// A file of an archive, or one attached to a message.
#[derive(Debug, PartialEq, Eq)]
pub struct Member {
    /// Its path inside of it, or one attached to a message.
    pub name: String,
    /// Its bytes, or why they could not be had.
    pub bytes: Result<Vec<u8>, ReadError>,
}

/// What the clerk handed over.
#[derive(Debug, Clone, Copy)]
pub enum Input<'a> {
    /// The bytes of a file.
    Bytes(&'a [u8]),
    /// Text that was typed or pasted.
    Text(&'a str),
    /// What the clipboard held: its `text/html` and its `text/plain` flavour, each empty if it had none.
    Clipboard {
        /// The `text/html` flavour.
        html: &'a str,
        /// The `text/plain` flavour.
        text: &'a str,
    },
}

/// What an input turns out to be.
#[derive(Debug)]
pub enum Opened {
    /// A document.
    Document(Document),
    /// A zip of files, to be read each by itself.
    Archive(Vec<Member>),
}

/// Reads what the clerk handed over. `name` only serves notes such as a name that does not fit the content.
///
/// # Errors
/// A [`ReadError`] that names the cause and the next step, in Chinese.
pub fn read(name: &str, input: Input<'_>) -> Result<Document, ReadError> {
    read_with(name, input, &decode::gb18030)
}

/// As [`read`], with the host's decoder of GB18030, which WebAssembly does not carry itself.
///
/// # Errors
/// As [`read`].
pub fn read_with(name: &str, input: Input<'_>, gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    let document = match input {
        Input::Bytes(bytes) => match file(name, bytes, gb18030)? {
            Found::Document(document) => document,
            // Whoever wants its files takes them out, by `open`.
            Found::Members(_) => return Err(ReadError::new(ErrorKind::NestedArchive)),
        },
        Input::Text(text) => sniff::read_text(text)?,
        Input::Clipboard { html, text } => clipboard::read(html, text)?,
    };
    limits::whole(&document)?;
    Ok(document)
}

/// As [`read_with`], for an input that may be a zip of files.
///
/// # Errors
/// As [`read`], and [`ErrorKind::NothingInside`] for an archive without files.
pub fn open(name: &str, input: Input<'_>, gb18030: Gb18030<'_>) -> Result<Opened, ReadError> {
    let Input::Bytes(bytes) = input else { return read_with(name, input, gb18030).map(Opened::Document) };
    match file(name, bytes, gb18030)? {
        Found::Document(document) => Ok(Opened::Document(document)),
        Found::Members(members) => Ok(Opened::Archive(members)),
    }
}

/// What a file turns out to be.
enum Found {
    Document(Document),
    Members(Vec<Member>),
}

fn file(name: &str, bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Found, ReadError> {
    let kind = sniff::sniff(bytes);
    if let Ok(kind) = &kind
        && let Some(members) = archive::inside(kind, bytes, gb18030)
    {
        // Each of them is measured by itself.
        return members.map(Found::Members);
    }
    limits::within(bytes.len(), limits::FILE_BYTES, ErrorKind::TooLarge)?;
    let mut document = match kind? {
        Kind::Container(zip, _, read) => read(&zip, gb18030)?,
        Kind::Archive(_) => return Err(ReadError::new(ErrorKind::NestedArchive)),
        Kind::Compound(file, read) => read(&file, gb18030)?,
        Kind::Bytes(_, read) => read(bytes, gb18030)?,
        Kind::Text => text_file(bytes, gb18030).map_err(|error| name::judge(name, error))?,
    };
    // `open` comes here without `read_with`.
    limits::whole(&document)?;
    document.notes.extend(name::note(name, document.format));
    Ok(Found::Document(document))
}

/// A file of text: a page, Markdown or plain text.
fn text_file(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    limits::within(bytes.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    let decoded = decode::decode(bytes, decode::names_gb(bytes), gb18030)?;
    let mut document = sniff::read_text(&decoded.text)?;
    document.notes.splice(0..0, decoded.notes());
    Ok(document)
}

//! Bytes → [`Document`]. The only place where anything may fail.
//!
//! One file or folder per format; what a file is, is told by its content, never by its name.

mod archive;
mod bytes;
mod cfb;
mod clipboard;
mod counts;
mod crc;
#[cfg(test)]
mod damage;
mod decode;
mod doc;
mod docx;
mod error;
mod grid;
mod html;
pub mod limits;
mod markdown;
mod mht;
mod name;
mod numbering;
mod odf;
mod ofd;
mod ordinal;
mod package;
mod page;
mod pdf;
mod rtf;
mod sheet;
mod sniff;
mod symbol;
mod table;
mod text;
mod xls;
mod xlsx;
mod xml;
mod zip;

use crate::document::Document;
pub use archive::{Member, unpack};
pub use decode::{Gb18030, gb18030};
pub use error::{ErrorKind, ReadError};

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
    match input {
        Input::Bytes(bytes) => file(name, bytes, gb18030),
        Input::Text(text) => plain(text),
        Input::Clipboard { html, text } => clipboard::read(html, text),
    }
}

fn file(name: &str, bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    limits::within(bytes.len(), limits::FILE_BYTES, ErrorKind::TooLarge)?;
    let mut document = match sniff::sniff(bytes)? {
        sniff::Kind::Docx(zip) => docx::read(&zip, gb18030)?,
        sniff::Kind::Xlsx(zip) => xlsx::read(&zip)?,
        sniff::Kind::OpenDocument(zip) => odf::read(&zip)?,
        sniff::Kind::Ofd(zip) => ofd::read(&zip)?,
        // Whoever wants its files takes them out first, by `unpack`.
        sniff::Kind::Archive(_) => return Err(ReadError::new(ErrorKind::NestedArchive)),
        sniff::Kind::Compound => compound(bytes, gb18030)?,
        sniff::Kind::Pdf => pdf::read(bytes, gb18030)?,
        sniff::Kind::Rtf => rtf::read(bytes, gb18030)?,
        sniff::Kind::Mht => mht::read(bytes, gb18030)?,
        sniff::Kind::Text => text_file(bytes, gb18030).map_err(|error| name::judge(name, error))?,
    };
    document.notes.extend(name::note(name, document.format));
    Ok(document)
}

/// A compound file (MS-CFB), by the streams of its root.
fn compound(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    let file = cfb::Compound::open(bytes)?;
    if file.has("EncryptedPackage") {
        Err(ReadError::new(ErrorKind::Encrypted))
    } else if file.has("WordDocument") {
        doc::read(&file)
    } else if file.has("Workbook") || file.has("Book") {
        xls::read(&file, gb18030)
    } else if file.has("PowerPoint Document") {
        Err(ReadError::new(ErrorKind::Presentation))
    } else if file.has("MatOST") || file.has("CONTENTS") {
        Err(ReadError::new(ErrorKind::Works))
    } else {
        Err(ReadError::new(ErrorKind::Unsupported))
    }
}

/// A file of text: a page, Markdown or plain text.
fn text_file(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    limits::within(bytes.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    let decoded = decode::decode(bytes, decode::names_gb(bytes), gb18030)?;
    let mut document = plain(&decoded.text)?;
    document.notes.splice(0..0, decoded.notes());
    Ok(document)
}

/// A page, Markdown or plain text, whichever it is.
fn plain(source: &str) -> Result<Document, ReadError> {
    if sniff::is_html(source) {
        html::read(source)
    } else if markdown::is_markdown(source) {
        markdown::read(source)
    } else {
        text::read(source)
    }
}

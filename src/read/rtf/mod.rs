//! Rich Text Format (1.9.1), as Word, WPS, `LibreOffice`, `WordPad` and exporters of content management systems write it.
//!
//! A stack of groups holds what each changes; text goes to where the innermost destination says. The crate measured keeps
//! no table and no code page, at ten times the weight.

mod charset;
mod header;
mod label;
mod lex;
mod reader;
mod rows;
mod state;
mod story;
mod text;
mod words;

use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use crate::read::block::emit;

/// Reads it.
pub(super) fn read(bytes: &[u8], gb18030: super::Gb18030<'_>) -> Result<Document, ReadError> {
    let mut builder = Builder::new(Format::Rtf);
    append(bytes, gb18030, &mut builder)?;
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    Ok(builder.finish())
}

/// Reads it into a document.
pub(super) fn append(
    bytes: &[u8],
    gb18030: super::Gb18030<'_>,
    builder: &mut Builder,
) -> Result<(), ReadError> {
    limits::within(bytes.len(), limits::FILE_BYTES, ErrorKind::TooLarge)?;
    let content = reader::Reader::new(bytes, gb18030).read()?;
    emit(content.body, builder);
    for (blocks, name) in [(content.footnotes, "脚注"), (content.endnotes, "尾注")] {
        if !blocks.is_empty() {
            builder.note(format!("{name}排在正文之后"));
            emit(blocks, builder);
        }
    }
    content.notes.into_iter().for_each(|note| builder.note(note));
    Ok(())
}

#[cfg(test)]
mod tests;

//! Office Open XML documents (ECMA-376, transitional and strict), as Word, WPS and `LibreOffice` write them.
//!
//! The model is our own: of the crates measured none follows `gridBefore`, deleted rows and fields, and the smallest is
//! seven times the weight.

mod body;
mod field;
mod frame;
mod looks;
mod numbering;
mod properties;
pub(super) mod single;
mod spots;
pub(super) mod styles;
pub(super) mod trace;

use super::block::{Block, emit, paragraphs};
use super::counts::Counts;
use super::numbering::Numbering;
use super::package::{Relationships, main_part, part, relationships};
use super::zip::Zip;
use super::{ErrorKind, ReadError, decode, html, limits, markup, mht, plain, rtf};
use crate::document::{Builder, Document, Format};
use body::Body;
use styles::Styles;

/// What a part is that is embedded as a document.
pub(super) enum Embedded<'a> {
    /// Another docx.
    Document(Zip<'a>),
    /// Text, or a page.
    Text,
    /// A saved page.
    Message,
    /// Rich text.
    Rich,
    /// Nothing that is read here.
    Other,
}

/// Tells what a part is. Readers do not know each other's signs; who knows them all lends this.
type Tell = fn(&[u8]) -> Embedded<'_>;

/// Reads a document.
pub(super) fn read(zip: &Zip<'_>, gb18030: super::Gb18030<'_>, tell: Tell) -> Result<Document, ReadError> {
    let mut reader = Reader::new(Builder::new(Format::Docx), gb18030, tell);
    reader.document(zip)?;
    reader.finish()
}

struct Reader<'a> {
    builder: Builder,
    /// Embedded documents met so far.
    embedded: usize,
    /// Bytes of text, pages and messages among them.
    embedded_bytes: usize,
    /// Those of a kind that is not read.
    unread: usize,
    gb18030: super::Gb18030<'a>,
    tell: Tell,
}

impl<'a> Reader<'a> {
    fn new(builder: Builder, gb18030: super::Gb18030<'a>, tell: Tell) -> Self {
        Self { builder, embedded: 0, embedded_bytes: 0, unread: 0, gb18030, tell }
    }

    fn finish(mut self) -> Result<Document, ReadError> {
        if self.builder.is_empty() {
            return Err(ReadError::new(ErrorKind::Empty));
        }
        if self.unread > 0 {
            self.builder.note(format!("有 {} 处嵌入的文档未读取", self.unread));
        }
        Ok(self.builder.finish())
    }

    fn document(&mut self, zip: &Zip<'_>) -> Result<(), ReadError> {
        let main = main_part(zip, "word/document.xml")?;
        let source = part(zip, &main)?.ok_or(ReadError::new(ErrorKind::Damaged))?;
        let relationships = relationships(zip, &main)?;
        let by_kind =
            |kind: &str| relationships.values().find(|(found, _)| found == kind).map(|(_, name)| name);
        let read = |kind: &str| by_kind(kind).map_or(Ok(None), |name| part(zip, name));
        let styles = read("styles")?.map_or_else(|| Ok(Styles::default()), |source| Styles::read(&source))?;
        let mut numbering =
            read("numbering")?.map_or_else(|| Ok(Numbering::default()), |source| numbering::read(&source))?;
        let mut counts = Counts::default();
        let blocks = Body::read(&source, &styles, &mut numbering, &mut counts)?;
        self.emit(blocks, &relationships, zip)?;
        for (kind, name) in [("footnotes", "脚注"), ("endnotes", "尾注")] {
            let Some(source) = read(kind)? else { continue };
            let notes = Body::read(&source, &styles, &mut numbering, &mut counts)?;
            if notes.iter().any(Block::shows) {
                self.builder.note(format!("{name}排在正文之后"));
                self.emit(notes, &relationships, zip)?;
            }
        }
        counts.notes().into_iter().for_each(|note| self.builder.note(note));
        if zip.names().any(|name| name.ends_with("vbaproject.bin")) {
            self.builder.note("文件含宏，未执行");
        }
        Ok(())
    }

    fn emit(
        &mut self,
        blocks: Vec<Block>,
        relationships: &Relationships,
        zip: &Zip<'_>,
    ) -> Result<(), ReadError> {
        for block in blocks {
            match block {
                Block::Paragraph(text, level) => paragraphs(&text, level, &mut self.builder),
                Block::Table(grid) => grid.emit(&mut self.builder),
                Block::Embedded(id) => {
                    let name = relationships.get(&id).map(|(_, name)| name.as_str());
                    self.embedded += 1;
                    let bytes = name.filter(|_| self.embedded <= limits::EMBEDDED).map(|name| zip.read(name));
                    match bytes.transpose()?.flatten() {
                        Some(bytes) => self.embed(&bytes)?,
                        None => self.unread += 1,
                    }
                }
            }
        }
        Ok(())
    }

    /// A document inside the document: a page, text, rich text, or another docx.
    fn embed(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        let kind = (self.tell)(bytes);
        if matches!(kind, Embedded::Text | Embedded::Message | Embedded::Rich) {
            // All of them together are as much text as one may be.
            self.embedded_bytes = self.embedded_bytes.saturating_add(bytes.len());
            limits::within(self.embedded_bytes, limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
        }
        match kind {
            // The count of embedded documents bounds how deep this goes.
            Embedded::Document(zip) => return self.document(&zip),
            Embedded::Text => {
                if let Ok(decoded) = decode::decode(bytes, decode::names_gb(bytes), self.gb18030) {
                    if markup::is_html(&decoded.text) {
                        let mut told = html::Told::default();
                        html::append(&decoded.text, &mut told, &mut self.builder)?;
                        told.notes(&mut self.builder);
                        return Ok(());
                    }
                    plain::append(&decoded.text, &mut self.builder);
                    return Ok(());
                }
            }
            Embedded::Message if mht::append(bytes, self.gb18030, &mut self.builder).is_ok() => return Ok(()),
            Embedded::Rich if rtf::append(bytes, self.gb18030, &mut self.builder).is_ok() => return Ok(()),
            Embedded::Message | Embedded::Rich | Embedded::Other => {}
        }
        self.unread += 1;
        Ok(())
    }
}

pub use spots::{Place, Spot};

#[cfg(test)]
mod tests;

//! Office Open XML documents (ECMA-376, transitional and strict), as Word, WPS and `LibreOffice` write them.
//!
//! The model is our own: of the crates measured none follows `gridBefore`, deleted rows and fields, and the smallest is
//! seven times the weight.

mod body;
mod frame;
mod numbering;
pub(super) mod single;
pub(super) mod styles;

use super::block::{Block, emit, paragraphs};
use super::counts::Counts;
use super::numbering::Numbering;
use super::package::{Relationships, main_part, part, relationships};
use super::sniff::{self, Kind};
use super::zip::Zip;
use super::{ErrorKind, ReadError, decode, html, limits, mht, plain, rtf};
use crate::document::{Builder, Document, Format};
use body::Body;
use styles::Styles;

/// Reads a document.
pub(super) fn read(zip: &Zip<'_>, gb18030: super::Gb18030<'_>) -> Result<Document, ReadError> {
    let mut reader = Reader::new(Builder::new(Format::Docx), gb18030);
    reader.document(zip)?;
    reader.finish()
}

struct Reader<'a> {
    builder: Builder,
    /// Embedded documents met so far.
    embedded: usize,
    /// Those of a kind that is not read.
    unread: usize,
    gb18030: super::Gb18030<'a>,
}

impl<'a> Reader<'a> {
    fn new(builder: Builder, gb18030: super::Gb18030<'a>) -> Self {
        Self { builder, embedded: 0, unread: 0, gb18030 }
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
        match sniff::sniff(bytes) {
            // The count of embedded documents bounds how deep this goes.
            Ok(Kind::Container(zip, Format::Docx, _)) => return self.document(&zip),
            Ok(Kind::Text) => {
                if let Ok(decoded) = decode::decode(bytes, decode::names_gb(bytes), self.gb18030) {
                    if sniff::is_html(&decoded.text) {
                        return html::append(&decoded.text, &mut self.builder);
                    }
                    plain::append(&decoded.text, &mut self.builder);
                    return Ok(());
                }
            }
            Ok(Kind::Bytes(Format::Mht, _))
                if mht::append(bytes, self.gb18030, &mut self.builder).is_ok() =>
            {
                return Ok(());
            }
            Ok(Kind::Bytes(Format::Rtf, _))
                if rtf::append(bytes, self.gb18030, &mut self.builder).is_ok() =>
            {
                return Ok(());
            }
            Ok(_) | Err(_) => {}
        }
        self.unread += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests;

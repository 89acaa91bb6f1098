//! Office Open XML documents (ECMA-376, transitional and strict), as Word, WPS and `LibreOffice` write them.
//!
//! The model is our own: of the crates measured none follows `gridBefore`, deleted rows and fields, and the smallest is
//! seven times the weight.

mod body;
mod numbering;
pub(super) mod styles;

use super::counts::Counts;
use super::table::Block;
use super::xml::{Event, Xml};
use super::zip::Zip;
use super::{ErrorKind, ReadError, decode, html, limits, mht, rtf, sniff, text};
use crate::document::{Builder, Document, Format};
use body::Body;
use numbering::Numbering;
use std::collections::BTreeMap;
use styles::Styles;

/// The relationships of a part, by id: what kind of part each leads to, and its name.
type Relationships = BTreeMap<String, (String, String)>;

/// Reads a document.
pub(super) fn read(zip: &Zip<'_>, gb18030: super::Gb18030<'_>) -> Result<Document, ReadError> {
    let mut reader = Reader { builder: Builder::new(Format::Docx), embedded: 0, unread: 0, gb18030 };
    reader.document(zip)?;
    if reader.builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    if reader.unread > 0 {
        reader.builder.note(format!("有 {} 处嵌入的文档未读取", reader.unread));
    }
    Ok(reader.builder.finish())
}

struct Reader<'a> {
    builder: Builder,
    /// Embedded documents met so far.
    embedded: usize,
    /// Those of a kind that is not read.
    unread: usize,
    gb18030: super::Gb18030<'a>,
}

impl Reader<'_> {
    fn document(&mut self, zip: &Zip<'_>) -> Result<(), ReadError> {
        let main = main_part(zip)?;
        let source = part(zip, &main)?.ok_or(ReadError::new(ErrorKind::Damaged))?;
        let relationships = relationships(zip, &main)?;
        let by_kind =
            |kind: &str| relationships.values().find(|(found, _)| found == kind).map(|(_, name)| name);
        let read = |kind: &str| by_kind(kind).map_or(Ok(None), |name| part(zip, name));
        let styles = read("styles")?.map_or_else(|| Ok(Styles::default()), |source| Styles::read(&source))?;
        let mut numbering =
            read("numbering")?.map_or_else(|| Ok(Numbering::default()), |source| Numbering::read(&source))?;
        let mut counts = Counts::default();
        let blocks = Body::read(&source, &styles, &mut numbering, &mut counts)?;
        self.emit(blocks, &relationships, zip)?;
        for (kind, name) in [("footnotes", "脚注"), ("endnotes", "尾注")] {
            let Some(source) = read(kind)? else { continue };
            let notes = Body::read(&source, &styles, &mut numbering, &mut counts)?;
            let shows = |block: &Block| match block {
                Block::Paragraph(text, _) => !text.chars().all(text::is_blank),
                _ => true,
            };
            if notes.iter().any(shows) {
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
                Block::Paragraph(text, level) => {
                    for line in text.split('\n').filter(|line| !line.chars().all(text::is_blank)) {
                        self.builder.paragraph(line, level);
                    }
                }
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
            Ok(sniff::Kind::Docx(zip)) => return self.document(&zip),
            Ok(sniff::Kind::Text) => {
                if let Ok(decoded) = decode::decode(bytes, decode::names_gb(bytes), self.gb18030) {
                    if sniff::is_html(&decoded.text) {
                        return html::append(&decoded.text, &mut self.builder);
                    }
                    for line in text::lines(&decoded.text).filter(|line| !line.chars().all(text::is_blank)) {
                        self.builder.paragraph(line, None);
                    }
                    return Ok(());
                }
            }
            Ok(sniff::Kind::Mht) if mht::append(bytes, self.gb18030, &mut self.builder).is_ok() => {
                return Ok(());
            }
            Ok(sniff::Kind::Rtf) if rtf::append(bytes, self.gb18030, &mut self.builder).is_ok() => {
                return Ok(());
            }
            Ok(_) | Err(_) => {}
        }
        self.unread += 1;
        Ok(())
    }
}

/// The text of a part; UTF-8 or UTF-16 (ECMA-376-2, 6.2.5).
fn part(zip: &Zip<'_>, name: &str) -> Result<Option<String>, ReadError> {
    let Some(bytes) = zip.read(name)? else { return Ok(None) };
    let decoded = decode::decode(&bytes, false, &|_| None).map_err(|_| ReadError::new(ErrorKind::Damaged))?;
    Ok(Some(decoded.text))
}

/// The name of the main part, which need not be `word/document.xml`.
fn main_part(zip: &Zip<'_>) -> Result<String, ReadError> {
    let found = relationships(zip, "")?.into_values().find(|(kind, _)| kind == "officeDocument");
    Ok(found.map_or_else(|| "word/document.xml".into(), |(_, name)| name))
}

/// The relationships of a part, or of the whole package if `part` is empty.
fn relationships(zip: &Zip<'_>, name: &str) -> Result<Relationships, ReadError> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let at =
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
    let mut found = Relationships::new();
    let Some(source) = part(zip, &at)? else { return Ok(found) };
    let mut xml = Xml::new(&source);
    while let Some(event) = xml.next()? {
        let Event::Start(element) = event else { continue };
        let external = element.attribute("TargetMode").is_some_and(|mode| mode == "External");
        if element.name() != "Relationship" || external {
            continue;
        }
        let get = |name: &str| element.attribute(name).unwrap_or_default();
        let kind = get("Type").rsplit('/').next().unwrap_or("").to_owned();
        found.insert(get("Id"), (kind, resolve(folder, &get("Target"))));
    }
    Ok(found)
}

/// A target, absolute or relative to the folder of its source, as the name of an entry.
fn resolve(folder: &str, target: &str) -> String {
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests;

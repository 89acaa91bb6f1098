//! Fixed-layout documents of GB/T 33190: pages of placed text and paths, in millimetres.
//!
//! The stage that makes paragraphs and tables of them is shared with PDF ([`super::page`]).

mod content;
mod package;
mod text;

use super::page::{Canvas, Quality, Stack};
use super::xml::{Event, Xml};
use super::zip::Zip;
use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use content::Content;
use std::collections::BTreeMap;

/// Reads it.
///
/// # Errors
/// [`ErrorKind::Encrypted`], [`ErrorKind::Scanned`] without text, [`ErrorKind::Garbled`], and those of limits.
pub(super) fn read(zip: &Zip<'_>) -> Result<Document, ReadError> {
    let mut builder = Builder::new(Format::Ofd);
    let root = package::root(zip, &mut builder)?;
    let outline = Outline::read(zip, &root)?;
    let damaged = ReadError::new(ErrorKind::Damaged);
    limits::within(outline.pages.len(), limits::PAGES, ErrorKind::TooManyPages)?;
    let mut quality = Quality::default();
    let mut stack = Stack::default();
    let mut missing = 0;
    for page in &outline.pages {
        let Some((source, _)) = package::part(zip, &root, page)? else {
            missing += 1;
            continue;
        };
        let content = Content::new(outline.size);
        let (mut canvas, templates) = content.read(&source)?;
        for template in templates.iter().take(limits::EMBEDDED) {
            let Some(name) = outline.templates.get(template) else { continue };
            let Some((source, _)) = package::part(zip, &root, name)? else { continue };
            let (below, _) = Content::new(outline.size).read(&source)?;
            under(&mut canvas, below);
        }
        stack.add(quality.judge(canvas))?;
    }
    if missing == outline.pages.len() {
        return Err(damaged);
    }
    if missing > 0 {
        builder.note(format!("有 {missing} 页的内容在文件中缺失，未读取"));
    }
    if outline.annotations {
        builder.note("含批注，其中的文字未读取");
    }
    quality.conclude(&mut builder)?;
    stack.emit(&mut builder);
    Ok(builder.finish())
}

/// A template is painted before the page, so its text comes first where both lie in one place.
fn under(canvas: &mut Canvas, mut below: Canvas) {
    let page = &mut canvas.page;
    below.page.glyphs.append(&mut page.glyphs);
    page.glyphs = below.page.glyphs;
    page.rules.append(&mut below.page.rules);
    page.fills.append(&mut below.page.fills);
    canvas.images += below.images;
    canvas.aslant += below.aslant;
}

/// What the main part of a document says.
#[derive(Debug, Default)]
struct Outline {
    /// Parts of the pages, in order.
    pages: Vec<String>,
    /// Parts of the templates by their number.
    templates: BTreeMap<String, String>,
    /// Width and height of pages that do not say, in millimetres.
    size: (f32, f32),
    annotations: bool,
}

impl Outline {
    fn read(zip: &Zip<'_>, root: &str) -> Result<Self, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let (source, _) = package::part(zip, "", root)?.ok_or(damaged)?;
        let mut outline = Self { size: (210.0, 297.0), ..Self::default() };
        let mut xml = Xml::new(&source);
        let mut in_box = false;
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    in_box = element.name() == "PhysicalBox";
                    match element.name() {
                        "Page" => outline.pages.extend(element.attribute("BaseLoc")),
                        "TemplatePage" => {
                            let number = element.attribute("ID").unwrap_or_default();
                            outline.templates.extend(element.attribute("BaseLoc").map(|part| (number, part)));
                        }
                        "Annotations" => outline.annotations = true,
                        _ => {}
                    }
                }
                Event::Text(text) if in_box => {
                    outline.size = content::size(&text).unwrap_or(outline.size);
                }
                Event::Text(_) => {}
                Event::End => in_box = false,
            }
        }
        Ok(outline)
    }
}

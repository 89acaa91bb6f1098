//! Fixed-layout documents of GB/T 33190: pages of placed text and paths, in millimetres.
//!
//! The stage that makes paragraphs and tables of them is shared with PDF ([`super::page`]).

mod content;
mod package;
mod paint;
mod path;
mod text;

use super::page::{Canvas, Page, Quality, Stack, twips};
use super::xml::{Event, Xml};
use super::zip::Zip;
use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use content::Content;
use paint::Painter;
use std::collections::BTreeMap;

/// Reads it.
///
/// # Errors
/// [`ErrorKind::Encrypted`], [`ErrorKind::Scanned`] without text, [`ErrorKind::Garbled`], and those of limits.
pub(super) fn read(zip: &Zip<'_>) -> Result<Document, ReadError> {
    let mut builder = Builder::new(Format::Ofd);
    let root = package::root(zip, &mut builder)?;
    let outline = Outline::read(zip, &root)?;
    limits::within(outline.pages.len(), limits::PAGES, ErrorKind::TooManyPages)?;
    let mut painter = Painter::default();
    for resources in &outline.resources {
        learn(zip, &root, resources, &mut painter)?;
    }
    let (mut quality, mut stack) = (Quality::default(), Stack::default());
    let mut missing = 0;
    for name in &outline.pages {
        let Some((source, at)) = package::part(zip, &root, name)? else {
            missing += 1;
            continue;
        };
        let content = Content::read(&source)?;
        for resources in content.resources.iter().take(limits::EMBEDDED) {
            learn(zip, &at, resources, &mut painter)?;
        }
        let (width, height) = content.size.unwrap_or(outline.size);
        let points = |length: f32| twips(length * paint::MILLIMETRE);
        let page = Page { width: points(width), height: points(height), ..Page::default() };
        let mut canvas = Canvas { page, ..Canvas::default() };
        // A template is painted before the page.
        for template in content.templates.iter().take(limits::EMBEDDED) {
            let Some(name) = outline.templates.get(template) else { continue };
            let Some((source, _)) = package::part(zip, &root, name)? else { continue };
            painter.paint(&Content::read(&source)?.objects, &mut canvas)?;
        }
        painter.paint(&content.objects, &mut canvas)?;
        stack.add(quality.judge(canvas))?;
    }
    if missing == outline.pages.len() {
        return Err(ReadError::new(ErrorKind::Damaged));
    }
    if missing > 0 {
        builder.note(format!("有 {missing} 页的内容在文件中缺失，未读取"));
    }
    if outline.annotations {
        builder.note("含批注，其中的文字未读取");
    }
    quality.conclude(&mut builder)?;
    stack.emit(quality.omitted, &mut builder);
    Ok(builder.finish())
}

/// Takes in the composite units of a file of resources.
fn learn(zip: &Zip<'_>, from: &str, name: &str, painter: &mut Painter) -> Result<(), ReadError> {
    if let Some((source, _)) = package::part(zip, from, name)?
        && source.contains("CompositeGra")
    {
        painter.units.extend(Content::read(&source)?.units);
    }
    Ok(())
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
    /// Files of resources.
    resources: Vec<String>,
}

impl Outline {
    fn read(zip: &Zip<'_>, root: &str) -> Result<Self, ReadError> {
        let (source, _) = package::part(zip, "", root)?.ok_or(ReadError::new(ErrorKind::Damaged))?;
        let mut outline = Self { size: (210.0, 297.0), ..Self::default() };
        let mut xml = Xml::new(&source);
        let mut name = String::new();
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    element.name().clone_into(&mut name);
                    match name.as_str() {
                        "Page" => outline.pages.extend(element.attribute("BaseLoc")),
                        "TemplatePage" => {
                            let number = element.attribute("ID").unwrap_or_default();
                            outline.templates.extend(element.attribute("BaseLoc").map(|part| (number, part)));
                        }
                        "Annotations" => outline.annotations = true,
                        _ => {}
                    }
                }
                Event::Text(text) => match name.as_str() {
                    "PhysicalBox" => outline.size = content::size(&text).unwrap_or(outline.size),
                    "PublicRes" | "DocumentRes" => outline.resources.push(text.trim().to_owned()),
                    _ => {}
                },
                Event::End => name.clear(),
            }
        }
        Ok(outline)
    }
}

//! `OpenDocument` text and spreadsheets (ISO/IEC 26300, 1.0 to 1.3), as `LibreOffice`, `OpenOffice`, WPS and Word write them.

mod body;
mod calc;
mod cell;
mod frame;
mod inline;
mod items;
mod lists;
mod styles;
mod table;

use super::block::{Block, emit};
use super::counts::Counts;
use super::package::part;
use super::sheet::Book;
use super::zip::Zip;
use super::{ErrorKind, ReadError};
use crate::document::{Builder, Document, Format};
use body::Body;
use lists::Lists;
use styles::Styles;

/// Reads it.
pub(super) fn read(zip: &Zip<'_>) -> Result<Document, ReadError> {
    // An encrypted entry is listed with how it was encrypted (1.3, part 2, 4.8.3).
    if part(zip, "META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ReadError::new(ErrorKind::Encrypted));
    }
    let kind = part(zip, "mimetype")?.unwrap_or_default();
    if kind.contains("presentation") || kind.contains("impress") {
        return Err(ReadError::new(ErrorKind::Presentation));
    }
    let content = part(zip, "content.xml")?.ok_or(ReadError::new(ErrorKind::Damaged))?;
    let (mut styles, mut lists) = (Styles::default(), Lists::default());
    let named = part(zip, "styles.xml")?.unwrap_or_default();
    for source in [named.as_str(), content.as_str()] {
        styles::read(source, &mut styles, &mut lists)?;
    }
    let builder = if kind.contains("spreadsheet") || kind.contains("calc") {
        spreadsheet(&content, &styles)?
    } else if kind.contains("graphics") || kind.contains("chart") || kind.contains("formula") {
        return Err(ReadError::new(ErrorKind::Unsupported));
    } else {
        document(&content, &styles, &mut lists)?
    };
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    let mut builder = builder;
    if zip
        .names()
        .any(|name| name.starts_with("basic/") && !name.ends_with("-lc.xml") && !name.ends_with("-lb.xml"))
    {
        builder.note("文件含宏，未执行");
    }
    Ok(builder.finish())
}

fn document(content: &str, styles: &Styles, lists: &mut Lists) -> Result<Builder, ReadError> {
    let mut counts = Counts::default();
    let (blocks, notes) = Body::read(content, styles, lists, &mut counts)?;
    let mut builder = Builder::new(Format::Odt);
    if notes.iter().any(Block::shows) {
        builder.note("脚注排在正文之后");
    }
    emit(blocks, &mut builder);
    emit(notes, &mut builder);
    counts.notes().into_iter().for_each(|note| builder.note(note));
    Ok(builder)
}

fn spreadsheet(content: &str, styles: &Styles) -> Result<Builder, ReadError> {
    let (mut book, mut counts) = (Book::default(), cell::Counts::default());
    calc::read(content, styles, &mut book, &mut counts)?;
    let mut builder = Builder::new(Format::Ods);
    book.finish(&mut builder);
    counts.notes().into_iter().for_each(|note| builder.note(note));
    Ok(builder)
}

#[cfg(test)]
mod tests;

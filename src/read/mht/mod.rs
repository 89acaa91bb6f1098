//! Pages saved as one file (MHTML, RFC 2557), by browsers, Word and Excel (“单个文件网页”), and the like of it that exporters
//! name `.doc`.

mod frames;
mod headers;
mod parts;
mod transfer;

use super::{ErrorKind, Gb18030, ReadError, html, limits, text};
use crate::document::{Builder, Document, Format};
use parts::{Part, Parts};

/// Reads it.
pub(super) fn read(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Document, ReadError> {
    let mut builder = Builder::new(Format::Mht);
    append(bytes, gb18030, &mut builder)?;
    if builder.is_empty() {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    Ok(builder.finish())
}

/// Reads it into a document.
pub(super) fn append(bytes: &[u8], gb18030: Gb18030<'_>, builder: &mut Builder) -> Result<(), ReadError> {
    let Parts { all: parts, start, ends } = parts::split(bytes)?;
    let pages: Vec<&Part<'_>> = parts.iter().filter(|part| part.is_html()).collect();
    let root = start.and_then(|id| pages.iter().position(|part| part.id == id)).unwrap_or(0);
    let Some(&first) = pages.get(root) else {
        return plain(&parts, ends, gb18030, builder);
    };
    // Pages that wait to be read: the root, and the frames that it and they name.
    let mut waiting = vec![first];
    let mut read: Vec<*const u8> = Vec::new();
    while let Some(page) = waiting.pop() {
        if read.contains(&page.body.as_ptr()) {
            continue;
        }
        if read.len() >= frames::MOST {
            builder.note("网页框架过多，其余未读取");
            break;
        }
        read.push(page.body.as_ptr());
        let source = page.text(gb18030, builder)?;
        if !ends && page.is_last && !source.to_ascii_lowercase().contains("</html") {
            return Err(ReadError::new(ErrorKind::Truncated));
        }
        html::append(&source, builder)?;
        let named = frames::named(&source);
        let found = named.iter().filter_map(|src| pages.iter().find(|part| part.is_at(src, page)));
        // The first is to be read next.
        let found: Vec<_> = found.copied().collect();
        waiting.extend(found.into_iter().rev());
    }
    if builder.is_empty() {
        // A root that shows nothing and names nothing: whatever shows something.
        for page in pages.iter().filter(|part| !read.contains(&part.body.as_ptr())).take(limits::EMBEDDED) {
            html::append(&page.text(gb18030, builder)?, builder)?;
        }
    }
    if !ends {
        builder.note(UNFINISHED);
    }
    Ok(())
}

/// What is said of a file whose last boundary is missing.
const UNFINISHED: &str = "文件没有正常结尾，末尾可能缺少内容，请与原文核对";

/// A message without a page: its first text.
fn plain(
    parts: &[Part<'_>],
    ends: bool,
    gb18030: Gb18030<'_>,
    builder: &mut Builder,
) -> Result<(), ReadError> {
    let Some(part) = parts.iter().find(|part| part.is_text()) else {
        let kind = if ends { ErrorKind::Empty } else { ErrorKind::Truncated };
        return Err(ReadError::new(kind));
    };
    let source = part.text(gb18030, builder)?;
    text::check(&source)?;
    for line in text::lines(&source).filter(|line| !line.chars().all(text::is_blank)) {
        builder.paragraph(line, None);
    }
    if !ends {
        builder.note(UNFINISHED);
    }
    Ok(())
}

#[cfg(test)]
mod tests;

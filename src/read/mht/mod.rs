//! Pages saved as one file (MHTML, RFC 2557), by browsers, Word and Excel (“单个文件网页”), and the like of it that exporters
//! name `.doc`.

mod frames;
mod headers;
mod parts;
mod transfer;

use super::{ErrorKind, Gb18030, Member, ReadError, html, limits, plain};
use crate::document::{Builder, Document, Format};
use crate::formats::ARCHIVE;
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
        return text(&parts, ends, gb18030, builder);
    };
    // Pages that wait to be read: the root, and the frames that it and they name.
    let mut waiting = vec![first];
    let mut read: Vec<*const u8> = Vec::new();
    let mut has_table = false;
    let mut told = html::Told::default();
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
        html::append_framed(&source, &mut told, builder)?;
        has_table |= holds_table(&source);
        let named = frames::named(&source);
        let found = named.iter().filter_map(|src| pages.iter().find(|part| part.is_at(src, page)));
        // The first is to be read next.
        let found: Vec<_> = found.copied().collect();
        waiting.extend(found.into_iter().rev());
    }
    if builder.is_empty() || !has_table {
        // A root without a table that names no page with one, as a workbook whose list of sheets is gone: whatever is there.
        let whole = builder.is_empty();
        for page in pages.iter().filter(|part| !read.contains(&part.body.as_ptr())).take(limits::EMBEDDED) {
            let source = page.text(gb18030, builder)?;
            if whole || holds_table(&source) {
                html::append_framed(&source, &mut told, builder)?;
            }
        }
    }
    told.notes(builder);
    if !ends {
        builder.note(UNFINISHED);
    }
    Ok(())
}

fn holds_table(source: &str) -> bool {
    source.to_ascii_lowercase().contains("<table")
}

/// The documents attached to a message, by their names, with its text if there is a table in it.
pub(super) fn attached(bytes: &[u8], gb18030: Gb18030<'_>) -> Result<Vec<Member>, ReadError> {
    let parts = parts::split(bytes)?.all;
    let mut members: Vec<Member> = Vec::new();
    for part in &parts {
        let Some(name) = part.file_name(gb18030) else { continue };
        let is_document = name
            .rsplit_once('.')
            .is_some_and(|(_, end)| end.eq_ignore_ascii_case(ARCHIVE) || Format::of_extension(end).is_some());
        if is_document {
            members.push(Member { name, bytes: Ok(part.bytes()) });
        }
    }
    if members.is_empty() {
        return Ok(members);
    }
    let text = parts.iter().find(|part| part.is_html() && part.file_name(gb18030).is_none());
    let text = text.map(Part::bytes).filter(|bytes| holds_table(&String::from_utf8_lossy(bytes)));
    members.extend(text.map(|bytes| Member { name: "正文.html".into(), bytes: Ok(bytes) }));
    Ok(members)
}

/// What is said of a file whose last boundary is missing.
const UNFINISHED: &str = "文件没有正常结尾，末尾可能缺少内容，请与原文核对";

/// A message without a page: its first text.
fn text(
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
    plain::check(&source)?;
    plain::append(&source, builder);
    if !ends {
        builder.note(UNFINISHED);
    }
    Ok(())
}

#[cfg(test)]
mod tests;

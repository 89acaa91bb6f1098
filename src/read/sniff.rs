//! What a file is, by its content.

use super::zip::Zip;
use super::{ErrorKind, ReadError};

/// A file that is read here.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// A container with a `WordprocessingML` document.
    Docx(Zip<'a>),
    /// A container with a `SpreadsheetML` workbook.
    Xlsx(Zip<'a>),
    /// A container with an `OpenDocument` text or spreadsheet.
    OpenDocument(Zip<'a>),
    /// A container with a fixed-layout document.
    Ofd(Zip<'a>),
    /// A container of anything else.
    Archive(Zip<'a>),
    /// A compound file: Word or Excel 97–2003, WPS, ET, or something encrypted.
    Compound,
    /// A PDF.
    Pdf,
    /// Rich text.
    Rtf,
    /// A page saved as one file.
    Mht,
    /// Text of some kind, in an encoding yet to be found.
    Text,
}

/// Tells what the bytes are.
///
/// # Errors
/// The kind of file, if it is one that is not read.
pub(super) fn sniff(bytes: &[u8]) -> Result<Kind<'_>, ReadError> {
    let refuse = |kind| Err(ReadError::new(kind));
    match bytes {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => return container(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => return Ok(Kind::Compound),
        [b'R', b'a', b'r', b'!', 0x1a, 7, ..]
        | [b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c, ..]
        | [0x1f, 0x8b, 8, ..]
        | [b'B', b'Z', b'h', b'1'..=b'9', ..] => return refuse(ErrorKind::Archive),
        [b'M', b'Z', ..] if has(bytes, b"PE\0\0") => return refuse(ErrorKind::Executable),
        [0x7f, b'E', b'L', b'F', ..] => return refuse(ErrorKind::Executable),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..]
        | [b'I', b'I', 42, 0, ..]
        | [b'M', b'M', 0, 42, ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => return refuse(ErrorKind::Image),
        // The first record of a workbook before Excel 5.0, and Word 2.0: these are not in compound files.
        [9, 0 | 2 | 4, 4..=8, 0, ..] => return refuse(ErrorKind::OldSpreadsheet),
        [0xdb, 0xa5, 0x2d, 0, ..] => return refuse(ErrorKind::OldWord),
        _ => {}
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    if text.starts_with(b"{\\rtf") {
        return Ok(Kind::Rtf);
    }
    if is_message(bytes) {
        return Ok(Kind::Mht);
    }
    // The header may come after some bytes of a mail gateway (PDF 1.7, annex H, note 13).
    if has(start, b"%PDF-") && !text.starts_with(b"<") {
        return Ok(Kind::Pdf);
    }
    let lower = text.to_ascii_lowercase();
    if lower.starts_with(b"<?xml") && !has(&lower, b"<html") {
        return refuse(ErrorKind::Xml);
    }
    Ok(Kind::Text)
}

/// Whether the bytes begin with the header fields of a message (RFC 5322) that is in MIME. A page's title and address, both
/// encoded, may take some thousand bytes there.
fn is_message(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(16 << 10)).unwrap_or(bytes);
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let (mut mime, mut typed) = (false, false);
    for (at, line) in start.split(|&byte| byte == b'\n').enumerate() {
        let line = line.trim_ascii_end().to_ascii_lowercase();
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        let is_field = name.len() < line.len() && name.iter().all(u8::is_ascii_graphic);
        if line.is_empty() || (at == 0 && !is_field) {
            break;
        }
        mime |= name == b"mime-version";
        typed |= name == b"content-type" && line.contains(&b'/');
        if (mime && typed) || line.starts_with(b"content-type: multipart/") {
            return true;
        }
    }
    false
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1 << 16)).unwrap_or(bytes).windows(part.len()).any(|window| window == part)
}

/// A zip container, by the content types of its parts and the names of its entries.
fn container(bytes: &[u8]) -> Result<Kind<'_>, ReadError> {
    let zip = Zip::open(bytes)?;
    let types = zip.read("[Content_Types].xml")?.unwrap_or_default();
    let types = String::from_utf8_lossy(&types);
    let starts = |prefix: &str| zip.names().any(|name| name.starts_with(prefix));
    let declares = |part: &str| types.contains(part);
    if declares("wordprocessingml.document.main+xml")
        || declares("wordprocessingml.template.main+xml")
        || declares("ms-word.document.macroEnabled.main+xml")
        || declares("ms-word.template.macroEnabledTemplate.main+xml")
        || zip.names().any(|name| name == "word/document.xml")
    {
        return Ok(Kind::Docx(zip));
    }
    if declares("spreadsheetml") || declares("ms-excel") || starts("xl/") {
        Ok(Kind::Xlsx(zip))
    } else if declares("presentationml") || declares("ms-powerpoint") || starts("ppt/") {
        Err(ReadError::new(ErrorKind::Presentation))
    } else if zip.names().any(|name| name == "ofd.xml") {
        Ok(Kind::Ofd(zip))
    } else if (zip.names().any(|name| name == "content.xml") && starts("meta-inf/"))
        || zip.read("mimetype")?.is_some_and(|kind| kind.starts_with(b"application/vnd.oasis.opendocument."))
    {
        Ok(Kind::OpenDocument(zip))
    } else {
        Ok(Kind::Archive(zip))
    }
}

/// Whether a text is a page rather than plain text or Markdown: it begins with a tag of a page, or its lines end with
/// tags. Raw tables between lines of text are Markdown.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let lower: String = start.chars().take(64 << 10).map(|c| c.to_ascii_lowercase()).collect();
    if lower.starts_with("<?xml") && lower.contains("<html") {
        return true;
    }
    let tag = |names: &[&str]| {
        names.iter().any(|name| {
            lower
                .strip_prefix('<')
                .and_then(|rest| rest.strip_prefix(name))
                .is_some_and(|rest| rest.starts_with([' ', '>', '/', '\n', '\r', '\t', '[']))
        })
    };
    let ends: usize = ["</p>", "<br", "</div>", "</h1>", "</h2>", "</h3>", "</li>"]
        .iter()
        .map(|tag| lower.matches(tag).count())
        .sum();
    tag(&[
        "!doctype", "html", "head", "body", "meta", "title", "style", "link", "div", "p", "h1", "h2", "font",
    ]) || (tag(&["table", "span", "!--", "section", "article", "center", "ul", "ol", "b", "a"]) || ends > 2)
        && !super::markdown::is_markdown(&outside_tables(&lower))
        && (ends > 0 || outside_tables(&lower).trim().is_empty())
}

/// The text without its raw tables.
fn outside_tables(lower: &str) -> String {
    let mut rest = lower;
    let mut out = String::new();
    while let Some((before, table)) = rest.split_once("<table") {
        out.push_str(before);
        rest = table.rsplit_once("</table>").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(bytes: &[u8]) -> Option<ErrorKind> {
        sniff(bytes).err().map(|error| error.kind)
    }

    #[test]
    fn files_that_are_not_read_are_named() {
        let cases: &[(&[u8], ErrorKind)] = &[
            (b"\x89PNG\r\n\x1a\n", ErrorKind::Image),
            (b"\xff\xd8\xff\xe0", ErrorKind::Image),
            (b"GIF89a", ErrorKind::Image),
            (b"BM\x10\0\0\0\0\0\0\0", ErrorKind::Image),
            (b"RIFF\0\0\0\0WEBP", ErrorKind::Image),
            (b"Rar!\x1a\x07\x01\0", ErrorKind::Archive),
            (b"7z\xbc\xaf\x27\x1c", ErrorKind::Archive),
            (b"MZ\x90\0........PE\0\0", ErrorKind::Executable),
            (b"<?xml version=\"1.0\"?><w:wordDocument/>", ErrorKind::Xml),
            (b"PK\x03\x04", ErrorKind::Truncated),
        ];
        for (bytes, want) in cases {
            assert_eq!(kind(bytes), Some(*want), "{:?}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(kind("BM 区 2023 年度".as_bytes()), None);
    }

    #[test]
    fn pages_and_text_are_told_apart() {
        for page in [
            "\u{feff}\n<!DOCTYPE html>",
            "<p class=a>总体情况",
            "<table><tr><td>1</table>",
            "一、<br>二、<br>三、<br>",
            "<?xml version='1.0'?><html xmlns='x'>",
        ] {
            assert!(is_html(page), "{page}");
        }
        for text in
            ["a<b 且 c>d", "一、总体\n<table><tr><td>1</table>\n二、", "<摘要>", "# 一\n<table></table>"]
        {
            assert!(!is_html(text), "{text}");
        }
    }
}

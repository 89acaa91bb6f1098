//! What a file is, by its content, and what reads it: a row a kind of file. What else is known of a format stands in
//! [`crate::formats`].

use super::cfb::Compound;
use super::zip::Zip;
use super::{
    ErrorKind, Gb18030, ReadError, csv, doc, docx, html, markdown, markup, mht, odf, ofd, pdf, plain, rtf,
    spreadsheet_xml, xls, xlsx,
};
use crate::document::{Document, Format};

/// A file, with its format and what reads it.
pub(super) enum Kind<'a> {
    /// A container of a document.
    Container(Zip<'a>, Format, fn(&Zip<'_>, Gb18030<'_>) -> Read),
    /// A container of anything else.
    Archive(Zip<'a>),
    /// A compound file.
    Compound(Compound<'a>, fn(&Compound<'_>, Gb18030<'_>) -> Read),
    /// Bytes.
    Bytes(Format, fn(&[u8], Gb18030<'_>) -> Read),
    /// Text of some kind, in an encoding yet to be found.
    Text,
}

/// What reading gives.
type Read = Result<Document, ReadError>;

/// A format with its reader, or why files of a kind are not read.
type Verdict<Reader> = Result<(Format, Reader), ErrorKind>;

/// How files of a kind are told, and what becomes of them.
type Row<Sign, Reader> = (Sign, Verdict<Reader>);
/// Tells a container by its entries and by what declares their types, and reads it.
type Container = Row<fn(&Zip<'_>, &str) -> bool, fn(&Zip<'_>, Gb18030<'_>) -> Read>;
/// The same for a compound file, by one of some streams.
type Streams = Row<&'static [&'static str], fn(&Compound<'_>, Gb18030<'_>) -> Read>;
/// The same for bytes and how they start.
type Bytes = Row<fn(&[u8], &[u8]) -> bool, fn(&[u8], Gb18030<'_>) -> Read>;
/// The same for text.
type Text = Row<fn(&str) -> bool, fn(&str) -> Read>;

/// Zip containers by what is in them: the entries, and the part that declares what the parts are.
const CONTAINERS: &[Container] = &[
    (is_docx, Ok((Format::Docx, |zip, gb18030| docx::read(zip, gb18030, embedded)))),
    (is_xlsx, Ok((Format::Xlsx, |zip, _| xlsx::read(zip)))),
    (is_presentation, Err(ErrorKind::Presentation)),
    (|zip, _| zip.names().any(|name| name == "ofd.xml"), Ok((Format::Ofd, |zip, _| ofd::read(zip)))),
    (is_open_document, Ok((Format::Odt, |zip, _| odf::read(zip)))),
];

/// Compound files (MS-CFB) by the streams of their root.
const COMPOUNDS: &[Streams] = &[
    (&["EncryptedPackage"], Err(ErrorKind::Encrypted)),
    (&["WordDocument"], Ok((Format::Doc, |file, _| doc::read(file)))),
    (&["Workbook", "Book"], Ok((Format::Xls, xls::read))),
    (&["PowerPoint Document"], Err(ErrorKind::Presentation)),
    (&["MatOST", "CONTENTS"], Err(ErrorKind::Works)),
];

/// Files by how they begin: all bytes, and their start in lower case without byte order mark and blanks.
const STARTS: &[Bytes] = &[
    (|_, start| start.starts_with(b"{\\rtf"), Ok((Format::Rtf, rtf::read))),
    (|bytes, _| is_message(bytes), Ok((Format::Mht, mht::read))),
    // The header may come after some bytes of a mail gateway (PDF 1.7, annex H, note 13).
    (|_, start| has(start, b"%pdf-") && !start.starts_with(b"<"), Ok((Format::Pdf, pdf::read))),
    (
        |bytes, start| is_xml_of(bytes, start, &[b":wordDocument", b"<pkg:package"]),
        Ok((Format::WordXml, |bytes, gb18030| docx::single::read(bytes, gb18030, embedded))),
    ),
    (
        |bytes, start| is_xml_of(bytes, start, &[b"microsoft-com:office:spreadsheet"]),
        Ok((Format::ExcelXml, spreadsheet_xml::read)),
    ),
    (|_, start| start.starts_with(b"<?xml") && !has(start, b"<html"), Err(ErrorKind::Xml)),
];

/// Texts by what they say; plain text is the rest.
const TEXTS: &[Text] = &[
    (markup::is_html, Ok((Format::Html, html::read))),
    (markdown::is_markdown, Ok((Format::Markdown, markdown::read))),
    (csv::is_csv, Ok((Format::Csv, csv::read))),
];

/// Tells what the bytes are.
///
/// # Errors
/// The kind of file, if it is one that is not read.
pub(super) fn sniff(bytes: &[u8]) -> Result<Kind<'_>, ReadError> {
    match bytes {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => return container(bytes),
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => {
            let file = Compound::open(bytes)?;
            let found = COMPOUNDS.iter().find(|(streams, _)| streams.iter().any(|name| file.has(name)));
            let verdict = found.map_or(Err(ErrorKind::Unsupported), |(_, verdict)| *verdict);
            let (_, read) = verdict.map_err(ReadError::new)?;
            return Ok(Kind::Compound(file, read));
        }
        _ => {}
    }
    if let Some(kind) = refused(bytes) {
        return Err(ReadError::new(kind));
    }
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start().to_ascii_lowercase();
    match STARTS.iter().find(|(is_such, _)| is_such(bytes, &start)) {
        Some((_, verdict)) => verdict.map(|(format, read)| Kind::Bytes(format, read)).map_err(ReadError::new),
        None => Ok(Kind::Text),
    }
}

/// What a part of a docx that is embedded as a document is.
fn embedded(bytes: &[u8]) -> docx::Embedded<'_> {
    match sniff(bytes) {
        Ok(Kind::Container(zip, Format::Docx, _)) => docx::Embedded::Document(zip),
        Ok(Kind::Text) => docx::Embedded::Text,
        Ok(Kind::Bytes(Format::Mht, _)) => docx::Embedded::Message,
        Ok(Kind::Bytes(Format::Rtf, _)) => docx::Embedded::Rich,
        Ok(_) | Err(_) => docx::Embedded::Other,
    }
}

/// Reads a page, Markdown or plain text, whichever it is.
pub(super) fn read_text(source: &str) -> Result<Document, ReadError> {
    match TEXTS.iter().find(|(is_such, _)| is_such(source)) {
        Some((_, verdict)) => verdict.map_err(ReadError::new)?.1(source),
        None => plain::read(source),
    }
}

/// Files that are told by their first bytes and not read.
fn refused(bytes: &[u8]) -> Option<ErrorKind> {
    Some(match bytes {
        [b'R', b'a', b'r', b'!', 0x1a, 7, ..]
        | [b'7', b'z', 0xbc, 0xaf, 0x27, 0x1c, ..]
        | [0x1f, 0x8b, 8, ..]
        | [b'B', b'Z', b'h', b'1'..=b'9', ..] => ErrorKind::Archive,
        [b'M', b'Z', ..] if has(bytes, b"PE\0\0") => ErrorKind::Executable,
        [0x7f, b'E', b'L', b'F', ..] => ErrorKind::Executable,
        [0x89, b'P', b'N', b'G', b'\r', b'\n', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..]
        | [b'I', b'I', 42, 0, ..]
        | [b'M', b'M', 0, 42, ..]
        | [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..]
        | [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => ErrorKind::Image,
        // The first record of a workbook before Excel 5.0, and Word 2.0: these are not in compound files.
        [9, 0 | 2 | 4, 4..=8, 0, ..] => ErrorKind::OldSpreadsheet,
        [0xdb, 0xa5, 0x2d, 0, ..] => ErrorKind::OldWord,
        _ => return None,
    })
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

/// Whether the bytes are XML that is no page and has one of these words near its start.
fn is_xml_of(bytes: &[u8], start: &[u8], words: &[&[u8]]) -> bool {
    start.starts_with(b"<") && !has(start, b"<html") && words.iter().any(|word| has(bytes, word))
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.get(..bytes.len().min(1 << 16)).unwrap_or(bytes).windows(part.len()).any(|window| window == part)
}

/// A zip container, by the content types of its parts and the names of its entries.
fn container(bytes: &[u8]) -> Result<Kind<'_>, ReadError> {
    let zip = Zip::open(bytes)?;
    let types = zip.read("[Content_Types].xml")?.or(zip.read("mimetype")?).unwrap_or_default();
    let types = String::from_utf8_lossy(&types);
    match CONTAINERS.iter().find(|(is_such, _)| is_such(&zip, &types)) {
        Some((_, Ok((format, read)))) => Ok(Kind::Container(zip, *format, *read)),
        Some((_, Err(kind))) => Err(ReadError::new(*kind)),
        None => Ok(Kind::Archive(zip)),
    }
}

fn has_folder(zip: &Zip<'_>, folder: &str) -> bool {
    zip.names().any(|name| name.starts_with(folder))
}

fn is_docx(zip: &Zip<'_>, types: &str) -> bool {
    [
        "wordprocessingml.document.main+xml",
        "wordprocessingml.template.main+xml",
        "ms-word.document.macroEnabled.main+xml",
        "ms-word.template.macroEnabledTemplate.main+xml",
    ]
    .iter()
    .any(|part| types.contains(part))
        || zip.names().any(|name| name == "word/document.xml")
}

fn is_xlsx(zip: &Zip<'_>, types: &str) -> bool {
    types.contains("spreadsheetml") || types.contains("ms-excel") || has_folder(zip, "xl/")
}

fn is_presentation(zip: &Zip<'_>, types: &str) -> bool {
    types.contains("presentationml") || types.contains("ms-powerpoint") || has_folder(zip, "ppt/")
}

fn is_open_document(zip: &Zip<'_>, types: &str) -> bool {
    (zip.names().any(|name| name == "content.xml") && has_folder(zip, "meta-inf/"))
        || types.starts_with("application/vnd.oasis.opendocument.")
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
            (b"<?xml version=\"1.0\"?><report/>", ErrorKind::Xml),
            (b"PK\x03\x04", ErrorKind::Truncated),
        ];
        for (bytes, want) in cases {
            assert_eq!(kind(bytes), Some(*want), "{:?}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(kind("BM 区 2023 年度".as_bytes()), None);
    }
}

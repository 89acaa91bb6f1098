//! What a file's name says, beside what the file is. The name decides nothing but what the clerk is told.

use super::{ErrorKind, ReadError};
use crate::document::Format;

/// The extension of a name, in lower case.
fn extension(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}

/// A note if the extension promises another kind of file, as with pages saved by office programs as `.doc`.
pub(super) fn note(name: &str, format: Format) -> Option<String> {
    let extension = extension(name)?;
    let promised: &[Format] = match extension.as_str() {
        "docx" | "docm" | "dotx" | "dotm" => &[Format::Docx],
        "htm" | "html" | "xhtml" | "shtml" => &[Format::Html],
        "txt" | "md" | "markdown" => &[Format::Text, Format::Markdown],
        "doc" | "wps" | "wpt" | "dot" => &[Format::Doc],
        "pdf" => &[Format::Pdf],
        "ofd" => &[Format::Ofd],
        "rtf" => &[Format::Rtf],
        "xlsx" | "xlsm" | "xltx" => &[Format::Xlsx],
        "xls" | "et" | "ett" => &[Format::Xls],
        "ods" => &[Format::Ods],
        "odt" => &[Format::Odt],
        "mht" | "mhtml" => &[Format::Mht],
        _ => return None,
    };
    let actual = match format {
        Format::Text => "纯文本",
        Format::Markdown => "Markdown 文本",
        Format::Html => "网页",
        Format::Docx => "Word（docx）",
        Format::Doc => "旧版 Word（doc）",
        Format::Pdf => "PDF",
        Format::Ofd => "OFD",
        Format::Xlsx => "Excel（xlsx）",
        Format::Xls => "旧版 Excel（xls）",
        Format::Ods => "OpenDocument 表格（ods）",
        Format::Odt => "OpenDocument 文字（odt）",
        Format::Rtf => "RTF",
        Format::Mht => "单个文件网页（mht）",
    };
    (!promised.contains(&format))
        .then(|| format!("扩展名为 .{extension}，实际为{actual}格式，已按{actual}读取"))
}

/// Bytes without meaning in a file named like a document are, in offices, an enterprise's encryption.
pub(super) fn judge(name: &str, error: ReadError) -> ReadError {
    let is_document = extension(name).is_some_and(|extension| {
        matches!(
            extension.as_str(),
            "docx"
                | "docm"
                | "doc"
                | "wps"
                | "pdf"
                | "ofd"
                | "rtf"
                | "xls"
                | "xlsx"
                | "et"
                | "odt"
                | "ods"
                | "mht"
                | "txt"
                | "htm"
                | "html"
        )
    });
    if error.kind == ErrorKind::NotText && is_document { ReadError::new(ErrorKind::Protected) } else { error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_does_not_fit_is_said() {
        let said = note("年报.DOCX", Format::Html);
        assert_eq!(said.as_deref(), Some("扩展名为 .docx，实际为网页格式，已按网页读取"));
        assert_eq!(
            note("a.doc", Format::Docx).as_deref(),
            Some("扩展名为 .doc，实际为Word（docx）格式，已按Word（docx）读取")
        );
        for (name, format) in
            [("a.docx", Format::Docx), ("a.md", Format::Text), ("a.b/c", Format::Html), ("", Format::Text)]
        {
            assert_eq!(note(name, format), None);
        }
    }

    #[test]
    fn ciphertext_named_like_a_document_is_protected() {
        let error = ReadError::new(ErrorKind::NotText);
        assert_eq!(judge("年报.docx", error).kind, ErrorKind::Protected);
        assert_eq!(judge("x.bin", error).kind, ErrorKind::NotText);
    }
}

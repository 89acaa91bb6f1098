//! What a file's name says, beside what the file is. The name decides nothing but what the clerk is told.

use super::{ErrorKind, ReadError};
use crate::document::Format;
use crate::formats::file_of;

/// The format that the extension of a name promises, and the extension in lower case.
fn promised(name: &str) -> Option<(Format, String)> {
    let file = file_of(name);
    let (_, extension) = file.rsplit_once('.')?;
    Some((Format::of_extension(extension)?, extension.to_ascii_lowercase()))
}

/// A note if the extension promises another kind of file, as with pages saved by office programs as `.doc`.
pub(super) fn note(name: &str, format: Format) -> Option<String> {
    let (promised, extension) = promised(name)?;
    // Whether text is Markdown is a matter of what is in it, whatever its name.
    let plain = |format: Format| matches!(format, Format::Text | Format::Markdown);
    let actual = format.row().name;
    (promised != format && !(plain(promised) && plain(format)))
        .then(|| format!("扩展名为 .{extension}，实际为{actual}格式，已按{actual}读取"))
}

/// Bytes without meaning in a file named like a document are, in offices, an enterprise's encryption.
pub(super) fn judge(name: &str, error: ReadError) -> ReadError {
    let is_document = promised(name).is_some();
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

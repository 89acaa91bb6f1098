//! Plain text: every line is a paragraph, unaltered, so that line numbers are those of the source.

use super::{ErrorKind, ReadError, limits};
use crate::document::{Builder, Document, Format};
use crate::text::shows;

/// Reads plain text. Tables drawn with blanks, tabs or pipes stay lines; lifting finds them.
pub(super) fn read(text: &str) -> Result<Document, ReadError> {
    check(text)?;
    let mut builder = Builder::new(Format::Text);
    for line in lines(text) {
        builder.paragraph(line, None);
    }
    Ok(builder.finish())
}

/// Adds the lines of a text that show something, each as a paragraph: text inside another document, where the numbers of
/// lines mean nothing.
pub(super) fn append(text: &str, builder: &mut Builder) {
    for line in lines(text).filter(|line| shows(line)) {
        builder.paragraph(line, None);
    }
}

/// Refuses text that is blank or beyond the limits.
pub(super) fn check(text: &str) -> Result<(), ReadError> {
    limits::within(text.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    if !shows(text) {
        return Err(ReadError::new(ErrorKind::Empty));
    }
    limits::Budget::default().text(text)
}

/// The lines of a text without their ends. A text that ends with a line end has no empty last line. A byte order
/// mark at the start is dropped.
///
/// Word writes U+2028 for a manual line break and a form feed for a page break, pasted PDF pages end with a form feed.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = line_end(rest).unwrap_or(rest.len());
        let (line, tail) = rest.split_at(end);
        let mut after = tail.chars();
        if after.next() == Some('\r') {
            rest = after.as_str();
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        } else {
            rest = after.as_str();
        }
        Some(line)
    })
}

/// Where the first line of a text ends, if it does. Told by bytes: U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
fn line_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let at =
            from + bytes.get(from..)?.iter().position(|byte| matches!(byte, 0x0A | 0x0C | 0x0D | 0xE2))?;
        match bytes.get(at..) {
            Some([0xE2, rest @ ..]) if !matches!(rest, [0x80, 0xA8 | 0xA9, ..]) => from = at + 1,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "\u{feff}一、\r\n\r\n二\r三\u{2028}四\u{c}五\u{2029}\t六 \n";
        let got: Vec<_> = lines(text).collect();
        assert_eq!(got, ["一、", "", "二", "三", "四", "五", "\t六 "]);
    }

    #[test]
    fn a_last_line_without_end_counts() {
        assert_eq!(lines("a\n\nb").collect::<Vec<_>>(), ["a", "", "b"]);
        assert_eq!(lines("a\n\n").collect::<Vec<_>>(), ["a", ""]);
    }

    #[test]
    fn blank_text_is_empty() {
        for text in ["", " \r\n\t", "\u{feff}\n", "　\u{a0}"] {
            assert_eq!(read(text).map_err(|e| e.kind), Err(ErrorKind::Empty), "{text:?}");
        }
    }

    #[test]
    fn lines_are_unaltered() -> Result<(), ReadError> {
        let document = read("[bookmark: _GoBack]总 体　情况\n\t规章\t０\n")?;
        assert_eq!(document.lines(), ["[bookmark: _GoBack]总 体　情况", "\t规章\t０"]);
        Ok(())
    }
}

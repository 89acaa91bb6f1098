//! What a clerk pastes: the richer of the clipboard's two flavours.

use super::sniff::read_text;
use super::{ErrorKind, ReadError, html, limits, plain};
use crate::document::{Block, Document, Format};

/// Reads the clipboard. The `text/html` flavour is taken if it holds a table, or if it tells headings apart and the plain
/// text has no columns; else the plain text, whose lines are nearer to what the clerk sees in an editor.
///
/// # Errors
/// [`ErrorKind::EmptyClipboard`] if neither flavour shows anything.
pub(super) fn read(source: &str, plain_text: &str) -> Result<Document, ReadError> {
    let fallback = |error: ReadError| match read_text(plain_text) {
        Err(second) if second.kind == ErrorKind::Empty => Err(match error.kind {
            ErrorKind::Empty => ReadError::new(ErrorKind::EmptyClipboard),
            _ => error,
        }),
        other => other,
    };
    limits::within(source.len(), limits::TEXT_BYTES, ErrorKind::TextTooLarge)?;
    let page = match html::read(fragment(source)) {
        Ok(page) => page,
        Err(error) => return fallback(error),
    };
    let has_table = page.blocks.iter().any(|block| matches!(block, Block::Table(_)));
    let has_heading =
        page.blocks.iter().any(|block| matches!(block, Block::Paragraph(p) if p.level.is_some()));
    let blank = !crate::text::shows(plain_text);
    if has_table || blank || (has_heading && !has_columns(plain_text) && !is_markdown(plain_text)) {
        return Ok(page);
    }
    read_text(plain_text)
}

/// What is between the marks that Windows programs put around the copied part.
fn fragment(source: &str) -> &str {
    let (start, end) = ("<!--StartFragment-->", "<!--EndFragment-->");
    // Excel puts the marks inside its table: then the row or cell alone would be no table any more.
    let whole = source.split_once(start).is_some_and(|(before, _)| {
        let before = before.to_ascii_lowercase();
        before.matches("<table").count() > before.matches("</table").count()
    });
    if whole {
        return source;
    }
    let after = source.split_once(start).map_or(source, |(_, after)| after);
    after.rsplit_once(end).map_or(after, |(before, _)| before)
}

/// Whether at least two lines have columns set off by tabs.
fn has_columns(text: &str) -> bool {
    plain::lines(text).filter(|line| line.trim().contains('\t')).nth(1).is_some()
}

fn is_markdown(text: &str) -> bool {
    read_text(text).is_ok_and(|document| document.format == Format::Markdown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str, text: &str) -> Result<(Format, Vec<String>), ErrorKind> {
        read(html, text).map(|d| (d.format, d.lines().to_vec())).map_err(|error| error.kind)
    }

    #[expect(clippy::unnecessary_wraps, reason = "compared with what reading returns")]
    fn got(format: Format, lines: &[&str]) -> Result<(Format, Vec<String>), ErrorKind> {
        Ok((format, lines.iter().map(|&line| line.to_owned()).collect()))
    }

    #[test]
    fn tables_come_from_html() {
        let excel = "<html><body><table><!--StartFragment--><tr><td>规章</td><td x:num>3</td></tr>\
            <tr><td>许可</td><td>4</td></tr><!--EndFragment--></table></body></html>";
        assert_eq!(lines(excel, "规章\t3\r\n许可\t4\r\n"), got(Format::Html, &["规章", "3", "许可", "4"]));
        let word = "Version:1.0\r\nStartHTML:1\r\n<html><!--StartFragment--><h1>一、</h1>\
            <table><tr><td>a<td>b<tr><td>c<td>d</table><!--EndFragment--></html>";
        assert_eq!(lines(word, "x"), got(Format::Html, &["一、", "a", "b", "c", "d"]));
    }

    #[test]
    fn lines_come_from_text() {
        assert_eq!(lines("<p>一<br>二</p>", "一\n二"), got(Format::Text, &["一", "二"]));
        assert_eq!(lines("<h1>规章 1</h1>", "规章\t1\n许可\t2"), got(Format::Text, &["规章\t1", "许可\t2"]));
        assert_eq!(lines("", "一"), got(Format::Text, &["一"]));
        assert_eq!(lines("<p>一</p>", " \n"), got(Format::Html, &["一"]));
        assert_eq!(lines(&"<div>".repeat(999), "一"), got(Format::Text, &["一"]));
    }

    #[test]
    fn nothing_readable_is_said() {
        assert_eq!(lines("<img src=a>", ""), Err(ErrorKind::EmptyClipboard));
        assert_eq!(lines("", ""), Err(ErrorKind::EmptyClipboard));
    }
}

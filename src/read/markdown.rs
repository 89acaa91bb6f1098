//! Markdown: plain text whose headings and raw HTML tables mean something.
//!
//! Only what changes the meaning of a line is looked at (`CommonMark` 0.31: 4.2 ATX headings, 4.6 HTML blocks; GFM 4.10
//! tables). Pipe rows stay lines, because the same rows occur in plain text and lifting reads them there anyway. A
//! Markdown library would cost 70–110 KB (brotli) for the inline grammar that nothing here needs.

use super::{ReadError, html, plain};
use crate::document::{Builder, Document, Format};
use std::collections::BTreeMap;

/// Whether a text uses Markdown headings, a pipe table with its delimiter row, or a raw HTML table.
pub(super) fn is_markdown(source: &str) -> bool {
    let mut row_before = false;
    plain::lines(source).any(|line| {
        let delimiter = row_before && is_delimiter_row(line);
        row_before = line.contains('|');
        delimiter || heading_level(line).is_some() || opens_table(line)
    })
}

/// Reads Markdown: lines unaltered, headings with their level, raw tables through the HTML reader.
pub(super) fn read(source: &str) -> Result<Document, ReadError> {
    plain::check(source)?;
    let mut builder = Builder::new(Format::Markdown);
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let tables = tables(source);
    let mut told = html::Told::default();
    let mut rest = source;
    while let Some(line) = plain::lines(rest).next() {
        let indent = line.len() - line.trim_start().len();
        let at = source.len() - rest.len() + indent;
        if opens_table(line)
            && let Some(&end) = tables.get(&at)
            && let Some((table, after)) = rest.split_at_checked(indent + end - at)
        {
            html::append(table, &mut told, &mut builder)?;
            rest = skip_line_end(after.trim_start_matches([' ', '\t']));
            continue;
        }
        builder.paragraph(line, heading_level(line));
        rest = skip_line_end(rest.get(line.len()..).unwrap_or(""));
    }
    told.notes(&mut builder);
    Ok(builder.finish())
}

/// The level of an ATX heading: up to three blanks, one to six `#`, then a blank or the end.
fn heading_level(line: &str) -> Option<u8> {
    let body = line.trim_start_matches(' ');
    if line.len() - body.len() > 3 {
        return None;
    }
    let title = body.trim_start_matches('#');
    let level = u8::try_from(body.len() - title.len()).ok()?;
    let ends = title.is_empty() || title.starts_with([' ', '\t', '\u{3000}']);
    (ends && (1..=6).contains(&level)).then_some(level)
}

/// Whether a line is the delimiter row of a pipe table: cells of hyphens with optional colons.
fn is_delimiter_row(line: &str) -> bool {
    let line = line.trim();
    if !line.contains('|') || !line.contains('-') {
        return false;
    }
    line.trim_matches('|').split('|').all(|cell| {
        let cell = cell.trim();
        let bar = cell.strip_prefix(':').unwrap_or(cell);
        let bar = bar.strip_suffix(':').unwrap_or(bar);
        !bar.is_empty() && bar.bytes().all(|b| b == b'-')
    })
}

fn opens_table(line: &str) -> bool {
    let line = line.trim_start();
    line.get(..6).is_some_and(|tag| tag.eq_ignore_ascii_case("<table"))
        && line.get(6..7).is_none_or(|next| matches!(next, ">" | " " | "\t" | "/"))
}

/// For each `<table>` that is closed, where it begins and the byte after its `</table>`.
fn tables(text: &str) -> BTreeMap<usize, usize> {
    let mut tables = BTreeMap::new();
    let mut open = Vec::new();
    for (at, _) in text.match_indices('<') {
        let Some(rest) = text.get(at..) else { continue };
        if opens_table(rest) {
            open.push(at);
        } else if rest.get(..8).is_some_and(|tag| tag.eq_ignore_ascii_case("</table>"))
            && let Some(start) = open.pop()
        {
            tables.insert(start, at + 8);
        }
    }
    tables
}

fn skip_line_end(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix("\r\n") {
        return rest;
    }
    text.strip_prefix(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;

    #[test]
    fn headings_have_levels_and_keep_their_text() -> Result<(), ReadError> {
        let document = read("# 一、总体情况\n正文\n#标签\n  ### （一）公开\n")?;
        let levels: Vec<_> = document
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Paragraph(p) => Some((document.line(p.line), p.level)),
                Block::Table(_) => None,
            })
            .collect();
        assert_eq!(
            levels,
            [("# 一、总体情况", Some(1)), ("正文", None), ("#标签", None), ("  ### （一）公开", Some(3))]
        );
        Ok(())
    }

    #[test]
    fn pipes_alone_are_plain_text() {
        assert!(!is_markdown("规章 | 0 | 0 |\n行政许可 | 0 |"));
        assert!(!is_markdown("----\n正文"));
        assert!(is_markdown("| 信息内容 | 件数 |\n|:---|---:|\n| 规章 | 0 |"));
        assert!(is_markdown("## 一、总体情况"));
        assert!(is_markdown("正文\n\n<table class=\"x\"><tr><td>1</table>"));
    }

    #[test]
    fn a_table_without_end_stays_text() -> Result<(), ReadError> {
        let document = read("<table>\n正文")?;
        assert_eq!(document.lines(), ["<table>", "正文"]);
        Ok(())
    }
}

//! The pages that a page shows in frames.

use crate::read::limits;

/// Frames of a page that are looked at.
pub(super) const MOST: usize = 2 * limits::EMBEDDED;

/// The addresses of the pages that a page shows inside itself, in order: the sheets of a workbook that Excel saved, else
/// what its frames name.
pub(super) fn named(source: &str) -> Vec<String> {
    // Excel names all sheets in a conditional comment, and only the active one in a frame.
    let sheets = attributes(source, &["<x:worksheetsource"], "href");
    if sheets.is_empty() { attributes(source, &["<frame", "<iframe"], "src") } else { sheets }
}

/// The values of an attribute of the elements that begin so.
fn attributes(source: &str, tags: &[&str], name: &str) -> Vec<String> {
    // ASCII lower case keeps the place of every byte.
    let lower = source.to_ascii_lowercase();
    let mut values = Vec::new();
    for (at, _) in lower.match_indices('<') {
        let (Some(tag), Some(text)) = (lower.get(at..), source.get(at..)) else { continue };
        let Some(start) = tags.iter().find(|start| tag.starts_with(**start)) else { continue };
        // A tag that another one interrupts is none; so each byte is looked at once.
        let end = tag.get(1..).and_then(|tag| tag.find(['<', '>'])).map_or(0, |end| end + 1);
        let (Some(tag), Some(text)) = (tag.get(start.len()..end), text.get(start.len()..end)) else {
            continue;
        };
        if !tag.starts_with(|c: char| c.is_whitespace() || c == '/') {
            continue;
        }
        values.extend(value(tag, text, name));
        if values.len() >= MOST {
            break;
        }
    }
    values
}

/// The value of an attribute in the text of a tag, given in lower case, too.
fn value(tag: &str, text: &str, name: &str) -> Option<String> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag.get(..at)?;
        if !before.ends_with(|c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\'')) {
            return None;
        }
        let value = text.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let value = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
            _ => value.split(char::is_whitespace).next()?.trim_end_matches('/'),
        };
        Some(value.replace("&amp;", "&"))
    })
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn frames_and_sheets() {
        let page = "<FRAMESET><frame name=a SRC=\"A.htm\"><iframe data-src='x' src='cid:b&amp;c'></iframe><frame src=d.htm /><framework src=e>";
        assert_eq!(named(page), ["A.htm", "cid:b&c", "d.htm"]);
        let book = "<!--[if gte mso 9]><xml><x:WorksheetSource HRef=\"b.files/sheet001.htm\"/><x:WorksheetSource HRef=\"b.files/sheet002.htm\"/></xml>--><frame src=tabstrip.htm>";
        assert_eq!(named(book), ["b.files/sheet001.htm", "b.files/sheet002.htm"]);
    }
}

//! Whether text is a page.

use super::markdown;

/// Whether a text is a page rather than plain text or Markdown: it begins with a tag of a page, or its lines end with
/// tags. Raw tables between lines of text are Markdown.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.contains('<') {
        return false;
    }
    let start = start.get(..start.floor_char_boundary(LOOK)).unwrap_or(start);
    let tags = || start.match_indices('<').filter_map(|(at, _)| start.get(at..));
    if begins(start, "<?xml") && tags().any(|tag| begins(tag, "<html")) {
        return true;
    }
    let tag = |names: &[&str]| {
        names.iter().any(|name| {
            let behind = start.strip_prefix('<').filter(|rest| begins(rest, name));
            let behind = behind.and_then(|rest| rest.get(name.len()..));
            behind.is_some_and(|rest| rest.starts_with([' ', '>', '/', '\n', '\r', '\t', '[']))
        })
    };
    let ends = tags().filter(|tag| ENDS.iter().any(|end| begins(tag, end))).count();
    tag(&[
        "!doctype", "html", "head", "body", "meta", "title", "style", "link", "div", "p", "h1", "h2", "font",
    ]) || (tag(&["table", "span", "!--", "section", "article", "center", "ul", "ol", "b", "a"]) || ends > 2)
        && {
            let outside = outside_tables(&start.to_ascii_lowercase());
            !markdown::is_markdown(&outside) && (ends > 0 || outside.trim().is_empty())
        }
}

/// So much of a text is looked at, in bytes.
const LOOK: usize = 192 << 10;
/// Tags that end the lines of a page.
const ENDS: [&str; 7] = ["</p>", "<br", "</div>", "</h1>", "</h2>", "</h3>", "</li>"];

/// Whether a text begins with a tag, in letters of either case.
fn begins(text: &str, tag: &str) -> bool {
    text.as_bytes().get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
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

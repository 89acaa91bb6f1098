//! Whether text is a page.

use super::markdown;

/// Whether a text is a page rather than plain text or Markdown: it begins with a tag of a page, or its lines end with
/// tags. Raw tables between lines of text are Markdown.
pub(super) fn is_html(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.contains('<') {
        return false;
    }
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
        && !markdown::is_markdown(&outside_tables(&lower))
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

//! A sheet, cut into its rules: conditions of media, and rules inside of rules (CSS Nesting), are resolved.

use super::media;

/// Rules inside of rules.
const DEPTH: usize = 16;
/// Bytes of the selectors of a rule with those around it.
const SELECTORS: usize = 8192;

/// A block that is open.
struct Block<'a> {
    /// The selectors of what is declared in it; `None` outside of any rule.
    selectors: Option<String>,
    declarations: Vec<&'a str>,
    /// Whether it holds on a screen.
    holds: bool,
}

/// Gives each rule of a sheet: its selectors and its declarations.
pub(super) fn cut(source: &str, take: &mut dyn FnMut(&str, &[&str])) {
    let source = without_comments(source);
    let mut open: Vec<Block<'_>> = Vec::new();
    let mut rest = source.as_str();
    // Blocks that are too deep are passed over.
    let mut passed = 0_usize;
    loop {
        let at = delimiter(rest);
        let (before, after) = rest.split_at(at);
        let before = before.trim();
        match after.as_bytes().first() {
            Some(b'{') if passed > 0 || open.len() >= DEPTH => passed += 1,
            Some(b'}') if passed > 0 => passed -= 1,
            _ if passed > 0 => {}
            Some(b'{') => open.push(block(before, open.last())),
            Some(b';') => open.last_mut().into_iter().for_each(|block| block.declarations.push(before)),
            _ => {
                // The end of a block, or of all that are left open.
                while let Some(mut block) = open.pop() {
                    block
                        .declarations
                        .extend((!before.is_empty() && after.starts_with('}')).then_some(before));
                    if let Some(selectors) = block.selectors.filter(|_| block.holds) {
                        take(&selectors, &block.declarations);
                    }
                    if !after.is_empty() {
                        break;
                    }
                }
            }
        }
        match after.get(1..) {
            Some(behind) => rest = behind,
            None => return,
        }
    }
}

/// A block that begins behind a head.
fn block<'a>(head: &str, around: Option<&Block<'_>>) -> Block<'a> {
    let outer = around.and_then(|block| block.selectors.as_deref());
    let mut holds = around.is_none_or(|block| block.holds);
    let selectors = match head.strip_prefix('@') {
        Some(rule) => {
            let (name, condition) = rule.split_at(rule.find([' ', '(', '\n', '\t']).unwrap_or(rule.len()));
            holds &= match name.to_ascii_lowercase().as_str() {
                "media" => media::holds(condition),
                "supports" => !condition.trim_start().starts_with("not"),
                "layer" => true,
                _ => false,
            };
            outer.map(str::to_owned)
        }
        None => match outer {
            Some(outer) if head.contains('&') => Some(head.replace('&', &[":is(", outer, ")"].concat())),
            Some(outer) => Some([":is(", outer, ") ", head].concat()),
            None => Some(head.to_owned()),
        },
    };
    holds &= selectors.as_ref().is_none_or(|selectors| selectors.len() <= SELECTORS);
    let selectors = selectors.filter(|selectors| selectors.len() <= SELECTORS);
    Block { selectors, declarations: Vec::new(), holds }
}

/// Where the next brace or semicolon is, outside of strings and brackets.
fn delimiter(source: &str) -> usize {
    let (mut quote, mut depth, mut escaped) = (None, 0_usize, false);
    for (at, byte) in source.bytes().enumerate() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match (quote, byte) {
            (_, b'\\') => escaped = true,
            // A string ends with its line, closed or not.
            (Some(_), b'\n') => quote = None,
            (Some(open), _) => quote = (byte != open).then_some(open),
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'(' | b'[') => depth += 1,
            (None, b')' | b']') => depth = depth.saturating_sub(1),
            (None, b'{' | b'}') => return at,
            (None, b';') if depth == 0 => return at,
            _ => {}
        }
    }
    source.len()
}

/// A sheet without its comments and without the marks that hide it from old browsers.
fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    for mark in ["<!--", "-->", "<![CDATA[", "]]>"] {
        if out.contains(mark) {
            out = out.replace(mark, "");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_of_a_screen() {
        for (sheet, want) in [
            ("a{b:c;d:e}", "a|b:c,d:e"),
            ("@charset \"gbk\"; a{b:c", "a|"),
            ("/*}*/a/**/{b:url(x;y)}", "a|b:url(x;y)"),
            (".z{content:\"}{\"} a{b:c}", ".z|content:\"}{\" a|b:c"),
            ("@media print{a{b:c}} d{e:f}", "d|e:f"),
            ("@media screen and (min-width:1px){a{b:c}}", "a|b:c"),
            ("@font-face{a:b} @keyframes x{from{a:b}to{c:d}} d{e:f}", "d|e:f"),
            ("a{b:c;d{e:f}&.g{h:i}}", ":is(a) d|e:f :is(a).g|h:i a|b:c"),
            ("a{@media print{b:c}d:e}", "a|d:e"),
            ("<!-- a{b:c} -->", "a|b:c"),
        ] {
            let mut got = Vec::new();
            cut(sheet, &mut |selectors, declarations| {
                got.push(format!("{selectors}|{}", declarations.join(",")));
            });
            assert_eq!(got.join(" "), want, "{sheet}");
        }
    }
}

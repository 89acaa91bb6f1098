//! Where the content of elements ends whose content is text: `title`, `style`, `script` and so on.

use super::cursor::{Cursor, begins, is_blank};

/// Where the end tag of the element `name` begins, or how long the text is (13.2.5.9 to 14 of the HTML standard).
pub(super) fn end(cursor: Cursor<'_>, name: &str) -> usize {
    cursor.find(|rest| is_end_tag(rest, name))
}

/// The same for a script, where `<!--` may hide a script with its end tag (13.2.5.4 and 15 to 31).
pub(super) fn script_end(text: &[u8]) -> usize {
    /// What surrounds a place in a script.
    enum Inside {
        Nothing,
        Comment,
        ScriptInComment,
    }
    let mut inside = Inside::Nothing;
    let mut at = 0;
    while let Some(rest @ [first, more @ ..]) = text.get(at..) {
        at += 1;
        match (first, &inside) {
            (b'<', Inside::ScriptInComment) if is_end_tag(rest, "script") => inside = Inside::Comment,
            (b'<', _) if is_end_tag(rest, "script") => return at - 1,
            (b'<', Inside::Comment) if is_name(more, "script") => inside = Inside::ScriptInComment,
            // Both hyphens may belong to the `-->` as well.
            (b'<', Inside::Nothing) if more.starts_with(b"!--") => inside = Inside::Comment,
            (b'-', _) if more.starts_with(b"->") => inside = Inside::Nothing,
            _ => {}
        }
    }
    text.len()
}

/// Whether an end tag of the element `name` comes next.
fn is_end_tag(bytes: &[u8], name: &str) -> bool {
    bytes.strip_prefix(b"</").is_some_and(|rest| is_name(rest, name))
}

/// Whether the name of a tag comes next, and not only its beginning.
fn is_name(bytes: &[u8], name: &str) -> bool {
    let ends = |&byte: &u8| is_blank(byte) || matches!(byte, b'/' | b'>');
    begins(bytes, name) && bytes.get(name.len()).is_some_and(ends)
}

//! Tags and their attributes (13.2.5.8 and 13.2.5.32 to 40 of the HTML standard).

use super::cursor::{Cursor, is_blank};
use super::reference;
use crate::read::{ErrorKind, ReadError, limits};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind};
use html5ever::{Attribute, LocalName, QualName, ns};

/// Takes a tag from its name on. `None` if the page ends inside it, which drops it.
///
/// Each attribute is compared with all before it, so a tag with more than an element may have is refused at once. Those
/// of end tags mean nothing and are left out.
pub(super) fn read(cursor: &mut Cursor<'_>, kind: TagKind) -> Result<Option<Tag>, ReadError> {
    let name = folded(cursor.until(|byte| is_blank(byte) || matches!(byte, b'/' | b'>')));
    let mut attrs: Vec<Attribute> = Vec::new();
    let mut had_duplicate_attributes = false;
    loop {
        let between = cursor.until(|byte| !is_blank(byte) && byte != b'/');
        match cursor.peek() {
            None => return Ok(None),
            Some(b'>') => {
                cursor.take(1);
                let self_closing = between.ends_with('/');
                return Ok(Some(Tag { kind, name, self_closing, attrs, had_duplicate_attributes }));
            }
            Some(_) => {
                let (name, value) = attribute(cursor);
                if kind == TagKind::EndTag {
                    continue;
                }
                let name = QualName::new(None, ns!(), folded(name));
                if attrs.iter().any(|before| before.name == name) {
                    had_duplicate_attributes = true;
                } else {
                    attrs.push(Attribute { name, value });
                    limits::within(attrs.len(), limits::ATTRIBUTES, ErrorKind::TooManyAttributes)?;
                }
            }
        }
    }
}

/// Takes an attribute: its name as written, and its value. A name may begin with `=`.
fn attribute<'a>(cursor: &mut Cursor<'a>) -> (&'a str, StrTendril) {
    let ends = |byte| is_blank(byte) || matches!(byte, b'/' | b'>' | b'=');
    let more = cursor.rest.bytes().skip(1).position(ends);
    let name = cursor.take(more.map_or(cursor.rest.len(), |more| more + 1));
    if cursor.after_blanks() != Some(b'=') {
        return (name, StrTendril::new());
    }
    cursor.take(1);
    let value = match cursor.after_blanks() {
        Some(quote @ (b'"' | b'\'')) => {
            cursor.take(1);
            let value = value(cursor, |byte| byte == quote);
            cursor.take(1);
            value
        }
        _ => value(cursor, |byte| is_blank(byte) || byte == b'>'),
    };
    (name, value)
}

/// Takes a value, up to the byte that ends it.
fn value(cursor: &mut Cursor<'_>, ends: impl Fn(u8) -> bool) -> StrTendril {
    let mut value = StrTendril::new();
    loop {
        value.push_slice(cursor.until(|byte| ends(byte) || matches!(byte, b'&' | 0)));
        match cursor.peek() {
            Some(b'&') => reference::push(cursor, true, &mut value),
            Some(0) => {
                cursor.take(1);
                value.push_char(char::REPLACEMENT_CHARACTER);
            }
            _ => return value,
        }
    }
}

/// A name of a tag or an attribute: in lower case, and without NULs.
fn folded(name: &str) -> LocalName {
    if name.bytes().any(|byte| byte.is_ascii_uppercase() || byte == 0) {
        LocalName::from(name.to_ascii_lowercase().replace('\0', "\u{fffd}"))
    } else {
        LocalName::from(name)
    }
}

//! The document type (13.2.5.53 to 68 of the HTML standard): it tells whether a table may stand inside a paragraph.

use super::cursor::{Cursor, is_blank};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Doctype;

/// Takes a document type from after its keyword.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Doctype {
    let mut doctype = Doctype::default();
    doctype.force_quirks = declaration(cursor, &mut doctype).is_none();
    // What follows, and what a fault leaves, means nothing.
    cursor.past(b'>');
    doctype
}

/// Reads as far as the declaration is as it should be; `None` at what asks for quirks.
fn declaration(cursor: &mut Cursor<'_>, doctype: &mut Doctype) -> Option<()> {
    cursor.after_blanks().filter(|&byte| byte != b'>')?;
    let name = cursor.until(|byte| is_blank(byte) || byte == b'>');
    doctype.name = Some(kept(&name.to_ascii_lowercase()));
    if cursor.after_blanks()? == b'>' {
        return Some(());
    }
    if cursor.eat("public") {
        identifier(cursor, &mut doctype.public_id)?;
        if cursor.after_blanks()? == b'>' {
            return Some(());
        }
    } else if !cursor.eat("system") {
        return None;
    }
    identifier(cursor, &mut doctype.system_id)?;
    cursor.after_blanks().map(drop)
}

/// Takes a quoted identifier; `None` if there is none or it ends with the declaration or the page.
fn identifier(cursor: &mut Cursor<'_>, out: &mut Option<StrTendril>) -> Option<()> {
    let quote = cursor.after_blanks().filter(|byte| matches!(byte, b'"' | b'\''))?;
    cursor.take(1);
    *out = Some(kept(cursor.until(|byte| byte == quote || byte == b'>')));
    (cursor.peek()? == quote).then(|| cursor.take(1)).map(drop)
}

/// A piece of the declaration as it is kept.
fn kept(piece: &str) -> StrTendril {
    StrTendril::from(piece.replace('\0', "\u{fffd}"))
}

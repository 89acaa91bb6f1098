//! Character references (13.2.5.72 to 80 of the HTML standard).

use super::cursor::Cursor;
use super::names;
use html5ever::tendril::StrTendril;

/// Takes the reference that the `&` ahead begins and adds what it stands for; a `&` that begins none is itself.
pub(super) fn push(cursor: &mut Cursor<'_>, in_attribute: bool, out: &mut StrTendril) {
    cursor.take(1);
    if cursor.peek() == Some(b'#') {
        out.push_char(numeric(cursor).unwrap_or('&'));
    } else {
        out.push_slice(named(cursor, in_attribute).unwrap_or("&"));
    }
}

/// Takes a number with its semicolon, if there is any.
fn numeric(cursor: &mut Cursor<'_>) -> Option<char> {
    let mut ahead = *cursor;
    ahead.take(1);
    let radix = if ahead.eat("x") { 16 } else { 10 };
    let digits = ahead.until(|byte| !char::from(byte).is_digit(radix));
    if digits.is_empty() {
        return None;
    }
    ahead.eat(";");
    *cursor = ahead;
    let digits = digits.chars().filter_map(|digit| digit.to_digit(radix));
    Some(character(digits.fold(0, |code, digit| code.saturating_mul(radix).saturating_add(digit))))
}

/// The character with a code. Editors that take windows-1252 for Unicode are understood.
fn character(code: u32) -> char {
    const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS_1252.chars().nth(code as usize - 0x80).unwrap_or_default(),
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Takes the longest name, with its semicolon if it has one. In attributes a name goes without only if nothing follows
/// that looks like more of an address.
fn named(cursor: &mut Cursor<'_>, in_attribute: bool) -> Option<&'static str> {
    let name = |length| cursor.rest.get(..length).and_then(names::find);
    let letters = cursor.rest.bytes().take(names::LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    let (value, length) = if cursor.ahead(letters) == Some(b';')
        && let Some((value, _)) = name(letters)
    {
        (value, letters + 1)
    } else {
        let bare = |length| name(length).filter(|&(_, bare)| bare).map(|(value, _)| (value, length));
        let (value, length) = (2..=letters.min(names::LONGEST_BARE)).rev().find_map(bare)?;
        let next = cursor.ahead(length);
        if in_attribute && next.is_some_and(|byte| byte == b'=' || byte.is_ascii_alphanumeric()) {
            return None;
        }
        (value, length)
    };
    cursor.take(length);
    Some(value)
}

//! The encodings of simple fonts (ISO 32000-1, annex D) as far as reports need them: ASCII everywhere, Western letters.

/// Where the upper half of the codes comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Base {
    /// Code page 1252, and what fonts without a word about it have.
    #[default]
    Windows,
    Macintosh,
}

const WINDOWS: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The character of a code.
pub(super) fn char(base: Base, code: u8) -> Option<char> {
    let upper = |table: &str, first: u8| table.chars().nth(usize::from(code - first));
    let char = match (base, code) {
        (_, 0x20..=0x7e) => Some(char::from(code)),
        (_, 0..=0x1f | 0x7f) => None,
        (Base::Macintosh, _) => upper(MACINTOSH, 0x80),
        (Base::Windows, 0x80..=0x9f) => upper(WINDOWS, 0x80),
        (Base::Windows, _) => Some(char::from(code)),
    };
    char.filter(|char| *char != char::REPLACEMENT_CHARACTER)
}

/// Names of glyphs that are no letter (Adobe Glyph List).
const NAMES: &[(&str, &str)] = &[
    ("!", "exclam"),
    ("\"", "quotedbl"),
    ("#", "numbersign"),
    ("$", "dollar"),
    ("%", "percent"),
    ("&", "ampersand"),
    ("'", "quotesingle"),
    ("(", "parenleft"),
    (")", "parenright"),
    ("*", "asterisk"),
    ("+", "plus"),
    (",", "comma"),
    ("-", "hyphen"),
    (".", "period"),
    ("/", "slash"),
    ("0", "zero"),
    ("1", "one"),
    ("2", "two"),
    ("3", "three"),
    ("4", "four"),
    ("5", "five"),
    ("6", "six"),
    ("7", "seven"),
    ("8", "eight"),
    ("9", "nine"),
    (":", "colon"),
    (";", "semicolon"),
    ("<", "less"),
    ("=", "equal"),
    (">", "greater"),
    ("?", "question"),
    ("@", "at"),
    ("[", "bracketleft"),
    ("\\", "backslash"),
    ("]", "bracketright"),
    ("^", "asciicircum"),
    ("_", "underscore"),
    ("`", "grave"),
    ("{", "braceleft"),
    ("|", "bar"),
    ("}", "braceright"),
    ("~", "asciitilde"),
    (" ", "space"),
    ("\u{a0}", "nbspace"),
    ("-", "minus"),
    ("–", "endash"),
    ("—", "emdash"),
    ("‘", "quoteleft"),
    ("’", "quoteright"),
    ("“", "quotedblleft"),
    ("”", "quotedblright"),
    ("…", "ellipsis"),
    ("•", "bullet"),
    ("·", "periodcentered"),
    ("·", "middot"),
    ("°", "degree"),
    ("×", "multiply"),
    ("÷", "divide"),
    ("±", "plusminus"),
    ("¥", "yen"),
    ("€", "Euro"),
    ("§", "section"),
    ("©", "copyright"),
    ("®", "registered"),
    ("™", "trademark"),
    ("‰", "perthousand"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("≤", "lessequal"),
    ("≥", "greaterequal"),
    ("≠", "notequal"),
    ("«", "guillemotleft"),
    ("»", "guillemotright"),
];

/// The text of a glyph by its name.
pub(super) fn named(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let mut chars = name.chars();
    if let (Some(letter), None) = (chars.next(), chars.next()) {
        return Some(letter.into());
    }
    if let Some((text, _)) = NAMES.iter().find(|(_, known)| *known == name) {
        return Some((*text).into());
    }
    let digits = name.strip_prefix("uni").or(name.strip_prefix('u')).filter(|digits| digits.len() >= 4)?;
    let digits = if name.starts_with("uni") { digits.get(..4)? } else { digits };
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names() {
        assert_eq!(MACINTOSH.chars().count(), 128);
        assert_eq!(WINDOWS.chars().count(), 32);
        assert_eq!((char(Base::Windows, b'7'), char(Base::Windows, 0x96)), (Some('7'), Some('–')));
        assert_eq!((char(Base::Macintosh, 0xd2), char(Base::Windows, 3)), (Some('“'), None));
        for (name, text) in
            [("seven", "7"), ("A", "A"), ("uni4E00", "一"), ("u2000B", "𠀋"), ("one.tnum", "1")]
        {
            assert_eq!(named(name.as_bytes()).as_deref(), Some(text), "{name}");
        }
        assert_eq!(named(b"g123").or(named(b"cid00017")).or(named(b".notdef")), None);
    }
}

//! Which characters bytes are: RTF 1.9.1, "Code Page Support" and "Font Table".

use crate::read::Gb18030;

/// A code page, as far as it can be read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charset {
    /// Code page 1252.
    Latin,
    /// GB18030, which holds GBK and GB 2312.
    Gb,
    /// UTF-8.
    Utf8,
    /// Glyphs of a symbol font.
    Symbol,
    /// One that is not read: characters of one byte.
    Single,
    /// One that is not read: characters of one or two bytes.
    Double,
}

impl Charset {
    /// By the number of a code page (`\ansicpg`, `\cpg`).
    pub(super) fn from_code_page(number: i32) -> Self {
        match number {
            936 | 54936 | 20936 => Self::Gb,
            0 | 1252 | 28591 | 20127 => Self::Latin,
            65001 => Self::Utf8,
            42 => Self::Symbol,
            932 | 949 | 950 | 1361 => Self::Double,
            _ => Self::Single,
        }
    }

    /// By `\fcharset`; `None` is the code page of the file.
    pub(super) fn from_number(number: i32) -> Option<Self> {
        match number {
            0 => Some(Self::Latin),
            1 => None,
            2 => Some(Self::Symbol),
            134 => Some(Self::Gb),
            128..=130 | 136 => Some(Self::Double),
            _ => Some(Self::Single),
        }
    }

    /// Whether a byte begins a character of two bytes.
    pub(super) fn leads(self, byte: u8) -> bool {
        matches!(self, Self::Gb | Self::Double) && matches!(byte, 0x81..=0xfe)
    }
}

/// Bytes of text that wait to be decoded.
#[derive(Debug, Default)]
pub(super) struct Pending {
    bytes: Vec<u8>,
    /// Whether the last byte is the first of a character.
    lead: bool,
}

impl Pending {
    /// Adds a byte.
    pub(super) fn push(&mut self, byte: u8, charset: Charset) {
        self.bytes.push(byte);
        self.lead = !self.lead && charset.leads(byte);
    }

    /// Whether the last byte is the first of a character.
    pub(super) fn is_open(&self) -> bool {
        self.lead
    }

    /// Whether there is nothing to decode.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The text of the bytes, and how many characters are not known. `chinese` says that the file is in code page 936 or
    /// names none, so that pairs of bytes in a Latin font may be Han all the same.
    pub(super) fn take(&mut self, charset: Charset, chinese: bool, gb18030: Gb18030<'_>) -> (String, usize) {
        self.lead = false;
        let bytes = std::mem::take(&mut self.bytes);
        if bytes.is_ascii() && charset != Charset::Symbol {
            return (String::from_utf8(bytes).unwrap_or_default(), 0);
        }
        match charset {
            Charset::Gb => gb18030(&bytes).map_or_else(|| unknown(&bytes, Charset::Gb), count),
            Charset::Utf8 => count(String::from_utf8_lossy(&bytes).into_owned()),
            Charset::Latin if chinese => {
                mixed(&bytes, gb18030).unwrap_or_else(|| (bytes.iter().map(|&b| latin(b)).collect(), 0))
            }
            Charset::Latin => (bytes.iter().map(|&byte| latin(byte)).collect(), 0),
            Charset::Symbol => (bytes.iter().map(|&byte| glyph(byte)).collect(), 0),
            Charset::Single | Charset::Double => unknown(&bytes, charset),
        }
    }
}

/// The character of a symbol font's byte: its glyphs are at U+F000 and following, where the caller looks for them.
fn glyph(byte: u8) -> char {
    let code = if byte <= b' ' { 0 } else { 0xf000 } + u32::from(byte);
    char::from_u32(code).unwrap_or('\u{fffd}')
}

fn count(text: String) -> (String, usize) {
    let damaged = text.matches(char::REPLACEMENT_CHARACTER).count();
    (text, damaged)
}

/// Bytes of a code page that is not read: ASCII stays, each other character is told to be unknown.
fn unknown(bytes: &[u8], charset: Charset) -> (String, usize) {
    let (mut text, mut damaged, mut lead) = (String::new(), 0, false);
    for &byte in bytes {
        if std::mem::take(&mut lead) {
            continue;
        }
        if byte.is_ascii() {
            text.push(char::from(byte));
        } else {
            text.push(char::REPLACEMENT_CHARACTER);
            damaged += 1;
            lead = charset.leads(byte);
        }
    }
    (text, damaged)
}

/// Text in a font of charset 0 that is nonetheless Chinese: old exporters name no charset but write GBK. Every run of
/// bytes beyond ASCII has to be pairs from GB 2312; `——` and `“”` of code page 1252 are not.
fn mixed(bytes: &[u8], gb18030: Gb18030<'_>) -> Option<(String, usize)> {
    let is_gb = bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii()).all(|run| {
        run.is_ascii() || run.chunks(2).all(|pair| matches!(pair, [0xa1..=0xa9 | 0xb0..=0xf7, 0xa1..=0xfe]))
    });
    if is_gb { Some(count(gb18030(bytes)?)) } else { None }
}

/// A byte of code page 1252; the five that it leaves open show nothing.
fn latin(byte: u8) -> char {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte) - 0x80).unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::gb18030;

    fn text(bytes: &[u8], charset: Charset, chinese: bool) -> (String, usize) {
        let mut pending = Pending::default();
        for &byte in bytes {
            pending.push(byte, charset);
        }
        pending.take(charset, chinese, &gb18030)
    }

    #[test]
    fn every_charset() {
        let same = |text: &str| (text.to_owned(), 0);
        assert_eq!(text(b"\xd5\xfea\x82\x5c", Charset::Gb, true), same("政a俓"));
        assert_eq!(text(b"\x93\x97\x97\x94\xb7", Charset::Latin, true), same("“——”·"));
        assert_eq!(text(b"\xd5\xfe\xb8\xae1", Charset::Latin, true), same("政府1"));
        assert_eq!(text(b"\xd5\xfe", Charset::Latin, false), same("Õþ"));
        assert_eq!(text("政".as_bytes(), Charset::Utf8, false), same("政"));
        assert_eq!(text(b"\xfe", Charset::Symbol, false), same("\u{f0fe}"));
        assert_eq!(text(b"a\x83\x4a\x82\xa0", Charset::Double, true), ("a\u{fffd}\u{fffd}".into(), 2));
        assert_eq!(text(b"a\xe9\xe9", Charset::Single, true), ("a\u{fffd}\u{fffd}".into(), 2));
        assert_eq!(text(b"\xd5", Charset::Gb, true), ("\u{fffd}".into(), 1));
    }

    #[test]
    fn numbers_name_charsets() {
        assert_eq!(Charset::from_number(134), Some(Charset::Gb));
        assert_eq!(Charset::from_number(1), None);
        assert_eq!(Charset::from_number(204), Some(Charset::Single));
        assert_eq!(Charset::from_code_page(936), Charset::Gb);
        assert_eq!(Charset::from_code_page(950), Charset::Double);
    }
}

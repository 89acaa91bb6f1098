//! Bytes → text. Chinese offices write UTF-8, GB18030 (labelled gb2312 or gbk, or not at all) and UTF-16.
//!
//! The order is: byte order mark, UTF-16 by its pattern, strict UTF-8, GB18030. A label inside the file only decides
//! what is said to the clerk, because it is wrong more often than the bytes are: GB18030 text of a few words is
//! practically never valid UTF-8.

use super::{ErrorKind, ReadError};

/// Decodes GB18030, a superset of GBK and GB 2312; damaged bytes become U+FFFD. `None` where no decoder is at hand.
///
/// The tables weigh more than 100 KB, so the browser's `TextDecoder` does it there; natively `encoding_rs` does.
pub type Gb18030<'a> = &'a dyn Fn(&[u8]) -> Option<String>;

/// GB18030 by `encoding_rs`.
#[cfg(not(target_arch = "wasm32"))]
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    Some(encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned())
}

/// No decoder: the host did not hand one in.
#[cfg(target_arch = "wasm32")]
pub fn gb18030(_: &[u8]) -> Option<String> {
    None
}

/// An encoding that reports come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Utf32,
    Gb18030,
}

impl Encoding {
    fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Utf32 => "UTF-32",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// Text with what had to be assumed to get it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without byte order mark.
    pub(super) text: String,
    encoding: Encoding,
    /// No byte order mark or label says so.
    guessed: bool,
    /// Pieces of bytes that fit no character.
    damaged: usize,
}

impl Decoded {
    /// What the clerk should know. UTF-8 needs no word.
    pub(super) fn notes(&self) -> impl Iterator<Item = String> {
        let guess = self.guessed && self.encoding != Encoding::Utf8;
        let encoding = guess.then(|| format!("编码：{}（自动判断）", self.encoding.name()));
        let damaged = (self.damaged > 0).then(|| {
            format!(
                "有 {} 处字节不是有效的 {} 文字，已用“\u{fffd}”代替，请核对原文",
                self.damaged,
                self.encoding.name()
            )
        });
        encoding.into_iter().chain(damaged)
    }
}

/// Whether a page names a GB encoding in its first 4 KB, where editors write it.
pub(super) fn names_gb(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes).to_ascii_lowercase();
    let label = |at: usize| start.get(at..at + 12).unwrap_or_default();
    (0..start.len()).any(|at| {
        label(at).strip_prefix(b"charset=").is_some_and(|name| {
            let name = name.strip_prefix(b"\"").or(name.strip_prefix(b"'")).unwrap_or(name);
            name.starts_with(b"gb")
        })
    })
}

/// Decodes the bytes of a text, page or the like. `labelled` says whether the file itself names a GB encoding.
pub(super) fn decode(bytes: &[u8], labelled: bool, gb18030: Gb18030<'_>) -> Result<Decoded, ReadError> {
    let decoded = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8_lossy(rest),
        [0xff, 0xfe, 0, 0, rest @ ..] => utf32(rest, u32::from_le_bytes, false),
        [0, 0, 0xfe, 0xff, rest @ ..] => utf32(rest, u32::from_be_bytes, false),
        [0xff, 0xfe, rest @ ..] => utf16(rest, Encoding::Utf16Le, false),
        [0xfe, 0xff, rest @ ..] => utf16(rest, Encoding::Utf16Be, false),
        _ => without_mark(bytes, labelled, gb18030)?,
    };
    if is_garbage(&decoded.text) { Err(ReadError::new(ErrorKind::NotText)) } else { Ok(decoded) }
}

fn without_mark(bytes: &[u8], labelled: bool, gb18030: Gb18030<'_>) -> Result<Decoded, ReadError> {
    let strict = std::str::from_utf8(bytes);
    if let Ok(text) = strict
        && !text.contains('\0')
    {
        return Ok(Decoded { text: text.into(), encoding: Encoding::Utf8, guessed: false, damaged: 0 });
    }
    for order in [u32::from_le_bytes, u32::from_be_bytes] {
        if looks_like_utf32(bytes, order) {
            return Ok(utf32(bytes, order, true));
        }
    }
    for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
        if looks_like_utf16(bytes, encoding) {
            return Ok(utf16(bytes, encoding, true));
        }
    }
    if strict.is_ok() || looks_like_damaged_utf8(bytes) {
        return Ok(utf8_lossy(bytes));
    }
    if looks_like_big5(bytes) {
        return Err(ReadError::new(ErrorKind::Big5));
    }
    let text = gb18030(bytes).ok_or(ReadError::new(ErrorKind::NotText))?;
    let damaged = text.matches('\u{fffd}').count();
    Ok(Decoded { text, encoding: Encoding::Gb18030, guessed: !labelled, damaged })
}

fn utf8_lossy(bytes: &[u8]) -> Decoded {
    let damaged = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let text = String::from_utf8_lossy(bytes).into_owned();
    Decoded { text, encoding: Encoding::Utf8, guessed: false, damaged }
}

/// UTF-8 with a few bad bytes, such as a copy that ends inside a character: characters of three bytes outnumber the
/// bad places by far. In GB18030 text nearly every byte beyond ASCII is a bad place.
fn looks_like_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut wide, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| c.len_utf8() >= 3).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    wide >= 20 * bad
}

fn units(bytes: &[u8], encoding: Encoding) -> impl Iterator<Item = u16> {
    bytes.chunks(2).map(move |pair| match (pair, encoding) {
        (&[a, b], Encoding::Utf16Be) => u16::from_be_bytes([a, b]),
        (&[a, b], _) => u16::from_le_bytes([a, b]),
        // A lone last byte is a lone surrogate: a damaged place.
        _ => 0xd800,
    })
}

fn utf16(bytes: &[u8], encoding: Encoding, guessed: bool) -> Decoded {
    let mut damaged = 0;
    let text = char::decode_utf16(units(bytes, encoding))
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                damaged += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Decoded { text, encoding, guessed, damaged }
}

fn utf32(bytes: &[u8], order: fn([u8; 4]) -> u32, guessed: bool) -> Decoded {
    let mut damaged = 0;
    let text = bytes
        .chunks(4)
        .map(|unit| {
            let code = <[u8; 4]>::try_from(unit).ok().and_then(|unit| char::from_u32(order(unit)));
            damaged += usize::from(code.is_none());
            code.unwrap_or(char::REPLACEMENT_CHARACTER)
        })
        .collect();
    Decoded { text, encoding: Encoding::Utf32, guessed, damaged }
}

/// Every unit of the start is a character, and none of them NUL: no other text has so many zeros.
fn looks_like_utf32(bytes: &[u8], order: fn([u8; 4]) -> u32) -> bool {
    let start = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
    let mut units =
        start.chunks_exact(4).filter_map(|unit| <[u8; 4]>::try_from(unit).ok()).map(order).peekable();
    units.peek().is_some() && units.all(|unit| (9..0x11_0000).contains(&unit))
}

/// Whether the bytes are Chinese in Big5: there the second byte of a character is often below 0x80, and the first one of the
/// common ones from 0xA4 to 0xC6; in GBK both are so only in characters that hardly anyone writes.
fn looks_like_big5(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(1 << 16)).unwrap_or(bytes);
    let (mut pairs, mut low, mut common) = (0_usize, 0_usize, 0_usize);
    let mut rest = start;
    while let Some((&lead, after)) = rest.split_first() {
        rest = after;
        if lead < 0x81 {
            continue;
        }
        let Some((&trail, after)) = after.split_first() else { break };
        rest = after;
        if !(0xa1..=0xf9).contains(&lead) || !matches!(trail, 0x40..=0x7e | 0xa1..=0xfe) {
            return false;
        }
        pairs += 1;
        low += usize::from(trail < 0x80);
        common += usize::from((0xa1..=0xc6).contains(&lead));
    }
    pairs >= 20 && low * 5 > pairs && common * 10 > pairs * 8
}

/// Nine tenths of the units of the start are Han, ASCII or Chinese punctuation. Called only for bytes that are not
/// UTF-8 without NUL, since pairs of ASCII letters look like Han too.
fn looks_like_utf16(bytes: &[u8], encoding: Encoding) -> bool {
    let (mut all, mut likely, mut letters) = (0_usize, 0_usize, 0_usize);
    for unit in units(bytes.get(..bytes.len().min(4096)).unwrap_or(bytes), encoding) {
        all += 1;
        // Two letters of ASCII make an ideograph of UTF-16: a page that begins with a long script is full of them.
        letters +=
            usize::from(unit.to_le_bytes().iter().all(|byte| matches!(byte, 9 | 10 | 13 | 0x20..=0x7e)));
        let plain = matches!(unit, 9 | 10 | 13 | 0x20..=0x7e);
        likely += usize::from(
            plain || matches!(unit, 0x2010..=0x2030 | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffef),
        );
    }
    all >= 2 && likely * 10 >= all * 9 && letters * 10 < all * 7
}

/// More than one character in ten is damaged, a control character, or one that no one assigned or writes.
fn is_garbage(text: &str) -> bool {
    let (mut all, mut bad) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        // Nearly all characters are of these ranges, and none of these is bad.
        if matches!(c, ' '..='~' | '\u{3000}'..='\u{d7ff}') {
            continue;
        }
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{b}' | '\u{1a}');
        // The private use area is where GB18030 puts byte pairs that no standard assigns.
        bad +=
            usize::from(control || c == char::REPLACEMENT_CHARACTER || matches!(c, '\u{e000}'..='\u{f8ff}'));
    }
    bad * 10 > all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、总体情况\r\n2023年，收到申请12件。\r\n";

    fn gb(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    fn utf16_bytes(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    fn read(bytes: &[u8]) -> Result<(String, Encoding, Vec<String>), ReadError> {
        decode(bytes, false, &gb18030).map(|d| {
            let notes = d.notes().collect();
            (d.text, d.encoding, notes)
        })
    }

    #[test]
    fn every_encoding_gives_the_same_text() -> Result<(), ReadError> {
        let le = utf16_bytes(TEXT, u16::to_le_bytes);
        let be = utf16_bytes(TEXT, u16::to_be_bytes);
        let cases = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8, 0),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), Encoding::Utf8, 0),
            (le.clone(), Encoding::Utf16Le, 1),
            (be.clone(), Encoding::Utf16Be, 1),
            ([b"\xff\xfe", le.as_slice()].concat(), Encoding::Utf16Le, 0),
            ([b"\xfe\xff", be.as_slice()].concat(), Encoding::Utf16Be, 0),
            (gb(TEXT), Encoding::Gb18030, 1),
        ];
        for (bytes, encoding, notes) in cases {
            let (text, found, said) = read(&bytes)?;
            assert_eq!((text.as_str(), found, said.len()), (TEXT, encoding, notes));
        }
        Ok(())
    }

    #[test]
    fn a_guess_is_said() -> Result<(), ReadError> {
        assert_eq!(read(&gb(TEXT))?.2, ["编码：GB18030（自动判断）"]);
        assert_eq!(decode(&gb(TEXT), true, &gb18030)?.notes().count(), 0);
        Ok(())
    }

    #[test]
    fn a_copy_that_ends_inside_a_character_is_utf8_with_a_note() -> Result<(), ReadError> {
        let bytes = "政府信息公开工作年度报告由本机关编制，自一月一日起至十二月底止。".as_bytes();
        let (text, encoding, notes) = read(bytes.get(..bytes.len() - 1).unwrap_or(bytes))?;
        assert!(text.ends_with("底止\u{fffd}"));
        assert_eq!((encoding, notes.len()), (Encoding::Utf8, 1));
        Ok(())
    }

    #[test]
    fn ciphertext_is_no_text() {
        // A linear congruential generator stands in for an enterprise's encryption.
        let mut state = 1_u32;
        let bytes: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .take(5000)
        .collect();
        assert_eq!(read(&bytes).map_err(|e| e.kind), Err(ErrorKind::NotText));
    }

    #[test]
    fn without_a_decoder_nothing_is_guessed() {
        let got = decode(&gb(TEXT), false, &|_| None);
        assert_eq!(got, Err(ReadError::new(ErrorKind::NotText)));
    }
}

//! Character maps (ISO 32000-1, 9.7.5 and 9.10.3): codes → text, and codes → numbers of glyphs.

use super::super::lexer::{Lexer, Token};
use super::ranges::Ranges;

/// More ranges than this are no map.
const MOST: usize = 70_000;

/// A map as embedded in a file.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Lengths of codes in bytes by ranges: bytes, first, last.
    spaces: Vec<(usize, u32, u32)>,
    /// Texts of the first codes of ranges, by their place in the list.
    ranges: Ranges,
    texts: Vec<String>,
    /// Numbers of glyphs of the first codes of ranges.
    glyphs: Ranges,
}

fn value(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |value, byte| value << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    // One byte for a character is against the rules and not rare.
    let units = if let [byte] = bytes {
        vec![u16::from(*byte)]
    } else {
        bytes.chunks_exact(2).map(|pair| u16::try_from(value(pair)).unwrap_or_default()).collect()
    };
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Bytes of text that one code may stand for: no ligature has more than some letters, and a page may show the code often.
const LONGEST_TEXT: usize = 64;

impl CMap {
    /// Reads a map; what is no map gives an empty one.
    pub(super) fn parse(data: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::new(data);
        // What stands before an operator, with the strings of an array in one place.
        let mut operands: Vec<Vec<Vec<u8>>> = Vec::new();
        let mut array = false;
        while let Some(token) = lexer.next() {
            match token {
                Token::String(bytes) => match operands.last_mut().filter(|_| array) {
                    Some(list) => list.push(bytes.into_owned()),
                    None => operands.push(vec![bytes.into_owned()]),
                },
                Token::Number(number) => {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
                    let number = number as u32;
                    operands.push(vec![number.to_be_bytes().to_vec()]);
                }
                Token::Open => {
                    array = true;
                    operands.push(Vec::new());
                }
                Token::Close => array = false,
                Token::Name(_) => {}
                Token::Word(word) => {
                    map.take(word, &operands);
                    operands.clear();
                    array = false;
                }
            }
            if operands.len() > MOST * 3 || map.ranges.len() + map.glyphs.len() > MOST {
                break;
            }
        }
        map.ranges.finish();
        map.glyphs.finish();
        map
    }

    fn add(&mut self, first: u32, last: u32, text: &[u8]) {
        let place = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        self.texts.push(utf16(text.get(..LONGEST_TEXT).unwrap_or(text)));
        self.ranges.add(first, last, place);
    }

    fn take(&mut self, word: &[u8], operands: &[Vec<Vec<u8>>]) {
        let first = |at: &[Vec<u8>]| at.first().map(|bytes| value(bytes));
        match word {
            b"endcodespacerange" => {
                for pair in operands.chunks_exact(2) {
                    if let [low, high] = pair
                        && let (Some(from), Some(to)) = (first(low), first(high))
                    {
                        let length = low.first().map_or(1, Vec::len).clamp(1, 4);
                        self.spaces.push((length, from, to));
                    }
                }
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [code, text] = pair
                        && let (Some(code), Some(text)) = (first(code), text.first())
                    {
                        self.add(code, code, text);
                    }
                }
            }
            b"endbfrange" => {
                for triple in operands.chunks_exact(3) {
                    let [low, high, texts] = triple else { continue };
                    let (Some(from), Some(to)) = (first(low), first(high)) else { continue };
                    match texts.as_slice() {
                        [text] if from <= to => self.add(from, to, text),
                        texts => {
                            for (code, text) in (from..=to).zip(texts) {
                                self.add(code, code, text);
                            }
                        }
                    }
                }
            }
            b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [code, glyph] = pair
                        && let (Some(code), Some(glyph)) = (first(code), first(glyph))
                    {
                        self.glyphs.add(code, code, glyph);
                    }
                }
            }
            b"endcidrange" => {
                for triple in operands.chunks_exact(3) {
                    if let [low, high, glyph] = triple
                        && let (Some(from), Some(to), Some(glyph)) = (first(low), first(high), first(glyph))
                    {
                        self.glyphs.add(from, to, glyph);
                    }
                }
            }
            _ => {}
        }
    }

    /// Appends the text of a code. Says whether there is one.
    pub(super) fn text(&self, code: u32, out: &mut String) -> bool {
        let Some((place, offset)) = self.ranges.get(code) else { return false };
        let Some(text) = self.texts.get(place as usize) else { return false };
        // Only the last character of a text is counted up.
        let mut chars = text.chars();
        let Some(last) = chars.next_back() else { return false };
        let last = u32::from(last).checked_add(offset).and_then(char::from_u32);
        out.push_str(chars.as_str());
        out.push(last.unwrap_or(char::REPLACEMENT_CHARACTER));
        true
    }

    /// The number of the glyph of a code.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let (glyph, offset) = self.glyphs.get(code)?;
        glyph.checked_add(offset)
    }

    /// How many bytes the next code has.
    pub(super) fn length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |&&(length, from, to): &&(usize, u32, u32)| {
            let Some(code) = bytes.get(..length) else { return false };
            // Each byte has a range of its own.
            let ends = from.to_be_bytes().into_iter().zip(to.to_be_bytes()).skip(4 - length);
            code.iter().zip(ends).all(|(byte, (low, high))| (low..=high).contains(byte))
        };
        self.spaces.iter().find(fits).or(self.spaces.first()).map(|(length, ..)| *length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_mapped_one_by_one_and_in_ranges() {
        let map = CMap::parse(
            b"1 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange
              2 beginbfchar <0003> <0020> <0007> <00660066> endbfchar
              3 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<7B2C> <D840DC0B>] <0030> <00ff> <005A> endbfrange
              1 begincidrange <8140> <8145> 100 endcidrange",
        );
        let text = |code: u32| {
            let mut out = String::new();
            map.text(code, &mut out).then_some(out)
        };
        assert_eq!(text(3).as_deref(), Some(" "));
        assert_eq!(text(7).as_deref(), Some("ff"));
        assert_eq!(text(0x12).as_deref(), Some("丂"));
        assert_eq!(text(0x21).as_deref(), Some("\u{2000b}"));
        assert_eq!(text(0x31).as_deref(), Some("["));
        assert_eq!(text(0x13), None);
        assert_eq!((map.glyph(0x8142), map.glyph(0x8146)), (Some(102), None));
        assert_eq!((map.length(b"a0"), map.length(b"\x81\x41")), (Some(1), Some(2)));
    }

    #[test]
    fn what_is_no_map_ends() {
        for data in
            [b"endbfrange".as_slice(), b"[[[[", b"<00> <ffffffff> <00> endbfrange", b"<ff> endcodespacerange"]
        {
            let mut out = String::new();
            CMap::parse(data).text(u32::MAX, &mut out);
        }
    }
}

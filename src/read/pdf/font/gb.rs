//! GBK by the host's decoder, a code only once.

use crate::read::Gb18030;

/// Not looked up yet.
const UNKNOWN: char = '\0';
/// More codes of four bytes than this are not looked up.
const LONGER: usize = 1000;

/// Decodes GBK codes and remembers them.
pub(in crate::read::pdf) struct Gb<'a> {
    decoder: Gb18030<'a>,
    /// Those of two bytes by their place in the table of the standard, [`UNKNOWN`] until they are looked up.
    pairs: Vec<char>,
    /// Those of four bytes, of which no text has many.
    longer: Vec<(u32, char)>,
}

/// The bytes of the next code of GBK or GB 18030.
pub(super) fn length(bytes: &[u8]) -> usize {
    match bytes {
        [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, ..] => 4,
        [0x81..=0xfe, 0x40..=0xfe, ..] => 2,
        _ => 1,
    }
}

impl<'a> Gb<'a> {
    pub(in crate::read::pdf) fn new(decoder: Gb18030<'a>) -> Self {
        Self { decoder, pairs: Vec::new(), longer: Vec::new() }
    }

    /// Looks up all codes of a string that are not known yet, in one call: it may leave WebAssembly.
    pub(super) fn learn(&mut self, bytes: &[u8]) {
        let mut unknown = Vec::new();
        let mut lines = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, tail) = rest.split_at_checked(length(rest)).unwrap_or((rest, &[]));
            let number = number(code);
            if code.len() > 1 && self.known(number) == Some(UNKNOWN) {
                self.set(number, char::REPLACEMENT_CHARACTER);
                unknown.push(number);
                lines.extend_from_slice(code);
                lines.push(b'\n');
            }
            rest = tail;
        }
        if unknown.is_empty() {
            return;
        }
        let text = (self.decoder)(&lines).unwrap_or_default();
        for (number, line) in unknown.into_iter().zip(text.split('\n')) {
            let mut chars = line.chars();
            if let (Some(char), None) = (chars.next(), chars.next()) {
                self.set(number, char);
            }
        }
    }

    /// What is known of a code of several bytes; `None` for one that is not kept.
    fn known(&self, number: u32) -> Option<char> {
        if let Some(place) = place(number) {
            return Some(self.pairs.get(place).copied().unwrap_or(UNKNOWN));
        }
        let known = self.longer.iter().find(|(known, _)| *known == number);
        known.map(|(_, char)| *char).or((self.longer.len() < LONGER && number > 0xffff).then_some(UNKNOWN))
    }

    fn set(&mut self, number: u32, char: char) {
        if let Some(place) = place(number) {
            if self.pairs.is_empty() {
                self.pairs = vec![UNKNOWN; 126 * 191];
            }
            if let Some(entry) = self.pairs.get_mut(place) {
                *entry = char;
            }
        } else if let Some((_, entry)) = self.longer.iter_mut().find(|(known, _)| *known == number) {
            *entry = char;
        } else {
            self.longer.push((number, char));
        }
    }

    /// The character of a code that was learnt, or is one byte.
    pub(super) fn char(&self, code: &[u8]) -> Option<char> {
        match code {
            [byte @ 0x20..=0x7e] => Some(char::from(*byte)),
            _ => self.known(number(code)).filter(|char| *char != UNKNOWN),
        }
    }
}

/// The place of a code of two bytes in the table of the standard.
fn place(number: u32) -> Option<usize> {
    let [0, 0, lead @ 0x81..=0xfe, trail @ 0x40..=0xfe] = number.to_be_bytes() else { return None };
    Some(usize::from(lead - 0x81) * 191 + usize::from(trail - 0x40))
}

fn number(code: &[u8]) -> u32 {
    code.iter().fold(0, |value, byte| value << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_code_is_decoded_once() {
        let calls = Cell::new(0);
        let decoder = |bytes: &[u8]| {
            calls.set(calls.get() + 1);
            crate::read::gb18030(bytes)
        };
        let mut gb = Gb::new(&decoder);
        for _ in 0..3 {
            gb.learn(b"\xb9\xab\xbf\xaa 7\xb9\xab\x81");
        }
        assert_eq!(
            (gb.char(b"\xb9\xab"), gb.char(b"\xbf\xaa"), gb.char(b"7")),
            (Some('公'), Some('开'), Some('7'))
        );
        assert_eq!((gb.char(b"\x81"), calls.get()), (None, 1));
    }
}

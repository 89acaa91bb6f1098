//! GBK by the host's decoder, a code only once.

use crate::read::Gb18030;
use std::collections::BTreeMap;

/// Decodes GBK codes and remembers them.
pub(in crate::read::pdf) struct Gb<'a> {
    decoder: Gb18030<'a>,
    known: BTreeMap<u32, char>,
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
        Self { decoder, known: BTreeMap::new() }
    }

    /// Looks up all codes of a string that are not known yet, in one call: it may leave WebAssembly.
    pub(super) fn learn(&mut self, bytes: &[u8]) {
        let mut unknown = Vec::new();
        let mut lines = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let (code, tail) = rest.split_at_checked(length(rest)).unwrap_or((rest, &[]));
            let number = number(code);
            if code.len() > 1 && !self.known.contains_key(&number) {
                self.known.insert(number, char::REPLACEMENT_CHARACTER);
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
                self.known.insert(number, char);
            }
        }
    }

    /// The character of a code that was learnt, or is one byte.
    pub(super) fn char(&self, code: &[u8]) -> Option<char> {
        match code {
            [byte @ 0x20..=0x7e] => Some(char::from(*byte)),
            _ => self.known.get(&number(code)).copied(),
        }
    }
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

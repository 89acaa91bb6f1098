//! Tokens of content streams and character maps (ISO 32000-1, 7.2).

use super::filters::digit;
use crate::read::page::number;
use std::borrow::Cow;

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    Number(f32),
    /// Without its slash, escapes resolved.
    Name(Cow<'a, [u8]>),
    /// Literal or hexadecimal.
    String(Cow<'a, [u8]>),
    /// `[` or `<<`.
    Open,
    /// `]` or `>>`.
    Close,
    /// An operator, `true`, `null` and the like.
    Word(&'a [u8]),
}

/// Reads tokens. Whatever the bytes, every call goes on by one byte at least.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    data: &'a [u8],
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Lexer<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data }
    }

    /// What follows the last token.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.data
    }

    /// The bytes up to the first that does not fit.
    fn take_while(&mut self, fits: impl Fn(u8) -> bool) -> &'a [u8] {
        let end = self.data.iter().position(|byte| !fits(*byte)).unwrap_or(self.data.len());
        let (taken, rest) = self.data.split_at_checked(end).unwrap_or((self.data, &[]));
        self.data = rest;
        taken
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (&first, rest) = self.data.split_first()?;
            match first {
                b'%' => drop(self.take_while(|byte| !matches!(byte, b'\r' | b'\n'))),
                b'/' => {
                    self.data = rest;
                    return Some(Token::Name(unescape(self.take_while(is_regular))));
                }
                b'(' => {
                    self.data = rest;
                    return Some(Token::String(self.literal()));
                }
                b'<' => {
                    self.data = rest;
                    if let Some(rest) = rest.strip_prefix(b"<") {
                        self.data = rest;
                        return Some(Token::Open);
                    }
                    return Some(Token::String(self.hexadecimal()));
                }
                b'>' => {
                    self.data = rest.strip_prefix(b">").unwrap_or(rest);
                    return Some(Token::Close);
                }
                b'[' | b']' => {
                    self.data = rest;
                    return Some(if first == b'[' { Token::Open } else { Token::Close });
                }
                byte if is_regular(byte) => {
                    let word = self.take_while(is_regular);
                    return Some(number(word).map_or(Token::Word(word), Token::Number));
                }
                _ => self.data = rest,
            }
        }
    }

    fn literal(&mut self) -> Cow<'a, [u8]> {
        let plain = self.data.iter().position(|byte| matches!(byte, b'(' | b')' | b'\\' | b'\r'));
        if let Some(end) = plain
            && self.data.get(end) == Some(&b')')
        {
            let (text, rest) = self.data.split_at_checked(end).unwrap_or((self.data, &[]));
            self.data = rest.get(1..).unwrap_or_default();
            return Cow::Borrowed(text);
        }
        let mut out = Vec::new();
        let mut depth = 0_usize;
        while let Some((&byte, rest)) = self.data.split_first() {
            self.data = rest;
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\\' => {
                    self.escape(&mut out);
                    continue;
                }
                b'\r' => {
                    self.data = rest.strip_prefix(b"\n").unwrap_or(rest);
                    out.push(b'\n');
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        Cow::Owned(out)
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some((&byte, rest)) = self.data.split_first() else { return };
        self.data = rest;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\n' => {}
            b'\r' => self.data = rest.strip_prefix(b"\n").unwrap_or(rest),
            b'0'..=b'7' => {
                let mut value = byte - b'0';
                for _ in 0..2 {
                    let Some((&digit @ b'0'..=b'7', rest)) = self.data.split_first() else { break };
                    value = value.wrapping_mul(8).wrapping_add(digit - b'0');
                    self.data = rest;
                }
                out.push(value);
            }
            other => out.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Cow<'a, [u8]> {
        let digits = self.take_while(|byte| byte != b'>');
        self.data = self.data.get(1..).unwrap_or_default();
        Cow::Owned(super::filters::hex(digits))
    }

    /// Passes over the data of an inline image, up to an `EI` that more operators follow (ISO 32000-1, 8.9.7).
    pub(super) fn skip_image(&mut self) {
        let mut at = 0_usize;
        while let Some(window) = self.data.get(at..at.saturating_add(3)) {
            if let [before, b'E', b'I'] = window
                && is_space(*before)
            {
                let after = self.data.get(at + 3..).unwrap_or_default();
                let next = after.get(..after.len().min(12)).unwrap_or_default();
                let text = |byte: &u8| is_space(*byte) && *byte != 0 || matches!(byte, b' '..=b'~');
                if next.first().is_none_or(|byte| is_space(*byte)) && next.iter().all(text) {
                    self.data = after;
                    return;
                }
            }
            at += 1;
        }
        self.data = &[];
    }
}

fn unescape(name: &[u8]) -> Cow<'_, [u8]> {
    if !name.contains(&b'#') {
        return Cow::Borrowed(name);
    }
    let mut out = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte == b'#'
            && let [high, low, after @ ..] = tail
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            out.push(high << 4 | low);
            rest = after;
        } else {
            out.push(byte);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(data: &[u8]) -> String {
        let mut lexer = Lexer::new(data);
        let mut shown = Vec::new();
        while let Some(token) = lexer.next() {
            shown.push(match token {
                Token::Number(n) => format!("{n}"),
                Token::Name(n) => format!("/{}", String::from_utf8_lossy(&n)),
                Token::String(s) => format!("({})", String::from_utf8_lossy(&s)),
                Token::Open => "[".into(),
                Token::Close => "]".into(),
                Token::Word(w) => String::from_utf8_lossy(w).into_owned(),
            });
        }
        shown.join(" ")
    }

    #[test]
    fn tokens_of_every_kind() {
        assert_eq!(tokens(b"1 0 -.5 +2. cm%x\n/F#31 --3 1-2 Tf"), "1 0 -0.5 2 cm /F1 -3 1 Tf");
        assert_eq!(
            tokens(b"[(a(b)\\)\\101\\\n)-120<4142 4>]TJ<</K/V>>"),
            "[ (a(b))A) -120 (AB@) ] TJ [ /K /V ]"
        );
        assert_eq!(tokens(b"(open \\"), "(open )");
        assert_eq!(tokens(b"<41"), "(A)");
        assert_eq!(tokens(b")}]{ 1e5 T*"), "] 1e5 T*");
    }

    #[test]
    fn images_in_line_are_passed_over() {
        let mut lexer = Lexer::new(b"\x01 EI\x02\xff EI Q");
        lexer.skip_image();
        assert_eq!(lexer.next(), Some(Token::Word(b"Q")));
    }
}

//! The syntax of RTF (1.9.1, "RTF Syntax"): groups, control words, control symbols and bytes of text.

/// A piece of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` with its number, if it has one.
    Word(&'a [u8], Option<i32>),
    /// `\` and one character that is no letter. Line ends are given as `\n`.
    Symbol(u8),
    /// `\'xx`: a byte of text in hexadecimal.
    Hex(u8),
    /// Bytes of text.
    Text(&'a [u8]),
}

/// Reads tokens. Whatever the bytes are, it comes to their end.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    rest: &'a [u8],
    /// The bytes of a `\bin` that are not there.
    pub(super) missing: usize,
}

impl<'a> Lexer<'a> {
    /// Begins at the start of a file.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, missing: 0 }
    }

    /// What has not been read.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// The next token; `None` at the end.
    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (&first, tail) = self.rest.split_first()?;
            match first {
                b'{' => return Some(self.give(tail, Token::Open)),
                b'}' => return Some(self.give(tail, Token::Close)),
                b'\\' => return Some(self.control(tail)),
                // Line ends only break the lines of the file; a NUL pads some writers' last block.
                b'\r' | b'\n' | 0 => self.rest = tail,
                _ => {
                    let special = |byte: &u8| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                    let end = self.rest.iter().position(special).unwrap_or(self.rest.len());
                    let (text, rest) = self.rest.split_at_checked(end)?;
                    return Some(self.give(rest, Token::Text(text)));
                }
            }
        }
    }

    /// The second byte of a character whose first byte ended the text before, where old exporters wrote characters of
    /// two bytes as they are: `\`, `{` and `}` are second bytes in GBK.
    pub(super) fn trail(&mut self) -> Option<u8> {
        let (&byte, tail) = self.rest.split_first()?;
        let is_trail = matches!(byte, b'{' | b'}') || (byte == b'\\' && tail.first() != Some(&b'\''));
        is_trail.then(|| {
            self.rest = tail;
            byte
        })
    }

    /// The byte that `\'xx` would give next, without taking it.
    pub(super) fn peek_hex(&self) -> Option<u8> {
        let digits = self.rest.strip_prefix(b"\\'")?;
        hex(digits.first().copied()?, digits.get(1).copied()?)
    }

    fn give(&mut self, rest: &'a [u8], token: Token<'a>) -> Token<'a> {
        self.rest = rest;
        token
    }

    /// What follows a backslash.
    fn control(&mut self, after: &'a [u8]) -> Token<'a> {
        let letters = after.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (name, mut rest) = after.split_at_checked(letters).unwrap_or((after, &[]));
        if name.is_empty() {
            return self.symbol(after);
        }
        let negative = rest.first() == Some(&b'-') && rest.get(1).is_some_and(u8::is_ascii_digit);
        if negative {
            rest = rest.get(1..).unwrap_or_default();
        }
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (number, tail) = rest.split_at_checked(digits).unwrap_or((rest, &[]));
        let number = (digits > 0).then(|| {
            let value = number.iter().fold(0_i32, |value, digit| {
                value.saturating_mul(10).saturating_add(i32::from(digit.saturating_sub(b'0')))
            });
            if negative { value.saturating_neg() } else { value }
        });
        self.rest = tail.strip_prefix(b" ").unwrap_or(tail);
        if name == b"bin" {
            let length = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            self.missing = self.missing.max(length.saturating_sub(self.rest.len()));
            self.rest = self.rest.get(length..).unwrap_or_default();
        }
        Token::Word(name, number)
    }

    fn symbol(&mut self, after: &'a [u8]) -> Token<'a> {
        let Some((&symbol, tail)) = after.split_first() else {
            self.rest = after;
            return Token::Text(&[]);
        };
        self.rest = tail;
        match symbol {
            b'\'' => match (tail.first(), tail.get(1)) {
                (Some(&high), Some(&low)) => match hex(high, low) {
                    Some(byte) => {
                        self.rest = tail.get(2..).unwrap_or_default();
                        Token::Hex(byte)
                    }
                    None => Token::Text(&[]),
                },
                _ => Token::Text(&[]),
            },
            b'\r' | b'\n' => {
                self.rest = tail.strip_prefix(b"\n").filter(|_| symbol == b'\r').unwrap_or(tail);
                Token::Symbol(b'\n')
            }
            symbol => Token::Symbol(symbol),
        }
    }
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)?.wrapping_shl(4) | digit(low)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(source: &[u8]) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(source);
        std::iter::from_fn(|| lexer.next()).collect()
    }

    #[test]
    fn words_symbols_and_bytes() {
        use Token::{Close, Hex, Open, Symbol, Text, Word};
        assert_eq!(
            tokens(b"{\\rtf1\\li-72 a\r\nb\\'d5\\~\\u-28246?\\par\\\r\n\\'zz\\b0}"),
            [
                Open,
                Word(b"rtf", Some(1)),
                Word(b"li", Some(-72)),
                Text(b"a"),
                Text(b"b"),
                Hex(0xd5),
                Symbol(b'~'),
                Word(b"u", Some(-28246)),
                Text(b"?"),
                Word(b"par", None),
                Symbol(b'\n'),
                Text(b""),
                Text(b"zz"),
                Word(b"b", Some(0)),
                Close
            ]
        );
    }

    #[test]
    fn binary_data_is_passed_over_and_what_misses_is_counted() {
        assert_eq!(tokens(b"\\bin3 }{}a"), [Token::Word(b"bin", Some(3)), Token::Text(b"a")]);
        let mut lexer = Lexer::new(b"\\bin2147483647 ab");
        while lexer.next().is_some() {}
        assert_eq!(lexer.missing, 2_147_483_645);
        assert_eq!(tokens(b"\\bin-9 a"), [Token::Word(b"bin", Some(-9)), Token::Text(b"a")]);
        assert_eq!(tokens(b"\\"), [Token::Text(b"")]);
    }
}

//! A place in the page that moves forward. All that tokens are told by is ASCII, so it stops at whole characters.

/// What is still to be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// The byte `offset` bytes ahead.
    pub(super) fn ahead(&self, offset: usize) -> Option<u8> {
        self.rest.as_bytes().get(offset).copied()
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.ahead(0)
    }

    /// Takes so many bytes.
    pub(super) fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Takes all before the first byte that is a `stop`.
    pub(super) fn until(&mut self, stop: impl Fn(u8) -> bool) -> &'a str {
        self.take(self.rest.bytes().position(stop).unwrap_or(self.rest.len()))
    }

    /// How far ahead the first place is whose rest is an `end`, or how far the page goes on.
    pub(super) fn find(&self, end: impl Fn(&[u8]) -> bool) -> usize {
        let bytes = self.rest.as_bytes();
        (0..bytes.len()).find(|&at| bytes.get(at..).is_some_and(&end)).unwrap_or(bytes.len())
    }

    /// Takes the blanks before the next byte and gives that.
    pub(super) fn after_blanks(&mut self) -> Option<u8> {
        self.until(|byte| !is_blank(byte));
        self.peek()
    }

    /// Takes all up to and with `mark`, or all there is.
    pub(super) fn past(&mut self, mark: u8) {
        self.until(|byte| byte == mark);
        self.take(1);
    }

    /// Takes `word` if it comes next, in whatever case.
    pub(super) fn eat(&mut self, word: &str) -> bool {
        let found = begins(self.rest.as_bytes(), word);
        if found {
            self.take(word.len());
        }
        found
    }
}

/// Whether `bytes` begin with `word`, in whatever case.
pub(super) fn begins(bytes: &[u8], word: &str) -> bool {
    bytes.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether a byte separates attributes. Carriage returns are line feeds by then.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\x0c')
}

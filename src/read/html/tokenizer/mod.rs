//! From a page to tokens for the tree builder of `html5ever` (13.2.5 of the HTML standard), as far as its tree can
//! tell: comments are told without their text, and end tags without attributes.
//!
//! The whole page is in memory, so there are no states between characters: each kind of token is a function that takes
//! it from the [`Cursor`], and what the standard's states remember is where that function stands.

mod cursor;
mod doctype;
mod names;
mod raw;
mod reference;
mod tag;

use crate::read::ReadError;
use cursor::Cursor;
use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{TagKind, Token, TokenSinkResult};
use std::borrow::Cow;

/// What the text ahead is.
#[derive(Debug, Clone, Copy)]
enum Mode {
    /// Text with tags.
    Data,
    /// Text up to the end tag of the element that was opened last.
    Raw(RawKind),
    /// Text up to the end of the page.
    Plaintext,
    /// Text up to the end of its section.
    Cdata,
}

/// Gives the tokens of a page one by one.
#[derive(Debug)]
pub(super) struct Tokenizer<'a> {
    cursor: Cursor<'a>,
    mode: Mode,
    /// The name of the last start tag.
    opened: LocalName,
}

/// The page as tokens are told from it: without byte order mark, and with a line feed at the end of each line.
pub(super) fn preprocess(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains('\r') {
        source.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        source.into()
    }
}

impl<'a> Tokenizer<'a> {
    /// Before the first token of a [`preprocess`]ed page.
    pub(super) fn new(source: &'a str) -> Self {
        Self { cursor: Cursor { rest: source }, mode: Mode::Data, opened: LocalName::default() }
    }

    /// Takes the tree builder's answer to the last token.
    pub(super) fn obey<Handle>(&mut self, answer: &TokenSinkResult<Handle>) {
        match answer {
            TokenSinkResult::Plaintext => self.mode = Mode::Plaintext,
            TokenSinkResult::RawData(kind) => self.mode = Mode::Raw(*kind),
            // No script runs, and the bytes are decoded already.
            TokenSinkResult::Continue
            | TokenSinkResult::Script(_)
            | TokenSinkResult::EncodingIndicator(_) => {}
        }
    }

    /// The next token; `None` at the end of the page. `is_foreign` tells whether the tree is inside SVG or `MathML`.
    pub(super) fn next(&mut self, is_foreign: impl Fn() -> bool) -> Result<Option<Token>, ReadError> {
        loop {
            let text = self.text();
            if !text.is_empty() {
                return Ok(Some(Token::CharacterTokens(text)));
            }
            if self.cursor.peek() == Some(0) {
                self.cursor.take(1);
                return Ok(Some(Token::NullCharacterToken));
            }
            if self.cursor.rest.is_empty() {
                return Ok(None);
            }
            if matches!(self.mode, Mode::Cdata) {
                self.cursor.take("]]>".len());
                self.mode = Mode::Data;
                continue;
            }
            if let Some(token) = self.markup(&is_foreign)? {
                return Ok(Some(token));
            }
        }
    }

    /// Takes all text before the next token of another kind, with its references resolved.
    fn text(&mut self) -> StrTendril {
        let cursor = &mut self.cursor;
        let length = match self.mode {
            Mode::Data => return data(cursor),
            Mode::Raw(RawKind::Rcdata | RawKind::Rawtext) => raw::end(*cursor, &self.opened),
            Mode::Raw(_) => raw::script_end(cursor.rest.as_bytes()),
            Mode::Plaintext => cursor.rest.len(),
            // What a NUL means depends on the element, so the tree builder is told.
            Mode::Cdata => cursor.find(|rest| rest.starts_with(b"]]>") || rest.starts_with(b"\0")),
        };
        let mut piece = Cursor { rest: cursor.take(length) };
        let resolves = matches!(self.mode, Mode::Raw(RawKind::Rcdata));
        let mut text = StrTendril::new();
        loop {
            text.push_slice(piece.until(|byte| byte == 0 || (byte == b'&' && resolves)));
            match piece.peek() {
                None => return text,
                Some(0) => {
                    piece.take(1);
                    text.push_char(char::REPLACEMENT_CHARACTER);
                }
                Some(_) => reference::push(&mut piece, false, &mut text),
            }
        }
    }

    /// Takes what the `<` ahead begins. `None` if it is nothing to the tree.
    fn markup(&mut self, is_foreign: impl Fn() -> bool) -> Result<Option<Token>, ReadError> {
        let cursor = &mut self.cursor;
        cursor.take(1);
        if cursor.eat("!") {
            if cursor.eat("--") {
                comment(cursor);
            } else if cursor.eat("doctype") {
                return Ok(Some(Token::DoctypeToken(doctype::read(cursor))));
            } else if cursor.rest.starts_with("[CDATA[") && is_foreign() {
                cursor.take("[CDATA[".len());
                self.mode = Mode::Cdata;
                return Ok(None);
            } else {
                cursor.past(b'>');
            }
            return Ok(Some(Token::CommentToken(StrTendril::new())));
        }
        let kind = if cursor.eat("/") { TagKind::EndTag } else { TagKind::StartTag };
        match cursor.peek() {
            Some(byte) if byte.is_ascii_alphabetic() => {
                self.mode = Mode::Data;
                let tag = tag::read(cursor, kind)?;
                if let Some(tag) = tag.as_ref().filter(|_| kind == TagKind::StartTag) {
                    self.opened = tag.name.clone();
                }
                Ok(tag.map(Token::TagToken))
            }
            Some(b'>') => {
                cursor.take(1);
                Ok(None)
            }
            // `<?` and `</` with anything else.
            _ => {
                cursor.past(b'>');
                Ok(Some(Token::CommentToken(StrTendril::new())))
            }
        }
    }
}

/// Takes text among tags.
fn data(cursor: &mut Cursor<'_>) -> StrTendril {
    let mut text = StrTendril::new();
    loop {
        text.push_slice(cursor.until(|byte| matches!(byte, b'<' | b'&' | 0)));
        match cursor.peek() {
            Some(b'&') => reference::push(cursor, false, &mut text),
            Some(b'<') if !begins_markup(cursor) => text.push_slice(cursor.take(1)),
            _ => return text,
        }
    }
}

/// Whether the `<` ahead begins a tag, a comment or the like, and is no text.
fn begins_markup(cursor: &Cursor<'_>) -> bool {
    match cursor.ahead(1) {
        Some(b'/') => cursor.ahead(2).is_some(),
        Some(byte) => matches!(byte, b'!' | b'?') || byte.is_ascii_alphabetic(),
        None => false,
    }
}

/// Takes a comment from after its `<!--`.
fn comment(cursor: &mut Cursor<'_>) {
    if cursor.eat(">") || cursor.eat("->") {
        return;
    }
    let end = cursor.find(|rest| rest.starts_with(b"-->") || rest.starts_with(b"--!>"));
    cursor.take(end);
    cursor.past(b'>');
}

#[cfg(test)]
mod tests;

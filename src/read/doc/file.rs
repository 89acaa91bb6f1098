//! The file information block (MS-DOC 2.5) and the streams it points into.

use crate::read::bytes::{size_at, slice, u16_at};
use crate::read::cfb::Compound;
use crate::read::{ErrorKind, ReadError};
use std::ops::Range;

/// `wIdent` of Word 97 and later.
const WORD_97: u16 = 0xa5ec;
/// `nFib` of Word 97, the first that is read here.
const FIRST_VERSION: u16 = 0xc1;

/// Tables of the file by their place among the pairs of place and size (2.5.6).
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// The style sheet (`Stshf`).
    Styles = 1,
    /// Where the formats of characters are (`PlcfBteChpx`).
    CharacterPages = 12,
    /// Where the formats of paragraphs are (`PlcfBtePapx`).
    ParagraphPages = 13,
    /// Names of fonts (`SttbfFfn`).
    Fonts = 15,
    /// Which bytes are the text (`Clx`).
    Pieces = 33,
    /// Where shapes are anchored in the text (`PlcSpaMom`).
    Anchors = 40,
    /// Drawings (`DggInfo`).
    Drawings = 50,
    /// The text boxes of the body (`PlcftxbxTxt`).
    Boxes = 56,
    /// Definitions of lists (`PlfLst`).
    ListDefinitions = 73,
    /// Lists (`PlfLfo`).
    Lists = 74,
}

/// The stories of a document in the order in which their text stands (2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Story {
    /// The body.
    Body = 0,
    /// Footnotes.
    Footnotes = 1,
    /// Endnotes.
    Endnotes = 5,
    /// Text boxes of the body.
    Boxes = 6,
}

/// The streams of a document.
#[derive(Debug)]
pub(super) struct File {
    /// `WordDocument`: the block itself, the text and the formats.
    pub(super) word: Vec<u8>,
    /// `0Table` or `1Table`.
    pub(super) table: Vec<u8>,
    /// `Data`: what does not fit elsewhere.
    pub(super) data: Vec<u8>,
}

impl File {
    /// Opens the streams.
    pub(super) fn open(file: &Compound<'_>) -> Result<Self, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let word = file.stream("WordDocument")?.ok_or(damaged)?;
        let field = |at| u16_at(&word, at).ok_or(damaged);
        let (identifier, version, flags) = (field(0)?, field(2)?, field(10)?);
        if version < FIRST_VERSION {
            return Err(ReadError::new(ErrorKind::OldWord));
        }
        if identifier != WORD_97 {
            return Err(damaged);
        }
        // fEncrypted: XOR obfuscation and both kinds of RC4 alike.
        if flags & 0x100 != 0 {
            return Err(ReadError::new(ErrorKind::Encrypted));
        }
        let name = if flags & 0x200 == 0 { "0Table" } else { "1Table" };
        let table = file.stream(name)?.ok_or(damaged)?;
        let data = file.stream("Data")?.unwrap_or_default();
        Ok(Self { word, table, data })
    }

    /// Where a table begins in the table stream, and its size; 0 if there is none.
    pub(super) fn place(&self, part: Part) -> (usize, usize) {
        let at = 0x9a + part as usize * 8;
        // The number of pairs stands before them.
        let pairs = usize::from(u16_at(&self.word, 0x98).unwrap_or(0));
        if part as usize >= pairs {
            return (0, 0);
        }
        (size_at(&self.word, at).unwrap_or(0), size_at(&self.word, at + 4).unwrap_or(0))
    }

    /// The bytes of a table; none if it is not there.
    pub(super) fn part(&self, part: Part) -> &[u8] {
        let (start, size) = self.place(part);
        slice(&self.table, start, size).unwrap_or_default()
    }

    /// The places of the characters of a story.
    pub(super) fn story(&self, story: Story) -> Range<usize> {
        // The counts of the stories stand one after the other (ccpText …).
        let count = |at: usize| size_at(&self.word, 0x4c + at * 4).unwrap_or(0);
        let start = (0..story as usize).map(count).fold(0, usize::saturating_add);
        start..start.saturating_add(count(story as usize))
    }
}

/// The number at a place of a table of characters.
pub(super) fn character_at(table: &[u8], at: usize) -> Option<usize> {
    size_at(table, at.checked_mul(4)?)
}

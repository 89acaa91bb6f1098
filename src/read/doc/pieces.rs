//! The piece table (MS-DOC 2.8.35): which bytes of the file are the text, in which order.

use super::file::{File, Part};
use super::sprm::{Sprm, Sprms};
use crate::read::bytes::{size_at, slice, u16_at, u32_at};
use crate::read::{ErrorKind, ReadError, limits};

/// What bytes 0x80 to 0x9f mean in compressed text (2.9.73): Windows-1252 whatever the language.
const HIGH: [u16; 32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
    0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

/// A stretch of text that lies in one place of the file.
#[derive(Debug)]
struct Piece {
    /// Its first character…
    start: usize,
    /// … and the one after its last.
    end: usize,
    /// Where its bytes begin.
    place: usize,
    /// One byte a character instead of two.
    compressed: bool,
    /// What it changes of all formats in it (`Prm`).
    change: u16,
}

impl Piece {
    fn width(&self) -> usize {
        if self.compressed { 1 } else { 2 }
    }
}

/// Where a character lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its byte in the stream.
    pub(super) byte: usize,
    /// Bytes that each character takes here.
    pub(super) width: usize,
    /// The character after the last of its piece.
    pub(super) end: usize,
    /// What its piece changes of all formats in it.
    pub(super) change: u16,
}

/// The text and where it comes from.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    table: Vec<Piece>,
    /// Lists of properties that pieces refer to (`Prc`).
    changes: Vec<&'a [u8]>,
    /// All characters of all stories, as units of UTF-16.
    pub(super) text: Vec<u16>,
}

impl<'a> Pieces<'a> {
    /// Reads the table and the text.
    pub(super) fn read(file: &'a File) -> Result<Self, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let mut table = file.part(Part::Pieces);
        let mut changes = Vec::new();
        while let [1, rest @ ..] = table {
            let list = u16_at(rest, 0).and_then(|size| slice(rest, 2, size.into())).ok_or(damaged)?;
            table = rest.get(2 + list.len()..).ok_or(damaged)?;
            changes.push(list);
        }
        let [2, rest @ ..] = table else { return Err(damaged) };
        let size = size_at(rest, 0).ok_or(damaged)?;
        let table = slice(rest, 4, size).ok_or(damaged)?;
        let count = table.len().saturating_sub(4) / 12;
        let mut found = Self { table: Vec::with_capacity(count), changes, text: Vec::new() };
        for at in 0..count {
            let start = size_at(table, at * 4).ok_or(damaged)?;
            let end = size_at(table, at * 4 + 4).ok_or(damaged)?;
            let descriptor = slice(table, (count + 1) * 4 + at * 8, 8).ok_or(damaged)?;
            let place = u32_at(descriptor, 2).ok_or(damaged)?;
            let compressed = place & 0x4000_0000 != 0;
            let place = (place & 0x3fff_ffff) as usize;
            let place = if compressed { place / 2 } else { place };
            let change = u16_at(descriptor, 6).unwrap_or(0);
            if start != found.text.len() || end < start {
                return Err(damaged);
            }
            limits::within(end, limits::TEXT_CHARS, ErrorKind::TooMuchText)?;
            let piece = Piece { start, end, place, compressed, change };
            let bytes = (end - start).checked_mul(piece.width()).ok_or(damaged)?;
            let bytes = slice(&file.word, place, bytes).ok_or(damaged)?;
            if compressed {
                found.text.extend(bytes.iter().map(|&byte| {
                    let high = usize::from(byte).checked_sub(0x80).and_then(|at| HIGH.get(at));
                    high.copied().unwrap_or(byte.into())
                }));
            } else {
                found.text.extend(bytes.chunks_exact(2).filter_map(|two| u16_at(two, 0)));
            }
            found.table.push(piece);
        }
        Ok(found)
    }

    /// Where a character lies.
    pub(super) fn place(&self, character: usize) -> Option<Place> {
        let at = self.table.partition_point(|piece| piece.end <= character);
        let piece = self.table.get(at)?;
        let byte = piece.place + character.checked_sub(piece.start)? * piece.width();
        Some(Place { byte, width: piece.width(), end: piece.end, change: piece.change })
    }

    /// The properties that a piece changes: one of a list, or a single common one (2.9.214 `Prm0`).
    pub(super) fn change(&self, change: u16) -> Change<'a> {
        if change & 1 == 0 {
            let value = change.to_le_bytes().last().copied().unwrap_or(0);
            let code = match (change >> 1) & 0x7f {
                0x18 => 0x2416,
                0x19 => 0x2417,
                0x41 => 0x0800,
                0x42 => 0x0801,
                0x5c => 0x083c,
                _ => return Change::None,
            };
            return Change::One(code, value);
        }
        self.changes.get(usize::from(change >> 1)).map_or(Change::None, |list| Change::List(list))
    }
}

/// What a piece changes of all formats in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Change<'a> {
    /// Nothing that matters here.
    None,
    /// A property with a value of one byte.
    One(u16, u8),
    /// A list of properties.
    List(&'a [u8]),
}

impl Change<'_> {
    /// Bytes of properties.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::None => 0,
            Self::One(..) => 3,
            Self::List(list) => list.len(),
        }
    }

    /// Hands over each property.
    pub(super) fn each(&self, apply: &mut dyn FnMut(&Sprm<'_>)) {
        match *self {
            Self::None => {}
            Self::One(code, value) => apply(&Sprm { code, operand: &[value] }),
            Self::List(list) => Sprms(list).for_each(|sprm| apply(&sprm)),
        }
    }
}

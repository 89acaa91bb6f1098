//! Compound files (MS-CFB): the container of Word and Excel 97–2003, WPS and ET.
//!
//! Streams are looked up among the children of the root alone, because embedded objects have streams of the same names.
//! No sector is visited twice in a chain, so nothing read is larger than the file.

use super::bytes::{slice, u16_at, u32_at};
use super::{ErrorKind, ReadError};

/// Numbers above this one are no sectors (2.1): `MAXREGSECT`.
const LAST_SECTOR: u32 = 0xffff_fffa;
/// The end of a chain: `ENDOFCHAIN`.
const END: u32 = 0xffff_fffe;
/// No entry of the directory: `NOSTREAM`.
const NO_ENTRY: u32 = 0xffff_ffff;
/// A mini sector is this large, as a power of two (2.2).
const MINI_SHIFT: u32 = 6;
/// Bytes of a directory entry (2.6).
const ENTRY: usize = 128;

/// A child of the root.
#[derive(Debug)]
struct Child {
    name: String,
    is_stream: bool,
    start: u32,
    size: usize,
}

/// An open compound file.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    sectors: Sectors<'a>,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    /// The stream that holds all mini sectors.
    mini: Vec<u8>,
    /// Streams below this size lie in mini sectors.
    cutoff: usize,
    children: Vec<Child>,
}

impl<'a> Compound<'a> {
    /// Reads the directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        let truncated = ReadError::new(ErrorKind::Truncated);
        let shift = u32::from(u16_at(bytes, 0x1e).ok_or(truncated)?);
        if !matches!(shift, 9 | 12) {
            return Err(ReadError::new(ErrorKind::Damaged));
        }
        let header = bytes.get(..512).ok_or(truncated)?;
        let field = |at: usize| u32_at(header, at).ok_or(truncated);
        let sectors = Sectors { bytes, shift };
        let fat = sectors.numbers(&sectors.fat_sectors(header, field(0x44)?)?)?;
        let directory = chain(&fat, field(0x30)?, usize::MAX)?;
        let directory = sectors.concat(&directory)?;
        let root = Entry::at(&directory, 0).filter(|root| root.kind == 5);
        let root = root.ok_or(ReadError::new(ErrorKind::Damaged))?;
        let mini_fat = sectors.numbers(&chain(&fat, field(0x3c)?, usize::MAX)?)?;
        let needed = sectors.count(root.size);
        let mini = if mini_fat.is_empty() {
            Vec::new()
        } else {
            sectors.concat(&chain(&fat, root.start, needed)?)?
        };
        let cutoff = field(0x38)? as usize;
        Ok(Self { sectors, fat, mini_fat, mini, cutoff, children: children(&directory, root.child)? })
    }

    /// Whether the root holds a stream of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.child(name).is_some_and(|child| child.is_stream)
    }

    /// Whether the root holds a storage, a folder of streams, of that name.
    pub(super) fn has_storage(&self, name: &str) -> bool {
        self.child(name).is_some_and(|child| !child.is_stream)
    }

    /// The bytes of a stream of the root; `None` if there is none of that name.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(child) = self.child(name).filter(|child| child.is_stream) else { return Ok(None) };
        let mut bytes = if child.size == 0 {
            Vec::new()
        } else if child.size < self.cutoff {
            let length = 1 << MINI_SHIFT;
            let numbers = chain(&self.mini_fat, child.start, child.size.div_ceil(length))?;
            let mut bytes = Vec::with_capacity(numbers.len() << MINI_SHIFT);
            for number in numbers {
                let rest = self.mini.get((number as usize) << MINI_SHIFT..).unwrap_or_default();
                bytes.extend_from_slice(rest.get(..length).unwrap_or(rest));
            }
            bytes
        } else {
            self.sectors.concat(&chain(&self.fat, child.start, self.sectors.count(child.size))?)?
        };
        // Some writers leave out the rest of the last sector and count it all the same.
        if bytes.len() < child.size && child.size - bytes.len() < self.sectors.size() && !bytes.is_empty() {
            bytes.resize(child.size, 0);
        }
        if bytes.len() < child.size {
            // The last sector of the file may be cut short only where nothing is in it.
            let cut = child.size >= self.cutoff;
            return Err(ReadError::new(if cut { ErrorKind::Truncated } else { ErrorKind::Damaged }));
        }
        bytes.truncate(child.size);
        Ok(Some(bytes))
    }

    /// Names are compared without regard to case (2.6.4).
    fn child(&self, name: &str) -> Option<&Child> {
        self.children.iter().find(|child| child.name.eq_ignore_ascii_case(name))
    }
}

/// The sectors of a file, which follow its header.
#[derive(Debug)]
struct Sectors<'a> {
    bytes: &'a [u8],
    shift: u32,
}

impl<'a> Sectors<'a> {
    /// Bytes of a sector.
    fn size(&self) -> usize {
        1 << self.shift
    }

    /// How many sectors so many bytes take.
    fn count(&self, size: usize) -> usize {
        size.div_ceil(1 << self.shift)
    }

    /// A sector; the last one of a file may be short.
    fn get(&self, number: u32) -> Result<&'a [u8], ReadError> {
        let start = (u64::from(number) + 1) << self.shift;
        let rest = usize::try_from(start).ok().and_then(|start| self.bytes.get(start..)).unwrap_or_default();
        if rest.is_empty() {
            return Err(ReadError::new(ErrorKind::Truncated));
        }
        Ok(rest.get(..1 << self.shift).unwrap_or(rest))
    }

    /// The bytes of some sectors, none of which comes twice.
    fn concat(&self, numbers: &[u32]) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::with_capacity(self.bytes.len().min(numbers.len() << self.shift));
        for (at, &number) in numbers.iter().enumerate() {
            // The last sector of the file may be one in the middle of a chain.
            bytes.resize(at << self.shift, 0);
            bytes.extend_from_slice(self.get(number)?);
        }
        Ok(bytes)
    }

    /// The numbers that some sectors hold.
    fn numbers(&self, sectors: &[u32]) -> Result<Vec<u32>, ReadError> {
        let mut numbers = Vec::new();
        for &sector in sectors {
            let bytes = self.get(sector)?.chunks_exact(4);
            numbers.extend(bytes.filter_map(|four| four.try_into().ok().map(u32::from_le_bytes)));
        }
        Ok(numbers)
    }

    /// The sectors that hold the table of chains: the first 109 stand in the header, the rest in a chain of sectors of
    /// their own (2.5).
    fn fat_sectors(&self, header: &[u8], mut next: u32) -> Result<Vec<u32>, ReadError> {
        let mut found: Vec<u32> = (0x4c..512).step_by(4).filter_map(|at| u32_at(header, at)).collect();
        let mut visited = Visited::default();
        while next < LAST_SECTOR {
            let mut numbers = self.numbers(&[next])?;
            visited.first_time(next)?;
            next = numbers.pop().unwrap_or(END);
            found.extend(numbers);
        }
        found.retain(|&number| number < LAST_SECTOR);
        let mut visited = Visited::default();
        found.iter().try_for_each(|&number| {
            self.get(number)?;
            visited.first_time(number)
        })?;
        Ok(found)
    }
}

/// What was visited already, so that nothing is visited twice. Numbers grow no further than the file.
#[derive(Debug, Default)]
struct Visited(Vec<u64>);

impl Visited {
    /// Fails if the number was met before.
    fn first_time(&mut self, number: u32) -> Result<(), ReadError> {
        let at = number as usize / 64;
        if at >= self.0.len() {
            self.0.resize(at + 1, 0);
        }
        let bit = 1 << (number % 64);
        match self.0.get_mut(at) {
            Some(word) if *word & bit == 0 => {
                *word |= bit;
                Ok(())
            }
            _ => Err(ReadError::new(ErrorKind::Damaged)),
        }
    }
}

/// The numbers of a chain, at most `most` of them.
fn chain(fat: &[u32], start: u32, most: usize) -> Result<Vec<u32>, ReadError> {
    let mut numbers = Vec::new();
    let mut visited = Visited::default();
    let mut next = start;
    while next < LAST_SECTOR && numbers.len() < most {
        // A sector without an entry lies beyond the end, or the table itself was cut.
        let Some(&after) = fat.get(next as usize) else { return Err(ReadError::new(ErrorKind::Truncated)) };
        visited.first_time(next)?;
        numbers.push(next);
        next = after;
    }
    Ok(numbers)
}

/// An entry of the directory.
#[derive(Debug)]
struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: usize,
}

impl Entry {
    fn at(directory: &[u8], number: u32) -> Option<Self> {
        let bytes = slice(directory, (number as usize).checked_mul(ENTRY)?, ENTRY)?;
        let length = usize::from(u16_at(bytes, 0x40)?).saturating_sub(2).min(62);
        let units: Vec<u16> = (0..length / 2).filter_map(|at| u16_at(bytes, at * 2)).collect();
        Some(Self {
            name: String::from_utf16_lossy(&units),
            kind: *bytes.get(0x42)?,
            left: u32_at(bytes, 0x44)?,
            right: u32_at(bytes, 0x48)?,
            child: u32_at(bytes, 0x4c)?,
            start: u32_at(bytes, 0x74)?,
            // Only the lower half is of use: no file is larger, and version 3 leaves the upper half undefined.
            size: u32_at(bytes, 0x78)? as usize,
        })
    }
}

/// The children of the root: a binary tree of siblings (2.6.4), whose order does not matter here.
fn children(directory: &[u8], top: u32) -> Result<Vec<Child>, ReadError> {
    let mut found = Vec::new();
    let mut visited = Visited::default();
    let mut open = vec![top];
    while let Some(number) = open.pop() {
        if number == NO_ENTRY {
            continue;
        }
        let entry = Entry::at(directory, number).ok_or(ReadError::new(ErrorKind::Damaged))?;
        visited.first_time(number)?;
        open.extend([entry.left, entry.right]);
        if matches!(entry.kind, 1 | 2) {
            let Entry { name, start, size, .. } = entry;
            found.push(Child { name, is_stream: entry.kind == 2, start, size });
        }
    }
    Ok(found)
}

/// Pictures among the shapes of drawings, which Word and Excel store alike: `OfficeArtFSP` (MS-ODRAW 2.2.40) of the type of
/// a picture's frame.
pub(super) fn pictures(drawings: &[u8]) -> usize {
    let header = [0xb2, 0x04, 0x0a, 0xf0, 8, 0, 0, 0];
    drawings.windows(8).filter(|window| *window == header).count()
}

#[cfg(test)]
mod tests;

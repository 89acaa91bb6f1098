//! The first part of a workbook (MS-XLS 2.1.7.20.3, the globals): its sheets, and what their cells share.

use super::codes;
use super::records::{Continued, Record, Records};
use crate::read::bytes::{size_at, u16_at, u32_at};
use crate::read::colour::Colour;
use crate::read::limits::Budget;
use crate::read::omitted::{Marks, Omitted, Why, settle};
use crate::read::sheet::Format;
use crate::read::{ErrorKind, Gb18030, ReadError};
use std::collections::BTreeMap;

/// Versions in `BOF`: Excel 5.0 and 95, and Excel 97 and later.
const BIFF5: u16 = 0x0500;
const BIFF8: u16 = 0x0600;
/// The code page of simplified Chinese.
const CHINESE: u16 = 936;

/// The pattern that fills all of a cell.
const SOLID: u32 = 1;
/// Colours that are white unless a workbook says otherwise: the built-in one, that of the palette, that of the window.
const WHITES: [u16; 3] = [0x01, 0x09, 0x41];

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Listed {
    /// Its name.
    pub(super) name: String,
    /// Where it begins in the stream.
    pub(super) start: usize,
    /// Hidden, in either way.
    pub(super) hidden: bool,
    /// A worksheet and no chart.
    pub(super) has_cells: bool,
    /// A sheet of macros, as Excel 4.0 had them.
    pub(super) is_macro: bool,
}

/// A format of cells (`XF`).
#[derive(Debug, Clone, Copy)]
struct Xf {
    format: u16,
    font: u16,
    drawn: bool,
    /// Filled with a pattern.
    filled: bool,
}

/// Where the runs of a string begin, and the numbers of their fonts. What comes before the first has the font of its cell.
pub(super) type Runs = Vec<(u16, u16)>;

/// What the sheets of a workbook share.
pub(super) struct Workbook<'a> {
    /// Its sheets.
    pub(super) sheets: Vec<Listed>,
    /// Strings of cells (`SST`).
    pub(super) strings: Vec<(String, Runs)>,
    /// What each font says of leaving out its text.
    fonts: Vec<Marks>,
    /// Dates count from 1904.
    pub(super) since_1904: bool,
    /// Excel 5.0 or 95: strings are bytes of a code page.
    is_old: bool,
    code_page: u16,
    cells: Vec<Xf>,
    formats: BTreeMap<u16, Format>,
    gb18030: Gb18030<'a>,
}

impl<'a> Workbook<'a> {
    /// Reads the globals.
    pub(super) fn read(stream: &[u8], gb18030: Gb18030<'a>, budget: &mut Budget) -> Result<Self, ReadError> {
        let mut records = Records::from(stream, 0);
        let first = records.next()?.filter(|record| record.kind == codes::BOF);
        let version = first.and_then(|record| record.word(0)).ok_or(ReadError::new(ErrorKind::Damaged))?;
        if !matches!(version, BIFF5 | BIFF8) {
            return Err(ReadError::new(ErrorKind::OldSpreadsheet));
        }
        let mut workbook = Self {
            sheets: Vec::new(),
            strings: Vec::new(),
            fonts: Vec::new(),
            since_1904: false,
            is_old: version == BIFF5,
            code_page: CHINESE,
            cells: Vec::new(),
            formats: BTreeMap::new(),
            gb18030,
        };
        let mut codes = BTreeMap::new();
        while let Some(record) = records.next()? {
            budget.node()?;
            match record.kind {
                codes::EOF => break,
                codes::FILE_PASS => return Err(ReadError::new(ErrorKind::Encrypted)),
                codes::DATE_1904 => workbook.since_1904 = record.word(0) == Some(1),
                codes::CODE_PAGE => workbook.code_page = record.word(0).unwrap_or(CHINESE),
                codes::BOUND_SHEET => workbook.sheet(&record)?,
                codes::FORMAT => {
                    // A format that cannot be read costs no value: the number is shown as it is.
                    let code = workbook.string(&record, 2, workbook.is_old).unwrap_or_default();
                    codes.extend(record.word(0).map(|id| (id, code)));
                }
                codes::FONT => workbook.fonts.push(font(record.data)),
                codes::XF => workbook.cells.extend(workbook.xf(record.data)),
                codes::SST => workbook.strings = strings(&record, budget)?,
                _ => {}
            }
        }
        for xf in &workbook.cells {
            let parse = || match codes.get(&xf.format) {
                Some(code) => Format::parse(code),
                None => Format::built_in(xf.format.into()),
            };
            workbook.formats.entry(xf.format).or_insert_with(parse);
        }
        Ok(workbook)
    }

    /// `BoundSheet8` (2.4.28).
    fn sheet(&mut self, record: &Record<'_>) -> Result<(), ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let start = size_at(record.data, 0).ok_or(damaged)?;
        let [state, kind] = record.word(4).ok_or(damaged)?.to_le_bytes();
        let name = self.string(record, 6, true)?;
        self.sheets.push(Listed {
            name,
            start,
            hidden: state & 3 != 0,
            has_cells: kind == 0,
            is_macro: kind == 1,
        });
        Ok(())
    }

    /// `XF` (2.4.353): the format of numbers, and whether there is a border.
    fn xf(&self, data: &[u8]) -> Option<Xf> {
        let (font, format) = (u16_at(data, 0)?, u16_at(data, 2)?);
        let drawn = if self.is_old {
            // Bottom; top, left and right: three bits each.
            u16_at(data, 10)? & 0x01c0 != 0 || u16_at(data, 12)? & 0x01ff != 0
        } else {
            // Left, right, top and bottom: four bits each.
            u32_at(data, 10)? & 0xffff != 0
        };
        // The pattern of the filling stands in six bits; behind it its colour in seven. Filled with white is not filled.
        let filled = if self.is_old {
            u16_at(data, 8)? & 0x3f != 0
        } else {
            let (pattern, colour) = (u32_at(data, 14)? >> 26, u16_at(data, 18).unwrap_or(0) & 0x7f);
            pattern != 0 && !(pattern == SOLID && WHITES.contains(&colour))
        };
        Some(Xf { format, font, drawn, filled })
    }

    /// The string at a place of a record; its length has one byte or two. A string cut short is damage.
    pub(super) fn string(&self, record: &Record<'_>, at: usize, short: bool) -> Result<String, ReadError> {
        let damaged = ReadError::new(ErrorKind::Damaged);
        let mut bytes = record.continued(at);
        let count = if short { bytes.byte().map(u16::from) } else { bytes.word() };
        let count = usize::from(count.ok_or(damaged)?);
        if !self.is_old {
            if count == 0 {
                return Ok(String::new());
            }
            let flags = bytes.byte().ok_or(damaged)?;
            let (text, _) = text(&mut bytes, count, flags).ok_or(damaged)?;
            return Ok(text);
        }
        let bytes: Vec<u8> = std::iter::from_fn(|| bytes.byte()).take(count).collect();
        match String::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => Ok(text),
            Ok(text) => self.decode(text.as_bytes()),
            Err(error) => self.decode(error.as_bytes()),
        }
    }

    /// Text of Excel 5.0 and 95, which is only known in Chinese.
    fn decode(&self, bytes: &[u8]) -> Result<String, ReadError> {
        let text = (self.code_page == CHINESE).then(|| (self.gb18030)(bytes)).flatten();
        text.ok_or(ReadError::new(ErrorKind::OldSpreadsheet))
    }

    /// How a cell of the given format shows its value.
    pub(super) fn format(&self, xf: u16) -> Option<&Format> {
        self.formats.get(&self.cells.get(usize::from(xf))?.format)
    }

    /// What a font says, by its number: there is none of the number 4 (2.4.122).
    fn marks(&self, font: u16) -> Marks {
        let at = usize::from(font).saturating_sub(usize::from(font > 3));
        self.fonts.get(at).copied().unwrap_or_default()
    }

    /// Whether a cell of the given format is struck out.
    pub(super) fn why(&self, xf: u16) -> Option<Why> {
        self.marks(self.cells.get(usize::from(xf))?.font).why()
    }

    /// What a cell of the given format shows of a shared string.
    pub(super) fn shown(&self, (text, runs): &(String, Runs), xf: u16, omitted: &mut Omitted) -> String {
        let xf = self.cells.get(usize::from(xf));
        let cell = xf.map(|xf| self.marks(xf.font)).unwrap_or_default();
        let ground = xf.filter(|xf| xf.filled).map(|_| Colour::Auto);
        if runs.is_empty() && cell.why().is_none() {
            return text.clone();
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        let fonts = runs.iter().map(|(_, font)| self.marks(*font));
        let starts = runs.iter().map(|(at, _)| usize::from(*at));
        let pieces = std::iter::once(0).chain(starts.clone()).zip(std::iter::once(cell).chain(fonts));
        let mut shown = String::new();
        for ((from, marks), to) in pieces.zip(starts.chain([units.len()])) {
            let piece = String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
            omitted.write(Marks { ground, ..marks }, &piece, &mut shown);
        }
        settle(&mut shown, omitted);
        shown
    }

    /// Whether a cell of the given format has a border.
    pub(super) fn draws(&self, xf: u16) -> bool {
        self.cells.get(usize::from(xf)).is_some_and(|xf| xf.drawn)
    }
}

/// The characters of a string with the flags before them (2.5.293), with its runs of formats: where each begins, and the
/// number of its font. How characters are pronounced follows.
fn text(bytes: &mut Continued<'_>, count: usize, flags: u8) -> Option<(String, Runs)> {
    let runs = if flags & 8 == 0 { 0 } else { bytes.word()? };
    let extra = if flags & 4 == 0 { 0 } else { bytes.double()? };
    let text = bytes.characters(count, flags & 1 != 0)?;
    let runs = (0..runs).map_while(|_| bytes.word().zip(bytes.word())).collect();
    bytes.skip(extra as usize);
    Some((text, runs))
}

/// The strings that cells share (2.4.265).
fn strings(record: &Record<'_>, budget: &mut Budget) -> Result<Vec<(String, Runs)>, ReadError> {
    let mut strings = Vec::new();
    let mut bytes = record.continued(4);
    for _ in 0..bytes.double().unwrap_or(0) {
        let (Some(count), Some(flags)) = (bytes.word(), bytes.byte()) else { break };
        let found = text(&mut bytes, count.into(), flags).ok_or(ReadError::new(ErrorKind::Damaged))?;
        budget.node()?;
        budget.text(&found.0)?;
        strings.push(found);
    }
    Ok(strings)
}

/// The first colours of the palette (2.5.161), which nearly no workbook changes.
fn palette(colour: u16) -> Colour {
    match colour {
        1 | 9 => Colour::WHITE,
        0 | 8 => Colour::BLACK,
        _ => Colour::Auto,
    }
}

/// `Font` (2.4.122): struck out, above or below the line, white, its size.
fn font(data: &[u8]) -> Marks {
    Marks {
        hidden: None,
        struck: u16_at(data, 2).map(|flags| flags & 8 != 0),
        raised: u16_at(data, 8).map(|at| at != 0),
        colour: u16_at(data, 4).map(palette),
        ground: None,
        unsure: None,
        size: u16_at(data, 0).map(|twips| twips / 10),
    }
}

//! Lists (MS-DOC 2.9.148 `LSTF`, 2.9.131 `LFO`, 2.9.150 `LVLF`): the "一、" before a heading may be nowhere in the text.

use super::file::{File, Part};
use crate::read::bytes::{slice, u16_at, u32_at};
use crate::read::numbering::{Level, List, Numbering};
use std::collections::BTreeMap;

/// Bytes of the fixed part of a level, of a definition and of a list.
const LEVEL: usize = 28;
const DEFINITION: usize = 28;
const LIST: usize = 16;
/// Levels of a definition.
const LEVELS: usize = 9;
/// Characters of a label; no program writes more, and a hostile label would come before every paragraph.
const LABEL: usize = 64;

/// Reads all lists; what is cut short is left out.
pub(super) fn read(file: &File) -> Numbering {
    let mut numbering = Numbering::default();
    definitions(file, &mut numbering);
    lists(file.part(Part::Lists), &mut numbering);
    numbering
}

fn definitions(file: &File, numbering: &mut Numbering) -> Option<()> {
    let (start, size) = file.place(Part::ListDefinitions);
    let definitions = file.part(Part::ListDefinitions);
    // The levels stand behind the definitions and are not counted in their size.
    let mut levels = file.table.get(start.checked_add(size)?..)?;
    for at in 0..usize::from(u16_at(definitions, 0)?) {
        let definition = slice(definitions, 2 + at * DEFINITION, DEFINITION)?;
        let is_simple = definition.get(26)? & 1 != 0;
        let into = numbering.definitions.entry(u32_at(definition, 0)?).or_default();
        for place in 0..if is_simple { 1 } else { LEVELS } {
            into.insert(place, level(&mut levels)?);
        }
    }
    Some(())
}

/// A level (2.9.150), which is taken from the front.
fn level(bytes: &mut &[u8]) -> Option<Level> {
    let fixed = slice(bytes, 0, LEVEL)?;
    let formats = usize::from(*fixed.get(24)?) + usize::from(*fixed.get(25)?);
    let rest = bytes.get(LEVEL + formats..)?;
    let length = usize::from(u16_at(rest, 0)?);
    let units = slice(rest, 2, length * 2)?;
    *bytes = rest.get(2 + length * 2..)?;
    let mut text = String::new();
    for c in char::decode_utf16(units.chunks_exact(2).filter_map(|two| u16_at(two, 0)).take(LABEL)) {
        match c.unwrap_or(char::REPLACEMENT_CHARACTER) {
            // The number of a level stands for its count.
            c if (c as usize) < LEVELS => text.extend(['%', char::from(b'1' + c as u8)]),
            c => text.push(c),
        }
    }
    Some(Level {
        start: u32_at(fixed, 0)?,
        format: format(*fixed.get(4)?).into(),
        text,
        suffix: match fixed.get(15)? {
            1 => "space",
            2 => "nothing",
            _ => "tab",
        }
        .into(),
        decimal: fixed.get(5)? & 4 != 0,
    })
}

fn lists(bytes: &[u8], numbering: &mut Numbering) -> Option<()> {
    let count = u32_at(bytes, 0)? as usize;
    let mut rest = bytes.get(4_usize.checked_add(count.checked_mul(LIST)?)?..)?;
    for at in 0..count {
        let fixed = slice(bytes, 4 + at * LIST, LIST)?;
        let mut list = List { definition: u32_at(fixed, 0)?, ..List::default() };
        let own = overrides(&mut rest, *fixed.get(12)?, &mut list.restarts, &mut list.levels);
        // Paragraphs count lists from 1.
        numbering.lists.insert(u32::try_from(at).ok()?.checked_add(1)?, list);
        own?;
    }
    Some(())
}

/// What a list changes of its definition (2.9.132).
fn overrides(
    rest: &mut &[u8],
    count: u8,
    restarts: &mut BTreeMap<usize, u32>,
    levels: &mut BTreeMap<usize, Level>,
) -> Option<()> {
    *rest = rest.get(4..)?;
    for _ in 0..count {
        let (start, flags) = (u32_at(rest, 0)?, u32_at(rest, 4)?);
        *rest = rest.get(8..)?;
        let place = (flags & 0xf) as usize;
        if flags & 0x20 != 0 {
            let level = level(rest)?;
            if flags & 0x10 != 0 {
                restarts.insert(place, level.start);
            }
            levels.insert(place, level);
        } else if flags & 0x10 != 0 {
            restarts.insert(place, start);
        }
    }
    Some(())
}

/// The name of a format of numbers (MS-OSHARED 2.2.1.3) in `ST_NumberFormat`.
fn format(code: u8) -> &'static str {
    match code {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 => "ideographDigital",
        11 => "japaneseCounting",
        14 | 19 => "decimalFullWidth",
        16 => "japaneseLegal",
        17 => "japaneseDigitalTenThousand",
        18 => "decimalEnclosedCircle",
        22 => "decimalZero",
        23 => "bullet",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        28 => "decimalEnclosedCircleChinese",
        29 => "ideographEnclosedCircle",
        30 => "ideographTraditional",
        31 => "ideographZodiac",
        33 => "taiwaneseCounting",
        34 => "ideographLegalTraditional",
        35 => "taiwaneseCountingThousand",
        36 => "taiwaneseDigital",
        37 => "chineseCounting",
        38 => "chineseLegalSimplified",
        39 => "chineseCountingThousand",
        255 => "none",
        _ => "decimal",
    }
}

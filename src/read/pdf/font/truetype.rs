//! The table `cmap` of an embedded font (OpenType 1.9), read backwards: glyph → character.

fn u16_at(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_be_bytes(bytes.try_into().ok()?)))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn offset_at(data: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(data, at)?).ok()
}

/// Stands for no character.
pub(super) const NONE: char = '\0';

/// The characters of the glyphs of a font by their number, [`NONE`] where it has none.
pub(super) fn chars(font: &[u8]) -> Vec<char> {
    let mut chars = Vec::new();
    if let Some(table) = unicode_table(font) {
        match u16_at(table, 0) {
            Some(4) => drop(segments(table, &mut chars)),
            Some(12) => drop(groups(table, &mut chars)),
            _ => {}
        }
    }
    chars
}

/// The widest Unicode subtable.
fn unicode_table(font: &[u8]) -> Option<&[u8]> {
    // A collection begins with the places of its fonts.
    let start = if font.starts_with(b"ttcf") { offset_at(font, 12)? } else { 0 };
    let tables = u16_at(font, start.checked_add(4)?)?;
    let record =
        (0..tables).map(|n| start + 12 + n * 16).find(|at| font.get(*at..*at + 4) == Some(b"cmap"))?;
    let cmap = font.get(offset_at(font, record + 8)?..)?;
    let rank = |at: usize| {
        let table = cmap.get(offset_at(cmap, at + 4)?..)?;
        let rank = match (u16_at(cmap, at)?, u16_at(cmap, at + 2)?) {
            (3, 10) | (0, 4 | 6) => 2,
            (3, 1) | (0, _) => 1,
            _ => return None,
        };
        Some((rank, table))
    };
    let best = (0..u16_at(cmap, 2)?).filter_map(|n| rank(4 + n * 8)).max_by_key(|(rank, _)| *rank);
    best.map(|(_, table)| table)
}

fn add(chars: &mut Vec<char>, glyph: usize, code: u32) {
    let Some(char) = char::from_u32(code).filter(|_| (1..=0xffff).contains(&glyph)) else { return };
    if chars.len() <= glyph {
        chars.resize(glyph + 1, NONE);
    }
    let Some(entry) = chars.get_mut(glyph) else { return };
    // Of several characters of one glyph, the plain ideograph comes before its radical.
    let is_radical = |char: char| matches!(char, '\u{2e80}'..='\u{2fdf}');
    if *entry == NONE || is_radical(*entry) && !is_radical(char) && !matches!(char, '\u{a0}' | '\u{ad}') {
        *entry = char;
    }
}

/// Format 4.
fn segments(table: &[u8], chars: &mut Vec<char>) -> Option<()> {
    let count = u16_at(table, 6)? / 2;
    let (ends, starts) = (14, 16 + count * 2);
    let (deltas, ranges) = (starts + count * 2, starts + count * 4);
    // No character comes twice, so what goes on longer than there are characters is damaged.
    let mut left = 1 << 16;
    for segment in 0..count {
        let (start, end) = (u16_at(table, starts + segment * 2)?, u16_at(table, ends + segment * 2)?);
        let delta = u16_at(table, deltas + segment * 2)?;
        let range = u16_at(table, ranges + segment * 2)?;
        for code in start..=end.min(0xfffe) {
            left = i32::checked_sub(left, 1).filter(|left| *left > 0)?;
            let glyph = if range == 0 {
                (code + delta) & 0xffff
            } else {
                match u16_at(table, ranges + segment * 2 + range + (code - start) * 2) {
                    Some(0) | None => 0,
                    Some(glyph) => (glyph + delta) & 0xffff,
                }
            };
            add(chars, glyph, u32::try_from(code).ok()?);
        }
    }
    Some(())
}

/// Format 12.
fn groups(table: &[u8], chars: &mut Vec<char>) -> Option<()> {
    let mut left = 0x11_0000_u32;
    let count = offset_at(table, 12)?;
    for group in table.get(16..)?.chunks_exact(12).take(count) {
        let (start, end, glyph) = (u32_at(group, 0)?, u32_at(group, 4)?, u32_at(group, 8)?);
        for (code, glyph) in (start..=end).zip(glyph..) {
            left = left.checked_sub(1)?;
            if glyph > 0xffff {
                break;
            }
            add(chars, usize::try_from(glyph).ok()?, code);
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font of one table, with one subtable of format 4.
    fn font(subtable: &[u16]) -> Vec<u8> {
        let mut bytes = vec![0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        bytes.extend(b"cmap\0\0\0\0\0\0\0\x1c\0\0\0\xff");
        bytes.extend([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12]);
        bytes.extend(subtable.iter().flat_map(|word| word.to_be_bytes()));
        bytes
    }

    #[test]
    fn glyphs_lead_back_to_characters() {
        // Segments: U+2F00 and U+4E00..4E01 → glyphs 5 and 5..6, the last one closes.
        let table = [
            4,
            48,
            0,
            6,
            0,
            0,
            0,
            0x2f00,
            0x4e01,
            0xffff,
            0,
            0x2f00,
            0x4e00,
            0xffff, //
            5_u16.wrapping_sub(0x2f00),
            5_u16.wrapping_sub(0x4e00),
            1,
            0,
            0,
            0,
        ];
        let chars = chars(&font(&table));
        assert_eq!(chars, [NONE, NONE, NONE, NONE, NONE, '一', '丁']);
    }

    #[test]
    fn damaged_fonts_end() {
        let whole = font(&[4, 48, 0, 0xfffe, 0, 0, 0, 0xfffe, 0, 0, 0xffff]);
        for end in 0..whole.len() {
            chars(&whole[..end]);
        }
        assert!(chars(&whole).is_empty());
    }
}

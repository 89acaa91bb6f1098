/// The character that a glyph of a symbol font shows (`w:sym`): forms tick boxes with Wingdings. A glyph that is not
/// known shows as `□`, so that its place is not lost.
pub(super) fn symbol(font: &str, code: u32) -> char {
    // Symbol fonts are mapped into the private use area at U+F000.
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    match (font, code) {
        ("Wingdings", 0xfc) | ("Wingdings 2", 0x50) => '✓',
        ("Wingdings", 0xfb) | ("Wingdings 2", 0x4f) => '✗',
        ("Wingdings", 0xfe) | ("Wingdings 2", 0x52) => '☑',
        ("Wingdings", 0xfd) | ("Wingdings 2", 0x54) => '☒',
        ("Wingdings", 0x6f | 0x71 | 0x72 | 0xa8) | ("Wingdings 2", 0xa3) => '☐',
        ("Wingdings" | "Wingdings 2" | "Wingdings 3" | "Webdings", _) => '□',
        _ => char::from_u32(code).filter(|c| !c.is_control()).unwrap_or('□'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_ticks() {
        assert_eq!(symbol("Wingdings", 0xf0fe), '☑');
        assert_eq!(symbol("Wingdings 2", 0x52), '☑');
        assert_eq!(symbol("Wingdings", 0xf04a), '□');
        assert_eq!(symbol("Symbol", 0xf0), 'ð');
        assert_eq!(symbol("宋体", 0), '□');
    }
}

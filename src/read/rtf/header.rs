//! The tables before the text: fonts and styles (RTF 1.9.1, "Font Table", "Style Sheet").

use super::charset::Charset;
use crate::read::docx::styles::heading;
use std::collections::BTreeMap;

/// A font.
#[derive(Debug, Default)]
struct Font {
    name: String,
    charset: Option<Charset>,
    /// `\cpg`, which goes before the charset.
    code_page: Option<Charset>,
}

/// The fonts by number.
#[derive(Debug, Default)]
pub(super) struct Fonts {
    fonts: BTreeMap<i32, Font>,
    /// The code page of the file (`\ansicpg`).
    pub(super) file: Option<Charset>,
}

impl Fonts {
    /// `\fN` in the font table.
    pub(super) fn add(&mut self, font: i32) {
        self.fonts.insert(font, Font::default());
    }

    /// `\fcharsetN` of a font.
    pub(super) fn set_charset(&mut self, font: i32, number: i32) {
        self.fonts.entry(font).or_default().charset = Charset::from_number(number);
    }

    /// `\cpgN` of a font.
    pub(super) fn set_code_page(&mut self, font: i32, number: i32) {
        // 0 is written where nothing is meant.
        if number > 0 {
            self.fonts.entry(font).or_default().code_page = Some(Charset::from_code_page(number));
        }
    }

    /// A piece of a font's name.
    pub(super) fn add_name(&mut self, font: i32, text: &str) {
        if let Some(font) = self.fonts.get_mut(&font) {
            font.name.push_str(text);
        }
    }

    /// The code page of text in a font.
    pub(super) fn charset(&self, font: i32) -> Charset {
        let file = self.file.unwrap_or(Charset::Latin);
        self.fonts.get(&font).and_then(|font| font.code_page.or(font.charset)).unwrap_or(file)
    }

    /// The name of a font, without the mark of its end.
    pub(super) fn name(&self, font: i32) -> &str {
        self.fonts.get(&font).map_or("", |font| font.name.split(';').next().unwrap_or("").trim())
    }

    /// Whether bytes in a Latin font may be Chinese.
    pub(super) fn may_be_chinese(&self) -> bool {
        matches!(self.file, None | Some(Charset::Gb))
    }
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<i32>,
    level: Option<i32>,
}

/// The paragraph styles by number.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<i32, Style>);

impl Styles {
    /// `\sbasedonN` of a style.
    pub(super) fn set_base(&mut self, style: i32, base: i32) {
        self.0.entry(style).or_default().based_on = Some(base);
    }

    /// `\outlinelevelN` of a style.
    pub(super) fn set_level(&mut self, style: i32, level: i32) {
        self.0.entry(style).or_default().level = Some(level);
    }

    /// A piece of a style's name.
    pub(super) fn add_name(&mut self, style: i32, text: &str) {
        self.0.entry(style).or_default().name.push_str(text);
    }

    /// The heading level that a style gives. A chain longer than any real one is a circle.
    pub(super) fn level(&self, style: i32) -> Option<u8> {
        let base = |style: &&Style| self.0.get(&style.based_on?);
        std::iter::successors(self.0.get(&style), base).take(20).find_map(|style| {
            let name = || style.name.split([';', ',']).next().unwrap_or("").trim().to_lowercase();
            style.level.map_or_else(|| heading(&name()).map(Some), |level| Some(outline(level)))
        })?
    }
}

/// The level of `\outlinelevel`: 0 to 8 are headings, 9 is body text.
pub(super) fn outline(value: i32) -> Option<u8> {
    u8::try_from(value).ok().filter(|&level| level < 9).map(|level| level + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_inherit_and_outline_levels_go_first() {
        let mut styles = Styles::default();
        styles.add_name(1, "Heading 1;");
        styles.set_base(2, 1);
        styles.add_name(2, "标题 3;");
        styles.set_base(3, 1);
        styles.set_base(4, 1);
        styles.set_level(4, 9);
        styles.set_base(5, 5);
        let levels: Vec<_> = (1..=5).map(|style| styles.level(style)).collect();
        assert_eq!(levels, [Some(1), Some(3), Some(1), None, None]);
    }
}

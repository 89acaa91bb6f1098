//! Strings: those that cells share (18.4), and those inside a cell.

use crate::read::ReadError;
use crate::read::colour::Colour;
use crate::read::omitted::{Marks, Omitted, settle};
use crate::read::xml::{Element, Event, Xml};

/// A string that cells share: its runs, with what each says of leaving out its text. A run that says nothing of itself is set
/// as its cell is.
#[derive(Debug, Default)]
pub(super) struct Text(Vec<(Option<Marks>, String)>);

impl Text {
    /// What a cell of such a font shows.
    pub(super) fn shown(&self, cell: Marks, omitted: &mut Omitted) -> String {
        let mut shown = String::new();
        for (marks, text) in &self.0 {
            let marks = marks.map_or(cell, |marks| Marks { ground: cell.ground, ..marks });
            omitted.write(marks, text, &mut shown);
        }
        settle(&mut shown, omitted);
        shown
    }
}

/// Reads the shared strings.
pub(super) fn read(source: &str) -> Result<Vec<Text>, ReadError> {
    let mut strings: Vec<Text> = Vec::new();
    let mut piece = Piece::default();
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                if element.name() == "si" {
                    strings.push(Text::default());
                }
                piece.start(&element);
            }
            Event::End => piece.end(),
            Event::Text(text) => {
                if let Some(Text(runs)) = strings.last_mut().filter(|_| piece.is_shown()) {
                    match runs.last_mut().filter(|(marks, _)| *marks == piece.marks) {
                        Some((_, run)) => run.push_str(&text),
                        None => runs.push((piece.marks, text.into_owned())),
                    }
                }
            }
        }
    }
    for (_, text) in strings.iter_mut().flat_map(|Text(runs)| runs) {
        if text.contains("_x") {
            *text = unescape(text);
        }
    }
    Ok(strings)
}

/// Where in a string a reader is: runs are transparent, and how characters are pronounced (`rPh`) is no text.
#[derive(Debug, Default)]
pub(super) struct Piece {
    depth: usize,
    /// How deep the text lies that is being read.
    text: Option<usize>,
    /// How deep the reading lies that is being skipped.
    phonetic: Option<usize>,
    /// What the run says of leaving out its text, if it says how it is set.
    pub(super) marks: Option<Marks>,
}

impl Piece {
    /// An element begins.
    pub(super) fn start(&mut self, element: &Element<'_>) {
        self.depth += 1;
        match element.name() {
            "r" | "si" | "is" => self.marks = None,
            "rPr" => self.marks = Some(Marks::default()),
            name => self.marks.iter_mut().for_each(|marks| mark(name, element, marks)),
        }
        match element.name() {
            "t" => self.text = Some(self.depth),
            "rPh" if self.phonetic.is_none() => self.phonetic = Some(self.depth),
            _ => {}
        }
    }

    /// The innermost element ends.
    pub(super) fn end(&mut self) {
        self.text = self.text.filter(|&depth| depth != self.depth);
        self.phonetic = self.phonetic.filter(|&depth| depth != self.depth);
        self.depth = self.depth.saturating_sub(1);
    }

    /// Whether text that comes now is shown.
    pub(super) fn is_shown(&self) -> bool {
        self.text == Some(self.depth) && self.phonetic.is_none()
    }
}

/// Takes in a property of a font or of a run (18.8.22, 18.4.7) that may leave out text.
pub(super) fn mark(name: &str, element: &Element<'_>, marks: &mut Marks) {
    match name {
        "strike" => marks.struck = Some(element.is_on()),
        "sz" => {
            let whole = element.val().and_then(|size| size.split('.').next()?.parse::<u16>().ok());
            marks.size = whole.map(|points| points.saturating_mul(2));
        }
        "vertAlign" => marks.raised = Some(element.val().is_some_and(|at| at != "baseline")),
        "color" => {
            marks.colour = Some(colour(element).unwrap_or(Colour::Auto));
        }
        _ => {}
    }
}

/// A colour (18.8.19), if it is known; those of a theme are its first two, as themes have them.
pub(super) fn colour(element: &Element<'_>) -> Option<Colour> {
    if let Some(colour) = element.attribute("rgb") {
        return Colour::hex(colour.get(2..)?);
    }
    if element.attribute("tint").is_some_and(|tint| !tint.trim_matches(['0', '.']).is_empty()) {
        return None;
    }
    match (element.attribute("theme").as_deref(), element.attribute("indexed").as_deref()) {
        (Some("0"), _) | (None, Some("1" | "9")) => Some(Colour::WHITE),
        (Some("1"), _) | (None, Some("0" | "8")) => Some(Colour::BLACK),
        _ => None,
    }
}

/// Resolves `_x000D_` and the like (22.9.2.19), by which characters are written that XML cannot hold.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.as_bytes().get(4) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        if let Some(c) = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            out.push(c);
            rest = after.get(5..).unwrap_or("");
        } else {
            out.push_str("_x");
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_join_and_readings_go() -> Result<(), ReadError> {
        let source = "<sst><si><t>甲</t><rPh><t>ジャ</t></rPh></si><si/><si><r><rPr><b/></rPr><t>乙</t></r>\n<r><t xml:space='preserve'> 丙_x000D_</t></r></si></sst>";
        let shown = |text: &Text| text.shown(Marks::default(), &mut Omitted::default());
        let strings = read(source)?;
        assert_eq!(strings.iter().map(shown).collect::<Vec<_>>(), ["甲", "", "乙 丙\r"]);
        Ok(())
    }

    #[test]
    fn escapes() {
        for (text, want) in [
            ("_x005F_x000D_", "_x000D_"),
            ("a_x0041_b", "aAb"),
            ("_x", "_x"),
            ("_xD800_", "_xD800_"),
            ("_x公开年报_", "_x公开年报_"),
        ] {
            assert_eq!(unescape(text), want);
        }
    }
}

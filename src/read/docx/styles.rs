//! Styles (`styles.xml`): what of them changes the meaning of a paragraph.

use crate::read::ReadError;
use crate::read::colour::Colour;
use crate::read::numbering::Numbered;
use crate::read::omitted::Marks;
use crate::read::xml::{Element, Event, Xml};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<u32>,
    level: Option<usize>,
    marks: Marks,
}

/// All styles by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: BTreeMap<String, Style>,
    /// What holds where no style says anything (`docDefaults`).
    defaults: Marks,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(source: &str) -> Result<Self, ReadError> {
        let mut styles = BTreeMap::new();
        let (mut defaults, mut usual) = (Marks::default(), None);
        let mut current: Option<(String, Style)> = None;
        let mut path: Vec<String> = Vec::new();
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    let parent = path.last().map_or("", String::as_str);
                    match (element.name(), parent, &mut current) {
                        ("style", _, _) => {
                            let id = element.attribute("styleId").unwrap_or_default();
                            let is = |name: &str, value: &[&str]| {
                                element.attribute(name).is_some_and(|found| value.contains(&found.as_str()))
                            };
                            if is("type", &["paragraph"]) && is("default", &["1", "true", "on"]) {
                                usual = Some(id.clone());
                            }
                            current = Some((id, Style::default()));
                        }
                        ("name", "style", Some((_, style))) => {
                            style.name = element.val().unwrap_or_default().to_ascii_lowercase();
                        }
                        ("basedOn", "style", Some((_, style))) => style.based_on = element.val(),
                        ("outlineLvl", "pPr", Some((_, style))) => style.outline = outline(element.number()),
                        ("numId", "numPr", Some((_, style))) => style.list = element.number(),
                        ("ilvl", "numPr", Some((_, style))) => {
                            style.level = element.number().map(|n| n as usize);
                        }
                        // Formats for parts of a table are no part of the style itself.
                        (_, "rPr", Some((_, style)))
                            if path.iter().rev().nth(1).is_some_and(|at| at == "style") =>
                        {
                            mark(&element, &mut style.marks);
                        }
                        (_, "rPr", None) if path.iter().any(|at| at == "rPrDefault") => {
                            mark(&element, &mut defaults);
                        }
                        _ => {}
                    }
                    path.push(element.name().to_owned());
                }
                Event::End => {
                    if path.pop().as_deref() == Some("style") {
                        styles.extend(current.take());
                    }
                }
                Event::Text(_) => {}
            }
        }
        Ok(Self { all: styles, defaults, usual })
    }

    /// A style and those it is based on. A chain longer than any real one is a circle.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| self.all.get(style.based_on.as_ref()?);
        std::iter::successors(self.all.get(id), next).take(20)
    }

    /// The heading level that a style gives: its outline level, or that of the built-in heading it is.
    pub(super) fn level(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| style.outline.or_else(|| heading(&style.name)))
    }

    /// What a style says of leaving out its text.
    pub(super) fn marks(&self, id: &str) -> Marks {
        self.chain(id).fold(Marks::default(), |marks, style| marks.or(style.marks))
    }

    /// What a paragraph of a style, or of none, says of leaving out its text.
    pub(super) fn paragraph(&self, id: Option<&str>) -> Marks {
        id.or(self.usual.as_deref()).map(|id| self.marks(id)).unwrap_or_default()
    }

    /// What holds where no style says anything; the size is 10 pt unless it is said.
    pub(super) fn defaults(&self) -> Marks {
        self.defaults.or(Marks { size: Some(20), ..Marks::default() })
    }

    /// The list that a style puts its paragraphs into.
    pub(super) fn numbered(&self, id: &str) -> Option<Numbered> {
        let list = self.chain(id).find_map(|style| style.list)?;
        Some(Numbered { list, level: self.chain(id).find_map(|style| style.level).unwrap_or(0) })
    }
}

/// Takes in a property of a run (17.3.2) that may leave out its text.
pub(super) fn mark(property: &Element<'_>, marks: &mut Marks) {
    let value = || property.val().unwrap_or_default();
    match property.name() {
        "vanish" => marks.hidden = Some(property.is_on()),
        "strike" | "dstrike" => marks.struck = Some(property.is_on() || marks.struck == Some(true)),
        "vertAlign" => marks.raised = Some(value() != "baseline"),
        "position" => marks.raised = Some(value().trim_start_matches('-') != "0"),
        "sz" => marks.size = value().parse().ok().or(marks.size),
        // Squeezed to nothing.
        "w" if value().trim_end_matches('%').parse::<u16>().is_ok_and(|share| share <= 10) => {
            marks.hidden = Some(true);
        }
        // Letters without a filling (`w14:textFill`).
        "noFill" => marks.hidden = Some(true),
        "color" => marks.colour = Some(colour(property)),
        "shd" => marks.ground = shading(property).or(marks.ground),
        // A highlight whose colour is not known is no white one.
        "highlight" if value() == "none" => {}
        "highlight" => marks.ground = Some(Colour::named(&value()).unwrap_or(Colour::Auto)),
        _ => {}
    }
}

/// A colour of text; one of a theme is known by its name, where no other says what it is.
fn colour(property: &Element<'_>) -> Colour {
    let theme = || match property.attribute("themeColor").as_deref() {
        Some("background1" | "light1" | "bg1" | "lt1") => Some(Colour::WHITE),
        Some("text1" | "dark1" | "tx1" | "dk1") => Some(Colour::BLACK),
        _ => None,
    };
    property.val().and_then(|value| Colour::hex(&value)).or_else(theme).unwrap_or(Colour::Auto)
}

/// The colour of a ground (17.3.5); that of a pattern is not known.
pub(super) fn shading(property: &Element<'_>) -> Option<Colour> {
    if property.val().is_some_and(|pattern| !matches!(pattern.as_str(), "clear" | "nil" | "none" | "")) {
        return Some(Colour::Auto);
    }
    property.attribute("fill").and_then(|fill| Colour::hex(&fill))
}

/// The level of `w:outlineLvl`: 0 to 8 are headings, 9 is body text.
pub(super) fn outline(value: Option<u32>) -> Option<u8> {
    u8::try_from(value?).ok().filter(|&level| level < 9).map(|level| level + 1)
}

/// The level of a built-in heading, by the name of its style in lower case.
pub(in crate::read) fn heading(name: &str) -> Option<u8> {
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    number.trim().parse().ok().filter(|level| (1..=9).contains(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_style_is_based_on_counts() -> Result<(), ReadError> {
        let styles = Styles::read(
            "<styles><style styleId='1'><name val='heading 2'/><pPr><numPr><numId val='7'/></numPr></pPr></style>\
             <style styleId='a'><name val='x'/><basedOn val='1'/><rPr><vanish/></rPr></style>\
             <style styleId='c'><basedOn val='c'/></style>\
             <style styleId='o'><pPr><outlineLvl val='0'/></pPr></style></styles>",
        )?;
        assert_eq!(styles.level("a"), Some(2));
        assert_eq!(styles.level("o"), Some(1));
        assert_eq!(styles.level("c"), None);
        assert_eq!(styles.numbered("a"), Some(Numbered { list: 7, level: 0 }));
        assert_eq!((styles.marks("a").hidden, styles.marks("1").hidden), (Some(true), None));
        Ok(())
    }
}

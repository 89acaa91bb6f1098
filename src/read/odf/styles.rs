//! Styles of `styles.xml` and of the content itself (16): what of them changes the meaning of text, tables and sheets.

use super::lists::Lists;
use crate::read::ReadError;
use crate::read::colour::Colour;
use crate::read::omitted::Marks;
use crate::read::sheet::Number;
use crate::read::xml::{Element, Event, Xml};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    list: Option<String>,
    marks: Marks,
    /// Column width in twips.
    width: Option<u32>,
    drawn: Option<bool>,
    /// The size of text in hundredths of that which the style is based on.
    share: Option<u16>,
}

/// The size of text where nothing is said: 12 pt, in half points.
pub(super) const USUAL: u16 = 24;

/// All styles by their family and name.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

fn key(family: &str, name: &str) -> String {
    [family, " ", name].concat()
}

/// Reads the styles and list styles of a part.
pub(super) fn read(source: &str, styles: &mut Styles, lists: &mut Lists) -> Result<(), ReadError> {
    if source.is_empty() {
        return Ok(());
    }
    let mut current: Option<(String, Style)> = None;
    let mut path: Vec<bool> = Vec::new();
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) => {
                let name = element.name();
                if name == "body" {
                    // What follows is content, and there is no style in it.
                    return Ok(());
                }
                let get = |name: &str| element.attribute(name);
                match (name, &mut current) {
                    ("style" | "default-style", None) => {
                        let family = get("family").unwrap_or_default();
                        let style = Style {
                            parent: get("parent-style-name").map(|parent| key(&family, &parent)),
                            list: get("list-style-name"),
                            ..Style::default()
                        };
                        current = Some((key(&family, &get("name").unwrap_or_default()), style));
                    }
                    ("text-properties", Some((_, style))) => {
                        style.marks = text_marks(&element).or(style.marks);
                        style.share = get("font-size").and_then(|size| size.strip_suffix('%')?.parse().ok());
                    }
                    ("table-properties", Some((_, style))) => {
                        style.marks.hidden = get("display").map(|display| display == "false");
                    }
                    ("table-column-properties", Some((_, style))) => {
                        style.width = get("column-width").and_then(|width| twips(&width));
                    }
                    ("paragraph-properties", Some((_, style))) => {
                        style.marks.ground = ground(&element).or(style.marks.ground);
                    }
                    ("table-cell-properties", Some((_, style))) => {
                        style.marks.ground = ground(&element).or(style.marks.ground);
                        let sides = ["border", "border-left", "border-right", "border-top", "border-bottom"];
                        let mut found = sides.iter().filter_map(|side| get(side)).peekable();
                        if found.peek().is_some() {
                            style.drawn = Some(found.any(|border| border != "none" && border != "hidden"));
                        }
                    }
                    _ => {}
                }
                lists.define(&element);
                path.push(matches!(name, "style" | "default-style") && current.is_some());
            }
            Event::End => {
                if path.pop() == Some(true)
                    && let Some((key, style)) = current.take()
                {
                    styles.0.insert(key, style);
                }
            }
            Event::Text(_) => {}
        }
    }
    Ok(())
}

/// What properties of text (16.29.29) leave out.
fn text_marks(properties: &Element<'_>) -> Marks {
    let get = |name: &str| properties.attribute(name);
    let none = |value: String| value != "none";
    let lines = get("text-line-through-style").or_else(|| get("text-line-through-type"));
    // Squeezed to nothing, or transparent to the last. Of text in the colour of windows LibreOffice always says so.
    let windows = get("use-window-font-color").is_some_and(|on| on == "true");
    let share = |name: &str| get(name)?.trim_end_matches('%').split('.').next()?.parse::<u16>().ok();
    let gone = share("text-scale").is_some_and(|share| share <= 10)
        || !windows && share("opacity").is_some_and(|share| share <= 5);
    Marks {
        hidden: get("display").map(|display| display == "none").or(gone.then_some(true)),
        struck: lines.map(none),
        // `super 58%`, `-33% 58%`, `0% 100%`.
        raised: get("text-position").map(|position| !position.trim_start().starts_with("0%")),
        colour: get("color").map(|colour| Colour::hex(&colour).unwrap_or(Colour::Auto)),
        ground: ground(properties),
        unsure: None,
        // In per cent of the style that this one is based on says nothing by itself.
        size: get("font-size").and_then(|size| twips(&size)).and_then(|size| u16::try_from(size / 10).ok()),
    }
}

fn ground(properties: &Element<'_>) -> Option<Colour> {
    properties.attribute("background-color").and_then(|colour| Colour::hex(&colour))
}

impl Styles {
    /// A style and those it is based on. A chain longer than any real one is a circle.
    fn chain(&self, family: &str, name: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| self.0.get(style.parent.as_ref()?);
        let own = std::iter::successors(self.0.get(&key(family, name)), next).take(20);
        // The style that all of a family are based on has no name.
        own.chain(self.0.get(&key(family, "")))
    }

    /// What a style of paragraphs, of text or of cells says of leaving out its text.
    pub(super) fn marks(&self, family: &str, name: &str) -> Marks {
        let mut share = None;
        let mut marks = self.chain(family, name).fold(Marks::default(), |marks, style| {
            share = share.or(style.share.filter(|_| marks.size.is_none()));
            marks.or(style.marks)
        });
        if let Some(share) = share {
            let size = u32::from(marks.size.unwrap_or(USUAL)) * u32::from(share) / 100;
            marks.size = u16::try_from(size).ok();
        }
        marks
    }

    /// Whether a style of sheets hides them.
    pub(super) fn hides(&self, family: &str, name: &str) -> bool {
        self.marks(family, name).hidden == Some(true)
    }

    /// The list style that a style of paragraphs asks for; empty if it asks for none.
    pub(super) fn list(&self, name: &str) -> Option<&str> {
        self.chain("paragraph", name).find_map(|style| style.list.as_deref())
    }

    /// The width of a column in twips.
    pub(super) fn width(&self, name: &str) -> Option<u32> {
        self.chain("table-column", name).find_map(|style| style.width)
    }

    /// Whether a cell of a sheet has a border.
    pub(super) fn draws(&self, name: &str) -> bool {
        self.chain("table-cell", name).find_map(|style| style.drawn).unwrap_or(false)
    }
}

/// A length in twips.
fn twips(length: &str) -> Option<u32> {
    let unit = length.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    // Twips in a thousand units, rounded.
    let per_thousand: u64 = match unit {
        "cm" => 566_929,
        "mm" => 56_693,
        "in" | "inch" => 1_440_000,
        "pt" => 20_000,
        "pc" => 240_000,
        "px" => 15_000,
        _ => return None,
    };
    let number = length.get(..length.len() - unit.len())?;
    let thousandths = Number::parse(number)?.thousandths()?;
    u32::try_from(thousandths.checked_mul(per_thousand)? / 1_000_000).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        let cases =
            [("2.54cm", Some(1439)), ("1in", Some(1440)), ("0.05pt", Some(1)), ("17.59mm", Some(997))];
        for (length, want) in cases {
            assert_eq!(twips(length), want, "{length}");
        }
        for length in ["", "cm", "12", "10%", "1e300cm", "-1cm"] {
            assert_eq!(twips(length), None, "{length}");
        }
    }
}

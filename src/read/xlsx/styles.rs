//! Styles (18.8): how a cell shows its number, and whether it is drawn.

use super::strings::{colour, mark};
use crate::read::ReadError;
use crate::read::colour::Colour;
use crate::read::omitted::Marks;
use crate::read::sheet::Format;
use crate::read::xml::{Event, Xml};
use std::collections::BTreeMap;

/// A format of cells (`xf` in `cellXfs`).
#[derive(Debug, Default)]
struct Xf {
    format: u32,
    border: usize,
    font: usize,
    fill: usize,
}

/// What the styles say.
#[derive(Debug, Default)]
pub(super) struct Styles {
    formats: BTreeMap<u32, Format>,
    cells: Vec<Xf>,
    /// Which borders have a line.
    borders: Vec<bool>,
    fonts: Vec<Marks>,
    /// The ground that each filling gives.
    fills: Vec<Option<Colour>>,
}

impl Styles {
    /// Reads the part.
    pub(super) fn read(source: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let mut codes = BTreeMap::new();
        let mut path: Vec<String> = Vec::new();
        let mut is_solid = false;
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    let number = |name: &str| element.attribute(name).and_then(|id| id.parse::<u32>().ok());
                    let parent = path.last().map_or("", String::as_str);
                    match (element.name(), parent) {
                        // Differential formats have formats and borders, too; they are not those of cells.
                        ("numFmt", "numFmts") => {
                            let code = element.attribute("formatCode").unwrap_or_default();
                            codes.extend(number("numFmtId").map(|id| (id, Format::parse(&code))));
                        }
                        ("font", "fonts") => styles.fonts.push(Marks::default()),
                        (name, "font") if path.iter().any(|name| name == "fonts") => {
                            styles.fonts.last_mut().into_iter().for_each(|font| mark(name, &element, font));
                        }
                        ("fill", "fills") => styles.fills.push(None),
                        ("patternFill" | "gradientFill", "fill") => {
                            let pattern = element.attribute("patternType").unwrap_or_default();
                            let is_plain =
                                pattern == "none" || pattern.is_empty() && element.name() == "patternFill";
                            styles.fills.last_mut().into_iter().for_each(|fill| {
                                *fill = Some(Colour::Auto).filter(|_| !is_plain);
                            });
                            is_solid = pattern == "solid";
                        }
                        ("fgColor", "patternFill") if is_solid => {
                            let found = Some(colour(&element).unwrap_or(Colour::Auto));
                            styles.fills.last_mut().into_iter().for_each(|fill| *fill = found);
                        }
                        ("border", "borders") => styles.borders.push(false),
                        ("left" | "right" | "top" | "bottom" | "start" | "end", "border")
                            if path.iter().any(|name| name == "borders") =>
                        {
                            let drawn = element.attribute("style").is_some_and(|style| style != "none");
                            styles.borders.last_mut().into_iter().for_each(|border| *border |= drawn);
                        }
                        ("xf", "cellXfs") => styles.cells.push(Xf {
                            format: number("numFmtId").unwrap_or(0),
                            border: number("borderId").map_or(0, |id| id as usize),
                            font: number("fontId").map_or(0, |id| id as usize),
                            fill: number("fillId").map_or(0, |id| id as usize),
                        }),
                        _ => {}
                    }
                    path.push(element.name().to_owned());
                }
                Event::End => drop(path.pop()),
                Event::Text(_) => {}
            }
        }
        for xf in &styles.cells {
            let built_in = || codes.get(&xf.format).cloned().unwrap_or_else(|| Format::built_in(xf.format));
            styles.formats.entry(xf.format).or_insert_with(built_in);
        }
        Ok(styles)
    }

    /// How a cell of the given style shows its value; "General" for one that does not exist.
    pub(super) fn format(&self, style: usize) -> Option<&Format> {
        self.formats.get(&self.cells.get(style)?.format)
    }

    /// What the font of a style says of leaving out its text.
    pub(super) fn marks(&self, style: usize) -> Marks {
        let Some(xf) = self.cells.get(style) else { return Marks::default() };
        let font = self.fonts.get(xf.font).copied().unwrap_or_default();
        Marks { ground: self.fills.get(xf.fill).copied().flatten(), ..font }
    }

    /// Whether a cell of the given style has a border.
    pub(super) fn draws(&self, style: usize) -> bool {
        let border = self.cells.get(style).and_then(|xf| self.borders.get(xf.border));
        border.copied().unwrap_or(false)
    }
}

//! The content of a page, a template or a composite unit (GB/T 33190, 7.7 and 13): its objects.

use super::path::trace;
use super::text::{Ink, TextCode, TextObject};
use crate::read::ReadError;
use crate::read::page::{Canvas, Matrix, numbers, twips};
use crate::read::xml::{Element, Event, Xml};
use std::collections::BTreeMap;

/// What is painted.
#[derive(Debug)]
pub(super) enum Object {
    Text(TextObject),
    Path(PathObject),
    /// A unit of the resources, by its number.
    Composite(String, Matrix),
    Image,
}

/// Lines and fills.
#[derive(Debug)]
pub(super) struct PathObject {
    matrix: Matrix,
    pen: f32,
    strokes: bool,
    fills: bool,
    /// What it is filled with is white, and lets nothing through.
    covers: bool,
    data: String,
}

/// The content of a page or of a file of resources.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// The objects of a page, in the order of painting.
    pub(super) objects: Vec<Object>,
    /// The objects of each composite unit of a file of resources.
    pub(super) units: BTreeMap<String, Vec<Object>>,
    /// Width and height in millimetres, if told.
    pub(super) size: Option<(f32, f32)>,
    /// Numbers of the templates under the page.
    pub(super) templates: Vec<String>,
    /// Names of files of resources.
    pub(super) resources: Vec<String>,
}

/// Width and height of a box.
pub(super) fn size(text: &str) -> Option<(f32, f32)> {
    match *numbers(text) {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    }
}

impl Content {
    /// Reads a part.
    ///
    /// # Errors
    /// Those of XML and its limits.
    pub(super) fn read(source: &str) -> Result<Self, ReadError> {
        let mut reader = Reader::default();
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    reader.buffer.clear();
                    if reader.hidden.is_none() {
                        reader.start(&element);
                    }
                    reader.open.push(element.name().to_owned());
                }
                Event::Text(text) => reader.buffer.push_str(&text),
                Event::End => {
                    if let Some(name) = reader.open.pop() {
                        reader.end(&name);
                    }
                    reader.buffer.clear();
                }
            }
        }
        Ok(reader.content)
    }
}

#[derive(Default)]
struct Reader {
    content: Content,
    /// Names of the open elements.
    open: Vec<String>,
    text: Option<TextObject>,
    code: TextCode,
    path: Option<PathObject>,
    /// Within the clips of a text object: how deep they stand, and the space of their path.
    clips: Option<(usize, Matrix)>,
    /// The composite unit being read.
    unit: Option<String>,
    /// Text since the last tag.
    buffer: String,
    /// The depth of an element whose content is not painted.
    hidden: Option<usize>,
}

impl Reader {
    fn push(&mut self, object: Object) {
        match &self.unit {
            Some(unit) => self.content.units.entry(unit.clone()).or_default().push(object),
            None => self.content.objects.push(object),
        }
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        let says = |name: &str, word: &str| {
            element.attribute(name).is_some_and(|value| value.eq_ignore_ascii_case(word))
        };
        // Clips and patterns hold paths that are not painted where they stand.
        let hidden = says("Visible", "false");
        if name == "Clips" && self.text.is_some() {
            self.clips = Some((self.open.len(), Matrix::IDENTITY));
        } else if let Some((_, space)) = &mut self.clips {
            if name == "Path" {
                *space = place(element);
            }
        } else if matches!(name, "Clips" | "Pattern") || hidden && name != "TextObject" {
            self.hidden = Some(self.open.len());
        } else {
            self.object(element, hidden);
        }
    }

    fn object(&mut self, element: &Element<'_>, hidden: bool) {
        let name = element.name();
        let number = |name: &str| element.attribute(name).and_then(|value| numbers(&value).first().copied());
        let says = |name: &str, word: &str| {
            element.attribute(name).is_some_and(|value| value.eq_ignore_ascii_case(word))
        };
        match name {
            "Template" => self.content.templates.extend(element.attribute("TemplateID")),
            "CompositeGraphicUnit" | "CompositeGraphUnit" => self.unit = element.attribute("ID"),
            "ImageObject" => self.push(Object::Image),
            "CompositeObject" => {
                let unit = element.attribute("ResourceID").unwrap_or_default();
                self.push(Object::Composite(unit, place(element)));
            }
            "TextObject" => {
                let size = number("Size").or(number("size")).unwrap_or(3.0);
                let mut text = TextObject::new(place(element), size, number("HScale").unwrap_or(1.0));
                text.ink = Ink {
                    fills: !says("Fill", "false"),
                    strokes: says("Stroke", "true"),
                    hidden,
                    clear: number("Alpha") == Some(0.0),
                    pale: number("Alpha").is_some_and(|alpha| alpha < 128.0),
                    ..Ink::default()
                };
                self.text = Some(text);
            }
            "TextCode" => {
                self.code = TextCode {
                    x: number("X"),
                    y: number("Y"),
                    right: element.attribute("DeltaX").unwrap_or_default(),
                    down: element.attribute("DeltaY").unwrap_or_default(),
                    text: String::new(),
                };
            }
            "PathObject" => {
                self.path = Some(PathObject {
                    matrix: place(element),
                    pen: number("LineWidth").unwrap_or(0.353),
                    strokes: !says("Stroke", "false"),
                    fills: says("Fill", "true"),
                    covers: false,
                    data: String::new(),
                });
            }
            "FillColor" | "StrokeColor" => {
                let white = element.attribute("Value").is_some_and(|value| {
                    let parts = numbers(&value);
                    matches!(parts.len(), 1 | 3) && parts.iter().all(|part| *part > 248.0)
                });
                let clear = number("Alpha") == Some(0.0);
                if let Some(text) = self.text.as_mut().filter(|_| name == "FillColor") {
                    let parts = element.attribute("Value").map(|value| numbers(&value)).unwrap_or_default();
                    let pale = matches!(parts.len(), 1 | 3) && parts.iter().all(|part| *part > 140.0);
                    text.ink.white |= white;
                    text.ink.clear |= clear;
                    text.ink.pale |= !white && pale || number("Alpha").is_some_and(|alpha| alpha < 128.0);
                }
                if let Some(path) = self.path.as_mut().filter(|_| white || clear) {
                    let opaque = number("Alpha").is_none_or(|alpha| alpha >= 255.0);
                    path.covers |= name == "FillColor" && path.fills && white && opaque;
                    *(if name == "FillColor" { &mut path.fills } else { &mut path.strokes }) = false;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(depth) = self.hidden {
            if depth == self.open.len() {
                self.hidden = None;
            }
            return;
        }
        if let Some((depth, space)) = &self.clips {
            if let Some(text) = self.text.as_mut().filter(|_| name == "AbbreviatedData") {
                text.clips.push((*space, self.buffer.clone()));
            }
            if *depth == self.open.len() {
                self.clips = None;
            }
            return;
        }
        match name {
            "PhysicalBox" => self.content.size = size(&self.buffer).or(self.content.size),
            "PageRes" => self.content.resources.push(self.buffer.trim().to_owned()),
            "TextCode" => {
                if let Some(text) = &mut self.text {
                    self.code.text.push_str(&self.buffer);
                    text.codes.push(std::mem::take(&mut self.code));
                }
            }
            "TextObject" => {
                if let Some(text) = self.text.take() {
                    self.push(Object::Text(text));
                }
            }
            "AbbreviatedData" => {
                if let Some(path) = &mut self.path {
                    path.data.push_str(&self.buffer);
                }
            }
            "PathObject" => {
                if let Some(path) = self.path.take() {
                    self.push(Object::Path(path));
                }
            }
            "CompositeGraphicUnit" | "CompositeGraphUnit" => self.unit = None,
            _ => {}
        }
    }
}

/// An object's own space → that of what holds it: `CTM`, then the corner of `Boundary`.
fn place(element: &Element<'_>) -> Matrix {
    let list = |name: &str| element.attribute(name).map(|value| numbers(&value)).unwrap_or_default();
    let (x, y) = match *list("Boundary") {
        [x, y, ..] => (x, y),
        _ => (0.0, 0.0),
    };
    Matrix::of(&list("CTM")).then(&Matrix::IDENTITY.shifted(x, y))
}

impl PathObject {
    /// Paints it. `page` leads from the space that it lies in to points on the page.
    pub(super) fn paint(&self, to_page: &Matrix, canvas: &mut Canvas) {
        let matrix = &self.matrix.then(to_page);
        let path = trace(&self.data, matrix);
        if self.covers
            && let Some(cover) = path.straight_bounds()
        {
            canvas.cover(cover);
        }
        if self.fills {
            path.fill(&mut canvas.page);
            if let Some(bounds) = path.bounds() {
                canvas.ground(bounds);
            }
        }
        if self.strokes {
            path.stroke(twips(self.pen * matrix.scale()), &mut canvas.page);
        }
    }
}

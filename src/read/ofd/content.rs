//! The content of a page (GB/T 33190, 7.7): text objects and path objects.

use super::text::{TextCode, TextObject};
use crate::read::page::{Canvas, Matrix, Page, Path, numbers, twips};
use crate::read::xml::{Element, Event, Xml};
use crate::read::{ErrorKind, ReadError, limits};

/// Points in a millimetre.
const MILLIMETRE: f32 = 72.0 / 25.4;

/// Reads one page or template.
#[derive(Debug)]
pub(super) struct Content {
    canvas: Canvas,
    templates: Vec<String>,
    /// Names of the open elements.
    open: Vec<String>,
    text: Option<TextObject>,
    code: TextCode,
    path: Option<PathObject>,
    /// Text since the last tag.
    buffer: String,
    /// The depth of an element whose content is not painted.
    hidden: Option<usize>,
}

#[derive(Debug)]
struct PathObject {
    matrix: Matrix,
    pen: f32,
    strokes: bool,
    fills: bool,
    data: String,
}

/// Width and height of a box, in millimetres.
pub(super) fn size(text: &str) -> Option<(f32, f32)> {
    match *numbers(text) {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    }
}

impl Content {
    /// A page of a size in millimetres, unless it says otherwise.
    pub(super) fn new((width, height): (f32, f32)) -> Self {
        let page = Page {
            width: twips(width * MILLIMETRE),
            height: twips(height * MILLIMETRE),
            ..Page::default()
        };
        Self {
            canvas: Canvas { page, ..Canvas::default() },
            templates: Vec::new(),
            open: Vec::new(),
            text: None,
            code: TextCode::default(),
            path: None,
            buffer: String::new(),
            hidden: None,
        }
    }

    /// Reads the content. Also gives the numbers of the templates that lie under it.
    pub(super) fn read(mut self, source: &str) -> Result<(Canvas, Vec<String>), ReadError> {
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) => {
                    self.buffer.clear();
                    if self.hidden.is_none() {
                        self.start(&element);
                    }
                    self.open.push(element.name().to_owned());
                }
                Event::Text(text) => self.buffer.push_str(&text),
                Event::End => {
                    if let Some(name) = self.open.pop() {
                        self.end(&name);
                    }
                    limits::within(self.canvas.page.glyphs.len(), limits::TEXT_CHARS, ErrorKind::TooMuchText)?;
                    self.buffer.clear();
                }
            }
        }
        Ok((self.canvas, self.templates))
    }

    fn start(&mut self, element: &Element<'_>) {
        let name = element.name();
        let number = |name: &str| element.attribute(name).and_then(|value| numbers(&value).first().copied());
        let is_not = |name: &str, word: &str| !element.attribute(name).is_some_and(|value| value.eq_ignore_ascii_case(word));
        // Clips and patterns hold paths that are not painted where they stand.
        if matches!(name, "Clips" | "Pattern") || !is_not("Visible", "false") {
            self.hidden = Some(self.open.len());
            return;
        }
        match name {
            "Template" => self.templates.extend(element.attribute("TemplateID")),
            "ImageObject" => self.canvas.images += 1,
            "TextObject" => {
                let size = number("Size").or(number("size")).unwrap_or(3.0);
                self.text = Some(TextObject::new(place(element), size, number("HScale").unwrap_or(1.0)));
            }
            "TextCode" => {
                self.code = TextCode {
                    x: number("X"),
                    y: number("Y"),
                    right: element.attribute("DeltaX").unwrap_or_default(),
                    down: element.attribute("DeltaY").unwrap_or_default(),
                };
            }
            "PathObject" => {
                self.path = Some(PathObject {
                    matrix: place(element),
                    pen: number("LineWidth").unwrap_or(0.353),
                    strokes: is_not("Stroke", "false"),
                    fills: !is_not("Fill", "true"),
                    data: String::new(),
                });
            }
            "FillColor" | "StrokeColor" => {
                let white = element.attribute("Value").is_some_and(|value| {
                    let parts = numbers(&value);
                    matches!(parts.len(), 1 | 3) && parts.iter().all(|part| *part > 248.0)
                });
                let clear = number("Alpha") == Some(0.0);
                if let Some(path) = self.path.as_mut().filter(|_| white || clear) {
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
        match name {
            "PhysicalBox" => {
                if let Some((width, height)) = size(&self.buffer) {
                    self.canvas.page.width = twips(width * MILLIMETRE);
                    self.canvas.page.height = twips(height * MILLIMETRE);
                }
            }
            "TextCode" => {
                if let Some(text) = &mut self.text {
                    text.place(&self.code, &self.buffer, &mut self.canvas);
                }
            }
            "TextObject" => self.text = None,
            "AbbreviatedData" => {
                if let Some(path) = &mut self.path {
                    path.data.push_str(&self.buffer);
                }
            }
            "PathObject" => {
                if let Some(path) = self.path.take() {
                    path.paint(&mut self.canvas.page);
                }
            }
            _ => {}
        }
    }
}

/// An object's own space → points on the page: `CTM`, then the corner of `Boundary`.
fn place(element: &Element<'_>) -> Matrix {
    let list = |name: &str| element.attribute(name).map(|value| numbers(&value)).unwrap_or_default();
    let (x, y) = match *list("Boundary") {
        [x, y, ..] => (x, y),
        _ => (0.0, 0.0),
    };
    let page = Matrix::of(&[MILLIMETRE, 0.0, 0.0, MILLIMETRE, 0.0, 0.0]).shifted(x, y);
    Matrix::of(&list("CTM")).then(&page)
}

impl PathObject {
    fn paint(&self, page: &mut Page) {
        let mut path = Path::default();
        let mut words = self.data.split_whitespace();
        let mut pending = words.next();
        while let Some(word) = pending {
            let mut operands = [0.0; 7];
            let mut count = 0;
            pending = None;
            for next in words.by_ref() {
                if next.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    pending = Some(next);
                    break;
                }
                if let Some(place) = operands.get_mut(count) {
                    *place = numbers(next).first().copied().unwrap_or(0.0);
                    count += 1;
                }
            }
            let matrix = &self.matrix;
            match (word, operands.get(..count).unwrap_or_default()) {
                ("S" | "M", [x, y]) => path.move_to(matrix, *x, *y),
                ("L", [x, y]) => path.line_to(matrix, *x, *y),
                ("Q" | "B" | "A", [.., x, y]) => path.curve_to(matrix, *x, *y),
                ("C", _) => path.close(),
                _ => {}
            }
        }
        if self.fills {
            path.fill(page);
        }
        if self.strokes {
            path.stroke(twips(self.pen * self.matrix.scale()), page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_lines_are_placed_and_what_is_hidden_is_not() -> Result<(), ReadError> {
        let source = r#"<ofd:Page xmlns:ofd="x"><ofd:Area><ofd:PhysicalBox>0 0 25.4 25.4</ofd:PhysicalBox></ofd:Area>
            <ofd:Template TemplateID="7"/><ofd:Content><ofd:Layer>
            <ofd:TextObject Boundary="2.54 2.54 9 9" Size="2.54"><ofd:TextCode X="0" Y="2.54" DeltaX="g 1 2.54">公开</ofd:TextCode></ofd:TextObject>
            <ofd:TextObject Visible="false" Boundary="0 0 9 9" Size="2.54"><ofd:TextCode X="0" Y="2.54">隐</ofd:TextCode></ofd:TextObject>
            <ofd:PathObject Boundary="0 0 25.4 1" LineWidth="0.2"><ofd:Clips><ofd:Clip><ofd:Path><ofd:AbbreviatedData>M 0 0 L 0 9</ofd:AbbreviatedData></ofd:Path></ofd:Clip></ofd:Clips>
            <ofd:AbbreviatedData>M 0 0 L 12.7 0</ofd:AbbreviatedData></ofd:PathObject>
            <ofd:PathObject Boundary="0 0 25.4 1"><ofd:StrokeColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 12.7 0</ofd:AbbreviatedData></ofd:PathObject>
            </ofd:Layer></ofd:Content></ofd:Page>"#;
        let (canvas, templates) = Content::new((210.0, 297.0)).read(source)?;
        let glyphs: Vec<_> = canvas.page.glyphs.iter().map(|g| (g.char, g.x, g.y, g.width, g.size)).collect();
        assert_eq!(glyphs, [('公', 144, 288, 144, 144), ('开', 288, 288, 144, 144)]);
        assert_eq!((canvas.page.rules.len(), canvas.page.width, templates), (1, 1440, vec!["7".to_owned()]));
        Ok(())
    }
}

//! Annotations (ISO 32000-1, 12.5) that are text of the page: what was typed onto it, and the fields of forms.

use super::interpret::Interpreter;
use super::lexer::{Lexer, Token};
use super::marked::decoded;
use crate::read::page::{Glyph, Matrix, Rule, twips};
use crate::read::{ReadError, limits, omitted};
use hayro_syntax::object::{Array, Dict, Name, Stream, String as Text};

/// Annotations of a page that are looked at.
const MOST: usize = 10_000;
/// Fields that a field is part of.
const PARENTS: usize = 16;

/// Flags (12.5.3): invisible where unknown, hidden, not for the screen.
const HIDDEN: i32 = 2 | 32;

impl Interpreter<'_, '_> {
    /// Adds what the annotations of a page show to what is on it.
    ///
    /// # Errors
    /// Only those of limits.
    pub(super) fn annotations(&mut self, page: &Dict<'_>) -> Result<(), ReadError> {
        let Some(list) = page.get::<Array<'_>>("Annots") else { return Ok(()) };
        for annotation in list.iter::<Dict<'_>>().take(MOST) {
            let flags = annotation.get::<i32>("F").unwrap_or(0);
            let kind = annotation.get::<Name<'_>>("Subtype");
            if flags & HIDDEN != 0 || self.shared.layers.hide(&annotation, b"OC") {
                continue;
            }
            match kind.as_deref().unwrap_or_default() {
                b"FreeText" | b"Widget" => self.typed(&annotation)?,
                b"StrikeOut" => self.strike(&annotation),
                b"Watermark" => self.canvas.omitted.add(omitted::Why::Watermark),
                b"Text" => self.canvas.comments += 1,
                b"Stamp" => self.canvas.stamps += 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// Text in a box: as its appearance shows it, else as it is stored.
    fn typed(&mut self, annotation: &Dict<'_>) -> Result<(), ReadError> {
        let Some([x0, y0, x1, y1]) = rectangle(annotation, "Rect") else { return Ok(()) };
        let before = self.canvas.page.glyphs.len();
        if let Some(stream) = appearance(annotation) {
            let form = stream.dict();
            let matrix = Matrix::of(&numbers(form, "Matrix"));
            // The box of the appearance, turned by its matrix, is put onto the rectangle (12.5.5).
            let [a0, b0, a1, b1] = rectangle(form, "BBox").unwrap_or([0.0, 0.0, x1 - x0, y1 - y0]);
            let corners = [(a0, b0), (a1, b0), (a0, b1), (a1, b1)].map(|(x, y)| matrix.apply(x, y));
            let low = |part: fn(&(f32, f32)) -> f32| corners.iter().map(part).fold(f32::INFINITY, f32::min);
            let high =
                |part: fn(&(f32, f32)) -> f32| corners.iter().map(part).fold(f32::NEG_INFINITY, f32::max);
            let (left, bottom) = (low(|corner| corner.0), low(|corner| corner.1));
            let (width, height) = (high(|corner| corner.0) - left, high(|corner| corner.1) - bottom);
            let scale = |wanted: f32, own: f32| if own > 0.0 { wanted / own } else { 1.0 };
            let (across, up) = (scale(x1 - x0, width), scale(y1 - y0, height));
            let place = Matrix::new([across, 0.0, 0.0, up, x0 - left * across, y0 - bottom * up]);
            self.restart(&place);
            self.form(&stream, None, 0)?;
        }
        if self.canvas.page.glyphs.len() == before
            && let Some(text) = stored(annotation)
        {
            self.write(&text, size(annotation), [x0, y0, x1, y1])?;
        }
        Ok(())
    }

    /// Writes lines of text into a box from its top, or in its middle if there is but one.
    fn write(&mut self, text: &str, size: Option<f32>, [x0, y0, x1, y1]: [f32; 4]) -> Result<(), ReadError> {
        self.shared.chars = self.shared.chars.saturating_add(text.len());
        limits::within(self.shared.chars, limits::TEXT_CHARS, crate::read::ErrorKind::TooMuchText)?;
        let lines: Vec<&str> = text.split(['\r', '\n']).collect();
        let many = u16::try_from(lines.len()).map_or(1.0, f32::from);
        let size = size.unwrap_or(((y1 - y0) / many * 0.7).clamp(4.0, 12.0));
        let mut y = if lines.len() == 1 { f32::midpoint(y0, y1) - size * 0.35 } else { y1 - size * 1.1 };
        for line in lines {
            let wide = |char: char| if char.is_ascii() { size / 2.0 } else { size };
            let mut x = x0 + (x1 - x0 - line.chars().map(wide).sum::<f32>()).clamp(0.0, 2.0);
            for char in line.chars().filter(|char| !char.is_control()) {
                let (left, base) = self.initial.apply(x, y);
                let (width, height) =
                    (twips(wide(char) * self.initial.scale()), twips(size * self.initial.height()));
                let glyph =
                    Glyph { char, x: twips(left), y: twips(base), width, size: height.max(1), turn: 0 };
                self.canvas.page.glyphs.push(glyph);
                x += wide(char);
            }
            y -= size * 1.2;
        }
        Ok(())
    }

    /// Strikes out the text that the annotation marks, as a line through it would.
    fn strike(&mut self, annotation: &Dict<'_>) {
        for quad in numbers(annotation, "QuadPoints").chunks_exact(8).take(MOST) {
            let points = quad.chunks_exact(2).filter_map(|point| match point {
                [x, y] => Some(self.initial.apply(*x, *y)),
                _ => None,
            });
            let points: Vec<(i32, i32)> = points.map(|(x, y)| (twips(x), twips(y))).collect();
            if let [a, rest @ ..] = points.as_slice() {
                let bounds = rest.iter().fold(Rule::new(*a, *a), |all, &(x, y)| Rule {
                    x0: all.x0.min(x),
                    y0: all.y0.min(y),
                    x1: all.x1.max(x),
                    y1: all.y1.max(y),
                });
                self.canvas.page.struck.push(bounds);
            }
        }
    }
}

/// The stream that shows an annotation: of several states, that which it is in.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    let all = annotation.get::<Dict<'a>>("AP")?;
    all.get::<Stream<'a>>("N").or_else(|| {
        let state = annotation.get::<Name<'_>>("AS")?;
        all.get::<Dict<'a>>("N")?.get::<Stream<'a>>(&*state)
    })
}

/// The text of an annotation, or the value of a field of text, of a choice, or of those that it is part of.
fn stored(annotation: &Dict<'_>) -> Option<String> {
    if let Some(text) = annotation.get::<Text<'_>>("Contents")
        && annotation.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"FreeText")
    {
        return Some(decoded(text.as_bytes()));
    }
    let mut field = annotation.clone();
    for _ in 0..PARENTS {
        if let Some(value) = field.get::<Text<'_>>("V") {
            return Some(decoded(value.as_bytes()));
        }
        field = field.get::<Dict<'_>>("Parent")?;
    }
    None
}

/// The size of the font that the default appearance sets (12.7.3.3).
fn size(annotation: &Dict<'_>) -> Option<f32> {
    let text = annotation.get::<Text<'_>>("DA")?;
    let mut lexer = Lexer::new(text.as_bytes());
    let mut number = None;
    while let Some(token) = lexer.next() {
        match token {
            Token::Number(found) => number = Some(found),
            Token::Word(b"Tf") => return number.filter(|size| *size > 0.0),
            _ => {}
        }
    }
    None
}

fn numbers(dict: &Dict<'_>, key: &str) -> Vec<f32> {
    dict.get::<Array<'_>>(key).map(|array| array.iter::<f32>().collect()).unwrap_or_default()
}

/// A rectangle: left, bottom, right, top.
fn rectangle(dict: &Dict<'_>, key: &str) -> Option<[f32; 4]> {
    match *numbers(dict, key) {
        [x0, y0, x1, y1] => Some([x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)]),
        _ => None,
    }
}

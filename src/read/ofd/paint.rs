//! Paints the objects of a page.

use super::content::Object;
use crate::read::page::{Canvas, Matrix, Rule};
use crate::read::{ErrorKind, ReadError, limits};
use std::collections::BTreeMap;

/// Points in a millimetre.
pub(super) const MILLIMETRE: f32 = 72.0 / 25.4;

/// Composite units by their number.
pub(super) type Units = BTreeMap<String, Vec<Object>>;

/// Counts what is painted in the whole document.
#[derive(Debug, Default)]
pub(super) struct Painter {
    /// Composite units of all resources read so far.
    pub(super) units: Units,
    painted: usize,
    chars: usize,
}

impl Painter {
    /// Paints objects that lie on a page.
    ///
    /// # Errors
    /// Those of limits.
    pub(super) fn paint(&mut self, objects: &[Object], canvas: &mut Canvas) -> Result<(), ReadError> {
        let millimetres = Matrix::of(&[MILLIMETRE, 0.0, 0.0, MILLIMETRE, 0.0, 0.0]);
        let units = std::mem::take(&mut self.units);
        let result = self.all(objects, &units, &millimetres, canvas, 0);
        self.units = units;
        result
    }

    fn all(
        &mut self,
        objects: &[Object],
        units: &Units,
        matrix: &Matrix,
        canvas: &mut Canvas,
        depth: usize,
    ) -> Result<(), ReadError> {
        for object in objects {
            self.painted += 1;
            limits::within(self.painted, limits::NODES, ErrorKind::TooManyNodes)?;
            match object {
                Object::Text(text) => {
                    let before = canvas.page.glyphs.len();
                    text.paint(matrix, canvas);
                    self.chars += canvas.page.glyphs.len() - before;
                    limits::within(self.chars, limits::TEXT_CHARS, ErrorKind::TooMuchText)?;
                }
                Object::Path(path) => path.paint(matrix, canvas),
                Object::Image => {
                    canvas.images += 1;
                    // Where it lies is not looked at: white text may stand on it anywhere.
                    let all = Rule { x0: 0, y0: 0, x1: canvas.page.width, y1: canvas.page.height };
                    canvas.ground(all);
                }
                Object::Composite(unit, own) => {
                    if let Some(unit) = units.get(unit).filter(|_| depth < limits::FORM_DEPTH) {
                        self.all(unit, units, &own.then(matrix), canvas, depth + 1)?;
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::Content;
    use super::*;

    fn painted(page: &str, resources: &str) -> Result<Canvas, ReadError> {
        let units = Content::read(resources)?.units;
        let mut canvas = Canvas::default();
        Painter { units, ..Painter::default() }.paint(&Content::read(page)?.objects, &mut canvas)?;
        Ok(canvas)
    }

    #[test]
    fn text_and_lines_are_placed_and_what_is_hidden_is_not() -> Result<(), ReadError> {
        let source = r#"<ofd:Page xmlns:ofd="x"><ofd:Content><ofd:Layer>
            <ofd:TextObject Boundary="2.54 2.54 9 9" Size="2.54"><ofd:TextCode X="0" Y="2.54" DeltaX="g 1 2.54">公开</ofd:TextCode></ofd:TextObject>
            <ofd:TextObject Visible="false" Boundary="0 0 9 9" Size="2.54"><ofd:TextCode X="0" Y="2.54">隐</ofd:TextCode></ofd:TextObject>
            <ofd:PathObject Boundary="0 0 25.4 1" LineWidth="0.2"><ofd:Clips><ofd:Clip><ofd:Path><ofd:AbbreviatedData>M 0 0 L 0 9</ofd:AbbreviatedData></ofd:Path></ofd:Clip></ofd:Clips>
            <ofd:AbbreviatedData>M 0 0 L 12.7 0</ofd:AbbreviatedData></ofd:PathObject>
            <ofd:PathObject Boundary="0 0 25.4 1"><ofd:StrokeColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 12.7 0</ofd:AbbreviatedData></ofd:PathObject>
            </ofd:Layer></ofd:Content></ofd:Page>"#;
        let canvas = painted(source, "<Res/>")?;
        let glyphs: Vec<_> = canvas.page.glyphs.iter().map(|g| (g.char, g.x, g.y, g.width, g.size)).collect();
        assert_eq!(glyphs, [('公', 144, 288, 144, 144), ('开', 288, 288, 144, 144)]);
        assert_eq!(canvas.page.rules.len(), 1);
        Ok(())
    }

    #[test]
    fn units_are_painted_where_they_are_used_and_end() -> Result<(), ReadError> {
        let resources = r#"<Res><CompositeGraphicUnit ID="5"><Content>
            <TextObject Boundary="1 1 9 9" Size="1"><TextCode X="0" Y="1">一</TextCode></TextObject>
            <CompositeObject ResourceID="5" Boundary="0 0 1 1"/></Content></CompositeGraphicUnit></Res>"#;
        let page =
            r#"<Page><CompositeObject ResourceID="5" CTM="2.54 0 0 2.54 0 0" Boundary="2.54 0 9 9"/></Page>"#;
        let canvas = painted(page, resources)?;
        assert_eq!(canvas.page.glyphs.first().map(|g| (g.x, g.y, g.size)), Some((288, 288, 144)));
        assert_eq!(canvas.page.glyphs.len(), limits::FORM_DEPTH);
        Ok(())
    }
}

//! Content streams (ISO 32000-1, 7.8.2): operators → glyphs and lines on the page.

use super::font::{Font, Gb, Shown};
use super::lexer::{Lexer, Token};
use super::state::{State, is_white};
use super::stream::Budget;
use crate::read::page::{Canvas, Glyph, Matrix, Page, Path, is_unknown, twips};
use crate::read::{ErrorKind, ReadError, limits};
use hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_syntax::page::Resources;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// More operands than this before an operator are no operands.
const OPERANDS: usize = 1 << 16;
/// Each operator of a form or page costs its bytes; each form a few more, so that empty ones cost something too.
const FORM_COST: usize = 100;

/// What is shared by all pages.
pub(super) struct Shared<'a> {
    pub(super) budget: Budget,
    pub(super) gb: Gb<'a>,
    /// Fonts by their object, or by the place of a dictionary that is none.
    pub(super) fonts: BTreeMap<(usize, i32), Rc<Font>>,
    /// Characters shown so far.
    pub(super) chars: usize,
}

/// Runs the content streams of one page.
pub(super) struct Interpreter<'a, 'b> {
    pub(super) shared: &'a mut Shared<'b>,
    pub(super) canvas: Canvas,
    state: State,
    saved: Vec<State>,
    path: Path,
    text: Matrix,
    line: Matrix,
    shown: Vec<Shown>,
    /// Text that stands for what marked content shows, and the number of glyphs before it (14.9.4).
    actual: Vec<Option<(String, usize)>>,
}

/// An operand.
#[derive(Debug)]
enum Operand<'a> {
    Number(f32),
    Name(Cow<'a, [u8]>),
    String(Cow<'a, [u8]>),
    Mark,
}

impl<'a, 'b> Interpreter<'a, 'b> {
    pub(super) fn new(shared: &'a mut Shared<'b>, page: Page, initial: Matrix) -> Self {
        Self {
            shared,
            canvas: Canvas { page, ..Canvas::default() },
            state: State::new(initial),
            saved: Vec::new(),
            path: Path::default(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            shown: Vec::new(),
            actual: Vec::new(),
        }
    }

    /// Runs a content stream.
    ///
    /// # Errors
    /// Only those of limits; what is damaged is passed over.
    pub(super) fn run(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<(), ReadError> {
        let mut lexer = Lexer::new(content);
        let mut operands = Vec::new();
        while let Some(token) = lexer.next() {
            let operand = match token {
                Token::Number(number) => Operand::Number(number),
                Token::Name(name) => Operand::Name(name),
                Token::String(string) => Operand::String(string),
                Token::Open | Token::Close => Operand::Mark,
                Token::Word(b"ID") => {
                    lexer.skip_image();
                    self.canvas.images += 1;
                    operands.clear();
                    continue;
                }
                Token::Word(word) => {
                    self.operator(word, &operands, resources, depth)?;
                    operands.clear();
                    continue;
                }
            };
            if operands.len() < OPERANDS {
                operands.push(operand);
            }
        }
        Ok(())
    }

    fn operator(
        &mut self,
        word: &[u8],
        operands: &[Operand<'_>],
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<(), ReadError> {
        let name = operands.iter().rev().find_map(|operand| match operand {
            Operand::Name(name) => Some(&**name),
            _ => None,
        });
        match word {
            b"Do" => return name.map_or(Ok(()), |name| self.paint(name, resources, depth)),
            b"Tf" => {
                let font = name.map(|name| self.font(name, resources)).transpose()?.flatten();
                self.state.font = font;
                self.state.size = last_number(operands);
            }
            b"Tj" => self.show(operands)?,
            b"TJ" => self.show(operands)?,
            b"'" | b"\"" => {
                let numbers: Vec<f32> = numbers(operands);
                if let [words, characters] = *numbers {
                    (self.state.between_words, self.state.between) = (words, characters);
                }
                self.next_line(0.0, -self.state.leading);
                self.show(operands)?;
            }
            b"BDC" => self.actual.push(self.actual_text(operands, name, resources)),
            b"BMC" => self.actual.push(None),
            b"EMC" => self.end_marked(),
            _ => self.simple(word, &numbers(operands), name.is_some()),
        }
        Ok(())
    }

    /// The operators that take numbers only.
    fn simple(&mut self, word: &[u8], numbers: &[f32], named: bool) {
        let last = numbers.last().copied().unwrap_or(0.0);
        let state = &mut self.state;
        match (word, numbers) {
            (b"q", _) => {
                if self.saved.len() < limits::DEPTH {
                    self.saved.push(state.clone());
                }
            }
            (b"Q", _) => {
                if let Some(saved) = self.saved.pop() {
                    self.state = saved;
                }
            }
            (b"cm", _) => state.page = Matrix::of(numbers).then(&state.page),
            (b"w", _) => state.pen = last,
            (b"g" | b"rg" | b"k" | b"sc" | b"scn", _) => state.fill_is_white = !named && is_white(numbers),
            (b"G" | b"RG" | b"K" | b"SC" | b"SCN", _) => state.stroke_is_white = !named && is_white(numbers),
            (b"cs", _) => state.fill_is_white = false,
            (b"CS", _) => state.stroke_is_white = false,
            (b"BT", _) => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            (b"Tc", _) => state.between = last,
            (b"Tw", _) => state.between_words = last,
            (b"Tz", _) => state.stretch = last / 100.0,
            (b"TL", _) => state.leading = last,
            (b"Ts", _) => state.rise = last,
            #[expect(clippy::float_cmp, reason = "modes are whole numbers")]
            (b"Tr", _) => state.invisible = last == 3.0 || last == 7.0,
            (b"Td", [x, y]) => self.next_line(*x, *y),
            (b"TD", [x, y]) => {
                state.leading = -*y;
                self.next_line(*x, *y);
            }
            (b"T*", _) => self.next_line(0.0, -self.state.leading),
            (b"Tm", _) => (self.text, self.line) = (Matrix::of(numbers), Matrix::of(numbers)),
            _ => self.draw(word, numbers),
        }
    }

    fn draw(&mut self, word: &[u8], numbers: &[f32]) {
        let matrix = &self.state.page;
        match (word, numbers) {
            (b"m", [x, y]) => self.path.move_to(matrix, *x, *y),
            (b"l", [x, y]) => self.path.line_to(matrix, *x, *y),
            (b"c" | b"v" | b"y", [.., x, y]) => self.path.curve_to(matrix, *x, *y),
            (b"re", [x, y, width, height]) => self.path.rectangle(matrix, *x, *y, *width, *height),
            (b"h", _) => self.path.close(),
            (b"n", _) => self.path.clear(),
            (b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*", _) => {
                if matches!(word, b"s" | b"b" | b"b*") {
                    self.path.close();
                }
                if !matches!(word, b"S" | b"s") && !self.state.fill_is_white {
                    self.path.fill(&mut self.canvas.page);
                }
                if !matches!(word, b"f" | b"F" | b"f*") && !self.state.stroke_is_white {
                    let scale = matrix.scale().max(matrix.height());
                    self.path.stroke(twips(self.state.pen * scale), &mut self.canvas.page);
                }
                self.path.clear();
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = self.line.shifted(x, y);
        self.text = self.line;
    }

    fn font(&mut self, name: &[u8], resources: &Resources<'_>) -> Result<Option<Rc<Font>>, ReadError> {
        let reference = resources.fonts.get_ref(name);
        let by_object = reference.map(|object| (object.obj_number as usize, object.gen_number));
        if let Some(font) = by_object.and_then(|key| self.shared.fonts.get(&key)) {
            return Ok(Some(Rc::clone(font)));
        }
        let Some(dict) = resources.fonts.get::<Dict<'_>>(name) else { return Ok(None) };
        // A dictionary that is no object of its own is known by its place in memory.
        let key = by_object.unwrap_or((dict.data().as_ptr() as usize, -1));
        if let Some(font) = self.shared.fonts.get(&key) {
            return Ok(Some(Rc::clone(font)));
        }
        let font = Rc::new(Font::read(&dict, &mut self.shared.budget)?);
        self.shared.fonts.insert(key, Rc::clone(&font));
        Ok(Some(font))
    }

    /// An XObject: a form runs, an image is counted.
    fn paint(&mut self, name: &[u8], resources: &Resources<'_>, depth: usize) -> Result<(), ReadError> {
        let Some(stream) = resources.x_objects.get::<Stream<'_>>(name) else { return Ok(()) };
        let dict = stream.dict();
        if dict.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Image") {
            self.canvas.images += 1;
            return Ok(());
        }
        if depth >= limits::FORM_DEPTH {
            return Ok(());
        }
        self.shared.budget.take(FORM_COST)?;
        let content = self.shared.budget.decode(&stream)?;
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        let before = (self.state.clone(), std::mem::take(&mut self.saved), self.text, self.line);
        let matrix: Vec<f32> = dict
            .get::<Array<'_>>("Matrix")
            .map(|array| array.iter::<f32>().take(6).collect())
            .unwrap_or_default();
        self.state.page = Matrix::of(&matrix).then(&self.state.page);
        self.run(&content, own.as_ref().unwrap_or(resources), depth + 1)?;
        (self.state, self.saved, self.text, self.line) = before;
        Ok(())
    }

    /// Shows strings; numbers between them move back by thousandths.
    fn show(&mut self, operands: &[Operand<'_>]) -> Result<(), ReadError> {
        let Some(font) = self.state.font.clone() else { return Ok(()) };
        for operand in operands {
            match operand {
                Operand::Number(number) => self.advance(&font, -number / 1000.0 * self.state.size),
                Operand::String(bytes) => {
                    let mut shown = std::mem::take(&mut self.shown);
                    font.show(bytes, &mut self.shared.gb, &mut shown);
                    self.shared.chars = self.shared.chars.saturating_add(shown.len());
                    limits::within(self.shared.chars, limits::TEXT_CHARS, ErrorKind::TooMuchText)?;
                    for one in shown.drain(..) {
                        self.glyph(&font, &one);
                    }
                    self.shown = shown;
                }
                Operand::Name(_) | Operand::Mark => {}
            }
        }
        Ok(())
    }

    fn advance(&mut self, font: &Font, by: f32) {
        let (x, y) = if font.vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text = self.text.shifted(x, y);
    }

    fn glyph(&mut self, font: &Font, shown: &Shown) {
        let state = &self.state;
        let size = state.size;
        let matrix = self.text.then(&state.page);
        let spacing = state.between + if shown.is_space { state.between_words } else { 0.0 };
        // Text that runs down has its origin above the middle of the glyph (9.7.4.3).
        let (x, y) =
            if font.vertical { (-shown.width / 2.0 * size, -0.88 * size) } else { (0.0, state.rise) };
        let (x, y) = matrix.apply(x, y);
        if let Some(turn) = matrix.turn() {
            let stretch = if font.vertical { 1.0 } else { state.stretch };
            let width = twips((shown.width * size * stretch * matrix.scale()).abs());
            let height = twips((size * font.height * matrix.height()).abs()).max(1);
            let many = i32::try_from(shown.text.chars().count().max(1)).unwrap_or(1);
            // Letters set as one glyph share its room.
            for (part, char) in (0..).zip(shown.text.chars()) {
                let along = width / many * part;
                let (dx, dy) = match turn {
                    0 => (along, 0),
                    1 => (0, along),
                    2 => (-along, 0),
                    _ => (0, -along),
                };
                let glyph = Glyph {
                    char,
                    x: twips(x) + dx,
                    y: twips(y) + dy,
                    width: width / many,
                    size: height,
                    turn,
                };
                let page = &self.canvas.page;
                let (across, down) = glyph.centre();
                if (0..=page.width).contains(&across) && (0..=page.height).contains(&down) {
                    let to =
                        if state.invisible { &mut self.canvas.hidden } else { &mut self.canvas.page.glyphs };
                    to.push(glyph);
                }
            }
        } else {
            self.canvas.aslant += 1;
        }
        let by = if font.vertical { spacing - size } else { shown.width * size + spacing };
        self.advance(font, by);
    }

    fn actual_text(
        &self,
        operands: &[Operand<'_>],
        name: Option<&[u8]>,
        resources: &Resources<'_>,
    ) -> Option<(String, usize)> {
        let at = operands
            .iter()
            .position(|operand| matches!(operand, Operand::Name(name) if &**name == b"ActualText"));
        let bytes = match at.and_then(|at| operands.get(at + 1)) {
            Some(Operand::String(bytes)) => bytes.to_vec(),
            _ => {
                let properties = resources.properties.get::<Dict<'_>>(name?)?;
                properties.get::<hayro_syntax::object::String<'_>>("ActualText")?.to_vec()
            }
        };
        let text = match bytes.strip_prefix(b"\xfe\xff") {
            Some(wide) => {
                let units = wide
                    .chunks_exact(2)
                    .map(|pair| pair.iter().fold(0_u16, |value, byte| value << 8 | u16::from(*byte)));
                char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
            }
            None => String::from_utf8_lossy(&bytes).into_owned(),
        };
        Some((text, self.canvas.page.glyphs.len()))
    }

    /// Where glyphs cannot be told, the text that marked content stands for says what they are.
    fn end_marked(&mut self) {
        let Some(Some((text, from))) = self.actual.pop() else { return };
        let glyphs = self.canvas.page.glyphs.get_mut(from..).unwrap_or_default();
        let chars = text.chars().count();
        if chars == glyphs.len() && glyphs.iter().any(|glyph| is_unknown(glyph.char)) {
            for (glyph, char) in glyphs.iter_mut().zip(text.chars()) {
                glyph.char = char;
            }
        }
    }
}

fn numbers(operands: &[Operand<'_>]) -> Vec<f32> {
    let number =
        |operand: &Operand<'_>| if let Operand::Number(number) = operand { Some(*number) } else { None };
    operands.iter().filter_map(number).collect()
}

fn last_number(operands: &[Operand<'_>]) -> f32 {
    numbers(operands).last().copied().unwrap_or(0.0)
}

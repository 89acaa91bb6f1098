//! Content streams (ISO 32000-1, 7.8.2): operators → glyphs and lines on the page.

use super::font::{Font, Gb, Maps, Shown};
use super::layers::Layers;
use super::lexer::{Lexer, Token};
use super::state::{Marked, Space, State};
use super::stream::Budget;
use crate::read::colour::Colour;
use crate::read::omitted::Why;
use crate::read::page::{Canvas, Matrix, Page, Path, Rule, twips, within};
use crate::read::{ReadError, limits};
use hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_syntax::page::Resources;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// More operands than this before an operator are no operands.
const OPERANDS: usize = 1 << 16;
/// Each operator of a form or page costs its bytes; what is drawn a few more, so that empty forms cost something too.
const DRAW_COST: usize = 100;
/// A font has tables of its own, however little the file says of it.
const FONT_COST: usize = 1 << 16;

/// What is shared by all pages.
pub(super) struct Shared<'a> {
    pub(super) budget: Budget,
    pub(super) gb: Gb<'a>,
    /// Fonts by their object, or by the place of a dictionary that is none.
    pub(super) fonts: BTreeMap<(usize, i32), Rc<Font>>,
    /// Their maps to Unicode by their object.
    pub(super) maps: Maps,
    /// Characters shown so far.
    pub(super) chars: usize,
    /// The layers that are off.
    pub(super) layers: Layers,
}

/// Runs the content streams of one page.
pub(super) struct Interpreter<'a, 'b> {
    pub(super) shared: &'a mut Shared<'b>,
    pub(super) canvas: Canvas,
    pub(super) state: State,
    saved: Vec<State>,
    pub(super) path: Path,
    pub(super) text: Matrix,
    line: Matrix,
    pub(super) shown: Vec<Shown>,
    /// Characters shown on this page so far.
    pub(super) chars: usize,
    pub(super) marked: Vec<Marked>,
    /// How much marked content that is too deep is open.
    pub(super) too_deep: usize,
    /// Why what is shown now is left out, if marked content or the form around says so.
    pub(super) hides: Option<Why>,
    /// The same, as far as the form around says so.
    pub(super) around: Option<Why>,
    /// The path being made is to be clipped to.
    pub(super) clips: bool,
    /// User space of the page itself.
    pub(super) initial: Matrix,
}

/// An operand.
#[derive(Debug)]
pub(super) enum Operand<'a> {
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
            chars: 0,
            marked: Vec::new(),
            too_deep: 0,
            hides: None,
            around: None,
            clips: false,
            initial,
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
                    self.image();
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
            b"Tj" | b"TJ" => self.show(operands)?,
            b"'" | b"\"" => {
                let numbers: Vec<f32> = numbers(operands);
                if let [words, characters] = *numbers {
                    (self.state.between_words, self.state.between) = (words, characters);
                }
                self.next_line(0.0, -self.state.leading);
                self.show(operands)?;
            }
            b"BDC" => self.begin_marked(operands, name, resources)?,
            b"BMC" => self.mark(None, None),
            b"EMC" => self.end_marked(),
            b"gs" => self.extended(name, resources),
            b"cs" | b"CS" => self.colour_space(word, name, resources),
            b"sh" => {
                let all = Rule { x0: 0, y0: 0, x1: self.canvas.page.width, y1: self.canvas.page.height };
                self.canvas.ground(self.state.clip.unwrap_or(all));
            }
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
            (b"g" | b"rg" | b"k" | b"sc" | b"scn", _) => {
                if !word.starts_with(b"s") {
                    state.fill_space = Space::Device;
                }
                state.fill_is_white = !named && state.fill_space.is_white(numbers);
                state.fill_is_pale = !named && state.fill_space.is_pale(numbers);
                state.fill = if named { Colour::Auto } else { state.fill_space.colour(numbers) };
            }
            (b"G" | b"RG" | b"K" | b"SC" | b"SCN", _) => {
                if !word.starts_with(b"S") {
                    state.stroke_space = Space::Device;
                }
                state.stroke_is_white = !named && state.stroke_space.is_white(numbers);
            }
            (b"BT", _) => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            (b"Tc", _) => state.between = last,
            (b"Tw", _) => state.between_words = last,
            (b"Tz", _) => state.stretch = last / 100.0,
            (b"TL", _) => state.leading = last,
            (b"Ts", _) => state.rise = last,
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "modes are small numbers"
            )]
            (b"Tr", _) => state.mode = last.clamp(0.0, 9.0) as u8,
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
        if matches!(word, b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*") {
            self.cover();
        }
        let matrix = &self.state.page;
        match (word, numbers) {
            (b"m", [x, y]) => self.path.move_to(matrix, *x, *y),
            (b"l", [x, y]) => self.path.line_to(matrix, *x, *y),
            (b"c" | b"v" | b"y", [.., x, y]) => self.path.curve_to(matrix, *x, *y),
            (b"re", [x, y, width, height]) => self.path.rectangle(matrix, *x, *y, *width, *height),
            (b"h", _) => self.path.close(),
            (b"W" | b"W*", _) => self.clips = true,
            (b"n", _) => {
                self.clip();
                self.path.clear();
            }
            (b"S" | b"s" | b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*", _) => {
                if matches!(word, b"s" | b"b" | b"b*") {
                    self.path.close();
                }
                let fills = !matches!(word, b"S" | b"s") && !self.state.fill_is_white && self.hides.is_none();
                if fills && let Some(bounds) = self.path.bounds() {
                    self.canvas.ground(bounds);
                }
                // Several boxes in one path are the lines of a table as a rule.
                if !matches!(word, b"S" | b"s")
                    && self.hides.is_none()
                    && self.path.is_box()
                    && let Some(bounds) = self.path.bounds().and_then(|own| within(own, self.state.clip))
                {
                    let state = &self.state;
                    let known = !state.is_clear && !state.blends;
                    let colour = if state.fill_is_white { Colour::WHITE } else { state.fill };
                    self.canvas.tint(bounds, if known { colour } else { Colour::Auto });
                }
                if fills {
                    self.path.fill(&mut self.canvas.page);
                }
                let strokes = !matches!(word, b"f" | b"F" | b"f*") && !self.state.stroke_is_white;
                if strokes && self.hides.is_none() {
                    let scale = matrix.scale().max(matrix.height());
                    self.path.stroke(twips(self.state.pen * scale), &mut self.canvas.page);
                }
                self.clip();
                self.path.clear();
            }
            _ => {}
        }
    }

    /// Begins anew in a space that leads to that of the page.
    pub(super) fn restart(&mut self, space: &Matrix) {
        self.state = State::new(space.then(&self.initial));
        self.saved.clear();
        self.marked.clear();
        self.too_deep = 0;
        (self.hides, self.around) = (None, None);
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
        self.shared.budget.take(FONT_COST.saturating_add(dict.data().len().saturating_mul(8)))?;
        let font = Rc::new(Font::read(&dict, &mut self.shared.maps, &mut self.shared.budget)?);
        self.shared.fonts.insert(key, Rc::clone(&font));
        Ok(Some(font))
    }

    /// An external object: a form runs, an image is counted.
    fn paint(&mut self, name: &[u8], resources: &Resources<'_>, depth: usize) -> Result<(), ReadError> {
        let Some(stream) = resources.x_objects.get::<Stream<'_>>(name) else { return Ok(()) };
        let dict = stream.dict();
        // It is looked up and its dictionary read each time.
        self.shared.budget.take(DRAW_COST.saturating_add(dict.data().len().saturating_mul(8)))?;
        if dict.get::<Name<'_>>("Subtype").is_some_and(|kind| &*kind == b"Image") {
            self.image();
            return Ok(());
        }
        let around = (self.around, self.hides);
        if self.shared.layers.hide(dict, b"OC") {
            self.around = self.around.or(Some(Why::Layer));
            self.hides = self.hides.or(self.around);
        }
        let marked = (std::mem::take(&mut self.marked), std::mem::take(&mut self.too_deep));
        self.around = self.hides;
        let result = self.form(&stream, Some(resources), depth);
        (self.marked, self.too_deep) = marked;
        (self.around, self.hides) = around;
        result
    }

    /// Runs a form. Without resources of its own it uses those of what shows it.
    pub(super) fn form(
        &mut self,
        stream: &Stream<'_>,
        resources: Option<&Resources<'_>>,
        depth: usize,
    ) -> Result<(), ReadError> {
        if depth >= limits::FORM_DEPTH {
            return Ok(());
        }
        let dict = stream.dict();
        let content = self.shared.budget.decode(stream)?;
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        let before = (self.state.clone(), std::mem::take(&mut self.saved), self.text, self.line);
        let matrix: Vec<f32> = dict
            .get::<Array<'_>>("Matrix")
            .map(|array| array.iter::<f32>().take(6).collect())
            .unwrap_or_default();
        self.state.page = Matrix::of(&matrix).then(&self.state.page);
        if let Some(resources) = own.as_ref().or(resources) {
            self.run(&content, resources, depth + 1)?;
        }
        (self.state, self.saved, self.text, self.line) = before;
        Ok(())
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

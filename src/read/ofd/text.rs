//! Text objects (GB/T 33190, 11): characters with their distances.

use super::path::trace;
use crate::read::omitted::Why;
use crate::read::page::{Canvas, Glyph, Matrix, Rule, is_clipped, numbers, twips};

/// A text object.
#[derive(Debug)]
pub(super) struct TextObject {
    /// The object's own space → that of what holds it.
    matrix: Matrix,
    size: f32,
    stretch: f32,
    /// Its pieces.
    pub(super) codes: Vec<TextCode>,
    pub(super) ink: Ink,
    /// Paths that it is clipped to, with their spaces.
    pub(super) clips: Vec<(Matrix, String)>,
}

/// How the characters of an object are painted (11.2, 8.3).
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent attributes of the format")]
pub(super) struct Ink {
    /// Filled, as is usual.
    pub(super) fills: bool,
    /// Outlined, which is not.
    pub(super) strokes: bool,
    /// Not to be shown at all.
    pub(super) hidden: bool,
    /// Without any colour: transparent to the last.
    pub(super) clear: bool,
    /// White, and pale.
    pub(super) white: bool,
    pub(super) pale: bool,
}

impl Default for Ink {
    fn default() -> Self {
        Self { fills: true, strokes: false, hidden: false, clear: false, white: false, pale: false }
    }
}

impl Ink {
    /// Why text of this ink is left out at a place.
    fn hides(self, canvas: &Canvas, place: (i32, i32)) -> Option<Why> {
        if self.hidden {
            Some(Why::Hidden)
        } else if self.clear || !self.fills && !self.strokes {
            Some(Why::Unpainted)
        } else {
            (self.white && !canvas.is_dark(place)).then_some(Why::White)
        }
    }
}

impl TextObject {
    pub(super) fn new(matrix: Matrix, size: f32, stretch: f32) -> Self {
        Self { matrix, size, stretch, codes: Vec::new(), ink: Ink::default(), clips: Vec::new() }
    }

    /// Places the text. `to_page` leads from the space that the object lies in to points on the page.
    pub(super) fn paint(&self, to_page: &Matrix, canvas: &mut Canvas) {
        let matrix = self.matrix.then(to_page);
        let clip = self.clip(&matrix);
        let (turn, scale) = (matrix.turn(), matrix.scale());
        let size = twips(self.size * matrix.height()).max(1);
        let mut start = (0.0, 0.0);
        for code in &self.codes {
            // A piece that does not say where it begins does so where the last one did (11.3).
            start = (code.x.unwrap_or(start.0), code.y.unwrap_or(start.1));
            let (mut x, mut y) = start;
            let (mut right, mut down) = (Distances::new(&code.right), Distances::new(&code.down));
            let vertical = code.right.is_empty() && !code.down.is_empty();
            for char in code.text.chars().filter(|char| !matches!(char, '\n' | '\r' | '\t')) {
                let own = self.size * self.stretch * if is_narrow(char) { 0.5 } else { 1.0 };
                let (step, step_down) = (right.next(), down.next());
                // Where distances are even over a line of letters and ideographs, they are the widths.
                let width = step.filter(|step| (own * 0.5..=self.size * 1.25).contains(step)).unwrap_or(own);
                let (place_x, place_y) = matrix.apply(x, y);
                match turn {
                    Some(turn) => {
                        let (x, y, width) = (twips(place_x), twips(place_y), twips(width * scale));
                        self.put(Glyph { char, x, y, width, size, turn }, clip, canvas);
                    }
                    None => canvas.aslant += 1,
                }
                x += step.unwrap_or(if vertical { 0.0 } else { own });
                y += step_down.unwrap_or(0.0);
            }
        }
    }
}

impl TextObject {
    /// The box around what the object is clipped to, if it is (8.4).
    fn clip(&self, matrix: &Matrix) -> Option<Rule> {
        let boxes = self.clips.iter().filter_map(|(space, data)| trace(data, &space.then(matrix)).bounds());
        boxes.reduce(|a, b| Rule {
            x0: a.x0.min(b.x0),
            y0: a.y0.min(b.y0),
            x1: a.x1.max(b.x1),
            y1: a.y1.max(b.y1),
        })
    }

    /// Puts a glyph where it belongs: onto the page, or with what cannot be seen.
    fn put(&self, glyph: Glyph, clip: Option<Rule>, canvas: &mut Canvas) {
        if clip.is_some_and(|clip| is_clipped(clip, &glyph)) {
            canvas.leave(Why::Clipped, glyph);
        } else if let Some(why) = self.ink.hides(canvas, glyph.centre()) {
            canvas.leave(why, glyph);
        } else if self.ink.pale {
            canvas.pale.push(glyph);
        } else {
            canvas.omitted.part();
            canvas.page.glyphs.push(glyph);
        }
    }
}

/// Letters, digits and their like are about half as wide as high.
fn is_narrow(char: char) -> bool {
    u32::from(char) < 0x2000
}

/// A piece of text.
#[derive(Debug, Default)]
pub(super) struct TextCode {
    pub(super) x: Option<f32>,
    pub(super) y: Option<f32>,
    /// `DeltaX`.
    pub(super) right: String,
    /// `DeltaY`.
    pub(super) down: String,
    pub(super) text: String,
}

/// Distances from one character to the next: numbers, and `g n d` for n times d (11.3). The last one goes on.
struct Distances<'a> {
    words: std::str::SplitWhitespace<'a>,
    repeated: u32,
    last: Option<f32>,
}

impl<'a> Distances<'a> {
    fn new(list: &'a str) -> Self {
        Self { words: list.split_whitespace(), repeated: 0, last: None }
    }

    fn next(&mut self) -> Option<f32> {
        let number = |word: Option<&str>| word.and_then(|word| numbers(word).first().copied());
        while self.repeated == 0 {
            match self.words.next() {
                Some("g") => {
                    self.repeated = self.words.next().and_then(|count| count.parse().ok()).unwrap_or(0);
                    self.last = number(self.words.next());
                }
                Some(word) => {
                    self.last = number(Some(word));
                    self.repeated = 1;
                }
                None => return self.last,
            }
        }
        self.repeated -= 1;
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_repeat_and_go_on() {
        let list = |list: &str| {
            let mut distances = Distances::new(list);
            (0..5).map(|_| distances.next()).collect::<Vec<_>>()
        };
        assert_eq!(list("1 g 2 3 4"), [1.0, 3.0, 3.0, 4.0, 4.0].map(Some));
        assert_eq!(list("g 0 9"), [9.0; 5].map(Some));
        assert_eq!(list(""), [None; 5]);
        assert_eq!(list("g"), [None; 5]);
    }
}

//! Glyphs → lines of text.

use super::{Glyph, marks, turn};
use crate::read::omitted::Omitted;
use crate::sorted::sort_by_key;
use crate::text::is_blank;
use std::collections::VecDeque;

/// The room that lines were set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Room {
    /// A cell so wide; its text may be set to the left, right or middle.
    Cell(i32),
    /// A column of running text between two margins.
    Column(i32, i32),
    /// Not known yet.
    #[default]
    Unknown,
}

/// Glyphs on one baseline, from left to right, without the blanks at both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The baseline.
    pub(super) y: i32,
    /// The largest size of its glyphs.
    pub(super) size: i32,
    /// At least one.
    pub(super) glyphs: Vec<Glyph>,
    /// What the line was set in.
    pub(super) room: Room,
}

impl Glyph {
    /// The right end of a glyph that is written to the right.
    pub(super) fn end(&self) -> i32 {
        self.x + self.width
    }

    /// The middle of the box of a character, which lies from an eighth below the baseline to seven eighths above it.
    pub(in crate::read) fn centre(&self) -> (i32, i32) {
        let (along, up) = (self.width / 2, self.size * 3 / 8);
        match self.turn {
            0 => (self.x + along, self.y - up),
            1 => (self.x + up, self.y + along),
            2 => (self.x - along, self.y + up),
            _ => (self.x - up, self.y - along),
        }
    }
}

impl Line {
    /// Where the text begins.
    pub(super) fn start(&self) -> i32 {
        self.glyphs.first().map_or(0, |glyph| glyph.x)
    }

    /// Where the text ends.
    pub(super) fn end(&self) -> i32 {
        self.glyphs.iter().map(Glyph::end).max().unwrap_or(0)
    }

    /// The text. A gap without a blank is one if it parts words or is as wide as a character.
    pub(super) fn text(&self) -> String {
        text(&self.glyphs)
    }

    /// The stretches between gaps of at least so many hundredths of the size, as lines of their own.
    pub(super) fn split(&self, gap: i32) -> Vec<Self> {
        let mut pieces: Vec<Vec<Glyph>> = Vec::new();
        let mut end: Option<i32> = None;
        for glyph in self.glyphs.iter().filter(|glyph| !is_blank(glyph.char)) {
            let near = end.is_some_and(|end| (glyph.x - end) * 100 < gap * self.size);
            match pieces.last_mut().filter(|_| near) {
                Some(piece) => piece.push(*glyph),
                None => pieces.push(vec![*glyph]),
            }
            end = Some(end.map_or(glyph.end(), |end| end.max(glyph.end())));
        }
        pieces
            .into_iter()
            .map(|glyphs| Self { y: self.y, size: self.size, glyphs, room: self.room })
            .collect()
    }
}

fn text(glyphs: &[Glyph]) -> String {
    let mut text = String::with_capacity(glyphs.len() * 3);
    let mut previous: Option<&Glyph> = None;
    for glyph in glyphs {
        if let Some(previous) = previous
            && !is_blank(previous.char)
            && !is_blank(glyph.char)
        {
            // Digits that stand nearly on each other are those of two numbers, one painted over the other.
            let piled = previous.char.is_ascii_digit()
                && glyph.char.is_ascii_digit()
                && (glyph.x - previous.x) * 4 < glyph.size.min(previous.size);
            let words = previous.char.is_ascii_alphanumeric() && glyph.char.is_ascii_alphanumeric();
            let gap = (glyph.x - previous.end()) * 100;
            // Digits of two sizes: whether they are one number cannot be told.
            let digits = previous.char.is_ascii_digit() && glyph.char.is_ascii_digit();
            let (low, high) = (glyph.size.min(previous.size), glyph.size.max(previous.size));
            let uneven = digits && low * 100 < high * 86;
            if gap > low * if words { 25 } else { 90 } || piled || uneven {
                text.push(' ');
            }
        }
        text.push(glyph.char);
        previous = Some(glyph);
    }
    text
}

/// Sorts glyphs into lines, from top to bottom.
pub(super) fn lines(mut glyphs: Vec<Glyph>, omitted: &mut Omitted) -> Vec<Line> {
    straighten(&mut glyphs);
    sort_by_key(&mut glyphs, |glyph| glyph.y);
    let mut lines: Vec<Line> = Vec::new();
    let mut anchor = 0;
    for glyph in glyphs {
        match lines.last_mut() {
            // Notes raised by a third of the size belong to the line, the next line is a whole size away.
            Some(line)
                if (glyph.y - anchor) * 20
                    <= line.size.max(glyph.size) * if is_larger(&glyph, line) { 12 } else { 9 } =>
            {
                if is_larger(&glyph, line) {
                    // So far only raised notes, which do not say where the line is.
                    anchor = glyph.y;
                }
                line.size = line.size.max(glyph.size);
                line.glyphs.push(glyph);
            }
            _ => {
                anchor = glyph.y;
                lines.push(Line { y: glyph.y, size: glyph.size, glyphs: vec![glyph], room: Room::Unknown });
            }
        }
    }
    for line in &mut lines {
        finish(line, omitted);
    }
    lines.retain(|line| !line.glyphs.is_empty());
    lines
}

/// Whether a glyph is larger than all of a line so far, as a character is than the mark of a note above it.
fn is_larger(glyph: &Glyph, line: &Line) -> bool {
    glyph.size * 5 > line.size * 6
}

/// Turns glyphs that are not written to the right: text that runs up or down in a cell becomes lines when all of it does,
/// else each glyph stands where it is.
fn straighten(glyphs: &mut [Glyph]) {
    let main = turn::main_turn(glyphs);
    for glyph in glyphs.iter_mut().filter(|glyph| glyph.turn != 0 || main != 0) {
        if glyph.turn == main {
            (glyph.x, glyph.y) = match main {
                1 => (glyph.y, -glyph.x),
                2 => (-glyph.x, -glyph.y),
                _ => (-glyph.y, glyph.x),
            };
        } else {
            let (x, y) = glyph.centre();
            (glyph.x, glyph.y) = (x - glyph.width / 2, y + glyph.size * 3 / 8);
        }
        glyph.turn = 0;
    }
}

/// Sorts a line from left to right, drops what is painted twice for bold, and the blanks at both ends.
fn finish(line: &mut Line, omitted: &mut Omitted) {
    sort_by_key(&mut line.glyphs, |glyph| glyph.x);
    let mut near: VecDeque<Glyph> = VecDeque::new();
    line.glyphs.retain(|glyph| {
        while near.front().is_some_and(|first| (glyph.x - first.x) * 20 > glyph.size * 3) {
            near.pop_front();
        }
        // Only what is drawn beside itself by a hair is the same glyph; the bound keeps a heap of glyphs cheap.
        let twice = near.iter().take(8).any(|other| {
            other.char == glyph.char
                && (other.y - glyph.y).abs() * 20 < glyph.size * 3
                && other.width.max(glyph.width) * 5 > glyph.size
        });
        if !twice {
            near.push_back(*glyph);
        }
        !twice
    });
    marks::lower(&mut line.glyphs, omitted);
    let last = line.glyphs.iter().rposition(|glyph| !is_blank(glyph.char)).map_or(0, |last| last + 1);
    line.glyphs.truncate(last);
    let first = line.glyphs.iter().position(|glyph| !is_blank(glyph.char)).unwrap_or(0);
    line.glyphs.drain(..first);
    // The baseline is that of most of the line, not of a raised note.
    let mut levels: Vec<i32> = line.glyphs.iter().map(|glyph| glyph.y).collect();
    levels.sort_unstable();
    line.y = levels.get(levels.len() / 2).copied().unwrap_or(line.y);
    let mut sizes: Vec<i32> = line.glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_unstable();
    line.size = sizes.get(sizes.len() / 2).copied().unwrap_or(line.size).max(1);
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Glyphs of size 200, Han one size wide and others half a size.
    pub(in crate::read::page) fn write(text: &str, x: i32, y: i32) -> Vec<Glyph> {
        let mut x = x;
        text.chars()
            .map(|char| {
                let width = if char.is_ascii() { 100 } else { 200 };
                let glyph = Glyph { char, x, y, width, size: 200, turn: 0 };
                x += width;
                glyph
            })
            .collect()
    }

    fn read(glyphs: Vec<Glyph>) -> Vec<String> {
        lines(glyphs, &mut Omitted::default()).iter().map(Line::text).collect()
    }

    #[test]
    fn lines_go_by_baseline_whatever_the_order_of_painting() {
        let glyphs = [write("下行", 0, 700), write("件12", 600, 401), write("共 有", 0, 400)].concat();
        assert_eq!(read(glyphs), ["共 有件12", "下行"]);
    }

    #[test]
    fn numbers_painted_over_each_other_are_none() {
        let over = |shift: i32| [write("18", 0, 0), write("3", shift, 0)].concat();
        assert_eq!(read(over(140)), ["18 3"]);
        assert_eq!(read(over(200)), ["183"]);
    }

    #[test]
    fn gaps_part_words_and_columns_only() {
        let glyphs = [write("a", 0, 0), write("b", 160, 0), write("7", 320, 0), write("件", 500, 0)].concat();
        assert_eq!(read(glyphs), ["a b 7件"]);
        assert_eq!(read([write("规章", 0, 0), write("0", 900, 0)].concat()), ["规章 0"]);
    }

    #[test]
    fn what_is_painted_twice_is_read_once() {
        let bold = [write("标题11", 0, 0), write("标题11", 8, 3)].concat();
        assert_eq!(read(bold), ["标题11"]);
    }

    #[test]
    fn a_raised_note_is_of_its_line_and_no_part_of_the_text() {
        let mut glyphs = write("条", 0, 400);
        glyphs.push(Glyph { char: '①', x: 200, y: 330, width: 100, size: 100, turn: 0 });
        glyphs.extend(write("例", 300, 400));
        assert_eq!(read(glyphs), ["条例"]);
    }

    #[test]
    fn a_raised_note_says_not_where_the_line_is() {
        // The label beside the number lies a little lower.
        let note = Glyph { char: '1', x: 600, y: 330, width: 60, size: 110, turn: 0 };
        let glyphs = [write("规章", 0, 450), write("12", 400, 400), vec![note]].concat();
        assert_eq!(read(glyphs), ["规章12"]);
    }

    #[test]
    fn turned_text_is_read_in_its_direction() {
        let up: Vec<Glyph> = "结果"
            .chars()
            .zip([900, 700])
            .map(|(char, y)| Glyph { char, x: 500, y, width: 200, size: 200, turn: 3 })
            .collect();
        assert_eq!(read(up), ["结果"]);
    }
}

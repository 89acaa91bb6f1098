//! A paper for people: headings, paragraphs and tables, with remarks at places. It is what a docx and a printed page are
//! made of; what stands in it comes from the modules that write one.

mod grid;
mod html;

pub use grid::{Placed, breadth, by_row, placed, widths};
pub use html::{page, spans};

/// The whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is, for the properties of the file.
    pub name: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
    /// What the marks of its lines refer to, by number from 0; each a few paragraphs, the first a title.
    pub remarks: Vec<Vec<String>>,
}

/// A piece of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title.
    Title(Line),
    /// A heading, level 1 to 4.
    Heading(u8, Line),
    /// Running text.
    Paragraph(Line),
    /// A table.
    Table(Table),
}

/// A line of text, with marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Where remarks belong to, in any order.
    pub marks: Vec<Mark>,
}

/// Where a remark belongs to, in characters of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// First character.
    pub start: usize,
    /// One past the last; nothing, as in an empty cell, stands for the whole line.
    pub end: usize,
    /// Which remark, an index into [`Paper::remarks`].
    pub remark: usize,
}

/// A stretch of a line in which no mark begins or ends.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// The remarks whose marks begin with it.
    pub begin: Vec<usize>,
    /// The remarks whose marks end with it.
    pub end: Vec<usize>,
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), marks: Vec::new() }
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self { text, marks: Vec::new() }
    }
}

impl Line {
    /// The line cut where marks begin and end. There is at least one piece; of an empty line it is empty.
    pub fn pieces(&self) -> Vec<Piece> {
        let length = self.text.chars().count();
        let whole = |mark: &Mark| mark.start.min(length) >= mark.end.min(length);
        let marks: Vec<Mark> = self
            .marks
            .iter()
            .map(|mark| {
                let (start, end) = if whole(mark) { (0, length) } else { (mark.start, mark.end.min(length)) };
                Mark { start, end, ..*mark }
            })
            .collect();
        let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
        cuts.push(0);
        crate::sorted::sort_by_key(&mut cuts, |&cut| cut);
        cuts.dedup();
        if cuts.len() > 1 {
            cuts.retain(|&cut| cut < length);
        }
        let ends = cuts.iter().skip(1).copied().chain([length]);
        let piece = |(&start, end): (&usize, usize)| {
            let those = |of: &dyn Fn(&Mark) -> usize, at| -> Vec<usize> {
                marks.iter().filter(|mark| of(mark) == at).map(|mark| mark.remark).collect()
            };
            Piece {
                text: self.text.chars().skip(start).take(end.saturating_sub(start)).collect(),
                begin: those(&|mark| mark.start, start),
                end: those(&|mark| mark.end, end),
            }
        };
        cuts.iter().zip(ends).map(piece).collect()
    }
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// How many rows at the top are its head, and come again on each page.
    pub heads: usize,
    /// The widths of its columns, in any unit; where there are none all are alike.
    pub widths: Vec<u32>,
    /// Rows of cells; a cell that another one covers is left out.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Whether it is a heading.
    pub head: bool,
    /// Its text; lines in it are separated by a line feed.
    pub line: Line,
    /// Rows covered, at least 1.
    pub rows: u32,
    /// Columns covered, at least 1.
    pub columns: u32,
}

impl Cell {
    /// A cell of one row and one column.
    pub fn new(text: impl Into<Line>) -> Self {
        Self { head: false, line: text.into(), rows: 1, columns: 1 }
    }

    /// A heading of one row and one column.
    pub fn head(text: impl Into<Line>) -> Self {
        Self { head: true, ..Self::new(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_marks_begin_and_end() {
        let pieces = |text: &str, marks: &[(usize, usize)]| -> String {
            let marks = marks.iter().enumerate();
            let marks = marks.map(|(remark, &(start, end))| Mark { start, end, remark }).collect();
            let show = |piece: Piece| {
                let all = |marks: Vec<usize>| marks.iter().map(ToString::to_string).collect::<String>();
                format!("{}({}){}", all(piece.begin), piece.text, all(piece.end))
            };
            Line { text: text.into(), marks }.pieces().into_iter().map(show).collect()
        };
        assert_eq!(pieces("收到12件", &[]), "(收到12件)");
        assert_eq!(pieces("收到12件", &[(2, 4)]), "(收到)0(12)0(件)");
        assert_eq!(pieces("收到12件", &[(2, 4), (0, 5), (3, 9)]), "1(收到)0(1)2(2)0(件)12");
        assert_eq!(pieces("", &[(0, 0), (3, 3)]), "01()01");
        assert_eq!(pieces("", &[]), "()");
        assert_eq!(pieces("7", &[(0, 0), (5, 9)]), "01(7)01");
    }
}

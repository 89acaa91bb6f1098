//! Fills the cells of a grid with the glyphs that lie in them.

use super::Glyph;
use super::flow;
use super::lattice::Lattice;
use super::line;
use super::line::Room;
use super::ruby;
use crate::document::{Builder, CellSpan};
use crate::read::grid::Grid;
use crate::read::omitted::Omitted;

/// A cell with its text.
pub(super) type Cell = (CellSpan, String);

/// A table, perhaps of several pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// Places of the upright lines, from left to right.
    pub(super) xs: Vec<i32>,
    /// Number of rows.
    pub(super) rows: u32,
    /// The cells, by row and then by column.
    pub(super) cells: Vec<Cell>,
    /// The first level line, and the last.
    ends: (i32, i32),
    /// No line closes the table at its top.
    pub(super) open_top: bool,
    /// No line closes the table at its bottom.
    pub(super) open_bottom: bool,
}

impl Table {
    /// The first level line, on the page where the table begins.
    pub(super) fn top(&self) -> i32 {
        self.ends.0
    }

    /// The last level line, on the page where the table ends.
    pub(super) fn bottom(&self) -> i32 {
        self.ends.1
    }

    /// Ends as its last piece does.
    pub(super) fn end_as(&mut self, last: &Self) {
        self.ends.1 = last.ends.1;
        self.open_bottom = last.open_bottom;
    }

    /// The outermost upright lines.
    pub(super) fn sides(&self) -> (i32, i32) {
        (self.xs.first().copied().unwrap_or_default(), self.xs.last().copied().unwrap_or_default())
    }

    /// A table of cells at given columns, as found without lines.
    pub(super) fn new(xs: Vec<i32>, top: i32, rows: u32, cells: Vec<Cell>) -> Self {
        Self { xs, rows, cells, ends: (top, top), open_top: false, open_bottom: false }
    }

    /// Adds the table to the document.
    pub(super) fn emit(self, builder: &mut Builder) {
        // Boxes one below the other are frames around text.
        if self.xs.len() < 3 {
            for text in
                self.cells.iter().flat_map(|(_, text)| text.split('\n')).filter(|text| !text.is_empty())
            {
                builder.paragraph(text, None);
            }
            return;
        }
        let ends = self.xs.windows(2);
        let widths = ends.map(|ends| if let [a, b] = *ends { b.abs_diff(a) } else { 0 }).collect();
        Grid { cells: self.cells, widths: Some(widths) }.emit(builder);
    }
}

/// Puts glyphs by their middle into the smallest grid that they lie in. Returns the tables and the glyphs outside.
pub(super) fn fill(
    grids: Vec<Lattice>,
    glyphs: Vec<Glyph>,
    omitted: &mut Omitted,
) -> (Vec<Table>, Vec<Glyph>) {
    if grids.is_empty() {
        return (Vec::new(), glyphs);
    }
    let mut filled: Vec<Vec<Vec<Glyph>>> =
        grids.iter().map(|grid| vec![Vec::new(); grid.cells.len()]).collect();
    let mut rest = Vec::new();
    let mut previous: Option<(Glyph, Option<(usize, usize)>)> = None;
    for glyph in glyphs {
        let mut place = place(&grids, &glyph);
        // A mark may hang over the edge behind its character.
        if let Some((before, at)) = previous
            && flow::is_closing(glyph.char)
            && glyph.turn == before.turn
            && (glyph.x - before.end()).abs().max((glyph.y - before.y).abs()) * 10 < glyph.size
        {
            place = at;
        }
        previous = Some((glyph, place));
        let cell = place.and_then(|(grid, cell)| filled.get_mut(grid)?.get_mut(cell));
        cell.unwrap_or(&mut rest).push(glyph);
    }
    let tables = grids.into_iter().zip(filled).filter_map(|(grid, filled)| table(grid, filled, omitted));
    (tables.collect(), rest)
}

/// The grid and the cell that a glyph lies in.
fn place(grids: &[Lattice], glyph: &Glyph) -> Option<(usize, usize)> {
    let centre = glyph.centre();
    grids.iter().enumerate().find_map(|(number, grid)| Some((number, grid.cell_at(centre)?)))
}

fn table(grid: Lattice, filled: Vec<Vec<Glyph>>, omitted: &mut Omitted) -> Option<Table> {
    if filled.iter().all(Vec::is_empty) {
        return None;
    }
    let texts = filled.into_iter().zip(&grid.cells).map(|(glyphs, cell)| {
        let mut lines = line::lines(glyphs, omitted);
        ruby::drop_ruby(&mut lines, omitted);
        for line in &mut lines {
            line.room = Room::Cell(grid.width(cell));
        }
        flow::paragraphs(&lines).join("\n")
    });
    let texts: Vec<String> = texts.collect();
    let rows = u32::try_from(grid.ys.len().saturating_sub(1)).unwrap_or(u32::MAX);
    let (_, top, _, bottom) = grid.bounds();
    let (open_top, open_bottom) = (grid.open_top, grid.open_bottom);
    let cells = grid.cells.into_iter().zip(texts).collect();
    Some(Table { xs: grid.xs, rows, cells, ends: (top, bottom), open_top, open_bottom })
}

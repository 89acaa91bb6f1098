//! A connected group of ruling lines → a grid whose cells may span rows and columns.

mod boxes;

use super::Rule;
use super::ruling::{self, Group, Segment};
use crate::document::CellSpan;
use crate::sorted::sort_by_key;

/// Lines of one grid nearer than this are one: 3 pt, as double lines are.
pub(super) const SAME: i32 = 60;
/// A box of one cell that is higher than this is a frame: 150 pt.
const BOX: i32 = 3000;
/// More elementary cells than this are a drawing.
const MOST: usize = 100_000;
/// More grids than this on one page are a drawing.
const GRIDS: usize = 200;

/// A ruled grid on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lattice {
    /// Places of the upright lines, from left to right.
    pub(super) xs: Vec<i32>,
    /// Places of the level lines, from top to bottom.
    pub(super) ys: Vec<i32>,
    /// The cells: disjoint, and together all of the grid.
    pub(super) cells: Vec<CellSpan>,
    /// The cell of each elementary cell, row by row.
    owners: Vec<usize>,
    /// No line closes the grid at its top.
    pub(super) open_top: bool,
    /// No line closes the grid at its bottom.
    pub(super) open_bottom: bool,
}

/// The grids that lines draw, each cell of boxes that do not touch by itself.
pub(super) fn of_rules(rules: &[Rule]) -> Vec<Lattice> {
    ruling::groups(rules).iter().filter_map(Lattice::of).collect()
}

/// The edges of a rectangle.
pub(super) fn edges(fill: &Rule) -> [Rule; 4] {
    let Rule { x0, y0, x1, y1 } = *fill;
    let edge = |x0, y0, x1, y1| Rule { x0, y0, x1, y1 };
    [edge(x0, y0, x1, y0), edge(x0, y1, x1, y1), edge(x0, y0, x0, y1), edge(x1, y0, x1, y1)]
}

/// The grids that the lines of a page draw, the smallest first.
pub(super) fn grids(rules: &[Rule]) -> Vec<Lattice> {
    let mut grids = boxes::join(boxes::part(of_rules(rules), rules));
    if grids.len() > GRIDS {
        return Vec::new();
    }
    sort_by_key(&mut grids, Lattice::area);
    grids
}

/// The grids that the grounds of cells make, which may stand a few points apart.
pub(super) fn grids_of_fills(fills: &[Rule]) -> Vec<Lattice> {
    let near = SAME / 2;
    let edges: Vec<Rule> = fills
        .iter()
        .flat_map(|fill| {
            edges(&Rule { x0: fill.x0 - near, y0: fill.y0 - near, x1: fill.x1 + near, y1: fill.y1 + near })
        })
        .collect();
    let mut grids = grids(&edges);
    // A coloured row of headings or coloured rows are no grid yet.
    grids.retain(|grid| grid.xs.len() > 2 && grid.ys.len() > 2);
    grids
}

impl Lattice {
    fn of(group: &Group) -> Option<Self> {
        let mut xs = places(&group.upright);
        let mut ys = places(&group.level);
        // Tables without lines at their sides, and those that go on behind a page break, end where the lines across end.
        let (left, right) = extent(&group.level)?;
        let (top, bottom) = extent(&group.upright)?;
        enclose(&mut xs, left, right);
        let (open_top, open_bottom) = enclose(&mut ys, top, bottom);
        let columns = xs.len().checked_sub(1).filter(|columns| *columns > 0)?;
        let rows = ys.len().checked_sub(1).filter(|rows| *rows > 0)?;
        if rows.checked_mul(columns)? > MOST {
            return None;
        }
        let walls = Walls {
            // Between a cell and the one below it, and between a cell and the one to its right.
            below: covered(&group.level, &ys, &xs),
            right: covered(&group.upright, &xs, &ys),
            rows,
            columns,
        };
        let (cells, owners) = walls.cells();
        // A box of one cell may be the first row of a table, alone at the end of a page; a large one is a frame.
        (cells.len() > 1 || bottom - top < BOX).then_some(Self {
            xs,
            ys,
            cells,
            owners,
            open_top,
            open_bottom,
        })
    }

    /// The outer edges: left, top, right, bottom.
    pub(super) fn bounds(&self) -> (i32, i32, i32, i32) {
        let ends = |places: &[i32]| {
            (places.first().copied().unwrap_or_default(), places.last().copied().unwrap_or_default())
        };
        let ((left, right), (top, bottom)) = (ends(&self.xs), ends(&self.ys));
        (left, top, right, bottom)
    }

    fn area(&self) -> i64 {
        let (left, top, right, bottom) = self.bounds();
        i64::from(right - left) * i64::from(bottom - top)
    }

    /// The cell at a point.
    pub(super) fn cell_at(&self, (x, y): (i32, i32)) -> Option<usize> {
        let index = |places: &[i32], at: i32| {
            places
                .partition_point(|&place| place <= at)
                .checked_sub(1)
                .filter(|index| index + 1 < places.len())
        };
        let (column, row) = (index(&self.xs, x)?, index(&self.ys, y)?);
        self.owners.get(row * (self.xs.len() - 1) + column).copied()
    }

    /// The width between the edges of a cell.
    pub(super) fn width(&self, cell: &CellSpan) -> i32 {
        let at = |column: u32| self.xs.get(column as usize).copied().unwrap_or_default();
        at(cell.column + cell.column_span) - at(cell.column)
    }
}

/// The distinct places of lines.
fn places(lines: &[Segment]) -> Vec<i32> {
    let mut all: Vec<i32> = lines.iter().map(|line| line.at).collect();
    all.sort_unstable();
    let mut places: Vec<i32> = Vec::new();
    for at in all {
        if places.last().is_none_or(|last| at - last > SAME) {
            places.push(at);
        }
    }
    places
}

fn extent(lines: &[Segment]) -> Option<(i32, i32)> {
    Some((lines.iter().map(|line| line.from).min()?, lines.iter().map(|line| line.to).max()?))
}

/// Adds outer edges that no line draws. Says whether the first and the last had to be added.
fn enclose(places: &mut Vec<i32>, first: i32, last: i32) -> (bool, bool) {
    let before = places.first().is_some_and(|place| place - first > SAME);
    let after = places.last().is_some_and(|place| last - place > SAME);
    if before {
        places.insert(0, first);
    }
    if after {
        places.push(last);
    }
    (before, after)
}

/// For each line of a grid, and each stretch between the lines across it: whether most of it is drawn.
fn covered(lines: &[Segment], along: &[i32], across: &[i32]) -> Vec<Vec<bool>> {
    let mut drawn = vec![vec![0; across.len().saturating_sub(1)]; along.len()];
    for line in lines {
        // The nearest place: a line of a cluster lies at or behind its first.
        let Some(row) = along.partition_point(|&place| place <= line.at).checked_sub(1) else { continue };
        let Some(row) = drawn.get_mut(row) else { continue };
        let first = across.partition_point(|&place| place <= line.from).saturating_sub(1);
        for (length, ends) in row.iter_mut().zip(across.windows(2)).skip(first) {
            let [from, to] = *ends else { continue };
            if from >= line.to {
                break;
            }
            *length += (line.to.min(to) - line.from.max(from)).max(0);
        }
    }
    let most = |row: Vec<i32>| {
        let stretches = across.windows(2).map(|ends| if let [a, b] = *ends { b - a } else { 0 });
        row.into_iter().zip(stretches).map(|(length, all)| length * 2 > all).collect()
    };
    drawn.into_iter().map(most).collect()
}

struct Walls {
    below: Vec<Vec<bool>>,
    right: Vec<Vec<bool>>,
    rows: usize,
    columns: usize,
}

impl Walls {
    fn has(walls: &[Vec<bool>], line: usize, stretch: usize) -> bool {
        walls.get(line).and_then(|line| line.get(stretch)).copied().unwrap_or(true)
    }

    /// The largest rectangles without a line inside, from the upper left on.
    fn cells(&self) -> (Vec<CellSpan>, Vec<usize>) {
        let none = usize::MAX;
        let mut owners = vec![none; self.rows * self.columns];
        let mut cells = Vec::new();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        for row in 0..self.rows {
            for column in 0..self.columns {
                if owners.get(row * self.columns + column) != Some(&none) {
                    continue;
                }
                let is_free = |owners: &[usize], row: usize, column: usize| {
                    owners.get(row * self.columns + column) == Some(&none)
                };
                let mut end = column + 1;
                while end < self.columns && !Self::has(&self.right, end, row) && is_free(&owners, row, end) {
                    end += 1;
                }
                let mut bottom = row + 1;
                while bottom < self.rows
                    && (column..end)
                        .all(|at| !Self::has(&self.below, bottom, at) && is_free(&owners, bottom, at))
                    && (column + 1..end).all(|at| !Self::has(&self.right, at, bottom))
                {
                    bottom += 1;
                }
                for covered in row..bottom {
                    let from = covered * self.columns;
                    for owner in owners.get_mut(from + column..from + end).into_iter().flatten() {
                        *owner = cells.len();
                    }
                }
                cells.push(CellSpan {
                    row: number(row),
                    column: number(column),
                    row_span: number(bottom - row),
                    column_span: number(end - column),
                });
            }
        }
        (cells, owners)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(y: i32, from: i32, to: i32) -> Rule {
        Rule { x0: from, y0: y, x1: to, y1: y + 10 }
    }

    fn upright(x: i32, from: i32, to: i32) -> Rule {
        Rule { x0: x, y0: from, x1: x + 10, y1: to }
    }

    fn spans(rules: &[Rule]) -> Vec<(u32, u32, u32, u32)> {
        spans_of(grids(rules))
    }

    fn spans_of(grids: Vec<Lattice>) -> Vec<(u32, u32, u32, u32)> {
        let cells = grids.into_iter().flat_map(|grid| grid.cells);
        cells.map(|c| (c.row, c.column, c.row_span, c.column_span)).collect()
    }

    #[test]
    fn missing_lines_make_spans() {
        // A head over two columns beside a cell over both rows.
        let rules = [
            level(0, 0, 3000),
            level(500, 0, 2000),
            level(1000, 0, 3000),
            upright(0, 0, 1000),
            upright(1000, 500, 1000),
            upright(2000, 0, 1000),
            upright(3000, 0, 1000),
        ];
        assert_eq!(spans(&rules), [(0, 0, 1, 2), (0, 2, 2, 1), (1, 0, 1, 1), (1, 1, 1, 1)]);
    }

    #[test]
    fn open_sides_end_where_the_lines_end() {
        let rules = [level(0, 0, 2000), level(500, 0, 2000), upright(1000, 0, 900)];
        assert_eq!(spans(&rules), [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]);
        let grids = grids(&rules);
        assert_eq!(grids.first().map(|g| (g.open_top, g.open_bottom)), Some((false, true)));
    }

    #[test]
    fn a_frame_is_no_grid() {
        let frame = [level(0, 0, 900), level(4000, 0, 900), upright(0, 0, 4000), upright(890, 0, 4000)];
        assert!(grids(&frame).is_empty());
    }

    #[test]
    fn grounds_of_cells_stand_for_lines() {
        let fills: Vec<Rule> = (0..4)
            .map(|n| Rule::new((n % 2 * 1000, n / 2 * 400), (n % 2 * 1000 + 990, n / 2 * 400 + 390)))
            .collect();
        assert_eq!(
            spans_of(grids_of_fills(&fills)),
            [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]
        );
    }
}

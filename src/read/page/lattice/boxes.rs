//! Tables whose cells are boxes of their own, with room between them: pages printed with `border-spacing`, double frames.

use super::{Lattice, edges, of_rules};
use crate::read::page::Rule;
use crate::read::page::ruling;

/// Fewer boxes than this are frames around text.
const LEAST: usize = 6;
/// Boxes further apart than this are no cells of one table: 8 pt.
const APART: i32 = 160;

/// Left, top, right, bottom.
type Bounds = (i32, i32, i32, i32);

/// Parts boxes that were taken for one grid because there is little room between them, on pages that have other boxes too.
pub(super) fn part(grids: Vec<Lattice>, rules: &[Rule]) -> Vec<Lattice> {
    let single = grids.iter().filter(|grid| grid.cells.len() == 1).count();
    if single < LEAST || single == grids.len() {
        return grids;
    }
    let apart: Vec<Lattice> = ruling::groups_that_meet(rules).iter().filter_map(Lattice::of).collect();
    let mut parted = grids;
    for grid in parted.clone().iter().filter(|grid| grid.cells.len() > 1) {
        let around = grid.bounds();
        let inside = |other: &&Lattice| holds(around, other.bounds());
        let boxes: Vec<Lattice> = apart.iter().filter(inside).cloned().collect();
        let filled: i64 = boxes.iter().map(Lattice::area).sum();
        if boxes.len() > 1 && boxes.iter().all(|own| own.cells.len() == 1) && filled * 2 > grid.area() {
            parted.retain(|other| !inside(&other));
            parted.extend(boxes);
        }
    }
    parted
}

/// Whether one place lies in the other, but for the width of a line.
fn holds(outer: Bounds, inner: Bounds) -> bool {
    const SLACK: i32 = 20;
    outer.0 - SLACK <= inner.0
        && outer.1 - SLACK <= inner.1
        && inner.2 <= outer.2 + SLACK
        && inner.3 <= outer.3 + SLACK
}

/// Boxes without those that lie in another and are its inner line, and without those that frame several.
fn cells(boxes: Vec<Lattice>) -> Vec<Lattice> {
    const DOUBLE: i32 = 100;
    let bounds: Vec<Bounds> = boxes.iter().map(Lattice::bounds).collect();
    let is_line_of = |inner: Bounds, outer: Bounds| {
        let gaps = [inner.0 - outer.0, inner.1 - outer.1, outer.2 - inner.2, outer.3 - inner.3];
        inner != outer && gaps.iter().all(|gap| (0..=DOUBLE).contains(gap))
    };
    let outer: Vec<Bounds> =
        bounds.iter().filter(|own| !bounds.iter().any(|other| is_line_of(**own, *other))).copied().collect();
    let frames =
        |own: &Bounds| outer.iter().filter(|other| *other != own && holds(*own, **other)).count() > 1;
    let mut kept = bounds.iter().map(|own| outer.contains(own) && !frames(own));
    boxes.into_iter().filter(|_| kept.next().unwrap_or(true)).collect()
}

/// Puts boxes that stand in rows and columns together to tables, as if each were as large as the room between them allows.
pub(super) fn join(grids: Vec<Lattice>) -> Vec<Lattice> {
    let (boxes, mut others): (Vec<Lattice>, Vec<Lattice>) =
        grids.into_iter().partition(|grid| grid.cells.len() == 1);
    if boxes.len() < LEAST {
        others.extend(boxes);
        return others;
    }
    let boxes = cells(boxes);
    let mut bounds: Vec<Bounds> = boxes.iter().map(Lattice::bounds).collect();
    // A cell that goes on behind the page break has no edge there: it ends with the others.
    let top = boxes.iter().zip(&bounds).filter(|(own, _)| !own.open_top).map(|(_, bounds)| bounds.1).min();
    let bottom =
        boxes.iter().zip(&bounds).filter(|(own, _)| !own.open_bottom).map(|(_, bounds)| bounds.3).max();
    for (own, bounds) in boxes.iter().zip(&mut bounds) {
        if let Some(bottom) = bottom.filter(|bottom| own.open_bottom && *bottom > bounds.1) {
            bounds.3 = bottom;
        }
        if let Some(top) = top.filter(|top| own.open_top && *top < bounds.3) {
            bounds.1 = top;
        }
    }
    let beside = gap(&bounds, |(left, top, right, bottom)| (left, right, top, bottom));
    let below = gap(&bounds, |(left, top, right, bottom)| (top, bottom, left, right));
    // A single row, as behind a page break, or a single column has no distance the other way.
    let (beside, below) = match (beside, below) {
        (None, None) => {
            others.extend(boxes);
            return others;
        }
        (beside, below) => (beside.unwrap_or(0), below.unwrap_or(0)),
    };
    // The rounding of both halves must not open a gap again.
    let (across, down) = (beside / 2 + 1, below / 2 + 1);
    let drawn: Vec<Rule> = bounds
        .iter()
        .flat_map(|&(left, top, right, bottom)| {
            edges(&Rule { x0: left - across, y0: top - down, x1: right + across, y1: bottom + down })
        })
        .collect();
    let mut joined = of_rules(&drawn);
    for grid in &mut joined {
        let (left, top, right, bottom) = grid.bounds();
        let inside = boxes.iter().zip(&bounds).filter(|(_, own)| {
            (left..=right).contains(&i32::midpoint(own.0, own.2))
                && (top..=bottom).contains(&i32::midpoint(own.1, own.3))
        });
        for (own, _) in inside {
            grid.open_top |= own.open_top;
            grid.open_bottom |= own.open_bottom;
        }
    }
    others.extend(joined);
    others
}

/// The usual distance from a box to the next one, in the direction that `turn` puts first; `None` if few have one so near.
fn gap(boxes: &[Bounds], turn: fn(Bounds) -> (i32, i32, i32, i32)) -> Option<i32> {
    let next = |own: &Bounds| {
        let (_, end, low, high) = turn(*own);
        let near = boxes.iter().filter_map(|other| {
            let (start, _, other_low, other_high) = turn(*other);
            let overlaps = other_low < high && low < other_high;
            (overlaps && (0..=APART).contains(&(start - end))).then_some(start - end)
        });
        near.min()
    };
    let mut gaps: Vec<i32> = boxes.iter().filter_map(next).collect();
    gaps.sort_unstable();
    (gaps.len() * 2 >= LEAST).then(|| gaps.get(gaps.len() / 2).copied()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxes(gap: i32) -> Vec<Rule> {
        let cell = |at: i32| {
            let (x, y) = (at % 3 * (1000 + gap), at / 3 * (400 + gap));
            edges(&Rule { x0: x, y0: y, x1: x + 1000, y1: y + 400 })
        };
        (0..9).flat_map(cell).collect()
    }

    #[test]
    fn a_single_row_of_boxes_is_one() {
        let row = (0..8).flat_map(|at| edges(&Rule { x0: at * 1060, y0: 0, x1: at * 1060 + 1000, y1: 400 }));
        let grids = super::super::grids(&row.collect::<Vec<_>>());
        assert_eq!(grids.iter().map(|grid| grid.cells.len()).collect::<Vec<_>>(), [8]);
    }

    #[test]
    fn boxes_with_room_between_them_are_cells_of_one_table() {
        for gap in [60, 80, 120] {
            let grids = super::super::grids(&boxes(gap));
            assert_eq!(grids.iter().map(|grid| grid.cells.len()).collect::<Vec<_>>(), [9], "{gap}");
        }
        // Too far from each other.
        assert_eq!(super::super::grids(&boxes(400)).len(), 9);
    }
}

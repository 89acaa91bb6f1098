//! Tables whose cells are boxes of their own, with room between them: pages printed with `border-spacing`, double frames.

use super::{Lattice, edges, of_rules};
use crate::read::page::Rule;

/// Fewer boxes than this are frames around text.
const LEAST: usize = 6;
/// Boxes further apart than this are no cells of one table: 8 pt.
const APART: i32 = 160;

/// Left, top, right, bottom.
type Bounds = (i32, i32, i32, i32);

/// Puts boxes that stand in rows and columns together to tables, as if each were as large as the room between them allows.
pub(super) fn join(grids: Vec<Lattice>) -> Vec<Lattice> {
    let (boxes, mut others): (Vec<Lattice>, Vec<Lattice>) =
        grids.into_iter().partition(|grid| grid.cells.len() == 1);
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
    let (Some(beside), Some(below)) = (beside, below) else {
        others.extend(boxes);
        return others;
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
    fn boxes_with_room_between_them_are_cells_of_one_table() {
        for gap in [60, 80, 120] {
            let grids = super::super::grids(&boxes(gap));
            assert_eq!(grids.iter().map(|grid| grid.cells.len()).collect::<Vec<_>>(), [9], "{gap}");
        }
        // Too far from each other.
        assert_eq!(super::super::grids(&boxes(400)).len(), 9);
    }
}

//! What is visible of a sheet: cells and merged cells as rectangles that do not overlap.

use super::{Merge, Sheet};
use std::collections::{BTreeMap, BTreeSet};

/// A cell, perhaps merged; ends are exclusive. Rows and columns count what is visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
    /// What it shows; empty if it is only drawn.
    pub(super) text: String,
}

/// Which of the rows, or of the columns, can be seen.
#[derive(Debug)]
struct Visible {
    /// Hidden ranges in order and apart: first, one past the last, and how many are hidden before the first.
    hidden: Vec<(u32, u32, u32)>,
}

impl Visible {
    fn new(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let mut hidden: Vec<(u32, u32, u32)> = Vec::new();
        for (first, count) in ranges {
            let end = first.saturating_add(count);
            match hidden.last_mut() {
                Some(last) if first <= last.1 => last.1 = last.1.max(end),
                last => {
                    let before = last.map_or(0, |last| last.2 + (last.1 - last.0));
                    hidden.push((first, end, before));
                }
            }
        }
        Self { hidden }
    }

    /// How many visible ones there are before this one, and whether it is visible itself.
    fn place(&self, at: u32) -> (u32, bool) {
        let next = self.hidden.partition_point(|range| range.0 <= at);
        match next.checked_sub(1).and_then(|last| self.hidden.get(last)) {
            Some(&(first, end, before)) => {
                let inside = at.min(end) - first;
                (at - before - inside, at >= end)
            }
            None => (at, true),
        }
    }
}

/// The visible areas of a sheet by row and then by column, and how many hidden rows and columns had something in them.
pub(super) fn areas(sheet: Sheet) -> (Vec<Area>, (usize, usize)) {
    let Sheet { mut texts, drawn, merges, hidden_rows, hidden_columns, .. } = sheet;
    let (rows, columns) = (Visible::new(hidden_rows), Visible::new(hidden_columns));
    let mut found = Vec::new();
    let merges: BTreeMap<(u32, u32), Merge> =
        merges.into_iter().map(|merge| ((merge.row, merge.column), merge)).collect();
    let mut hidden = (BTreeSet::new(), BTreeSet::new());
    let mut anchored = BTreeSet::new();
    for (&(row, column), merge) in &merges {
        let text = texts.remove(&(row, column)).unwrap_or_default();
        let (top, left) = (rows.place(row), columns.place(column));
        let bottom = rows.place(row.saturating_add(merge.rows.max(1)));
        let right = columns.place(column.saturating_add(merge.columns.max(1)));
        if bottom.0 > top.0 && right.0 > left.0 {
            anchored.insert((row, column));
            found.push(Area { top: top.0, left: left.0, bottom: bottom.0, right: right.0, text });
        } else if !text.is_empty() {
            texts.insert((row, column), text);
        }
    }
    let drawn = drawn.into_iter().filter(|at| !texts.contains_key(at) && !anchored.contains(at));
    let drawn: Vec<_> = drawn.map(|at| (at, String::new())).collect();
    for ((row, column), text) in texts.into_iter().chain(drawn) {
        let ((top, shows_row), (left, shows_column)) = (rows.place(row), columns.place(column));
        if shows_row && shows_column {
            let (bottom, right) = (top.saturating_add(1), left.saturating_add(1));
            found.push(Area { top, left, bottom, right, text });
        } else if !text.is_empty() {
            if shows_row {
                hidden.1.insert(column);
            } else {
                hidden.0.insert(row);
            }
        }
    }
    (apart(found), (hidden.0.len(), hidden.1.len()))
}

/// Drops what another covers, and undoes merges that would cover another merge (no program writes these).
fn apart(mut areas: Vec<Area>) -> Vec<Area> {
    // Of two that begin at one place, the larger is the merged cell.
    areas.sort_by_key(|area| (area.top, area.left, std::cmp::Reverse((area.bottom, area.right))));
    let mut kept: Vec<Area> = Vec::with_capacity(areas.len());
    // What reaches down from rows above, by its first column: its last column and its last row, exclusive.
    let mut open: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for mut area in areas {
        for (part, right) in [(0, area.right), (1, area.left.saturating_add(1))] {
            let mut taken = false;
            let mut ended = Vec::new();
            for (&left, &(end, bottom)) in open.range(..right).rev() {
                if end <= area.left {
                    break;
                }
                if bottom <= area.top {
                    ended.push(left);
                } else {
                    taken = true;
                    break;
                }
            }
            for left in ended {
                open.remove(&left);
            }
            if !taken {
                if part == 1 {
                    (area.right, area.bottom) = (right, area.top.saturating_add(1));
                }
                open.insert(area.left, (area.right, area.bottom));
                kept.push(area);
                break;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_ranges_join_and_count() {
        let visible = Visible::new(vec![(3, 2), (4, 3), (10, 1), (20, u32::MAX)]);
        let at = |at| visible.place(at);
        assert_eq!((at(0), at(2), at(3), at(6)), ((0, true), (2, true), (3, false), (3, false)));
        assert_eq!((at(7), at(10), at(11)), ((3, true), (6, false), (6, true)));
        assert_eq!((at(19), at(20), at(u32::MAX - 1)), ((14, true), (15, false), (15, false)));
    }

    #[test]
    fn merges_that_overlap_are_undone() {
        let area =
            |top, left, bottom, right, text: &str| Area { top, left, bottom, right, text: text.into() };
        let got = apart(vec![
            area(0, 0, 2, 2, "a"),
            area(1, 1, 3, 3, "b"),
            area(1, 2, 2, 4, "c"),
            area(2, 0, 3, 4, "d"),
            area(2, 1, 3, 2, "e"),
        ]);
        assert_eq!(got, [area(0, 0, 2, 2, "a"), area(1, 2, 2, 4, "c"), area(2, 0, 3, 4, "d")]);
        let got = apart(vec![area(0, 1, 2, 2, "a"), area(1, 0, 2, 3, "b"), area(1, 2, 2, 3, "c")]);
        assert_eq!(got, [area(0, 1, 2, 2, "a"), area(1, 0, 2, 1, "b"), area(1, 2, 2, 3, "c")]);
    }
}

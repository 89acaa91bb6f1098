//! Ruling lines as programs draw them → whole straight lines in connected groups.
//!
//! Word draws a thin rectangle for each edge of each cell, `LibreOffice` strokes, `WeasyPrint` filled trapezoids, and all
//! of them leave hair's breadths between the pieces.

use super::Rule;
use crate::sorted::sort_by_key;

/// Pieces of one line lie within this of each other across it: 1 pt.
const SAME: i32 = 20;
/// Pieces of one line, and lines that meet, may be this far apart: 2 pt.
const GAP: i32 = 40;
/// Lines of one box lie no further from each other: 0.6 pt.
const MEET: i32 = 12;
/// What is shorter is no edge of a cell: 5 pt.
const SHORT: i32 = 100;
/// More lines in one direction than this are a drawing.
const MOST: usize = 4000;
/// Lines that meet no other, of which more than this are a drawing.
const LOOSE: usize = 100;

/// A straight line, upright or level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Segment {
    /// Its place across its direction.
    pub(super) at: i32,
    /// Where it begins.
    pub(super) from: i32,
    /// Where it ends.
    pub(super) to: i32,
}

/// Lines that touch each other.
#[derive(Debug, Default)]
pub(super) struct Group {
    /// Level lines, from top to bottom.
    pub(super) level: Vec<Segment>,
    /// Upright lines, from left to right.
    pub(super) upright: Vec<Segment>,
}

/// Sorts ruling lines into connected groups that have lines in both directions.
pub(super) fn groups(rules: &[Rule]) -> Vec<Group> {
    let (level, upright) = lines(rules, GAP);
    let (mut groups, loose) = connect(&level, &upright, GAP);
    for line in loose.iter().flat_map(|group| &group.upright).take(LOOSE) {
        let beside = groups.iter_mut().filter_map(|group| Some((group.distance(line)?, group)));
        if let Some((_, group)) = beside.min_by_key(|(distance, _)| *distance) {
            group.upright.push(*line);
        }
    }
    groups
}

/// The same, where only lines that meet belong together: boxes with little room between them.
pub(super) fn groups_that_meet(rules: &[Rule]) -> Vec<Group> {
    let (level, upright) = lines(rules, MEET);
    connect(&level, &upright, MEET).0
}

/// Whole lines, level and upright; none where there are too many, or none in one direction.
fn lines(rules: &[Rule], gap: i32) -> (Vec<Segment>, Vec<Segment>) {
    let is_level = |rule: &&Rule| rule.x1 - rule.x0 >= rule.y1 - rule.y0;
    let level = rules.iter().filter(is_level).map(|rule| Segment {
        at: i32::midpoint(rule.y0, rule.y1),
        from: rule.x0,
        to: rule.x1,
    });
    let upright = rules.iter().filter(|rule| !is_level(rule)).map(|rule| Segment {
        at: i32::midpoint(rule.x0, rule.x1),
        from: rule.y0,
        to: rule.y1,
    });
    let (level, upright) = (merge(level.collect(), gap), merge(upright.collect(), gap));
    if level.is_empty() || upright.is_empty() || level.len() > MOST || upright.len() > MOST {
        return (Vec::new(), Vec::new());
    }
    (level, upright)
}

/// Joins the pieces of each line, and drops what stays short.
fn merge(mut pieces: Vec<Segment>, gap: i32) -> Vec<Segment> {
    sort_by_key(&mut pieces, |piece| (piece.at, piece.from));
    let mut merged = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(first) = rest.next() {
        let mut same = vec![first];
        while let Some(piece) = rest.next_if(|piece| piece.at - first.at <= SAME) {
            same.push(piece);
        }
        sort_by_key(&mut same, |piece| piece.from);
        let mut lines: Vec<Segment> = Vec::new();
        for piece in same {
            match lines.last_mut().filter(|line| piece.from - line.to <= gap) {
                Some(line) => line.to = line.to.max(piece.to),
                None => lines.push(piece),
            }
        }
        merged.extend(lines.into_iter().filter(|line| line.to - line.from >= SHORT));
    }
    merged
}

/// Lines that touch, in groups that have lines in both directions, and those that have not.
fn connect(level: &[Segment], upright: &[Segment], gap: i32) -> (Vec<Group>, Vec<Group>) {
    // The root of each line's tree; level lines first.
    let mut parents: Vec<usize> = (0..level.len() + upright.len()).collect();
    for (number, line) in upright.iter().enumerate() {
        let first = level.partition_point(|other| other.at < line.from - gap);
        for (other, crossing) in level.iter().enumerate().skip(first) {
            if crossing.at > line.to + gap {
                break;
            }
            if crossing.from - gap <= line.at && line.at <= crossing.to + gap {
                let (a, b) = (root(&mut parents, other), root(&mut parents, level.len() + number));
                if let Some(parent) = parents.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of = vec![usize::MAX; parents.len()];
    for at in 0..parents.len() {
        let root = root(&mut parents, at);
        let Some(group) = group_of.get_mut(root) else { continue };
        if *group == usize::MAX {
            *group = groups.len();
            groups.push(Group::default());
        }
        let Some(group) = groups.get_mut(*group) else { continue };
        if let Some(line) = level.get(at) {
            group.level.push(*line);
        } else if let Some(line) = upright.get(at - level.len()) {
            group.upright.push(*line);
        }
    }
    groups.into_iter().partition(|group| !group.level.is_empty() && !group.upright.is_empty())
}

impl Group {
    /// How far an upright line is that runs along most of the group: the side of a cell that goes on behind both ends of
    /// the page, so that no level line meets it. `None` if it does not run so.
    fn distance(&self, line: &Segment) -> Option<i32> {
        let (top, bottom) = (
            self.upright.iter().map(|line| line.from).min()?,
            self.upright.iter().map(|line| line.to).max()?,
        );
        let both = line.to.min(bottom) - line.from.max(top);
        let long = |length: i32| both * 5 > length * 4;
        let left = self.level.iter().map(|other| other.from).min()?;
        let right = self.level.iter().map(|other| other.to).max()?;
        (long(bottom - top) && long(line.to - line.from))
            .then_some((left - line.at).max(line.at - right).max(0))
    }
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while let Some(&parent) = parents.get(at)
        && parent != at
    {
        // Halving the path keeps the trees flat.
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(entry) = parents.get_mut(at) {
            *entry = above;
        }
        at = above;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(x0: i32, y0: i32, x1: i32, y1: i32) -> Rule {
        Rule { x0, y0, x1, y1 }
    }

    #[test]
    fn pieces_of_cells_make_whole_lines() {
        let pieces = [(0, 10), (500, 12), (1000, 9)];
        let rules: Vec<Rule> = pieces.iter().map(|&(x, y)| rule(x + 5, y, x + 490, y + 10)).collect();
        let merged = merge(rules.iter().map(|r| Segment { at: r.y0, from: r.x0, to: r.x1 }).collect(), GAP);
        assert_eq!(merged, [Segment { at: 10, from: 5, to: 1490 }]);
    }

    #[test]
    fn lines_that_do_not_touch_are_groups_of_their_own() {
        let frame = |x: i32| {
            [
                rule(x, 0, x + 900, 10),
                rule(x, 500, x + 900, 510),
                rule(x, 0, x + 10, 510),
                rule(x + 890, 0, x + 900, 510),
            ]
        };
        let rules = [frame(0), frame(2000)].concat();
        let groups = groups(&rules);
        assert_eq!(groups.len(), 2);
        assert!(groups.iter().all(|group| group.level.len() == 2 && group.upright.len() == 2));
    }

    #[test]
    fn underlines_and_dots_are_no_group() {
        assert!(groups(&[rule(0, 0, 900, 10), rule(0, 0, 10, 50)]).is_empty());
    }
}

//! Tables that stand side by side on a sheet, with blank columns between them: each is read by itself.

use super::areas::Area;
use crate::text::is_blank;
use std::collections::BTreeMap;

/// Rows with a number that a table must have at least.
const VALUES: usize = 1;

/// The areas of a sheet, divided where tables stand side by side; in one piece otherwise. What runs across all of them, such
/// as a title, comes first.
pub(super) fn divide(areas: Vec<Area>) -> Vec<Vec<Area>> {
    let Some(ends) = gaps(&areas) else { return vec![areas] };
    let mut pieces: Vec<Vec<Area>> = vec![Vec::new(); ends.len() + 1];
    let mut across = Vec::new();
    for area in areas {
        let (first, last) = (place(&ends, area.left), place(&ends, area.right.saturating_sub(1)));
        match pieces.get_mut(first).filter(|_| first == last) {
            Some(piece) => piece.push(area),
            None => across.push(area),
        }
    }
    if across.is_empty() {
        return pieces;
    }
    std::iter::once(across).chain(pieces).collect()
}

fn place(ends: &[u32], column: u32) -> usize {
    ends.partition_point(|end| *end <= column)
}

/// The columns at which each table but the first begins. `None` unless all pieces are tables of their own.
fn gaps(areas: &[Area]) -> Option<Vec<u32>> {
    // A wide text with no other beside it, as titles are, says nothing of columns.
    let texts = areas.iter().filter(|area| !area.text.is_empty());
    let mut tops: BTreeMap<u32, usize> = BTreeMap::new();
    texts.for_each(|area| *tops.entry(area.top).or_default() += 1);
    let alone = |area: &Area| area.right - area.left > 1 && tops.get(&area.top) == Some(&1);
    let mut spans: Vec<(u32, u32)> =
        areas.iter().filter(|area| !alone(area)).map(|area| (area.left, area.right)).collect();
    spans.sort_unstable();
    let mut starts = Vec::new();
    let mut reach = spans.first()?.1;
    for (left, right) in spans {
        if left > reach {
            starts.push(left);
        }
        reach = reach.max(right);
    }
    let mut from = 0;
    let bounds: Vec<(u32, u32)> = starts
        .iter()
        .copied()
        .chain([u32::MAX])
        .map(|end| (std::mem::replace(&mut from, end), end))
        .collect();
    (!starts.is_empty() && bounds.iter().all(|&(left, right)| is_table(areas, left, right))).then_some(starts)
}

/// Whether a piece is a table by itself: its first column has words as a rule, as labels and headings are, and there are
/// numbers in it. The values of a table behind a column left blank have numbers in their first column.
fn is_table(areas: &[Area], left: u32, right: u32) -> bool {
    let inside =
        || areas.iter().filter(move |area| area.left >= left && area.right <= right && !area.text.is_empty());
    let Some(first) = inside().map(|area| area.left).min() else { return false };
    let labels = || inside().filter(move |area| area.left == first);
    let words = labels().filter(|area| !is_number(&area.text)).count();
    let values = inside().filter(|area| is_number(&area.text)).count();
    let columns = inside().filter(|area| area.left > first).count();
    words * 2 > labels().count() && words > 1 && values >= VALUES && columns > 2
}

fn is_number(text: &str) -> bool {
    text.chars().any(|char| char.is_ascii_digit())
        && text.chars().all(|char| char.is_ascii_digit() || is_blank(char) || ",.-%".contains(char))
}

//! The margins that running text keeps.

use super::line::Room;
use super::{Item, Sheet};

/// Tells the lines of pages of one width which margins they keep. Tables keep them too, more or less.
pub(super) fn set(sheets: &mut [Sheet]) {
    let mut widths: Vec<i32> = sheets.iter().map(|sheet| sheet.width).collect();
    widths.sort_unstable();
    widths.dedup();
    for width in widths {
        let mut same: Vec<&mut Sheet> = sheets.iter_mut().filter(|sheet| sheet.width == width).collect();
        let room = margins(same.iter().flat_map(|sheet| &sheet.items));
        for item in same.iter_mut().flat_map(|sheet| &mut sheet.items) {
            if let Item::Line(line) = item {
                line.room = room;
            }
        }
    }
}

fn margins<'a>(items: impl Iterator<Item = &'a Item>) -> Room {
    const FEW: usize = 8;
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    let mut table: Option<(i32, i32)> = None;
    let mut size = 1;
    for item in items {
        match item {
            Item::Line(line) => {
                starts.push(line.start());
                // Mirrored, so that the outermost comes first here too.
                ends.push(-line.end());
                size = size.max(line.size);
            }
            Item::Table(found) => {
                let (left, right) = found.sides();
                table = Some(table.map_or((left, right), |(a, b)| (a.min(left), b.max(right))));
            }
        }
    }
    let few = starts.len() < FEW;
    let (mut left, mut right) = (outermost(starts), -outermost(ends));
    if let Some(table) = table.filter(|_| few) {
        (left, right) = (left.min(table.0), right.max(table.1 - size / 2));
    }
    Room::Column(left, right)
}

/// The outermost place, but for a few lines that may stick out.
fn outermost(mut places: Vec<i32>) -> i32 {
    places.sort_unstable();
    let few = places.len() / 20 + usize::from(places.len() > 4);
    places.get(few).or(places.first()).copied().unwrap_or(0)
}

//! Text boxes: their text is a story of its own (MS-DOC 2.8.32 `PlcftxbxTxt`), a shape anchors each in the body.

use super::file::{File, Part, Story, character_at};
use crate::read::bytes::u32_at;
use std::collections::BTreeMap;
use std::ops::Range;

/// Bytes of the description of a text box (2.9.104 `FTXBXS`) and of an anchor (2.9.255 `Spa`).
const BOX: usize = 22;
const ANCHOR: usize = 26;

/// The text of each text box by the place of its anchor. Those without one, being in groups of shapes, come at the end
/// of the body.
pub(super) fn anchors(file: &File) -> BTreeMap<usize, Range<usize>> {
    let table = file.part(Part::Anchors);
    let count = table.len().saturating_sub(4) / (4 + ANCHOR);
    let mut anchors = BTreeMap::new();
    for at in 0..count {
        let shape = u32_at(table, (count + 1) * 4 + at * ANCHOR);
        if let (Some(shape), Some(place)) = (shape, character_at(table, at)) {
            anchors.insert(shape, place);
        }
    }
    let story = file.story(Story::Boxes);
    let table = file.part(Part::Boxes);
    let count = table.len().saturating_sub(4) / (4 + BOX);
    let mut boxes = BTreeMap::new();
    let mut last = file.story(Story::Body).end;
    let mut done = story.start;
    // The last one is no text box.
    for at in 0..count.saturating_sub(1) {
        let (Some(start), Some(end)) = (character_at(table, at), character_at(table, at + 1)) else { break };
        let (start, end) =
            (story.start.saturating_add(start), story.start.saturating_add(end).min(story.end));
        // Boxes stand one after the other, so that no text is read twice.
        if start < done || start >= end {
            continue;
        }
        done = end;
        let shape = u32_at(table, (count + 1) * 4 + at * BOX + 14);
        let anchor = shape.and_then(|shape| anchors.remove(&shape)).unwrap_or_else(|| {
            last = last.saturating_add(1);
            last
        });
        boxes.insert(anchor, start..end);
    }
    boxes
}

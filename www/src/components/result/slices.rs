//! Slices of a document: a report has three or four, a text of some megabytes has hundreds.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use jiaohe::wire::Block;
use yew::prelude::*;

/// What a slice weighs at most, in paragraphs; some milliseconds' work.
const WEIGHT: usize = 100;
/// How many slices are drawn at once; as a rule that is a screen.
const AT_ONCE: usize = 1;
/// How long the page is left alone before the next slice.
const PAUSE_MS: u32 = 10;

/// Some of a document's blocks, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slice {
    /// The first of them.
    pub(super) from: usize,
    /// One past the last.
    to: usize,
    /// The level of the heading before it, as drawn.
    pub(super) level: u8,
}

impl Slice {
    /// Its blocks.
    pub(super) fn blocks<'b>(&self, all: &'b [Block]) -> &'b [Block] {
        all.get(self.from..self.to).unwrap_or_default()
    }
}

/// Cuts a document.
pub(super) fn cut(blocks: &[Block]) -> Vec<Slice> {
    let mut slices = Vec::new();
    let (mut slice, mut weight, mut level) = (Slice { from: 0, to: 0, level: 2 }, 0, 2);
    for (at, block) in blocks.iter().enumerate() {
        let heavy = weight_of(block);
        if at > slice.from && weight + heavy > WEIGHT {
            slices.push(slice);
            (slice, weight) = (Slice { from: at, to: at, level }, 0);
        }
        (slice.to, weight, level) = (at + 1, weight + heavy, level_after(block, level));
    }
    slices.extend((slice.to > slice.from).then_some(slice));
    slices
}

/// What it takes to draw a block, in paragraphs: a cell has less text but more that hangs on it.
fn weight_of(block: &Block) -> usize {
    match block {
        Block::Table(table) => 1 + table.rows.iter().map(Vec::len).sum::<usize>() / 2,
        Block::Title { .. } | Block::Heading { .. } | Block::Paragraph { .. } => 1,
    }
}

/// The level of the last heading, a block further; the page's own is 2, and none is more than one below the last.
pub(super) fn level_after(block: &Block, level: u8) -> u8 {
    match block {
        Block::Title { .. } => 2,
        Block::Heading { level: own, .. } => (own + 2).min(level + 1).min(6),
        Block::Paragraph { .. } | Block::Table(_) => level,
    }
}

/// How many of so many slices are to be drawn by now. All for print.
#[hook]
pub(super) fn use_drawn(report: u32, count: usize) -> usize {
    // Counted for this report only: another begins anew. One that is checked again keeps what is drawn, and the focus in it.
    let drawn = use_state(|| (report, AT_ONCE));
    let now = if drawn.0 == report { drawn.1 } else { AT_ONCE };
    use_effect_with((report, now, count), {
        let drawn = drawn.clone();
        move |&(report, now, count)| {
            let pause = (now < count).then(|| Timeout::new(PAUSE_MS, move || drawn.set((report, now + 1))));
            move || drop(pause)
        }
    });
    use_effect_with((report, count), {
        let drawn = drawn.clone();
        move |&(report, count)| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "beforeprint", move |_| drawn.set((report, count)))
            });
            move || drop(listener)
        }
    });
    now
}

#[cfg(test)]
mod tests {
    use super::cut;
    use jiaohe::wire::{Block, TableCell, TableCellKind, TableView};

    fn table(rows: usize) -> Block {
        let cell = || TableCell { kind: TableCellKind::Plain, text: "0".into(), row_span: 1, column_span: 1 };
        let rows = (0..rows).map(|_| (0..10).map(|_| cell()).collect()).collect();
        Block::Table(TableView { table: None, caption: String::new(), unreadable: String::new(), rows })
    }

    #[test]
    fn slices_hold_every_block_once_and_go_on_at_the_level_before() {
        let block = |line: u32| match line % 100 {
            0 => Block::Heading { line, level: 1 },
            50 => Block::Heading { line, level: 2 },
            _ => Block::Paragraph { line },
        };
        let all: Vec<Block> = (0..450).map(block).collect();
        let slices = cut(&all);
        let held: Vec<Block> = slices.iter().flat_map(|slice| slice.blocks(&all)).cloned().collect();
        assert_eq!(held, all);
        let starts: Vec<(usize, u8)> = slices.iter().map(|slice| (slice.from, slice.level)).collect();
        assert_eq!(starts, [(0, 2), (100, 4), (200, 4), (300, 4), (400, 4)]);
        assert!(cut(&[]).is_empty());
    }

    #[test]
    fn a_large_table_is_a_slice_of_its_own() {
        let paragraph = |line| Block::Paragraph { line };
        let all = [paragraph(0), table(2), paragraph(1), table(22), paragraph(2), table(300), table(1)];
        let starts: Vec<usize> = cut(&all).iter().map(|slice| slice.from).collect();
        assert_eq!(starts, [0, 3, 4, 5, 6]);
    }
}

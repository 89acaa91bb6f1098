//! Automatic numbering: the "一、" before a heading may be nowhere in the text.
//!
//! The readers of Word's formats fill in the lists; counting and the formats of numbers are the same for all of them.

use super::limits;
use super::numeral::format_number;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list; `OpenDocument` has one more than Word's formats.
pub(super) const LEVELS: usize = 10;

/// How far a list has counted, level by level.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Counts([Option<u32>; LEVELS]);

impl Counts {
    /// Counts an item of a level from 0. `own` is the number it says itself to have, `first` the number that a level begins
    /// with. Gives the item's number.
    pub(super) fn count(&mut self, at: usize, own: Option<u32>, first: impl Fn(usize) -> u32) -> u32 {
        for (level, count) in self.0.iter_mut().enumerate() {
            *count = match *count {
                _ if level > at => None,
                // A level that was skipped shows its first number.
                None if level < at => Some(first(level)),
                Some(count) if level == at => own.or(Some(count.saturating_add(1))),
                None => own.or_else(|| Some(first(level))),
                same => same,
            };
        }
        self.of(at)
    }

    /// The number that a level has come to.
    pub(super) fn of(&self, level: usize) -> u32 {
        self.0.get(level).copied().flatten().unwrap_or(1)
    }
}

/// A label with what keeps it off the text: `follows` is `tab`, `space` or `nothing`. A tab after "一、" or "（一）" only
/// aligns; after "1" it keeps the label off the text.
pub(super) fn apart(mut label: String, follows: &str) -> String {
    let apart = match follows {
        "space" => true,
        "nothing" => false,
        _ => label.ends_with(|c: char| c.is_ascii()),
    };
    if apart {
        label.push(' ');
    }
    label
}

/// A paragraph's place in a list: the list's number and the level in it, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbered {
    /// The list (`w:numId`, `ilfo`); 0 takes the numbering of the style away.
    pub(super) list: u32,
    /// The level (`w:ilvl`, `ilvl`).
    pub(super) level: usize,
}

/// A level of a list (`w:lvl`, `LVL`).
#[derive(Debug, Clone)]
pub(super) struct Level {
    /// The first number.
    pub(super) start: u32,
    /// The format by its name in `ST_NumberFormat` (ECMA-376-1, 17.18.59).
    pub(super) format: String,
    /// The label: `%1` stands for the number of the first level.
    pub(super) text: String,
    /// What follows the label: `tab`, `space` or `nothing`.
    pub(super) suffix: String,
    /// All numbers are shown as decimals (`w:isLgl`, `fLegal`).
    pub(super) decimal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".into(), text: String::new(), suffix: "tab".into(), decimal: false }
    }
}

/// A list, which follows a definition.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The definition that it follows; lists of one definition count on together.
    pub(super) definition: u32,
    /// Numbers that its levels begin anew with.
    pub(super) restarts: BTreeMap<usize, u32>,
    /// Levels that it has of its own.
    pub(super) levels: BTreeMap<usize, Level>,
}

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Definitions of lists by their number.
    pub(super) definitions: BTreeMap<u32, BTreeMap<usize, Level>>,
    /// The lists by their number.
    pub(super) lists: BTreeMap<u32, List>,
    counts: BTreeMap<u32, Counts>,
    restarted: BTreeSet<(u32, usize)>,
}

impl Numbering {
    /// Changes a level of a definition, or of a list of its own if `definition` is none.
    pub(super) fn level(
        &mut self,
        definition: Option<u32>,
        list: Option<u32>,
        at: usize,
        change: impl FnOnce(&mut Level),
    ) {
        if at >= LEVELS {
            return;
        }
        let levels = match (definition, list) {
            (Some(definition), _) => self.definitions.entry(definition).or_default(),
            (None, Some(list)) => &mut self.lists.entry(list).or_default().levels,
            (None, None) => return,
        };
        change(levels.entry(at).or_default());
    }

    /// Counts a paragraph and gives its label with what separates it from the text.
    pub(super) fn label(&mut self, at: Numbered) -> Option<String> {
        let list = self.lists.get(&at.list).filter(|_| at.level < LEVELS)?;
        let definition = self.definitions.get(&list.definition);
        let level = |at: usize| list.levels.get(&at).or_else(|| definition?.get(&at));
        let counts = self.counts.entry(list.definition).or_default();
        let restart = list.restarts.get(&at.level).copied();
        let restart = restart.filter(|_| self.restarted.insert((at.list, at.level)));
        let own = level(at.level)?;
        counts.count(at.level, restart, |place| level(place).map_or(1, |level| level.start));
        let mut label = String::new();
        let mut text = own.text.chars();
        let mut left = limits::LABEL_CHARS;
        while let Some(c) = text.next() {
            // Nothing of a flood is made only to be thrown away.
            let Some(rest) = left.checked_sub(1) else { break };
            left = rest;
            let place =
                (c == '%').then(|| text.clone().next().and_then(|digit| digit.to_digit(10))).flatten();
            let Some(place) =
                place.and_then(|place| (place as usize).checked_sub(1)).filter(|&p| p <= at.level)
            else {
                label.push(c);
                continue;
            };
            text.next();
            let format =
                level(place).map_or("decimal", |level| if own.decimal { "decimal" } else { &level.format });
            label.push_str(&format_number(counts.of(place), format));
        }
        if own.format == "bullet" || label.is_empty() {
            return None;
        }
        Some(apart(label, &own.suffix))
    }
}

//! Automatic numbering (`numbering.xml`): the "一、" before a heading may be nowhere in the text.

use super::styles::Numbered;
use crate::read::ReadError;
use crate::read::ordinal::format_number;
use crate::read::xml::{Event, Xml};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// A level of a list (`w:lvl`).
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    suffix: String,
    decimal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".into(), text: String::new(), suffix: "tab".into(), decimal: false }
    }
}

#[derive(Debug, Default)]
struct List {
    /// The definition that it follows; lists of one definition count on together.
    definition: u32,
    restarts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// All lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: BTreeMap<u32, BTreeMap<usize, Level>>,
    lists: BTreeMap<u32, List>,
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    restarted: BTreeSet<(u32, usize)>,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(source: &str) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let (mut definition, mut list, mut at) = (None, None, 0_usize);
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            let id = |name: &str| element.attribute(name).and_then(|id| id.parse::<u32>().ok());
            let place = |name: &str| id(name).map_or(LEVELS, |level| level as usize);
            match element.name() {
                "abstractNum" => (definition, list) = (id("abstractNumId"), None),
                "num" => {
                    (definition, list) = (None, id("numId"));
                }
                "abstractNumId" => {
                    if let Some(list) = list {
                        numbering.lists.entry(list).or_default().definition =
                            element.number().unwrap_or(u32::MAX);
                    }
                }
                "lvlOverride" => at = place("ilvl"),
                "startOverride" => {
                    if let Some(list) = list {
                        let start = element.number().unwrap_or(1);
                        numbering.lists.entry(list).or_default().restarts.insert(at, start);
                    }
                }
                "lvl" => {
                    at = place("ilvl");
                    numbering.level(definition, list, at, |_| {});
                }
                name => {
                    let value = element.val().unwrap_or_default();
                    match name {
                        "start" => {
                            numbering.level(definition, list, at, |l| l.start = value.parse().unwrap_or(1));
                        }
                        "numFmt" => numbering.level(definition, list, at, |l| l.format = value),
                        "lvlText" => numbering.level(definition, list, at, |l| l.text = value),
                        "suff" => numbering.level(definition, list, at, |l| l.suffix = value),
                        "isLgl" => numbering.level(definition, list, at, |l| l.decimal = element.is_on()),
                        _ => {}
                    }
                }
            }
        }
        Ok(numbering)
    }

    fn level(
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
        if let Some(&start) = list.restarts.get(&at.level)
            && self.restarted.insert((at.list, at.level))
        {
            *counts.get_mut(at.level)? = start.checked_sub(1);
        }
        let own = level(at.level)?;
        for (place, count) in counts.iter_mut().enumerate() {
            *count = match place.cmp(&at.level) {
                // A level that was skipped shows its first number.
                Ordering::Less => Some(count.unwrap_or_else(|| level(place).map_or(1, |level| level.start))),
                Ordering::Equal => Some(count.map_or(own.start, |count| count.saturating_add(1))),
                Ordering::Greater => None,
            };
        }
        let mut label = String::new();
        let mut text = own.text.chars();
        while let Some(c) = text.next() {
            let place =
                (c == '%').then(|| text.clone().next().and_then(|digit| digit.to_digit(10))).flatten();
            let Some(place) =
                place.and_then(|place| (place as usize).checked_sub(1)).filter(|&p| p <= at.level)
            else {
                label.push(c);
                continue;
            };
            text.next();
            let count = counts.get(place).copied().flatten().unwrap_or(1);
            let format =
                level(place).map_or("decimal", |level| if own.decimal { "decimal" } else { &level.format });
            label.push_str(&format_number(count, format));
        }
        if own.format == "bullet" || label.is_empty() {
            return None;
        }
        // A tab after "一、" or "（一）" only aligns; after "1" it keeps the label off the text.
        let apart = match own.suffix.as_str() {
            "space" => true,
            "nothing" => false,
            _ => label.ends_with(|c: char| c.is_ascii()),
        };
        if apart {
            label.push(' ');
        }
        Some(label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_count_and_restart() -> Result<(), ReadError> {
        let mut numbering = Numbering::read(
            "<numbering><abstractNum abstractNumId='5'>\
             <lvl ilvl='0'><start val='1'/><numFmt val='chineseCounting'/><lvlText val='%1、'/></lvl>\
             <lvl ilvl='1'><start val='1'/><numFmt val='chineseCounting'/><lvlText val='（%2）'/></lvl>\
             <lvl ilvl='2'><numFmt val='decimal'/><isLgl/><suff val='space'/><lvlText val='%1.%3'/></lvl>\
             <lvl ilvl='3'><numFmt val='bullet'/><lvlText val='•'/></lvl></abstractNum>\
             <num numId='1'><abstractNumId val='5'/></num>\
             <num numId='2'><abstractNumId val='5'/><lvlOverride ilvl='0'><startOverride val='1'/></lvlOverride></num>\
             </numbering>",
        )?;
        let mut label = |list, level| numbering.label(Numbered { list, level }).unwrap_or_default();
        assert_eq!(label(1, 0), "一、");
        assert_eq!(label(1, 1), "（一）");
        assert_eq!(label(1, 1), "（二）");
        assert_eq!(label(1, 0), "二、");
        assert_eq!(label(1, 1), "（一）");
        assert_eq!(label(1, 2), "2.1 ");
        assert_eq!(label(1, 3), "");
        assert_eq!(label(2, 0), "一、");
        assert_eq!(label(2, 0), "二、");
        assert_eq!((label(9, 0), label(1, 9)), (String::new(), String::new()));
        Ok(())
    }
}

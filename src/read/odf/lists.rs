//! Automatic numbering: list styles (16.30), the numbering of chapters (16.34), and how far each list has counted.

use crate::read::limits;
use crate::read::numbering::{Counts, LEVELS, apart};
use crate::read::numeral::format_number;
use crate::read::xml::Element;
use std::collections::BTreeMap;

/// A list that is open.
#[derive(Debug)]
pub(super) struct List {
    pub(super) style: String,
    /// Which level it is, from 0; only that of level 0 keeps the counts.
    pub(super) level: usize,
    pub(super) counts: Counts,
    pub(super) id: Option<String>,
    /// Frames that were open when it began: lists in a table inside a list are their own.
    pub(super) frames: usize,
    /// The item has no paragraph yet: the next one gets the label.
    pub(super) fresh: bool,
    pub(super) start: Option<u32>,
}

/// The key of the numbering of chapters among list styles; no list style has an empty name.
const CHAPTERS: &str = "";

/// How a level is numbered.
#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    prefix: String,
    suffix: String,
    /// `%1%.%2%`, which recent versions write beside prefix and suffix.
    pattern: Option<String>,
    /// Levels shown, this one included.
    shown: usize,
    start: u32,
    follows: String,
}

/// All list styles, and how far lists and chapters have counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, BTreeMap<usize, Level>>,
    /// Where a definition is being read: the style, and the level in it.
    defining: (Option<String>, usize),
    /// The counts of finished lists, by their style (which `continue-numbering` means) and by their id.
    by_style: BTreeMap<String, Counts>,
    by_id: BTreeMap<String, Counts>,
    chapters: Counts,
}

impl Lists {
    /// Takes in an element among the styles.
    pub(super) fn define(&mut self, element: &Element<'_>) {
        let get = |name: &str| element.attribute(name);
        // What stands around a number is a mark or two.
        let words =
            |name: &str| get(name).map(|text| text.chars().take(limits::LABEL_CHARS).collect::<String>());
        match element.name() {
            "list-style" => self.defining.0 = get("name"),
            "outline-style" => self.defining.0 = Some(CHAPTERS.into()),
            "list-level-style-number" | "outline-level-style" => {
                let number = |name: &str| get(name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1);
                let Some(at) = usize::try_from(number("level")).ok().and_then(|at| at.checked_sub(1)) else {
                    return;
                };
                self.defining.1 = at;
                let level = Level {
                    format: get("num-format").unwrap_or_default(),
                    prefix: words("num-prefix").unwrap_or_default(),
                    suffix: words("num-suffix").unwrap_or_default(),
                    pattern: words("num-list-format"),
                    shown: usize::try_from(number("display-levels")).unwrap_or(1),
                    start: number("start-value"),
                    follows: String::new(),
                };
                if let Some(style) = self.defining.0.clone().filter(|_| at < LEVELS) {
                    self.styles.entry(style).or_default().insert(at, level);
                }
            }
            "list-level-style-bullet" | "list-level-style-image" => self.defining.1 = LEVELS,
            "list-level-label-alignment" => {
                let style = self.defining.0.as_ref().and_then(|style| self.styles.get_mut(style));
                if let Some(level) = style.and_then(|levels| levels.get_mut(&self.defining.1)) {
                    level.follows = get("label-followed-by").unwrap_or_default();
                }
            }
            _ => {}
        }
    }

    /// What a list that begins has counted already.
    pub(super) fn begin(&self, style: &str, continues: Option<&str>, goes_on: bool) -> Counts {
        let by_id = continues.and_then(|id| self.by_id.get(id));
        let by_style = self.by_style.get(style).filter(|_| goes_on);
        by_id.or(by_style).copied().unwrap_or_default()
    }

    /// Keeps how far a list has counted.
    pub(super) fn end(&mut self, style: String, id: Option<String>, counts: Counts) {
        self.by_style.insert(style, counts);
        self.by_id.extend(id.map(|id| (id, counts)));
    }

    /// Counts an item of a list and gives its label, with what separates it from the text.
    pub(super) fn label(
        &self,
        style: &str,
        at: usize,
        start: Option<u32>,
        counts: &mut Counts,
    ) -> Option<String> {
        let levels = self.styles.get(style)?;
        let first = |at: usize| levels.get(&at).map_or(1, |level| level.start);
        counts.count(at, start, first);
        let own = levels.get(&at).filter(|level| !level.format.is_empty())?;
        let number = |place: usize| {
            levels.get(&place).map_or_else(String::new, |level| written(counts.of(place), &level.format))
        };
        let mut label = String::new();
        if let Some(pattern) = &own.pattern {
            for (index, piece) in pattern.split('%').enumerate() {
                let place = piece.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
                match place.filter(|_| index % 2 == 1) {
                    Some(place) => label.push_str(&number(place)),
                    None => label.push_str(piece),
                }
            }
        } else {
            label.push_str(&own.prefix);
            let places = (at + 1).saturating_sub(own.shown.max(1))..=at;
            let numbers: Vec<_> = places.map(number).filter(|number| !number.is_empty()).collect();
            label.push_str(&numbers.join("."));
            label.push_str(&own.suffix);
        }
        (!label.trim().is_empty()).then(|| apart(label, &own.follows))
    }

    /// Counts a heading and gives its number, if chapters are numbered.
    pub(super) fn chapter(&mut self, at: usize, start: Option<u32>) -> Option<String> {
        let mut counts = self.chapters;
        let label = self.label(CHAPTERS, at, start, &mut counts);
        self.chapters = counts;
        label
    }
}

/// A number in a format of `style:num-format` (19.500): `1`, `a`, `I`, or the beginning of a sequence such as `一, 二, 三, ...`.
fn written(count: u32, format: &str) -> String {
    let name = match format.chars().next() {
        None => "none",
        Some('a') => "lowerLetter",
        Some('A') => "upperLetter",
        Some('i') => "lowerRoman",
        Some('I') => "upperRoman",
        Some('一') => "chineseCounting",
        Some('壹') => "chineseLegalSimplified",
        Some('①') => "decimalEnclosedCircle",
        Some('⑴') => "decimalEnclosedParen",
        Some('⒈') => "decimalEnclosedFullstop",
        Some('㊀') => "ideographEnclosedCircle",
        Some('甲') => "ideographTraditional",
        Some('子') => "ideographZodiac",
        Some('１') => "decimalFullWidth",
        Some('0') => "decimalZero",
        Some(_) => "decimal",
    };
    format_number(count, name)
}

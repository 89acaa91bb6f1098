//! Automatic numbering (`numbering.xml`): the "一、" before a heading may be nowhere in the text.

use super::styles::Numbered;
use crate::read::ReadError;
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

/// A count in one of the formats of `ST_NumberFormat` (ECMA-376-1, 17.18.59) that Chinese documents use.
fn format_number(count: u32, format: &str) -> String {
    let nth = |letters: &str| {
        count.checked_sub(1).and_then(|at| letters.chars().nth(at as usize)).map(String::from)
    };
    let special = match format {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{count:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(count, "０１２３４５６７８９")),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => nth("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥"),
        "upperLetter" => nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter" => nth("abcdefghijklmnopqrstuvwxyz"),
        "upperRoman" => Some(roman(count)),
        "lowerRoman" => Some(roman(count).to_ascii_lowercase()),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(digits(count, "〇一二三四五六七八九"))
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanDigital2" => counting(count, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" | "ideographLegalTraditional" => {
            counting(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
        }
        _ => None,
    };
    special.unwrap_or_else(|| count.to_string())
}

fn digits(count: u32, names: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| names.chars().nth(digit as usize));
    count.to_string().chars().filter_map(digit).collect()
}

/// 1 to 9999 in words: 十, 十一, 二十, 一百零一.
fn counting(count: u32, names: &str, units: &str) -> Option<String> {
    if !(1..=9999).contains(&count) {
        return None;
    }
    let mut words = String::new();
    let mut gap = false;
    for (place, power) in [1000, 100, 10, 1].into_iter().enumerate() {
        let digit = count / power % 10;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            words.extend(names.chars().next());
        }
        if !(power == 10 && digit == 1 && words.is_empty() && units.starts_with('十')) {
            words.extend(names.chars().nth(digit as usize));
        }
        words.extend(3_usize.checked_sub(place + 1).and_then(|unit| units.chars().nth(unit)));
    }
    Some(words)
}

fn roman(count: u32) -> String {
    const LETTERS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count.min(3999);
    let mut out = String::new();
    for (value, letters) in LETTERS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_format() {
        let cases = [
            (10, "chineseCounting", "十"),
            (11, "chineseCountingThousand", "十一"),
            (20, "chineseCounting", "二十"),
            (101, "chineseCountingThousand", "一百零一"),
            (110, "chineseCounting", "一百一十"),
            (10, "ideographDigital", "一〇"),
            (3, "chineseLegalSimplified", "叁"),
            (10, "chineseLegalSimplified", "壹拾"),
            (3, "decimalEnclosedCircle", "③"),
            (21, "decimalEnclosedCircle", "21"),
            (4, "lowerRoman", "iv"),
            (2, "upperLetter", "B"),
            (5, "decimalZero", "05"),
            (12, "decimalFullWidth", "１２"),
            (7, "unheard-of", "7"),
            (0, "chineseCounting", "0"),
            (2, "ideographTraditional", "乙"),
        ];
        for (count, format, want) in cases {
            assert_eq!(format_number(count, format), want, "{count} {format}");
        }
    }

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

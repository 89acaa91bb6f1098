mod chinese;
mod units;

use super::Decimal;
use chinese::chinese_at;
use std::ops::Range;
use units::{label_length, unit_of};

/// A number in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// Its value, 万 and 亿 multiplied out unless they belong to a unit of money.
    pub value: Decimal,
    /// What kind of number it is.
    pub form: NumberForm,
    /// Whether the text says 余, 多, 近, 约, 左右 and the like, or rounds to 万.
    pub approximate: bool,
    /// Whether a blank splits its digits, so that it may be two numbers.
    pub split: bool,
    /// What it counts.
    pub unit: Unit,
    /// Its digits, as folded characters.
    pub digits: Range<usize>,
    /// One past the unit and what belongs to it.
    pub end: usize,
}

/// Kinds of number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberForm {
    /// It counts or measures something.
    Count,
    /// A share: 12.5%, 百分之三十.
    Percent,
    /// A year: 2022年, 2022年度.
    Year,
    /// From … to: 3-5件.
    Range,
    /// It names something and counts nothing: a date, an ordinal, a file number, a telephone number, 24小时, N95.
    Label,
}

/// What a number counts, by its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// None is written.
    None,
    /// Cases and papers, used for one another: 件 条 份 宗 起 封 例 次 部 篇 笔 桩.
    Case,
    /// 个 and 项, which count cases too but more often something else.
    Piece,
    /// 元.
    Yuan,
    /// 万元.
    TenThousandYuan,
    /// 亿元.
    HundredMillionYuan,
    /// People, organisations, places, issues and whatever else is no case: 人次 家 处 期 种.
    Other,
    /// 人, 人次, 名: persons, and how often they came.
    Persons,
}

impl Unit {
    /// Whether it is a unit of money.
    pub fn is_money(self) -> bool {
        matches!(self, Self::Yuan | Self::TenThousandYuan | Self::HundredMillionYuan)
    }
}

/// Whether a number may start with a character: the others are told at a glance.
pub fn may_begin_number(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '十' | '百') || chinese::chinese_digit(char).is_some()
}

/// Reads the number that starts at a folded character. `None` where none starts; whatever starts inside a name is
/// the whole name as [`NumberForm::Label`].
pub fn number_at(chars: &[char], start: usize) -> Option<Number> {
    let first = *chars.get(start)?;
    if first.is_ascii_alphanumeric() { Some(ascii_at(chars, start)) } else { chinese_at(chars, start) }
}

fn char_at(chars: &[char], at: usize) -> char {
    chars.get(at).copied().unwrap_or('\0')
}

fn before(chars: &[char], at: usize) -> char {
    at.checked_sub(1).map_or('\0', |at| char_at(chars, at))
}

/// Whether `word` stands at `at`.
fn stands(chars: &[char], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(i, char)| char_at(chars, at + i) == char)
}

fn label(digits: Range<usize>) -> Number {
    let (value, end) = (Decimal::ZERO, digits.end);
    let (form, unit) = (NumberForm::Label, Unit::None);
    Number { value, form, approximate: false, split: false, unit, digits, end }
}

/// How far a run of letters, digits and the marks of addresses is followed; a longer one is read in pieces.
const LONGEST_RUN: usize = 120;

fn ascii_at(chars: &[char], start: usize) -> Number {
    let run = chars.iter().skip(start).take(LONGEST_RUN);
    let run = run
        .take_while(|char| {
            char.is_ascii_alphanumeric()
                || matches!(char, '.' | '/' | ':' | '@' | '_' | '-' | '?' | '=' | '&' | '#')
        })
        .count();
    let named = chars.iter().skip(start).take(run).any(char::is_ascii_alphabetic);
    if named {
        return label(start..start + run);
    }
    let groups = groups_at(chars, start);
    let mut text = String::with_capacity(groups.end - start);
    text.extend(chars.iter().skip(start).take(groups.end - start).filter(|c| !matches!(c, ',' | ' ')));
    let Some(value) = Decimal::parse(&text).filter(|_| !groups.many) else { return label(start..groups.end) };
    let end = groups.end;
    let (previous, next) = (before(chars, start), char_at(chars, end));
    let bracketed = matches!((previous, next), ('[', ']') | ('(', ')'));
    let opens = matches!(previous, '\0' | '\n' | '。' | '；' | '：');
    let enumerates = opens && matches!(next, '.' | '、' | ')') && value.is_integer();
    let year_range =
        text.len() == 4 && matches!(next, '-' | '~' | '至') && char_at(chars, end + 1).is_ascii_digit();
    if bracketed || enumerates || year_range || previous == '第' || previous == '.' {
        return label(start..end);
    }
    if next == '年' {
        let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
        let end = if char_at(chars, end + 1) == '度' { end + 2 } else { end + 1 };
        let form = if year { NumberForm::Year } else { NumberForm::Label };
        return Number { value, form, end, ..label(start..groups.end) };
    }
    let mut number = measured(chars, start..end, value);
    number.split = groups.split;
    let bare = number.unit == Unit::None && number.form != NumberForm::Percent;
    // 12320, 96110: five digits without a unit that begin so are a public hotline.
    let hotline = text.len() == 5 && ["12", "95", "96"].iter().any(|start| text.starts_with(start));
    if bare
        && (text.len() > 5
            || hotline
            || (next == '-' && char_at(chars, end + 1).is_ascii_digit() && text.len() >= 3))
    {
        return label(start..end);
    }
    number
}

/// The extent of a number in ASCII digits.
struct Groups {
    end: usize,
    /// Whether a blank parts two groups of digits.
    split: bool,
    /// Whether there are so many groups that it is no number but a row of them, or two points.
    many: bool,
}

fn groups_at(chars: &[char], start: usize) -> Groups {
    let digits =
        |at: usize| chars.iter().skip(at).take(LONGEST_RUN).take_while(|c| c.is_ascii_digit()).count();
    let mut end = start + digits(start);
    let (mut blanks, mut points) = (0, 0);
    loop {
        let more = digits(end + 1);
        match char_at(chars, end) {
            ',' if more == 3 && points == 0 => end += 4,
            ' ' if more > 0 => {
                blanks += 1;
                end += more + 1;
            }
            '.' if more > 0 => {
                points += 1;
                end += more + 1;
            }
            _ => break,
        }
    }
    Groups { end, split: blanks > 0, many: blanks > 1 || points > 1 }
}

/// Whether what stands before a number says that it is no exact one: 近, 超过, 不少于. 最近 and 将近 end alike; 超 in 超期 is
/// followed by no digit.
fn is_vague_before(chars: &[char], start: usize) -> bool {
    let back = |by: usize| start.checked_sub(by).map_or('\0', |at| char_at(chars, at));
    match (back(3), back(2), back(1)) {
        (_, '最', '近') => false,
        (_, _, '近' | '约' | '逾' | '超') => true,
        (_, before, last) => {
            matches!((before, last), ('超', '过') | ('多', '达') | ('不', '到') | ('至', '少'))
                || (back(3), before, last) == ('不', '少', '于')
        }
    }
}

/// Reads what follows the digits: 万, 余, %, the unit, 左右.
fn measured(chars: &[char], digits: Range<usize>, value: Decimal) -> Number {
    let mut number = Number { form: NumberForm::Count, value, ..label(digits.clone()) };
    number.approximate = is_vague_before(chars, digits.start);
    let mut at = digits.end;
    let vague_after = |at: &mut usize| {
        let about = matches!(char_at(chars, *at), '余' | '多' | '来' | '几');
        *at += usize::from(about);
        about
    };
    number.approximate |= vague_after(&mut at);
    let exponent = match char_at(chars, at) {
        '万' if char_at(chars, at + 1) != '元' => 4,
        '亿' if char_at(chars, at + 1) != '元' => 8,
        _ => 0,
    };
    if exponent > 0 {
        number.approximate |= !value.is_integer();
        number.value = value.scaled(exponent).unwrap_or(value);
        at += 1;
        number.digits.end = at;
        number.approximate |= vague_after(&mut at);
    }
    number.end = at;
    if stands(chars, at, "%") || stands(chars, at, "‰") || stands(chars, at, "个百分点") {
        number.form = NumberForm::Percent;
        number.end = at + if stands(chars, at, "个") { 4 } else { 1 };
        return number;
    }
    if matches!(char_at(chars, at), '-' | '~' | '至' | '到') && char_at(chars, at + 1).is_ascii_digit() {
        number.form = NumberForm::Range;
        return number;
    }
    let behind = [0, 1, 2, 3].map(|further| char_at(chars, at + further));
    let label_length = label_length(behind);
    let unit = unit_of(behind);
    let unit_length = unit.map_or(0, |(_, length)| length);
    if label_length > unit_length {
        number.form = NumberForm::Label;
        number.end = at + label_length;
        return number;
    }
    if let Some((unit, length)) = unit {
        number.unit = unit;
        number.end = at + length;
    }
    let follows = match (char_at(chars, number.end), char_at(chars, number.end + 1)) {
        ('左', '右') | ('以', '上' | '内' | '下') | ('上', '下') => 2,
        ('多', _) => 1,
        _ => 0,
    };
    number.approximate |= follows > 0;
    number.end += follows;
    if matches!(before(chars, digits.start), '-' | '~' | '至')
        && before(chars, digits.start - 1).is_ascii_digit()
    {
        number.form = NumberForm::Range;
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;

    /// All numbers of a text: value, form, unit, and `~` if approximate.
    fn read(text: &str) -> String {
        let folded = Folded::new(text);
        let (chars, mut at, mut found) = (folded.chars(), 0, Vec::new());
        while at < chars.len() {
            let Some(number) = number_at(chars, at) else {
                at += 1;
                continue;
            };
            let vague = if number.approximate { "~" } else { "" };
            let split = if number.split { "?" } else { "" };
            match number.form {
                NumberForm::Label => {}
                NumberForm::Count => found.push(format!("{vague}{split}{}", number.value)),
                form => found.push(format!("{form:?} {}", number.value)),
            }
            at = number.end.max(at + 1);
        }
        found.join(", ")
    }

    #[test]
    fn counts_in_every_writing() {
        for (text, numbers) in [
            ("共收到７件，办结 12 件", "7, 12"),
            ("公开1,234条，3万条", "1234, 30000"),
            ("一件、两件、十二份、二十件、一百零五条、三千二百起", "1, 2, 12, 20, 105, 3200"),
            ("零件，0件，〇件", "0, 0, 0"),
            ("收到1 2件", "?12"),
            ("行政诉讼一起。", "1"),
            ("收费26.55万元，380元", "26.55, 380"),
        ] {
            assert_eq!(read(text), numbers, "{text}");
        }
    }

    #[test]
    fn approximations_are_marked() {
        for (text, numbers) in [
            ("3万余条，1.6万余条，18万多条", "~30000, ~16000, ~180000"),
            ("4200余条，近5000条，约20件，30件左右，100件以上", "~4200, ~5000, ~20, ~30, ~100"),
            ("四十余件，十多件，1.6万条", "~40, ~10, ~16000"),
            ("最近3件", "3"),
        ] {
            assert_eq!(read(text), numbers, "{text}");
        }
    }

    #[test]
    fn names_dates_and_ordinals_do_not_count() {
        for text in [
            "一是、二是，第二条，第二十条第（六）项",
            "（一）主动公开；1.健全；（2）完善",
            "1月1日至12月31日，20251月1日，9月初",
            "国办函〔2020〕109号，国务院令第711号",
            "0736-2829709，415900，https://xh1.changde.gov.cn/",
            "“三安全一稳定”，“三审三校”，两微一端，24小时，N95，等级保护2.0级",
            "统一部署，高效办成一件事，一次性告知，一起推进，进一步",
            "二〇二三，十四五，一二三四",
            "0 0 0 0 0 0 0",
        ] {
            assert_eq!(read(text), "", "{text}");
        }
    }

    #[test]
    fn years_shares_and_ranges_are_told_apart() {
        assert_eq!(
            read("2022年，2023年度，97.4%，百分之三十"),
            "Year 2022, Year 2023, Percent 97.4, Percent 30"
        );
        assert_eq!(read("下降3个百分点，3-5件"), "Percent 3, Range 3, Range 5");
    }
}

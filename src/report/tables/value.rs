//! What the text of a value cell holds.

use super::CellState;
use crate::text::{Decimal, compact};

/// Marks that clerks put where there is nothing to count.
const MARKS: [&str; 12] = ["/", "//", "\\", "-", "--", "---", "∕", "╱", "无", "空", "暂无", "不涉及"];

/// Units that may stand behind a number in a cell.
const UNITS: [&str; 16] =
    ["件", "个", "项", "条", "份", "次", "宗", "起", "例", "部", "人", "万元", "元", "件次", "人次", "(件)"];

/// No value is longer, in bytes; longer text need not be looked at closely.
pub(super) const LONGEST: usize = 96;

/// The state of a cell with this text.
pub(super) fn state(text: &str) -> CellState {
    let trimmed = text.trim();
    if trimmed.len() > LONGEST {
        return CellState::Text;
    }
    // Most cells are blank or a plain number.
    if trimmed.is_empty() {
        return CellState::Blank;
    }
    if trimmed.bytes().all(|byte| byte.is_ascii_digit())
        && let Some(number) = Decimal::parse(trimmed)
    {
        return CellState::Number(number);
    }
    let plain = compact(text);
    if plain.is_empty() {
        return CellState::Blank;
    }
    if MARKS.contains(&plain.as_str()) {
        return CellState::Mark;
    }
    if matches!(plain.as_str(), "零" | "〇") {
        return CellState::Number(Decimal::ZERO);
    }
    number(text, &plain).map_or(CellState::Text, CellState::Number)
}

fn number(text: &str, plain: &str) -> Option<Decimal> {
    let bare = UNITS.iter().filter_map(|unit| plain.strip_suffix(unit)).min_by_key(|rest| rest.len());
    let bare = bare.unwrap_or(plain);
    if is_split(text) {
        return None;
    }
    let digits = without_separators(bare)?;
    Decimal::parse(&digits)
}

/// Whether blanks stand between digits: `1 728` may be one number or two, which is not ours to decide.
fn is_split(text: &str) -> bool {
    let mut words = text.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit()));
    words.next().is_some() && words.next().is_some()
}

/// The digits without thousands separators; `None` if commas stand where no separator can be.
fn without_separators(text: &str) -> Option<String> {
    if !text.contains(',') {
        return Some(text.to_owned());
    }
    let whole = text.split('.').next().unwrap_or(text).trim_start_matches(['-', '+']);
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    let grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
    grouped.then(|| text.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_dress() {
        for (text, value) in [
            ("0", "0"),
            (" 12 ", "12"),
            ("１２", "12"),
            ("10,465", "10465"),
            ("0件", "0"),
            ("+2", "2"),
            ("-11", "-11"),
            ("70487元", "70487"),
            ("18.8710", "18.8710"),
            ("\u{a0}3\u{a0}", "3"),
            ("104.133万元", "104.133"),
            ("零", "0"),
        ] {
            assert_eq!(state(text), CellState::Number(Decimal::parse(value).unwrap_or_default()), "{text}");
        }
    }

    #[test]
    fn marks_blanks_and_the_rest() {
        assert_eq!(state(" \u{3000}\n"), CellState::Blank);
        for mark in ["/", "—", "无", "——", "－"] {
            assert_eq!(state(mark), CellState::Mark, "{mark}");
        }
        for text in ["约5", "1,2", "5*", "1 728", "若干", "1.属于国家秘密", "3/4"] {
            assert_eq!(state(text), CellState::Text, "{text}");
        }
    }
}

use super::{Number, NumberForm, Unit, before, char_at, label, measured, stands};
use crate::text::Decimal;

pub(super) fn chinese_digit(char: char) -> Option<i64> {
    Some(match char {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of a Chinese numeral below one hundred million, and its length. `None` unless it is well formed.
fn chinese_value(chars: &[char], start: usize) -> Option<(Decimal, usize)> {
    let (mut total, mut section, mut digit): (i64, i64, Option<i64>) = (0, 0, None);
    let mut length = 0;
    for &char in chars.iter().skip(start).take(16) {
        if let Some(value) = chinese_digit(char) {
            // Two digits in a row name something (二三, 一二三四) unless the first is the zero of 一百零五.
            if digit.is_some_and(|digit| digit != 0) || (digit == Some(0) && total + section == 0) {
                return None;
            }
            digit = Some(value);
        } else {
            let power = match char {
                '十' | '拾' => 10,
                '百' | '佰' => 100,
                '千' | '仟' => 1000,
                '万' => 10_000,
                _ => break,
            };
            if char == '万' && char_at(chars, start + length + 1) == '元' {
                break;
            }
            if power == 10_000 {
                total = (section + digit.unwrap_or(0)) * power;
                section = 0;
            } else {
                section += digit.or((power == 10 && section == 0).then_some(1))? * power;
            }
            digit = None;
        }
        length += 1;
    }
    let value = total + section + digit.unwrap_or(0);
    (length > 0).then_some((Decimal::new(value, 0)?, length))
}

/// Reads the Chinese numeral that starts at a folded character.
pub(super) fn chinese_at(chars: &[char], start: usize) -> Option<Number> {
    if stands(chars, start, "百分之") {
        let (value, length) = chinese_value(chars, start + 3)?;
        let end = start + 3 + length;
        return Some(Number { value, form: NumberForm::Percent, end, ..label(start..end) });
    }
    let first = char_at(chars, start);
    if chinese_digit(first).is_none() && first != '十' {
        return None;
    }
    let previous = before(chars, start);
    let (value, length) = chinese_value(chars, start)?;
    let end = start + length;
    if previous == '第' {
        return Some(label(start..end));
    }
    let number = measured(chars, start..end, value);
    if number.form != NumberForm::Count || number.unit == Unit::None {
        return None;
    }
    // Only with a unit is it a count; 统一部署, 一件事, 一次性, 一部分, 一条龙 and 一起推进 are none.
    let idiom = length == 1
        && first == '一'
        && (matches!(
            previous,
            '统' | '同' | '每' | '逐' | '任' | '某' | '唯' | '专' | '单' | '首' | '之' | '其'
        ) || [
            "一部署",
            "一部分",
            "一部门",
            "一件事",
            "一次性",
            "一条龙",
            "一条心",
            "一体",
            "一份力",
            "一本账",
            "一类事",
            "一家人",
            "一张网",
            "一个口子",
        ]
        .iter()
        .any(|word| stands(chars, start, word))
            || (stands(chars, start, "一起") && !ends_phrase(char_at(chars, start + 2))));
    (!idiom).then_some(number)
}

/// Whether a character may follow 一起 where it counts (行政诉讼一起) and does not mean "together".
fn ends_phrase(char: char) -> bool {
    matches!(char, '\0' | '，' | '。' | '；' | '、' | '(' | ')' | '行' | '政' | '诉' | '复' | '案' | '申')
}

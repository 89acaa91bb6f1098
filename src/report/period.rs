use super::{Date, Period};
use crate::document::{Document, LineId, Span};
use crate::text::Folded;

/// Finds a stated statistical period in a line: `2023年1月1日至2023年12月31日`, the second year optional.
pub(super) fn find(document: &Document, line: LineId) -> Option<Period> {
    let folded = Folded::compact(document.line(line));
    let chars = folded.chars();
    (0..chars.len()).find_map(|start| {
        let (from, next) = date(chars, start, None)?;
        let next = skip_words(chars, next, &["起"]);
        let next = ["至", "到", "-", "~"].iter().find_map(|word| {
            let after = skip_words(chars, next, &[word]);
            (after > next).then_some(after)
        })?;
        let (to, next) = date(chars, skip_words(chars, next, &["-"]), Some(from.year))?;
        let origin = folded.origin_of_chars(start..next);
        Some(Period { from, to, span: Span::new(line, origin.start, origin.end) })
    })
}

fn skip_words(chars: &[char], at: usize, words: &[&str]) -> usize {
    let matches =
        |word: &str| word.chars().enumerate().all(|(i, c)| chars.get(at + i).is_some_and(|d| *d == c));
    words.iter().find(|word| matches(word)).map_or(at, |word| at + word.chars().count())
}

/// A date from `at` on; the year may be left out if `default` is given. Gives the index behind it.
fn date(chars: &[char], at: usize, default: Option<u16>) -> Option<(Date, usize)> {
    let (first, next) = number(chars, at)?;
    // A digit before would make it the tail of a longer number.
    if at > 0 && chars.get(at - 1).is_some_and(char::is_ascii_digit) {
        return None;
    }
    let (year, month, next) = if is(chars, next, '年') {
        let (month, next) = number(chars, next + 1)?;
        (first, month, next)
    } else {
        (default?, first, next)
    };
    if !is(chars, next, '月') {
        return None;
    }
    let (day, next) = number(chars, next + 1)?;
    let valid = (1990..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let date = Date { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
    (valid && is(chars, next, '日')).then_some((date, next + 1))
}

fn is(chars: &[char], at: usize, c: char) -> bool {
    chars.get(at).is_some_and(|d| *d == c)
}

fn number(chars: &[char], at: usize) -> Option<(u16, usize)> {
    let digits = chars.iter().skip(at).take(4).take_while(|c| c.is_ascii_digit()).count();
    let value =
        chars.iter().skip(at).take(digits).try_fold(0_u16, |sum, c| {
            sum.checked_mul(10)?.checked_add(u16::try_from(c.to_digit(10)?).ok()?)
        })?;
    (digits > 0).then_some((value, at + digits))
}

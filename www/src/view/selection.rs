//! A place of the report in the text of an edit box. The browser counts UTF-16 code units there, and only there.

use jiaohe::wire::Place;
use std::ops::Range;

/// The code units that a place takes up in a text; `None` if its line no longer says what was checked.
pub(crate) fn units(text: &str, place: Place, checked: &[String]) -> Option<Range<u32>> {
    let line = usize::try_from(place.line).ok()?.checked_sub(1)?;
    let here = text.split('\n').nth(line)?;
    if checked.get(line)?.trim_end() != here.trim_end() {
        return None;
    }
    let count = |characters: &mut dyn Iterator<Item = char>| {
        characters.fold(0u32, |sum, c| sum.saturating_add(if c.len_utf16() == 2 { 2 } else { 1 }))
    };
    let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
    let length = usize::try_from(place.length).ok()?;
    // Each line before ends with one unit of its own.
    let before = text.split('\n').take(line).map(|line| count(&mut line.chars()).saturating_add(1));
    let start = before.fold(0u32, u32::saturating_add).saturating_add(count(&mut here.chars().take(column)));
    Some(start..start.saturating_add(count(&mut here.chars().skip(column).take(length))))
}

#[cfg(test)]
mod tests {
    use super::units;
    use jiaohe::wire::Place;

    #[test]
    fn characters_become_the_units_of_the_browser() {
        let checked = ["𠮷县".to_owned(), "受理𠮷申请7件".to_owned()];
        let place = Place { line: 2, column: 6, length: 1 };
        assert_eq!(units("𠮷县\n受理𠮷申请7件", place, &checked), Some(10..11));
        assert_eq!(units("𠮷县\n受理申请7件", place, &checked), None, "the line has changed");
        assert_eq!(units("𠮷县", place, &checked), None, "the line is gone");
    }
}

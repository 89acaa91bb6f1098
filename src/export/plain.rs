//! Text from outside, made harmless for whatever shows it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// One line of text in which every character shows: control characters, which a terminal obeys, line breaks, which would
/// forge a line of output, and direction marks, which let a name read as another, are written as `[U+202E]`. A tab is a
/// blank.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_active) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if char == '\t' {
            plain.push(' ');
        } else if is_active(char) {
            let _ = write!(plain, "[U+{:04X}]", u32::from(char));
        } else {
            plain.push(char);
        }
    }
    Cow::Owned(plain)
}

/// JSON in which what would act is written as `\u202e`: the same JSON, but harmless where it is shown. Outside of strings JSON
/// has no such characters but the line ends that make it readable.
pub fn harmless_json(text: String) -> String {
    let mut harmless = String::new();
    let (mut taken, mut from) = (0, 0);
    while let Some(at) =
        text.as_bytes().get(from..).and_then(|rest| rest.iter().position(|byte| may_act(*byte)))
    {
        let at = from + at;
        let char = text.get(at..).and_then(|rest| rest.chars().next());
        from = at + 1;
        if let Some(char) = char.filter(|char| is_active(*char)) {
            harmless.push_str(text.get(taken..at).unwrap_or_default());
            let _ = write!(harmless, "\\u{:04x}", u32::from(char));
            taken = at + char.len_utf8();
            from = taken;
        }
    }
    // Hardly any text has something to write out.
    if taken == 0 {
        return text;
    }
    harmless.push_str(text.get(taken..).unwrap_or_default());
    harmless
}

/// Whether a byte of JSON may be the first of an active character, or one that is active alone: for most of a text this is all
/// that has to be asked.
fn may_act(byte: u8) -> bool {
    ACTIVE.get(usize::from(byte)) == Some(&true)
}

static ACTIVE: [bool; 256] = {
    let mut active = [false; 256];
    let mut rest = active.as_mut_slice();
    let mut byte = 0_u16;
    while let [first, others @ ..] = rest {
        *first = byte < 0x20 && byte != 0x0A || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2);
        byte += 1;
        rest = others;
    }
    active
};

/// Whether a character acts on what shows it instead of being shown: controls, line breaks, marks of direction.
pub fn is_active(char: char) -> bool {
    // Controls are these two ranges (Unicode category Cc); to ask for them so is a fraction of looking them up.
    matches!(char, '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}')
        || matches!(char, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}')
}

/// Whether a spreadsheet would run a cell that begins so. Full-width signs count: Chinese spreadsheets take them for the
/// others. A plain number such as -3 does nothing.
pub fn acts_in_spreadsheet(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r']) && !is_number(cell)
}

/// Whether a cell is a plain number: digits, perhaps with a sign and a point.
pub fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_written_out_and_the_rest_stays() {
        assert_eq!(plain("年报 2023（终稿）.docx"), "年报 2023（终稿）.docx");
        assert_eq!(plain("a\u{1b}[31m\u{9b}b\u{7f}"), "a[U+001B][31m[U+009B]b[U+007F]");
        assert_eq!(plain("x\u{202e}txt.exe\u{2069}"), "x[U+202E]txt.exe[U+2069]");
        assert_eq!(plain("甲\n乙\t丙\u{2028}"), "甲[U+000A]乙 丙[U+2028]");
        let json = "{\n\"x\": \"\u{202e}乙\u{9b}\"}".to_owned();
        assert_eq!(harmless_json(json), "{\n\"x\": \"\\u202e乙\\u009b\"}");
    }
}

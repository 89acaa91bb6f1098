use super::fold::{is_blank, narrow};

/// What follows, or encloses, the number that a heading, a label or an item begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// （一）
    Brackets,
    /// 一、
    Pause,
    /// 1. (and no decimal, such as 1.5)
    Dot,
    /// 1）
    Bracket,
    /// 1，
    Comma,
    /// 一是
    Is,
    /// 第一条, 第一项
    Article,
}

/// The number that a text begins with, as headings, labels and items do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leading {
    /// What shows that it is such a number.
    pub mark: Mark,
    /// Its numerals are Chinese.
    pub chinese: bool,
    /// How many numerals it has.
    pub length: usize,
}

/// Finds the number that a text begins with. Blanks and forms of characters that differ in width only do not matter.
pub fn leading(text: impl IntoIterator<Item = char>) -> Option<Leading> {
    let mut chars = text.into_iter().filter(|char| !is_blank(*char)).map(narrow).peekable();
    let bracketed = chars.next_if_eq(&'(').is_some();
    let article = !bracketed && chars.next_if_eq(&'第').is_some();
    let (mut length, mut chinese) = (0, false);
    while let Some(numeral) = chars.next_if(|char| {
        char.is_ascii_digit()
            || matches!(char, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
    }) {
        length += 1;
        chinese |= !numeral.is_ascii_digit();
    }
    let mark = match chars.next().filter(|_| length > 0)? {
        '条' | '项' if article => Mark::Article,
        _ if article => return None,
        ')' if bracketed => Mark::Brackets,
        ')' => Mark::Bracket,
        '、' => Mark::Pause,
        '.' if chars.peek().is_none_or(|next| !next.is_ascii_digit()) => Mark::Dot,
        '，' => Mark::Comma,
        '是' => Mark::Is,
        _ => return None,
    };
    Some(Leading { mark, chinese, length })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_headings_labels_and_items() {
        for (text, want) in [
            ("一、总体情况", Some((Mark::Pause, true, 1))),
            ("⼆、主动公开", Some((Mark::Pause, true, 1))),
            (" （ 十二 ）予以公开", Some((Mark::Brackets, true, 2))),
            ("(3)其他", Some((Mark::Brackets, false, 1))),
            ("1. 属于", Some((Mark::Dot, false, 1))),
            ("１．属于", Some((Mark::Dot, false, 1))),
            ("2）其他", Some((Mark::Bracket, false, 1))),
            ("1，其他", Some((Mark::Comma, false, 1))),
            ("一是加强", Some((Mark::Is, true, 1))),
            ("第二十条第（一）项", Some((Mark::Article, true, 2))),
            ("1.5", None),
            ("第一次", None),
            ("2023年", None),
            ("、", None),
            ("", None),
        ] {
            let got = leading(text.chars()).map(|found| (found.mark, found.chinese, found.length));
            assert_eq!(got, want, "{text}");
        }
    }
}

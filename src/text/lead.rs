use super::is_blank;

/// A line without what stands before its words: blanks, the marks of Markdown, bullets. Brackets and quotation marks
/// belong to the words.
pub fn without_lead(line: &str) -> &str {
    line.trim_start_matches(|char| is_blank(char) || is_bullet(char))
}

/// Whether a character is a mark before an item of a list. Word writes its bullets with symbol fonts, whose characters
/// come out in the private use area.
fn is_bullet(char: char) -> bool {
    matches!(char, '#' | '*' | '·' | '•' | '‣' | '⁃' | '∙' | '※' | '\u{FFFD}')
        || matches!(char, '\u{2190}'..='\u{21FF}' | '\u{25A0}'..='\u{25FF}' | '\u{2600}'..='\u{27BF}')
        || matches!(char, '\u{2B00}'..='\u{2BFF}' | '\u{E000}'..='\u{F8FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_before_the_words_goes() {
        for (line, words) in [
            ("## **一、总体情况", "一、总体情况"),
            ("\u{F06C}\t一、总体情况", "一、总体情况"),
            ("\u{200B}■ ◆•一、", "一、"),
            ("\u{202A}（一）公开", "（一）公开"),
            ("“三公”经费", "“三公”经费"),
            ("➢", ""),
        ] {
            assert_eq!(without_lead(line), words);
        }
    }
}

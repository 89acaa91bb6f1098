//! The labels that automatic numbering gives, which writers add as text (`\listtext`, `\pntext`).

use crate::read::numbering::apart;

/// A paragraph with its label. Bullets say nothing; a label that ends in ASCII is kept off the text.
pub(super) fn with(label: &str, text: String) -> String {
    let label = label.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    // The round bullet of Courier New is the letter `o`.
    if label == "o" || !label.chars().any(char::is_alphanumeric) {
        return text;
    }
    apart(label.to_owned(), "tab") + &text
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn bullets_go_and_numbers_stay() {
        for (label, want) in [
            ("一、\t", "一、甲"),
            ("1.\t", "1. 甲"),
            ("（一）", "（一）甲"),
            ("•\t", "甲"),
            ("o\t", "甲"),
            ("□", "甲"),
        ] {
            assert_eq!(with(label, "甲".into()), want);
        }
    }
}

//! Looking for several short words at once.

/// Whether any of some words stands in a text. One pass over the text, however many words there are: a word is only compared
/// where a character stands that one of them begins with, as far as six bits of it tell.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    let begins = first_characters(words);
    text.char_indices().any(|(at, char)| {
        begins & bit(char) != 0
            && text.get(at..).is_some_and(|rest| words.iter().any(|word| rest.starts_with(word)))
    })
}

/// [`has_any`] for characters.
pub fn have_any(chars: &[char], words: &[&str]) -> bool {
    let begins = first_characters(words);
    chars.iter().enumerate().any(|(at, char)| {
        begins & bit(*char) != 0
            && chars.get(at..).is_some_and(|rest| words.iter().any(|word| start_with(rest, word)))
    })
}

/// Whether characters start with a word.
pub fn start_with(chars: &[char], word: &str) -> bool {
    let mut rest = chars.iter();
    word.chars().all(|char| rest.next() == Some(&char))
}

/// Characters without a word that they start with, as often as it comes.
pub fn without_start<'c>(mut chars: &'c [char], word: &str) -> &'c [char] {
    while !word.is_empty() && start_with(chars, word) {
        chars = chars.get(word.chars().count()..).unwrap_or_default();
    }
    chars
}

fn bit(char: char) -> u64 {
    1 << (u32::from(char) & 63)
}

fn first_characters(words: &[&str]) -> u64 {
    words.iter().filter_map(|word| word.chars().next()).fold(0, |set, char| set | bit(char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        for (text, found) in [
            ("依申请公开", true),
            ("公开申请", true),
            ("申请", true),
            ("a申", false),
            ("申申诉", false),
            ("", false),
        ] {
            let chars: Vec<char> = text.chars().collect();
            assert_eq!(has_any(text, &["申请", "请求"]), found, "{text}");
            assert_eq!(have_any(&chars, &["申请", "请求"]), found, "{text}");
        }
        assert!(!has_any("公开", &[]));
    }

    #[test]
    fn a_start_is_taken_away_as_often_as_it_comes() {
        let chars: Vec<char> = "共共计".chars().collect();
        assert_eq!(without_start(&chars, "共"), ['计']);
        assert!(start_with(&chars, "共共") && !start_with(&chars, "共共计数"));
    }
}

/// Reads a number from 1 to 99 that counts items, in Chinese numerals or in digits, at the start of folded characters.
/// Gives its value and how many characters it takes.
pub fn ordinal(chars: &[char]) -> Option<(u8, usize)> {
    let digits = chars.iter().take_while(|char| char.is_ascii_digit()).count();
    if digits > 0 {
        let text: String = chars.iter().take(digits).collect();
        return text.parse().ok().filter(|value| (1..100).contains(value)).map(|value| (value, digits));
    }
    let numeral = |at: usize| -> Option<u8> {
        let char = chars.get(at)?;
        if *char == '两' {
            return Some(2);
        }
        let position = "一二三四五六七八九".chars().position(|numeral| numeral == *char)?;
        u8::try_from(position + 1).ok()
    };
    let ten = |at: usize| chars.get(at) == Some(&'十');
    match (numeral(0), ten(0), ten(1)) {
        (Some(tens), _, true) => Some(numeral(2).map_or((tens * 10, 2), |ones| (tens * 10 + ones, 3))),
        (Some(ones), ..) => Some((ones, 1)),
        (None, true, _) => Some(numeral(1).map_or((10, 1), |ones| (10 + ones, 2))),
        (None, false, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_in_both_writings() {
        for (text, expected) in [
            ("一、", Some((1, 1))),
            ("十是", Some((10, 1))),
            ("十二、", Some((12, 2))),
            ("二十一", Some((21, 3))),
            ("6个", Some((6, 1))),
            ("12.", Some((12, 2))),
            ("两点", Some((2, 1))),
            ("0", None),
            ("100", None),
            ("第一", None),
        ] {
            assert_eq!(ordinal(&text.chars().collect::<Vec<_>>()), expected, "{text}");
        }
    }
}

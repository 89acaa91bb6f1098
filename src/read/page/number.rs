//! Numbers of pages, without the library's exact reading, which weighs more than the rest of a reader.

/// A number, perhaps of the sloppy kinds that viewers take: `--5`, `1.-2`, `.`.
pub(in crate::read) fn number(word: &[u8]) -> Option<f32> {
    let digits = word.strip_prefix(b"+").unwrap_or(word);
    let digits = digits.iter().position(|byte| *byte != b'-').and_then(|at| digits.get(at..))?;
    let negative = word.starts_with(b"-");
    let mut value = 0_f32;
    let mut scale = 0_f32;
    for &byte in digits {
        match byte {
            b'0'..=b'9' if scale == 0.0 => value = value * 10.0 + f32::from(byte - b'0'),
            b'0'..=b'9' => {
                value += f32::from(byte - b'0') * scale;
                scale /= 10.0;
            }
            b'.' if scale == 0.0 => scale = 0.1,
            b'-' => break,
            _ => return None,
        }
    }
    Some(if negative { -value } else { value })
}

/// Numbers between blanks, perhaps with an exponent; what is none counts as 0.
pub(in crate::read) fn numbers(text: &str) -> Vec<f32> {
    let one = |word: &str| {
        let (mantissa, exponent) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
        let scale = 10_f32.powi(exponent.parse::<i32>().unwrap_or(0).clamp(-30, 30));
        number(mantissa.as_bytes()).unwrap_or(0.0) * scale
    };
    text.split([' ', ',', '\t', '\n', '\r']).filter(|word| !word.is_empty()).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_all_kinds() {
        for (word, value) in [("-.5", -0.5), ("+2.", 2.0), ("--3", -3.0), ("1-2", 1.0), ("12.25", 12.25)] {
            assert_eq!(number(word.as_bytes()), Some(value), "{word}");
        }
        assert_eq!(number(b"T*").or(number(b"1e5")).or(number(b"-")), None);
        assert_eq!(numbers("10 2.5E1  -1e-1 x"), [10.0, 25.0, -0.1, 0.0]);
    }
}

//! Numbers of lists and headings as documents write them: 一, ①, iv.

/// A count in one of the formats of `ST_NumberFormat` (ECMA-376-1, 17.18.59) that Chinese documents use.
pub(super) fn format_number(count: u32, format: &str) -> String {
    let nth = |letters: &str| {
        count.checked_sub(1).and_then(|at| letters.chars().nth(at as usize)).map(String::from)
    };
    let special = match format {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{count:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(count, "０１２３４５６７８９")),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => nth("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
        "decimalEnclosedFullstop" => nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
        "ideographEnclosedCircle" => nth("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
        "ideographTraditional" => nth("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => nth("子丑寅卯辰巳午未申酉戌亥"),
        "upperLetter" => nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter" => nth("abcdefghijklmnopqrstuvwxyz"),
        "upperRoman" => Some(roman(count)),
        "lowerRoman" => Some(roman(count).to_lowercase()),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Some(digits(count, "〇一二三四五六七八九"))
        }
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanDigital2" => counting(count, "零一二三四五六七八九", "十百千"),
        "chineseLegalSimplified" | "ideographLegalTraditional" => {
            counting(count, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
        }
        _ => None,
    };
    special.unwrap_or_else(|| count.to_string())
}

fn digits(count: u32, names: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| names.chars().nth(digit as usize));
    count.to_string().chars().filter_map(digit).collect()
}

/// 1 to 9999 in words: 十, 十一, 二十, 一百零一.
fn counting(count: u32, names: &str, units: &str) -> Option<String> {
    if !(1..=9999).contains(&count) {
        return None;
    }
    let mut words = String::new();
    let mut gap = false;
    for (place, power) in [1000, 100, 10, 1].into_iter().enumerate() {
        let digit = count / power % 10;
        if digit == 0 {
            gap = !words.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            words.extend(names.chars().next());
        }
        if !(power == 10 && digit == 1 && words.is_empty() && units.starts_with('十')) {
            words.extend(names.chars().nth(digit as usize));
        }
        words.extend(3_usize.checked_sub(place + 1).and_then(|unit| units.chars().nth(unit)));
    }
    Some(words)
}

fn roman(count: u32) -> String {
    const LETTERS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count.min(3999);
    let mut out = String::new();
    for (value, letters) in LETTERS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_format() {
        let cases = [
            (10, "chineseCounting", "十"),
            (11, "chineseCountingThousand", "十一"),
            (20, "chineseCounting", "二十"),
            (101, "chineseCountingThousand", "一百零一"),
            (110, "chineseCounting", "一百一十"),
            (10, "ideographDigital", "一〇"),
            (3, "chineseLegalSimplified", "叁"),
            (10, "chineseLegalSimplified", "壹拾"),
            (3, "decimalEnclosedCircle", "③"),
            (21, "decimalEnclosedCircle", "21"),
            (4, "lowerRoman", "iv"),
            (2, "upperLetter", "B"),
            (5, "decimalZero", "05"),
            (12, "decimalFullWidth", "１２"),
            (7, "unheard-of", "7"),
            (0, "chineseCounting", "0"),
            (2, "ideographTraditional", "乙"),
        ];
        for (count, format, want) in cases {
            assert_eq!(format_number(count, format), want, "{count} {format}");
        }
    }
}

//! What a number format shows of a value.

use super::date::Moment;
use super::format::{Format, Section, Token};
use super::number::Number;
use std::cmp::Ordering;

impl Format {
    /// What is shown of a number; `since_1904` says which day dates count from.
    pub(in crate::read) fn number(&self, number: Number, since_1904: bool) -> String {
        let Some((at, section)) = self.pick(number) else { return number.general() };
        let has = |wanted: &dyn Fn(&Token) -> bool| section.tokens.iter().any(wanted);
        let is_date = has(&|token| matches!(token, Token::Date(..) | Token::Elapsed(_)));
        let shown = if is_date {
            Moment::of(number, since_1904).map(|moment| section.moment(moment))
        } else if has(&|token| *token == Token::Special) {
            None
        } else {
            // The second section is for negative numbers and says itself how they are marked.
            let is_marked = at == 1 && section.condition.is_none();
            Some(section.number(number, number.negative && !is_marked))
        };
        // Padding only aligns.
        shown.map_or_else(|| number.general(), |shown| shown.trim().to_owned())
    }

    /// What is shown of a text: the fourth section is for it, or any that names it.
    pub(in crate::read) fn text(&self, text: &str) -> String {
        let for_text = |section: &&Section| section.tokens.contains(&Token::Itself);
        let section = self.sections.get(3).or_else(|| self.sections.last().filter(for_text));
        let Some(section) = section else { return text.to_owned() };
        let mut shown = String::new();
        for token in &section.tokens {
            match token {
                Token::Itself | Token::General => shown.push_str(text),
                Token::Text(c) => shown.push(*c),
                _ => {}
            }
        }
        shown
    }

    /// The section for a number, and which it is.
    fn pick(&self, number: Number) -> Option<(usize, &Section)> {
        let numeric = self.sections.get(..self.sections.len().min(3))?;
        if numeric.iter().any(|section| section.condition.is_some()) {
            let holds = |section: &Section| {
                section.condition.is_some_and(|condition| match number.compare(condition.than) {
                    Ordering::Less => condition.less,
                    Ordering::Equal => condition.equal,
                    Ordering::Greater => condition.greater,
                })
            };
            let found = numeric.iter().position(holds);
            let at = found.or_else(|| numeric.iter().rposition(|section| section.condition.is_none()))?;
            return Some((at, numeric.get(at)?));
        }
        let at = match numeric.len() {
            2 | 3 if number.negative => 1,
            3 if number.digits == 0 => 2,
            _ => 0,
        };
        Some((at, numeric.get(at)?))
    }
}

impl Section {
    fn number(&self, number: Number, signed: bool) -> String {
        let tokens = &self.tokens;
        if tokens.iter().any(|token| matches!(token, Token::General | Token::Itself)) {
            let mut shown = String::from(if signed { "-" } else { "" });
            for token in tokens {
                match token {
                    Token::General | Token::Itself => {
                        shown.push_str(number.general().trim_start_matches('-'));
                    }
                    Token::Text(c) => shown.push(*c),
                    _ => {}
                }
            }
            return shown;
        }
        let is_digit = |token: &Token| matches!(token, Token::Digit(_));
        let Some(last) = tokens.iter().rposition(is_digit) else {
            return tokens.iter().filter_map(literal).collect();
        };
        let first = tokens.iter().position(is_digit).unwrap_or(last);
        let commas =
            |from: usize| tokens.iter().skip(from).take_while(|&token| *token == Token::Comma).count();
        // A comma between digits groups thousands; right behind the last digit before the point it divides by them.
        let point = tokens.iter().position(|token| *token == Token::Point).unwrap_or(tokens.len());
        let end = tokens.iter().take(point).rposition(is_digit).map_or(point, |at| at + 1);
        let thousands = commas(end.max(first)) + if point < last { commas(last + 1) } else { 0 };
        let grouped = tokens.iter().take(end).skip(first).any(|token| *token == Token::Comma);
        let percents = tokens.iter().filter(|&token| *token == Token::Percent).count();
        let shift = i32::try_from(percents * 2).unwrap_or(0) - i32::try_from(thousands * 3).unwrap_or(0);
        let scaled = Number { exponent: number.exponent.saturating_add(shift), ..number };
        let places = tokens.iter().skip(point).filter(|token| is_digit(token)).count();
        let (whole, fraction) = scaled.fixed(u32::try_from(places).unwrap_or(0));
        let is_zero = whole.is_empty() && fraction.bytes().all(|digit| digit == b'0');
        let mut shown = String::from(if signed && !is_zero { "-" } else { "" });
        let before = tokens.get(..point).unwrap_or(tokens);
        shown.push_str(&place_whole(before, &whole, grouped));
        shown.push_str(&place_fraction(tokens.get(point..).unwrap_or(&[]), &fraction));
        shown
    }
}

/// What a token shows in any section.
pub(super) fn literal(token: &Token) -> Option<char> {
    match token {
        Token::Text(c) => Some(*c),
        Token::Percent => Some('%'),
        _ => None,
    }
}

/// The digits before the point in their places, from the right; literals may stand between them.
fn place_whole(tokens: &[Token], whole: &str, grouped: bool) -> String {
    let mut left = whole.chars().rev().peekable();
    let mut reversed: Vec<char> = Vec::new();
    let mut count = 0;
    let mut put = |c: char, reversed: &mut Vec<char>| {
        if grouped && count > 0 && count % 3 == 0 {
            reversed.push(',');
        }
        count += 1;
        reversed.push(c);
    };
    let first = tokens.iter().position(|token| matches!(token, Token::Digit(_)));
    if first.is_none() {
        reversed.extend(left.by_ref());
    }
    for (at, token) in tokens.iter().enumerate().rev() {
        match token {
            Token::Digit(kind) => {
                match (left.next(), kind) {
                    (Some(digit), _) => put(digit, &mut reversed),
                    (None, '0') => put('0', &mut reversed),
                    (None, _) => {}
                }
                if Some(at) == first {
                    left.by_ref().for_each(|digit| put(digit, &mut reversed));
                }
            }
            _ => reversed.extend(literal(token)),
        }
    }
    reversed.into_iter().rev().collect()
}

/// The point and the digits behind it; `#` leaves out zeros at the end.
fn place_fraction(tokens: &[Token], fraction: &str) -> String {
    let mut shown = String::new();
    let mut digits = fraction.chars();
    for token in tokens {
        match token {
            Token::Point => shown.push('.'),
            Token::Digit(kind) => {
                let is_rest = digits.as_str().bytes().all(|digit| digit == b'0');
                let digit = digits.next().unwrap_or('0');
                if *kind == '0' || !is_rest {
                    shown.push(digit);
                }
            }
            _ => shown.extend(literal(token)),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(value: &str, code: &str) -> Option<String> {
        Number::parse(value).map(|number| Format::parse(code).number(number, false))
    }

    #[test]
    fn numbers_in_every_format() {
        for (value, code, want) in [
            ("18.870999999999999", "General", "18.871"),
            ("10465", "#,##0", "10,465"),
            ("1234567.891", "#,##0.00", "1,234,567.89"),
            ("0", "#,##0;-#,##0;\"-\"", "-"),
            ("0", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "-"),
            ("-5", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "-5"),
            ("0", "0;-0;;@", ""),
            ("0", "[=0]\"无\";General", "无"),
            ("7", "[=0]\"无\";General", "7"),
            ("12", "[>=10]0\"件以上\";0\"件\"", "12件以上"),
            ("3", "[>=10]0\"件以上\";0\"件\"", "3件"),
            ("0.1234", "0.00%", "12.34%"),
            ("0.125", "0%", "13%"),
            ("2.5", "0", "3"),
            ("-2.5", "0.0", "-2.5"),
            ("-0.04", "0.0", "0.0"),
            ("-7", "0;[Red](0)", "(7)"),
            ("5", "000", "005"),
            ("5", "#", "5"),
            ("0", "#", ""),
            ("0.5", "#.##", ".5"),
            ("3", "0.##", "3."),
            ("123456", "0!.0,", "12.3"),
            ("1234567", "0.0,,", "1.2"),
            ("72", "0\"件\"", "72件"),
            ("1234.5", "[$￥-804]#,##0.00", "￥1,234.50"),
            ("0.5", "# ?/?", "0.5"),
            ("1234", "0.00E+00", "1234"),
            ("12", "@", "12"),
            ("-12", "G/通用格式\"人\"", "-12人"),
            ("1e300", "0", ""),
        ] {
            let got = show(value, code);
            if want.is_empty() && value == "1e300" {
                assert!(got.is_some_and(|text| text.len() > 300));
            } else {
                assert_eq!(got.as_deref(), Some(want), "{value} {code}");
            }
        }
    }

    #[test]
    fn dates_and_times() {
        for (value, code, want) in [
            ("44927", "yyyy\"年\"m\"月\"d\"日\";@", "2023年1月1日"),
            ("44927", "yyyy.mm.dd", "2023.01.01"),
            ("44927.5", "[$-804]yyyy/m/d h:mm", "2023/1/1 12:00"),
            ("44927", "d-mmm-yy", "1-Jan-23"),
            ("44927", "aaaa", "星期日"),
            ("0.7506", "上午/下午h\"时\"mm\"分\"", "下午6时00分"),
            ("1.5", "[h]:mm:ss", "36:00:00"),
            ("0.5", "h:mm AM/PM", "12:00 PM"),
            ("-3", "yyyy/m/d", "-3"),
        ] {
            assert_eq!(show(value, code).as_deref(), Some(want), "{value} {code}");
        }
    }

    #[test]
    fn texts_in_formats() {
        assert_eq!(Format::parse("@\"元\"").text("3"), "3元");
        assert_eq!(Format::parse("0;-0;;@").text("无"), "无");
        assert_eq!(Format::parse(";;;").text("藏"), "");
        assert_eq!(Format::parse("#,##0").text("7件"), "7件");
        assert_eq!(Format::built_in(3).number(Number::new(false, 1000, 0), false), "1,000");
        assert_eq!(Format::built_in(0).number(Number::new(false, 1000, 0), false), "1000");
    }
}

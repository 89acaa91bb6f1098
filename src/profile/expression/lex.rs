//! An expression → its words, each with its place in characters.

use super::{Fault, Order, Sign};
use crate::text::Decimal;

/// A word of an expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    Number(Decimal),
    /// A cell, or the name of a text.
    Name(String),
    Text(String),
    Sign(Sign),
    Order(Order),
    Contains,
    And,
    Or,
    Not,
    Open,
    Close,
}

/// A word and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) word: Word,
    pub(super) start: usize,
    pub(super) length: usize,
}

pub(super) fn lex(text: &str) -> Result<Vec<Token>, Fault> {
    let chars: Vec<char> = text.chars().map(half_width).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        if char.is_whitespace() {
            at += 1;
            continue;
        }
        let next = chars.get(at + 1).copied();
        let (word, length) = match (char, next) {
            ('(', _) => (Word::Open, 1),
            (')', _) => (Word::Close, 1),
            ('+', _) => (Word::Sign(Sign::Plus), 1),
            ('-', _) => (Word::Sign(Sign::Minus), 1),
            ('*' | '×', _) => (Word::Sign(Sign::Times), 1),
            ('=', Some('=')) => (Word::Order(Order::Equal), 2),
            ('=', _) => (Word::Order(Order::Equal), 1),
            ('!', Some('=')) | ('<', Some('>')) => (Word::Order(Order::Unequal), 2),
            ('<', Some('=')) => (Word::Order(Order::AtMost), 2),
            ('>', Some('=')) => (Word::Order(Order::AtLeast), 2),
            ('<', _) => (Word::Order(Order::Less), 1),
            ('>', _) => (Word::Order(Order::More), 1),
            ('≠', _) => (Word::Order(Order::Unequal), 1),
            ('≤' | '≦', _) => (Word::Order(Order::AtMost), 1),
            ('≥' | '≧', _) => (Word::Order(Order::AtLeast), 1),
            ('含', _) => (Word::Contains, 1),
            ('且', _) => (Word::And, 1),
            ('或', _) => (Word::Or, 1),
            ('非', _) => (Word::Not, 1),
            ('"', _) => quoted(text, &chars, at)?,
            _ if char.is_ascii_digit() => number(&chars, at)?,
            _ if char.is_ascii_alphabetic() => name(&chars, at),
            _ => {
                let message = format!("不认识“{char}”。短语要写在引号里，如 contains \"信息处理费\"");
                return Err(Fault { start: at, length: 1, message });
            }
        };
        tokens.push(Token { word, start: at, length });
        at += length;
    }
    Ok(tokens)
}

/// The sign of a Chinese keyboard as the other one.
fn half_width(char: char) -> char {
    match char {
        '“' | '”' | '「' | '」' | '＂' => '"',
        '−' | '–' | '—' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        other => other,
    }
}

fn quoted(text: &str, chars: &[char], at: usize) -> Result<(Word, usize), Fault> {
    let inside = chars.iter().skip(at + 1).take_while(|char| **char != '"').count();
    if chars.get(at + 1 + inside).is_none() {
        return Err(Fault { start: at, length: 1 + inside, message: "引号没有结束".into() });
    }
    if inside == 0 {
        return Err(Fault { start: at, length: 2, message: "引号里没有短语".into() });
    }
    Ok((Word::Text(text.chars().skip(at + 1).take(inside).collect()), inside + 2))
}

fn number(chars: &[char], at: usize) -> Result<(Word, usize), Fault> {
    let digits: String =
        chars.iter().skip(at).take_while(|char| char.is_ascii_digit() || **char == '.').collect();
    let length = digits.chars().count();
    match Decimal::parse(&digits) {
        Some(value) => Ok((Word::Number(value), length)),
        None => Err(Fault { start: at, length, message: format!("“{digits}”不是数字") }),
    }
}

fn name(chars: &[char], at: usize) -> (Word, usize) {
    let is_part = |char: &&char| char.is_ascii_alphanumeric() || ['.', '_'].contains(*char);
    let name: String = chars.iter().skip(at).take_while(is_part).collect();
    let length = name.chars().count();
    let word = match name.as_str() {
        "contains" => Word::Contains,
        "and" => Word::And,
        "or" => Word::Or,
        "not" => Word::Not,
        _ => Word::Name(name),
    };
    (word, length)
}

use super::lexicon::{Lexicon, Time, Word};
use crate::text::{Number, NumberForm, Unit, may_begin_number, number_at};
use std::ops::Range;

/// A piece of prose with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Its folded characters in the passage.
    pub(super) at: Range<usize>,
}

/// Kinds of token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of the vocabulary.
    Word(Word),
    /// A number that may count something.
    Number(Number),
    /// Where a part of a sentence ends.
    Stop(Stop),
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// The title of a document in 《》, a date, a label: no number, no doubt either.
    Name,
    /// A character outside the vocabulary.
    Unknown,
}

/// How strongly a mark parts two pieces of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stop {
    /// Nothing parts them.
    None,
    /// 、
    Item,
    /// ，
    Comma,
    /// ：
    Colon,
    /// ；
    Clause,
    /// 。
    Sentence,
}

/// Longest title in 《》 that is skipped as one name.
const LONGEST_TITLE: usize = 120;

/// Cuts folded prose into tokens, in one pass.
pub(super) fn tokens(chars: &[char], lexicon: &Lexicon, year: Option<u16>) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(chars.len() / 2);
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let (kind, length) = token_at(chars, at, char, lexicon, year);
        let end = (at + length.max(1)).min(chars.len());
        let kind = if is_since_the_year(&kind, chars.get(at..end), tokens.last()) {
            Kind::Word(Word::Filler)
        } else {
            kind
        };
        let (kind, end) = match item_mark(chars, at, &kind) {
            Some(end) => (Kind::Name, end),
            None => (kind, end),
        };
        let counted = matches!(kind, Kind::Number(_));
        tokens.push(Token { kind, at: at..end });
        at = end;
        if counted && names_whole(chars, at) {
            tokens.push(Token { kind: Kind::Stop(Stop::Comma), at: at..at + 1 });
            at += 1;
        }
    }
    tokens
}

/// Where the mark of an item ends: 其中1.机构类2条；2.文件类3条.
fn item_mark(chars: &[char], at: usize, kind: &Kind) -> Option<usize> {
    let Kind::Number(number) = kind else { return None };
    let end = number.digits.end;
    let word = chars.get(end + 1).is_some_and(|next| matches!(next, '\u{4E00}'..='\u{9FFF}'));
    let short = end <= at + LONGEST_MARK && number.unit == Unit::None;
    let begins = at
        .checked_sub(1)
        .and_then(|before| chars.get(before))
        .is_none_or(|before| "。；：，(中".contains(*before));
    (short && word && begins && chars.get(end) == Some(&'.')).then_some(end + 1)
}

/// Digits of the mark of an item.
const LONGEST_MARK: usize = 2;

/// 2023年以来, in the report on 2023: that year.
fn is_since_the_year(kind: &Kind, text: Option<&[char]>, before: Option<&Token>) -> bool {
    let since = matches!(kind, Kind::Word(Word::Time(Time::Cumulative))) && text == Some(&['以', '来']);
    since && before.is_some_and(|token| matches!(token.kind, Kind::Word(Word::Time(Time::This))))
}

/// 18件中同意公开8件: the number before 中 is the whole that the next is of, as it is in 18件中，.
fn names_whole(chars: &[char], at: usize) -> bool {
    chars.get(at) == Some(&'中')
        && chars.get(at + 1).is_some_and(|next| {
            !matches!(next, '，' | ',' | '心' | '央' | '国' | '小' | '等' | '高' | '期' | '旬')
        })
}

fn token_at(chars: &[char], at: usize, char: char, lexicon: &Lexicon, year: Option<u16>) -> (Kind, usize) {
    let stop = |stop| (Kind::Stop(stop), 1);
    match char {
        '。' | '！' | '？' => return stop(Stop::Sentence),
        '；' => return stop(Stop::Clause),
        '：' => return stop(Stop::Colon),
        '，' | ',' => return stop(Stop::Comma),
        // In half-width writing a full stop follows a character; 一. is the number of a heading.
        '.' if at > 1 && chars.get(at - 1).is_some_and(|c| !c.is_ascii()) => return stop(Stop::Sentence),
        '、' => return stop(Stop::Item),
        '(' => return (Kind::Open, 1),
        ')' => return (Kind::Close, 1),
        '《' => {
            let inside = chars.iter().skip(at).take(LONGEST_TITLE);
            let length = inside.clone().position(|&char| char == '》').map_or(1, |end| end + 1);
            // A title inside a title ends twice.
            let nested = inside.take(length).filter(|&&char| char == '《').count() > 1;
            let more = chars.iter().skip(at + length).take(LONGEST_TITLE);
            let more =
                if nested { more.clone().position(|&c| c == '》').map_or(0, |end| end + 1) } else { 0 };
            return (Kind::Name, length + more);
        }
        _ => {}
    }
    let word = lexicon.longest(chars, at);
    // A word outdoes a numeral of equal start: 三类内部事务 counts nothing. 12345 with a unit is a count after all.
    if let Some((word, length)) = word.filter(|&(_, length)| length > 1 && !char.is_ascii_digit()) {
        return (Kind::Word(word), length);
    }
    if may_begin_number(char)
        && let Some(number) = number_at(chars, at)
    {
        if let Some((word, length)) = word
            && char.is_ascii_alphanumeric()
            && number.unit == Unit::None
            && at + length >= number.digits.end
        {
            return (Kind::Word(word), length);
        }
        return number_token(chars, at, number, year);
    }
    match word {
        Some((word, length)) => (Kind::Word(word), length),
        None if matches!(char, '\u{4E00}'..='\u{9FFF}') || char.is_alphanumeric() => (Kind::Unknown, 1),
        None => (Kind::Name, 1),
    }
}

fn number_token(chars: &[char], at: usize, number: Number, year: Option<u16>) -> (Kind, usize) {
    let length = number.end - at;
    let kind = match number.form {
        // 2024本局共受理…: the year of the report, or the one before, with its 年 left out.
        NumberForm::Count if is_bare_year(chars, at, &number, year) => {
            Kind::Word(Word::Time(relative(&number, year)))
        }
        NumberForm::Count | NumberForm::Percent | NumberForm::Range => Kind::Number(number),
        NumberForm::Year => Kind::Word(Word::Time(relative(&number, year))),
        NumberForm::Label => {
            let last = number.end.checked_sub(1).and_then(|last| chars.get(last));
            let next = chars.get(number.end).copied().unwrap_or(' ');
            let month = last == Some(&'月') && !next.is_ascii_digit();
            if month && !december(chars, &number) { Kind::Word(Word::Time(Time::Part)) } else { Kind::Name }
        }
    };
    (kind, length)
}

/// Whether a number at the start of a sentence that counts in no unit and goes on with a word is a year.
fn is_bare_year(chars: &[char], at: usize, number: &Number, year: Option<u16>) -> bool {
    let starts =
        at == 0 || chars.get(at - 1).is_some_and(|char| matches!(char, '。' | '；' | ')' | ' ' | '：'));
    let near = year.is_some_and(|year| {
        [year, year.saturating_sub(1)].iter().any(|year| number.value == u32::from(*year).into())
    });
    let word = chars.get(number.end).is_some_and(|char| matches!(char, '\u{4E00}'..='\u{9FFF}'));
    starts && near && word && number.unit == Unit::None && !number.approximate
}

/// 12月, which closes a year (截至12月底, 1—12月).
fn december(chars: &[char], number: &Number) -> bool {
    chars.get(number.digits.clone()).is_some_and(|digits| digits == ['1', '2'])
}

fn relative(number: &Number, year: Option<u16>) -> Time {
    let Some(year) = year else { return Time::This };
    let named = |year: u16| number.value == u32::from(year).into();
    if named(year) {
        Time::This
    } else if named(year.saturating_sub(1)) {
        Time::Previous
    } else if named(year.saturating_add(1)) {
        Time::Next
    } else {
        Time::Elsewhen
    }
}

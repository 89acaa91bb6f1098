use super::lex::{Kind, Stop, Token};
use super::lexicon::{Time, Word};
use crate::text::Number;
use std::ops::Range;

/// One number with the words that belong to it, or a stretch of words without a number.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase<'t> {
    /// The words before the number; all words if there is none.
    pub(super) before: Vec<&'t Token>,
    /// The number.
    pub(super) number: Option<(&'t Number, Range<usize>)>,
    /// The words after it that say what it is.
    pub(super) after: Vec<&'t Token>,
    /// Whether the number itself is followed by a noun outside the vocabulary, which is then what it counts.
    pub(super) counts_unknown: bool,
    /// What parts it from the phrase before.
    pub(super) stop: Option<Stop>,
    /// How many brackets it stands in.
    pub(super) depth: usize,
    /// Whether it is a part of what stands before: in brackets, or after 其中.
    pub(super) part: bool,
    /// Whether it stands after 占.
    pub(super) share: bool,
    /// The times named right before the bracket it stands in.
    pub(super) outer: Vec<Time>,
}

impl Phrase<'_> {
    /// Its folded characters, from the first word to the last.
    pub(super) fn range(&self) -> Range<usize> {
        let number = self.number.as_ref().map(|(number, at)| at.start..number.end.max(at.end));
        let all = self.before.iter().chain(&self.after).map(|token| token.at.clone()).chain(number);
        all.reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).unwrap_or(0..0)
    }

    /// The words of the phrase, those behind the number included.
    pub(super) fn words(&self) -> impl Iterator<Item = Word> {
        self.before.iter().chain(&self.after).filter_map(|token| token.word())
    }

    /// Where the words stand that say what the number is.
    pub(super) fn evidence(&self) -> Vec<Range<usize>> {
        let says = |token: &&&Token| {
            is_key(token) || matches!(token.word(), Some(Word::Scope(_) | Word::Time(_) | Word::All))
        };
        self.before.iter().chain(&self.after).filter(says).map(|token| token.at.clone()).collect()
    }

    /// Whether its noun stands behind the number: 3件为…信息.
    pub(super) fn follows(&self) -> bool {
        !self.before.iter().any(|token| is_noun(token)) && self.after.iter().any(|token| is_noun(token))
    }

    /// Whether characters outside the vocabulary stand in the phrase, which inherits what it counts.
    pub(super) fn strange(&self) -> bool {
        let unknown = |tokens: &[&Token]| tokens.iter().any(|token| token.kind == Kind::Unknown);
        unknown(&self.before) || (unknown(&self.after) && !self.before.iter().any(|t| is_key(t)))
    }

    /// Whether something outside the vocabulary stands between verb, noun and number and so may narrow the noun:
    /// 收到征地类申请5件. The characters of `names`, of bodies that are doubted already, do not count.
    pub(super) fn narrowed(&self, names: [&str; 2], chars: &[char]) -> bool {
        let noun = self.before.iter().rposition(|token| is_noun(token)).unwrap_or(self.before.len());
        let act = |token: &&Token| matches!(token.word(), Some(Word::Act(_)));
        let verb = self.before.iter().take(noun).rposition(act);
        let first = verb.or_else(|| self.before.iter().position(|token| is_key(token)));
        let rest = self.before.iter().skip(first.unwrap_or(0));
        let of_body = |char: char| names.iter().any(|body| body.contains(char));
        let foreign = |token: &Token| chars.get(token.at.start).is_none_or(|char| !of_body(*char));
        rest.clone().any(|token| token.kind == Kind::Unknown && foreign(token))
    }

    /// Whether an item such as 二是 opens the phrase, which then starts a new matter.
    pub(super) fn enumerates(&self, chars: &[char]) -> bool {
        let range = self.range();
        if range.is_empty() {
            return false;
        }
        match chars.get(range.start..).unwrap_or_default() {
            [numeral, '是', ..] => {
                matches!(numeral, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
            }
            [digit, '.', ..] => digit.is_ascii_digit(),
            _ => false,
        }
    }
}

impl Token {
    /// The word, if it is one.
    pub(super) fn word(&self) -> Option<Word> {
        match self.kind {
            Kind::Word(word) => Some(word),
            Kind::Stop(Stop::Item) => Some(Word::Join),
            _ => None,
        }
    }
}

/// Whether a word says what a number is.
fn is_key(token: &Token) -> bool {
    matches!(
        token.word(),
        Some(
            Word::Noun(_)
                | Word::Act(_)
                | Word::Result(_)
                | Word::Outcome(_)
                | Word::Who(_)
                | Word::Channel
                | Word::Absent
        )
    )
}

fn is_noun(token: &Token) -> bool {
    matches!(token.word(), Some(Word::Noun(_)))
}

/// Stretch of a sentence between two marks.
#[derive(Debug, Clone, Default)]
struct Segment<'t> {
    tokens: Vec<&'t Token>,
    stop: Option<Stop>,
    part: bool,
    share: bool,
    outer: Vec<Time>,
    has_number: bool,
    /// The times that its tokens name, each once.
    times: Vec<Time>,
}

impl<'t> Segment<'t> {
    /// Whether it denies something and counts nothing.
    fn denies(&self) -> bool {
        let denial = |token: &&&Token| token.word() == Some(Word::Neg);
        // What is denied stands behind: 未收到也未受理申请 denies one thing.
        let at = self.tokens.iter().position(|token| denial(&token));
        !self.has_number && at.is_some_and(|at| self.tokens.iter().skip(at).any(|token| is_noun(token)))
    }

    fn push(&mut self, token: &'t Token) {
        self.has_number |= matches!(token.kind, Kind::Number(_));
        if let Some(Word::Time(time)) = token.word()
            && !self.times.contains(&time)
        {
            self.times.push(time);
        }
        if self.tokens.capacity() == 0 {
            self.tokens.reserve(USUAL);
        }
        self.tokens.push(token);
    }
}

/// So many words a segment has as a rule.
const USUAL: usize = 16;

/// Brackets deeper than this are read through.
const DEEPEST: usize = 6;

/// Cuts tokens into phrases, brackets as phrases of their own between those around them.
pub(super) fn phrases(tokens: &[Token]) -> Vec<Phrase<'_>> {
    let mut phrases = Vec::new();
    let mut current = Segment { stop: Some(Stop::Sentence), ..Segment::default() };
    let mut outside: Vec<Segment<'_>> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let depth = outside.len();
        let before_number = || matches!(tokens.get(index + 1).map(|next| &next.kind), Some(Kind::Number(_)));
        match token.kind {
            // 其余16件为无法提供11件、不予处理5件: what follows 为 has numbers of its own, as behind a colon.
            Kind::Word(Word::Copula) if is_base(tokens, index) => {
                let outer = if depth > 0 { current.outer.clone() } else { Vec::new() };
                split(std::mem::take(&mut current), depth, &mut phrases);
                current = Segment { stop: Some(Stop::Colon), part: true, outer, ..Segment::default() };
            }
            // 行政复议、行政诉讼情况：0件 is one phrase.
            Kind::Stop(Stop::Colon)
                if !current.has_number && !current.tokens.is_empty() && before_number() => {}
            Kind::Stop(Stop::Item) if !current.has_number => current.push(token),
            // 未接到申请且未发生复议: two denials.
            Kind::Word(Word::Join)
                if current.denies() && tokens.get(index + 1).and_then(Token::word) == Some(Word::Neg) =>
            {
                let (part, share, outer) = (current.part, current.share, current.outer.clone());
                split(std::mem::take(&mut current), depth, &mut phrases);
                current = Segment { stop: Some(Stop::Comma), part, share, outer, ..Segment::default() };
            }
            Kind::Stop(stop) => {
                // A list after 其中 goes on over 、 and ，.
                // 答复22件：公开3件、… is such a list too.
                let announced = stop == Stop::Colon && current.has_number && depth == 0;
                let part = announced || (current.part && stop <= Stop::Colon);
                let outer = if depth > 0 { current.outer.clone() } else { Vec::new() };
                split(std::mem::take(&mut current), depth, &mut phrases);
                current = Segment { stop: Some(stop), part, outer, ..Segment::default() };
            }
            Kind::Open if depth < DEEPEST => {
                let outer = current.times.clone();
                // What stands before a bracket goes on behind it, unless its number is complete.
                if current.has_number {
                    let part = current.part;
                    split(std::mem::take(&mut current), depth, &mut phrases);
                    current.part = part;
                }
                outside.push(std::mem::take(&mut current));
                current = Segment { part: true, outer, ..Segment::default() };
            }
            Kind::Close => {
                if let Some(outer) = outside.pop() {
                    split(std::mem::replace(&mut current, outer), depth, &mut phrases);
                }
            }
            Kind::Word(word @ (Word::Part | Word::Beside | Word::Remainder | Word::Share)) => {
                let (stop, outer) = (Some(Stop::None), current.outer.clone());
                let mut carried = current.stop;
                if !current.tokens.is_empty() {
                    carried = stop;
                    split(std::mem::take(&mut current), depth, &mut phrases);
                }
                let remains = word == Word::Remainder && current.part;
                let (part, share) = (word == Word::Part || remains, word == Word::Share);
                current =
                    Segment { stop: carried, part: part || depth > 0, share, outer, ..Segment::default() };
            }
            _ => current.push(token),
        }
    }
    while let Some(outer) = outside.pop() {
        split(std::mem::replace(&mut current, outer), outside.len() + 1, &mut phrases);
    }
    split(current, 0, &mut phrases);
    phrases
}

/// Whether a number stands right before the word at `index`, and behind it a result that has a number of its own.
fn is_base(tokens: &[Token], index: usize) -> bool {
    let number = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| matches!(token.kind, Kind::Number(_)))
    };
    let told = tokens.get(index + 1).and_then(Token::word);
    number(index.checked_sub(1))
        && matches!(told, Some(Word::Result(_) | Word::Outcome(_)))
        && number(Some(index + 2))
}

/// Splits a segment into one phrase per number.
fn split<'t>(segment: Segment<'t>, depth: usize, phrases: &mut Vec<Phrase<'t>>) {
    let Segment { tokens, mut stop, part, share, outer, has_number, .. } = segment;
    if !has_number {
        if !tokens.is_empty() || stop >= Some(Stop::Clause) {
            let stop = stop.or(Some(Stop::None));
            phrases.push(Phrase { before: tokens, stop, depth, part, share, outer, ..Phrase::default() });
        }
        return;
    }
    let mut open = Phrase { depth, part, share, outer: outer.clone(), ..Phrase::default() };
    let fresh = || Phrase { depth, part, share, outer: outer.clone(), ..Phrase::default() };
    // Whether words stand before their numbers (不予公开4件) or behind them (4件不予公开).
    let mut leads: Option<bool> = None;
    let mut queue = tokens.into_iter().peekable();
    while let Some(token) = queue.next() {
        let Kind::Number(number) = &token.kind else {
            if open.number.is_some() {
                open.after.push(token);
            } else {
                open.before.push(token);
            }
            continue;
        };
        let leading = *leads.get_or_insert_with(|| open.before.iter().any(|token| is_key(token)));
        if open.number.is_some() {
            let rest = settle(&mut open, leading, true);
            open.stop = stop.take().or(Some(Stop::None));
            phrases.push(std::mem::replace(&mut open, fresh()));
            open.before = rest;
        }
        open.number = Some((number, number.digits.clone()));
        open.counts_unknown = queue.peek().is_some_and(|next| next.kind == Kind::Unknown);
    }
    let rest = if open.number.is_some() { settle(&mut open, leads == Some(true), false) } else { Vec::new() };
    if open.number.is_some() || !open.before.is_empty() || stop >= Some(Stop::Clause) {
        open.stop = stop.take().or(Some(Stop::None));
        phrases.push(open);
    }
    if !rest.is_empty() {
        phrases.push(Phrase { before: rest, stop: Some(Stop::None), ..fresh() });
    }
}

/// Where a predicate ends that says what the number right before it is: 处理结果4件为不予公开.
fn predicate(after: &[&Token]) -> Option<usize> {
    let copula = |token: &&Token| matches!(token.kind, Kind::Word(Word::Copula));
    let tells = |token: &&Token| matches!(token.word(), Some(Word::Result(_) | Word::Outcome(_)));
    let first = after.first().filter(|token| copula(token))?;
    let told = after.iter().position(tells).filter(|&at| at <= NEAR)?;
    (first.at.end <= after.get(told)?.at.start).then_some(told + 1)
}

/// Words between a copula and what it says.
const NEAR: usize = 4;

/// Decides which of the words behind a number belong to it; the others are returned. `more` says whether another
/// number follows.
fn settle<'t>(phrase: &mut Phrase<'t>, leading: bool, more: bool) -> Vec<&'t Token> {
    if !leading {
        return Vec::new();
    }
    let noun_before = phrase.before.iter().any(|token| is_noun(token));
    let act_before = phrase.before.iter().any(|token| is_key(token) && !is_noun(token));
    let closed = phrase
        .after
        .iter()
        .any(|token| matches!(token.word(), Some(Word::All | Word::Both | Word::Neg | Word::Punctual)));
    if let Some(end) = predicate(&phrase.after) {
        return phrase.after.split_off(end);
    }
    // 复议6件和诉讼3件: what "and" names is counted by the number behind it.
    let joins = |at: &usize| {
        let word = |at: usize| phrase.after.get(at).and_then(|token| token.word());
        word(*at) == Some(Word::Join) && matches!(word(at + 1), Some(Word::Noun(_)))
    };
    let joined = (0..phrase.after.len()).find(joins).filter(|_| more);
    let keep = if noun_before && !act_before && !closed {
        joined.unwrap_or(phrase.after.len())
    } else if noun_before {
        0
    } else {
        // 收到2件申请: the noun right behind completes the number.
        let noun = phrase.after.iter().position(|token| is_noun(token));
        let near = |at: &usize| {
            let between = phrase.after.iter().take(*at);
            between.clone().all(|t| {
                matches!(
                    t.word(),
                    Some(Word::Filler | Word::Copula | Word::Who(_) | Word::Channel | Word::Scope(_))
                )
            })
        };
        noun.filter(near).map_or(0, |at| at + 1)
    };
    phrase.after.split_off(keep)
}

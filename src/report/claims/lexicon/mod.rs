//! The vocabulary of the prose: what a word of a report says about a number near it.

mod kinds;
mod words;

use super::meaning::{Outcome, ResultKind, Who};
pub(super) use kinds::{Act, Noun};
use std::sync::OnceLock;
use words::LEXICON;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// What is counted.
    Noun(Noun),
    /// What was done with it.
    Act(Act),
    /// The result of a request.
    Result(ResultKind),
    /// The outcome of a review or a lawsuit.
    Outcome(Outcome),
    /// Who applied.
    Who(Who),
    /// By which way a request came in.
    Channel,
    /// When.
    Time(Time),
    /// Whose numbers.
    Scope(Scope),
    /// 指导, 协助: what follows was done by others.
    Helping,
    /// Not, none.
    Neg,
    /// 不存在: a negation before 行政复议, a result before requests.
    Absent,
    /// If: what follows is no statement.
    If,
    /// All of them.
    All,
    /// Each of several: 均, 各.
    Both,
    /// In this order: 分别.
    Each,
    /// What follows is a part of what stands before: 其中, 含, 包括.
    Part,
    /// What follows stands beside what stands before: 另有.
    Beside,
    /// What follows is what is left of a list, or of what stands before: 其余.
    Remainder,
    /// What follows is a share: 占.
    Share,
    /// And.
    Join,
    /// 等: the list before it is not complete.
    Etc,
    /// In time: it says when, not whether.
    Punctual,
    /// 为, 属于: what follows says what the number before it is.
    Copula,
    /// Something that says nothing about a number.
    Filler,
}

/// The time that a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    /// The year of the report.
    This,
    /// The year before.
    Previous,
    /// The year after.
    Next,
    /// Another year.
    Elsewhen,
    /// Since some year.
    Cumulative,
    /// 累计: of the year where the year is named, else perhaps since some year.
    Running,
    /// A part of a year.
    Part,
    /// An average over time: 月均.
    Average,
    /// Set against another period: 较上年增长.
    Compared,
    /// By the end of: what follows is a date, not a part of the year.
    Until,
}

/// Whose numbers a word announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those of the body that reports: 我局, 本机关.
    Own,
    /// Those of a whole region or system: 全县.
    Whole,
    /// Those of one level only: 本级.
    Level,
    /// Those of some other bodies: 各部门.
    Others,
}

/// The lexicon, ready for look-up: a tree with one node for each beginning of a word, so that looking a word up touches only the
/// words that begin alike. Every character of the prose is looked up, so the steps from node to node are in one table, by hash.
pub(super) struct Lexicon {
    /// By node, what the word that ends there says. The first is the empty beginning.
    words: Vec<Option<Word>>,
    /// The steps, each in the first free place from its hash on; a power of two of places, at most half of them taken.
    steps: Vec<Option<Step>>,
}

/// From one beginning to the one that is a character longer.
#[derive(Clone, Copy)]
struct Step {
    from: u32,
    char: char,
    to: u32,
}

impl Lexicon {
    /// The tree, built once: it is the same for every report.
    pub(super) fn shared() -> &'static Self {
        static SHARED: OnceLock<Lexicon> = OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    /// Builds the tree.
    fn new() -> Self {
        let all = || LEXICON.into_iter().flatten();
        let most: usize = all().flat_map(|(_, texts)| *texts).map(|text| text.len() / 3 + 1).sum();
        let mut lexicon = Self { words: vec![None], steps: vec![None; (most * 2).next_power_of_two()] };
        for &(word, writings) in all() {
            for text in writings {
                lexicon.insert(text, word);
            }
        }
        lexicon
    }

    fn insert(&mut self, text: &str, word: Word) {
        let mut at = 0;
        for char in text.chars() {
            let place = self.place(at, char);
            let to = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let Some(step) = self.steps.get_mut(place) else { return };
            let step = *step.get_or_insert(Step { from: at, char, to });
            if step.to == to {
                self.words.push(None);
            }
            at = step.to;
        }
        if let Some(last) = self.words.get_mut(at as usize) {
            last.get_or_insert(word);
        }
    }

    /// Where the step from a node over a character is, or would be.
    fn place(&self, from: u32, char: char) -> usize {
        let mask = self.steps.len() - 1;
        let hash = (from.wrapping_mul(0x85EB_CA6B) ^ u32::from(char)).wrapping_mul(0x9E37_79B1);
        let mut at = (hash >> 16) as usize & mask;
        while let Some(Some(step)) = self.steps.get(at) {
            if step.from == from && step.char == char {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    /// The longest word that starts at a character, with its length in characters.
    pub(super) fn longest(&self, chars: &[char], start: usize) -> Option<(Word, usize)> {
        let mut at = 0;
        let mut best = None;
        for (length, &char) in chars.iter().skip(start).enumerate() {
            let Some(Some(step)) = self.steps.get(self.place(at, char)) else { break };
            at = step.to;
            if let Some(Some(word)) = self.words.get(at as usize) {
                best = Some((*word, length + 1));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;

    #[test]
    fn words_are_listed_once_and_as_the_prose_is_read() {
        let mut seen = std::collections::BTreeSet::new();
        for text in LEXICON.into_iter().flatten().flat_map(|(_, texts)| *texts) {
            assert_eq!(
                Folded::new(text).text(),
                *text,
                "prose is folded before it is read, so this never matches"
            );
            assert!(seen.insert(text), "{text} is listed twice");
        }
    }

    #[test]
    fn the_longest_word_wins() {
        let lexicon = Lexicon::new();
        let longest = |text: &str| lexicon.longest(&text.chars().collect::<Vec<_>>(), 0);
        assert_eq!(longest("政府信息公开申请表"), Some((Word::Noun(Noun::Request), 8)));
        assert_eq!(longest("申请人数"), Some((Word::Filler, 3)));
        assert_eq!(
            longest("规章制度"),
            Some((Word::Noun(Noun::Other(crate::report::claims::meaning::Other::Item)), 4))
        );
        assert_eq!(longest("上年度结转"), Some((Word::Act(Act::CarryIn), 5)));
        assert_eq!(longest("蘑菇"), None);
    }
}

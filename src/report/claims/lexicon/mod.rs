//! The vocabulary of the prose: what a word of a report says about a number near it.

mod kinds;
mod words;

use super::meaning::{Outcome, ResultKind, Who};
pub(super) use kinds::{Act, Noun};
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
    /// What follows stands beside what stands before: 另有, 剩余.
    Beside,
    /// What follows is a share: 占.
    Share,
    /// And.
    Join,
    /// 等: the list before it is not complete.
    Etc,
    /// In time: it says when, not whether.
    Punctual,
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
    /// A part of a year.
    Part,
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

/// The lexicon, ready for look-up.
pub(super) struct Lexicon {
    /// Sorted by writing.
    entries: Vec<(&'static str, Word)>,
}

impl Lexicon {
    /// Sorts the vocabulary; a word listed twice keeps its first meaning.
    pub(super) fn new() -> Self {
        let mut entries: Vec<(&'static str, Word)> = LEXICON
            .iter()
            .flat_map(|&(word, writings)| writings.iter().map(move |&text| (text, word)))
            .collect();
        entries.sort_by_key(|&(text, _)| text);
        entries.dedup_by_key(|&mut (text, _)| text);
        Self { entries }
    }

    /// The longest word that starts at a character, with its length in characters.
    pub(super) fn longest(&self, chars: &[char], start: usize) -> Option<(Word, usize)> {
        let (mut low, mut high) = (0, self.entries.len());
        let mut best = None;
        let mut prefix = String::new();
        for (length, &char) in chars.iter().skip(start).enumerate() {
            prefix.push(char);
            let range = self.entries.get(low..high)?;
            low += range.partition_point(|(text, _)| *text < prefix.as_str());
            high = low
                + self.entries.get(low..high)?.partition_point(|(text, _)| text.starts_with(prefix.as_str()));
            let Some(&(text, word)) = self.entries.get(low..high).and_then(<[_]>::first) else { break };
            if text == prefix {
                best = Some((word, length + 1));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

//! The kinds of part that the words of a number name.

use crate::report::claims::lexicon::{Act, Word};
use crate::report::claims::meaning::ResultKind;

/// The kinds of part that some words name, as a set. Parts of one kind exclude each other; parts of different kinds cut
/// the same whole in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kinds(u8);

impl Kinds {
    /// 自然人, 企业.
    pub(super) const APPLICANTS: Self = Self(1);
    /// 网络, 信函.
    pub(super) const CHANNELS: Self = Self(2);
    /// 予以公开, 重复申请, 维持, 纠正.
    pub(super) const RESULTS: Self = Self(4);
    /// 办结, 结转.
    pub(super) const STAGES: Self = Self(8);
    /// 人大建议: one of the two kinds of proposal that offices answer.
    pub(super) const SUGGESTIONS: Self = Self(16);
    /// 政协提案: the other.
    pub(super) const MOTIONS: Self = Self(32);
    /// Both kinds of proposal.
    pub(super) const PROPOSALS: Self = Self(48);

    /// Whether it names none.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether two have a kind in common. The two kinds of proposal are parts of one whole.
    pub(super) fn meets(self, other: Self) -> bool {
        let proposals = |kinds: Self| kinds.0 & Self::PROPOSALS.0 != 0;
        self.0 & other.0 != 0 || (proposals(self) && proposals(other))
    }

    /// Whether it names all of another.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn of(words: &[Word]) -> Self {
        words.iter().fold(Self::default(), |kinds, word| Self(kinds.0 | Self::of_word(*word).0))
    }

    /// With the kind of proposal that a name gives, if it gives one.
    pub(super) fn with_proposals(self, name: &[char]) -> Self {
        let has = |word: [char; 2]| name.windows(2).any(|pair| pair == word);
        match (has(['建', '议']), has(['提', '案'])) {
            (true, false) if has(['人', '大']) || has(['代', '表']) => Self(self.0 | Self::SUGGESTIONS.0),
            (false, true) => Self(self.0 | Self::MOTIONS.0),
            _ => self,
        }
    }

    fn of_word(word: Word) -> Self {
        match word {
            Word::Result(kind) if kind != ResultKind::Rest => Self::RESULTS,
            Word::Outcome(_) => Self::RESULTS,
            Word::Who(_) => Self::APPLICANTS,
            Word::Channel => Self::CHANNELS,
            Word::Act(
                Act::Settle
                | Act::Answer
                | Act::Carry
                | Act::CarryIn
                | Act::CarryOut
                | Act::Pending
                | Act::New
                | Act::Receive
                | Act::ReceiveHandle,
            ) => Self::STAGES,
            _ => Self::default(),
        }
    }
}

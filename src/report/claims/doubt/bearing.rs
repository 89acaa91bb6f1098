//! What each doubt says of a number beside the cell that it may be compared with.

use super::Doubt;
use crate::report::organ::Tie;

/// What a doubt says of a number beside the cell that it may be compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report::claims) enum Bearing {
    /// It is in all likelihood the same quantity, but not said in so many words.
    Faint,
    /// It may be another quantity for a reason that a person would want to check.
    Questioned,
    /// It may count more than the cell: it explains a greater number, and no smaller one.
    Wider,
    /// It may count only a part of what the cell does: it explains a smaller number, and no greater one.
    Part,
    /// It may well be another quantity; only agreement says something.
    Open,
    /// It is another quantity.
    Apart,
}

impl Doubt {
    pub(in crate::report::claims) fn bearing(&self) -> Bearing {
        use Bearing::{Apart, Faint, Open, Part, Questioned, Wider};
        match self {
            Self::Percentage
            | Self::Range
            | Self::ShareOfWhole
            | Self::Approximate
            | Self::Split
            | Self::Negated
            | Self::OtherYear
            | Self::Compared
            | Self::Average
            | Self::Disordered
            | Self::NoSubject
            | Self::SeveralThings
            | Self::Uncounted(_)
            | Self::HandlingFee
            | Self::NoMoney
            | Self::Money
            | Self::OddUnit
            | Self::NoCell
            | Self::Unread(_)
            | Self::ToldBefore
            | Self::OthersNumber
            | Self::OwnResult
            | Self::OwnOutcome
            | Self::AddsUp
            | Self::OneChannel => Apart,
            Self::StageUnsaid
            | Self::InForceByNow
            | Self::PersonsOrTimes
            | Self::AnnouncedDocuments
            | Self::HandledDecisions
            | Self::OnlyPapersNamed
            | Self::ListedOpen => Faint,
            Self::PartOfYear
            | Self::SomeBodies
            | Self::Narrowed
            | Self::OfCarriedIn
            | Self::OwnClasses
            | Self::MaybeOneChannel
            | Self::PublishedDecisions
            | Self::OfCleanUp
            | Self::SaidBefore
            | Self::CountedSomehow
            | Self::Together
            | Self::Whose(Tie::Part, _) => Part,
            Self::Running
            | Self::OtherSuits
            | Self::ReviewingBody
            | Self::MaybeOtherPapers
            | Self::Whose(Tie::Wider, _) => Wider,
            Self::Helping
            | Self::Guessed
            | Self::Qualified
            | Self::Strange
            | Self::MaybeOtherRequests
            | Self::Unsure
            | Self::Each
            | Self::SeveralApplicants
            | Self::SeveralResults
            | Self::SeveralOutcomes
            | Self::SeveralChanges
            | Self::Rest
            | Self::WholeUnclear
            | Self::CarriedSuits
            | Self::Cleaned
            | Self::ChangeUnsaid
            | Self::NeitherMadeNorRepealed
            | Self::NotDecided
            | Self::Items
            | Self::SeveralInBracket
            | Self::SortedPapers
            | Self::LeftOver
            | Self::CaseByCase
            | Self::ButFor
            | Self::OtherCause
            | Self::KeptOfCleaned
            | Self::OthersRules
            | Self::Whose(Tie::Other, _)
            | Self::DeniedStageUnsaid => Open,
            _ => Questioned,
        }
    }
}

//! What speaks against taking a number for the same quantity as a cell: facts of the wording, each with its sentence.
//! What they are worth is decided in [`super::judge`].

mod bearing;
mod sentences;

pub(super) use bearing::Bearing;

use super::meaning::Other;
use crate::report::form::TableKind;
use crate::report::organ::Tie;
use crate::text::Decimal;

/// Why a difference between a number and the tables need not be a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A percentage.
    Percentage,
    /// A range such as 3至5件.
    Range,
    /// What stands behind 占.
    ShareOfWhole,
    /// 余, 多, 近, 约.
    Approximate,
    /// A blank inside the digits.
    Split,
    /// A number in a sentence that denies something.
    Negated,
    /// Another year's number.
    OtherYear,
    /// A number set against another period.
    Compared,
    /// An average.
    Average,
    /// One month, half a year.
    PartOfYear,
    /// Since some year.
    Running,
    /// 分别 names things that the numbers do not match.
    Disordered,
    /// The text does not say what is counted.
    NoSubject,
    /// One number of several things.
    SeveralThings,
    /// What no table counts.
    Uncounted(Other),
    /// 信息处理费, which no table has.
    HandlingFee,
    /// No amount of money where one is due.
    NoMoney,
    /// An amount of money where a count is due.
    Money,
    /// The unit is none that counts cases.
    OddUnit,
    /// No cell stands for it.
    NoCell,
    /// The table could not be read for certain.
    Unread(TableKind),
    /// A number that was told before.
    ToldBefore,
    /// Another body's number, where the report's own agrees.
    OthersNumber,
    /// A result that the form does not have.
    OwnResult,
    /// An outcome that the form does not have.
    OwnOutcome,
    /// One way of coming in.
    OneChannel,

    /// Help given to others.
    Helping,
    /// A part of the bodies that the report is about.
    SomeBodies,
    /// A verb tells of a channel besides.
    MaybeOneChannel,
    /// Words outside the vocabulary stand before the noun.
    Narrowed,
    /// Words outside the vocabulary stand in a clause that does not name what it counts.
    Strange,
    /// 申请 of some kind.
    MaybeOtherRequests,
    /// The subject taken over is itself doubtful.
    Unsure,
    /// 各, 均为: a number for each.
    Each,
    /// One number of several kinds of applicant.
    SeveralApplicants,
    /// One number of several results.
    SeveralResults,
    /// One number of several outcomes.
    SeveralOutcomes,
    /// One number of what was made and what was repealed.
    SeveralChanges,
    /// Only 其他.
    Rest,
    /// Which total 其中 goes back to.
    WholeUnclear,
    /// Reviews and lawsuits carried in.
    CarriedSuits,
    /// Cases that the body decides as the reviewing one.
    ReviewingBody,
    /// 清理, 失效.
    Cleaned,
    /// Nothing says made, repealed or in force.
    ChangeUnsaid,
    /// What a clean-up left in force.
    KeptOfCleaned,
    /// Published, cleaned: neither made nor repealed, in a sentence that denies it.
    NeitherMadeNorRepealed,
    /// No verb of deciding.
    NotDecided,
    /// Published decisions.
    PublishedDecisions,
    /// 项: matters rather than decisions.
    Items,
    /// A bracket with several kinds.
    SeveralInBracket,
    /// Papers sorted by how they may be disclosed.
    SortedPapers,
    /// Requests are left over, says the same sentence.
    LeftOver,
    /// Cases told one by one.
    CaseByCase,
    /// The sentence has given a number of the kind already.
    SaidBefore,
    /// One number of several things that stand in cells of their own.
    Together,
    /// A denial without received, handled or answered.
    DeniedStageUnsaid,

    /// Section five.
    OfProblems,
    /// Whose number it is: what the body that the words name is to the one that reports, and the words.
    Whose(Tie, String),
    /// Reviews and lawsuits not said to be about disclosure.
    OtherSuits,
    /// A denial of documents without a verb.
    DeniedChangeUnsaid,
    /// No such power.
    NoSuchPower,
    /// No such fee.
    NoSuchFee,
    /// Only what was due.
    OnlyDue,
    /// Only 文件.
    MaybeOtherPapers,
    /// The clause does not name requests.
    Unnamed,
    /// 公开 alone, as a part of the requests.
    ListedOpen,
    /// 公开 alone.
    LooselyOpen,
    /// 其他组织.
    OtherOrganisations,
    /// Neither received, handled nor answered.
    StageUnsaid,
    /// 依申请公开 or 申请 alone, neither received nor answered: also what was published on request.
    CountedSomehow,
    /// Words outside the vocabulary before documents, decisions or cases: 省政府规章.
    Qualified,
    /// Nothing names requests; only the verbs are those of requests.
    Guessed,
    /// 办理, 办结 of decisions.
    HandledDecisions,
    /// 文件 in a sentence about 规范性文件.
    OnlyPapersNamed,
    /// 人次, 人.
    PersonsOrTimes,
    /// 发布, 公布 of documents.
    AnnouncedDocuments,
    /// Settled, right behind those carried in.
    OfCarriedIn,
    /// Reviews and lawsuits for a reason that the phrase names and that is not disclosure.
    OtherCause,
    /// 规章 in the report of a body that makes none.
    OthersRules,
    /// Repealed in a clean-up, which may be one of several.
    OfCleanUp,
    /// Kept after a clean-up.
    KeptInForce,
    /// 除…外, before a denial.
    ButFor,
    /// What is carried over may be cases.
    MaybeSuits,
    /// 其他 behind kinds of organisation.
    RestOfApplicants,
    /// 其他 behind results.
    RestOfResults,
    /// Concluded cases.
    ConcludedCases,
    /// Documents published.
    PublishedDocuments,
    /// Documents in force that were published.
    PublishedInForce,
    /// Kept, or in force by now.
    InForceByNow,
    /// Requests withdrawn.
    Withdrawn,
    /// Classes that the form does not have.
    OwnClasses,
    /// 法人 apart from 其他组织.
    LegalPersonsApart,
    /// 已含上年结转.
    MayIncludeCarriedIn,
    /// 只计本年新收.
    MayBeNewOnly,
    /// 只计本年新收中办结的.
    MayBeAnsweredOfNew,
    /// 不计不予处理.
    MayLeaveOutRejected,
    /// 部分公开也算公开.
    MayIncludePartial,
    /// The class's total.
    MayBeWholeClass,
    /// 全部办结 of this year's alone.
    MayBeSettledOfNew,
    /// Takes in what the form does not list.
    MayTakeInUnlisted,
    /// The other two beside it agree.
    OddOneOut,
    /// A part, yet more than the whole.
    MoreThanAll,
    /// Something wider, yet less.
    LessThanPart,
    /// Together with numbers beside it, it is what the table has.
    AddsUp,
    /// Together with numbers beside it, which count other parts, it is close to what the table has; their sum.
    SumNear(Decimal),
    /// With a number beside it, it would be what the table has.
    MayAddUp,
}

impl Doubt {
    /// Whether it rests on words that leave open what is counted, which other numbers beside it may settle.
    pub(super) fn is_of_wording(&self) -> bool {
        matches!(
            self,
            Self::Unnamed
                | Self::CountedSomehow
                | Self::Guessed
                | Self::Qualified
                | Self::Strange
                | Self::Narrowed
                | Self::Unsure
                | Self::LooselyOpen
                | Self::MaybeSuits
                | Self::RestOfResults
                | Self::OtherOrganisations
                | Self::MaybeOtherRequests
        )
    }

    /// Whether it leaves open only whether documents were issued in the year or just published.
    pub(super) fn is_of_documents(&self) -> bool {
        matches!(self, Self::PublishedDocuments)
    }

    /// Whether it explains a number that is less than what is in force, and none that is more.
    pub(super) fn is_of_stock(&self) -> bool {
        matches!(self, Self::KeptInForce | Self::PublishedInForce)
    }

    /// Whether it rests on whose number it is.
    pub(super) fn is_of_another_body(&self) -> bool {
        matches!(self, Self::Whose(..))
    }
}

/// The doubts of one number, in the order in which they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Doubts(Vec<Doubt>);

impl Doubts {
    /// Adds one.
    pub(super) fn add(&mut self, doubt: Doubt) {
        if !self.0.contains(&doubt) {
            self.0.push(doubt);
        }
    }

    /// Adds those of another number or of the sentence.
    pub(super) fn extend(&mut self, others: &Self) {
        for doubt in &others.0 {
            self.add(doubt.clone());
        }
    }

    /// The one that weighs most; the earliest of several that weigh the same.
    pub(super) fn strongest(&self) -> Option<&Doubt> {
        self.0.iter().rev().max_by_key(|doubt| doubt.bearing())
    }

    /// How much the strongest weighs.
    pub(super) fn bearing(&self) -> Option<Bearing> {
        self.strongest().map(Doubt::bearing)
    }

    /// Those that satisfy a condition, the one that weighs most.
    pub(super) fn strongest_of(&self, holds: impl Fn(&Doubt) -> bool) -> Option<&Doubt> {
        self.0.iter().rev().filter(|doubt| holds(doubt)).max_by_key(|doubt| doubt.bearing())
    }

    /// Puts one in the place of another, where that is among them.
    pub(super) fn replace(&mut self, old: &Doubt, new: Doubt) {
        if let Some(found) = self.0.iter_mut().find(|doubt| *doubt == old) {
            *found = new;
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Doubt] {
        &self.0
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

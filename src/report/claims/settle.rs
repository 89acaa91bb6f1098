//! What the numbers of one sentence say about each other.

use super::doubt::{Bearing, Doubt};
use super::meaning::{Change, Meaning, Other, Outcome, ResultKind, Stage, Who};
use super::understand::{CarriedIn, Draft};
use crate::report::form::{Group3, Row3};
use crate::text::{Decimal, have_any, start_with, without_start};

/// Numbers in a sentence that are settled together; a longer one is taken in pieces.
const LONGEST_SENTENCE: usize = 64;

/// 主动公开36件、依申请公开9件、不予公开43件: what is sorted in these three classes are papers.
fn sorts_by_class(sentence: &[Draft], chars: &[char]) -> bool {
    let begins = |draft: &Draft, words: &str| {
        let text = chars.get(draft.text.clone()).unwrap_or_default();
        let leads = ["全年", "本年度", "本年", "其中", "共"];
        start_with(leads.into_iter().fold(text, without_start), words)
    };
    let names = |words: &str| sentence.iter().any(|draft| begins(draft, words));
    names("主动公开") && names("依申请公开")
}

/// 行政诉讼2件系强制催缴引起，与信息公开无关: the sentence itself says that its cases are none of the report's.
fn is_elsewhere(sentence: &[Draft], chars: &[char]) -> bool {
    let Some(last) = sentence.last() else { return false };
    let behind = chars.get(last.text.end..).unwrap_or_default();
    let length = behind.iter().take(LONGEST_REMARK).take_while(|char| !matches!(char, '。' | '；')).count();
    have_any(behind.get(..length).unwrap_or_default(), &ELSEWHERE)
}

/// 登记申请33件，剔除咨询3件，实际受理30件; 申请20份，其中1份按2件办理: what is counted otherwise in the same sentence.
fn counts_anew(draft: &Draft, stage: Stage, chars: &[char]) -> bool {
    let by = draft
        .text
        .start
        .checked_sub(1)
        .and_then(|before| chars.get(before))
        .is_some_and(|char| *char == '按');
    let own = chars.get(draft.text.clone()).unwrap_or_default();
    if by || own.first() == Some(&'按') {
        return true;
    }
    if !matches!(stage, Stage::Received | Stage::New) {
        return false;
    }
    let behind = chars.get(draft.text.end..).unwrap_or_default();
    let length = behind.iter().take(LONGEST_REMARK).take_while(|char| **char != '。').count();
    let behind = behind.get(..length).unwrap_or_default();
    let taken_as = behind.windows(2).any(|pair| matches!(pair, ['按', digit] if digit.is_ascii_digit()));
    taken_as || have_any(behind, &["剔除", "扣除", "实际受理", "实际收到"])
}

/// More characters than such a remark has.
const LONGEST_REMARK: usize = 40;
/// Words by which a sentence takes its numbers out of the report.
const ELSEWHERE: [&str; 7] =
    ["公开无关", "不属于政府信息公开", "不属于本报告", "另行统计", "不计入", "未计入", "不纳入"];

/// Settles, sentence by sentence, what one number rules out for another.
pub(super) fn within_sentences(drafts: &mut [Draft], chars: &[char]) {
    let context: Vec<Draft> = drafts.to_vec();
    let mut start = 0;
    while let Some(first) = context.get(start) {
        let sentence = first.sentence;
        let rest = context.iter().skip(start).take(LONGEST_SENTENCE);
        let length = rest.take_while(|draft| draft.sentence == sentence).count();
        let others = context.get(start..start + length).unwrap_or_default();
        let classes = sorts_by_class(others, chars);
        let elsewhere = is_elsewhere(others, chars);
        for (index, draft) in drafts.iter_mut().enumerate().skip(start).take(length) {
            let unspecified =
                matches!(draft.meaning, Meaning::Requests(Stage::Unspecified, _) | Meaning::Result(..));
            if classes && unspecified {
                draft.doubts.add(Doubt::SortedPapers);
            }
            match draft.meaning {
                Meaning::Suit(..) if elsewhere && !says(draft, chars, '公') => {
                    draft.doubts.add(Doubt::OtherCause);
                }
                Meaning::Requests(..) if elsewhere => draft.doubts.add(Doubt::Narrowed),
                Meaning::Requests(stage, Who::All) if counts_anew(draft, stage, chars) => {
                    draft.doubts.add(Doubt::Narrowed);
                }
                _ => {}
            }
            // 依申请公开政府信息7件，按时办结: only requests are settled.
            let settled = |other: &Draft| {
                matches!(other.meaning, Meaning::Requests(Stage::AllSettled | Stage::Answered, Who::All))
            };
            if others.get(index + 1 - start).is_some_and(settled) {
                draft.doubts.replace(&Doubt::CountedSomehow, Doubt::StageUnsaid);
            }
            settle(draft, index, index - start, others);
            if matches!(draft.meaning, Meaning::Documents(_, Change::Issued)) {
                // 新出台3件，修订2件: what was revised may have been issued anew.
                let revised = |other: &&Draft| {
                    other.meaning == Meaning::Other(Other::Draft) && says(other, chars, '修')
                };
                draft.unlisted = others.iter().filter(revised).map(|other| other.number).sum();
            }
            if takes_withdrawn(draft.meaning) {
                draft.withdrawn =
                    others.iter().filter(|other| is_withdrawal(other, chars)).map(|other| other.number).sum();
            }
        }
        start += length;
    }
}

/// 撤回、撤销申请3件: the form has no row for them, so offices differ in whether they count them at all.
fn is_withdrawal(draft: &Draft, chars: &[char]) -> bool {
    let own = matches!(draft.meaning, Meaning::Result(ResultKind::Own, _));
    own && !draft.number.is_zero() && says(draft, chars, '撤')
}

fn says(draft: &Draft, chars: &[char], char: char) -> bool {
    chars.get(draft.text.clone()).unwrap_or_default().contains(&char)
}

fn takes_withdrawn(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Requests(
            Stage::Received | Stage::New | Stage::ReceivedAndHandled | Stage::Handled | Stage::Answered,
            Who::All
        )
    )
}

fn says_of_its_own(sentence: &[Draft]) -> bool {
    sentence.iter().any(|other| matches!(other.meaning, Meaning::Result(ResultKind::Own, _)))
}

/// Whether the nearest subject before a number is a paper or what else is published: 制发公文64件，主动公开24件，
/// 依申请公开10件，不予公开30件 sorts papers by how they may be disclosed; no request was made for them.
fn sorts_papers(before: &[Draft]) -> bool {
    let nearest = before.iter().rev().find_map(|other| match other.meaning {
        Meaning::Other(
            Other::Paper
            | Other::Published
            | Other::Draft
            | Other::Item
            | Other::Interpretation
            | Other::Work
            | Other::Contact,
        ) => Some(true),
        Meaning::Requests(stage, _) if stage != Stage::Unspecified => Some(false),
        _ => None,
    });
    nearest == Some(true)
}

/// `at` is the draft's index in the passage, `own` that in its sentence.
fn settle(draft: &mut Draft, at: usize, own: usize, sentence: &[Draft]) {
    let counts = |other: &Draft| other.doubts.bearing() != Some(Bearing::Apart);
    let says = |meaning: Meaning| sentence.iter().any(|other| other.meaning == meaning && counts(other));
    let carried_in =
        sentence.iter().find(|other| other.meaning == Meaning::Requests(Stage::CarriedIn, Who::All));
    match draft.meaning {
        Meaning::Requests(Stage::Received, Who::All) => {
            // 收到19件，上年结转9件，受理28件: both together.
            let before = sentence.get(..own).unwrap_or_default();
            let came_in = before.iter().find(|other| {
                matches!(other.meaning, Meaning::Requests(Stage::Received | Stage::New, Who::All))
            });
            let together = came_in
                .zip(carried_in)
                .is_some_and(|(new, old)| new.number + old.number == draft.number && before.contains(old));
            draft.carried_in = match carried_in {
                Some(_) if together => CarriedIn::Within,
                Some(other) if other.number.is_zero() => CarriedIn::Unsaid,
                // Behind 其中 a list of applicants may have ended: 其中自然人21件、企业2件，上年结转1件.
                Some(other)
                    if other.part_of == Some(at)
                        && sentence.iter().find(|part| part.part_of == Some(at)) != Some(other) =>
                {
                    CarriedIn::Unsaid
                }
                Some(other) if other.part_of == Some(at) => CarriedIn::Within,
                Some(other) if other.part_of.is_none() => CarriedIn::Beside,
                _ => CarriedIn::Unsaid,
            };
        }
        // Where 不予处理 is named, 其他处理 does not take it in.
        Meaning::Result(kind @ (ResultKind::Group(Group3::Other) | ResultKind::Rest), Who::All) => {
            draft.strict = says(Meaning::Result(ResultKind::Group(Group3::Rejected), Who::All));
            // 逾期未补正2件、其他处理5件: of its class only the rest.
            let named = [Row3::OtherNoCorrection, Row3::OtherNoPayment];
            if named.iter().any(|row| says(Meaning::Result(ResultKind::Row(*row), Who::All))) {
                draft.meaning = Meaning::Result(ResultKind::Row(Row3::OtherMisc), Who::All);
                draft.also.push(Meaning::Result(kind, Who::All));
            }
        }
        // 无法提供2件（本机关不掌握1件、没有现成信息1件）: the class has its own number.
        Meaning::Result(ResultKind::Row(row), _)
            if row.group().is_some_and(|group| {
                sentence.iter().any(|other| {
                    matches!(other.meaning, Meaning::Result(ResultKind::Group(of), _) if of == group)
                        && counts(other)
                })
            }) =>
        {
            draft.strict = true;
        }
        Meaning::Result(ResultKind::Row(Row3::Open), Who::All) => {
            draft.strict = says(Meaning::Result(ResultKind::Row(Row3::Partial), Who::All));
        }
        Meaning::Requests(Stage::Unspecified, _) | Meaning::Result(..)
            if sentence.get(..own).is_some_and(sorts_papers) =>
        {
            draft.doubts.add(Doubt::SortedPapers);
        }
        // Who uses classes of his own may mean something else by the form's reasons too.
        Meaning::Result(ResultKind::Row(row), Who::All)
            if row.group().is_some() && says_of_its_own(sentence) =>
        {
            draft.doubts.add(Doubt::OwnClasses);
        }
        // 法人3件、其他组织1件: 法人 alone is not all organisations.
        Meaning::Requests(_, Who::Organisation)
            if sentence
                .iter()
                .any(|other| matches!(other.meaning, Meaning::Requests(_, Who::OtherOrganisation))) =>
        {
            draft.doubts.add(Doubt::LegalPersonsApart);
        }
        // 上年结转1件，已办结1件: settled of those carried in.
        Meaning::Requests(Stage::Answered | Stage::Handled, Who::All) | Meaning::Result(_, Who::All)
            if own.checked_sub(1).and_then(|before| sentence.get(before)).is_some_and(|before| {
                before.meaning == Meaning::Requests(Stage::CarriedIn, Who::All)
                    && draft.number <= before.number
            }) =>
        {
            draft.doubts.add(Doubt::OfCarriedIn);
        }
        // 收到12件，答复7件，不予受理4件，内容不明确1件: answers beside the other ways in which requests ended.
        Meaning::Requests(Stage::Answered | Stage::Handled, Who::All)
            if is_one_of_ways(draft, own, sentence) =>
        {
            draft.doubts.add(Doubt::Narrowed);
        }
        Meaning::Requests(Stage::AllSettled, _) => {
            let left = sentence.iter().any(|other| {
                matches!(other.meaning, Meaning::Requests(Stage::CarriedOut, _)) && !other.number.is_zero()
            });
            if left {
                draft.doubts.add(Doubt::LeftOver);
            }
        }
        _ => {}
    }
    settle_lists(draft, own, sentence);
}

/// Whether a number of answers and the results behind it add up to what the sentence says came in.
fn is_one_of_ways(draft: &Draft, own: usize, sentence: &[Draft]) -> bool {
    let is_result = |other: &&Draft| matches!(other.meaning, Meaning::Result(_, Who::All));
    let results = sentence.iter().skip(own + 1).take_while(is_result).filter(|other| other.part_of.is_none());
    let ways: Decimal = results.map(|other| other.number).sum();
    let came_in =
        |other: &Draft| matches!(other.meaning, Meaning::Requests(Stage::Received | Stage::New, Who::All));
    !ways.is_zero()
        && sentence.iter().take(own).any(|other| came_in(other) && other.number == draft.number + ways)
}

/// What the other numbers of a list of results or of cases rule out, and what was said before.
fn settle_lists(draft: &mut Draft, own: usize, sentence: &[Draft]) {
    let counts = |other: &Draft| other.doubts.bearing() != Some(Bearing::Apart);
    // 已主动公开3件，予以公开4件: offices differ in which row they count the former.
    if let Meaning::Result(kind, Who::All) = draft.meaning
        && kind != ResultKind::Own
    {
        let own = |other: &&Draft| matches!(other.meaning, Meaning::Result(ResultKind::Own, _));
        draft.unlisted = sentence.iter().filter(own).map(|other| other.number).sum();
    }
    if let Meaning::Suit(suit, Outcome::Upheld | Outcome::Corrected | Outcome::Other) = draft.meaning {
        let unlisted = |other: &&Draft| other.meaning == Meaning::Suit(suit, Outcome::Unlisted);
        draft.unlisted = sentence.iter().filter(unlisted).map(|other| other.number).sum();
    }
    // 其中1件判决维持，1件结果维持: case by case, so no single one is the total.
    let case_by_case = matches!(draft.meaning, Meaning::Suit(_, outcome) if outcome != Outcome::Total)
        && sentence
            .iter()
            .any(|other| other.meaning == draft.meaning && counts(other) && other.digits != draft.digits);
    if case_by_case {
        draft.doubts.add(Doubt::CaseByCase);
    }
    // A list of bodies gives the same thing several times; at most the first is the report's own.
    let repeated = sentence.iter().take(own).any(|other| {
        let documents = matches!(other.meaning, Meaning::Documents(..)) && !other.doubts.is_empty();
        !documents
            && other.meaning == draft.meaning
            && other.number != draft.number
            && counts(other)
            && other.digits != draft.digits
    });
    if repeated && !matches!(draft.meaning, Meaning::Share | Meaning::Unknown) {
        draft.doubts.add(Doubt::SaidBefore);
    }
}

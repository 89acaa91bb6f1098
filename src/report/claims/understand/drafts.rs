//! Writes down what a phrase was understood to say, and ties it to what it is a part of.

use super::{CarriedIn, Draft, Head, Reader};
use crate::report::claims::doubt::{Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lexicon::Noun;
use crate::report::claims::meaning::{Meaning, Outcome, ResultKind, Who};
use crate::report::claims::phrase::Phrase;
use crate::text::Decimal;
use std::ops::Range;

/// How many numbers back the whole may stand of which all are said to be something.
const FARTHEST_WHOLE: usize = 40;

impl Reader<'_> {
    pub(super) fn plain(&mut self, phrase: &Phrase<'_>, meaning: Meaning, reason: Doubt) {
        let Some((number, digits)) = phrase.number.clone() else { return };
        let mut doubts = Doubts::default();
        doubts.add(reason);
        self.push(phrase, digits, meaning, number.value, doubts);
    }

    /// Adds a draft.
    pub(in crate::report::claims) fn push(
        &mut self,
        phrase: &Phrase<'_>,
        digits: Range<usize>,
        meaning: Meaning,
        number: Decimal,
        doubts: Doubts,
    ) {
        let index = self.drafts.len();
        let headless = self.context.head.is_none();
        let context = &mut self.context;
        if phrase.part && context.part_of.is_none() {
            context.part_of = context.head.map(|head| head.index);
        } else if !phrase.part {
            context.part_of = None;
        }
        self.drafts.push(Draft {
            meaning,
            also: std::mem::take(&mut self.also),
            with: std::mem::take(&mut self.with),
            number,
            place: number.last_place(),
            approximate: phrase.number.as_ref().is_some_and(|(number, _)| number.approximate),
            unit: phrase
                .number
                .as_ref()
                .map_or(digits.end..digits.end, |(number, at)| at.end..number.end.max(at.end)),
            digits,
            text: phrase.range(),
            evidence: phrase.evidence(),
            doubts,
            part_of: context.part_of,
            sentence: context.sentence,
            strict: false,
            carried_in: CarriedIn::Unsaid,
            apart: self.apart,
            unlisted: Decimal::ZERO,
            withdrawn: Decimal::ZERO,
        });
        if meaning != Meaning::Share {
            context.last = Some(index);
            // Nothing is a part of another year's number or of an average, unless a bracket says so.
            if self.apart {
                return;
            }
            let listed =
                matches!(meaning, Meaning::Requests(_, who) | Meaning::Result(_, who) if who != Who::All);
            // The first part of a list whose whole is not known is not the whole of the others.
            let orphan = phrase.part && headless && phrase.depth == 0;
            if !phrase.part || (!listed && !orphan && meaning != Meaning::Channel) {
                context.head = Some(Head { meaning, index });
            }
        }
    }

    pub(super) fn refine_later(&mut self, phrase: &Phrase<'_>) {
        if phrase.depth == 0 {
            self.context.part_of = self.context.part_of.filter(|_| phrase.part);
        }
    }

    /// 收到申请8件，均为自然人申请: the applicants have the number of the requests named last.
    pub(in crate::report::claims) fn all_of(&mut self, phrase: &Phrase<'_>, features: &Features) {
        let [who] = features.who.as_slice() else { return };
        let sentence = self.context.sentence;
        let drafts = self.drafts.iter().enumerate().rev().take(FARTHEST_WHOLE);
        let mut last = drafts.take_while(|(_, draft)| draft.sentence == sentence);
        let last = last.find(|(_, draft)| draft.part_of.is_none());
        let Some((index, head)) = last.map(|(index, head)| (index, head.clone())) else { return };
        let Meaning::Requests(stage, Who::All) = head.meaning else { return };
        let other = features.noun().is_some_and(|noun| !matches!(noun, Noun::Request | Noun::Asked));
        if other || features.negated() || features.has_result() {
            return;
        }
        let (meaning, text) = (Meaning::Requests(stage, *who), head.text.start..phrase.range().end);
        self.drafts.push(Draft { meaning, text, part_of: Some(index), ..head });
    }

    /// 行政复议4件，全部维持: the outcome has the number of the cases named last.
    pub(in crate::report::claims) fn all_decided(&mut self, phrase: &Phrase<'_>, features: &Features) {
        let [outcome] = features.outcomes.as_slice() else { return };
        let sentence = self.context.sentence;
        let drafts = self.drafts.iter().enumerate().rev().take(FARTHEST_WHOLE);
        let mut totals = drafts.take_while(|(_, draft)| draft.sentence == sentence);
        let mut totals =
            totals.by_ref().filter(|(_, draft)| matches!(draft.meaning, Meaning::Suit(_, Outcome::Total)));
        let Some((index, head)) = totals.next().map(|(index, head)| (index, head.clone())) else { return };
        let Meaning::Suit(suit, _) = head.meaning else { return };
        // 复议2件，诉讼1件，均获维持 speaks of both.
        if totals.next().is_some() || *outcome == Outcome::Unlisted || features.negated() {
            return;
        }
        let (meaning, text) = (Meaning::Suit(suit, *outcome), head.text.start..phrase.range().end);
        self.drafts.push(Draft { meaning, text, part_of: Some(index), ..head });
    }

    /// A bracket without a number right behind one names its kind more exactly: 不予公开1件（保护第三方合法权益）.
    pub(in crate::report::claims) fn refine(&mut self, phrase: &Phrase<'_>, features: &Features) {
        let Some(head) = self.context.last.and_then(|last| self.drafts.get(last)).cloned() else { return };
        let mut doubts = head.doubts.clone();
        let meaning = match head.meaning {
            Meaning::Result(ResultKind::Group(group), who) => match features.result() {
                Some(kind @ ResultKind::Row(row)) if row.group() == Some(group) => {
                    if features.results.len() > 1 || features.etc {
                        doubts.add(Doubt::SeveralInBracket);
                    }
                    Meaning::Result(kind, who)
                }
                _ => return,
            },
            Meaning::Suit(suit, Outcome::Total) => match features.outcomes.as_slice() {
                [outcome] if *outcome != Outcome::Unlisted => Meaning::Suit(suit, *outcome),
                _ => return,
            },
            Meaning::Requests(stage, Who::All) => match features.who.as_slice() {
                [who] => Meaning::Requests(stage, *who),
                // 答复2件（均为部分公开）.
                [] if features.all || features.both => match features.result() {
                    Some(kind @ (ResultKind::Row(_) | ResultKind::Group(_)))
                        if features.results.len() == 1 =>
                    {
                        Meaning::Result(kind, Who::All)
                    }
                    _ => return,
                },
                _ => return,
            },
            _ => return,
        };
        let text = head.text.start..phrase.range().end;
        // Its class is what the number before the bracket counts; so the kind is no shorthand for the class.
        self.drafts.push(Draft { meaning, doubts, text, part_of: self.context.last, strict: true, ..head });
    }
}

use super::Reader;
use crate::report::claims::doubt::{Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lexicon::Noun;
use crate::report::claims::meaning::{Meaning, Other, Stage, Suit, Who};
use crate::report::claims::phrase::Phrase;
use crate::text::{have_any, start_with};

impl Reader<'_> {
    /// What a phrase counts, and whether it says so itself.
    pub(super) fn subject(
        &self,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> (Option<Noun>, bool) {
        let context = &self.context;
        let requests = context.subject == Some(Noun::Request);
        // 收到8件，其中…，属于过程性信息1件: a result of requests names the information.
        let of_requests = requests
            && phrase.part
            && features.has_result()
            && features.noun() == Some(Noun::Other(Other::Published))
            && context
                .head
                .is_some_and(|head| matches!(head.meaning, Meaning::Requests(..) | Meaning::Result(..)));
        if of_requests {
            return (Some(Noun::Request), false);
        }
        if let Some(noun) = features.noun() {
            return (Some(self.named(noun, phrase, features, doubts)), true);
        }
        let money = phrase.number.as_ref().is_some_and(|(number, _)| number.unit.is_money());
        if money && !features.keyed() && matches!(context.subject, Some(Noun::HandlingFee | Noun::Fees)) {
            return (context.subject, false);
        }
        let other = matches!(context.subject, Some(Noun::Other(_)));
        let inherited = if phrase.counts_unknown && !features.keyed() {
            None
        } else if features.has_result() || (features.who.len() == 1 && !features.acts.is_empty()) {
            let known = requests || ((context.requests || context.topic) && !other);
            known.then_some(Noun::Request).or(context.subject.filter(|_| other))
        } else if !features.outcomes.is_empty() {
            context.outcome_of.map(suit_noun).filter(|_| !other)
        } else if features.channel > 0 || !features.who.is_empty() {
            (requests || context.requests && context.part_of.is_some()).then_some(Noun::Request)
        } else if let (true, true, Some(Meaning::Suit(suit, _))) =
            (features.carries(), phrase.part, context.head.map(|head| head.meaning))
        {
            Some(suit_noun(suit))
        } else if features.carries() {
            let known = requests || ((context.requests || context.topic) && !other);
            known.then_some(Noun::Request).or(context.subject)
        } else if features.documentary() {
            context.subject.filter(|noun| matches!(noun, Noun::Documents | Noun::Rules | Noun::Other(_)))
        } else if self.adds_up(phrase, features) {
            Some(Noun::Request)
        } else if features.acts.is_empty() {
            context.subject.filter(|_| features.own_result || features.rest)
        } else {
            context.subject.or(context.topic.then_some(Noun::Request))
        };
        let silent = !context.contacts && !phrase.counts_unknown && !phrase.strange() && !money;
        if inherited.is_none() && features.stage().is_some() && silent {
            doubts.add(Doubt::Guessed);
            return (Some(Noun::Request), false);
        }
        // Under a heading of its own, requests need not be named: （二）依申请公开 / 全年新收5件，上年结转1件.
        let clear = context.topic && context.subject.is_none() && !context.contacts && !phrase.strange();
        let differs = inherited != context.subject && !features.has_result();
        if inherited.is_some() && !clear && (differs || context.subject.is_none()) {
            doubts.add(Doubt::Unnamed);
        }
        if inherited == context.subject && context.unsure {
            doubts.add(Doubt::Unsure);
        }
        if inherited.is_some() && (phrase.strange() || phrase.counts_unknown) {
            doubts.add(Doubt::Strange);
        }
        (inherited, false)
    }

    /// What the noun of a phrase stands for.
    fn named(&self, noun: Noun, phrase: &Phrase<'_>, features: &Features, doubts: &mut Doubts) -> Noun {
        let context = &self.context;
        let requests = context.subject == Some(Noun::Request);
        match noun {
            Noun::Asked
                if requests
                    || context.topic
                    || context.requests
                    || features.nouns.contains(&Noun::Request)
                    || have_any(self.passage.letters(phrase.range()), &["信息公开"]) =>
            {
                Noun::Request
            }
            Noun::Asked => {
                doubts.add(Doubt::MaybeOtherRequests);
                Noun::Request
            }
            Noun::Paper
                if matches!(context.subject, Some(Noun::Documents | Noun::Rules))
                    && context.named
                    && features.withdraws() =>
            {
                let here = self.drafts.last().is_some_and(|draft| {
                    draft.sentence == context.sentence && matches!(draft.meaning, Meaning::Documents(..))
                });
                doubts.add(if here { Doubt::OnlyPapersNamed } else { Doubt::MaybeOtherPapers });
                Noun::Documents
            }
            Noun::Paper => Noun::Other(Other::Paper),
            // 梳理行政许可事项128项: matters, unless they were handled.
            Noun::Permits | Noun::Penalties
                if !context.decides && !features.decides() && self.names_matters(phrase) =>
            {
                Noun::Other(Other::Item)
            }
            Noun::Letter if features.nouns.iter().any(|noun| matches!(noun, Noun::Other(_))) => {
                Noun::Other(Other::Contact)
            }
            Noun::Letter if (requests && context.named) || features.nouns.contains(&Noun::Request) => {
                Noun::Request
            }
            Noun::Letter => Noun::Other(Other::Contact),
            noun => noun,
        }
    }
}

impl Reader<'_> {
    /// Whether a phrase counts matters that may be decided on, which at times stand for the decisions.
    pub(super) fn names_matters(&self, phrase: &Phrase<'_>) -> bool {
        let text = self.passage.letters(phrase.range());
        have_any(text, &["许可事项", "处罚事项"])
    }
}

/// How many numbers back one counts as just named.
const JUST_NAMED: usize = 40;

impl Reader<'_> {
    /// Whether a number behind 共计 is the sum of those received and those carried in, both just named.
    pub(super) fn adds_up(&self, phrase: &Phrase<'_>, features: &Features) -> bool {
        let text = self.passage.letters(phrase.range());
        let sums = ["共计", "合计", "总计"].iter().any(|word| start_with(text, word));
        let bare = !features.keyed() && features.time().is_none() && !phrase.counts_unknown;
        if !sums || !bare || phrase.part {
            return false;
        }
        let sentence = self.drafts.iter().rev().take_while(|draft| draft.sentence == self.context.sentence);
        let sentence = sentence.take(JUST_NAMED);
        let mut sentence =
            sentence.filter(|draft| draft.part_of.is_none() && draft.meaning != Meaning::Share);
        let last = sentence.next().map(|draft| draft.meaning);
        let stages = [last, sentence.next().map(|draft| draft.meaning)];
        let carried = stages.contains(&Some(Meaning::Requests(Stage::CarriedIn, Who::All)));
        let received = [Stage::New, Stage::Received]
            .iter()
            .any(|stage| stages.contains(&Some(Meaning::Requests(*stage, Who::All))));
        carried && received
    }
}

fn suit_noun(suit: Suit) -> Noun {
    match suit {
        Suit::Review => Noun::Review,
        Suit::Litigation => Noun::Litigation,
        Suit::Direct => Noun::Direct,
        Suit::AfterReview => Noun::AfterReview,
        Suit::Both => Noun::Suits,
    }
}

//! What a number of requests says: their stage, their applicants, what became of them.

use super::Reader;
use crate::report::claims::doubt::{Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lex::Stop;
use crate::report::claims::lexicon::{Act, Noun, Time, Word};
use crate::report::claims::meaning::{Meaning, Other, ResultKind, Stage, Who};
use crate::report::claims::phrase::Phrase;
use crate::text::have_any;

/// Words before a number of what is still being handled.
const LEFT: [&str; 3] = ["仍有", "尚有", "还有"];

impl Reader<'_> {
    pub(super) fn request(
        &mut self,
        explicit: bool,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        if features.both && features.coordinates().len() < 2 && phrase.number.is_some() {
            doubts.add(Doubt::Each);
        }
        // 其他处理2件。申请人为公民的20件: a new sentence on applicants is about all requests.
        if phrase.stop >= Some(Stop::Sentence)
            && self.passage.text(phrase.range()).starts_with("申请人")
            && matches!(self.context.head, Some(super::Head { meaning: Meaning::Result(..), .. }))
        {
            self.context.head = None;
        }
        let mut who = match features.who.as_slice() {
            [who] => *who,
            [] | [Who::Person, Who::Organisation] => Who::All,
            _ => {
                doubts.add(Doubt::SeveralApplicants);
                Who::All
            }
        };
        if features.mixes_classes() {
            doubts.add(Doubt::SeveralResults);
        }
        if let Some(kind) = features.result() {
            return self.result(kind, who, phrase, features, doubts);
        }
        if features.rest {
            return self.rest(phrase, doubts);
        }
        let stage = self.stage_said(explicit, who, phrase, features);
        // 其中要求公开认定书11件: what was asked for.
        let asks = || have_any(self.passage.letters(phrase.range()), &["要求公开", "请求公开"]);
        if stage.is_none() && features.has(Act::Publish) && !explicit && asks() {
            doubts.add(Doubt::Narrowed);
            return Meaning::Requests(Stage::Unspecified, who);
        }
        if stage.is_none() && features.has(Act::Publish) && !explicit {
            // 收到3件，其中公开2件: 公开 in the list of what became of requests.
            let listed = phrase.part
                && self.context.head.is_some_and(|head| matches!(head.meaning, Meaning::Requests(..)));
            doubts.add(if listed { Doubt::ListedOpen } else { Doubt::LooselyOpen });
            // 13件公开（含2件部分公开）.
            if !listed {
                self.also.push(Meaning::Result(ResultKind::OpenOrPartial, who));
            }
            return Meaning::Result(ResultKind::OpenLoose, who);
        }
        if (features.channel == 1 || features.channel > 1 && phrase.part) && !features.etc {
            if stage.is_none() || stage == Some(Stage::Unspecified) {
                doubts.add(Doubt::OneChannel);
                return Meaning::Channel;
            }
            doubts.add(Doubt::MaybeOneChannel);
        }
        if who == Who::OtherOrganisation {
            doubts.add(Doubt::OtherOrganisations);
        }
        let medium = features.nouns.contains(&Noun::Other(Other::Media)) && features.channel == 0;
        if stage.is_none() && explicit && medium && !features.etc {
            doubts.add(Doubt::MaybeOneChannel);
        }
        let head = if phrase.part && who != Who::All && stage.is_none() {
            self.whole_of(phrase, doubts)
        } else {
            self.context.head.map(|head| head.meaning)
        };
        if let (None, Some(Meaning::Result(kind, Who::All)), true) = (stage, head, who != Who::All) {
            return Meaning::Result(kind, who);
        }
        let stage = match (stage, head) {
            (Some(stage), _) => stage,
            (None, Some(Meaning::Requests(stage, _))) if who != Who::All && self.passes_on(stage) => stage,
            (None, _) if who != Who::All => Stage::Received,
            (None, _) => {
                let asked = features.noun() == Some(Noun::Asked) && self.context.requests;
                let named = explicit && (asked || self.names_requests(phrase));
                doubts.add(if named { Doubt::StageUnsaid } else { Doubt::CountedSomehow });
                Stage::Unspecified
            }
        };
        if !explicit
            && self.context.subject != Some(Noun::Request)
            && matches!(stage, Stage::CarriedOut | Stage::Carried)
        {
            doubts.add(Doubt::MaybeSuits);
        }
        if matches!(stage, Stage::CarriedIn | Stage::CarriedOut) && features.who.is_empty() {
            who = Who::All;
        }
        Meaning::Requests(stage, who)
    }

    /// The stage that the phrase itself gives.
    fn stage_said(
        &self,
        explicit: bool,
        who: Who,
        phrase: &Phrase<'_>,
        features: &Features,
    ) -> Option<Stage> {
        let stage = features.stage().or_else(|| self.adds_up(phrase, features).then_some(Stage::Handled));
        let counted = || {
            let text = self.passage.text(phrase.range());
            ["申请数", "申请量", "申请总", "申请件数"].iter().any(|word| text.contains(word))
        };
        let stage = stage.or_else(|| (explicit && counted()).then_some(Stage::Received));
        let text = self.passage.text(phrase.range());
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let start = phrase.range().start;
        let before = self.passage.text(start.saturating_sub(2)..start);
        let left = says(&LEFT) || LEFT.contains(&before.as_str());
        // 受理4件（其中当年收到3件）.
        match (stage, features.time()) {
            // 答复结果为公开17件: what the answer was, not how many there were.
            (Some(Stage::Answered), _) if features.has(Act::Publish) && says(&["结果"]) => None,
            (Some(Stage::Handled), _) if left => Some(Stage::CarriedOut),
            (Some(Stage::Received), Some(Time::This)) if phrase.part && who == Who::All => Some(Stage::New),
            (stage, _) => stage,
        }
    }

    /// Requests that ended in a way.
    fn result(
        &mut self,
        kind: ResultKind,
        who: Who,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        if kind == ResultKind::OpenLoose && self.passage.text(phrase.range()).contains("答复") {
            self.also.push(Meaning::Requests(Stage::Answered, who));
        }
        if matches!(kind, ResultKind::Own) {
            doubts.add(Doubt::OwnResult);
        }
        // 因本机关不掌握无法提供: the reason and its class are one result.
        let reasoned = matches!(kind, ResultKind::Row(row) if features.results.len() == 2
            && row.group().is_some_and(|of| features.results.contains(&ResultKind::Group(of))));
        let one = reasoned || matches!(kind, ResultKind::Group(_) | ResultKind::OpenOrPartial);
        if features.results.len() > 1 && !one {
            doubts.add(Doubt::SeveralResults);
        }
        Meaning::Result(kind, who)
    }

    /// Whether the noun can only mean requests: 政府信息公开申请, 依申请公开事项. 依申请公开5条 may be what was given out.
    fn names_requests(&self, phrase: &Phrase<'_>) -> bool {
        let mut words = phrase
            .before
            .iter()
            .chain(&phrase.after)
            .filter(|token| matches!(token.word(), Some(Word::Noun(Noun::Request))));
        words.any(|token| {
            let text = self.passage.text(token.at.clone());
            ["申请", "事项", "件", "案件", "申请书"].iter().any(|end| text.ends_with(end))
        })
    }

    /// 其他6件: the last column behind kinds of organisation, else a class of results.
    fn rest(&self, phrase: &Phrase<'_>, doubts: &mut Doubts) -> Meaning {
        let who = |meaning| matches!(meaning, Meaning::Requests(_, who) if who != Who::All);
        let beside = self.drafts.last().map(|draft| draft.meaning);
        let columns = [Who::Business, Who::Research, Who::Welfare, Who::Legal];
        if matches!(beside, Some(Meaning::Requests(_, who)) if columns.contains(&who)) {
            doubts.add(Doubt::RestOfApplicants);
            return Meaning::Requests(Stage::Received, Who::OtherOrganisation);
        }
        // 告知向其他机关申请3件 says more than 其他.
        let text = self.passage.text(phrase.range());
        let alone = text.starts_with("其他") || text.starts_with("其它");
        if alone && matches!(beside, Some(Meaning::Result(..))) {
            doubts.add(Doubt::RestOfResults);
            return Meaning::Result(ResultKind::Rest, Who::All);
        }
        doubts.add(Doubt::Rest);
        if beside.is_some_and(who) || self.context.head.is_some_and(|head| who(head.meaning)) {
            Meaning::Requests(Stage::Received, Who::OtherOrganisation)
        } else {
            Meaning::Result(ResultKind::Rest, Who::All)
        }
    }

    /// What the sentence counts that this may be a part of. Behind a ，, 其中 may go back beyond what stands next to it:
    /// 收到41件，结转下年2件，其中自然人38件. A whole is no smaller than its part.
    fn whole_of(&self, phrase: &Phrase<'_>, doubts: &mut Doubts) -> Option<Meaning> {
        let head = self.context.head?;
        let draft = self.drafts.get(head.index)?;
        let number = phrase.number.as_ref().map(|(number, _)| number.value)?;
        let whole = matches!(
            head.meaning,
            Meaning::Requests(
                Stage::Received | Stage::New | Stage::ReceivedAndHandled | Stage::Handled | Stage::Answered,
                Who::All
            )
        );
        if phrase.depth > 0 || whole || !matches!(head.meaning, Meaning::Requests(..) | Meaning::Result(..)) {
            return Some(head.meaning);
        }
        if number > draft.number {
            return None;
        }
        doubts.add(Doubt::WholeUnclear);
        Some(head.meaning)
    }

    /// Whether the applicants named next are those of that stage. Of what is carried over only a list of its own is.
    fn passes_on(&self, stage: Stage) -> bool {
        let list = self.context.part_of.is_some();
        list || !matches!(
            stage,
            Stage::CarriedIn | Stage::CarriedOut | Stage::Carried | Stage::AllSettled | Stage::New
        )
    }
}

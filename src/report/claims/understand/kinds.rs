use super::Reader;
use crate::report::claims::doubt::{Bearing, Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lexicon::{Act, Noun};
use crate::report::claims::meaning::{
    Change, Decision, DocumentKind, Meaning, Other, Outcome, ResultKind, Stage, Suit, Who,
};
use crate::report::claims::phrase::Phrase;
use crate::report::claims::scope::Whose;
use crate::text::{Decimal, Unit};

impl Reader<'_> {
    /// The meaning of a number that counts `subject`, and what speaks against comparing it.
    pub(super) fn of_subject(
        &mut self,
        subject: Noun,
        explicit: bool,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        let name = match &self.context.whose {
            Whose::Doubtful(name) => name.as_str(),
            Whose::Own | Whose::Unsaid => "",
        };
        if explicit && phrase.narrowed(name, self.passage.chars()) {
            doubts.add(Doubt::Narrowed);
        }
        let meaning = match subject {
            Noun::Request | Noun::Asked | Noun::Letter => self.request(explicit, phrase, features, doubts),
            Noun::Review => self.suit(Suit::Review, phrase, features, doubts),
            Noun::Litigation => self.suit(Suit::Litigation, phrase, features, doubts),
            Noun::Direct => self.suit(Suit::Direct, phrase, features, doubts),
            Noun::AfterReview => self.suit(Suit::AfterReview, phrase, features, doubts),
            Noun::Suits => self.suit(Suit::Both, phrase, features, doubts),
            Noun::Rules => self.document(DocumentKind::Rules, phrase, features, doubts),
            Noun::Documents => self.document(DocumentKind::Normative, phrase, features, doubts),
            Noun::Permits => decision(Decision::Permits, features, doubts),
            Noun::Penalties => decision(Decision::Penalties, features, doubts),
            Noun::Coercion => decision(Decision::Coercion, features, doubts),
            Noun::Fees => Meaning::Fees,
            Noun::HandlingFee => {
                doubts.add(Doubt::HandlingFee);
                Meaning::HandlingFee
            }
            Noun::Paper => Meaning::Other(Other::Paper),
            Noun::Other(other) => Meaning::Other(other),
        };
        let vague = features.noun() == Some(Noun::Asked) || matches!(meaning, Meaning::Suit(..));
        let unsure = vague && doubts.bearing() == Some(Bearing::Open);
        if let Meaning::Other(other) = meaning {
            doubts.add(Doubt::Uncounted(other));
        }
        let context = &mut self.context;
        // 其中各部门14件, 修改3件 interrupt what is being counted and do not end it.
        let aside = match subject {
            Noun::Other(Other::Item | Other::Media | Other::Work) => phrase.part,
            Noun::Other(Other::Draft) => matches!(context.subject, Some(Noun::Documents | Noun::Rules)),
            _ => false,
        };
        if explicit && !aside {
            context.subject = Some(subject);
            context.named = true;
            context.unsure = unsure;
        }
        context.contacts |= explicit
            && matches!(subject, Noun::Other(Other::Contact | Other::Item | Other::Draft | Other::Work));
        context.useful |= !matches!(subject, Noun::Other(_) | Noun::Paper);
        context.requests |= subject == Noun::Request;
        meaning
    }

    fn request(
        &mut self,
        explicit: bool,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        if features.both && features.coordinates().len() < 2 && phrase.number.is_some() {
            doubts.add(Doubt::Each);
        }
        let mut who = match features.who.as_slice() {
            [who] => *who,
            [] | [Who::Person, Who::Organisation] => Who::All,
            _ => {
                doubts.add(Doubt::SeveralApplicants);
                Who::All
            }
        };
        if let Some(kind) = features.result() {
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
            return Meaning::Result(kind, who);
        }
        if features.rest {
            return self.rest(phrase, doubts);
        }
        let stage = features.stage().or_else(|| self.adds_up(phrase, features).then_some(Stage::Handled));
        let counted = || {
            ["申请数", "申请量", "申请总", "申请件数"]
                .iter()
                .any(|word| self.passage.text(phrase.range()).contains(word))
        };
        let stage = stage.or_else(|| (explicit && counted()).then_some(Stage::Received));
        if stage.is_none() && features.has(Act::Publish) && !explicit {
            doubts.add(Doubt::LooselyOpen);
            return Meaning::Result(ResultKind::OpenLoose, who);
        }
        if features.channel == 1 && !features.etc {
            if stage.is_none() || stage == Some(Stage::Unspecified) {
                doubts.add(Doubt::OneChannel);
                return Meaning::Channel;
            }
            doubts.add(Doubt::MaybeOneChannel);
        }
        if who == Who::OtherOrganisation {
            doubts.add(Doubt::OtherOrganisations);
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
                doubts.add(Doubt::StageUnsaid);
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

    fn suit(&mut self, suit: Suit, phrase: &Phrase<'_>, features: &Features, doubts: &mut Doubts) -> Meaning {
        let text = self.passage.text(phrase.range());
        let outcome = match features.outcomes.as_slice() {
            [] if features.has(Act::Conclude) || features.has(Act::Settle) => {
                doubts.add(Doubt::ConcludedCases);
                Outcome::Concluded
            }
            [] if features.has(Act::Pending) || features.has(Act::CarryOut) => Outcome::Pending,
            [] => Outcome::Total,
            [outcome] => *outcome,
            _ => {
                doubts.add(Doubt::SeveralOutcomes);
                Outcome::Total
            }
        };
        if outcome == Outcome::Unlisted {
            doubts.add(Doubt::OwnOutcome);
        }
        if features.has(Act::CarryIn) || features.has(Act::Carry) {
            doubts.add(Doubt::CarriedSuits);
        }
        self.context.disclosed |= text.contains("公开");
        let disclosed = self.context.disclosed || self.context.requests || self.context.topic;
        let handles =
            ["受理", "办理", "审理"].iter().any(|word| text.contains(word)) && !text.contains("公开");
        if !disclosed && (handles || text.contains("申请") || features.has(Act::Conclude)) {
            doubts.add(Doubt::ReviewingBody);
        } else if !disclosed || (handles && suit != Suit::Litigation) {
            doubts.add(Doubt::OtherSuits);
        }
        self.context.outcome_of = Some(suit);
        Meaning::Suit(suit, outcome)
    }

    fn document(
        &mut self,
        kind: DocumentKind,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
        if let Some(&Noun::Other(other @ (Other::Draft | Other::Interpretation))) = features
            .nouns
            .iter()
            .find(|noun| matches!(noun, Noun::Other(Other::Draft | Other::Interpretation)))
        {
            return Meaning::Other(other);
        }
        let own = features.change().or_else(|| features.has(Act::New).then_some(Change::Issued));
        let change =
            own.or(self.context.change.filter(|_| self.context.named)).unwrap_or(Change::Unspecified);
        match change {
            Change::Published => doubts.add(Doubt::PublishedDocuments),
            Change::Cleaned => doubts.add(Doubt::Cleaned),
            Change::Unspecified => doubts.add(Doubt::ChangeUnsaid),
            Change::InForce if features.has(Act::Publish) => {
                doubts.add(Doubt::PublishedInForce);
            }
            Change::InForce if features.has(Act::Keep) && phrase.part => {
                doubts.add(Doubt::KeptOfCleaned);
            }
            Change::InForce if features.has(Act::Keep) || features.punctual => {
                doubts.add(Doubt::InForceByNow);
            }
            Change::Issued | Change::Repealed | Change::InForce => {}
        }
        if features.changes() > 1 {
            doubts.add(Doubt::SeveralChanges);
        }
        self.context.change = Some(change);
        Meaning::Documents(kind, change)
    }
}

fn decision(decision: Decision, features: &Features, doubts: &mut Doubts) -> Meaning {
    if !features.has(Act::Decide) {
        doubts.add(Doubt::NotDecided);
    }
    if features.has(Act::Publish) || features.has(Act::Announce) {
        doubts.add(Doubt::PublishedDecisions);
    }
    Meaning::Decisions(decision)
}

/// Turns the number into the unit of the tables, and doubts a unit that does not fit.
pub(super) fn measured(
    value: Decimal,
    unit: Unit,
    meaning: Meaning,
    doubts: &mut Doubts,
) -> (Decimal, Meaning) {
    let money = match unit {
        Unit::Yuan => Some(-4),
        Unit::TenThousandYuan => Some(0),
        Unit::HundredMillionYuan => Some(4),
        _ => None,
    };
    match (meaning, money) {
        (Meaning::Fees, Some(exponent)) => return (value.scaled(exponent).unwrap_or(value), meaning),
        (Meaning::HandlingFee, Some(exponent)) => {
            return (value.scaled(exponent + 4).unwrap_or(value), meaning);
        }
        (Meaning::Fees, None) => doubts.add(Doubt::NoMoney),
        (Meaning::Other(_) | Meaning::Unknown | Meaning::Share | Meaning::HandlingFee, _) => {}
        (_, Some(_)) => doubts.add(Doubt::Money),
        (_, None) if unit == Unit::Other => doubts.add(Doubt::OddUnit),
        (Meaning::Decisions(_), None) if unit == Unit::Piece => {
            doubts.add(Doubt::Items);
        }
        _ => {}
    }
    (value, meaning)
}

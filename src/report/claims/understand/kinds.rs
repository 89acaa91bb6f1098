use super::Reader;
use crate::report::claims::features::Features;
use crate::report::claims::guard::Guard;
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
        guard: &mut Guard,
    ) -> Meaning {
        let name = match &self.context.whose {
            Whose::Doubtful(name) => name.as_str(),
            Whose::Own | Whose::Unsaid => "",
        };
        if explicit && phrase.narrowed(name, self.passage.chars()) {
            guard.soften("句中另有限定，不能断定与表中是同一范围");
        }
        let meaning = match subject {
            Noun::Request | Noun::Asked | Noun::Letter => self.request(explicit, phrase, features, guard),
            Noun::Review => self.suit(Suit::Review, phrase, features, guard),
            Noun::Litigation => self.suit(Suit::Litigation, phrase, features, guard),
            Noun::Direct => self.suit(Suit::Direct, phrase, features, guard),
            Noun::AfterReview => self.suit(Suit::AfterReview, phrase, features, guard),
            Noun::Suits => self.suit(Suit::Both, phrase, features, guard),
            Noun::Rules => self.document(DocumentKind::Rules, phrase, features, guard),
            Noun::Documents => self.document(DocumentKind::Normative, phrase, features, guard),
            Noun::Permits => decision(Decision::Permits, features, guard),
            Noun::Penalties => decision(Decision::Penalties, features, guard),
            Noun::Coercion => decision(Decision::Coercion, features, guard),
            Noun::Fees => Meaning::Fees,
            Noun::HandlingFee => {
                guard.silence("信息处理费，表中没有对应");
                Meaning::HandlingFee
            }
            Noun::Paper => Meaning::Other(Other::Paper),
            Noun::Other(other) => Meaning::Other(other),
        };
        let vague = features.noun() == Some(Noun::Asked) || matches!(meaning, Meaning::Suit(..));
        let unsure = vague && matches!(guard, Guard::Soft(_));
        if let Meaning::Other(other) = meaning {
            guard.silence(other.reason());
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
        guard: &mut Guard,
    ) -> Meaning {
        if features.both && features.coordinates().len() < 2 && phrase.number.is_some() {
            guard.soften("“各”“均为”之后的数字可能是每一个的，不是合计");
        }
        let mut who = match features.who.as_slice() {
            [who] => *who,
            [] | [Who::Person, Who::Organisation] => Who::All,
            _ => {
                guard.soften("几类申请人的合计数，表中没有对应");
                Who::All
            }
        };
        if let Some(kind) = features.result() {
            if matches!(kind, ResultKind::Own) {
                guard.silence("表中没有这一类办理结果");
            }
            // 因本机关不掌握无法提供: the reason and its class are one result.
            let reasoned = matches!(kind, ResultKind::Row(row) if features.results.len() == 2
                && row.group().is_some_and(|of| features.results.contains(&ResultKind::Group(of))));
            let one = reasoned || matches!(kind, ResultKind::Group(_) | ResultKind::OpenOrPartial);
            if features.results.len() > 1 && !one {
                guard.soften("几类办理结果的合计数，不能断定与表中哪一项对应");
            }
            return Meaning::Result(kind, who);
        }
        if features.rest {
            return self.rest(phrase, guard);
        }
        let stage = features.stage().or_else(|| self.adds_up(phrase, features).then_some(Stage::Handled));
        let counted = || {
            ["申请数", "申请量", "申请总", "申请件数"]
                .iter()
                .any(|word| self.passage.text(phrase.range()).contains(word))
        };
        let stage = stage.or_else(|| (explicit && counted()).then_some(Stage::Received));
        if stage.is_none() && features.has(Act::Publish) && !explicit {
            guard.doubt("“公开”可能不只是予以公开".into());
            return Meaning::Result(ResultKind::OpenLoose, who);
        }
        if features.channel == 1 && !features.etc {
            if stage.is_none() || stage == Some(Stage::Unspecified) {
                guard.silence("只计某一申请渠道，表中没有对应");
                return Meaning::Channel;
            }
            guard.soften("可能只计某一申请渠道，表中没有对应");
        }
        if who == Who::OtherOrganisation {
            guard.doubt("“其他组织”指表中哪几列不能断定".into());
        }
        let head = if phrase.part && who != Who::All && stage.is_none() {
            self.whole_of(phrase, guard)
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
                guard.doubt("正文没有说明是收到、办理还是答复的件数".into());
                Stage::Unspecified
            }
        };
        if !explicit
            && self.context.subject != Some(Noun::Request)
            && matches!(stage, Stage::CarriedOut | Stage::Carried)
        {
            guard.doubt("也可能说的是行政复议、行政诉讼".into());
        }
        if matches!(stage, Stage::CarriedIn | Stage::CarriedOut) && features.who.is_empty() {
            who = Who::All;
        }
        Meaning::Requests(stage, who)
    }

    /// 其他6件: the last column behind kinds of organisation, else a class of results.
    fn rest(&self, phrase: &Phrase<'_>, guard: &mut Guard) -> Meaning {
        let who = |meaning| matches!(meaning, Meaning::Requests(_, who) if who != Who::All);
        let beside = self.drafts.last().map(|draft| draft.meaning);
        let columns = [Who::Business, Who::Research, Who::Welfare, Who::Legal];
        if matches!(beside, Some(Meaning::Requests(_, who)) if columns.contains(&who)) {
            guard.doubt("“其他”不一定就是表中的“其他”一列".into());
            return Meaning::Requests(Stage::Received, Who::OtherOrganisation);
        }
        // 告知向其他机关申请3件 says more than 其他.
        let text = self.passage.text(phrase.range());
        let alone = text.starts_with("其他") || text.starts_with("其它");
        if alone && matches!(beside, Some(Meaning::Result(..))) {
            guard.doubt("只说“其他”，不一定就是“其他处理”".into());
            return Meaning::Result(ResultKind::Rest, Who::All);
        }
        guard.soften("只说“其他”，不能断定是表中的哪一项");
        if beside.is_some_and(who) || self.context.head.is_some_and(|head| who(head.meaning)) {
            Meaning::Requests(Stage::Received, Who::OtherOrganisation)
        } else {
            Meaning::Result(ResultKind::Rest, Who::All)
        }
    }

    /// What the sentence counts that this may be a part of. Behind a ，, 其中 may go back beyond what stands next to it:
    /// 收到41件，结转下年2件，其中自然人38件. A whole is no smaller than its part.
    fn whole_of(&self, phrase: &Phrase<'_>, guard: &mut Guard) -> Option<Meaning> {
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
        guard.soften("“其中”说的是哪一个总数不能断定");
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

    fn suit(&mut self, suit: Suit, phrase: &Phrase<'_>, features: &Features, guard: &mut Guard) -> Meaning {
        let text = self.passage.text(phrase.range());
        let outcome = match features.outcomes.as_slice() {
            [] if features.has(Act::Conclude) || features.has(Act::Settle) => {
                guard.doubt("审结、办结的件数可能不含或包含往年案件".into());
                Outcome::Concluded
            }
            [] if features.has(Act::Pending) || features.has(Act::CarryOut) => Outcome::Pending,
            [] => Outcome::Total,
            [outcome] => *outcome,
            _ => {
                guard.soften("几类审理结果的合计数，表中没有对应");
                Outcome::Total
            }
        };
        if outcome == Outcome::Unlisted {
            guard.silence("表中没有这一类审理结果");
        }
        if features.has(Act::CarryIn) || features.has(Act::Carry) {
            guard.soften("上年结转的复议、诉讼，表中没有单列");
        }
        self.context.disclosed |= text.contains("公开");
        let disclosed = self.context.disclosed || self.context.requests || self.context.topic;
        let handles =
            ["受理", "办理", "审理"].iter().any(|word| text.contains(word)) && !text.contains("公开");
        if !disclosed && (handles || text.contains("申请") || features.has(Act::Conclude)) {
            guard.soften("可能是作为复议机关办理的案件，不是因政府信息公开引起的");
        } else if !disclosed || (handles && suit != Suit::Litigation) {
            guard.doubt("不能断定只是因政府信息公开引起的复议、诉讼".into());
        }
        self.context.outcome_of = Some(suit);
        Meaning::Suit(suit, outcome)
    }

    fn document(
        &mut self,
        kind: DocumentKind,
        phrase: &Phrase<'_>,
        features: &Features,
        guard: &mut Guard,
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
            Change::Published => guard.doubt("公开、发布的件数不一定就是本年制发件数".into()),
            Change::Cleaned => guard.soften("清理、失效的件数不一定计入废止"),
            Change::Unspecified => guard.soften("没有说明是制发、废止还是现行有效"),
            Change::InForce if features.has(Act::Publish) => {
                guard.doubt("公开的现行有效文件不一定是全部现行有效文件".into());
            }
            Change::InForce if features.has(Act::Keep) && phrase.part => {
                guard.soften("只计清理的文件中继续有效的");
            }
            Change::InForce if features.has(Act::Keep) || features.punctual => {
                guard.doubt("清理后保留或目前有效的件数，可能不是年末的件数".into());
            }
            Change::Issued | Change::Repealed | Change::InForce => {}
        }
        if features.changes() > 1 {
            guard.soften("制发与废止等几类数字合在一起");
        }
        self.context.change = Some(change);
        Meaning::Documents(kind, change)
    }
}

fn decision(decision: Decision, features: &Features, guard: &mut Guard) -> Meaning {
    if !features.has(Act::Decide) {
        guard.soften("不能断定是本年作出的处理决定数");
    }
    if features.has(Act::Publish) || features.has(Act::Announce) {
        guard.soften("公开的件数不一定是全部处理决定");
    }
    Meaning::Decisions(decision)
}

/// Turns the number into the unit of the tables, and doubts a unit that does not fit.
pub(super) fn measured(
    value: Decimal,
    unit: Unit,
    meaning: Meaning,
    guard: &mut Guard,
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
        (Meaning::Fees, None) => guard.silence("不是金额"),
        (Meaning::Other(_) | Meaning::Unknown | Meaning::Share | Meaning::HandlingFee, _) => {}
        (_, Some(_)) => guard.silence("是金额，不是件数"),
        (_, None) if unit == Unit::Other => guard.silence("计量单位表明不是件数"),
        (Meaning::Decisions(_), None) if unit == Unit::Piece => {
            guard.soften("“项”可能是事项数，不是决定数");
        }
        _ => {}
    }
    (value, meaning)
}

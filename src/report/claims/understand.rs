//! Follows the subject, the time and the speaker through a paragraph and says what each number means.

use super::features::Features;
use super::guard::Guard;
use super::lex::Stop;
use super::lexicon::{Time, Word};
use super::meaning::{
    Act, Change, DocumentKind, Meaning, Noun, Other, Outcome, ResultKind, Stage, Suit, Who,
};
use super::phrase::Phrase;
use super::scope::{Whose, whose};
use super::statement;
use crate::text::{Decimal, NumberForm, Passage, Unit};
use std::ops::Range;

/// A number with its meaning, not yet compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// What it is.
    pub(super) meaning: Meaning,
    /// The number, in the unit of the tables.
    pub(super) number: Decimal,
    /// Whether it is approximate.
    pub(super) approximate: bool,
    /// The digits, or the word that stands for them.
    pub(super) digits: Range<usize>,
    /// The phrase.
    pub(super) text: Range<usize>,
    /// What a difference would be worth.
    pub(super) guard: Guard,
    /// The draft of the same passage that this is a part of.
    pub(super) part_of: Option<usize>,
    /// Counts sentences of the passage.
    pub(super) sentence: usize,
    /// Whether a less exact reading of the meaning is ruled out, because its sentence names the other part itself.
    pub(super) strict: bool,
    /// How its sentence names the requests carried in.
    pub(super) carried_in: CarriedIn,
}

/// Whether a number of received requests counts those carried in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CarriedIn {
    /// The sentence does not name them.
    Unsaid,
    /// It names them beside: 收到2件，上年结转1件.
    Beside,
    /// It names them as a part: 收到3件（含上年结转1件）.
    Within,
}

/// What is known while reading on.
#[derive(Debug, Clone, Default)]
pub(super) struct Context {
    /// What is being counted.
    pub(super) subject: Option<Noun>,
    /// Whether this sentence itself names the subject.
    pub(super) named: bool,
    /// Whether it is only said to be 申请, of whatever kind.
    unsure: bool,
    /// Whether the heading above says that this is about requests.
    pub(super) topic: bool,
    /// Whether the paragraph has named requests.
    pub(super) requests: bool,
    /// Whether the paragraph has tied reviews and lawsuits to disclosure.
    pub(super) disclosed: bool,
    time: Option<Time>,
    whose: Whose,
    change: Option<Change>,
    outcome_of: Option<Suit>,
    head: Option<Head>,
    part_of: Option<usize>,
    last: Option<usize>,
    pub(super) sentence: usize,
    useful: bool,
    waiting: Vec<Word>,
}

/// What the parts of a list are parts of.
#[derive(Debug, Clone, Copy)]
struct Head {
    meaning: Meaning,
    index: usize,
}

/// Reads one passage.
pub(super) struct Reader<'p> {
    pub(super) passage: &'p Passage,
    pub(super) organ: &'p str,
    pub(super) drafts: Vec<Draft>,
    pub(super) context: Context,
}

impl<'p> Reader<'p> {
    /// A reader of a passage; `topic` says whether the heading above is about requests.
    pub(super) fn new(passage: &'p Passage, organ: &'p str, topic: bool) -> Self {
        Self { passage, organ, drafts: Vec::new(), context: Context { topic, ..Context::default() } }
    }
}

impl Reader<'_> {
    /// Reads phrase by phrase.
    pub(super) fn read(&mut self, phrases: &[Phrase<'_>]) {
        let mut outside: Vec<Context> = Vec::new();
        let mut following = phrases.iter();
        while let Some(phrase) = following.next() {
            while phrase.depth > outside.len() {
                outside.push(self.context.clone());
                let context = &mut self.context;
                context.part_of = context.last;
                let last = context.last.and_then(|last| Some((last, self.drafts.get(last)?)));
                context.head = last.map(|(index, draft)| Head { meaning: draft.meaning, index });
            }
            while phrase.depth < outside.len() {
                if let Some(outer) = outside.pop() {
                    self.context = outer;
                }
            }
            self.pass(phrase.stop.unwrap_or(Stop::None), phrase.depth);
            let features = Features::of(phrase);
            if phrase.number.is_some() {
                self.number(phrase, &features, following.as_slice());
            } else {
                statement::read(self, phrase, &features);
                self.lead(phrase, &features);
            }
        }
    }

    fn pass(&mut self, stop: Stop, depth: usize) {
        let context = &mut self.context;
        if stop >= Stop::Clause && depth == 0 {
            context.part_of = None;
            context.waiting.clear();
        }
        if stop == Stop::Sentence && depth == 0 {
            if !context.useful {
                (context.subject, context.head, context.change) = (None, None, None);
            }
            (context.named, context.useful, context.time) = (false, false, None);
            context.whose = Whose::Unsaid;
            context.sentence += 1;
        }
    }

    /// Takes from words without a number what they say of the numbers that follow.
    fn lead(&mut self, phrase: &Phrase<'_>, features: &Features) {
        let context = &mut self.context;
        if let Some(time) = features.time().filter(|_| !features.carries()) {
            context.time = Some(time);
        }
        if features.enumerates(phrase, self.passage.chars()) {
            (context.subject, context.named, context.head) = (None, false, None);
        }
        match features.noun() {
            Some(
                noun @ (Noun::Request | Noun::Review | Noun::Litigation | Noun::Documents | Noun::Rules),
            ) => {
                context.subject = Some(noun);
                context.named = true;
                context.useful = true;
                context.requests |= noun == Noun::Request;
                let suit = matches!(noun, Noun::Review | Noun::Litigation);
                context.disclosed |= suit && self.passage.text(phrase.range()).contains("公开");
            }
            Some(noun @ Noun::Other(Other::Contact | Other::Interpretation | Other::Draft)) => {
                context.subject = Some(noun);
                context.named = false;
            }
            _ => {}
        }
        let length = phrase.range().len();
        if let said @ (Whose::Own | Whose::Doubtful(_)) =
            whose(&phrase.before, self.passage.chars(), self.organ)
            && length <= 16
        {
            context.whose = said;
        }
    }

    fn number(&mut self, phrase: &Phrase<'_>, features: &Features, following: &[Phrase<'_>]) {
        let Some((number, digits)) = phrase.number.clone() else { return };
        let mut guard = Guard::Certain;
        match number.form {
            NumberForm::Percent => return self.plain(phrase, Meaning::Share, "百分比，表中没有对应"),
            NumberForm::Range => return self.plain(phrase, Meaning::Unknown, "数字是一个范围，不作相等比较"),
            _ if phrase.share => return self.plain(phrase, Meaning::Share, "所占份额，表中没有对应"),
            _ => {}
        }
        if number.approximate {
            guard.silence("约数不作相等比较");
        }
        if number.split {
            guard.silence("数字中间有空格，不能断定是一个数还是两个数");
        }
        if features.negated() && number.value != Decimal::from(1) && !number.value.is_zero() {
            guard.silence("否定句中的数字，含义不能断定");
        }
        self.time(phrase, features, &mut guard);
        match whose(&phrase.before, self.passage.chars(), self.organ) {
            Whose::Unsaid => {}
            // 其中县本级12件: a part of the total, so no other total.
            Whose::Doubtful(_) if phrase.part => guard.soften("只计其中一部分单位，表中没有对应"),
            said => self.context.whose = said,
        }
        if let Whose::Doubtful(name) = &self.context.whose {
            guard.doubt(format!("正文说的是“{name}”，可能与本报告表格的统计范围不同"));
        }
        let features = self.in_order(features, following);
        let value = if features.negated() { Decimal::ZERO } else { number.value };
        for (meaning, own) in self.meanings(phrase, &features) {
            let mut guard = guard.clone();
            guard.add(own);
            let unit = number.unit;
            let (number, meaning) = self.measured(value, unit, meaning, &mut guard);
            if meaning == Meaning::Unknown
                && phrase.number.as_ref().is_some_and(|(n, _)| n.unit == Unit::None)
            {
                continue;
            }
            self.push(phrase, digits.clone(), meaning, number, guard);
        }
        self.refine_later(phrase);
    }

    /// Numbers given as 分别为 take the items of the list before them one by one.
    fn in_order(&mut self, features: &Features, following: &[Phrase<'_>]) -> Features {
        if features.each {
            let items = features.list();
            let bare = |phrase: &&Phrase<'_>| {
                phrase.number.as_ref().is_some_and(|(number, _)| number.form == NumberForm::Count)
                    && phrase.stop == Some(Stop::Item)
                    && !Features::of(phrase).keyed()
            };
            let more = following.iter().take_while(bare).count();
            if items.len() == more + 1 {
                self.context.waiting = items.clone();
                self.context.waiting.reverse();
                let item = self.context.waiting.pop();
                return features.only(&items, item);
            }
            self.context.waiting.clear();
            return features.unordered();
        }
        if !features.keyed()
            && let Some(item) = self.context.waiting.pop()
        {
            return features.only(&[], Some(item));
        }
        features.clone()
    }

    fn time(&mut self, phrase: &Phrase<'_>, features: &Features, guard: &mut Guard) {
        let carried = features.carries();
        let own = features.time().filter(|time| !carried || !matches!(time, Time::Previous | Time::Next));
        let outer = phrase.outer.iter().copied().find(|time| matches!(time, Time::Previous | Time::Compared));
        let time = own.or(outer.filter(|_| !carried)).or(self.context.time.filter(|_| !carried));
        match time {
            Some(Time::Previous | Time::Elsewhen | Time::Next) => guard.silence("说的是其他年度"),
            Some(Time::Compared) => guard.silence("与其他时期比较的数字"),
            Some(Time::Part) => guard.soften("只计一年中的一段时间，表中没有对应"),
            Some(Time::Cumulative) => guard.soften("累计数，可能不只是本年"),
            Some(Time::This | Time::Until) | None => {}
        }
        if let Some(own) = own
            && !matches!(own, Time::Compared | Time::Cumulative | Time::Until)
            && features.leads_with_time(phrase)
        {
            self.context.time = Some(own);
        }
    }

    /// What the number of a phrase is; several meanings where it is said of each of several things.
    fn meanings(&mut self, phrase: &Phrase<'_>, features: &Features) -> Vec<(Meaning, Guard)> {
        let mut guard = Guard::Certain;
        if features.disordered {
            guard.silence("“分别”所列的项目与数字不能一一对应");
            return vec![(Meaning::Unknown, guard)];
        }
        let (subject, explicit) = self.subject(phrase, features, &mut guard);
        let Some(subject) = subject else {
            guard.silence("没有说明是表中的哪一项");
            return vec![(Meaning::Unknown, guard)];
        };
        let coordinates = if explicit { features.coordinates() } else { Vec::new() };
        let zero =
            phrase.number.as_ref().is_some_and(|(number, _)| number.value.is_zero()) || features.negated();
        if coordinates.len() > 1 && (features.both || zero) {
            return coordinates
                .into_iter()
                .map(|noun| {
                    let mut guard = guard.clone();
                    let meaning = self.of_subject(noun, true, phrase, features, &mut guard);
                    (meaning, guard)
                })
                .collect();
        }
        let suits =
            |noun: &Noun| matches!(noun, Noun::Review | Noun::Litigation | Noun::Direct | Noun::AfterReview);
        let subject = if coordinates.len() > 1 && coordinates.iter().all(suits) {
            Noun::Suits
        } else {
            if coordinates.len() > 1 {
                guard.silence("几类事项的合计数，表中没有对应");
            }
            subject
        };
        let meaning = self.of_subject(subject, explicit, phrase, features, &mut guard);
        vec![(meaning, guard)]
    }

    /// What a phrase counts, and whether it says so itself.
    fn subject(&self, phrase: &Phrase<'_>, features: &Features, guard: &mut Guard) -> (Option<Noun>, bool) {
        let context = &self.context;
        let requests = context.subject == Some(Noun::Request);
        if let Some(noun) = features.noun() {
            let noun = match noun {
                Noun::Asked if requests || context.topic || context.requests => Noun::Request,
                Noun::Asked => {
                    guard.soften("没有说明是不是政府信息公开申请");
                    Noun::Request
                }
                Noun::Paper
                    if matches!(context.subject, Some(Noun::Documents | Noun::Rules)) && context.named =>
                {
                    guard.doubt("正文只说“文件”，可能不只是行政规范性文件".into());
                    Noun::Documents
                }
                Noun::Paper => Noun::Other(Other::Paper),
                Noun::Letter if features.nouns.iter().any(|noun| matches!(noun, Noun::Other(_))) => {
                    Noun::Other(Other::Contact)
                }
                Noun::Letter if (requests && context.named) || features.nouns.contains(&Noun::Request) => {
                    Noun::Request
                }
                Noun::Letter => Noun::Other(Other::Contact),
                noun => noun,
            };
            return (Some(noun), true);
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
        } else if features.carries() {
            let known = requests || ((context.requests || context.topic) && !other);
            known.then_some(Noun::Request).or(context.subject)
        } else if features.documentary() {
            context.subject.filter(|noun| matches!(noun, Noun::Documents | Noun::Rules | Noun::Other(_)))
        } else if features.acts.is_empty() {
            context.subject.filter(|_| features.own_result || features.rest)
        } else {
            context.subject.or(context.topic.then_some(Noun::Request))
        };
        if inherited.is_some() && inherited != context.subject && !features.has_result() {
            guard.doubt("这一句没有写明是政府信息公开申请".into());
        }
        if inherited.is_some() && context.subject.is_none() {
            guard.doubt("这一句没有写明是政府信息公开申请".into());
        }
        if inherited == context.subject && context.unsure {
            guard.soften("不能断定说的是政府信息公开申请或由它引起的案件");
        }
        if inherited.is_some() && (features.strange(phrase) || phrase.counts_unknown) {
            guard.soften("句中另有说明，不能断定与表中是同一范围");
        }
        (inherited, false)
    }

    fn of_subject(
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
        if explicit && features.narrowed(phrase, name, self.passage.chars()) {
            guard.soften("句中另有限定，不能断定与表中是同一范围");
        }
        let meaning = match subject {
            Noun::Request | Noun::Asked | Noun::Letter => self.request(explicit, features, guard),
            Noun::Review => self.suit(Suit::Review, phrase, features, guard),
            Noun::Litigation => self.suit(Suit::Litigation, phrase, features, guard),
            Noun::Direct => self.suit(Suit::Direct, phrase, features, guard),
            Noun::AfterReview => self.suit(Suit::AfterReview, phrase, features, guard),
            Noun::Suits => self.suit(Suit::Both, phrase, features, guard),
            Noun::Rules => self.document(DocumentKind::Rules, features, guard),
            Noun::Documents => self.document(DocumentKind::Normative, features, guard),
            Noun::Permits => decision(super::meaning::Decision::Permits, features, guard),
            Noun::Penalties => decision(super::meaning::Decision::Penalties, features, guard),
            Noun::Coercion => decision(super::meaning::Decision::Coercion, features, guard),
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
        context.useful |= !matches!(subject, Noun::Other(_) | Noun::Paper);
        context.requests |= subject == Noun::Request;
        meaning
    }

    fn request(&mut self, explicit: bool, features: &Features, guard: &mut Guard) -> Meaning {
        let mut who = match features.who.as_slice() {
            [] => Who::All,
            [who] => *who,
            [Who::Person, Who::Organisation] => Who::All,
            _ => {
                guard.soften("几类申请人的合计数，表中没有对应");
                Who::All
            }
        };
        if let Some(kind) = features.result() {
            if matches!(kind, ResultKind::Own) {
                guard.silence("表中没有这一类办理结果");
            }
            if features.results.len() > 1 && !matches!(kind, ResultKind::Group(_) | ResultKind::OpenOrPartial)
            {
                guard.soften("几类办理结果的合计数，不能断定与表中哪一项对应");
            }
            return Meaning::Result(kind, who);
        }
        if features.rest {
            guard.soften("只说“其他”，不能断定是表中的哪一项");
            let of_who = self
                .context
                .head
                .is_some_and(|head| matches!(head.meaning, Meaning::Requests(_, who) if who != Who::All));
            return if of_who {
                Meaning::Requests(Stage::Received, Who::OtherOrganisation)
            } else {
                Meaning::Result(ResultKind::Rest, Who::All)
            };
        }
        let stage = features.stage();
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
        let head = self.context.head.map(|head| head.meaning);
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
        if !explicit && self.context.subject != Some(Noun::Request) && stage == Stage::CarriedOut {
            guard.doubt("也可能说的是行政复议、行政诉讼".into());
        }
        if stage == Stage::Carried {
            guard.soften("没有说明是上年结转还是结转下年度");
        }
        if matches!(stage, Stage::CarriedIn | Stage::CarriedOut) && features.who.is_empty() {
            who = Who::All;
        }
        Meaning::Requests(stage, who)
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
            [] if features.has(Act::Conclude) || features.has(Act::Settle) || features.has(Act::Answer) => {
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

    fn document(&mut self, kind: DocumentKind, features: &Features, guard: &mut Guard) -> Meaning {
        if let Some(&Noun::Other(other @ (Other::Draft | Other::Interpretation))) = features
            .nouns
            .iter()
            .find(|noun| matches!(noun, Noun::Other(Other::Draft | Other::Interpretation)))
        {
            return Meaning::Other(other);
        }
        let own = features.change();
        let change =
            own.or(self.context.change.filter(|_| self.context.named)).unwrap_or(Change::Unspecified);
        match change {
            Change::Published => guard.doubt("公开、发布的件数不一定就是本年制发件数".into()),
            Change::Cleaned => guard.soften("清理、失效的件数不一定计入废止"),
            Change::Unspecified => guard.soften("没有说明是制发、废止还是现行有效"),
            Change::InForce if features.has(Act::Publish) => {
                guard.doubt("公开的现行有效文件不一定是全部现行有效文件".into());
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

    /// Turns the number into the unit of the tables, and doubts a unit that does not fit.
    fn measured(
        &self,
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
                guard.soften("“项”可能是事项数，不是决定数")
            }
            _ => {}
        }
        (value, meaning)
    }

    fn plain(&mut self, phrase: &Phrase<'_>, meaning: Meaning, reason: &str) {
        let Some((number, digits)) = phrase.number.clone() else { return };
        let mut guard = Guard::Certain;
        guard.silence(reason);
        self.push(phrase, digits, meaning, number.value, guard);
    }

    /// Adds a draft.
    pub(super) fn push(
        &mut self,
        phrase: &Phrase<'_>,
        digits: Range<usize>,
        meaning: Meaning,
        number: Decimal,
        guard: Guard,
    ) {
        let index = self.drafts.len();
        let context = &mut self.context;
        if phrase.part && context.part_of.is_none() {
            context.part_of = context.head.map(|head| head.index);
        } else if !phrase.part {
            context.part_of = None;
        }
        self.drafts.push(Draft {
            meaning,
            number,
            approximate: phrase.number.as_ref().is_some_and(|(number, _)| number.approximate),
            digits,
            text: phrase.range(),
            guard,
            part_of: context.part_of,
            sentence: context.sentence,
            strict: false,
            carried_in: CarriedIn::Unsaid,
        });
        if meaning != Meaning::Share {
            context.last = Some(index);
            let listed =
                matches!(meaning, Meaning::Requests(_, who) | Meaning::Result(_, who) if who != Who::All);
            if !phrase.part || (!listed && meaning != Meaning::Channel) {
                context.head = Some(Head { meaning, index });
            }
        }
    }

    fn refine_later(&mut self, phrase: &Phrase<'_>) {
        if phrase.depth == 0 {
            self.context.part_of = self.context.part_of.filter(|_| phrase.part);
        }
    }

    /// A bracket without a number right behind one names its kind more exactly: 不予公开1件（保护第三方合法权益）.
    pub(super) fn refine(&mut self, phrase: &Phrase<'_>, features: &Features) {
        let Some(head) = self.context.last.and_then(|last| self.drafts.get(last)).cloned() else { return };
        let mut guard = head.guard.clone();
        let meaning = match head.meaning {
            Meaning::Result(ResultKind::Group(group), who) => match features.result() {
                Some(kind @ ResultKind::Row(row)) if row.group() == Some(group) => {
                    if features.results.len() > 1 || features.etc {
                        guard.soften("括号内列了几种情形");
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
                _ => return,
            },
            _ => return,
        };
        let text = head.text.start..phrase.range().end;
        self.drafts.push(Draft { meaning, guard, text, part_of: self.context.last, ..head });
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

fn decision(decision: super::meaning::Decision, features: &Features, guard: &mut Guard) -> Meaning {
    if !features.has(Act::Decide) {
        guard.soften("不能断定是本年作出的处理决定数");
    }
    if features.has(Act::Publish) || features.has(Act::Announce) {
        guard.soften("公开的件数不一定是全部处理决定");
    }
    Meaning::Decisions(decision)
}

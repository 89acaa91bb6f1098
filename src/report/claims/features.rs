use super::lex::Token;
use super::lexicon::{Act, Noun};
use super::lexicon::{Time, Word};
use super::meaning::{Change, Other, Outcome, ResultKind, Stage, Who};
use super::phrase::Phrase;
use crate::report::form::Row3;

/// The words of a phrase, sorted by what they say.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one word stands in the phrase")]
pub(super) struct Features {
    /// Nouns before the number, or behind it where none stands before.
    pub(super) nouns: Vec<Noun>,
    /// The nouns that are named side by side with the one that counts, itself included.
    side_by_side: Vec<Noun>,
    pub(super) acts: Vec<Act>,
    pub(super) results: Vec<ResultKind>,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) who: Vec<Who>,
    /// How many ways of coming in are named.
    pub(super) channel: usize,
    times: Vec<Time>,
    neg: bool,
    absent: bool,
    pub(super) conditional: bool,
    pub(super) all: bool,
    pub(super) both: bool,
    pub(super) each: bool,
    pub(super) etc: bool,
    pub(super) punctual: bool,
    pub(super) own_result: bool,
    pub(super) rest: bool,
    /// Set where 分别 names things that the numbers do not match.
    pub(super) disordered: bool,
    /// Keys in the order of the text.
    keys: Vec<Word>,
}

impl Features {
    /// Sorts the words of a phrase.
    pub(super) fn of(phrase: &Phrase<'_>) -> Self {
        let mut features = Self::default();
        for word in phrase.words() {
            features.take(word);
        }
        // 2件未到期, 12件都已答复: what stands behind a number neither denies nor distributes it.
        if phrase.number.is_some() {
            let before = |word| phrase.before.iter().any(|token| token.word() == Some(word));
            features.neg = before(Word::Neg);
            features.both &= before(Word::Both);
        }
        let noun = |token: &&&Token| matches!(token.word(), Some(Word::Noun(_)));
        let side =
            if phrase.before.iter().any(|token| noun(&token)) { &phrase.before } else { &phrase.after };
        (features.nouns, features.side_by_side) = nouns(side);
        features
    }

    fn take(&mut self, word: Word) {
        match word {
            Word::Act(act) => self.acts.push(act),
            Word::Result(ResultKind::Own) => self.own_result = true,
            Word::Result(ResultKind::Rest) => self.rest = true,
            Word::Result(kind) => self.results.push(kind),
            Word::Outcome(outcome) => self.outcomes.push(outcome),
            Word::Who(who) => self.who.push(who),
            Word::Channel => self.channel += 1,
            Word::Time(time) => self.times.push(time),
            Word::Neg => self.neg = true,
            Word::Absent => self.absent = true,
            Word::If => self.conditional = true,
            Word::All => self.all = true,
            Word::Both => self.both = true,
            Word::Each => self.each = true,
            Word::Etc => self.etc = true,
            Word::Punctual => self.punctual = true,
            Word::Noun(_)
            | Word::Scope(_)
            | Word::Helping
            | Word::Part
            | Word::Beside
            | Word::Remainder
            | Word::Share
            | Word::Join
            | Word::Copula
            | Word::Filler => {}
        }
        let key = matches!(
            word,
            Word::Noun(_) | Word::Act(_) | Word::Result(_) | Word::Outcome(_) | Word::Who(_) | Word::Channel
        );
        if key {
            self.keys.push(word);
        }
    }

    /// Whether any word says what the number is.
    pub(super) fn keyed(&self) -> bool {
        !self.keys.is_empty() || self.absent
    }

    /// The noun that the number counts: the last one.
    pub(super) fn noun(&self) -> Option<Noun> {
        self.nouns.last().copied()
    }

    /// The nouns named side by side: 行政复议、行政诉讼.
    pub(super) fn coordinates(&self) -> Vec<Noun> {
        self.side_by_side.clone()
    }

    pub(super) fn has(&self, act: Act) -> bool {
        self.acts.contains(&act)
    }

    /// Whether it names results of several classes: 公开、部分公开和不予公开共17件.
    pub(super) fn mixes_classes(&self) -> bool {
        let disclosed = |kind: &&ResultKind| {
            matches!(kind, ResultKind::Row(Row3::Open | Row3::Partial) | ResultKind::OpenOrPartial)
        };
        let groups = || self.results.iter().filter(|kind| matches!(kind, ResultKind::Group(_)));
        let others = groups().any(|kind| groups().any(|other| other != kind));
        others || (self.results.iter().any(|kind| disclosed(&kind)) && groups().next().is_some())
    }

    /// Whether its verbs say that something was decided.
    pub(super) fn decides(&self) -> bool {
        [Act::Decide, Act::Handle, Act::Settle, Act::Conclude].iter().any(|act| self.has(*act))
    }

    /// 未收到, 没有, 无.
    pub(super) fn negated(&self) -> bool {
        self.neg || (self.absent && self.nouns.iter().any(|n| matches!(n, Noun::Review | Noun::Litigation)))
    }

    /// The time named, if one is; a comparison outdoes every other.
    pub(super) fn time(&self) -> Option<Time> {
        let has = |time: &Time| self.times.contains(time);
        let order =
            [Time::Compared, Time::Average, Time::Cumulative, Time::Elsewhen, Time::Previous, Time::Next];
        if let Some(time) = order.iter().find(|time| has(time)) {
            return Some(*time);
        }
        if has(&Time::Running) && (has(&Time::Until) || !has(&Time::This)) {
            return Some(Time::Running);
        }
        if has(&Time::Part) && !has(&Time::Until) { Some(Time::Part) } else { self.times.first().copied() }
    }

    /// 截至: the number may be that of a stock.
    pub(super) fn until(&self) -> bool {
        self.times.contains(&Time::Until)
    }

    /// Whether it is about what goes from one year to the next.
    pub(super) fn carries(&self) -> bool {
        let later = self.times.contains(&Time::Next) && (self.has(Act::Handle) || self.has(Act::Settle));
        let year = [Time::Next, Time::Previous, Time::This].iter().any(|time| self.times.contains(time));
        let turns = self.has(Act::Turn) && year;
        later
            || turns
            || [Act::Carry, Act::CarryIn, Act::CarryOut, Act::Pending].iter().any(|act| self.has(*act))
    }

    /// Whether the time stands in front of the phrase and so holds for what follows.
    pub(super) fn leads_with_time(&self, phrase: &Phrase<'_>) -> bool {
        let first = phrase.before.iter().find_map(|token| match token.word() {
            Some(Word::Filler | Word::Copula | Word::Join) => None,
            other => Some(other),
        });
        !self.carries() && matches!(first, Some(Some(Word::Time(_))))
    }

    pub(super) fn has_result(&self) -> bool {
        !self.results.is_empty()
    }

    /// The result that the phrase names.
    pub(super) fn result(&self) -> Option<ResultKind> {
        use ResultKind::{Group, OpenOrPartial, Row};
        let open = [Row(Row3::Open), ResultKind::OpenLoose].iter().any(|kind| self.results.contains(kind));
        let partial = self.results.contains(&Row(Row3::Partial));
        if open && partial {
            return Some(OpenOrPartial);
        }
        let group = self.results.iter().rev().find(|kind| matches!(kind, Group(_))).copied();
        let row = self.results.iter().find(|kind| matches!(kind, Row(_))).copied();
        // 因申请内容不明确要求补正: what was asked for is no result.
        if self.own_result && group.is_none() && row == Some(Row(Row3::UnavailableUnclear)) {
            return Some(ResultKind::Own);
        }
        match (group, row) {
            // 因本机关不掌握等原因无法提供: the reason is an example. 因国家秘密不予公开: it is the kind.
            (Some(Group(group)), Some(Row(row))) if row.group() == Some(group) && !self.etc => Some(Row(row)),
            (Some(group), _) => Some(group),
            (None, Some(row)) => Some(row),
            (None, None) => self.results.last().copied().or(self.own_result.then_some(ResultKind::Own)),
        }
    }

    /// How far the requests are, as far as verbs say it.
    pub(super) fn stage(&self) -> Option<Stage> {
        let received = self.has(Act::Receive) || self.has(Act::New);
        let settled = self.has(Act::Settle) || self.has(Act::Answer);
        let next = self.times.contains(&Time::Next);
        let previous = self.times.contains(&Time::Previous);
        if self.has(Act::CarryOut) || ((self.has(Act::Carry) || self.has(Act::Turn)) && next) {
            return Some(Stage::CarriedOut);
        }
        // 结转上年后新收到47件.
        let last = |act: Act| self.acts.iter().rposition(|other| *other == act);
        if last(Act::New) > last(Act::CarryIn) && self.has(Act::CarryIn) {
            return Some(Stage::New);
        }
        // 下年度继续办理3件.
        if next && (self.has(Act::Handle) || self.has(Act::Settle)) {
            return Some(Stage::CarriedOut);
        }
        let turned = self.has(Act::Turn) && previous;
        if turned || self.has(Act::CarryIn) || ((self.has(Act::Carry) || self.has(Act::Pending)) && previous)
        {
            return Some(Stage::CarriedIn);
        }
        if self.has(Act::Pending) {
            return Some(Stage::CarriedOut);
        }
        if self.has(Act::Carry) {
            return Some(Stage::Carried);
        }
        if self.has(Act::ReceiveHandle) || (received && (settled || self.has(Act::Handle))) {
            return Some(Stage::ReceivedAndHandled);
        }
        if self.has(Act::New) {
            return Some(Stage::New);
        }
        if received {
            return Some(Stage::Received);
        }
        if settled {
            return Some(Stage::Answered);
        }
        self.has(Act::Handle).then_some(Stage::Handled)
    }

    /// Whether its verbs are those of documents.
    pub(super) fn documentary(&self) -> bool {
        self.change().is_some_and(|change| change != Change::Published) || self.has(Act::Announce)
    }

    /// Whether its verbs say that documents are in force or no longer are.
    pub(super) fn withdraws(&self) -> bool {
        [Act::Repeal, Act::Lapse, Act::Clean, Act::InForce, Act::Keep].iter().any(|act| self.has(*act))
    }

    /// What its verbs say of documents.
    pub(super) fn change(&self) -> Option<Change> {
        if self.has(Act::InForce) || self.has(Act::Keep) {
            Some(Change::InForce)
        } else if self.has(Act::Lapse) {
            Some(Change::Cleaned)
        } else if self.has(Act::Repeal) {
            Some(Change::Repealed)
        } else if self.has(Act::Issue) {
            Some(Change::Issued)
        } else if self.has(Act::Clean) {
            Some(Change::Cleaned)
        } else if self.has(Act::Announce) || self.has(Act::Publish) {
            Some(Change::Published)
        } else {
            None
        }
    }

    /// How many different things its verbs say of documents.
    pub(super) fn changes(&self) -> usize {
        [Act::Issue, Act::Repeal, Act::InForce].iter().filter(|act| self.has(**act)).count()
    }

    /// The things that 分别 puts in order: the longest list of one kind.
    pub(super) fn list(&self) -> Vec<Word> {
        let of = |kind: fn(&Word) -> bool| -> Vec<Word> { self.keys.iter().copied().filter(kind).collect() };
        [
            of(|word| matches!(word, Word::Who(_))),
            of(|word| matches!(word, Word::Result(_))),
            of(|word| matches!(word, Word::Outcome(_))),
            of(|word| matches!(word, Word::Act(_))),
            of(|word| matches!(word, Word::Noun(_))),
        ]
        .into_iter()
        .find(|list| list.len() > 1)
        .unwrap_or_default()
    }

    /// The same phrase with one item of a list in place of the whole list.
    pub(super) fn only(&self, list: &[Word], item: Option<Word>) -> Self {
        let mut features = Self { each: false, nouns: self.nouns.clone(), ..Self::default() };
        for word in self.keys.iter().filter(|word| !list.contains(word)).copied().chain(item) {
            features.take(word);
        }
        if let Some(Word::Noun(noun)) = item {
            features.nouns = vec![noun];
        }
        features.times.clone_from(&self.times);
        features
    }

    /// The same phrase, marked as one whose list does not match its numbers.
    pub(super) fn unordered(&self) -> Self {
        Self { disordered: true, ..self.clone() }
    }
}

/// The nouns of some words, and those named side by side with the last one.
fn nouns(tokens: &[&Token]) -> (Vec<Noun>, Vec<Noun>) {
    let mut nouns: Vec<Noun> = Vec::new();
    let mut side: Vec<Noun> = Vec::new();
    // What stands between two nouns: nothing, an "and", or more than that.
    let (mut adjacent, mut joined, mut linked) = (false, false, true);
    for token in tokens {
        match token.word() {
            Some(Word::Noun(noun)) => {
                let last = nouns.last().copied();
                let merged = match (last, noun) {
                    // 复议申请, 许可申请: the noun in front says what is applied for.
                    (Some(before), Noun::Asked) if adjacent => Some(match before {
                        Noun::Permits | Noun::Penalties | Noun::Coercion => Noun::Other(Other::Item),
                        before => before,
                    }),
                    (Some(Noun::Request), Noun::Letter) if adjacent => Some(Noun::Request),
                    (Some(Noun::Review), Noun::Litigation) if adjacent => None,
                    _ => None,
                };
                if let Some(merged) = merged {
                    nouns.pop();
                    side.pop();
                    nouns.push(merged);
                    side.push(merged);
                } else {
                    if !(linked && joined) {
                        side.clear();
                    }
                    nouns.push(noun);
                    side.push(noun);
                }
                (adjacent, joined, linked) = (true, false, true);
            }
            Some(Word::Join) => (adjacent, joined) = (false, true),
            Some(Word::Filler | Word::Copula | Word::Both | Word::Neg) => adjacent = false,
            _ => (adjacent, linked) = (false, false),
        }
    }
    side.dedup();
    (nouns, side)
}

//! Follows the subject, the time and the speaker through a paragraph and says what each number means.

mod documents;
mod drafts;
mod kinds;
mod order;
mod requests;
mod statement;
mod subject;
mod suits;

use super::doubt::{Doubt, Doubts};
use super::features::Features;
use super::lex::Stop;
use super::lexicon::{Act, Noun};
use super::lexicon::{Time, Word};
use super::meaning::{Change, Meaning, Other, Stage, Suit, Who};
use super::phrase::Phrase;
use super::scope::{Whose, whose};
use crate::report::Organ;
use crate::text::{Decimal, NumberForm, Passage, Unit};
use std::ops::Range;

/// A number with its meaning, not yet compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// What it is; the likeliest, where the words allow several.
    pub(super) meaning: Meaning,
    /// What else it may be.
    pub(super) also: Vec<Meaning>,
    /// What is counted together with it in the one number: 行政处罚、行政强制0项.
    pub(super) with: Vec<Meaning>,
    /// The number, in the unit of the tables.
    pub(super) number: Decimal,
    /// One in the last place that is printed of it: what is smaller was rounded away.
    pub(super) place: Decimal,
    /// Whether it is approximate.
    pub(super) approximate: bool,
    /// The digits, or the word that stands for them.
    pub(super) digits: Range<usize>,
    /// The unit behind the digits; empty if none is written.
    pub(super) unit: Range<usize>,
    /// The phrase.
    pub(super) text: Range<usize>,
    /// The words that say what it is.
    pub(super) evidence: Vec<Range<usize>>,
    /// What speaks against taking it for that.
    pub(super) doubts: Doubts,
    /// The draft of the same passage that this is a part of.
    pub(super) part_of: Option<usize>,
    /// Counts sentences of the passage.
    pub(super) sentence: usize,
    /// Whether a less exact reading of the meaning is ruled out, because its sentence names the other part itself.
    pub(super) strict: bool,
    /// How its sentence names the requests carried in.
    pub(super) carried_in: CarriedIn,
    /// Whether it speaks of another year, or of a difference to one.
    pub(super) apart: bool,
    /// Requests that its sentence says were withdrawn.
    pub(super) withdrawn: Decimal,
    /// What else its sentence counts that the form has no row for and that may stand in the same cell.
    pub(super) unlisted: Decimal,
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
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing has been named")]
pub(super) struct Context {
    /// What is being counted.
    pub(super) subject: Option<Noun>,
    /// Whether this sentence itself names the subject.
    pub(super) named: bool,
    /// Whether it is only said to be 申请, of whatever kind.
    unsure: bool,
    /// Whether the heading above says that this is about requests.
    pub(super) topic: bool,
    /// Whether the paragraph has named something that people turn to an office with and that is no request.
    pub(super) contacts: bool,
    /// Whether the paragraph has named requests.
    pub(super) requests: bool,
    /// Whether the cases counted last have a cause that is not disclosure.
    pub(super) other_cause: bool,
    /// Whether the paragraph has tied reviews and lawsuits to disclosure.
    pub(super) disclosed: bool,
    time: Option<Time>,
    whose: Whose,
    change: Option<Change>,
    /// Whether the sentence tells of a clean-up of documents.
    pub(super) cleaning: bool,
    /// Whether the decisions counted last were said to be made.
    pub(super) decides: bool,
    outcome_of: Option<Suit>,
    /// The kinds of case that this sentence has counted.
    pub(super) suits: Vec<Suit>,
    head: Option<Head>,
    part_of: Option<usize>,
    last: Option<usize>,
    pub(super) sentence: usize,
    useful: bool,
    waiting: Vec<Word>,
}

/// More characters than a phrase has that only says whose the numbers behind it are.
const LONGEST_LEAD: usize = 16;

/// What the parts of a list are parts of.
#[derive(Debug, Clone, Copy)]
struct Head {
    meaning: Meaning,
    index: usize,
}

/// Reads one passage.
pub(super) struct Reader<'p> {
    pub(super) passage: &'p Passage,
    pub(super) organ: &'p Organ,
    pub(super) drafts: Vec<Draft>,
    pub(super) context: Context,
    /// Whether the phrase being read speaks of another year.
    apart: bool,
    /// What else the number being read may be.
    also: Vec<Meaning>,
    /// What is counted together with it.
    with: Vec<Meaning>,
}

impl<'p> Reader<'p> {
    /// A reader of a passage; `topic` says whether the heading above is about requests.
    pub(super) fn new(passage: &'p Passage, organ: &'p Organ, topic: bool) -> Self {
        let context = Context { topic, ..Context::default() };
        Self { passage, organ, drafts: Vec::new(), context, apart: false, also: Vec::new(), with: Vec::new() }
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
            self.pass(phrase);
            let features = Features::of(phrase);
            self.apart = false;
            if phrase.number.is_some() {
                self.number(phrase, &features, following.as_slice());
            } else {
                statement::read(self, phrase, &features);
                self.lead(phrase, &features);
            }
        }
    }

    fn pass(&mut self, phrase: &Phrase<'_>) {
        let context = &mut self.context;
        let stop = phrase.stop.unwrap_or(Stop::None);
        if phrase.depth > 0 {
            return;
        }
        if stop >= Stop::Clause {
            context.part_of = None;
            context.waiting.clear();
        }
        // 。其中 goes on with what the sentence before counts.
        if stop == Stop::Sentence && !(phrase.part && context.head.is_some()) {
            if !context.useful {
                (context.subject, context.head, context.change) = (None, None, None);
            }
            (context.named, context.useful, context.time) = (false, false, None);
            context.suits.clear();
            context.cleaning = false;
            context.whose = Whose::Unsaid;
            context.sentence += 1;
        }
    }

    /// Takes from words without a number what they say of the numbers that follow.
    fn lead(&mut self, phrase: &Phrase<'_>, features: &Features) {
        let context = &mut self.context;
        context.cleaning |= features.has(Act::Clean);
        if let Some(time) = features.time().filter(|_| !features.carries()) {
            context.time = Some(time);
        }
        if phrase.enumerates(self.passage.chars()) {
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
                context.contacts = true;
            }
            _ => {}
        }
        if phrase.range().len() <= LONGEST_LEAD
            && let said @ (Whose::Own | Whose::Others(..)) =
                whose(&phrase.before, self.passage.chars(), self.organ)
        {
            context.whose = said;
        }
    }

    fn number(&mut self, phrase: &Phrase<'_>, features: &Features, following: &[Phrase<'_>]) {
        let Some((number, digits)) = phrase.number.clone() else { return };
        let mut doubts = Doubts::default();
        match number.form {
            NumberForm::Percent => return self.plain(phrase, Meaning::Share, Doubt::Percentage),
            NumberForm::Range => return self.plain(phrase, Meaning::Unknown, Doubt::Range),
            _ if phrase.share => return self.plain(phrase, Meaning::Share, Doubt::ShareOfWhole),
            _ => {}
        }
        if number.approximate {
            doubts.add(Doubt::Approximate);
        }
        if number.split {
            doubts.add(Doubt::Split);
        }
        if features.negated() && number.value != Decimal::from(1) && !number.value.is_zero() {
            doubts.add(Doubt::Negated);
        }
        self.time(phrase, features, &mut doubts);
        if phrase.before.iter().any(|token| token.word() == Some(Word::Helping)) {
            doubts.add(Doubt::Helping);
        }
        let chars = self.passage.chars();
        let named = match whose(&phrase.before, chars, self.organ) {
            // 11件以县政府名义印发的文件.
            Whose::Unsaid => whose(&phrase.after, chars, self.organ),
            named => named,
        };
        match named {
            Whose::Unsaid => {}
            // 其中县本级12件: a part of the total, so no other total.
            Whose::Others(..) if phrase.part => doubts.add(Doubt::SomeBodies),
            said => self.context.whose = said,
        }
        if let Whose::Others(tie, name) = &self.context.whose {
            doubts.add(Doubt::Whose(*tie, name.clone()));
        }
        let features = self.in_order(features, following);
        let next = following.first().filter(|next| next.stop == Some(Stop::None));
        // 1人2次, 3名申请人提出的5件申请: the people, and right behind them what they asked for.
        if number.unit == Unit::Persons && next.is_some_and(|next| next.number.is_some()) {
            doubts.add(Doubt::OddUnit);
        }
        // 受理的37件申请已按期答复: those that were answered.
        let of_those = features.has(Act::Receive)
            && phrase.before.last().is_some_and(|token| chars.get(token.at.clone()) == Some(&['的']));
        let answered = next.filter(|next| next.number.is_none()).map(Features::of);
        if of_those && answered.is_some_and(|told| told.has(Act::Answer) || told.has(Act::Settle)) {
            self.also.push(Meaning::Requests(Stage::Answered, Who::All));
        }
        let value = if features.negated() { Decimal::ZERO } else { number.value };
        for (meaning, own) in self.meanings(phrase, &features) {
            let mut doubts = doubts.clone();
            doubts.extend(&own);
            let unit = number.unit;
            let decides = features.has(Act::Decide) || self.context.decides;
            let (number, place) = kinds::measured(value, unit, meaning, decides, &mut doubts);
            if meaning == Meaning::Unknown
                && phrase.number.as_ref().is_some_and(|(n, _)| n.unit == Unit::None)
            {
                continue;
            }
            self.push(phrase, digits.clone(), meaning, number, doubts);
            if let Some(draft) = self.drafts.last_mut() {
                draft.place = place;
            }
        }
        self.refine_later(phrase);
    }

    fn time(&mut self, phrase: &Phrase<'_>, features: &Features, doubts: &mut Doubts) {
        let carried = features.carries();
        let this_year = self.context.time == Some(Time::This);
        let own = features.time().filter(|time| !carried || !matches!(time, Time::Previous | Time::Next));
        let outer = phrase.outer.iter().copied().find(|time| matches!(time, Time::Previous | Time::Compared));
        let time = own.or(outer.filter(|_| !carried)).or(self.context.time.filter(|_| !carried));
        match time {
            Some(Time::Previous | Time::Elsewhen | Time::Next) => {
                self.apart = true;
                doubts.add(Doubt::OtherYear);
            }
            Some(Time::Compared) => {
                self.apart = true;
                doubts.add(Doubt::Compared);
            }
            Some(Time::Average) => {
                self.apart = true;
                doubts.add(Doubt::Average);
            }
            Some(Time::Part) => doubts.add(Doubt::PartOfYear),
            Some(Time::Running) if this_year && !features.until() => {}
            Some(Time::Cumulative | Time::Running) => doubts.add(Doubt::Running),
            Some(Time::This | Time::Until) | None => {}
        }
        if let Some(own) = own
            && !matches!(own, Time::Compared | Time::Average | Time::Cumulative | Time::Running | Time::Until)
            && features.leads_with_time(phrase)
        {
            self.context.time = Some(own);
        }
    }

    /// What the number of a phrase is; several meanings where it is said of each of several things.
    fn meanings(&mut self, phrase: &Phrase<'_>, features: &Features) -> Vec<(Meaning, Doubts)> {
        let mut doubts = Doubts::default();
        if features.disordered {
            doubts.add(Doubt::Disordered);
            return vec![(Meaning::Unknown, doubts)];
        }
        let (subject, explicit) = self.subject(phrase, features, &mut doubts);
        let Some(subject) = subject else {
            // 火灾事故认定复核12件，维持9件: outcomes of what the vocabulary does not know.
            if phrase.strange() && !phrase.part && phrase.stop >= Some(Stop::Clause) {
                self.context.outcome_of = None;
            }
            doubts.add(Doubt::NoSubject);
            return vec![(Meaning::Unknown, doubts)];
        };
        let coordinates = if explicit { features.coordinates() } else { Vec::new() };
        let zero =
            phrase.number.as_ref().is_some_and(|(number, _)| number.value.is_zero()) || features.negated();
        if coordinates.len() > 1 && (features.both || zero) {
            return coordinates
                .into_iter()
                .map(|noun| {
                    let mut doubts = doubts.clone();
                    let meaning = self.of_subject(noun, true, phrase, features, &mut doubts);
                    (meaning, doubts)
                })
                .collect();
        }
        let suits =
            |noun: &Noun| matches!(noun, Noun::Review | Noun::Litigation | Noun::Direct | Noun::AfterReview);
        let subject = if coordinates.len() > 1 && coordinates.iter().all(suits) {
            Noun::Suits
        } else if coordinates.len() > 1 && order::is_row_of_cells(&coordinates) {
            return vec![self.together(&coordinates, phrase, features, doubts)];
        } else {
            if coordinates.len() > 1 {
                doubts.add(Doubt::SeveralThings);
            }
            subject
        };
        let meaning = self.of_subject(subject, explicit, phrase, features, &mut doubts);
        vec![(meaning, doubts)]
    }
}

//! What a number of reviews and lawsuits says.

use super::Reader;
use crate::report::claims::doubt::{Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lex::{Kind, Stop, Token};
use crate::report::claims::lexicon::{Act, Noun, Word};
use crate::report::claims::meaning::{Meaning, Outcome, Suit};
use crate::report::claims::phrase::Phrase;

impl Reader<'_> {
    pub(super) fn suit(
        &mut self,
        suit: Suit,
        explicit: bool,
        phrase: &Phrase<'_>,
        features: &Features,
        doubts: &mut Doubts,
    ) -> Meaning {
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
        self.context.disclosed |= text.contains("公开") || text.contains("答复");
        // 因招标引发复议3件和诉讼1件: what "and" joins has the same cause.
        let joined = self.context.other_cause && phrase.stop <= Some(Stop::Item);
        // 登记类诉讼4件，维持2件: the outcomes are those of the cases named before.
        let told = !explicit && self.context.other_cause;
        self.context.other_cause = !text.contains("公开")
            && (joined || told || self.other_cause(phrase) || self.of_other_kind(phrase));
        if self.context.other_cause {
            doubts.add(Doubt::OtherCause);
        }
        let disclosed = self.context.disclosed || self.context.requests || self.context.topic;
        let handles =
            ["受理", "办理", "审理"].iter().any(|word| text.contains(word)) && !text.contains("公开");
        if !disclosed && (handles || text.contains("申请") || features.has(Act::Conclude)) {
            doubts.add(Doubt::ReviewingBody);
        } else if !disclosed || (handles && suit != Suit::Litigation) {
            doubts.add(Doubt::OtherSuits);
        }
        // 办理行政复议答复19件，其中维持11件: what the whole may be about, its parts may be about.
        if let Some(whole) =
            self.context.head.filter(|_| !explicit).and_then(|head| self.drafts.get(head.index))
        {
            let about = [Doubt::OtherSuits, Doubt::ReviewingBody, Doubt::OtherCause];
            for doubt in about.into_iter().filter(|doubt| whole.doubts.all().contains(doubt)) {
                doubts.add(doubt);
            }
        }
        if explicit {
            // 其中复议维持2件、纠正1件: what goes on behind an outcome is of the same kind of case.
            let told = outcome != Outcome::Total;
            self.context.suits.retain(|other| *other != suit && !told);
            self.context.suits.push(suit);
        } else if phrase.depth == 0 {
            // 复议6件、诉讼3件，维持5件: of either.
            let others = self.context.suits.iter().filter(|other| **other != suit);
            self.also.extend(others.map(|other| Meaning::Suit(*other, outcome)));
        }
        self.context.outcome_of = Some(suit);
        Meaning::Suit(suit, outcome)
    }

    /// 登记类行政诉讼4件, 水行政复议2件: the class that the phrase itself names is not disclosure.
    fn of_other_kind(&self, phrase: &Phrase<'_>) -> bool {
        let Some(suit) = phrase.before.iter().position(|token| is_suit(token)) else { return false };
        let before = suit.checked_sub(1).and_then(|before| phrase.before.get(before));
        let field = before.filter(|token| token.kind == Kind::Unknown).map(|token| token.at.clone());
        if field.is_some_and(|field| FIELDS.contains(&self.passage.text(field).as_str())) {
            return true;
        }
        let named: String =
            phrase.before.iter().take(suit).map(|token| self.passage.text(token.at.clone())).collect();
        let class = named.trim_end_matches('的').trim_end_matches("行政");
        class.chars().count() > 2 && KINDS.iter().any(|kind| class.ends_with(kind)) && !named.contains("答复")
    }

    /// 因具体行政行为被起诉2件: the cause that the phrase itself names is not disclosure.
    fn other_cause(&self, phrase: &Phrase<'_>) -> bool {
        let because = phrase.before.iter().position(|token| {
            matches!(
                self.passage.text(token.at.clone()).as_str(),
                "因" | "由" | "因为" | "由于" | "针对" | "对"
            )
        });
        let Some(because) = because else { return false };
        let cause = phrase.before.iter().skip(because).take_while(|token| !is_suit(token));
        // 因不服答复: an answer to a request is disclosure.
        let answers = |token: &&Token| {
            matches!(token.word(), Some(Word::Act(_) | Word::Noun(Noun::Request | Noun::Asked)))
        };
        if phrase.before.iter().skip(because).take_while(|token| !is_suit(token)).any(answers) {
            return false;
        }
        let foreign = |token: &&&Token| {
            token.kind == Kind::Unknown || matches!(token.word(), Some(Word::Noun(Noun::Other(_))))
        };
        cause.filter(foreign).count() > 0
    }
}

/// What a class of cases is called behind its matter.
const KINDS: [&str; 5] = ["类", "类别", "领域", "方面", "纠纷"];

/// Fields of administration that stand before their reviews and lawsuits without a word between.
const FIELDS: [&str; 24] = [
    "水",
    "税务",
    "环境",
    "环保",
    "生态环境",
    "教育",
    "交通",
    "海事",
    "土地",
    "自然资源",
    "林业",
    "农业",
    "市场监管",
    "治安",
    "公安",
    "劳动",
    "工伤",
    "社保",
    "医保",
    "消防",
    "城管",
    "卫生",
    "药品",
    "专利",
];

fn is_suit(token: &Token) -> bool {
    let suits = |noun: Noun| {
        matches!(noun, Noun::Review | Noun::Litigation | Noun::Direct | Noun::AfterReview | Noun::Suits)
    };
    matches!(token.word(), Some(Word::Noun(noun)) if suits(noun))
}

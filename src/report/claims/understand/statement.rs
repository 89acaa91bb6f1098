//! Statements in words that amount to a number: 未收到…申请, 无行政复议, 均已办结.

use super::super::doubt::{Doubt, Doubts};
use super::super::features::Features;
use super::super::lex::{Kind, Token};
use super::super::lexicon::Word;
use super::super::lexicon::{Act, Noun};
use super::super::meaning::{Change, Decision, DocumentKind, Meaning, Outcome, ResultKind, Stage, Suit, Who};
use super::super::phrase::Phrase;
use super::super::scope::{Whose, whose};
use super::Reader;
use crate::text::{Decimal, have_any};

/// Reads a phrase without a number.
pub(super) fn read(reader: &mut Reader<'_>, phrase: &Phrase<'_>, features: &Features) {
    if features.conditional {
        return;
    }
    if phrase.part && phrase.depth > 0 && !features.negated() {
        reader.refine(phrase, features);
        return;
    }
    if features.negated() {
        nothing(reader, phrase, features);
    } else if !features.outcomes.is_empty()
        && (features.all || reader.passage.text(phrase.range()).contains('均'))
    {
        reader.all_decided(phrase, features);
    } else if features.who.len() == 1 && (features.all || features.both) {
        reader.all_of(phrase, features);
    } else if features.all {
        all_settled(reader, phrase, features);
    }
}

/// 未收到政府信息公开申请; 行政复议、行政诉讼均无.
fn nothing(reader: &mut Reader<'_>, phrase: &Phrase<'_>, features: &Features) {
    let Some(neg) = phrase.before.iter().position(|t| matches!(t.word(), Some(Word::Neg | Word::Absent)))
    else {
        return;
    };
    // 未发生针对本镇有关政府信息公开实务的复议: where disclosure is named, other words around it narrow nothing.
    let disclosed = reader.passage.text(phrase.range()).contains("公开")
        && phrase.before.iter().any(|token| {
            matches!(token.word(), Some(Word::Noun(Noun::Review | Noun::Litigation | Noun::Suits)))
        });
    // 未发生因违反规定引起的复议: only what a breach has led to.
    let text = reader.passage.text(phrase.range());
    if BREACHES.iter().any(|word| text.contains(word)) {
        return;
    }
    if !plain(phrase, neg, any_way(reader, phrase), disclosed) {
        return;
    }
    let digits = phrase.before.get(neg).map(|token| token.at.clone()).unwrap_or_default();
    let mut doubts = Doubts::default();
    if let Whose::Others(tie, name) = whose(&phrase.before, reader.passage.chars(), reader.organ) {
        doubts.add(Doubt::Whose(tie, name));
    }
    if excepts(reader, phrase) {
        doubts.add(Doubt::ButFor);
    }
    for (meaning, own) in meanings(reader, phrase, features) {
        let mut doubts = doubts.clone();
        doubts.extend(&own);
        reader.push(phrase, digits.clone(), meaning, Decimal::ZERO, doubts);
    }
}

/// Words for a breach of the rules, which may lead to cases.
const BREACHES: &[&str] = &[
    "违反",
    "违规",
    "违法",
    "不当",
    "超期",
    "逾期",
    "不及时",
    "不规范",
    "不到位",
    "不合规",
    "不力",
    "失误",
    "过错",
    "瑕疵",
];

/// 除…外 stands this close to what it excepts from.
const LONGEST_EXCEPTION: usize = 120;

/// Whether 除…外 stands in front of a denial in its sentence.
fn excepts(reader: &Reader<'_>, phrase: &Phrase<'_>) -> bool {
    let start = phrase.range().end;
    let from = start.saturating_sub(LONGEST_EXCEPTION);
    let chars = reader.passage.letters(from..start);
    let from = chars.iter().rposition(|char| matches!(char, '。' | '；')).map_or(0, |at| at + 1);
    let sentence = chars.get(from..).unwrap_or_default();
    let except = sentence.iter().position(|char| *char == '除');
    except.is_some_and(|at| {
        let rest = sentence.get(at + 1..).unwrap_or_default();
        rest.first() != Some(&'了')
            && rest.contains(&'外')
            && !matches!(rest.first(), Some('此' | '上' | '以'))
    })
}

/// Whether the words around a negation say nothing but that there was none.
fn plain(phrase: &Phrase<'_>, neg: usize, any_way: bool, disclosed: bool) -> bool {
    let noun = |token: &Token| matches!(token.word(), Some(Word::Noun(_) | Word::Result(_)));
    let last_noun = phrase.before.iter().rposition(|token| noun(token));
    // What else is denied beside the first thing denied does not matter: 规范性文件和重要政策措施.
    let joined = |at: &usize| phrase.before.get(at + 1).is_some_and(|next| next.word() == Some(Word::Join));
    let first_noun = (neg..phrase.before.len())
        .find(|at| phrase.before.get(*at).is_some_and(|token| is_counted(token)))
        .filter(joined);
    let last_noun = first_noun.filter(|first| last_noun.is_some_and(|last| last > *first)).or(last_noun);
    let quiet = |token: &&Token| {
        token.kind == Kind::Name
            || matches!(
                token.word(),
                Some(
                    Word::Filler
                        | Word::Copula
                        | Word::Absent
                        | Word::Join
                        | Word::Etc
                        | Word::Scope(_)
                        | Word::Time(_)
                        | Word::Neg
                        | Word::Both
                        | Word::All
                )
            )
    };
    let word = |token: &&Token| {
        quiet(token)
            || (any_way && token.word() == Some(Word::Channel))
            || (disclosed && token.kind == Kind::Unknown)
            || matches!(
                token.word(),
                Some(Word::Act(_) | Word::Noun(_) | Word::Who(_) | Word::Result(_) | Word::Outcome(_))
            )
    };
    match last_noun {
        // 行政复议、行政诉讼均无.
        Some(noun) if noun < neg => {
            let rest = phrase.before.iter().skip(neg);
            rest.clone().all(|token| quiet(token) || matches!(token.word(), Some(Word::Outcome(_))))
        }
        Some(noun) if first_noun == Some(noun) => phrase.before.iter().skip(neg).take(noun - neg).all(word),
        Some(noun) => {
            phrase.before.iter().skip(neg).take(noun - neg).all(word)
                && phrase.before.iter().skip(noun + 1).all(|token| {
                    quiet(token) || matches!(token.word(), Some(Word::Act(_) | Word::Outcome(_)))
                })
        }
        None => phrase.before.iter().skip(neg).all(word),
    }
}

/// Whether a word is a noun whose cases a table counts.
fn is_counted(token: &Token) -> bool {
    matches!(token.word(), Some(Word::Noun(noun)) if !matches!(noun, Noun::Other(_) | Noun::Paper | Noun::HandlingFee))
}

/// Whether a way of coming in narrows the first thing denied; what is named behind it is denied beside it.
fn in_one_way(phrase: &Phrase<'_>) -> bool {
    let mut before = phrase.before.iter().take_while(|token| !is_counted(token));
    before.any(|token| token.word() == Some(Word::Channel))
}

/// 未收到书面、网上等任何渠道的申请 denies every way, 未收到书面申请 only one.
fn any_way(reader: &Reader<'_>, phrase: &Phrase<'_>) -> bool {
    let text = reader.passage.text(phrase.range());
    let channels = phrase.before.iter().filter(|token| token.word() == Some(Word::Channel)).count();
    channels > 1 || ["任何", "各种", "各类", "任一"].iter().any(|word| text.contains(word))
}

/// What a denial of cases denies; `None` where it names outcomes that are none of the form's.
fn denied_suit(
    reader: &mut Reader<'_>,
    noun: Noun,
    phrase: &Phrase<'_>,
    features: &Features,
    doubts: &mut Doubts,
) -> Option<Meaning> {
    let suit = match noun {
        Noun::Review => Suit::Review,
        Noun::Litigation => Suit::Litigation,
        Noun::Direct => Suit::Direct,
        Noun::AfterReview => Suit::AfterReview,
        _ => Suit::Both,
    };
    let text = reader.passage.text(phrase.range());
    reader.context.disclosed |= text.contains("公开");
    if !reader.context.disclosed && !reader.context.requests && !reader.context.topic {
        doubts.add(Doubt::OtherSuits);
    }
    match features.outcomes.as_slice() {
        // 无复议或败诉情况: what is named beside the cases is no outcome of them.
        _ if outcome_beside(phrase) => Some(Meaning::Suit(suit, Outcome::Total)),
        [] => Some(Meaning::Suit(suit, Outcome::Total)),
        [outcome] if *outcome != Outcome::Unlisted => Some(Meaning::Suit(suit, *outcome)),
        _ => None,
    }
}

fn meanings(reader: &mut Reader<'_>, phrase: &Phrase<'_>, features: &Features) -> Vec<(Meaning, Doubts)> {
    let mut nouns = features.coordinates();
    // 未发生行政诉讼举报投诉: cases named among other matters.
    if nouns.iter().all(|noun| matches!(noun, Noun::Other(_))) {
        let suits = |noun: &Noun| matches!(noun, Noun::Review | Noun::Litigation);
        let cases = features.nouns.iter().any(suits);
        // 未发生依申请公开引起的诉讼、投诉: requests are only the cause.
        let counted =
            |noun: &Noun| suits(noun) || (!cases && matches!(noun, Noun::Request | Noun::Documents));
        nouns.extend(features.nouns.iter().copied().filter(counted));
    }
    if nouns.is_empty() {
        nouns = inherited(reader, features).into_iter().collect();
    }
    // 未因政府信息公开申请引起行政复议: the request is only the cause.
    let requests_too =
        nouns.iter().any(|noun| matches!(noun, Noun::Request | Noun::Review | Noun::Litigation));
    let mut found = Vec::new();
    for noun in nouns {
        let mut doubts = Doubts::default();
        let meaning = match noun {
            Noun::Request | Noun::Asked | Noun::Letter => {
                let named = features.nouns.contains(&Noun::Request);
                let asked =
                    noun != Noun::Request && !named && !reader.context.requests && !reader.context.topic;
                if asked && !requests_too {
                    continue;
                }
                // 未对依申请公开收取费用 denies a charge.
                if features.has(Act::Charge) || reader.passage.text(phrase.range()).contains('费') {
                    continue;
                }
                reader.context.requests = true;
                if !features.outcomes.is_empty() {
                    continue;
                }
                match (features.result(), features.who.as_slice()) {
                    (Some(ResultKind::Own), _) => continue,
                    (Some(kind), _) => Meaning::Result(kind, Who::All),
                    (None, [who]) if !among_others(reader, phrase) => {
                        Meaning::Requests(Stage::Received, *who)
                    }
                    (None, _) if in_one_way(phrase) && !any_way(reader, phrase) => continue,
                    // 未收到和处理: what has not come in is not handled either.
                    (None, _) if features.has(Act::Receive) || features.has(Act::ReceiveHandle) => {
                        Meaning::Requests(Stage::Received, Who::All)
                    }
                    (None, _) => match features.stage() {
                        Some(
                            stage @ (Stage::CarriedIn | Stage::CarriedOut | Stage::Received | Stage::New),
                        ) => Meaning::Requests(stage, Who::All),
                        None => Meaning::Requests(Stage::Received, Who::All),
                        Some(_) => {
                            doubts.add(Doubt::DeniedStageUnsaid);
                            Meaning::Requests(Stage::Received, Who::All)
                        }
                    },
                }
            }
            Noun::Review | Noun::Litigation | Noun::Direct | Noun::AfterReview | Noun::Suits => {
                let Some(meaning) = denied_suit(reader, noun, phrase, features, &mut doubts) else {
                    continue;
                };
                meaning
            }
            Noun::Documents | Noun::Rules => {
                let kind = if noun == Noun::Rules { DocumentKind::Rules } else { DocumentKind::Normative };
                let change = denied_change(kind, features, &mut doubts, &mut found);
                Meaning::Documents(kind, change)
            }
            Noun::Permits | Noun::Penalties | Noun::Coercion => {
                if !features.has(Act::Decide) {
                    doubts.add(Doubt::NoSuchPower);
                }
                Meaning::Decisions(match noun {
                    Noun::Permits => Decision::Permits,
                    Noun::Penalties => Decision::Penalties,
                    _ => Decision::Coercion,
                })
            }
            Noun::Fees => {
                doubts.add(Doubt::NoSuchFee);
                Meaning::Fees
            }
            Noun::HandlingFee => {
                doubts.add(Doubt::HandlingFee);
                Meaning::HandlingFee
            }
            Noun::Paper | Noun::Other(_) => continue,
        };
        found.push((meaning, doubts));
    }
    found
}

/// What is denied of documents. 未制发或废止 denies two things, of which the first goes to `found`.
fn denied_change(
    kind: DocumentKind,
    features: &Features,
    doubts: &mut Doubts,
    found: &mut Vec<(Meaning, Doubts)>,
) -> Change {
    match features.change() {
        // 未制发或废止: neither of the two.
        Some(Change::Repealed) if features.has(Act::Issue) => {
            found.push((Meaning::Documents(kind, Change::Issued), Doubts::default()));
            Change::Repealed
        }
        // 未发布规范性文件: what is made is made known.
        Some(Change::Published) if !features.has(Act::Publish) => {
            doubts.add(Doubt::AnnouncedDocuments);
            Change::Issued
        }
        Some(change @ (Change::Published | Change::Cleaned)) => {
            doubts.add(Doubt::NeitherMadeNorRepealed);
            change
        }
        Some(change) => change,
        // 无新增规范性文件.
        None if features.has(Act::New) => Change::Issued,
        None => {
            doubts.add(Doubt::DeniedChangeUnsaid);
            Change::Issued
        }
    }
}

/// 未收到公众、法人或其他组织的申请: the kinds of applicant named are all there are.
fn among_others(reader: &Reader<'_>, phrase: &Phrase<'_>) -> bool {
    let text = reader.passage.letters(phrase.range());
    have_any(text, &["公众", "群众", "公民", "市民", "居民", "民众", "个人", "自然人", "社会"])
        && have_any(text, &["法人", "组织", "企业", "单位"])
}

/// Whether an "and" parts the last noun from the outcome behind it.
fn outcome_beside(phrase: &Phrase<'_>) -> bool {
    let words: Vec<Option<Word>> = phrase.before.iter().map(|token| token.word()).collect();
    let Some(noun) = words.iter().rposition(|word| matches!(word, Some(Word::Noun(_)))) else { return false };
    let rest = words.get(noun + 1..).unwrap_or_default();
    let outcome = rest.iter().position(|word| matches!(word, Some(Word::Outcome(_))));
    outcome.is_some_and(|at| at > 0 && rest.get(at - 1) == Some(&Some(Word::Join)))
}

/// What a negation without a noun of its own denies.
fn inherited(reader: &Reader<'_>, features: &Features) -> Option<Noun> {
    let context = &reader.context;
    let requests = context.subject == Some(Noun::Request) || (context.subject.is_none() && context.topic);
    let carried = features.stage().is_some_and(|stage| matches!(stage, Stage::CarriedIn | Stage::CarriedOut));
    let known = requests && (features.has_result() || carried);
    let documents = matches!(context.subject, Some(Noun::Documents | Noun::Rules)) && context.named;
    if known {
        Some(Noun::Request)
    } else {
        context.subject.filter(|_| documents && features.change().is_some_and(|c| c != Change::Published))
    }
}

/// 全部办结: nothing is carried into the next year.
fn all_settled(reader: &mut Reader<'_>, phrase: &Phrase<'_>, features: &Features) {
    let settled = features.has(Act::Settle);
    if !(settled || features.has(Act::Answer)) || reader.context.subject != Some(Noun::Request) {
        return;
    }
    if features.noun().is_some_and(|noun| !matches!(noun, Noun::Request | Noun::Asked))
        || features.has_result()
    {
        return;
    }
    let Some(all) = phrase.before.iter().find(|token| token.word() == Some(Word::All)) else { return };
    let mut doubts = Doubts::default();
    if !settled || features.punctual || phrase.strange() {
        doubts.add(Doubt::OnlyDue);
    }
    let (digits, meaning) = (all.at.clone(), Meaning::Requests(Stage::AllSettled, Who::All));
    reader.push(phrase, digits, meaning, Decimal::ZERO, doubts);
}

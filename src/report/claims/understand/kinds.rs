use super::Reader;
use crate::report::claims::doubt::{Bearing, Doubt, Doubts};
use crate::report::claims::features::Features;
use crate::report::claims::lexicon::{Act, Noun};
use crate::report::claims::meaning::{Decision, DocumentKind, Meaning, Other, Suit};
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
            Whose::Others(_, name) => name.as_str(),
            Whose::Own | Whose::Unsaid => "",
        };
        if explicit && phrase.narrowed([name, self.organ.name()], self.passage.chars()) {
            let requests = matches!(subject, Noun::Request | Noun::Asked | Noun::Letter);
            doubts.add(if requests { Doubt::Narrowed } else { Doubt::Qualified });
        }
        let meaning = match subject {
            Noun::Request | Noun::Asked | Noun::Letter => self.request(explicit, phrase, features, doubts),
            Noun::Review => self.suit(Suit::Review, explicit, phrase, features, doubts),
            Noun::Litigation => self.suit(Suit::Litigation, explicit, phrase, features, doubts),
            Noun::Direct => self.suit(Suit::Direct, explicit, phrase, features, doubts),
            Noun::AfterReview => self.suit(Suit::AfterReview, explicit, phrase, features, doubts),
            Noun::Suits => self.suit(Suit::Both, explicit, phrase, features, doubts),
            Noun::Rules => self.document(DocumentKind::Rules, phrase, features, doubts),
            Noun::Documents => self.document(DocumentKind::Normative, phrase, features, doubts),
            Noun::Permits => self.decision(Decision::Permits, phrase, features, doubts),
            Noun::Penalties => self.decision(Decision::Penalties, phrase, features, doubts),
            Noun::Coercion => self.decision(Decision::Coercion, phrase, features, doubts),
            Noun::Fees if features.has(Act::Waive) => Meaning::Other(Other::Item),
            Noun::Fees => Meaning::Fees,
            Noun::HandlingFee => {
                doubts.add(Doubt::HandlingFee);
                Meaning::HandlingFee
            }
            Noun::Paper => Meaning::Other(Other::Paper),
            Noun::Other(other) => Meaning::Other(other),
        };
        let vague = features.noun() == Some(Noun::Asked) || matches!(meaning, Meaning::Suit(..));
        let open = |doubt: &Doubt| doubt.bearing() == Bearing::Open && *doubt != Doubt::CountedSomehow;
        let unsure = vague && doubts.strongest_of(open).is_some();
        if let Meaning::Other(other) = meaning {
            doubts.add(Doubt::Uncounted(other));
        }
        let context = &mut self.context;
        // 其中各部门14件, 修改3件 interrupt what is being counted and do not end it.
        // 系统收到11件，信箱收到2件, 3件为申请公开相关信息: in a list of requests, how they came and what they asked for.
        let listed = phrase.part
            && context.subject == Some(Noun::Request)
            && context.head.is_some_and(|head| matches!(head.meaning, Meaning::Requests(..)));
        let aside = match subject {
            Noun::Other(Other::Item | Other::Media | Other::Work) => phrase.part,
            Noun::Other(Other::Contact) => listed && features.has(Act::Receive),
            Noun::Other(Other::Published) => listed && features.acts.is_empty() && phrase.follows(),
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
}

/// Turns the number into the unit of the tables, and doubts a unit that does not fit; what is decided in 项 are decisions.
/// Gives the number and, in the same unit, one in the last place that is printed of it.
pub(super) fn measured(
    value: Decimal,
    unit: Unit,
    meaning: Meaning,
    decides: bool,
    doubts: &mut Doubts,
) -> (Decimal, Decimal) {
    let times_ten_to = |exponent: i8| {
        let place = value.last_place();
        (value.scaled(exponent).unwrap_or(value), place.scaled(exponent).unwrap_or(place))
    };
    let money = match unit {
        Unit::Yuan => Some(-4),
        Unit::TenThousandYuan => Some(0),
        Unit::HundredMillionYuan => Some(4),
        _ => None,
    };
    match (meaning, money) {
        (Meaning::Fees, Some(exponent)) => return times_ten_to(exponent),
        (Meaning::HandlingFee, Some(exponent)) => return times_ten_to(exponent + 4),
        (Meaning::Fees, None) => doubts.add(Doubt::NoMoney),
        (Meaning::Other(_) | Meaning::Unknown | Meaning::Share | Meaning::HandlingFee, _) => {}
        (_, Some(_)) => doubts.add(Doubt::Money),
        (Meaning::Requests(..), None) if unit == Unit::Persons => doubts.add(Doubt::PersonsOrTimes),
        (_, None) if matches!(unit, Unit::Other | Unit::Persons) => doubts.add(Doubt::OddUnit),
        (Meaning::Decisions(_), None) if unit == Unit::Piece && !decides => {
            doubts.add(Doubt::Items);
        }
        _ => {}
    }
    times_ten_to(0)
}

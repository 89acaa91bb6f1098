//! Numbers of one paragraph judged together: what one of them alone contradicts, several may be the parts of.

use crate::report::Tables;
use crate::report::claims::doubt::{Bearing, Doubt};
use crate::report::claims::meaning::{Change, Meaning, Other, ResultKind, Stage, Topic, Who};
use crate::report::claims::understand::Draft;
use crate::report::claims::{Certainty, Claim, Comparison};
use crate::report::form::Row3;
use crate::text::{Decimal, Slip};

/// How many numbers before and behind one may be parts of the same cell.
const REACH: usize = 12;

/// Lets coincidences rescue: a number that differs, but together with numbers beside it is exactly what the table has,
/// counts a part.
pub(in crate::report::claims) fn passage(drafts: &[Draft], claims: &mut [Claim], tables: &Tables) {
    for index in 0..claims.len() {
        let Some((claim, draft)) = claims.get(index).zip(drafts.get(index)) else { continue };
        if !matches!(claim.comparison, Comparison::Differs { .. }) || claim.approximate {
            continue;
        }
        let values: Vec<Decimal> =
            claim.readings.iter().filter_map(|reading| reading.value(tables)).collect();
        let Some(rescue) = rescue(index, draft, drafts, claims, &values) else { continue };
        let of_one_meaning = matches!(rescue, Doubt::AddsUp);
        let Some(claim) = claims.get_mut(index) else { continue };
        claim.comparison = if of_one_meaning {
            Comparison::NotCompared(rescue)
        } else {
            Comparison::Differs { certainty: Certainty::Possible, doubt: Some(rescue) }
        };
    }
}

/// Lets agreement around a number settle what it counts: where several numbers of its topic agree with the tables, one
/// beside them that differs, and that only its wording leaves open, is probably wrong.
pub(in crate::report::claims) fn confirm(drafts: &[Draft], claims: &mut [Claim], tables: &Tables) {
    let found: Vec<usize> =
        (0..claims.len()).filter(|&index| is_confirmed(index, drafts, claims, tables)).collect();
    for index in found {
        let Some((claim, draft)) = claims.get_mut(index).zip(drafts.get(index)) else { continue };
        let doubt = draft.doubts.strongest().cloned();
        claim.comparison = Comparison::Differs { certainty: Certainty::Likely, doubt };
    }
}

fn is_confirmed(index: usize, drafts: &[Draft], claims: &[Claim], tables: &Tables) -> bool {
    let Some((claim, draft)) = claims.get(index).zip(drafts.get(index)) else { return false };
    let open = match &claim.comparison {
        Comparison::Differs { certainty: Certainty::Possible, doubt } => doubt.as_ref(),
        Comparison::NotCompared(doubt) => Some(doubt),
        _ => None,
    };
    let wording =
        draft.doubts.strongest_of(|doubt| !doubt.is_of_wording() && doubt.bearing() > Bearing::Faint);
    if claim.approximate || wording.is_some() || open.is_none_or(|doubt| !doubt.is_of_wording()) {
        return false;
    }
    let values: Vec<Decimal> = claim.readings.iter().filter_map(|reading| reading.value(tables)).collect();
    let most = values.iter().copied().max().unwrap_or_default();
    // What narrows a noun makes it smaller.
    let narrows = draft.doubts.strongest_of(|doubt| doubt.bearing() >= Bearing::Wider).is_some();
    if values.is_empty() || (narrows && claim.number < most) {
        return false;
    }
    // 受理教师资格认定申请1206件 beside 2 requests: of another size, and what the cell counts has been said.
    let said =
        |other: &Claim| other.meaning == claim.meaning && matches!(other.comparison, Comparison::Agrees(_));
    let slip = values.iter().any(|&due| Slip::between(claim.number, due).is_some());
    if claim.number > most + most && !slip && claims.iter().any(said) {
        return false;
    }
    let from = index.saturating_sub(REACH);
    let near = claims.iter().zip(drafts).enumerate().skip(from).take(2 * REACH + 1);
    let of_topic = near.filter(|(at, (other, of))| {
        *at != index && family(other.meaning) == family(claim.meaning) && of.digits != draft.digits
    });
    let mut weight = 0;
    for (_, (other, _)) in of_topic {
        match &other.comparison {
            Comparison::Agrees(_) if other.number >= Decimal::from(LARGE) => weight += ENOUGH,
            Comparison::Agrees(_) if other.number >= Decimal::from(TELLING) => weight += 2,
            Comparison::Agrees(_) if !other.number.is_zero() => weight += 1,
            Comparison::Differs { certainty: Certainty::Certain | Certainty::Likely, .. } => weight -= 2,
            _ => {}
        }
    }
    weight >= ENOUGH
}

/// Numbers smaller than this agree by chance more often than one would think.
const TELLING: u32 = 10;
/// A number from here on hardly ever agrees by chance.
const LARGE: u32 = 100;
/// Two numbers that are not small, or one and two small ones.
const ENOUGH: i32 = 3;

/// Topics whose numbers are told together.
fn family(meaning: Meaning) -> Topic {
    match meaning.topic() {
        Topic::Requests | Topic::Applicants | Topic::Results => Topic::Requests,
        topic => topic,
    }
}

/// What makes a number a part: those of the same meaning around it add up with it, one of another channel does, or one
/// of another stage.
///
/// A number that agrees with the tables on its own is no part of another cell.
fn rescue(
    index: usize,
    draft: &Draft,
    drafts: &[Draft],
    claims: &[Claim],
    values: &[Decimal],
) -> Option<Doubt> {
    let agrees =
        |at: usize| claims.get(at).is_some_and(|claim| matches!(claim.comparison, Comparison::Agrees(_)));
    let from = index.saturating_sub(REACH);
    let near = drafts.iter().enumerate().skip(from).take(2 * REACH + 1);
    let near = near.filter(|&(at, other)| at != index && other.digits != draft.digits && counts(other));
    let (explained, open): (Vec<_>, Vec<_>) = near.partition(|&(at, _)| agrees(at));
    let makes = |sum: Decimal| values.contains(&(draft.number + sum));
    let with = |(_, other): &(usize, &Draft)| makes(other.number);
    let alike: Vec<_> = open.iter().filter(|(_, other)| is_alike(draft.meaning, other)).collect();
    let all: Decimal = alike.iter().map(|(_, other)| other.number).sum();
    if (!all.is_zero() && makes(all)) || alike.into_iter().any(with) {
        return Some(Doubt::AddsUp);
    }
    let parts = |(_, other): &&(usize, &Draft)| may_be_parts(draft, other);
    // 答复171件，上年结转办理2件: those carried in have a cell of their own and are answered all the same.
    let answers = !matches!(draft.meaning, Meaning::Requests(Stage::Received | Stage::New, _));
    let carried = |(_, other): &&(usize, &Draft)| {
        answers && other.meaning == Meaning::Requests(Stage::CarriedIn, Who::All)
    };
    let found =
        open.iter().filter(parts).any(with) || explained.iter().filter(carried).filter(parts).any(with);
    found.then_some(Doubt::MayAddUp)
}

/// Whether two numbers that are told of different things may be parts of one cell all the same.
fn may_be_parts(one: &Draft, other: &Draft) -> bool {
    let requests = matches!(one.meaning.topic(), Topic::Requests | Topic::Results | Topic::Applicants);
    let with_a_cell = matches!(
        other.meaning,
        Meaning::Requests(
            Stage::CarriedIn | Stage::CarriedOut | Stage::Carried | Stage::Received | Stage::New,
            _
        )
    );
    let of_family = requests && family(other.meaning) == family(one.meaning) && !with_a_cell;
    // 予以公开或部分公开1件，…，已在网站公开1件: the same ending of a request in other words.
    let discloses = matches!(
        one.meaning,
        Meaning::Result(ResultKind::Row(Row3::Open) | ResultKind::OpenLoose | ResultKind::OpenOrPartial, _)
    );
    let published =
        matches!(other.meaning, Meaning::Other(Other::Published | Other::Media) | Meaning::Unknown);
    let beside = other.sentence == one.sentence && other.part_of == one.part_of;
    // 受理向市政府提出的申请225件，各部门办理1308件: parts by who handled them, told in different verbs. So large a sum is no
    // coincidence.
    let all = |meaning: Meaning| matches!(meaning, Meaning::Requests(_, Who::All));
    let large = one.number + other.number >= Decimal::from(LARGE);
    of_family || (discloses && published && beside) || (all(one.meaning) && all(other.meaning) && large)
}

/// Whether a number may be added to others at all.
fn counts(draft: &Draft) -> bool {
    let other_time = draft.apart || draft.approximate || draft.meaning == Meaning::Share;
    !other_time && !draft.number.is_zero()
}

/// Whether a number of another meaning may be another part of the same whole: the same said again, or what came in
/// another way.
fn is_alike(meaning: Meaning, other: &Draft) -> bool {
    let one_channel = other.doubts.strongest_of(|doubt| {
        matches!(doubt, Doubt::MaybeOneChannel | Doubt::OneChannel) && doubt.bearing() != Bearing::Questioned
    });
    // 废止6件，宣布失效5件: the form counts both as repealed.
    let ended = |meaning: Meaning| {
        matches!(meaning, Meaning::Documents(_, Change::Repealed | Change::Cleaned))
            .then(|| meaning.documents())
    };
    let repealed = ended(meaning).is_some() && ended(meaning) == ended(other.meaning);
    other.meaning == meaning || repealed || (meaning.topic() == Topic::Requests && one_channel.is_some())
}

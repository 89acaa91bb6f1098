//! Parts of one cell that stand side by side without their total: what came in one way and what came in another, what
//! some bodies counted and what others did.

use crate::report::Tables;
use crate::report::claims::doubt::Doubt;
use crate::report::claims::meaning::{Meaning, Who};
use crate::report::claims::understand::Draft;
use crate::report::claims::{Certainty, Claim, Comparison};
use crate::text::{Decimal, Slip};

/// Tells groups whose sum misses the cell by a slip of the hand.
pub(in crate::report::claims) fn accuse(drafts: &[Draft], claims: &mut [Claim], tables: &Tables) {
    let mut start = 0;
    while let Some(first) = drafts.get(start) {
        let length = drafts.iter().skip(start).take_while(|draft| draft.meaning == first.meaning).count();
        let group: Vec<usize> = (start..start + length)
            .filter(|&at| {
                drafts.get(at).zip(claims.get(at)).is_some_and(|(draft, claim)| is_part(draft, claim))
            })
            .collect();
        start += length;
        if group.len() < 2 {
            continue;
        }
        let sum: Decimal = group.iter().filter_map(|&at| claims.get(at)).map(|claim| claim.number).sum();
        let Some(claim) = group.first().and_then(|&at| claims.get_mut(at)) else { continue };
        let due = claim.readings.first().and_then(|reading| reading.value(tables));
        let slip = due.and_then(|due| Slip::telling(sum, due));
        // 通过网页收到13件，通过来信收到2件: ways of coming in exclude each other, so together they are no more than all.
        let ways = group.iter().all(|&at| drafts.get(at).is_some_and(is_of_one_way));
        let most = claim.readings.iter().filter_map(|reading| reading.value(tables)).max();
        let more = ways && most.is_some_and(|most| sum == most + Decimal::from(1));
        if slip.is_some() || more {
            let (certainty, doubt) = (Certainty::Likely, Some(Doubt::SumNear(sum)));
            claim.comparison = Comparison::Differs { certainty, doubt };
        }
    }
}

fn is_of_one_way(draft: &Draft) -> bool {
    draft.doubts.strongest_of(|doubt| *doubt == Doubt::MaybeOneChannel).is_some()
}

/// Whether a number was left alone because it counts one way in, or some of the bodies, and may be added to others.
fn is_part(draft: &Draft, claim: &Claim) -> bool {
    let of_part = |doubt: &Doubt| {
        matches!(doubt, Doubt::MaybeOneChannel | Doubt::SomeBodies | Doubt::SaidBefore | Doubt::Whose(..))
    };
    matches!(draft.meaning, Meaning::Requests(_, Who::All))
        && matches!(&claim.comparison, Comparison::NotCompared(doubt) if of_part(doubt) || *doubt == Doubt::AddsUp)
        && draft.doubts.strongest_of(of_part).is_some()
        && !draft.approximate
        && !draft.apart
}

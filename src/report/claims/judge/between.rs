use crate::report::Tables;
use crate::report::claims::doubt::Doubt;
use crate::report::claims::{Certainty, Claim, Comparison, Meaning};
use crate::text::Decimal;

/// Settles what one comparison says of another.
pub(in crate::report::claims) fn claims(claims: &mut [Claim], tables: &Tables) {
    tell_once(claims);
    leave_other_bodies(claims);
    doubt_odd_decision(claims, tables);
}

/// 行政复议2件，均维持: one number said of two things; where the first differs, the second is no other fault.
fn tell_once(claims: &mut [Claim]) {
    for index in 0..claims.len() {
        let Some(claim) = claims.get(index) else { continue };
        let whole = claim.part_of.and_then(|of| claims.get(of)).filter(|whole| whole.span == claim.span);
        let told = whole.is_some_and(|whole| {
            matches!(whole.comparison, Comparison::Differs { certainty: Certainty::Certain, .. })
        });
        if told && let Some(claim) = claims.get_mut(index) {
            claim.comparison = Comparison::NotCompared(Doubt::ToldBefore);
        }
    }
}

/// 我办收到12件 beside 全县收到56件: where one of them agrees, what may be another body's number is that of another body.
fn leave_other_bodies(claims: &mut [Claim]) {
    let mut agreed: Vec<Meaning> = Vec::new();
    for claim in claims.iter().filter(|claim| matches!(claim.comparison, Comparison::Agrees(_))) {
        if claim.binding && !agreed.contains(&claim.meaning) {
            agreed.push(claim.meaning);
        }
    }
    for claim in claims {
        let Comparison::Differs { doubt: Some(doubt), .. } = &claim.comparison else { continue };
        if doubt.is_of_another_body() && agreed.contains(&claim.meaning) {
            claim.comparison = Comparison::NotCompared(Doubt::OthersNumber);
        }
    }
}

/// How many claims before and behind one are its neighbours.
const NEIGHBOURS: usize = 3;
/// Smaller numbers agree by chance.
const TELLING: u32 = 10;

/// 行政许可1203件、行政处罚96件、行政强制12件: where the others are those of the table, so should be the third.
fn doubt_odd_decision(claims: &mut [Claim], tables: &Tables) {
    let agrees = |claim: &Claim| {
        matches!(claim.comparison, Comparison::Agrees(_)) && claim.number >= Decimal::from(TELLING)
    };
    let odd: Vec<usize> = (0..claims.len())
        .filter(|&index| {
            let from = index.saturating_sub(NEIGHBOURS);
            let around = || claims.iter().skip(from).take(2 * NEIGHBOURS + 1);
            let Some(claim) = claims.get(index) else { return false };
            let decision = matches!(claim.meaning, Meaning::Decisions(_)) && claim.part_of.is_none();
            let left = matches!(claim.comparison, Comparison::NotCompared(_)) && !claim.approximate;
            let value = claim.readings.first().and_then(|reading| reading.value(tables));
            let others = around().filter(|other| {
                matches!(other.meaning, Meaning::Decisions(_))
                    && other.meaning != claim.meaning
                    && other.span.line == claim.span.line
                    && agrees(other)
            });
            let said = around().any(|other| other.meaning == claim.meaning && agrees(other));
            decision
                && left
                && !said
                && value.is_some_and(|value| value != claim.number)
                && others.count() > 1
        })
        .collect();
    for index in odd {
        if let Some(claim) = claims.get_mut(index) {
            let (certainty, doubt) = (Certainty::Possible, Some(Doubt::OddOneOut));
            claim.comparison = Comparison::Differs { certainty, doubt };
        }
    }
}

//! What a difference is worth: the doubts that would explain it, and whether the numbers themselves speak.

use crate::report::claims::doubt::{Bearing, Doubt, Doubts};
use crate::report::claims::{Certainty, Comparison};
use crate::text::{Decimal, Slip};

/// A difference that a doubt may explain, or that nothing explains.
pub(super) fn differs(doubt: Option<Doubt>) -> Comparison {
    let certainty = if doubt.is_some() { Certainty::Possible } else { Certainty::Certain };
    Comparison::Differs { certainty, doubt }
}

/// Judges a number that has none of the values that its words allow.
///
/// A part explains less and never more; something wider the other way round. What remains open is told as probable
/// where the number is so near a value that two quantities would hardly be so near by chance.
pub(super) fn weigh(number: Decimal, doubts: &Doubts, values: &[Decimal]) -> Comparison {
    let likeliest = values.first().copied().unwrap_or_default();
    let most = values.iter().copied().max().unwrap_or_default();
    let explains = |doubt: &Doubt| match doubt.bearing() {
        Bearing::Part if matches!(doubt, Doubt::Whose(..)) => number < likeliest,
        Bearing::Part => number < most,
        Bearing::Questioned if doubt.is_of_stock() => number < most,
        Bearing::Wider => number > likeliest,
        Bearing::Questioned | Bearing::Open | Bearing::Apart => true,
        Bearing::Faint => false,
    };
    let Some(doubt) = doubts.strongest_of(explains) else {
        if doubts.is_empty() {
            return differs(None);
        }
        let certainty =
            if is_of_another_size(number, doubts, values) { Certainty::Possible } else { Certainty::Likely };
        return Comparison::Differs { certainty, doubt: unexplained(doubts, number > most) };
    };
    // 公开规范性文件10件 beside 9 issued: those of the year are meant, and one more is a slip.
    let documents = doubts.strongest_of(|doubt| !doubt.is_of_documents()).is_none();
    let near = values.first().is_some_and(|&due| {
        Slip::between(number, due).is_some_and(|slip| {
            slip.is_telling(due) || documents && slip == Slip::OffByOne && number > due && !due.is_zero()
        })
    });
    let partly = doubts.strongest_of(|doubt| doubt.bearing() == Bearing::Part && explains(doubt)).is_some();
    let doubt = doubt.clone();
    match doubt.bearing() {
        // A part is often nearly all of the whole.
        Bearing::Questioned | Bearing::Wider | Bearing::Open if near && !partly => {
            Comparison::Differs { certainty: Certainty::Likely, doubt: Some(doubt) }
        }
        Bearing::Faint | Bearing::Questioned => differs(Some(doubt)),
        Bearing::Wider | Bearing::Part | Bearing::Open | Bearing::Apart => Comparison::NotCompared(doubt),
    }
}

/// Whether a number is so far from its values that it rather counts another thing than being written wrong: 道路挖掘申请
/// 77件 beside 12 requests, 窗口办结许可1628件 beside 1702 decisions.
fn is_of_another_size(number: Decimal, doubts: &Doubts, values: &[Decimal]) -> bool {
    let slip = |due: Decimal| Slip::between(number, due).is_some();
    let near: &dyn Fn(Decimal) -> bool = if doubts.bearing() == Some(Bearing::Part) {
        &|due| number <= due + due || slip(due)
    } else if doubts.all().contains(&Doubt::HandledDecisions) {
        &slip
    } else {
        return false;
    };
    !values.iter().any(|&due| near(due))
}

/// Why none of the doubts explains the difference.
fn unexplained(doubts: &Doubts, more: bool) -> Option<Doubt> {
    let strongest = doubts.strongest()?;
    Some(match strongest.bearing() {
        Bearing::Part if more => Doubt::MoreThanAll,
        _ if more && strongest.is_of_stock() => Doubt::MoreThanAll,
        Bearing::Wider if !more => Doubt::LessThanPart,
        _ => strongest.clone(),
    })
}

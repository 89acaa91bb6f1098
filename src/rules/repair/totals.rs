//! Totals that were left out: a whole column 总计, or the row （七）总计, at 0 while its parts are not. One slip of the hand, however
//! many equations it breaks.

use super::{Cause, Change, Entry, Kind, Lead, Repair};
use crate::report::Report;
use crate::rules::{Arithmetic, Equation, Identity, Side, Status};
use crate::sorted;
use crate::text::Decimal;

/// So many totals at least are 0 where none should be; fewer may each be a slip of its own.
const FEWEST: usize = 2;

/// The cause that totals were left out, if that is so.
pub(super) fn left_out(report: &Report<'_>, arithmetic: &Arithmetic) -> Option<Cause> {
    let of_rows = |identity: Identity| matches!(identity, Identity::RowTotal(_));
    let of_columns = |identity: Identity| matches!(identity, Identity::ResultTotal(_));
    all_zero(report, arithmetic, of_rows).or_else(|| all_zero(report, arithmetic, of_columns))
}

fn all_zero(
    report: &Report<'_>,
    arithmetic: &Arithmetic,
    is_one: impl Fn(Identity) -> bool,
) -> Option<Cause> {
    let certain = |(_, equation): &&Entry| equation.status != Status::Unknown;
    let totals: Vec<&Entry> =
        arithmetic.equations.iter().filter(|(identity, _)| is_one(*identity)).filter(certain).collect();
    let broken: Vec<&Entry> =
        totals.iter().copied().filter(|(_, equation)| equation.status == Status::Broken).collect();
    if broken.len() < FEWEST || totals.iter().any(|(_, equation)| !equation.right.value.is_zero()) {
        return None;
    }
    let change = |(_, equation): &&Entry| -> Option<Change> {
        let total = equation.right.terms.first()?;
        Some((total.cell?, total.value?, equation.left.value))
    };
    let changes: Vec<Change> = broken.iter().map(change).collect::<Option<_>>()?;
    if changes.iter().any(|(.., to)| to.is_negative()) {
        return None;
    }
    let repair = Repair { changes, reason: String::new() };
    // What else is broken by these zeros, and by nothing beside.
    let holds = |equation: &Equation| {
        let side = |side: &Side| -> Option<Decimal> {
            side.terms.iter().map(|term| repair.value_after(report, term.cell?)).sum()
        };
        side(&equation.left) == side(&equation.right)
    };
    let mended = arithmetic
        .equations
        .iter()
        .filter(|(identity, equation)| !is_one(*identity) && equation.status == Status::Broken)
        .filter(|(_, equation)| {
            equation.cells().iter().any(|cell| repair.changes.iter().any(|(changed, ..)| changed == cell))
        })
        .filter(|(_, equation)| holds(equation));
    let mut equations: Vec<Entry> = broken.iter().copied().chain(mended).cloned().collect();
    let mended = equations.len();
    sorted::sort_by_key(&mut equations, |(identity, _)| (!is_one(*identity), *identity));
    Some(Cause {
        equations,
        repairs: vec![repair],
        lead: Lead::Sole,
        kind: Kind::Totals,
        others: Some(0),
        mended,
    })
}

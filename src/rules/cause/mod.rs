//! From causes to findings: one cause, one finding. Its title is the repair where one stands out, else the two numbers that
//! differ, neither of which it calls wrong.

mod advice;
mod shape;
mod spell;

use super::outcome::not_judged;
use super::repair::{Kind, Lead, agrees_after};
use super::words::whereabouts;
use super::{
    Cause, Certainty, Context, Equation, Finding, Identity, Judgement, Outcome, Repair, Status, rule_of,
};
use crate::report::claims::{Claim, Comparison};
use crate::report::form::{CellId, TableKind};
use crate::sorted::{self, sort_by_key};
use shape::Shape;
use std::collections::BTreeSet;

type Broken = [(Identity, Equation)];

/// What a rule on identities of a table says. A cause is told by the rule of its leading equation; the other
/// rules it breaks fail without a finding of their own.
pub(super) fn judge(context: &Context<'_>, table: TableKind) -> Judgement {
    context.table(table)?;
    let rule = context.id;
    let equations: Vec<&(Identity, Equation)> = context.arithmetic.of_rule(rule).collect();
    if equations.iter().any(|(_, equation)| equation.status == Status::Broken) {
        let leads = |cause: &&Cause| lead(cause).is_some_and(|(family, _)| rule_of(*family) == rule);
        let told = context.causes.iter().filter(leads);
        let told = told.flat_map(apart);
        return Err(Outcome::Failed(told.filter_map(|cause| finding(context, &cause)).collect()));
    }
    let unknown: Vec<String> = equations
        .iter()
        .filter(|(_, equation)| equation.status == Status::Unknown)
        .map(|(family, _)| spell::name(*family))
        .collect();
    match unknown.as_slice() {
        [] => Ok(Vec::new()),
        several => {
            let more = if several.len() > 2 { "等" } else { "" };
            let names: Vec<&str> = several.iter().take(2).map(String::as_str).collect();
            Err(not_judged(format!(
                "{}有 {} 处因单元格不是数字或未能读出，不能核对合计：{}{more}。",
                table.name(),
                several.len(),
                names.join("、"),
            )))
        }
    }
}

/// A cause, or its rows one by one where only sums of rows fail and no repair of them stands out: then each is a card.
fn apart(cause: &Cause) -> Vec<Cause> {
    let rows = cause.equations.iter().all(|(family, _)| matches!(family, Identity::RowTotal(_)));
    if !rows || cause.told().is_some() || cause.kind == Kind::Totals {
        return vec![cause.clone()];
    }
    let row = |equation: &(Identity, Equation)| Cause { equations: vec![equation.clone()], ..cause.clone() };
    cause.equations.iter().map(row).collect()
}

/// Whether a claim that fits no reading would fit once what the arithmetic shows is repaired.
pub(super) fn explains(context: &Context<'_>, claim: &Claim) -> bool {
    let mut repairs = context.causes.iter().flat_map(|cause| &cause.repairs);
    repairs.any(|repair| agrees_after(context.report, claim, repair)) || {
        let changes =
            context.causes.iter().filter_map(|cause| cause.told()).flat_map(|repair| &repair.changes);
        let all = Repair { changes: changes.copied().collect(), reason: String::new() };
        agrees_after(context.report, claim, &all)
    }
}

/// Whether a cell is filled by a repair that stands out, so that its being blank is told with it.
pub(super) fn fills(context: &Context<'_>, cell: CellId) -> bool {
    let told = context.causes.iter().filter_map(|cause| cause.told());
    told.flat_map(|repair| &repair.changes).any(|(changed, ..)| *changed == cell)
}

/// The equation that tells the cause best: a row sum is the most local, then a balance, then a column of results. Where totals were
/// left out, the first that lacks one.
fn lead(cause: &Cause) -> Option<&(Identity, Equation)> {
    let rank = |family: &Identity| match family {
        Identity::RowTotal(_) => 0,
        Identity::BlockTotal(_) => 1,
        Identity::Balance(_) => 2,
        Identity::ResultTotal(_) => 3,
    };
    match cause.kind {
        Kind::Totals => cause.equations.first(),
        Kind::Cells => cause.equations.iter().min_by_key(|(family, _)| (rank(family), *family)),
    }
}

fn finding(context: &Context<'_>, cause: &Cause) -> Option<Finding> {
    let (group, repairs) = (&cause.equations, &cause.repairs);
    let first = lead(cause)?;
    let shape = Shape::of(context, cause, first.0);
    let witnesses: Vec<&Claim> = witnesses(context, repairs);
    let fits = |claim: &Claim| cause.told().is_some_and(|repair| agrees_after(context.report, claim, repair));
    let witness = witnesses.first().map(|claim| (*claim, fits(claim)));
    let title = shape.title(context, group, &first.1);
    let cells = sorted::set(group.iter().flat_map(|(_, equation)| equation.cells()));
    // That the equations do not hold is certain; what repairs them is where more than one equation, or the prose, says so too.
    let sure = match shape {
        Shape::One(_) if cause.lead == Lead::Sole && (cause.mended > 1 || witness.is_some()) => {
            Certainty::Certain
        }
        Shape::One(_) | Shape::Swapped(..) | Shape::Moved(..) | Shape::Several(_) => Certainty::Likely,
        Shape::Totals(_) | Shape::OnlyTotal(_) | Shape::Open => Certainty::Certain,
    };
    let mut finding = context
        .on_cells(order_by_involvement(&cells, group, repairs), title)
        .sure(sure)
        .because(spell::because(group, first, witness))
        .location(location(cause))
        .todo(advice::advice(context, cause, shape, first));
    if let Shape::One(&(_, from, to)) = shape {
        finding = finding.due(to, from);
    }
    let others = group.iter().filter(|(other, _)| *other != first.0).map(|(_, equation)| equation);
    finding.equations = std::iter::once(&first.1).chain(others).cloned().collect();
    finding = witnesses.into_iter().fold(finding, |finding, claim| finding.at(claim.span));
    finding.repairs.clone_from(repairs);
    Some(finding)
}

/// The claims in prose that fit none of the tables' readings now and would after one of the repairs.
fn witnesses<'r>(context: &Context<'r>, repairs: &[Repair]) -> Vec<&'r Claim> {
    let differs = |claim: &&Claim| matches!(claim.comparison, Comparison::Differs { .. });
    let explained = |claim: &&Claim| repairs.iter().any(|repair| agrees_after(context.report, claim, repair));
    context.report.claims.iter().filter(differs).filter(explained).collect()
}

/// Cells that a repair would change come first, then those in most of the broken equations, then the form's order.
fn order_by_involvement(cells: &BTreeSet<CellId>, group: &Broken, repairs: &[Repair]) -> Vec<CellId> {
    let changed: Vec<CellId> =
        repairs.first().into_iter().flat_map(|repair| repair.changes.iter().map(|change| change.0)).collect();
    let mut ordered: Vec<CellId> = cells.iter().copied().collect();
    sort_by_key(&mut ordered, |cell| {
        let shared = group.iter().filter(|(_, equation)| equation.cells().contains(cell)).count();
        (!changed.contains(cell), std::cmp::Reverse(shared), *cell)
    });
    ordered
}

/// Where to look: the cells to change where they are known, else what the broken equations are about.
fn location(cause: &Cause) -> String {
    if let Some(repair) = cause.told() {
        return whereabouts(&repair.changes.iter().map(|change| change.0).collect::<Vec<_>>());
    }
    let mut names: Vec<String> = Vec::new();
    for (family, _) in &cause.equations {
        let name = format!("{}{}", family.table().name(), spell::name(*family));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = if names.len() > 2 { format!("等 {} 处", names.len()) } else { String::new() };
    names.truncate(2);
    format!("{}{more}", names.join("、"))
}

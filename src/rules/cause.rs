//! From groups of broken equations to findings: one cause, one finding, with every equation it breaks named.

use super::outcome::not_judged;
use super::repair::agrees_after;
use super::{Cause, Context, Equation, Finding, Identity, Judgement, Outcome, Repair, Status, rule_of};
use crate::report::claims::{Claim, Comparison};
use crate::report::form::{CellId, Column3, TableKind};
use crate::sorted::{self, sort_by_key};
use crate::text::Decimal;
use std::collections::BTreeSet;

type Broken = [(Identity, Equation)];

/// What a rule on identities of a table says. A cause is told by the rule of its first equation; the other
/// rules it breaks fail without a finding of their own.
pub(super) fn judge(context: &Context<'_>, table: TableKind) -> Judgement {
    context.table(table)?;
    let rule = context.id;
    let equations: Vec<&Equation> = context.arithmetic.of_rule(rule).map(|(_, equation)| equation).collect();
    if equations.iter().any(|equation| equation.status == Status::Broken) {
        let leads =
            |cause: &&Cause| lead(&cause.equations).is_some_and(|(family, _)| rule_of(*family) == rule);
        let told = context.causes.iter().filter(leads);
        return Err(Outcome::Failed(told.filter_map(|cause| finding(context, cause)).collect()));
    }
    let unknown: Vec<&str> = equations
        .iter()
        .filter(|equation| equation.status == Status::Unknown)
        .map(|equation| equation.label.as_str())
        .collect();
    if unknown.is_empty() {
        Ok(Vec::new())
    } else {
        Err(not_judged(format!("有单元格不是数字或未能读出，未能判断：{}。", unknown.join("；"))))
    }
}

/// Whether a claim that fits no reading would fit once a cause that the arithmetic shows is repaired.
pub(super) fn explains(context: &Context<'_>, claim: &Claim) -> bool {
    let mut repairs = context.causes.iter().flat_map(|cause| &cause.repairs);
    repairs.any(|repair| agrees_after(context.report, claim, repair))
}

/// The equation that tells the cause best: a row sum is the most local, then a balance, then a column of results.
fn lead(group: &Broken) -> Option<&(Identity, Equation)> {
    let rank = |family: &Identity| match family {
        Identity::RowTotal(_) => 0,
        Identity::BlockTotal(_) => 1,
        Identity::Balance(_) => 2,
        Identity::ResultTotal(_) => 3,
    };
    group.iter().min_by_key(|(family, _)| (rank(family), *family))
}

fn finding(context: &Context<'_>, cause: &Cause) -> Option<Finding> {
    let (group, repairs) = (&cause.equations, &cause.repairs);
    let (family, equation) = lead(group)?;
    let (computed, reported) = (equation.left.value, equation.right.value);
    let difference = (computed - reported).abs();
    let others = group.iter().filter(|(other, _)| other != family).map(|(_, equation)| equation);
    let mut because = vec![spell(equation)];
    because.extend(others.clone().map(|other| format!("同一原因：{}", spell(other))));
    let witnesses: Vec<&Claim> = witnesses(context, repairs);
    because.extend(witnesses.iter().map(|claim| format!("正文“{}”也与表中不符", claim.text)));
    let (title, message) = words(*family, group, computed, reported, difference);
    let cells = sorted::set(group.iter().flat_map(|(_, equation)| equation.cells()));
    let mut finding = context
        .on_cells(order_by_involvement(&cells, group, repairs), title, message)
        .because(because.join("；"))
        .location(location(group))
        .due(computed, reported);
    finding.todo = todo(context, *family, equation, cause);
    finding.equations = std::iter::once(equation).chain(others).cloned().collect();
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

fn words(
    family: Identity,
    group: &Broken,
    computed: Decimal,
    reported: Decimal,
    gap: Decimal,
) -> (String, String) {
    let due = format!("应为 {computed}，现为 {reported}，相差 {gap}");
    match family {
        Identity::RowTotal(row) => {
            let label = row.label();
            (
                format!("表三「{label}」一行总计不符"),
                format!("表三「{label}」一行各类申请人之和与总计不符：{due}。"),
            )
        }
        Identity::BlockTotal(block) => {
            let label = block.label();
            (format!("表四“{label}”总计不符"), format!("表四“{label}”四种结果之和与总计不符：{due}。"))
        }
        Identity::Balance(_) => {
            let columns = columns(group, |family| matches!(family, Identity::Balance(_)));
            (
                format!("表三勾稽不平（{columns}）"),
                format!("表三{columns}的第一项加第二项之和，不等于第三项加第四项之和：{due}。"),
            )
        }
        Identity::ResultTotal(_) => {
            let columns = columns(group, |family| matches!(family, Identity::ResultTotal(_)));
            (
                format!("表三（七）总计不符（{columns}）"),
                format!("表三{columns}的（一）至（六）各项之和与（七）总计不符：{due}。"),
            )
        }
    }
}

/// The columns of the equations of one family, such as 自然人、总计两列.
fn columns(group: &Broken, of: impl Fn(&Identity) -> bool) -> String {
    let names: Vec<&str> =
        group.iter().filter(|(family, _)| of(family)).filter_map(|(family, _)| column(*family)).collect();
    match names.len() {
        1 => format!("{}列", names.join("")),
        2 => format!("{}两列", names.join("、")),
        _ => format!("{}各列", names.join("、")),
    }
}

fn column(family: Identity) -> Option<&'static str> {
    match family {
        Identity::Balance(column) | Identity::ResultTotal(column) => Some(column.label()),
        Identity::RowTotal(_) | Identity::BlockTotal(_) => None,
    }
}

/// The equation with its numbers: `5＋9＝14，5＋0＝5，相差 9`. Zero parts of a long sum are left out.
fn spell(equation: &Equation) -> String {
    let side = |side: &super::Side| {
        let long = side.terms.len() > 4;
        let kept: Vec<String> = side
            .terms
            .iter()
            .filter(|term| !long || term.value.is_some_and(|value| !value.is_zero()))
            .map(|term| term.value.unwrap_or_default().to_string())
            .collect();
        match kept.as_slice() {
            [] => "0".to_owned(),
            [single] => single.clone(),
            several => format!("{} = {}", several.join(" + "), side.value),
        }
    };
    let gap = equation.surplus().abs();
    format!("{}：{}，{}，相差 {gap}", equation.label, side(&equation.left), side(&equation.right))
}

fn location(group: &Broken) -> String {
    let parts = sorted::set(group.iter().map(|(family, _)| match family {
        Identity::RowTotal(row) => format!("第三部分 表三「{}」行", row.label()),
        Identity::Balance(column) | Identity::ResultTotal(column) => {
            format!("第三部分 表三 {}列", column.label())
        }
        Identity::BlockTotal(block) => format!("第四部分 表四 {}", block.label()),
    }));
    parts.into_iter().collect::<Vec<_>>().join(" · ")
}

fn todo(context: &Context<'_>, family: Identity, equation: &Equation, cause: &Cause) -> Vec<String> {
    let proposals = cause.repairs.iter().map(|repair| &repair.reason).chain(&cause.unlisted);
    let mut todo: Vec<String> = proposals.cloned().collect();
    if let Identity::RowTotal(row) = family {
        let filled = |column: &Column3| {
            let cell = context.report.tables.cell(CellId::T3(row, *column));
            cell.is_some_and(|reading| matches!(reading.state, crate::report::CellState::Number(_)))
        };
        if !Column3::PARTS.iter().any(filled) {
            todo.insert(0, "这一行只填了总计，各类申请人都是空白；请补填各类申请人的数字".into());
        }
    }
    if todo.is_empty() {
        todo.push(format!("请逐项核对台账：{}", equation.label));
    }
    todo
}

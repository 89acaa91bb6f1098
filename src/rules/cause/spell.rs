//! The arithmetic of a cause in a line.

use super::Broken;
use crate::report::claims::Claim;
use crate::report::form::{CellId, Identity};
use crate::rules::words::{LONGEST_SENTENCE, fits, quote};
use crate::rules::{Equation, Side, Term};
use crate::text::Decimal;

/// So many parts of a sum are spelled out; of more only what they come to.
const SPELLED: usize = 6;
/// So many other equations are named.
const NAMED: usize = 3;

/// The leading equation with its numbers, what else differs, and the prose that bears it out.
pub(super) fn because(
    group: &Broken,
    (family, lead): &(Identity, Equation),
    witness: Option<(&Claim, bool)>,
) -> String {
    let mut text = spell(*family, lead, group);
    let witness = witness.map(|(claim, fits)| {
        let how = if fits { "与改后相符" } else { "也与表中不符" };
        format!("；正文{}{how}", quote(&claim.text))
    });
    for more in [Some(others(*family, lead, group)), witness].into_iter().flatten() {
        let longer = [text.as_str(), &more].concat();
        if fits(&longer, LONGEST_SENTENCE) {
            text = longer;
        }
    }
    text
}

fn spell(family: Identity, equation: &Equation, group: &Broken) -> String {
    let (computed, reported) = (equation.left.value, equation.right.value);
    let gap = equation.surplus().abs();
    let several = group.iter().any(|(other, _)| {
        *other != family && std::mem::discriminant(other) == std::mem::discriminant(&family)
    });
    match family {
        Identity::RowTotal(_) => {
            let sum = plain_sum(&equation.left).unwrap_or_else(|| format!("各类申请人合计 {computed}"));
            format!("{sum}，总计 {reported}，差 {gap}")
        }
        Identity::BlockTotal(_) => {
            let parts: Vec<String> = equation.left.terms.iter().filter_map(outcome).collect();
            format!("{} = {computed}，总计 {reported}，差 {gap}", parts.join(" + "))
        }
        Identity::Balance(column) => {
            let column = if several { format!("{}：", column.in_words()) } else { String::new() };
            let side = |side: &Side, names: [&str; 2]| {
                let values = side.terms.iter().map(|term| term.value.unwrap_or_default());
                let named = names.iter().zip(values).map(|(name, value)| format!("{name} {value}"));
                format!("{} = {}", named.collect::<Vec<_>>().join(" + "), side.value)
            };
            let came = side(&equation.left, ["新收", "上年结转"]);
            let went = side(&equation.right, ["办理结果", "结转下年度"]);
            format!("{column}{came}，{went}，差 {gap}")
        }
        Identity::ResultTotal(column) => {
            let column = if several { format!("{}：", column.in_words()) } else { String::new() };
            let sum = plain_sum(&equation.left).unwrap_or_else(|| format!("（一）至（六）合计 {computed}"));
            format!("{column}{sum}，（七）总计 {reported}，差 {gap}")
        }
    }
}

/// The parts that are not 0, added up; `None` where they are too few or too many to be told.
fn plain_sum(side: &Side) -> Option<String> {
    let parts: Vec<String> = side
        .terms
        .iter()
        .filter_map(|term| term.value)
        .filter(|value| !value.is_zero())
        .map(|value| value.to_string())
        .collect();
    (2..=SPELLED).contains(&parts.len()).then(|| format!("{} = {}", parts.join(" + "), side.value))
}

/// A cell of table 4 with its number: 维持 4.
pub(super) fn outcome(term: &Term) -> Option<String> {
    match term.cell? {
        CellId::T4(_, outcome) => Some(format!("{} {}", outcome.name(), term.value.unwrap_or_default())),
        CellId::T2(..) | CellId::T3(..) => None,
    }
}

/// What else is broken: named together where it differs by as much.
fn others(lead: Identity, equation: &Equation, group: &Broken) -> String {
    let gap = equation.surplus();
    let mut seen = vec![name(lead)];
    let (mut same, mut apart): (Vec<String>, Vec<(String, Decimal)>) = (Vec::new(), Vec::new());
    for (identity, other) in group {
        let name = name(*identity);
        if seen.contains(&name) {
            continue;
        }
        seen.push(name.clone());
        if other.surplus().abs() == gap.abs() {
            same.push(name);
        } else {
            apart.push((name, other.surplus().abs()));
        }
    }
    let more = (same.len() + apart.len()).saturating_sub(NAMED);
    let mut text = String::new();
    same.truncate(NAMED);
    if !same.is_empty() {
        text += &["；", &same.join("、"), "也差 ", &gap.abs().to_string()].concat();
    }
    for (name, gap) in apart.iter().take(NAMED.saturating_sub(same.len())) {
        text += &["；", name, "差 ", &gap.to_string()].concat();
    }
    if more > 0 {
        text += &["；另有 ", &more.to_string(), " 处不等"].concat();
    }
    text
}

/// What an equation is about: 自然人列, 「予以公开」行.
pub(super) fn name(identity: Identity) -> String {
    match identity {
        Identity::RowTotal(row) => format!("「{}」行", row.name()),
        Identity::Balance(column) | Identity::ResultTotal(column) => column.in_words(),
        Identity::BlockTotal(block) => block.label().to_owned(),
    }
}

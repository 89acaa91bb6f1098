//! What to do about a cause, in a line.

use super::Broken;
use super::shape::Shape;
use super::spell::{name, outcome};
use crate::report::form::Identity;
use crate::rules::repair::{Change, after};
use crate::rules::words::{LONGEST_SENTENCE, fits, now};
use crate::rules::{Cause, Context, Equation};

pub(super) fn advice(
    context: &Context<'_>,
    cause: &Cause,
    shape: Shape<'_>,
    lead: &(Identity, Equation),
) -> String {
    let after = after(context.causes.len());
    match shape {
        Shape::One((_, _, to)) => format!("请核对台账，属实即改为 {to}，{after}{}", otherwise(cause)),
        Shape::Swapped(..) => format!("请核对这两格，对调{after}{}", otherwise(cause)),
        Shape::Moved(..) => format!("请核对这两格，移到应填的一格{after}{}", otherwise(cause)),
        Shape::Several(changes) => {
            let told = format!("请核对这几格：{}，{after}{}", way(context, changes), otherwise(cause));
            if fits(&told, LONGEST_SENTENCE) { told } else { format!("请核对这几格，{after}") }
        }
        Shape::Totals(_) if matches!(lead.0, Identity::RowTotal(_)) => {
            "请把各行总计填为该行各类申请人之和".to_owned()
        }
        Shape::Totals(_) => "请把（七）总计各列填为（一）至（六）之和".to_owned(),
        Shape::OnlyTotal(_) => "请补填各类申请人的数；都没有的，总计应为 0".to_owned(),
        Shape::Open => open(context, cause, lead, after),
    }
}

/// Where a repair stands out and is not the only one.
fn otherwise(cause: &Cause) -> &'static str {
    if cause.repairs.len() > 1 { "；否则看其他改法" } else { "" }
}

fn open(context: &Context<'_>, cause: &Cause, (family, lead): &(Identity, Equation), after: &str) -> String {
    if let Identity::BlockTotal(_) = family {
        let cells: Vec<String> =
            lead.left.terms.iter().chain(&lead.right.terms).filter_map(outcome).collect();
        return format!("五个数中任何一个都可能有误，请逐个核对：{}", cells.join("、"));
    }
    if cause.repairs.is_empty() {
        return places(&cause.equations, *family);
    }
    let single = cause.repairs.iter().all(|repair| repair.changes.len() == 1);
    let head = if single { "改对其中一处" } else { "按其中一种改" };
    let mut text = format!("{head}，{after}：");
    let all = cause.repairs.len()
        + cause.others.map_or(0, |others| (others + 1).saturating_sub(cause.repairs.len()));
    let mut told = 0;
    for repair in &cause.repairs {
        let way = way(context, &repair.changes);
        let rest = format!("；或另外 {} 种改法", all - told);
        if !fits(&[&text, &way, &rest, "；或"].concat(), LONGEST_SENTENCE) {
            break;
        }
        if told > 0 {
            text.push_str("；或");
        }
        text.push_str(&way);
        told += 1;
    }
    match (told, all - told, cause.others) {
        (0, ..) => places(&cause.equations, *family),
        (_, 0, Some(_)) => text,
        (_, left, Some(_)) => format!("{text}；或另外 {left} 种改法"),
        (_, _, None) => format!("{text}；或另有改法"),
    }
}

/// A repair in a few words; a row is named once.
fn way(context: &Context<'_>, changes: &[Change]) -> String {
    let mut last = None;
    let mut parts = Vec::new();
    for &(cell, from, to) in changes {
        let row = (cell.table(), cell.row_id());
        let name = if last == Some(row) { cell.column_words() } else { cell.name() };
        last = Some(row);
        let now = now(&context.report.tables, cell, from);
        let gap = if now.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" };
        parts.push(format!("{name}{now}{gap}改为 {to}"));
    }
    parts.join("、")
}

/// Where to look when nothing can be proposed.
fn places(group: &Broken, family: Identity) -> String {
    let mut columns: Vec<String> = Vec::new();
    for (identity, _) in group {
        if matches!(identity, Identity::Balance(_) | Identity::ResultTotal(_))
            && !columns.contains(&name(*identity))
        {
            columns.push(name(*identity));
        }
    }
    let columns = match columns.as_slice() {
        several if several.len() > 3 => format!("{} 列", several.len()),
        few => few.join("、"),
    };
    match family {
        Identity::RowTotal(row) => format!("请逐格核对「{}」一行", row.name()),
        Identity::Balance(_) => format!("请核对{columns}的本年新收、上年结转、（七）总计、结转下年度"),
        Identity::ResultTotal(_) => format!("请逐行核对{columns}"),
        Identity::BlockTotal(block) => format!("请逐格核对{}", block.label()),
    }
}

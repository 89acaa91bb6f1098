use super::previous;
use crate::report::form::{CellId, Column2, Column3, Row2, Row3};
use crate::rules::{Context, Judgement, not_judged};
use crate::text::Decimal;

declare_rule! {
    /// 行政许可、行政处罚、行政强制、行政事业性收费和新收申请与上年相比，没有五倍以上的增减，也没有突然变为 0。载入上年报告后核对。
    ///
    /// ## 为什么
    /// 数量级的变化可能是真的，也可能是单位写错（元、万元）、漏报或抄错列。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 上年报告：表二「行政许可」：1200
    /// 表二「行政许可」：18342
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 上年报告：表二「行政许可」：17000
    /// 表二「行政许可」：18342
    /// ```
    "years/jump", "与上年相比的大幅变化",
    severity: Hint,
    basis: [],
    check: check,
}

/// Below this a change of five times is everyday.
const SMALLEST: u32 = 50;

const CELLS: [CellId; 5] = [
    CellId::T2(Row2::Permits, Column2::Decided),
    CellId::T2(Row2::Penalties, Column2::Decided),
    CellId::T2(Row2::Coercion, Column2::Decided),
    CellId::T2(Row2::Fees, Column2::Charged),
    CellId::T3(Row3::Received, Column3::Total),
];

fn check(context: &Context<'_>) -> Judgement {
    let previous = previous(context)?;
    let known: Vec<(CellId, Decimal, Decimal)> = CELLS
        .into_iter()
        .filter_map(|cell| Some((cell, previous.value(cell)?, context.value(cell)?)))
        .collect();
    if known.is_empty() {
        return Err(not_judged("两份报告没有都读出同一个数。"));
    }
    let jumps: Vec<_> = known.into_iter().filter(|&(_, before, now)| is_jump(before, now)).collect();
    let finding = |(cell, before, now): (CellId, Decimal, Decimal)| {
        let title = format!("{}{}上年 {before}，本年 {now}，变化很大", cell.table().name(), cell.name());
        context
            .on_cells([cell], title)
            .because("相差五倍以上，或由有变为 0")
            .todo("请核对单位（元、万元）、范围和漏报；属实不必改")
    };
    Ok(jumps.into_iter().map(finding).collect())
}

fn is_jump(before: Decimal, now: Decimal) -> bool {
    let five = |value: Decimal| value + value + value + value + value;
    let (low, high) = if before < now { (before, now) } else { (now, before) };
    high >= Decimal::from(SMALLEST) && high >= five(low)
}

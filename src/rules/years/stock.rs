use super::{REASONS, previous};
use crate::report::form::Column2;
use crate::rules::table2::Stock;
use crate::rules::{Certainty, Context, Finding, Judgement, not_judged};
use crate::text::Decimal;

declare_rule! {
    /// 本年现行有效件数＝上年现行有效件数＋本年制发件数－本年废止件数（规章、行政规范性文件）。载入上年报告后核对。
    ///
    /// ## 为什么
    /// 存量加增量减减量等于新的存量；不等时往往是制发、废止漏报，或者现行有效件数沿用了旧数。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 上年报告：表二「行政规范性文件」：现行有效件数 40
    /// 表二「行政规范性文件」：本年制发件数 6，本年废止件数 2，现行有效件数 48
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 上年报告：表二「行政规范性文件」：现行有效件数 44
    /// 表二「行政规范性文件」：本年制发件数 6，本年废止件数 2，现行有效件数 48
    /// ```
    "years/stock", "现行有效件数与上年报告",
    severity: Warning,
    basis: [],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    let previous = previous(context)?;
    let last = |stock: Stock| Some((previous.value(stock.cell(Column2::InForce))?, stock));
    let known: Vec<(Decimal, Stock)> = Stock::all(context).into_iter().filter_map(last).collect();
    if known.is_empty() {
        return Err(not_judged("两份报告没有都读出现行有效件数（旧版式没有）。"));
    }
    Ok(known.iter().filter_map(|(before, stock)| judge(context, *before, stock)).collect())
}

fn judge(context: &Context<'_>, before: Decimal, stock: &Stock) -> Option<Finding> {
    let Stock { row, issued, repealed, in_force } = stock;
    let due = before + *issued - *repealed;
    if due == *in_force {
        return None;
    }
    let name = row.label();
    let title = format!("表二{name}现行有效 {in_force}，按上年报告推算 {due}");
    Some(
        context
            .on_cells(stock.cells(), title)
            .sure(Certainty::Certain)
            .because(format!("上年有效 {before} ＋ 制发 {issued} － 废止 {repealed} ＝ {due}"))
            .todo(format!("请核对制发、废止和上年有效件数；失效、清理未计入废止的请说明；{REASONS}")),
    )
}

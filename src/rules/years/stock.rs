use super::{REASONS, previous};
use crate::report::form::Column2;
use crate::rules::table2::Stock;
use crate::rules::{Context, Finding, Judgement, not_judged};
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
        return Err(not_judged("两份报告没有都能读出的现行有效件数（旧版式没有这一项）。"));
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
    let gap = (due - *in_force).abs();
    let message = format!("{name}现行有效件数按上年报告推算应为 {due}，现为 {in_force}，相差 {gap}。");
    Some(
        context
            .on_cells(stock.cells(), format!("{name}现行有效件数与上年报告接不上"), message)
            .because(format!(
                "上年现行有效 {before} ＋ 本年制发 {issued} － 本年废止 {repealed} ＝ {due}，表中现行有效 {in_force}"
            ))
            .todo("请核对本年制发、废止件数和上年报告的现行有效件数")
            .todo("文件到期失效、清理时宣布失效未计入废止的，也会不一致；2021 年是新版式第一年，没有可比的存量")
            .todo(REASONS)
            .due(due, *in_force),
    )
}

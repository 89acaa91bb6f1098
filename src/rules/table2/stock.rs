use super::Stock;
use crate::report::form::{Column2, Edition, TableKind};
use crate::rules::{Context, Finding, Judgement, form_2021, not_applicable, not_judged};

declare_rule! {
    /// 规章和行政规范性文件的“现行有效件数”不应少于“本年制发件数”减“本年废止件数”。
    ///
    /// ## 为什么
    /// 现行有效件数＝上年末有效件数＋本年制发－本年废止；上年末有效件数不可能小于 0。
    ///
    /// ## 错误示例
    /// ```wrong
    /// 表二「行政规范性文件」：本年制发件数 9，本年废止件数 1，现行有效件数 5
    /// ```
    ///
    /// ## 正确示例
    /// ```right
    /// 表二「行政规范性文件」：本年制发件数 9，本年废止件数 1，现行有效件数 8
    /// ```
    "table2/stock", "现行有效件数",
    severity: Error,
    basis: [form_2021("表二第二十条第（一）项“现行有效件数”")],
    since: F2021,
    check: check,
}

fn check(context: &Context<'_>) -> Judgement {
    if context.table(TableKind::Table2)?.edition != Some(Edition::F2021) {
        return Err(not_applicable("2019 年版式的表二没有现行有效件数。"));
    }
    let stocks = Stock::all(context);
    let findings: Vec<Finding> = stocks.iter().filter_map(|stock| judge(context, stock)).collect();
    if findings.is_empty() && stocks.len() < 2 {
        return Err(not_judged("表二第（一）项有单元格不是数字或未能读出。"));
    }
    Ok(findings)
}

/// A finding if the stock is too small.
fn judge(context: &Context<'_>, stock: &Stock) -> Option<Finding> {
    let Stock { row, issued, repealed, in_force } = stock;
    let least = *issued - *repealed;
    if *in_force >= least {
        return None;
    }
    let name = row.label();
    let term = |column| context.term(stock.cell(column));
    let flow = vec![term(Column2::Issued), term(Column2::Repealed).taken_away()];
    let label = format!("{name}：本年制发－本年废止≤现行有效");
    Some(
        context
            .on_cells(stock.cells(), format!("表二{name}现行有效 {in_force}，至少应为 {least}"))
            .because(format!(
                "本年制发 {issued} － 本年废止 {repealed} = {least}；现行有效还应加上往年仍有效的"
            ))
            .todo("请核对：现行有效是否只填了一部分，制发、废止是否填错")
            .location(format!("表二{name}"))
            .equation(context.equation(label, flow, vec![term(Column2::InForce)])),
    )
}
